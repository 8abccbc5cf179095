"""Amounts: a typed number and its unit against the unit that a card asks for, and both in words."""

import unicodedata
from collections.abc import Container, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

import regex

from quizapp.core import units
from quizapp.core.kinds.compound import compound
from quizapp.core.numbers import Number, Suffix, read
from quizapp.core.numerals import EXACT, PART_WORDS, rounded, written
from quizapp.core.units import Unit

State = Literal["same", "converted", "unasked", "left_out", "missing", "unknown", "other"]
"""What became of the unit typed. `unasked`: the card names none; `left_out`: optional and not typed;
`missing`: needed and not typed; `unknown`: not in the table; `other`: of another dimension."""

_MOST_FIGURES = 15

_HEDGE = regex.compile(
    r"(?i)^(?:(?:about|around|roughly|approximately|approx|circa)\b\.?|ca?\.|[~≈=])\s*|\s+or so[.!]?$"
)
"""Words of a learner who is not sure to the digit: the tolerance says what counts."""
_OTHER_NUMBER = PART_WORDS | {
    "dozen", "dozens", "score", "gross", "times", "squared", "cubed", "point", "plus", "minus", "and", "or",
    "to", "und", "oder", "bis", "et", "ou", "y", "o",
}  # fmt: skip
"""Words that, behind a number, make another number of it."""
_DIMENSIONS = frozenset({"long", "wide", "high", "tall", "deep", "thick", "old", "heavy", "away", "across"})
"""Words behind a unit that say nothing more."""
_ENDINGS = (("y", "ies"), ("", "s"), ("", "es"), ("", "n"), ("", "en"))
"""Endings of one and of many."""
_MOST_DIGITS = 24
"""Of a whole number in words; more are said as a power of ten."""

_RANK: dict[State, int] = {"same": 0, "converted": 0, "left_out": 1, "missing": 1, "unknown": 2, "other": 3}
_DEGREES = ("°", "deg", "degree", "degrees")
_CODES = {
    "length^2": "area",
    "length^3": "volume",
    "length/time": "speed",
}
"""Dimension -> code of what it is called, where the two differ."""
_NAMED = (
    "length", "mass", "time", "temperature", "energy", "power", "force", "pressure", "data", "angle",
    "frequency", "share",
)  # fmt: skip


class Amount(NamedTuple):
    """A number in the unit that the card asks for."""

    value: Fraction
    unit: str
    """As typed."""
    state: State

    @property
    def code(self) -> str:
        """The code of what its unit measures, for one of another dimension."""
        dimension = next((unit.dimension for unit in units.find(self.unit)), "")
        if dimension.startswith(units.MONEY):
            return "unit_money"
        return f"unit_{dimension}" if dimension in _NAMED else f"unit_{_CODES.get(dimension, 'other')}"


def typed_numbers(typed: str, asked: Sequence[str], language: str) -> tuple[Number, ...]:
    """All readings of what was typed as a number of what is asked for: "about 5 km", but not "5 dozen".

    Where a unit is asked, several may be typed: "5 ft 9 in".
    """
    known = {units.tidy(name).casefold() for name in asked}
    typed = _HEDGE.sub("", " ".join(typed.split()))
    found = read(typed, language)
    total = compound(_bare(typed), language) if asked and not found else None
    if total is not None:
        return (total,)
    return tuple(number for number in found if not all(_is_other(way.unit, known) for way in number.suffixes))


def _is_other(unit: str, known: Container[str]) -> bool:
    """Does what stands behind a number make another one of it, as in two dozen?"""
    first = unit.partition(" ")[0].casefold()
    return first in _OTHER_NUMBER and unit.casefold() not in known and not units.find(unit)


def amounts_of(number: Number, asked: Sequence[str], *, needed: bool) -> tuple[Amount, ...]:
    """What the number may amount to in the card's unit; mostly one.

    asked: the unit's names, its own first; () if none is asked: then 50 % may be meant as 50 or as 0.5, and
    5 m as metres or as millions.
    """
    if asked:
        amounts = [_in_unit(number.value * way.scale, way, asked, needed=needed) for way in number.suffixes]
        return (min(amounts, key=lambda amount: _RANK[amount.state]),)
    amounts = []
    for way in number.suffixes:
        value = number.value * way.scale
        amounts.append(Amount(value, way.unit, "unasked" if way.unit else "same"))
        shares = [unit.factor for unit in units.find(way.unit) if unit.dimension == "share"]
        amounts += [Amount(value * share, way.unit, "converted") for share in shares]
    return tuple(amounts)


def _in_unit(value: Fraction, way: Suffix, asked: Sequence[str], *, needed: bool) -> Amount:
    if not way.unit:
        return Amount(value, "", "missing" if needed else "left_out")
    own = _meant(asked[0])
    way = way._replace(unit=_bare(way.unit))
    for name in asked:
        if units.tidy(way.unit) == units.tidy(name):
            return _converted(value, way.unit, _meant(name), own) or Amount(value, way.unit, "same")
    known = units.find(way.unit)
    if converted := _converted(value, way.unit, known, own):
        return converted
    if _is_same_word(way.unit, asked, known) or (_is_temperature(own) and way.unit in _DEGREES):
        return Amount(value, way.unit, "same")
    return Amount(value, way.unit, "other" if known else "unknown")


def _bare(name: str) -> str:
    """A unit without what may follow it: "km long" is km, unless that is in the table itself."""
    first, _, last = name.rpartition(" ")
    return first if last.casefold() in _DIMENSIONS else name


def _meant(name: str) -> tuple[Unit, ...]:
    """What a card means by a unit: a sign of several currencies is the first of them."""
    found = units.find(name)
    money = [unit for unit in found if unit.dimension.startswith(units.MONEY)]
    return tuple(unit for unit in found if unit not in money[1:])


def _converted(value: Fraction, name: str, known: Sequence[Unit], own: Sequence[Unit]) -> Amount | None:
    """In the card's own unit, if both measure the same."""
    pairs = ((unit, to) for to in own for unit in known if unit.dimension == to.dimension)
    unit, to = next(pairs, (None, None))
    if unit is None or to is None:
        return None
    return Amount(unit.convert(value, to), name, "same" if unit == to else "converted")


def _is_same_word(name: str, asked: Sequence[str], known: Sequence[Unit]) -> bool:
    """Units that are in no table are words: equal in any case, one or many."""
    word = units.tidy(name).casefold()
    return not known and any(_one_or_many(word, units.tidy(other).casefold()) for other in asked)


def _one_or_many(word: str, other: str) -> bool:
    """country, countries; box, boxes; Person, Personen."""
    return word == other or any(
        a.endswith(one) and a.removesuffix(one) + many == b
        for a, b in ((word, other), (other, word))
        for one, many in _ENDINGS
    )


def _is_temperature(own: Sequence[Unit]) -> bool:
    return any(unit.dimension == "temperature" for unit in own)


def shown(value: Fraction, unit: str, language: str, figures: int = EXACT) -> str:
    """A number in words, rounded to so many figures; all of its whole digits stay.

    Four digits are grouped only beside a unit: 1989 may be a year.
    """
    if abs(value) >= 10**_MOST_DIGITS:
        return _as_power(value, language)
    grouped = bool(unit) or abs(value) >= 10_000
    return written(rounded(value, figures), language, grouped=grouped)


def _as_power(value: Fraction, language: str) -> str:
    """A huge number to three figures: 1.23×10^30."""
    figures, _, tens = f"{Decimal(int(value)):.2e}".partition("e+")
    return f"{written(Fraction(figures), language)}×10^{tens}"


def enough_figures(value: Fraction, bounds: Sequence[Fraction], least: int = 3) -> int:
    """Significant figures that show how a value lies to the bounds that it is compared with.

    Rounding may take away a tenth of its distance at most; nothing where it is one of the bounds.
    """
    distance = min(abs(value - bound) for bound in bounds)
    counts = range(least, _MOST_FIGURES)
    return next((count for count in counts if 10 * abs(rounded(value, count) - value) <= distance), EXACT)


def with_unit(number: str, unit: str) -> str:
    """A number in words with its unit: 2,850 km, 45°, $5."""
    if not unit:
        return number
    if unicodedata.category(unit[-1]) == "Sc":
        sign = "−" if number.startswith("−") else ""
        return f"{sign}{unit}{number.removeprefix(sign)}"
    return f"{number}{unit}" if unit in "°′″'\"" else f"{number} {unit}"
