"""What folders and decks allow on a day: the limits kept for them, less what was studied of them."""

from typing import TYPE_CHECKING, Any

from quizapp.core.agenda import Cap
from quizapp.store import scopes, settings
from quizapp.store.cards import KEYS_OF_SUBJECT

if TYPE_CHECKING:
    from quizapp.store.database import Database

# A card whose reviews are all of today was new today.
_DONE = f"""
SELECT deck_key, sum(fresh), sum(NOT fresh) FROM (
    SELECT deck_key, memory.reps <= (
        SELECT count(*) FROM standing WHERE subject = memory.card_key AND standing.study_day = :today
        AND standing.card_key IN {KEYS_OF_SUBJECT.replace(":subject", "memory.card_key")}
    ) AS fresh
    FROM memory JOIN shelf USING (card_key) WHERE last_day = :today
) GROUP BY deck_key
"""


def today(db: "Database", study_day: int) -> tuple[Cap, ...]:
    """Each folder's and each deck's own limits as they stand now; none where none is kept."""
    limits = [_narrower(db, key) for key in ("new_per_day", "reviews_per_day")]
    if not any(limits):
        return ()
    done = {deck: counts for deck, *counts in db.con.execute(_DONE, {"today": study_day})}
    return tuple(
        Cap(
            decks=decks,
            new=_left(decks, done, 0, limits[0].get(scope)),
            reviews=_left(decks, done, 1, limits[1].get(scope)),
        )
        for scope, decks in _members(db).items()
        if scope in limits[0] or scope in limits[1]
    )


def _narrower(db: "Database", key: str) -> dict[str, Any]:
    """Scope of a folder or deck -> the limit kept for it."""
    return {scope: value for scope, value in settings.held(db, key).items() if ":" in scope}


def _members(db: "Database") -> dict[str, frozenset[int]]:
    """Scope -> its decks."""
    members: dict[str, set[int]] = {}
    for deck, path, deck_id in db.con.execute("SELECT deck_key, path, deck_id FROM cache.deck WHERE studied"):
        for scope in scopes.of_file(path, deck_id):
            members.setdefault(scope, set()).add(deck)
    return {scope: frozenset(decks) for scope, decks in members.items()}


def _left(decks: frozenset[int], done: dict[int, list[int]], at: int, limit: int | None) -> int | None:
    return None if limit is None else max(0, limit - sum(done[deck][at] for deck in decks & done.keys()))
