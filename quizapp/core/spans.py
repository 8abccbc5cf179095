"""Spans of the calendar: so many days, months or years, and how far two dates are apart."""

import datetime
from calendar import monthrange
from typing import NamedTuple

import regex

from quizapp.core.dates import PRECISIONS, Date, Precision

_SPAN = regex.compile(r"([0-9]{1,4}) ?(day|month|year)s?")
_FIRST, _LAST = datetime.date.min.toordinal(), datetime.date.max.toordinal()
_MONTHS = 12 * 9999
_DAYS_COUNTED = 100
"""More days than this are told in months."""


class Span(NamedTuple):
    """So many days, months or years."""

    number: int
    unit: Precision


class Apart(NamedTuple):
    """How far one date lies from another."""

    span: Span
    early: bool
    """True if it lies before the other."""
    more: bool = False
    """True if it is somewhat more than the span."""


def parse_span(text: str) -> Span | None:
    """3 days, 2 months, 1 year; None if it is none of these."""
    match = _SPAN.fullmatch(" ".join(text.casefold().split()))
    if match is None:
        return None
    return Span(int(match[1]), next(unit for unit in PRECISIONS if unit == match[2]))


def shifted(date: Date, span: Span, *, back: bool = False) -> Date:
    """The date a span later, or earlier, as precise as it was; it stops at the ends of the calendar.

    A month later than 31 January is the last day of February. The span's unit is no finer than the date.
    """
    by = -span.number if back else span.number
    if span.unit == "day":
        ordinal = datetime.date(*date).toordinal() + by
        day = datetime.date.fromordinal(min(max(ordinal, _FIRST), _LAST))
        return Date(day.year, day.month, day.day)
    months = _months(date) + (12 * by if span.unit == "year" else by)
    year, month = divmod(min(max(months, 0), _MONTHS - 1), 12)
    if not date.month:
        return Date(year + 1)
    return Date(year + 1, month + 1, min(date.day, monthrange(year + 1, month + 1)[1]))


def apart(one: Date, other: Date) -> Apart:
    """How far `one` lies from `other`, another date of the same precision."""
    early = one < other
    months = abs(_months(one) - _months(other))
    if one.day:
        days = abs(datetime.date(*one).toordinal() - datetime.date(*other).toordinal())
        if days <= _DAYS_COUNTED and (one.day != other.day or not months):
            return Apart(Span(days, "day"), early)
        months -= not _within(other, months, one)
    at = shifted(other, Span(months, "month"), back=early) if one.month else one
    return Apart(_in_years(months), early, more=at != one or (months > 24 and months % 12 != 0))


def _within(start: Date, months: int, end: Date) -> bool:
    """Do so many months, as `shifted` counts them, reach no further than from start to end?"""
    early = end < start
    at = shifted(start, Span(months, "month"), back=early)
    return at >= end if early else at <= end


def _in_years(months: int) -> Span:
    """Months, or years where it is whole ones or more than two."""
    whole = months % 12 == 0 or months > 24
    return Span(months // 12, "year") if whole else Span(months, "month")


def _months(date: Date) -> int:
    """Months since the calendar began."""
    return 12 * (date.year - 1) + max(date.month - 1, 0)
