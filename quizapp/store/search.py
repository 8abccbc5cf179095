"""Search in the text of all cards on the shelf. The index follows the shelf in small steps: `update`."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizapp.core import text
from quizapp.core.deck import Note
from quizapp.core.kinds.base import strings
from quizapp.core.overview import Found
from quizapp.store.shelf import Shelf

if TYPE_CHECKING:
    from quizapp.store.database import Database

STEP = 500
"""Notes indexed in one transaction: some 20 ms."""
SHOWN = 200
"""Letters of a front that a result shows."""
_AMONG = "IN (SELECT value FROM json_each(?))"
GRAM = 3
"""Letters that the index knows a text by."""


def find(db: "Database", words: str, limit: int) -> list[Found]:
    """Notes that hold all these words, marks and case aside, each by its first card; oldest first."""
    sought = folded(words).split()
    if not sought:
        return []
    grams = {word[at : at + GRAM] for word in sought for at in range(len(word) - GRAM + 1)}
    tests = ["text LIKE ? ESCAPE char(92)"] * len(sought)
    arguments = [*map(_like, sought)]
    if grams:
        tests.append("words MATCH ?")
        arguments.append(_all_of(grams))
    rows = db.con.execute(
        "SELECT card_key, front, title, deck_key FROM cache.words "
        "JOIN cache.shelf ON card_key = (SELECT min(card_key) FROM cache.shelf WHERE note_key = words.rowid) "
        f"JOIN cache.deck USING (deck_key) WHERE {' AND '.join(tests)} ORDER BY words.rowid LIMIT ?",
        (*arguments, limit),
    )
    return [Found(card_key=key, front=front, deck=title, deck_key=deck) for key, front, title, deck in rows]


def update(db: "Database", shelf: Shelf, step: int = STEP) -> bool:
    """Bring some notes of the index up to date; False if none were left."""
    rows = db.con.execute(
        "SELECT note_key, deck_key, note FROM cache.pending LEFT JOIN cache.shelf USING (note_key) "
        "GROUP BY note_key ORDER BY note_key LIMIT ?",
        (step,),
    ).fetchall()
    if not rows:
        return False
    wanted = {
        key: _indexed(shelf.note(deck_key, index)) for key, deck_key, index in rows if deck_key is not None
    }
    keys = json.dumps([row[0] for row in rows])
    with db.transaction():
        held = {
            key: (text, front)
            for key, text, front in db.con.execute(
                f"SELECT rowid, text, front FROM cache.words WHERE rowid {_AMONG}", (keys,)
            )
        }
        stale = [(key,) for key, row in held.items() if wanted.get(key) != row]
        db.con.executemany("DELETE FROM cache.words WHERE rowid = ?", stale)
        db.con.executemany(
            "INSERT INTO cache.words (rowid, text, front) VALUES (?, ?, ?)",
            [(key, *row) for key, row in wanted.items() if held.get(key) != row],
        )
        db.con.execute(f"DELETE FROM cache.pending WHERE note_key {_AMONG}", (keys,))
    return True


def folded(words: str) -> str:
    """A text as the index holds it; whatever SQLite cannot hold is left out."""
    return text.bare(words.encode("utf-8", "ignore").decode().replace("\0", " "))


def _indexed(note: Note) -> tuple[str, str]:
    """What is searched of a note, and the front to show."""
    parts = note.parts
    front = note.front(parts[0] if parts else "")
    backs = (note.back(part) for part in parts)
    texts = (front, *backs, *strings(note.question), note.explain, *note.tags)
    return folded("\n".join(dict.fromkeys(filter(None, texts)))), front[:SHOWN]


def _all_of(grams: Iterable[str]) -> str:
    """An FTS5 query: every one of these, taken literally."""
    return " AND ".join('"' + gram.replace('"', '""') + '"' for gram in sorted(grams))


def _like(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
