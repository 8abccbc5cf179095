"""Which cards are leeches by the rule of their decks, and what is logged when a card becomes one."""

import json
from typing import TYPE_CHECKING

from msgspec import Struct

from quizapp.core import leeches, schedule
from quizapp.core.leeches import LEECH_DAYS
from quizapp.core.reviews import Event, Rating, Review
from quizapp.core.settings import Settings
from quizapp.store import fits, log, memory, overrides, scopes, settings
from quizapp.store.cards import subject_of

_MARKED = f"""
SELECT type, target FROM event WHERE event_id IN (SELECT value FROM json_each(:ids)) AND {overrides.STANDS}
"""

if TYPE_CHECKING:
    from quizapp.store.database import Database


def condition(db: "Database") -> str:
    """SQL: a card of memory, joined with shelf by its key, is a leech."""
    usual = settings.load(db).leech_lapses
    own = {deck: one.leech_lapses for deck, one in scopes.decks_with_own(db).items()}
    cases = " ".join(f"WHEN {deck:d} THEN {lapses:d}" for deck, lapses in own.items() if lapses != usual)
    least = f"CASE shelf.deck_key {cases} ELSE {usual:d} END" if cases else f"{usual:d}"
    return f"memory.lapses >= {least} AND memory.due_day - memory.last_day < {LEECH_DAYS}"


def marks(db: "Database", review: Review) -> tuple[Event, ...]:
    """What is to be logged with an answer, not logged yet, that makes its card a leech; () for all others."""
    if review.rating != Rating.AGAIN or not review.counts:
        return ()
    row = db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (review.card_id,)).fetchone()
    subject = subject_of(db, row[0]) if row else 0
    before = memory.get(db, subject)
    rule = _settings_of(db, subject)
    if not leeches.becomes(before, schedule.apply(before, review, fits.in_force(db)), rule):
        return ()
    return tuple(
        Event(
            event_id=db.new_id(),
            type=type_,
            target=review.card_id,
            moment=review.moment,
            device_id=review.device_id,
        )
        for type_ in leeches.MARKS[rule.leech_action]
    )


class Marked(Struct, frozen=True):
    """Cards that the answers of a session made leeches, by what was logged about them and still stands."""

    flagged: int = 0
    """Flagged and not put aside."""
    suspended: int = 0

    def __bool__(self) -> bool:
        return bool(self.flagged or self.suspended)


def marked(db: "Database", session_id: str) -> Marked:
    """What came of the answers of a sitting, an exam or a round."""
    ids = [mark for review in log.of_session(db, session_id) for mark in review.graded.marks]
    rows = db.con.execute(_MARKED, {"ids": json.dumps(ids)}).fetchall()
    suspended = {target for type_, target in rows if type_ == "suspend"}
    return Marked(len({target for _, target in rows} - suspended), len(suspended))


def _settings_of(db: "Database", card_key: int) -> Settings:
    """Those of its deck; those for all decks if it is in none."""
    row = db.con.execute("SELECT deck_key FROM cache.shelf WHERE card_key = ?", (card_key,)).fetchone()
    return settings.load(db, scopes.of_deck(db, row[0]) if row else ())
