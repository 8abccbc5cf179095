"""Answers that are dates or numbers, as stretches of time or of the number line.

Two such answers cannot be told apart as options if their stretches meet: "2025" and "July 2025", "about
70,000" and "69,973", "over 1,000" and "5,000", "60 minutes" and "1 hour". Each text is read in every way that
is possible; what is clearly neither a date nor a number is a text.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import product, starmap
from typing import Literal, NamedTuple

import regex

from quizapp.core import dates, numbers, units
from quizapp.core.dates import Date
from quizapp.core.numerals import NUMBER_WORDS

Scale = Literal["day", "yearday", "number"]
Bound = Fraction | float
"""A float only for infinity."""


class Extent(NamedTuple):
    """A closed stretch of one scale."""

    scale: Scale
    """`day`: a running number of days; `yearday`: a day of any year; `number`."""
    low: Bound
    high: Bound
    unit: str = ""
    """Of a number that is counted in something the table of units has not, what that is, in lower case."""
    dimension: str = ""
    """Of a number with a known unit, what that measures; the bounds are in its base unit."""


_MOST = 60
"""Letters of a text that is looked at; nothing longer is a mere date or number."""
_MOST_UNIT = 2
"""Words of a unit that the table has not; more of them are a text that begins with a number."""
_INFINITY = float("inf")
_ROUNDED = Fraction(1, 10)
"""A share by which a number said to be rounded may be off."""
_ROUNDED_YEARS = 5

_MONTH_HEADS = {
    word.casefold()[:3]
    for language in ("en", "de", "es", "fr")
    for month in range(1, 13)
    for word in dates.written(Date(2000, month), language).split()
    if word.isalpha() and len(word) > 2
}
"""What the names of months begin with."""
_MONTH_NAME = rf"(?:{'|'.join(sorted(_MONTH_HEADS))})\p{{L}}*"
_MAYBE = regex.compile(rf"(?i)\p{{N}}|\b(?:{'|'.join(sorted(NUMBER_WORDS))}|{_MONTH_NAME})\b")
_MAYBE_DATE = regex.compile(
    rf"(?i)\b{_MONTH_NAME}\b|\b\p{{Nd}}{{3,4}}\b|\p{{Nd}}['’]?s\b|\p{{Nd}}\s?b\.?c|^[^\p{{L}}]*$"
)
_LETTER = regex.compile(r"\p{L}")
"""A text without any, as 2025, may be a date and an amount."""
_YEARS = range(1000, 2101)
"""Those that a date without letters may be in."""
_FILLER = regex.compile(r"(?i)^(?:in|by|since|during|the|early|mid|late)\b[ -]*|[.!]+$")
_ROUGHLY = regex.compile(
    r"(?i)^(?:(?:about|around|roughly|approximately|nearly|almost|some|circa)\b|ca?\.|[~≈±])\s*"
)
_ABOVE = regex.compile(
    r"(?i)^(?:(?:over|more than|at least|from|after)\b|[>≥])\s*|\s*(?:\b(?:or|and) more\b|\+$)"
)
_BELOW = regex.compile(
    r"(?i)^(?:(?:under|below|less than|fewer than|at most|up to|before|until)\b|[<≤])\s*"
    r"|\s*\b(?:or|and) less\b"
)
_SPAN = regex.compile(
    r"(?i)^(?:between |from )?(.+?)(?: to | and |\.\.|\s?[–—]\s?|(?<=\p{Nd})-)(?=.*\p{Nd})(.+)$"
)
_DECADE = regex.compile(r"(\d{3}0)['’]?s", regex.ASCII)
_BEFORE_CHRIST = regex.compile(r"(\d{1,4}) ?b\.?c\.?(?:e\.?)?", regex.ASCII | regex.IGNORECASE)
_ORDINAL = regex.compile(r"(?:st|nd|rd|th)\b")


@lru_cache(maxsize=8192)
def extents(text: str, language: str = "") -> tuple[Extent, ...]:
    """How a plain text can be read as a date or a number, the likeliest first; () if it is neither."""
    if not may_have_extents(text):
        return ()
    text = " ".join(text.split())
    found = list(_widened(text, language, _dates)) if _MAYBE_DATE.search(text) else []
    if not found or not _LETTER.search(text):
        found += _widened(text, language, _numbers)
    return tuple(dict.fromkeys(found))


def may_have_extents(text: str) -> bool:
    """False where `extents` are () for sure; asked at no cost."""
    return len(text) <= _MOST and _MAYBE.search(text) is not None


def meet(one: tuple[Extent, ...], other: tuple[Extent, ...]) -> bool:
    """True if two answers, in any reading, can be the same date or amount.

    Amounts are not told apart where one is in a unit that is not known, and the other is in another or none.
    """
    return any(_meet(a, b) for a in one for b in other)


def _meet(one: Extent, other: Extent) -> bool:
    one, other = _alike(one, other)
    if one.scale != other.scale:
        return False
    if (one.unit, one.dimension) != (other.unit, other.dimension):
        return not (one.dimension and other.dimension)
    return one.low <= other.high and other.low <= one.high


Read = Callable[[str, str], Iterator[Extent]]


def _widened(text: str, language: str, read: Read) -> Iterator[Extent]:
    """The readings of a text that may say "about", "over", "under", or from where to where."""
    for pattern, widen in _WIDENED:
        bare = pattern.sub("", text)
        if bare != text:
            yield from map(widen, read(bare.strip(), language))
            return
    single = list(read(text, language))
    span = None if single else _SPAN.match(text)
    yield from single
    if span:
        ends = [list(read(end.strip(), language)) for end in span.groups()]
        yield from (
            last._replace(low=min(first.low, last.low), high=max(first.high, last.high))
            for first, last in starmap(_alike, product(*ends))
            if first.scale == last.scale
        )


def _roughly(extent: Extent) -> Extent:
    size = max(extent.high, -extent.high)
    by = _ROUNDED_YEARS * _YEAR if extent.scale == "day" else size * _ROUNDED
    return extent._replace(low=extent.low - by, high=extent.high + by)


_WIDENED: tuple[tuple["regex.Pattern[str]", Callable[[Extent], Extent]], ...] = (
    (_ROUGHLY, _roughly),
    (_ABOVE, lambda extent: extent._replace(high=_INFINITY)),
    (_BELOW, lambda extent: extent._replace(low=-_INFINITY)),
)

# Dates: each month has 31 running days, so that no calendar is needed to compare.

_MONTH = 31
_YEAR = 12 * _MONTH


def _dates(text: str, language: str) -> Iterator[Extent]:
    text = _FILLER.sub("", _FILLER.sub("", text))
    if decade := _DECADE.fullmatch(text):
        first = _stretch(Date(int(decade[1])))
        yield first._replace(high=first.low + 10 * _YEAR - 1)
    elif ancient := _BEFORE_CHRIST.fullmatch(text):
        yield _stretch(Date(1 - int(ancient[1])))
    else:
        found = dates.read(text, language).dates
        named = _LETTER.search(text) is not None
        yield from (_stretch(date) for date in found if named or date.year in _YEARS)
        if not found and named:
            within_a_year = dates.read(f"{text} 2000", language).dates
            yield from (_of_any_year(_stretch(date)) for date in within_a_year if date.month)


def _stretch(date: Date) -> Extent:
    low = Fraction(date.year * _YEAR + max(date.month - 1, 0) * _MONTH + max(date.day - 1, 0))
    return Extent("day", low, low + {"day": 1, "month": _MONTH, "year": _YEAR}[date.precision] - 1)


def _alike(one: Extent, other: Extent) -> tuple[Extent, Extent]:
    """Both without their year where only one of them has it."""
    return (one, other) if one.scale == other.scale else (_of_any_year(one), _of_any_year(other))


def _of_any_year(extent: Extent) -> Extent:
    """A stretch of days without its year; as it is, if it is as long as a year or no days.

    One over New Year may be any day.
    """
    if extent.scale != "day" or extent.high - extent.low >= _YEAR - 1:
        return extent
    low = extent.low % _YEAR
    high = low + extent.high - extent.low
    return Extent("yearday", low, high) if high < _YEAR else Extent("yearday", Fraction(0), _YEAR - 1)


def _numbers(text: str, language: str) -> Iterator[Extent]:
    for number in numbers.read(text, language):
        for suffix in number.suffixes:
            yield from _amounts(number.value * suffix.scale, suffix.unit)


def _amounts(value: Fraction, unit: str) -> Iterator[Extent]:
    """An amount in all that its unit may mean; none if that is no unit."""
    known = units.find(unit) if unit else ()
    for meaning in known:
        base = value * meaning.factor + meaning.zero
        yield Extent("number", base, base, dimension=meaning.dimension)
    if not known and _may_be_counted(unit):
        yield Extent("number", value, value, unit.casefold().removesuffix("s"))


def _may_be_counted(unit: str) -> bool:
    """False for what makes a name or a sentence of a number: 10 Downing Street, 7th Fleet."""
    words = unit.split()
    return len(words) <= _MOST_UNIT and not _ORDINAL.match(unit) and all(map(str.islower, words))
