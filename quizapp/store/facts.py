"""What a search asks of a note beside its words (kind, tags, sources, ...), and how it is listed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.core import text
from quizapp.core.content import content_of
from quizapp.core.deck import Citation, Deck, Note
from quizapp.core.kinds.base import strings
from quizapp.core.validity import last_day

if TYPE_CHECKING:
    from quizapp.store.database import Database

SHOWN = 200
"""Letters of a front that a list shows."""
RANKED = 40
"""Letters of a front that it is sorted by."""
FACT = "kind, status, tags, tag_rank, has, valid_day"
"""The columns of cache.fact but its key."""
PARTS = ("picture", "sound", "hint", "explanation", "source", "tag", "id")
"""What may come with a card, in the order of the bits of `has`."""

_AMONG = "IN (SELECT value FROM json_each(?))"
_PICTURE = "!["
"""How a picture in a Markdown text begins."""

Name = tuple[str, str]
"""(what, name): tag, source, by or id."""


class Face(NamedTuple):
    """A card of a note."""

    front: str
    """Its question in a line."""
    content: str
    """Hash of question and answer."""


class Facts(NamedTuple):
    """What is kept of one note."""

    words: str
    """Its texts, folded, as search reads them."""
    front: str
    """Of its first card, as `faces`."""
    fact: tuple[str, str, str, str, int, int | None]
    """FACT: the columns of cache.fact."""
    names: tuple[Name, ...]
    faces: Mapping[int, Face]
    """By card_key."""


def of_note(note: Note, deck: Deck, parts: Sequence[tuple[int, str]]) -> Facts:
    """The facts of a note. parts: (card_key, part) of its cards; deck: its header."""
    tags = note.tags
    sources = tuple(dict.fromkeys(_citations(note.source, deck)))
    named = [("tag", tag) for tag in tags]
    named += [("source", name) for name in sources]
    named += [(what, name) for what, name in (("by", note.by), ("id", note.id)) if name]
    names = {(what, folded(name)): (what, _plain(name)) for what, name in named}
    texts = (*strings(note.question), note.explain)
    has = (
        note.image or getattr(note.question, "image", "") or any(_PICTURE in one for one in texts),
        note.media,
        note.hint,
        note.explain,
        note.source,
        tags,
        note.id,
    )
    bits = sum(1 << bit for bit, there in enumerate(has) if there)
    faces = {card_key: Face(line(note.front(part)), content_of(note, part)) for card_key, part in parts}
    return Facts(
        words=_words(note, texts),
        front=next((face.front for face in faces.values()), ""),
        fact=(
            note.kind.name,
            note.status,
            _plain("\n".join(tags)),
            folded(" ".join(tags))[:RANKED],
            bits,
            last_day(note.valid_until),
        ),
        names=tuple(names.values()),
        faces=faces,
    )


def tags_of(found: Facts) -> tuple[str, ...]:
    """The tags of a card."""
    return tuple(found.fact[2].splitlines())


def put(db: "Database", found: Mapping[int, Facts], known: Sequence[int]) -> None:
    """Write the facts of notes, by note_key, where they changed. known: notes that had facts before; those of
    them that are not found are forgotten."""
    held = _held(db, known) if known else {}
    changed = {key: one for key, one in found.items() if held.get(key) != _kept(one)}
    keys = json.dumps([*changed, *(held.keys() - found.keys())])
    for table in ("fact", "name", "face"):
        db.con.execute(f"DELETE FROM cache.{table} WHERE note_key {_AMONG}", (keys,))
    db.con.executemany(
        f"INSERT INTO cache.fact (note_key, {FACT}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(key, *one.fact) for key, one in changed.items()],
    )
    db.con.executemany(
        "INSERT INTO cache.name VALUES (?, ?, ?, ?)",
        [(what, folded(name), key, name) for key, one in changed.items() for what, name in one.names],
    )
    db.con.executemany(
        "INSERT OR REPLACE INTO cache.face VALUES (?, ?, ?, ?, ?)",
        [
            (card_key, key, face.front, folded(face.front[:RANKED]), face.content)
            for key, one in changed.items()
            for card_key, face in one.faces.items()
        ],
    )


_Kept = tuple[tuple[Any, ...], set[Name], dict[int, Face]]
"""The facts of a note as the tables hold them: of fact, name and face."""


def _kept(one: Facts) -> _Kept:
    return one.fact, set(one.names), dict(one.faces)


def _held(db: "Database", note_keys: Sequence[int]) -> dict[int, _Kept]:
    """What the tables hold of notes."""
    keys = (json.dumps(note_keys),)
    rows = db.con.execute(f"SELECT note_key, {FACT} FROM cache.fact WHERE note_key {_AMONG}", keys)
    held: dict[int, _Kept] = {key: (tuple(fact), set(), {}) for key, *fact in rows}
    for key, what, name in db.con.execute(
        f"SELECT note_key, what, name FROM cache.name WHERE note_key {_AMONG}", keys
    ):
        held[key][1].add((what, name))
    for key, card_key, *face in db.con.execute(
        f"SELECT note_key, card_key, front, content FROM cache.face WHERE note_key {_AMONG}", keys
    ):
        held[key][2][card_key] = Face(*face)
    return held


def folded(words: str) -> str:
    """A text as the index holds it; whatever SQLite cannot hold is left out."""
    return text.bare(_plain(words))


def _words(note: Note, texts: Sequence[str]) -> str:
    """What is searched of a note: a line a text, one space between words."""
    sides = (*map(note.front, note.parts), *map(note.back, note.parts))
    lines = (" ".join(one.split()) for one in dict.fromkeys((*sides, *texts, *note.tags)))
    return folded("\n".join(filter(None, lines)))


def _citations(citations: Iterable[Citation], deck: Deck) -> Iterator[str]:
    """What sources are called: the short name, and the citation behind it."""
    for one in citations:
        yield one.name
        if one.name in deck.sources and (known := deck.sources[one.name].citation):
            yield known


def line(front: str) -> str:
    """A front in one line, shortened, as SQLite can hold it."""
    return _plain(" ".join(front[: 2 * SHOWN].split())[:SHOWN])


def _plain(words: str) -> str:
    """A text without what SQLite cannot hold."""
    return words.encode("utf-8", "ignore").decode().replace("\0", " ")
