"""Moves of due days: what a spread backlog or the present settings would move, and all of it as one step."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from quizapp.core import due_days
from quizapp.core.due_days import Move, Shift, Standing
from quizapp.core.reviews import Event, Moment
from quizapp.core.settings import Settings
from quizapp.store import fits, log, overrides, scopes
from quizapp.store.due import AWAKE, RECALL

if TYPE_CHECKING:
    from quizapp.store.database import Database

_T = TypeVar("_T")
Progress = Callable[[int, int], None]
"""Takes (done, total)."""

_ON_SHELF = (
    "memory JOIN shelf USING (card_key) JOIN card USING (card_key) LEFT JOIN card_state USING (card_key)"
)
_SELECT = f"SELECT card_id, deck_key, due_day, last_day, stability, reps FROM {_ON_SHELF} WHERE step = 0 AND "
_LEARNED = f"{_SELECT} coalesce(card_state.suspended, shelf.suspended) = 0 ORDER BY due_day, card_key"
_WAITING = f"{_SELECT} {AWAKE} AND due_day <= :today ORDER BY {RECALL} DESC, card_key"
_LOAD = (
    f"SELECT due_day, count(*) FROM {_ON_SHELF} "
    "WHERE coalesce(card_state.suspended, shelf.suspended) = 0 GROUP BY due_day"
)
_BATCHES = f"""
SELECT json_extract(payload, '$.batch'), json_extract(payload, '$.what'), min(at_ms), count(*) FROM event
WHERE type = 'set_due' AND json_extract(payload, '$.batch') NOTNULL AND device_id = ? AND {overrides.STANDS}
GROUP BY 1 ORDER BY 3 DESC LIMIT 1
"""
_OF_BATCH = f"""
SELECT event_id, target, json_extract(payload, '$.was'), json_extract(payload, '$.after'), seq FROM event
WHERE type = 'set_due' AND json_extract(payload, '$.batch') = ? AND {overrides.STANDS}
ORDER BY seq
"""
_NOW_CALLED = (
    "LEFT JOIN alias ON old_key = said.card_key JOIN card ON card.card_key = coalesce(new_key, said.card_key)"
)
_REVIEWED_SINCE = f"SELECT card.card_id FROM review AS said {_NOW_CALLED} WHERE seq > ?"
_SAID_SINCE = f"""
SELECT type, card.card_id FROM event JOIN card AS said ON said.card_id = target {_NOW_CALLED}
WHERE seq > :seq AND json_extract(payload, '$.batch') IS NOT :batch
UNION SELECT type, '' FROM event WHERE seq > :seq AND json_extract(payload, '$.batch') IS NOT :batch
"""
_OF_ONE_CARD = {
    "suspend",
    "unsuspend",
    "bury",
    "unbury",
    "flag",
    "unflag",
    "reset",
    "set_due",
    "keep",
    "exclude",
}
"""Events that leave the due days of all cards but their target as they are."""
_STEP = 1_000
"""Cards between two words of progress."""


class Batch(Struct, frozen=True, kw_only=True):
    """Moves that were done as one step."""

    batch_id: str
    what: str
    """`spread` or `settings`."""
    at_ms: int
    cards: int


def waiting(db: "Database", today: int) -> int:
    """Cards that are due, learning ones aside."""
    sql = f"SELECT count(*) FROM {_ON_SHELF} WHERE step = 0 AND {AWAKE} AND due_day <= :today"
    return int(db.con.execute(sql, {"today": today}).fetchone()[0])


def room(db: "Database", today: int, settings: Settings) -> int:
    """Reviews that the day has room for still."""
    sql = "SELECT coalesce(sum(due), 0) FROM day_total WHERE study_day = ?"
    (done,) = db.con.execute(sql, (today,)).fetchone()
    return max(0, settings.reviews_per_day - int(done))


def spread(db: "Database", now: Moment, *, keep: int, days: int) -> Shift:
    """What spreading the backlog would do. keep: the cards most worth keeping that stay for today."""
    today = now.study_day
    cards = _standing(db, _WAITING, today)
    load = _load(db)
    return due_days.shift(due_days.spread(cards, load, today, keep, days), load, today)


def by_settings(db: "Database", now: Moment, usual: Settings, progress: Progress) -> Shift:
    """What the present settings would move. usual: those of decks without values of their own."""
    today = now.study_day
    cards = _standing(db, _LEARNED, today)
    own = scopes.decks_with_own(db)
    load = _load(db)
    decay = fits.in_force(db).decay
    found = due_days.rescheduled(cards, lambda deck: own.get(deck, usual), load, today, decay)
    moves = []
    for number, move in enumerate(found):
        if number % _STEP == 0:
            progress(number, len(cards))
        if move is not None:
            moves.append(move)
    return due_days.shift(moves, load, today)


def apply(db: "Database", moves: Sequence[Move], what: str, progress: Progress) -> str:
    """Log all moves, or none, as one step; its id."""
    batch, now = db.new_id(), db.now()
    (after,) = db.con.execute("SELECT coalesce(max(seq), 0) FROM review").fetchone()
    said = {"batch": batch, "what": what, "after": after}
    log.append_due_days(
        db,
        (
            Event(
                event_id=db.new_id(),
                type="set_due",
                target=move.card_id,
                moment=now,
                device_id=db.device_id,
                payload={"day": move.to_day, "was": move.from_day, **said},
            )
            for move in _counted(moves, progress)
        ),
    )
    return batch


def last(db: "Database") -> Batch | None:
    """The step that was done last on this machine and stands."""
    row = db.con.execute(_BATCHES, (db.device_id,)).fetchone()
    return Batch(batch_id=row[0], what=row[1] or "", at_ms=row[2], cards=row[3]) if row else None


def undo(db: "Database", batch_id: str, progress: Progress) -> int:
    """Take a whole step back; how many cards have their former day again."""
    with db.transaction():
        moved = db.con.execute(_OF_BATCH, (batch_id,)).fetchall()
        touched = _touched_since(db, batch_id, *moved[0][3:]) if moved else None
        now = db.now()
        for id_, card_id, was, *_ in _counted(moved, progress):
            void = Event(event_id=db.new_id(), type="void", target=id_, moment=now, device_id=db.device_id)
            untouched = touched is not None and card_id not in touched
            log.append_void_of_due_day(db, void, card_id, was if untouched else None)
    return len(moved)


def _touched_since(db: "Database", batch_id: str, review_seq: int, event_seq: int) -> set[str] | None:
    """The cards whose due day may have become another since a step, by their ids; None: any of them."""
    said = db.con.execute(_SAID_SINCE, {"seq": event_seq, "batch": batch_id}).fetchall()
    if any(type_ not in _OF_ONE_CARD for type_, _ in said):
        return None
    reviewed = {card_id for (card_id,) in db.con.execute(_REVIEWED_SINCE, (review_seq,))}
    return reviewed | {target for _, target in said}


def _counted(things: Sequence[_T], progress: Progress) -> Iterator[_T]:
    for number, thing in enumerate(things):
        if number % _STEP == 0:
            progress(number, len(things))
        yield thing


def _standing(db: "Database", sql: str, today: int) -> list[Standing]:
    rows = db.con.execute(sql, {"today": today})
    return [
        Standing(card_id=id_, deck_key=deck, due_day=due, last_day=last_, stability=stability, reps=reps)
        for id_, deck, due, last_, stability, reps in rows
    ]


def _load(db: "Database") -> dict[int, int]:
    return dict(db.con.execute(_LOAD).fetchall())
