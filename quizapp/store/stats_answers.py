"""The answers that statistics are about: all, from the folds, or those to some cards, from the log."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.stats import SPANS, Hour, Period, Recall
from quizapp.core.stats_sums import DaySums
from quizapp.store import spans, totals
from quizapp.store.spans import Progress

if TYPE_CHECKING:
    from quizapp.store.database import Database

_DAYS = f"SELECT study_day, {', '.join(f'sum({name})' for name in totals.NUMBERS)} FROM day_total GROUP BY 1"
_HOURS = """
SELECT hour, sum(reviews), sum(counted), sum(recalled) FROM hour_total WHERE study_day >= ? GROUP BY hour
"""
_IN_DAY = [totals.DAY.numbers.index(name) for name in totals.NUMBERS]
_HOURS_A_DAY = 24
_EVER = -1_000_000
"""A day before all others."""


class Answers(NamedTuple):
    """What was answered."""

    days: Sequence[DaySums]
    """Of all time, oldest first."""
    hours: tuple[Hour, ...]
    """All of the day, in the period."""


def first_day(period: Period, today: int) -> int:
    """The study day that a period begins with."""
    return today - SPANS[period] + 1 if period in SPANS else _EVER


def everything(db: "Database", period: Period, today: int) -> Answers:
    """All that was answered, of cards that are gone as well."""
    days = db.con.execute(_DAYS)
    hours = db.con.execute(_HOURS, (first_day(period, today),))
    return _answers(days, {hour: sums for hour, *sums in hours})


def of_cards(
    db: "Database", keys: Sequence[int], period: Period, today: int, progress: Progress | None
) -> Answers:
    """What was answered of some cards."""
    sums = spans.of_cards(db, keys, today, progress)
    begin = first_day(period, today)
    days = _grouped((day, [numbers[place] for place in _IN_DAY]) for (day, _), numbers in sums.days.items())
    hours = _grouped((hour, numbers) for (day, hour), numbers in sums.hours.items() if day >= begin)
    return _answers(((day, *numbers) for day, numbers in days.items()), hours)


def _grouped(rows: Iterable[tuple[int, Sequence[int]]]) -> dict[int, list[int]]:
    """The sums of what has the same key."""
    sums: dict[int, list[int]] = {}
    for key, numbers in rows:
        sums[key] = (
            [one + other for one, other in zip(sums[key], numbers, strict=True)]
            if key in sums
            else [*numbers]
        )
    return sums


def _answers(days: Iterable[Sequence[int]], hours: Mapping[int, Sequence[int]]) -> Answers:
    found = ((hour, *hours.get(hour, (0, 0, 0))) for hour in range(_HOURS_A_DAY))
    return Answers(
        days=sorted(DaySums(*day) for day in days),
        hours=tuple(
            Hour(hour, reviews, Recall(counted, recalled)) for hour, reviews, counted, recalled in found
        ),
    )
