"""The answers that statistics are about: all, from the folds, or those to some cards, from the log."""

from collections.abc import Iterable, Mapping, Sequence
from operator import add, sub
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.stats import SPANS, Hour, Period, Recall
from quizapp.core.stats_sums import DaySums
from quizapp.store import masks, spans, totals
from quizapp.store.spans import Progress

if TYPE_CHECKING:
    from quizapp.store.database import Database

_DAYS = f"SELECT study_day, {', '.join(f'sum({name})' for name in totals.NUMBERS)} FROM day_total GROUP BY 1"
_HOURS = """
SELECT hour, sum(reviews), sum(counted), sum(recalled) FROM hour_total WHERE study_day >= ? GROUP BY hour
"""
_IN_DAY = [totals.DAY.numbers.index(name) for name in totals.NUMBERS]
_HOURS_A_DAY = 24
_NONE = (0, 0, 0, 0)
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
    return _answers(_stored(db, period, today))


def of_cards(
    db: "Database", keys: Sequence[int], period: Period, today: int, progress: Progress | None
) -> Answers:
    """What was answered of some cards. If they are the most, the others are read, and taken off the whole."""
    answered = masks.keys(db, "SELECT card_key FROM card_total")
    others = sorted(set(answered).difference(keys))
    if len(others) < len(keys):
        rest = _read(db, others, period, today, progress)
        return _answers(_Sums(*map(_without, _stored(db, period, today), rest)))
    return _answers(_read(db, keys, period, today, progress))


class _Sums(NamedTuple):
    days: Mapping[int, Sequence[int]]
    """Study day -> NUMBERS."""
    hours: Mapping[int, Sequence[int]]
    """Hour -> reviews, counted, recalled; in the period."""


def _stored(db: "Database", period: Period, today: int) -> _Sums:
    """Of all cards."""
    days = {day: sums for day, *sums in db.con.execute(_DAYS)}
    hours = {hour: sums for hour, *sums in db.con.execute(_HOURS, (first_day(period, today),))}
    return _Sums(days, hours)


def _read(
    db: "Database", keys: Sequence[int], period: Period, today: int, progress: Progress | None
) -> _Sums:
    """Of some cards, from the log."""
    sums = spans.of_cards(db, keys, today, progress)
    begin = first_day(period, today)
    return _Sums(
        _grouped((day, [numbers[place] for place in _IN_DAY]) for (day, _), numbers in sums.days.items()),
        _grouped((hour, numbers) for (day, hour), numbers in sums.hours.items() if day >= begin),
    )


def _grouped(rows: Iterable[tuple[int, Sequence[int]]]) -> dict[int, Sequence[int]]:
    """The sums of what has the same key."""
    sums: dict[int, Sequence[int]] = {}
    for key, numbers in rows:
        sums[key] = list(map(add, sums[key], numbers)) if key in sums else numbers
    return sums


def _without(
    all_: Mapping[int, Sequence[int]], some: Mapping[int, Sequence[int]]
) -> dict[int, Sequence[int]]:
    """What is left; nothing of what has no review then."""
    left = {key: list(map(sub, numbers, some.get(key, _NONE))) for key, numbers in all_.items()}
    return {key: numbers for key, numbers in left.items() if numbers[0]}


def _answers(sums: _Sums) -> Answers:
    found = ((hour, *sums.hours.get(hour, _NONE[:3])) for hour in range(_HOURS_A_DAY))
    return Answers(
        days=sorted(DaySums(day, *numbers) for day, numbers in sums.days.items()),
        hours=tuple(
            Hour(hour, reviews, Recall(counted, recalled)) for hour, reviews, counted, recalled in found
        ),
    )
