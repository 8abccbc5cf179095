"""The log: reviews and events are appended, never changed.

Each append is one durable transaction that brings the folds (memory, totals, states) along.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from quizapp.core.reviews import Event, Memory, Review
from quizapp.store import effects, memory, regrades, totals
from quizapp.store.cards import KEYS_OF_SUBJECT, key_of, subject_of
from quizapp.store.rows import EVENT_COLUMNS, REVIEW_COLUMNS, event_of, event_row, review_of, review_row

if TYPE_CHECKING:
    from quizapp.store.database import Database

Row = tuple[Any, ...]
"""The values of REVIEW_COLUMNS or EVENT_COLUMNS."""
_REVIEW_PLACES = ", ".join("?" * (1 + REVIEW_COLUMNS.count(",") + 1))
_EVENT_PLACES = ", ".join("?" * (EVENT_COLUMNS.count(",") + 1))
_ADD_REVIEW = (
    f"INSERT INTO review (card_key, {REVIEW_COLUMNS}) VALUES ({_REVIEW_PLACES}) "
    "ON CONFLICT (review_id) DO NOTHING"
)
_ADD_EVENT = f"INSERT INTO event ({EVENT_COLUMNS}) VALUES ({_EVENT_PLACES}) ON CONFLICT (event_id) DO NOTHING"
_LATEST = (
    "SELECT max((SELECT coalesce(max(at_ms), 0) FROM review), (SELECT coalesce(max(at_ms), 0) FROM event))"
)
_MOVE = """
UPDATE memory SET due_day = ?, due_ms = 0, step = 0
WHERE card_key = (SELECT card_key FROM card WHERE card_id = ?)
"""
"""What schedule.override does, in place."""


def append_review(db: "Database", review: Review, row: Row | None = None) -> Memory | None:
    """Log an answer, durable on return; the card's memory after it (None if it was never studied).

    A review that is there already, or that a tombstone covers, changes nothing.
    row: as it is to be kept, where it holds more than this version reads.
    """
    with db.transaction():
        subject = subject_of(db, key_of(db, review.card_id, review.moment.at_ms))
        stamp = memory.stamp(db)
        before = totals.of_card(db, subject)
        if insert_review(db, review, row):
            regraded = regrades.refold(db, review.review_id)
            if not effects.bury_if_voided(db, review):
                memory.add(db, subject, review, anew=regraded)
                totals.move(db, before, totals.of_card(db, subject))
            _restamp(db, stamp)
        return memory.get(db, subject)


def append_event(db: "Database", event: Event, row: Row | None = None) -> None:
    """Log an event, durable on return, and fold the cards it concerns anew. Undo is the event `void`."""
    with db.transaction():
        stamp = memory.stamp(db)
        subjects = effects.subjects_of(db, event)
        replayed = subjects if effects.is_replay(db, event) else ()
        before = {subject: totals.of_card(db, subject) for subject in replayed}
        if not insert_event(db, event, row):
            return
        effects.take(db, event)
        for subject in subjects:
            effects.refold_state(db, subject)
        for subject in replayed:
            memory.refold(db, subject)
            totals.move(db, before[subject], totals.of_card(db, subject))
        _restamp(db, stamp)


def append_events(db: "Database", events: Iterable[Event]) -> None:
    """Log some events, all or none of them; see `append_event`."""
    with db.transaction():
        for event in events:
            append_event(db, event)


def append_due_days(db: "Database", events: Iterable[Event]) -> None:
    """Log many `set_due` events about cards on the shelf, all or none, as `append_events` does.

    Where nothing in the log is later than they are, no card is replayed for it.
    """
    with db.transaction():
        stamp = memory.stamp(db)
        (latest,) = db.con.execute(_LATEST).fetchone()
        for event in events:
            if latest >= event.moment.at_ms:
                append_event(db, event)
            elif insert_event(db, event):
                db.con.execute(_MOVE, (event.payload["day"], event.target))
        _restamp(db, stamp)


def append_void_of_due_day(db: "Database", void: Event, card_id: str, day: int | None) -> None:
    """Take a `set_due` back. day: the card's day without it, where that is known; None: replay the card."""
    with db.transaction():
        stamp = memory.stamp(db)
        if day is None:
            append_event(db, void)
        elif insert_event(db, void):
            db.con.execute(_MOVE, (day, card_id))
            _restamp(db, stamp)


def append_all(db: "Database", reviews: Iterable[Review], events: Iterable[Event] = ()) -> int:
    """Log many at once, as an import does, then fold the whole log anew; how many were not there yet."""
    with db.transaction():
        added = sum([insert_event(db, event) for event in events])
        added += sum([insert_review(db, review) for review in reviews])
        if added:
            memory.rebuild(db)
    return added


def insert_review(db: "Database", review: Review, row: Row | None = None) -> bool:
    """Log an answer without folding it: `memory.rebuild` has to follow. True if it was not there yet."""
    if effects.is_purged(db, review):
        return False
    key = key_of(db, review.card_id, review.moment.at_ms)
    return db.con.execute(_ADD_REVIEW, (key, *(row or review_row(review)))).rowcount > 0


def insert_event(db: "Database", event: Event, row: Row | None = None) -> bool:
    """Log an event without folding it, as `insert_review` does."""
    if effects.is_purged_attempt(db, event):
        return False
    return db.con.execute(_ADD_EVENT, row or event_row(event)).rowcount > 0


def reviews(db: "Database", card_id: str | None = None) -> Iterator[Review]:
    """All that was logged, taken back or not, in the order of time; of one card id, or of all."""
    return _read(db, "review", "card_id = :id" if card_id else "1", {"id": card_id})


def history(db: "Database", card_key: int) -> list[Review]:
    """The reviews of a card that count, and of what it was before it had this id, in the order of time."""
    where = f"subject = :subject AND card_key IN {KEYS_OF_SUBJECT}"
    return list(_read(db, "standing", where, {"subject": card_key}))


def answers(db: "Database", card_key: int) -> list[tuple[int, int, int]]:
    """(rating, time in ms, ms until answered) of each review of a card that its study counts, as in `history`
    but for a part of the time."""
    return db.con.execute(
        "SELECT rating, at_ms, visible_ms FROM standing "
        f"WHERE subject = :subject AND card_key IN {KEYS_OF_SUBJECT} AND mode = 'study' "
        "ORDER BY at_ms, review_id",
        {"subject": card_key},
    ).fetchall()


def of_session(db: "Database", session_id: str) -> list[Review]:
    """The reviews of a sitting that count, in the order they were appended."""
    return list(_read(db, "standing", "session_id = :id", {"id": session_id}, "seq"))


def events(db: "Database") -> Iterator[Event]:
    """All events, in the order of time."""
    rows = db.con.execute(f"SELECT {EVENT_COLUMNS} FROM event ORDER BY at_ms, event_id")
    return map(event_of, rows)


def last_voidable(db: "Database", session_id: str) -> Review | None:
    """The review that an undo in this session takes back next: the last one appended that still counts."""
    found = _read(db, "standing", "session_id = :id", {"id": session_id}, "seq DESC LIMIT 1")
    return next(found, None)


def _read(
    db: "Database", table: str, where: str, args: dict[str, Any], order: str = "at_ms, review_id"
) -> Iterator[Review]:
    rows = db.con.execute(
        f"SELECT card_id, {REVIEW_COLUMNS} FROM {table} JOIN card USING (card_key) "
        f"WHERE {where} ORDER BY {order}",
        args,
    )
    return (review_of(card_id, tuple(row)) for card_id, *row in rows)


def _restamp(db: "Database", before: str) -> None:
    """Say that the folds have come along, if they were current before. To other parameters none comes along:
    then `memory.rebuild` is due."""
    now = memory.stamp(db)
    if memory.folded(db) == before and memory.are_alike(now, before):
        db.set_meta("folded", now)
