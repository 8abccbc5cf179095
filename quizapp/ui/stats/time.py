"""Time at the cards: per week, or per month where there are too many weeks; and per answer."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QLocale

from quizapp.core.stats import ENOUGH, Statistics
from quizapp.ui.i18n import date_of
from quizapp.ui.stats.columns import Columns, Name
from quizapp.ui.stats.figures import TIMES, Spoken, count, day_short, decimal, iso, month_named, month_short
from quizapp.ui.stats.plot import Background, Little
from quizapp.ui.stats.table import Column, Figure, Table
from quizapp.ui.widgets.weeks import week_start

_WEEKS_OF_MONTH, _WEEKS = 12, 53
_MOST_MONTHS = 60
_MINUTE_MS, _HOUR_MS = 60_000, 3_600_000
_HOURS_FROM = 120 * _MINUTE_MS
"""A bar of more than this is measured in hours."""


class Span(NamedTuple):
    """A week, a month or a year, with what was done in it."""

    start: int
    """Its first study day."""
    words: str
    short: str
    reviews: int
    visible_ms: int


def _month_of(day: int) -> int:
    return day - date_of(day).day() + 1


def _year_of(day: int) -> int:
    return day - date_of(day).dayOfYear() + 1


class _Unit(NamedTuple):
    start: Callable[[int], int]
    """A study day -> the first one of its span."""
    length: int
    """Days from whose first one on the next span has begun, and no other."""
    words: Callable[[int], str]
    short: Callable[[int], str]


class _Units(Spoken):
    """Names of spans."""

    def week(self, day: int) -> str:
        return self.tr("week of {day}").format(day=QLocale().toString(date_of(day), "d MMMM yyyy"))

    def month(self, day: int) -> str:
        return month_named(date_of(day).year(), date_of(day).month())

    def month_short(self, day: int) -> str:
        date = date_of(day)
        return month_short(date.month()) if date.month() != 1 else str(date.year())

    def year(self, day: int) -> str:
        return str(date_of(day).year())


_NAMES = _Units()
_WEEK = _Unit(week_start, 7, _NAMES.week, day_short)
_MONTH = _Unit(_month_of, 31, _NAMES.month, _NAMES.month_short)
_YEAR = _Unit(_year_of, 366, _NAMES.year, _NAMES.year)


def spans(stats: Statistics) -> tuple[Span, ...]:
    """Without gaps, up to today's; weeks of the last quarter or year, of all time also months or years."""
    this = week_start(stats.today)
    weeks = {"month": _WEEKS_OF_MONTH, "year": _WEEKS}.get(stats.period, 0)
    first = this - 7 * (weeks - 1) if weeks else min((day.day for day in stats.days), default=this)
    unit = _WEEK
    if this - first > 7 * _WEEKS:
        unit = _MONTH if stats.today - first <= 31 * _MOST_MONTHS else _YEAR
    return _filled(stats, unit, first)


def _filled(stats: Statistics, unit: _Unit, first: int) -> tuple[Span, ...]:
    starts = [unit.start(first)]
    while (after := unit.start(starts[-1] + unit.length)) <= stats.today:
        starts.append(after)
    done = {start: [0, 0] for start in starts}
    for day in stats.days:
        if (sums := done.get(unit.start(day.day))) is not None:
            sums[0] += day.reviews
            sums[1] += day.visible_ms
    return tuple(Span(start, unit.words(start), unit.short(start), *sums) for start, sums in done.items())


class Spent(Columns):
    """Time in each span."""

    name = "spent"

    def __init__(self, stats: Statistics, about: Background = Background()) -> None:  # noqa: B008 - frozen
        super().__init__(stats, about)
        self.spans = spans(stats)
        self._hours = max(span.visible_ms for span in self.spans) > _HOURS_FROM

    def heading(self) -> str:
        return self.tr("Time spent")

    def fact(self) -> str:
        total = TIMES.spent(sum(span.visible_ms for span in self.spans))
        return self.tr("{time} in all").format(time=total)

    def summary(self) -> str:
        return f"{self.fact()}; {self.mark_words(len(self.spans) - 1)}"

    def start_mark(self) -> int:
        return len(self.spans) - 1

    def values(self) -> tuple[float, ...]:
        unit = _HOUR_MS if self._hours else _MINUTE_MS
        return tuple(span.visible_ms / unit for span in self.spans)

    def scale_words(self, value: float) -> str:
        words = self.tr("{count} h") if self._hours else self.tr("{count} min")
        return words.format(count=count(round(value))) if value else count(0)

    def names(self) -> tuple[Name, ...]:
        return _names(self.spans)

    def strong(self) -> Name | None:
        last = self.spans[-1]
        return Name(len(self.spans) - 1, TIMES.spent(last.visible_ms)) if last.visible_ms else None

    def mark_words(self, mark: int) -> str:
        span = self.spans[mark]
        words = self.tr("{span}: {time}, %n reviews", "", span.reviews)
        return words.format(span=span.words, time=TIMES.spent(span.visible_ms))

    def table(self) -> Table:
        columns = (
            Column(self.tr("From"), figures=False),
            Column(self.tr("Time"), role="cap"),
            Column(self.tr("Reviews"), token="mut"),
        )
        rows = tuple(
            (
                Figure(iso(span.start), day_short(span.start)),
                Figure(round(span.visible_ms / 1000), TIMES.spent(span.visible_ms)),
                Figure(span.reviews, count(span.reviews)),
            )
            for span in reversed(self.spans)
        )
        return Table(columns, rows)


class PerAnswer(Columns):
    """Seconds for an answer, in each span."""

    name = "per_answer"

    def __init__(self, stats: Statistics, about: Background = Background()) -> None:  # noqa: B008 - frozen
        super().__init__(stats, about)
        self.spans = spans(stats)

    def heading(self) -> str:
        return self.tr("Time per answer")

    def fact(self) -> str:
        if self.little() is not None:
            return ""
        total = Span(0, "", "", self._reviews, sum(span.visible_ms for span in self.spans))
        return self.tr("{seconds} s").format(seconds=decimal(_seconds(total), 1))

    @property
    def _reviews(self) -> int:
        return sum(span.reviews for span in self.spans)

    def little(self) -> Little | None:
        if self._reviews >= ENOUGH:
            return None
        sentence = self.tr("Shown from {least} reviews. You have {count}.")
        return Little(sentence.format(least=count(ENOUGH), count=count(self._reviews)), self._reviews, ENOUGH)

    def summary(self) -> str:
        return self.tr("{time} on average").format(time=self.fact())

    def start_mark(self) -> int:
        return len(self.spans) - 1

    def values(self) -> tuple[float, ...]:
        return tuple(map(_seconds, self.spans))

    def scale_words(self, value: float) -> str:
        return self.tr("{seconds} s").format(seconds=count(round(value))) if value else count(0)

    def names(self) -> tuple[Name, ...]:
        return _names(self.spans)

    def mark_words(self, mark: int) -> str:
        span = self.spans[mark]
        if not span.reviews:
            return self.tr("{span}: no reviews").format(span=span.words)
        words = self.tr("{span}: {seconds} s an answer, %n reviews", "", span.reviews)
        return words.format(span=span.words, seconds=decimal(_seconds(span), 1))

    def table(self) -> Table:
        columns = (
            Column(self.tr("From"), figures=False),
            Column(self.tr("Seconds"), role="cap"),
            Column(self.tr("Reviews"), token="mut"),
        )
        rows = tuple(
            (
                Figure(iso(span.start), day_short(span.start)),
                Figure(round(_seconds(span), 2), decimal(_seconds(span), 1)),
                Figure(span.reviews, count(span.reviews)),
            )
            for span in reversed(self.spans)
            if span.reviews
        )
        return Table(columns, rows)


def _seconds(span: Span) -> float:
    return span.visible_ms / 1000 / span.reviews if span.reviews else 0.0


def _names(spans: tuple[Span, ...]) -> tuple[Name, ...]:
    """Of the first, the middle and the last."""
    last = len(spans) - 1
    return tuple(Name(at, spans[at].short) for at in sorted({0, last // 2, last}))
