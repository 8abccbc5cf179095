"""Numbers of this learner that say what a setting means for them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from quizapp.store import leeches

if TYPE_CHECKING:
    from quizapp.store.database import Database

PACE_DAYS = 30
"""Study days that the pace looks back on."""
_ALIVE = "coalesce(card_state.suspended, shelf.suspended) = 0"
_NEW = f"""
SELECT deck_key, count(*) FROM shelf LEFT JOIN card_state USING (card_key)
WHERE {_ALIVE} AND NOT EXISTS (SELECT 1 FROM memory WHERE memory.card_key = shelf.card_key)
GROUP BY deck_key
"""
_PACE = """
SELECT avg(answered) FROM (
    SELECT sum(due) AS answered FROM day_total WHERE study_day > ? AND study_day <= ? AND mode = 'study'
    GROUP BY study_day HAVING answered > 0
)
"""


class SettingFacts(Struct, frozen=True, kw_only=True):
    """As things are now."""

    new: Mapping[int, int] = {}
    """deck_key -> cards never met, those put aside left out."""
    pace: float = 0.0
    """Reviews a day on the days with any, of the last 30."""
    leeches: Mapping[int, int] = {}
    """deck_key -> leeches, by the rules in force."""


def gather(db: "Database") -> SettingFacts:
    """For a worker: on a connection of its own."""
    with db.twin() as twin:
        return facts(twin)


def facts(db: "Database") -> SettingFacts:
    """All of them."""
    today = db.now().study_day
    (pace,) = db.con.execute(_PACE, (today - PACE_DAYS, today)).fetchone()
    hard = (
        "SELECT deck_key, count(*) FROM memory JOIN shelf USING (card_key) "
        f"WHERE {leeches.condition(db)} GROUP BY deck_key"
    )
    return SettingFacts(
        new=dict(db.con.execute(_NEW).fetchall()),
        pace=pace or 0.0,
        leeches=dict(db.con.execute(hard).fetchall()),
    )
