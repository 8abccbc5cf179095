"""What events do to reviews (void, tombstone, regrade), to the identity of cards (alias) and to their state.

A void takes back a review, or what any event but a tombstone did, whichever of the two arrives first.
All of it is a fold of the log in the order (time, id): any order of arrival gives the same tables. Types
that are not listed here are kept in the log and change nothing.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from quizapp.core.reviews import Event, Moment, Review
from quizapp.store import aliases, fits, overrides, regrades
from quizapp.store.cards import key_of, subject_of

if TYPE_CHECKING:
    from quizapp.store.database import Database

_State = Mapping[str, int | None]

_AS_NEW: _State = {"suspended": None, "buried_day": None, "flagged": 0}

_STATE_CHANGES: dict[str, Callable[[int], _State]] = {
    "suspend": lambda day: {"suspended": 1},
    "unsuspend": lambda day: {"suspended": 0},
    "bury": lambda day: {"buried_day": day},
    "unbury": lambda day: {"buried_day": None},
    "flag": lambda day: {"flagged": 1},
    "unflag": lambda day: {"flagged": 0},
    "tombstone": lambda day: _AS_NEW,
}
"""Event type -> what it sets in card_state, given the study day it happened on."""

ATTEMPTS = ("exam", "paper", "step")
"""Types that tell of a quiz or an exam; the target is its session."""

_HIT = {
    "void": "SELECT seq, card_key FROM review WHERE review_id = :target",
    "tombstone": "SELECT seq, card_key FROM review JOIN card USING (card_key) "
    "WHERE card_id = :target AND at_ms <= :at_ms "
    "UNION SELECT seq, card_key FROM review WHERE session_id = :target AND at_ms <= :at_ms",
}
"""Event type -> the reviews that it takes back."""

_STATE_EVENTS = f"""
SELECT type, at_ms, utc_offset_min, rollover_h FROM event
WHERE {overrides.OF_SUBJECT} AND (type = 'tombstone' OR {overrides.STANDS})
ORDER BY at_ms, event_id
"""
_STATE_ONLY = _STATE_CHANGES.keys() - _HIT.keys()
"""Types after which no card is replayed."""
_ABOUT_CARDS = _STATE_ONLY | set(overrides.TYPES)


def is_purged(db: "Database", review: Review) -> bool:
    """True if a tombstone covers the review: it does not come back, not even by a merge."""
    found = db.con.execute(
        "SELECT 1 FROM event WHERE target IN (?, ?) AND type = 'tombstone' AND at_ms >= ?",
        (review.card_id, review.session_id, review.moment.at_ms),
    )
    return found.fetchone() is not None


def is_purged_attempt(db: "Database", event: Event) -> bool:
    """True if the event tells of a quiz or exam that was deleted: it does not come back either."""
    if event.type not in ATTEMPTS:
        return False
    sql = "SELECT 1 FROM event WHERE target = ? AND type = 'tombstone'"
    return db.con.execute(sql, (event.target,)).fetchone() is not None


def bury_if_voided(db: "Database", review: Review) -> bool:
    """A review, just logged, may come after its void: then it is dead from the start. True if so."""
    added = db.con.execute(
        "INSERT INTO dead SELECT seq FROM review WHERE review_id = :id "
        "AND EXISTS (SELECT 1 FROM event WHERE target = :id AND type = 'void')",
        {"id": review.review_id},
    )
    return added.rowcount > 0


def subjects_of(db: "Database", event: Event) -> set[int]:
    """The cards, by key, whose folds an event changes; asked before it is in the log."""
    return _SUBJECTS[event.type](db, event) if event.type in _SUBJECTS else set()


def is_replay(db: "Database", event: Event) -> bool:
    """Whether the memory of cards may be another after an event, not only their state."""
    return event.type not in _STATE_ONLY and _voided(db, event)[0] not in _STATE_ONLY


def take(db: "Database", event: Event) -> None:
    """Let an event, already in the log, change which reviews count, and for which card."""
    if event.type in _TAKES:
        _TAKES[event.type](db, event)


def refold_state(db: "Database", subject: int) -> None:
    """Fold one card's state anew."""
    state = dict(_AS_NEW)
    if subject_of(db, subject) == subject:
        for type_, *moment in db.con.execute(_STATE_EVENTS, {"subject": subject}):
            if type_ in _STATE_CHANGES:
                state |= _STATE_CHANGES[type_](Moment(*moment).study_day)
    if state == _AS_NEW:
        db.con.execute("DELETE FROM card_state WHERE card_key = ?", (subject,))
    else:
        db.con.execute(
            "INSERT OR REPLACE INTO card_state VALUES (:card_key, :suspended, :buried_day, :flagged)",
            {"card_key": subject, **state},
        )


def rebuild(db: "Database") -> None:
    """Fold all events anew."""
    for table in ("dead", "card_state"):
        db.con.execute(f"DELETE FROM {table}")
    aliases.rebuild(db)
    regrades.rebuild(db)
    fits.rebuild(db)
    for type_, sql in _HIT.items():
        for target, at_ms in _all(db, "target, at_ms", type_):
            _kill(db, sql, target, at_ms)
    touched = {
        subject_of(db, key_of(db, target, at_ms))
        for type_ in _STATE_ONLY
        for target, at_ms in _all(db, "target, at_ms", type_)
    }
    for subject in touched:
        refold_state(db, subject)


def _all(db: "Database", columns: str, type_: str) -> list[tuple[str, int]]:
    sql = f"SELECT {columns} FROM event WHERE type = ? ORDER BY at_ms, event_id"
    return db.con.execute(sql, (type_,)).fetchall()


def _kill(db: "Database", hit: str, target: str, at_ms: int) -> None:
    sql = f"INSERT OR IGNORE INTO dead SELECT seq FROM ({hit})"
    db.con.execute(sql, {"target": target, "at_ms": at_ms})


def _take_back(db: "Database", event: Event) -> None:
    _kill(db, _HIT[event.type], event.target, event.moment.at_ms)
    regrades.refold(db, regrades.concerned(db, event.target))
    aliases.take_back(db, event)
    fits.take_back(db, event)


def _regrade(db: "Database", event: Event) -> None:
    regrades.refold(db, event.target)


def _cards_of(db: "Database", review_id: str) -> set[int]:
    """The card of a review, if that is in the log."""
    found = db.con.execute("SELECT card_key FROM review WHERE review_id = ?", (review_id,))
    return {subject_of(db, key) for (key,) in found.fetchall()}


def _reviewed(db: "Database", event: Event) -> set[int]:
    """The cards of the reviews hit, the card named, if it is one, and those of an event taken back."""
    args = {"target": event.target, "at_ms": event.moment.at_ms}
    keys = {key for _, key in db.con.execute(_HIT[event.type], args)}
    keys |= {key for (key,) in db.con.execute("SELECT card_key FROM card WHERE card_id = :target", args)}
    reviewed = {subject_of(db, key) for key in keys} | _cards_of(db, regrades.concerned(db, event.target))
    type_, target, at_ms = _voided(db, event)
    if type_ in _ABOUT_CARDS:
        reviewed.add(subject_of(db, key_of(db, target, at_ms)))
    return reviewed | aliases.subjects_of_void(db, event)


def _voided(db: "Database", event: Event) -> tuple[str, str, int]:
    """Type, target and time of the event that a void takes back; empty if it is about none."""
    sql = "SELECT type, target, at_ms FROM event WHERE event_id = ?"
    row = db.con.execute(sql, (event.target,)).fetchone() if event.type == "void" else None
    return row or ("", "", 0)


def _named(db: "Database", event: Event) -> set[int]:
    return {subject_of(db, key_of(db, event.target, event.moment.at_ms))}


_SUBJECTS: dict[str, Callable[["Database", Event], set[int]]] = {
    **dict.fromkeys(_ABOUT_CARDS, _named),
    **dict.fromkeys(_HIT, _reviewed),
    "alias": aliases.subjects,
    "regrade": lambda db, event: _cards_of(db, event.target),
}
_TAKES: dict[str, Callable[["Database", Event], None]] = {
    **dict.fromkeys(_HIT, _take_back),
    "alias": aliases.join,
    "regrade": _regrade,
    "fit": lambda db, event: fits.rebuild(db),
}
