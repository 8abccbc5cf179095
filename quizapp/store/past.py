"""How cards read before: kept when the text of a card with progress changes or leaves the decks."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from quizapp.core.content import content_hash
from quizapp.store.packing import CHUNK, unpack_notes

if TYPE_CHECKING:
    from quizapp.store.database import Database

_STUDIED = """
SELECT card_key, deck_key, note, part FROM cache.shelf WHERE note_key IN (SELECT value FROM json_each(?))
AND (
    EXISTS (SELECT 1 FROM memory WHERE memory.card_key = shelf.card_key)
    OR EXISTS (SELECT 1 FROM review WHERE review.card_key = shelf.card_key)
)
"""
_PUT = """
INSERT INTO past VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (card_key, content_hash) DO UPDATE SET
at_ms = excluded.at_ms, deck = excluded.deck, front = excluded.front, back = excluded.back
"""
_LAST = """
SELECT card_key, deck, front, back, max(at_ms) FROM past
WHERE card_key IN (SELECT value FROM json_each(?)) GROUP BY card_key
"""


class Text(Struct, frozen=True):
    """A card in plain words."""

    deck: str
    """Title."""
    front: str
    back: str
    at_ms: int
    """Until when it read so, UTC milliseconds."""


def keep(db: "Database", note_keys: Collection[int], now_ms: int) -> None:
    """Keep the texts that these notes have in the cache: they are about to be replaced there."""
    rows = db.con.execute(_STUDIED, (json.dumps(list(note_keys)),)).fetchall()
    wanted: dict[tuple[int, int], list[tuple[int, int, str]]] = defaultdict(list)
    for card_key, deck_key, index, part in rows:
        wanted[deck_key, index // CHUNK].append((card_key, index % CHUNK, part))
    for (deck_key, number), cards in wanted.items():
        db.con.executemany(_PUT, _texts(db, deck_key, number, cards, now_ms))


def _texts(
    db: "Database", deck_key: int, number: int, cards: Iterable[tuple[int, int, str]], now_ms: int
) -> list[tuple[Any, ...]]:
    """Rows of `past` for some cards of one chunk."""
    row = db.con.execute(
        "SELECT title, chunk.notes FROM cache.chunk JOIN cache.deck USING (deck_key) "
        "WHERE deck_key = ? AND number = ?",
        (deck_key, number),
    ).fetchone()
    notes = unpack_notes(row[1])
    texts = [(card_key, notes[at].front(part), notes[at].back(part)) for card_key, at, part in cards]
    return [
        (card_key, content_hash(front, back), now_ms, row[0], front, back) for card_key, front, back in texts
    ]


def last(db: "Database", card_keys: Iterable[int]) -> dict[int, Text]:
    """How cards read last before they changed or went, by key; only those of which that is known."""
    rows = db.con.execute(_LAST, (json.dumps(list(card_keys)),))
    return {key: Text(deck, front, back, at_ms) for key, deck, front, back, at_ms in rows}


def by_hash(db: "Database", card_key: int, content: str) -> Text | None:
    """How a card read when it had this hash."""
    row = db.con.execute(
        "SELECT deck, front, back, at_ms FROM past WHERE card_key = ? AND content_hash = ?",
        (card_key, content),
    ).fetchone()
    return Text(*row) if row else None
