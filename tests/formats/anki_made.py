"""Packages of Anki by hand, down to what no Anki would write."""

import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from quizapp.formats import foreign_sqlite, load
from quizapp.formats.anki_rows import SCHEMA
from quizapp.formats.base import Imported, ImportedCard, Source

BASIC, REVERSED, CLOZE = 11, 12, 13
Card = tuple[int, int, int, int, int]
"""ord, deck, home deck, queue, flags."""


def kind(name: str, fields: Sequence[str], sides: Sequence[tuple[str, str]], **more: Any) -> dict[str, Any]:
    """A note type as old collections have it."""
    return {
        "name": name,
        "type": 0,
        "flds": [{"name": field, "ord": at} for at, field in enumerate(fields)],
        "tmpls": [
            {"name": f"Card {at + 1}", "ord": at, "qfmt": front, "afmt": back}
            for at, (front, back) in enumerate(sides)
        ],
    } | more


KINDS: Mapping[int, dict[str, Any]] = {
    BASIC: kind("Basic", ["Front", "Back"], [("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}")]),
    REVERSED: kind("Both", ["A", "B"], [("{{A}}", "{{B}}"), ("{{B}}", "{{A}}")]),
    CLOZE: kind("Cloze", ["Text", "More"], [("{{cloze:Text}}", "{{cloze:Text}}<br>{{More}}")], type=1),
}
ONE_CARD: tuple[Card, ...] = ((0, 1, 0, 0, 0),)


class Note:
    """A note to be put in."""

    def __init__(
        self, guid: str, *fields: str, type_: int = BASIC, tags: str = "", cards: Iterable[Card] = ONE_CARD
    ):
        self.guid, self.fields, self.type, self.tags, self.cards = guid, fields, type_, tags, tuple(cards)


def collection(
    notes: Sequence[Note],
    *,
    kinds: Mapping[int, Any] = KINDS,
    decks: Mapping[int, str] | None = None,
    reviews: Sequence[tuple[Any, ...]] = (),
    conf: Mapping[str, Any] | None = None,
    schema: str = SCHEMA,
) -> bytes:
    """A database. reviews: (time in ms, number of the card from 0, button, ms taken, kind)."""
    told = {str(key): {"name": name} for key, name in (decks or {1: "Deck"}).items()}
    texts = [
        json.dumps(one) for one in (conf or {"schedVer": 2}, {str(k): v for k, v in kinds.items()}, told)
    ]
    rows: dict[str, list[Any]] = {"col": [(1, 0, 0, 0, 11, 0, 0, 0, *texts, "{}", "{}")]}
    rows["notes"] = [
        (at, one.guid, one.type, 0, 0, one.tags, "\x1f".join(one.fields), "", 0, 0, "")
        for at, one in enumerate(notes, 1)
    ]
    rows["cards"] = [
        (100 * at + ord_, at, deck, ord_, 0, 0, 0, queue, 0, 0, 0, 0, 0, 0, 0, home, flags, "")
        for at, one in enumerate(notes, 1)
        for ord_, deck, home, queue, flags in one.cards
    ]
    keys = [row[0] for row in rows["cards"]]
    rows["revlog"] = [
        (at_ms, keys[card], 0, ease, 1, 1, 2500, taken, sort) for at_ms, card, ease, taken, sort in reviews
    ]
    return foreign_sqlite.written(schema, rows)


def package(
    data: bytes, media: Mapping[str, bytes] | None = None, name: str = "collection.anki2", **more: bytes
) -> bytes:
    """A package around a database. more: further members, "__" for their dot."""
    out = BytesIO()
    files = media or {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
        archive.writestr("media", json.dumps({str(at): one for at, one in enumerate(files)}))
        for at, content in enumerate(files.values()):
            archive.writestr(str(at), content)
        for member, content in more.items():
            archive.writestr(member.replace("__", "."), content)
    return out.getvalue()


def read(data: bytes) -> Imported:
    """What our reader makes of a package."""
    found = load("apkg").read(Source("some.apkg", data), {})
    assert found.read == len({card.where.line for card in cards(found)}) + len(found.skipped)
    return found


def cards(found: Imported) -> list[ImportedCard]:
    """All cards of all decks."""
    return [card for deck in found.decks for card in deck.cards]


def one_card(note: Note, **more: Any) -> ImportedCard:
    """The only card of a note."""
    (card,) = cards(read(package(collection([note], **more))))
    return card
