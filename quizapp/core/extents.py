"""Answers that are dates or numbers, as stretches of time or of the number line.

Two such answers cannot be told apart as options if their stretches meet: "2025" and "July 2025", "about
70,000" and "69,973", "over 1,000" and "5,000". Read modestly (English words, digits of any script), and in
every way that is possible: what is clearly neither a date nor a number is a text.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

Scale = Literal["day", "yearday", "number"]


class Extent(NamedTuple):
    """A closed stretch of one scale."""

    scale: Scale
    """`day`: a running number of days; `yearday`: a day of any year; `number`."""
    unit: str
    """What is counted, in lower case and without a plural's s; empty for dates and bare numbers."""
    low: Decimal
    high: Decimal


_MOST = 60
"""Letters of a text that is looked at; nothing longer is a mere date or number."""
_INFINITY = Decimal("Infinity")
_ROUNDED = Decimal("0.1")
"""A share by which a number said to be rounded may be off."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: number for number, word in enumerate(_SMALL)}
_WORDS |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
_WORDS |= {
    f"{tens}-{ones}": _WORDS[tens] + number for tens in _TENS for number, ones in enumerate(_SMALL[1:10], 1)
}
_POWERS = {
    "hundred": 2,
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mn": 6,
    "million": 6,
    "bn": 9,
    "billion": 9,
    "trillion": 12,
}

_DIGIT = regex.compile(r"\p{Nd}")
_MAYBE = regex.compile(rf"\p{{Nd}}|\b(?:{'|'.join([*_WORDS, *_MONTHS])})\b")
_BARE = regex.compile(r"[^\d]*[0-9]+")
"""A year may also be an amount."""
_FILLER = regex.compile(r"^(?:in|on|the|by|since|early|mid|late|year)\b[ -]*|[.!]+$")
_ROUGHLY = regex.compile(r"^(?:about|around|roughly|approximately|nearly|almost|some|circa|ca?\.?|[~≈±])\s*")
_ABOVE = regex.compile(r"^(?:over|more than|at least|from|after|[>≥])\s*|\s*(?:\b(?:or|and) more\b|\+$)")
_BELOW = regex.compile(
    r"^(?:under|below|less than|fewer than|at most|up to|before|until|[<≤])\s*|\s*\b(?:or|and) less\b"
)
_SPAN = regex.compile(
    r"^(?:between |from )?(.+?)(?: to | and |\.\.|\s?[–—]\s?|(?<=\p{Nd})-)(?=.*\p{Nd})(.+)$"
)
_DIGITS = regex.compile(r"^([0-9]{1,4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,4}))?$")
_DECADE = regex.compile(r"^([0-9]{3}0)'?s$")
_ORDINAL = regex.compile(r"([0-9]{1,4})(?:st|nd|rd|th)?")
_DECIMAL = regex.compile(r"[0-9]+(?:\.[0-9]+)?")
_NUMBER = regex.compile(
    r"""
    (?P<sign>[-+])?\s?(?P<before>\p{Sc})?\s?
    (?P<digits>[0-9][0-9.,'_\s]*(?<=[0-9])|[a-z]+(?:-[a-z]+)?)
    (?P<power>(?:\s*(?:hundred|thousand|million|billion|trillion|bn|mn|[km])\b)*)
    \s*(?P<unit>[\p{L}%°\p{Sc}][^\p{N}\s]*(?:\s[\p{L}%][^\p{N}\s]*)?)?
    """,
    regex.VERBOSE,
)
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "per cent": "%", "percent": "%"}
"""Units that are written in more than one way."""
_THOUSANDS = regex.compile(r"^[0-9]{1,3}(?:([.,'_\s])[0-9]{3})(?:\1[0-9]{3})*(?:[.,][0-9]+)?$")


@lru_cache(maxsize=8192)
def extents(text: str) -> tuple[Extent, ...]:
    """How a plain text can be read as a date or a number, the likeliest first; () if it is neither."""
    if len(text) > _MOST:
        return ()
    words = _ascii_digits(" ".join(text.split()).lower())
    if not _MAYBE.search(words):
        return ()
    dates = tuple(dict.fromkeys(_open(words, _date)))
    return dates if dates and not _BARE.fullmatch(words) else (*dates, *dict.fromkeys(_open(words, _number)))


def meet(one: tuple[Extent, ...], other: tuple[Extent, ...]) -> bool:
    """True if two answers, in any reading, can be the same date or amount.

    Amounts in unlike units are not told apart: 60 minutes are an hour.
    """
    return any(_meet(a, b) for a in one for b in other)


def _meet(one: Extent, other: Extent) -> bool:
    if one.scale != other.scale:
        one, other = _of_any_year(one), _of_any_year(other)
    if one.scale != other.scale:
        return False
    return one.unit != other.unit or (one.low <= other.high and other.low <= one.high)


def _of_any_year(extent: Extent) -> Extent:
    """A day or a month without its year; anything else as it is."""
    if extent.scale != "day" or extent.high - extent.low >= _MONTH:
        return extent
    low = extent.low % _YEAR
    return Extent("yearday", "", low, low + extent.high - extent.low)


def _ascii_digits(text: str) -> str:
    return text if text.isascii() else _DIGIT.sub(lambda match: str(int(match[0])), text.replace("−", "-"))


def _open(words: str, read: Callable[[str], Iterator[Extent]]) -> Iterator[Extent]:
    """The readings of a text that may say "about", "over", "under", or from where to where."""
    for pattern, widen in _WIDENED:
        bare = pattern.sub("", words)
        if bare != words:
            yield from (widen(extent) for extent in read(bare.strip()))
            return
    single = list(read(words))
    yield from single
    span = None if single else _SPAN.match(words)
    if span:
        yield from (
            Extent(first.scale, last.unit, min(first.low, last.low), max(first.high, last.high))
            for first in read(span[1].strip())
            for last in read(span[2].strip())
            if first.scale == last.scale and first.unit in ("", last.unit)
        )


def _roughly(extent: Extent) -> Extent:
    by = 5 * _YEAR if extent.scale == "day" else abs(extent.high) * _ROUNDED
    return extent._replace(low=extent.low - by, high=extent.high + by)


def _above(extent: Extent) -> Extent:
    return extent._replace(high=_INFINITY)


def _below(extent: Extent) -> Extent:
    return extent._replace(low=-_INFINITY)


_WIDENED = ((_ROUGHLY, _roughly), (_ABOVE, _above), (_BELOW, _below))

# Dates: each month has 31 running days, so that no calendar is needed to compare.

_YEAR, _MONTH = Decimal(372), Decimal(31)


def _date(words: str) -> Iterator[Extent]:
    words = _FILLER.sub("", _FILLER.sub("", words)).replace(",", " ")
    decade = _DECADE.match(words)
    if decade:
        yield Extent("day", "", int(decade[1]) * _YEAR, (int(decade[1]) + 10) * _YEAR - 1)
    digits = _DIGITS.match(words)
    if digits:
        yield from _digit_date(int(digits[1]), int(digits[3]), digits[4])
        return
    months, numbers, bc = [], [], False
    for word in words.split():
        if word.rstrip(".") in _MONTHS:
            months.append(_MONTHS[word.rstrip(".")])
        elif match := _ORDINAL.fullmatch(word):
            numbers.append(match[1])
        elif word in ("bc", "bce", "ad", "ce"):
            bc = bc or word.startswith("b")
        elif word != "of":
            return
    yield from _named(months, numbers, bc)


def _named(months: list[int], numbers: list[str], bc: bool) -> Iterator[Extent]:
    """A date from its words: month names, and digits that are years if there are more than two."""
    years = [int(number) * (-1 if bc else 1) for number in numbers if len(number) > 2 or bc]
    days = [int(number) for number in numbers if not (len(number) > 2 or bc)]
    if len(months) > 1 or len(years) > 1 or len(days) > len(months) or not all(0 < day < 32 for day in days):
        return
    if years and (months or bc or 1000 <= years[0] <= 2100):
        yield _day(years[0], *months, *days)
    elif months and not years:
        yield _of_any_year(_day(0, *months, *days))


def _digit_date(first: int, second: int, third: str | None) -> Iterator[Extent]:
    """2025-07-04, 2025-07, and 03/09/2025 either way round."""
    if third is None:
        if first > 999 and 0 < second < 13:
            yield _day(first, second)
        return
    last = int(third)
    ways = [(first, second, last)] if first > 31 else [(last, second, first), (last, first, second)]
    for year, month, day in ways:
        if 0 < month < 13 and 0 < day < 32 and len(third if first <= 31 else str(first)) == 4:
            yield _day(year, month, day)


def _day(year: int, month: int = 0, day: int = 0) -> Extent:
    low = year * _YEAR + max(month - 1, 0) * _MONTH + max(day - 1, 0)
    length = Decimal(1) if day else _MONTH if month else _YEAR
    return Extent("day", "", low, low + length - 1)


def _number(words: str) -> Iterator[Extent]:
    match = _NUMBER.fullmatch(words)
    if not match:
        return
    power = sum(_POWERS[word] for word in match["power"].split())
    unit = (match["before"] or "") + (match["unit"] or "").rstrip(".")
    unit = _SIGNS.get(unit, unit)
    sign = -1 if match["sign"] == "-" else 1
    for value in _values(match["digits"].strip()):
        value = value.scaleb(power) * sign
        yield Extent("number", unit.removesuffix("s"), value, value)


def _values(digits: str) -> Iterator[Decimal]:
    """The numbers that digits or a number word may mean: 1,234 is either of two."""
    if digits[0].isalpha():
        if digits in _WORDS:
            yield Decimal(_WORDS[digits])
        return
    if match := _THOUSANDS.match(digits):
        yield Decimal(digits.replace(match[1], "").replace(",", "."))
    plain = digits.replace(",", ".")
    if _DECIMAL.fullmatch(plain):
        yield Decimal(plain)
