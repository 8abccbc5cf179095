"""A clock that never goes back behind what was logged.

Where the machine's clock was set back (a dead battery, a wrong date), time goes on from the last answer at
the pace of that clock: answers stay in order, no study day comes twice, and none stands still. How far the
clock is behind is kept over a restart. As soon as it has caught up it is believed again.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp.core.problems import Problem
from quizapp.core.reviews import Moment

if TYPE_CHECKING:
    from quizapp.store.database import Database

AHEAD = "clock_ahead_ms"
"""Key of meta: how far the time told is ahead of this machine's clock."""
TOLD_MS = 3_600_000
"""Clocks are corrected by seconds all the time: only from here on the learner is told."""
_HOUR_MS, _DAY_MS = 3_600_000, 86_400_000

_NEWEST = """
SELECT max(coalesce((SELECT at_ms FROM review WHERE device_id = :device ORDER BY seq DESC LIMIT 1), 0),
    coalesce((SELECT at_ms FROM event WHERE device_id = :device ORDER BY seq DESC LIMIT 1), 0))
"""


class SteadyClock:
    """Tells the machine's time, or a later one."""

    def __init__(self, clock: Callable[[], Moment]) -> None:
        self._clock = clock
        self._ahead_ms = self._last_ms = 0

    def __call__(self) -> Moment:
        moment = self._clock()
        if moment.at_ms >= self._last_ms:
            self._ahead_ms = 0
        told_ms = max(moment.at_ms + self._ahead_ms, self._last_ms)
        self._ahead_ms, self._last_ms = told_ms - moment.at_ms, told_ms
        return Moment(told_ms, moment.utc_offset_min, moment.rollover_h)

    @property
    def ahead_ms(self) -> int:
        """How far the machine's clock is behind, 0 if it is right."""
        return self._ahead_ms

    def begin(self, db: "Database") -> Problem | None:
        """Go on from what this machine logged last; what is to be told of it."""
        (newest_ms,) = db.con.execute(_NEWEST, {"device": db.device_id}).fetchone()
        kept_ms = int(db.meta(AHEAD) or 0)
        if self._clock().at_ms < newest_ms:
            self._ahead_ms, self._last_ms = max(kept_ms, self._ahead_ms), max(newest_ms, self._last_ms)
        self()
        return self.keep(db)

    def keep(self, db: "Database") -> Problem | None:
        """Keep how far the clock is behind; what is to be told of it, if it is far."""
        ahead_ms = self._ahead_ms if self._ahead_ms >= TOLD_MS else 0
        if ahead_ms != int(db.meta(AHEAD) or 0):
            db.set_meta(AHEAD, str(ahead_ms))
        if not ahead_ms:
            return None
        if ahead_ms > 2 * _DAY_MS:
            return Problem(code="clock_behind_days", args={"days": f"{round(ahead_ms / _DAY_MS):,}"})
        return Problem(code="clock_behind_hours", args={"hours": str(round(ahead_ms / _HOUR_MS))})
