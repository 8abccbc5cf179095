"""What a search asks of a note beside its words (kind, tags, sources, ...), and how it is listed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core import text
from quizapp.core.deck import Citation, Deck, Note
from quizapp.core.kinds.base import strings
from quizapp.core.validity import last_day

if TYPE_CHECKING:
    from quizapp.store.database import Database

SHOWN = 200
"""Letters of a front that a list shows."""
RANKED = 40
"""Letters of a front that it is sorted by."""
PARTS = ("picture", "sound", "hint", "explanation", "source", "tag", "id")
"""What may come with a card, in the order of the bits of `has`."""

_AMONG = "IN (SELECT value FROM json_each(?))"
_PICTURE = "!["
"""How a picture in a Markdown text begins."""

Name = tuple[str, str]
"""(what, name): tag, source, by or id."""


class Facts(NamedTuple):
    """What is kept of one note."""

    words: str
    """Its texts, folded, as search reads them."""
    front: str
    """Of its first card, as `faces`."""
    fact: tuple[str, str, str, int, int | None]
    """kind, status, tags, has, valid_day: the columns of cache.fact."""
    names: tuple[Name, ...]
    faces: Mapping[int, str]
    """card_key -> its question in a line."""


def of_note(note: Note, deck: Deck, parts: Sequence[tuple[int, str]]) -> Facts:
    """The facts of a note. parts: (card_key, part) of its cards; deck: its header."""
    tags = note.tags
    sources = tuple(dict.fromkeys(_citations(note.source, deck)))
    names = (
        *(("tag", tag) for tag in tags),
        *(("source", name) for name in sources),
        *((what, name) for what, name in (("by", note.by), ("id", note.id)) if name),
    )
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
    faces = {card_key: line(note.front(part)) for card_key, part in parts}
    return Facts(
        words=_words(note, texts),
        front=next(iter(faces.values()), ""),
        fact=(note.kind.name, note.status, "\n".join(tags), bits, last_day(note.valid_until)),
        names=names,
        faces=faces,
    )


def tags_of(found: Facts) -> tuple[str, ...]:
    """The tags of a card."""
    return tuple(found.fact[2].splitlines())


def put(db: "Database", found: Mapping[int, Facts], gone: Iterable[int]) -> None:
    """Write the facts of notes, by note_key, and forget those of others."""
    keys = json.dumps([*found, *gone])
    for table in ("fact", "name", "face"):
        db.con.execute(f"DELETE FROM cache.{table} WHERE note_key {_AMONG}", (keys,))
    db.con.executemany(
        "INSERT INTO cache.fact VALUES (?, ?, ?, ?, ?, ?)", [(key, *one.fact) for key, one in found.items()]
    )
    db.con.executemany(
        "INSERT OR IGNORE INTO cache.name VALUES (?, ?, ?, ?)",
        [(what, folded(name), key, name) for key, one in found.items() for what, name in one.names],
    )
    db.con.executemany(
        "INSERT OR REPLACE INTO cache.face VALUES (?, ?, ?, ?)",
        [
            (card_key, key, front, folded(front[:RANKED]))
            for key, one in found.items()
            for card_key, front in one.faces.items()
        ],
    )


def folded(words: str) -> str:
    """A text as the index holds it; whatever SQLite cannot hold is left out."""
    return text.bare(words.encode("utf-8", "ignore").decode().replace("\0", " "))


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
    line = " ".join(front[: 2 * SHOWN].split())[:SHOWN]
    return line.encode("utf-8", "ignore").decode().replace("\0", " ")
