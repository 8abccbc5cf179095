"""A collection of Anki, read from the bytes of its database: note types, notes, cards, decks, reviews.

It is asked by plain selects of tables that are tables.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec import Struct

from quizapp.formats import foreign_sqlite, protobuf
from quizapp.formats.base import Tick, no_tick
from quizapp.formats.foreign_sqlite import Connection

_TICKS: Final = 500
OCCLUSION: Final = 6
"""Anki's number for its own note type of image occlusion."""
_NORMAL, _DESCRIPTION = 1, 4
"""Fields of the messages about decks."""
_TABLES: Final = ("col", "notes", "cards")
_NEW_TABLES: Final = ("notetypes", "fields", "templates", "decks")


class Template(Struct, frozen=True):
    """A card that a note type makes."""

    name: str
    front: str
    back: str


class NoteType(Struct, frozen=True, kw_only=True):
    name: str
    cloze: bool
    stock: int
    """Anki's number of the note type it was made from; 0 where it does not say."""
    fields: tuple[str, ...]
    templates: tuple[Template, ...]


class Review(Struct, frozen=True):
    """A row of revlog."""

    at_ms: int
    ease: int
    taken_ms: int
    kind: int
    """0 learning, 1 review, 2 relearning, 3 filtered deck, 4 and 5 by hand."""


class Card(Struct, frozen=True, kw_only=True):
    id: int
    """0 where it is not known whether there is such a card."""
    ord: int
    deck: int
    suspended: bool
    flag: int


class Note(Struct, frozen=True, kw_only=True):
    number: int
    """From 1, in the order of the file."""
    guid: str
    type: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    cards: tuple[Card, ...]


class Deck(Struct, frozen=True):
    name: str
    """Sub-decks behind "::"."""
    about: str = ""
    """HTML."""


class Collection(Struct, frozen=True, kw_only=True):
    types: Mapping[int, NoteType]
    decks: Mapping[int, Deck]
    notes: tuple[Note, ...]
    reviews: Mapping[int, tuple[Review, ...]]
    """Card -> its reviews, oldest first."""
    old_scheduler: bool


def read(data: bytes, file: str, tick: Tick = no_tick) -> Collection:
    """All that is in a collection. QuizError for what is none, or cannot be read in time."""
    with foreign_sqlite.opened(data, file, "Anki package") as con:
        return _read(con, tick)


def _read(con: Connection, tick: Tick) -> Collection:
    tables = {name for (name,) in con.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    missing = [name for name in _TABLES if name not in tables]
    if missing:
        raise ValueError(f"there is no table {missing[0]}")
    is_new = tables.issuperset(_NEW_TABLES)
    types = _new_types(con) if is_new else _old_types(con)
    decks = _new_decks(con) if is_new else _old_decks(con)
    return Collection(
        types=types,
        decks=decks,
        notes=tuple(_notes(con, tick)),
        reviews=_reviews(con) if "revlog" in tables else {},
        old_scheduler=_is_old(con),
    )


def _old_types(con: Connection) -> dict[int, NoteType]:
    found = {}
    for key, model in _json(con, "models").items():
        templates, fields = _ordered(model, "tmpls"), _ordered(model, "flds")
        found[int(key)] = NoteType(
            name=str(model.get("name", "")),
            cloze=model.get("type") == 1,
            stock=int(model.get("originalStockKind") or 0),
            fields=tuple(str(field.get("name", "")) for field in fields),
            templates=tuple(
                Template(str(one.get("name", "")), str(one.get("qfmt", "")), str(one.get("afmt", "")))
                for one in templates
            ),
        )
    return found


def _ordered(model: Mapping[str, Any], part: str) -> list[dict[str, Any]]:
    """The templates or fields of a note type."""
    found = model.get(part)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ValueError(f"{part} is no list of maps")
    return sorted(found, key=lambda one: int(one.get("ord") or 0))


def _old_decks(con: Connection) -> dict[int, Deck]:
    return {
        int(key): Deck(str(deck.get("name", "")), str(deck.get("desc") or ""))
        for key, deck in _json(con, "decks").items()
    }


def _json(con: Connection, column: str) -> dict[str, Any]:
    row = con.execute(f"SELECT {column} FROM col LIMIT 1").fetchone()
    found = json.loads(row[0]) if row and row[0] else {}
    if not isinstance(found, dict) or not all(isinstance(one, dict) for one in found.values()):
        raise ValueError(f"{column} is no map")
    return found


def _new_types(con: Connection) -> dict[int, NoteType]:
    fields: dict[int, list[str]] = {}
    for key, name in con.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields.setdefault(int(key), []).append(str(name))
    templates: dict[int, list[Template]] = {}
    for key, name, config in con.execute("SELECT ntid, name, config FROM templates ORDER BY ntid, ord"):
        said = protobuf.parse(config)
        one = Template(str(name), protobuf.text(said, 1), protobuf.text(said, 2))
        templates.setdefault(int(key), []).append(one)
    found = {}
    for key, name, config in con.execute("SELECT id, name, config FROM notetypes"):
        said = protobuf.parse(config)
        found[int(key)] = NoteType(
            name=str(name),
            cloze=protobuf.number(said, 1) == 1,
            stock=protobuf.number(said, 9),
            fields=tuple(fields.get(key, ())),
            templates=tuple(templates.get(key, ())),
        )
    return found


def _new_decks(con: Connection) -> dict[int, Deck]:
    rows = con.execute("SELECT id, name, kind FROM decks")
    return {int(key): Deck(str(name).replace("\x1f", "::"), _about(kind)) for key, name, kind in rows}


def _about(kind: bytes) -> str:
    """The description of a deck; filtered decks have none."""
    normal = [value for value in protobuf.parse(kind).get(_NORMAL, ()) if isinstance(value, bytes)]
    return protobuf.text(protobuf.parse(normal[-1]), _DESCRIPTION) if normal else ""


def _notes(con: Connection, tick: Tick) -> Iterator[Note]:
    cards: dict[int, list[Card]] = {}
    for key, note, deck, home, ord_, queue, flags in con.execute(
        "SELECT id, nid, did, odid, ord, queue, flags FROM cards ORDER BY nid, ord"
    ):
        card = Card(
            id=int(key),
            ord=int(ord_),
            deck=int(home or deck),
            suspended=queue == -1,
            flag=int(flags or 0) & 7,
        )
        cards.setdefault(int(note), []).append(card)
    rows = con.execute("SELECT id, guid, mid, tags, flds FROM notes ORDER BY id")
    for number, (key, guid, type_, tags, fields) in enumerate(rows, 1):
        if number % _TICKS == 0:
            tick(number, 0)
        if not isinstance(fields, str):
            raise ValueError(f"note {number} has no text")
        yield Note(
            number=number,
            guid=str(guid),
            type=int(type_),
            tags=tuple(str(tags).split()),
            fields=tuple(fields.split("\x1f")),
            cards=tuple(cards.get(int(key), ())),
        )


def _reviews(con: Connection) -> dict[int, tuple[Review, ...]]:
    found: dict[int, list[Review]] = {}
    for at_ms, card, ease, taken, kind in con.execute(
        "SELECT id, cid, ease, time, type FROM revlog ORDER BY id"
    ):
        found.setdefault(int(card), []).append(Review(int(at_ms), int(ease), int(taken), int(kind)))
    return {card: tuple(reviews) for card, reviews in found.items()}


def _is_old(con: Connection) -> bool:
    """Whether its first scheduler ran, which had other buttons while learning."""
    row = con.execute("SELECT conf FROM col LIMIT 1").fetchone()
    try:
        conf = json.loads(row[0]) if row and row[0] else {}
    except ValueError:
        return False
    return isinstance(conf, dict) and conf.get("schedVer", 1 if conf else 2) == 1
