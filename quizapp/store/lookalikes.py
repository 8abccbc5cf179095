"""Cards of all decks that say the same, or nearly."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp.core.twins import twins

if TYPE_CHECKING:
    from quizapp.store.database import Database

_LETTERS = 600
"""Of a note's text that are compared."""
_TEXTS = """
SELECT words.text, (SELECT min(card_key) FROM cache.shelf WHERE shelf.note_key = words.rowid) AS first
FROM cache.words WHERE first NOT NULL ORDER BY words.rowid
"""


def lookalikes(
    db: "Database", progress: Callable[[int, int], None] | None = None
) -> tuple[tuple[int, ...], ...]:
    """Groups of cards that are alike, each note by its first card. For a worker: a connection of its own."""
    with db.twin() as twin:
        rows = twin.con.execute(_TEXTS).fetchall()
    groups = twins([text[:_LETTERS] for text, _ in rows], progress)
    return tuple(tuple(rows[index][1] for index in group) for group in groups)
