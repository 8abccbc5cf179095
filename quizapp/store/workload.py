"""What each desired retention would cost: gathered from memory and log, kept for the study day."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from quizapp.core.reviews import Rating
from quizapp.core.stats import Load
from quizapp.core.workload import SAMPLE, Known, Learner, workload
from quizapp.store import fits

if TYPE_CHECKING:
    from quizapp.store.database import Database

ANSWERS = 5_000
"""The last ones in study tell how this learner rates, and how long an answer takes."""
ENOUGH = 50
"""Fewer answers that recalled, or that did not, tell nothing: then those of a usual learner count."""
_KEY = "workload"
"""In cache.about."""
_ALIVE = (
    "memory JOIN shelf USING (card_key) LEFT JOIN card_state USING (card_key) "
    "WHERE coalesce(card_state.suspended, shelf.suspended) = 0"
)
_CARDS = f"""
SELECT stability, difficulty, max(0, :today - last_day) FROM (
    SELECT stability, difficulty, last_day, row_number() OVER (ORDER BY card_key) - 1 AS at FROM {_ALIVE}
) WHERE at % :every = 0 ORDER BY at
"""
_RATED = """
SELECT rating, count(*), avg(nullif(visible_ms, 0)) FROM (
    SELECT rating, visible_ms FROM review WHERE mode = 'study' ORDER BY seq DESC LIMIT ?
) GROUP BY rating
"""


def learner(db: "Database", today: int) -> Learner:
    """What a simulation has to know."""
    (cards,) = db.con.execute(f"SELECT count(*) FROM {_ALIVE}").fetchone()
    every = max(1, cards // SAMPLE)
    rows = db.con.execute(_CARDS, {"today": today, "every": every}).fetchall()
    usual = Learner(
        cards=cards, sample=tuple(Known(*row) for row in rows), parameters=fits.in_force(db).parameters
    )
    counts = {rating: (count, (ms or 0) / 1000) for rating, count, ms in db.con.execute(_RATED, (ANSWERS,))}
    ways = [counts.get(rating, (0, 0.0)) for rating in (Rating.HARD, Rating.GOOD, Rating.EASY)]
    passed = sum(count for count, _ in ways)
    failed, seconds_failed = counts.get(Rating.AGAIN, (0, 0.0))
    seconds = sum(count * each for count, each in ways) / passed if passed else 0.0
    if passed >= ENOUGH:
        hard, good, easy = (count / passed for count, _ in ways)
        usual = msgspec.structs.replace(usual, passed=(hard, good, easy), seconds=seconds or usual.seconds)
    if failed >= ENOUGH and seconds_failed:
        usual = msgspec.structs.replace(usual, seconds_failed=seconds_failed)
    return usual


def loads(db: "Database", progress: Callable[[int, int], None] | None = None) -> tuple[Load, ...]:
    """For each desired retention; () while nothing was learned. Some seconds of work, once a study day where
    that can be kept."""
    today, fit_id = db.now().study_day, fits.in_force(db).fit_id
    row = db.con.execute("SELECT value FROM cache.about WHERE key = ?", (_KEY,)).fetchone()
    if row is not None:
        kept = json.loads(row[0])
        if kept[:2] == [today, fit_id]:
            return msgspec.convert(kept[2], tuple[Load, ...])
    found = workload(learner(db, today), progress=progress)
    if db.con.execute("PRAGMA query_only").fetchone() == (1,):
        return found
    text = json.dumps([today, fit_id, msgspec.to_builtins(found)])
    with db.transaction():
        db.con.execute("INSERT OR REPLACE INTO cache.about VALUES (?, ?)", (_KEY, text))
    return found


def gather(db: "Database", progress: Callable[[int, int], None]) -> tuple[Load, ...]:
    """For a worker: on a connection of its own."""
    with db.twin() as twin:
        return loads(twin, progress)
