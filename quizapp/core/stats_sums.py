"""What statistics make of sums: shares of months, weeks in a row, groups, the hardest cards."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from heapq import nsmallest
from typing import NamedTuple, TypeVar

from quizapp.core.stats import GROUPS, Group, Month, Recall

_EPOCH = date(1970, 1, 1).toordinal()
_WEEK = 7
_MONDAY = 3
"""Added to a day, so that weeks begin on Mondays: day 0 was a Thursday."""


_Key = TypeVar("_Key", bound=Hashable)
Numbers = list[int]
"""Cards, reviews, counted, recalled, visible_ms."""


class DaySums(NamedTuple):
    """The answers of a study day."""

    day: int
    reviews: int
    counted: int
    recalled: int
    visible_ms: int


class CardSums(NamedTuple):
    """The answers of some cards: each a column, a number a card."""

    reviews: Sequence[int]
    counted: Sequence[int]
    recalled: Sequence[int]
    visible_ms: Sequence[int]


def recall_of(days: Iterable[DaySums]) -> Recall:
    """Of all these days together."""
    days = tuple(days)
    return Recall(sum(day.counted for day in days), sum(day.recalled for day in days))


def months(days: Iterable[DaySums], today: int, last: int | None) -> tuple[Month, ...]:
    """Retention by month until today's: of the last ones, or from the first with a counted answer on."""
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for day in days:
        if day.counted:
            month = sums[_month(day.day)]
            month[0] += day.counted
            month[1] += day.recalled
    end = max((_month(today), *sums))
    begin = min((end, *sums)) if last is None else end - last + 1
    return tuple(
        Month(month // 12, month % 12 + 1, Recall(*sums.get(month, (0, 0))))
        for month in range(begin, end + 1)
    )


def weeks_in_a_row(days: Iterable[int], today: int) -> int:
    """Of the weeks until today's, Monday to Sunday, those with a study day; today's may still be without."""
    studied = {(day + _MONDAY) // _WEEK for day in days}
    this = (today + _MONDAY) // _WEEK
    first = this if this in studied else this - 1
    week = first
    while week in studied:
        week -= 1
    return first - week


def sums_of(keys: Iterable[_Key], sums: CardSums) -> dict[_Key, Numbers]:
    """Cards and answers by key. keys: of each card."""
    found: dict[_Key, Numbers] = {}
    for key, reviews, counted, recalled, visible_ms in zip(keys, *sums, strict=True):
        numbers = found.get(key)
        if numbers is None:
            found[key] = [1, reviews, counted, recalled, visible_ms]
            continue
        numbers[0] += 1
        if reviews:
            numbers[1] += reviews
            numbers[2] += counted
            numbers[3] += recalled
            numbers[4] += visible_ms
    return found


def named(sums: Iterable[tuple[str, Numbers]]) -> tuple[Group, ...]:
    """The groups of these names, GROUPS at most, from what is in each; a name may come several times."""
    found: dict[str, Numbers] = {}
    for name, numbers in sums:
        known = found.get(name)
        found[name] = [one + other for one, other in zip(known, numbers, strict=True)] if known else numbers
    most = nsmallest(GROUPS, found.items(), lambda item: (-item[1][1], -item[1][0], item[0]))
    return tuple(
        Group(name=name, cards=cards, reviews=reviews, recall=Recall(counted, recalled), visible_ms=ms)
        for name, (cards, reviews, counted, recalled, ms) in most
    )


def date_of(day: int) -> date:
    """A study day in the calendar; what no calendar has is its first or last day."""
    return date.fromordinal(min(max(day + _EPOCH, 1), date.max.toordinal()))


def _month(day: int) -> int:
    """Months since the year 0."""
    when = date_of(day)
    return when.year * 12 + when.month - 1
