"""What the scheduler knows of each card: a cache over the log, with a stamp that says if it is current."""

from collections.abc import Callable
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.core import schedule
from quizapp.core.fsrs6 import Weights
from quizapp.core.reviews import Memory, Review
from quizapp.store import catching_up, effects, fits, overrides, regrades, totals
from quizapp.store.cards import KEYS_OF_SUBJECT
from quizapp.store.rows import REPLAY_COLUMNS, replayed_of

if TYPE_CHECKING:
    from quizapp.store.database import Database

FOLD_VERSION = 6
"""Version of the folds in this room; raised when a table of them means something else."""

_COLUMNS = Memory.__struct_fields__
_GET = f"SELECT {', '.join(_COLUMNS)} FROM memory WHERE card_key = ?"
_PUT = f"INSERT OR REPLACE INTO memory VALUES ({', '.join('?' * (1 + len(_COLUMNS)))})"

_CARD = f"""
SELECT card_id, {REPLAY_COLUMNS} FROM standing JOIN card USING (card_key)
WHERE subject = :subject AND card_key IN {KEYS_OF_SUBJECT} AND counts
ORDER BY at_ms, review_id
"""
_LATER = f"""
SELECT 1 FROM standing WHERE subject = :subject AND card_key IN {KEYS_OF_SUBJECT} AND counts
AND (at_ms, review_id) > (:at_ms, :review_id) LIMIT 1
"""
_ALL = f"""
SELECT card_key, card_id, mode, visible_ms, utc_offset_min, {REPLAY_COLUMNS}
FROM review CROSS JOIN card USING (card_key)
WHERE NOT EXISTS (SELECT 1 FROM dead WHERE dead.seq = review.seq)
AND card_key NOT IN (
    SELECT old_key FROM alias UNION SELECT new_key FROM alias
    UNION SELECT card_key FROM regrade CROSS JOIN review USING (seq)
    UNION {overrides.SUBJECTS}
)
ORDER BY card_key, at_ms, review_id
"""
_ONE_BY_ONE = f"SELECT new_key FROM alias UNION {regrades.SUBJECTS} UNION {overrides.SUBJECTS}"
"""Cards that have aliases, reviews that count otherwise than they were logged, or another due day."""
_STEP = 1_000
"""Cards between two words of progress."""
_TRIES = 3


def untold(done: int, total: int) -> None:
    """In place of who wants to know how far it is."""


class _Folded(NamedTuple):
    memories: list[tuple[Any, ...]]
    """Rows of memory."""
    sums: totals.Totals


def get(db: "Database", card_key: int) -> Memory | None:
    """The memory of a card; None if it was never studied."""
    row = db.con.execute(_GET, (card_key,)).fetchone()
    return Memory(**dict(zip(_COLUMNS, row, strict=True))) if row else None


def add(db: "Database", subject: int, review: Review, *, anew: bool = False) -> None:
    """Take in a review that has just been logged and stands; not all of them move the schedule.

    anew: it counts otherwise than it was logged.
    """
    if not review.counts:
        return
    at_ms, id_ = schedule.order(review)
    later = db.con.execute(_LATER, {"subject": subject, "at_ms": at_ms, "review_id": id_}).fetchone()
    if anew or later or overrides.is_later(db, subject, at_ms, id_):
        refold(db, subject)
    else:
        db.con.execute(_PUT, _row(subject, schedule.apply(get(db, subject), review, fits.in_force(db))))


def refold(db: "Database", subject: int) -> None:
    """Replay one card."""
    memory = _replay(db, subject, fits.in_force(db))
    if memory is None:
        db.con.execute("DELETE FROM memory WHERE card_key = ?", (subject,))
    else:
        db.con.execute(_PUT, _row(subject, memory))


def _replay(db: "Database", subject: int, weights: Weights) -> Memory | None:
    reviews = (replayed_of(card_id, row) for card_id, *row in db.con.execute(_CARD, {"subject": subject}))
    return schedule.fold(merge(reviews, overrides.of_card(db, subject), key=schedule.order), weights)


def due_days(db: "Database", weights: Weights) -> dict[int, int]:
    """When each card would be due by these parameters, by card_key; nothing is changed."""
    days = {}
    for key, group in groupby(db.con.execute(_ALL), key=itemgetter(0)):
        memory = None
        for _, card_id, mode, _, _, *row in group:
            review = replayed_of(card_id, row)
            if mode == "study" or review.due_day:
                memory = schedule.apply(memory, review, weights)
        if memory is not None:
            days[key] = memory.due_day
    for (subject,) in db.con.execute(_ONE_BY_ONE).fetchall():
        memory = _replay(db, subject, weights)
        if memory is not None:
            days[subject] = memory.due_day
    return days


def rebuild(
    db: "Database", progress: Callable[[int, int], None] = untold, *, span_day: int | None = None
) -> None:
    """Fold the whole log anew: memory and all other folds. About 13 s for a million reviews.

    The log is read without holding up other connections; the cards that something was appended of meanwhile
    are folded once more, and if that is much or of other parameters, all of them are.
    progress: called with (reviews done, all reviews) now and then. span_day: the study day that the spans of
    cards end with; None: today.
    """
    end = db.now().study_day if span_day is None else span_day
    for _ in range(_TRIES if catching_up.is_shared(db) else 0):
        with db.transaction():
            effects.rebuild(db)
            since = catching_up.end(db)
        with catching_up.as_it_stands(db) as then:
            folded = _fold(then, end, progress)
            with db.transaction():
                if _catch_up(db, then, folded, since):
                    return
    with db.transaction():
        effects.rebuild(db)
        _write(db, _fold(db, end, progress))


def _catch_up(db: "Database", then: "Database", folded: _Folded, since: catching_up.End) -> bool:
    """Put in place what was folded of the log as it stood then, with what came since; False if it cannot."""
    cards = catching_up.touched(db, since) if are_alike(stamp(db), stamp(then)) else None
    if cards is None:
        return False
    for subject in cards:
        before, after = totals.Totals(folded.sums.today), totals.Totals(folded.sums.today)
        totals.take(then, before, subject)
        totals.take(db, after, subject)
        folded.sums.move(before, after)
    _write(db, folded)
    for subject in cards:
        refold(db, subject)
    return True


def is_current(db: "Database") -> bool:
    """False if the folds are missing, incomplete, or made by other rules: then `rebuild`."""
    return folded(db) == stamp(db)


def folded(db: "Database") -> str:
    """The stamp that the folds have."""
    return db.meta("folded") or stamp_at(0, 0, "")


def stamp(db: "Database") -> str:
    """How far the log goes, and by which rules and parameters it is folded."""
    return stamp_at(*catching_up.end(db), fits.in_force(db).fit_id)


def stamp_at(review_seq: int, event_seq: int, fit_id: str) -> str:
    return f"{FOLD_VERSION}.{schedule.SCHEDULE_VERSION}.{fit_id}:{review_seq}:{event_seq}"


def are_alike(stamp: str, other: str) -> bool:
    """Whether two stamps are of the same rules and parameters."""
    return stamp.partition(":")[0] == other.partition(":")[0]


def _fold(db: "Database", span_day: int, progress: Callable[[int, int], None]) -> _Folded:
    """All cards."""
    weights = fits.in_force(db)
    (count,) = db.con.execute("SELECT count(*) FROM review").fetchone()
    memories = []
    sums = totals.Totals(span_day)
    done = 0
    for number, (key, group) in enumerate(groupby(db.con.execute(_ALL), key=itemgetter(0)), 1):
        memory = None
        counted = []
        for _, card_id, mode, visible_ms, offset_min, *row in group:
            review = replayed_of(card_id, row)
            counted.append(
                (review.study_day, mode, review.rating, visible_ms, review.moment.at_ms, offset_min)
            )
            if mode == "study" or review.due_day:
                memory = schedule.apply(memory, review, weights)
        sums.take(key, counted)
        if memory:
            memories.append(_row(key, memory))
        done += len(counted)
        if number % _STEP == 0:
            progress(done, count)
    for (subject,) in db.con.execute(_ONE_BY_ONE).fetchall():
        if memory := _replay(db, subject, weights):
            memories.append(_row(subject, memory))
        totals.take(db, sums, subject)
    return _Folded(memories, sums)


def _write(db: "Database", folded: _Folded) -> None:
    """Put the folds in place."""
    db.con.execute("DELETE FROM memory")
    db.con.executemany(_PUT, folded.memories)
    totals.replace(db, folded.sums)
    db.set_meta("folded", stamp(db))


def _row(card_key: int, memory: Memory) -> tuple[Any, ...]:
    return (card_key, *(getattr(memory, name) for name in _COLUMNS))
