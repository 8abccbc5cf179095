"""Numerals: how languages mark decimals and group digits, and English numbers in words."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from quizapp.core.alphabets import primary


class Convention(NamedTuple):
    """How a language writes numbers."""

    decimal: str
    groups: str
    """What it puts between groups of three digits; the first one is written. Spaces group everywhere."""
    indian: bool = False
    """True: groups of two above the thousands (12,34,567)."""


_NBSP, _SPACE = "\u202f", " "
POINT = Convention(".", ",")
INDIAN = Convention(".", ",", indian=True)
COMMA = Convention(",", ".")
SPACED = Convention(",", _SPACE)
SWISS = Convention(".", "'")

_BY_CONVENTION: Mapping[Convention, str] = {
    POINT: "cy en fil ga he ja ko ms mt sw th tl zh"
    " es-419 es-MX es-US es-PR es-GT es-HN es-NI es-PA es-SV es-DO",
    INDIAN: "bn en-IN gu hi kn ml mr pa ta te ur",
    COMMA: "ca da de el es eu fo gl hr id is it lt nl pt ro sl sr tr vi",
    SPACED: "be bg cs eo et fi fr hu hy ka kk lv nb nn no pl pt-PT ru sk sq sv uk",
    SWISS: "de-CH de-LI it-CH",
}
_CONVENTIONS = {tag.casefold(): own for own, tags in _BY_CONVENTION.items() for tag in tags.split()}

_DIGITS = re.compile(r"\d+")
_SPACE_GROUPS = re.compile(r"[1-9]\d{0,2}(?:[ _]\d{3})+|\d+(?:_\d+)*")


def convention_of(language: str) -> Convention | None:
    """By the tag, else by its first part; None where nobody knows (no language, Arabic, ...)."""
    return _CONVENTIONS.get(language.casefold()) or _CONVENTIONS.get(primary(language))


def plain_numerals(text: str, language: str) -> tuple[str, ...]:
    """A numeral with its marks (digits, points, commas, spaces, apostrophes) as plain ones such as 1234.5.

    More than one if it can be read in several ways; () if in none. The language's own convention settles it
    where it can; else every other is tried ("3.5" is clear in German too).
    """
    own = convention_of(language)
    if own is not None and (plain := _by(own, text)):
        return (plain,)
    return tuple(dict.fromkeys(filter(None, (_by(other, text) for other in (POINT, COMMA, SWISS)))))


def _by(convention: Convention, text: str) -> str:
    """The plain numeral by one convention; "" if it does not fit."""
    whole, mark, decimals = text.partition(convention.decimal)
    if (mark and not _DIGITS.fullmatch(decimals)) or (not whole and not mark):
        return ""
    digits = _ungrouped(convention, whole) if whole else "0"
    return f"{digits}{'.' if mark else ''}{decimals}" if digits else ""


def _ungrouped(convention: Convention, whole: str) -> str:
    """The digits of a whole number; "" if they are grouped as nobody groups them. No group begins with 0."""
    if _SPACE_GROUPS.fullmatch(whole):
        return whole.replace(" ", "").replace("_", "")
    mark = re.escape(convention.groups)
    above = r"\d{2}" if convention.indian else r"\d{3}"
    first = r"\d{0,1}" if convention.indian else r"\d{0,2}"
    pattern = rf"[1-9]{first}(?:{mark}{above})*{mark}\d{{3}}"
    if re.fullmatch(pattern, whole):
        return whole.replace(convention.groups, "")
    return _ungrouped(convention._replace(indian=False), whole) if convention.indian else ""


def written(value: Fraction, language: str, *, grouped: bool = True) -> str:
    """A number as the language writes it: 2,850 / 2.850 / 2 850; a fraction where decimals would not end.

    Without a language, or not `grouped`: digits and a point.
    """
    own = convention_of(language)
    plain = plain_of(value)
    if own is None or "/" in plain:
        return plain.replace("-", "−")
    sign, digits = ("−", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, mark, decimals = digits.partition(".")
    whole = _group(own, whole) if grouped else whole
    return sign + whole + (own.decimal + decimals if mark else "")


def _group(convention: Convention, digits: str) -> str:
    mark = _NBSP if convention.groups == _SPACE else convention.groups
    head, tail = digits[:-3], digits[-3:]
    if not head:
        return tail
    size = 2 if convention.indian else 3
    starts = range(len(head) % size - size if len(head) % size else 0, len(head), size)
    return mark.join([*(head[max(start, 0) : start + size] for start in starts), tail])


def plain_of(value: Fraction) -> str:
    """Digits and a point, exact: 1234.5; a fraction such as 1/3 where the decimals would not end."""
    rest = value.denominator
    places = 0
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest, count = rest // prime, count + 1
        places = max(places, count)
    if rest != 1:
        return str(value)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits


EXACT = 0
"""In place of a number of figures: all of them."""


def rounded(value: Fraction, figures: int) -> Fraction:
    """To so many significant figures, but all of its whole digits stay."""
    if figures == EXACT or value.denominator == 1 or not value:
        return value
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    places = max(figures - 1 - decimal.adjusted(), 0)
    return Fraction(round(value * 10**places), 10**places)


# English words

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: number for number, word in enumerate(_UNITS)}
_TEN = {word: 10 * number for number, word in enumerate(_TENS, 2)} | {"fourty": 40}
NUMBER_WORDS = frozenset([*_SMALL, *_TEN, "hundred"])
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
PART_WORDS = frozenset(_PARTS)
"""Words that make a fraction of the number before them."""


def words_fraction(words: Sequence[str]) -> tuple[Fraction, int] | None:
    """The number that English words begin with, and how many they are: half, two thirds, one and a half.

    Whole ones as `words_number` has them.
    """
    if words[:1] == ["half"]:
        return Fraction(1, 2), 2 if words[1:2] in (["a"], ["an"]) else 1
    found = words_number(words)
    if found is None:
        return None
    number, count = found
    part = words_part(words[count + 1 :]) if words[count : count + 1] == ["and"] else None
    if part is not None:
        return number + part[0], count + 1 + part[1]
    below = _PARTS.get(words[count]) if len(words) > count else None
    return (Fraction(number, below), count + 1) if below else (Fraction(number), count)


def words_part(words: Sequence[str]) -> tuple[Fraction, int] | None:
    """The fraction behind "and" that words begin with, and how many they are: a half, three quarters."""
    first, second, *_ = *words, "", ""
    over = 1 if first in ("a", "an") else _SMALL.get(first, 0)
    under = _PARTS.get(second, 0)
    return (Fraction(over, under), 2) if 0 < over < under else None


def words_number(words: Sequence[str]) -> tuple[int, int] | None:
    """The whole number from 0 to 9999 that English words begin with, and how many they are.

    Thousands are counted in hundreds: "twelve hundred". "a hundred" counts, and so does "a" alone, for a
    scale behind it ("a million").
    """
    head = (1, 1) if words[:1] in (["a"], ["an"]) else _below_hundred(words)
    if head is None or words[head[1] : head[1] + 1] != ["hundred"] or not head[0] % 10:
        return head
    hundreds, count = 100 * head[0], head[1] + 1
    skip = count + (words[count : count + 1] == ["and"])
    below = _below_hundred(words[skip:])
    return (hundreds + below[0], skip + below[1]) if below and below[0] else (hundreds, count)


def _below_hundred(words: Sequence[str]) -> tuple[int, int] | None:
    first, second, *_ = *words, "", ""
    if first in _TEN:
        digit = _SMALL.get(second, 0)
        return (_TEN[first] + digit, 2) if 1 <= digit <= 9 else (_TEN[first], 1)
    return (_SMALL[first], 1) if first in _SMALL else None
