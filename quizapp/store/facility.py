"""The answers to the cards of a deck, gathered for its author. Reads the log; writes nothing."""

from collections import defaultdict
from typing import TYPE_CHECKING

from quizapp.core.facility import Findings, findings
from quizapp.core.reviews import Graded, Memory
from quizapp.store import memory, scopes, settings
from quizapp.store.rows import graded_of

if TYPE_CHECKING:
    from quizapp.store.database import Database
    from quizapp.store.shelf import Shelf

_FIRST = """
SELECT note, part, outcome FROM (
    SELECT note, part, outcome, at_ms, review_id,
        row_number() OVER (PARTITION BY session_id, subject ORDER BY at_ms, review_id) AS look
    FROM standing JOIN cache.shelf ON shelf.card_key = subject
    WHERE deck_key = ? AND mode <> 'cram'
) WHERE look = 1 ORDER BY at_ms, review_id
"""
"""The first answer to each card in each sitting, of those that count; not in quick rounds."""


def of_deck(db: "Database", shelf: "Shelf", deck_key: int) -> tuple[Findings, ...]:
    """What there is to say about each note, in the order of the deck; KeyError if there is none."""
    given: dict[int, list[tuple[str, Graded]]] = defaultdict(list)
    for note, part, outcome in db.con.execute(_FIRST, (deck_key,)):
        given[note].append((part, graded_of(outcome)))
    memories: dict[int, list[Memory]] = defaultdict(list)
    rows = db.con.execute(
        "SELECT note, card_key FROM cache.shelf JOIN memory USING (card_key) WHERE deck_key = ?", (deck_key,)
    )
    for note, card_key in rows.fetchall():
        known = memory.get(db, card_key)
        if known is not None:
            memories[note].append(known)
    today = db.now().study_day
    own = settings.load(db, scopes.of_deck(db, deck_key))
    return tuple(
        findings(index, note, given[index], memories[index], today, own)
        for index, note in enumerate(shelf.deck(deck_key).notes)
    )
