"""Amounts in several units of one kind: 5 ft 9 in, 2 h 30 min, 1 year and 6 months."""

import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import regex

from quizapp.core import units
from quizapp.core.numbers import Number, Suffix
from quizapp.core.numerals import plain_numerals
from quizapp.core.units import Unit

_PART = r"(?P<number>[0-9]+(?:[.,][0-9]+)?) ?(?P<unit>\p{L}+|[°′″'\"])"
_SUM = regex.compile(rf"(?P<sign>[-−]?) ?{_PART}(?:(?:,? (?:and )?)?{_PART})+\.?", regex.IGNORECASE)


def compound(text: str, language: str) -> Number | None:
    """The sum, in the first unit; None if the text is no such amount.

    Each unit is smaller than the one before and each number less than one of that; only the last may have
    decimals. Whatever else is written so (2 h 90 min, 5 km 3 kg) is more likely something else.
    """
    match = _SUM.fullmatch(unicodedata.normalize("NFC", text))
    if match is None:
        return None
    names = match.captures("unit")
    numerals = [plain_numerals(number, language) for number in match.captures("number")]
    measures = _of_one_kind(names)
    if not measures or any(len(plain) != 1 for plain in numerals):
        return None
    numbers = [Fraction(plain[0]) for plain in numerals]
    sizes = [number * unit.factor for number, unit in zip(numbers, measures, strict=True)]
    whole = all(number.denominator == 1 for number in numbers[:-1])
    if not whole or any(size >= unit.factor for unit, size in zip(measures, sizes[1:], strict=False)):
        return None
    value = sum(sizes, Fraction(0)) / measures[0].factor
    return Number(-value if match["sign"] else value, (Suffix(Fraction(1), names[0]),), text, text)


def _of_one_kind(names: Sequence[str]) -> list[Unit]:
    """What the names mean where all of them measure the same, each less than the one before; else []."""
    known = [units.find(name) for name in names]
    for first in known[0]:
        same = [[unit for unit in found if unit.dimension == first.dimension] for found in known]
        chosen = [found[0] for found in same if found and not found[0].zero]
        if len(chosen) == len(names) and all(one.factor > less.factor for one, less in pairwise(chosen)):
            return chosen
    return []
