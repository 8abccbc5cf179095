"""Each study day in numbers: a fold of the log that statistics and limits read."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizapp.store import overrides
from quizapp.store.cards import KEYS_OF_SUBJECT

if TYPE_CHECKING:
    from quizapp.store.database import Database

Key = tuple[int, str]
"""(study day, mode)"""
Numbers = tuple[int, ...]
"""reviews, cards, fresh, due, again, visible_ms: the columns of day_total, see schema.sql."""
Totals = dict[Key, Numbers]

_NAMES = ("reviews", "cards", "fresh", "due", "again", "visible_ms")
_NONE = (0,) * len(_NAMES)

COLUMNS = "study_day, mode, rating, visible_ms"
"""Of a review: what the fold reads."""

RESET = "reset"
"""In place of a mode: here the learner made the card new again."""
_OF_CARD = f"""
SELECT {COLUMNS} FROM (
    SELECT {COLUMNS}, at_ms, review_id AS id FROM standing
    WHERE subject = :subject AND card_key IN {KEYS_OF_SUBJECT}
    UNION ALL SELECT 0, type, 0, 0, at_ms, event_id FROM event
    WHERE {overrides.OF_SUBJECT} AND type = '{RESET}' AND {overrides.STANDS}
) ORDER BY at_ms, id
"""
_ADD = f"""
INSERT INTO day_total VALUES ({", ".join("?" * (2 + len(_NAMES)))})
ON CONFLICT DO UPDATE SET {", ".join(f"{name} = {name} + excluded.{name}" for name in _NAMES)}
"""


def fold(rows: Iterable[tuple[int, str, int, int]]) -> Totals:
    """What the reviews of one card, as COLUMNS in the order of time, add to the days; resets among them."""
    totals: Totals = {}
    days: set[int] = set()
    study_days: set[int] = set()
    first_day = 0
    for day, mode, rating, visible_ms in rows:
        if mode == RESET:
            study_days.clear()
            continue
        study = mode == "study"
        fresh = study and not study_days
        if fresh:
            first_day = day
        due = study and day != first_day and day not in study_days
        numbers = (1, day not in days, fresh, due, rating == 1, visible_ms)
        totals[day, mode] = _sum(totals.get((day, mode), _NONE), numbers)
        days.add(day)
        if study:
            study_days.add(day)
    return totals


def add(into: Totals, more: Totals) -> None:
    """Sum up the cards."""
    for key, numbers in more.items():
        into[key] = _sum(into.get(key, _NONE), numbers)


def of_card(db: "Database", subject: int) -> Totals:
    """What one card adds to the days now."""
    return fold(db.con.execute(_OF_CARD, {"subject": subject}))


def move(db: "Database", before: Totals, after: Totals) -> None:
    """Replace what a card added before by what it adds now."""
    for key in before.keys() | after.keys():
        old, new = before.get(key, _NONE), after.get(key, _NONE)
        if old == new:
            continue
        db.con.execute(_ADD, (*key, *(now - then for then, now in zip(old, new, strict=True))))
        if key not in after:
            db.con.execute("DELETE FROM day_total WHERE study_day = ? AND mode = ? AND reviews = 0", key)


def replace(db: "Database", totals: Totals) -> None:
    """These are the totals of the whole log."""
    db.con.execute("DELETE FROM day_total")
    db.con.executemany(_ADD, [(*key, *numbers) for key, numbers in totals.items()])


def _sum(one: Numbers, other: Numbers) -> Numbers:
    return tuple(map(int.__add__, one, other))
