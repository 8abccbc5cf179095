"""Search in the text of all cards on the shelf. The index follows the shelf in small steps: `update`."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from quizapp.core.overview import Found
from quizapp.store import facts
from quizapp.store.facts import Facts, folded
from quizapp.store.shelf import Shelf

if TYPE_CHECKING:
    from quizapp.store.database import Database

STEP = 500
"""Notes indexed in one transaction: some 20 ms."""
_AMONG = "IN (SELECT value FROM json_each(?))"
MOST = 100
"""Words that are each a condition of their own; SQLite nests 1000 conditions at most."""
GRAM = 3
"""Letters that the index knows a text by."""


def find(db: "Database", words: str, limit: int) -> list[Found]:
    """Notes that hold all these words, marks and case aside, each by its first card; oldest first."""
    sought = list(dict.fromkeys(folded(words).split()))
    if not sought:
        return []
    held, arguments = matching(sought)
    rows = db.con.execute(
        "SELECT card_key, c1, title, deck_key FROM cache.words_content "
        "JOIN cache.shelf ON card_key = (SELECT min(card_key) FROM cache.shelf WHERE note_key = id) "
        f"JOIN cache.deck USING (deck_key) WHERE {held} ORDER BY id LIMIT ?",
        (*arguments, limit),
    )
    return [Found(card_key=key, front=front, deck=title, deck_key=deck) for key, front, title, deck in rows]


def matching(sought: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """SQL, and its arguments: a row of cache.words_content (id = note_key, c0 = text) holds all these texts.

    The table stands behind the index `words`, through which reading it takes twice as long.
    """
    grams = {text[at : at + GRAM] for text in sought for at in range(len(text) - GRAM + 1)}
    held = [text for text in sought if len(text) != GRAM]  # the index alone tells of a text of its own length
    tests = ["instr(c0, ?)"] * len(held[:MOST])
    if len(held) > MOST:
        tests.append("NOT EXISTS (SELECT 1 FROM json_each(?) WHERE NOT instr(c0, value))")
        held[MOST:] = [json.dumps(held[MOST:])]
    if grams:
        tests.append("id IN (SELECT rowid FROM cache.words WHERE words MATCH ?)")
        held.append(_all_of(grams))
    return " AND ".join(tests), tuple(held)


def update(db: "Database", shelf: Shelf, step: int = STEP) -> bool:
    """Bring some notes of the index up to date, their facts with them; False if none were left."""
    keys = [key for (key,) in db.con.execute("SELECT note_key FROM cache.pending LIMIT ?", (step,))]
    if not keys:
        return False
    wanted = _facts(db, shelf, keys)
    among = json.dumps(keys)
    with db.transaction():
        held = {
            key: (text, front)
            for key, text, front in db.con.execute(
                f"SELECT rowid, text, front FROM cache.words WHERE rowid {_AMONG}", (among,)
            )
        }
        rows = {key: (one.words, one.front) for key, one in wanted.items()}
        stale = [(key,) for key, row in held.items() if rows.get(key) != row]
        db.con.executemany("DELETE FROM cache.words WHERE rowid = ?", stale)
        db.con.executemany(
            "INSERT INTO cache.words (rowid, text, front) VALUES (?, ?, ?)",
            [(key, *row) for key, row in rows.items() if held.get(key) != row],
        )
        facts.put(db, wanted, list(held))
        db.con.execute(f"DELETE FROM cache.pending WHERE note_key {_AMONG}", (among,))
    return True


def _facts(db: "Database", shelf: Shelf, keys: list[int]) -> dict[int, Facts]:
    """Note_key -> what is to be kept of the notes among these that are on the shelf."""
    rows = db.con.execute(
        "SELECT note_key, deck_key, note, card_key, part FROM cache.shelf "
        f"WHERE note_key {_AMONG} ORDER BY note_key, card_key",
        (json.dumps(keys),),
    )
    headers = cache(shelf.header)
    found = {}
    for (key, deck_key, index), cards in groupby(rows.fetchall(), key=itemgetter(0, 1, 2)):
        parts = [(card_key, part) for *_, card_key, part in cards]
        found[key] = facts.of_note(shelf.note(deck_key, index), headers(deck_key), parts)
    return found


def _all_of(grams: Iterable[str]) -> str:
    """An FTS5 query: every one of these, taken literally."""
    return " AND ".join('"' + gram.replace('"', '""') + '"' for gram in sorted(grams))
