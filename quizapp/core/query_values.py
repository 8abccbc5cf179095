"""How the value behind a key of the search language is read: one small grammar a class."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Literal

import regex
from msgspec import Struct

from quizapp.core.query_tests import Between, Is, Matches, Pattern, Rated, Since, Test

LONGEST = 36_500
"""Days: further back or ahead nothing is remembered."""

_NUMBER = r"(-?\d{1,9}(?:\.\d{1,6})?)"
_AMOUNT = regex.compile(rf"(<=|>=|<|>|=)?\s*{_NUMBER}\s*([\p{{L}}%]*)")
_RANGE = regex.compile(rf"{_NUMBER}\s*([\p{{L}}%]*)\s*\.\.\s*{_NUMBER}\s*([\p{{L}}%]*)")
_DAYS = {"d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7, "m": 30, "month": 30, "months": 30}
_UNITS: Mapping[str, Mapping[str, int]] = {
    "": {"": 1},
    "days": {"": 1, **_DAYS, "y": 365, "year": 365, "years": 365},
    "percent": {"": 1, "%": 1},
}

_BOUNDS: Mapping[str, Callable[[str, float, float], Between]] = {
    "<": lambda what, number, _: Between(what, high=number, with_high=False),
    "<=": lambda what, number, _: Between(what, high=number),
    ">": lambda what, number, _: Between(what, low=number, with_low=False),
    ">=": lambda what, number, _: Between(what, low=number),
    "=": lambda what, number, half: Between(what, number - half, number + half, with_high=False),
}


class Choice(Struct, frozen=True):
    """A word that may stand behind a key."""

    word: str
    meaning: str
    """Marked for translation, as `Key.meaning`."""
    aliases: tuple[str, ...] = ()


class Words(Struct, frozen=True):
    """One of some words."""

    what: str
    choices: tuple[Choice, ...]
    expects = "one of the listed words"

    def read(self, value: str) -> Test | None:
        """The condition that a value means; None if it means none."""
        wanted = value.casefold()
        found = (one.word for one in self.choices if wanted == one.word or wanted in one.aliases)
        word = next(found, None)
        return Is(self.what, word) if word else None


class Name(Struct, frozen=True):
    """A name, in which `*` stands for any letters; what names there are, the collection knows."""

    what: str
    choices: tuple[Choice, ...] = ()
    expects = "a name, in quotes if it has spaces"

    def read(self, value: str) -> Test | None:
        """As of Words."""
        return Matches(self.what, value) if value.strip() else None


class Amount(Struct, frozen=True):
    """A number with a sign of comparison before it, or a range; `5` means what rounds to 5."""

    what: str
    unit: Literal["", "days", "percent"] = ""
    named: Mapping[str, tuple[float, float]] = {}
    """Words that stand for a range, both ends within."""
    expects = "a number such as 5, <5, >=5 or 2..5"

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(Choice(word, "") for word in self.named)

    def read(self, value: str) -> Test | None:
        """As of Words."""
        value = value.strip().casefold()
        if value in self.named:
            return Between(self.what, *self.named[value])
        if range_ := _RANGE.fullmatch(value):
            return self._range(*range_.groups())
        amount = _AMOUNT.fullmatch(value)
        units = _UNITS[self.unit]
        if not amount or amount[3] not in units:
            return None
        factor = units[amount[3]]
        return _BOUNDS[amount[1] or "="](self.what, float(amount[2]) * factor, _half(amount[2]))

    def _range(self, low: str, low_unit: str, high: str, high_unit: str) -> Test | None:
        units = _UNITS[self.unit]
        if not {low_unit, high_unit} <= units.keys():
            return None
        factor = units[high_unit]
        return Between(
            self.what, float(low) * (units[low_unit] if low_unit else factor), float(high) * factor
        )


def _half(number: str) -> float:
    """Half of the last place that was written: 5 -> 0.5, 2.50 -> 0.005."""
    return 0.5 * float(10 ** -len(number.partition(".")[2]))


class Days(Struct, frozen=True):
    """A number of study days back from now, today included."""

    what: Literal["added", "begun"]
    choices: tuple[Choice, ...] = ()
    expects = "a number of days such as 30"

    def read(self, value: str) -> Test | None:
        """As of Words."""
        days = _days(value)
        return Since(self.what, days) if days else None


RATINGS = {"1": 1, "2": 2, "3": 3, "4": 4, "again": 1, "hard": 2, "good": 3, "easy": 4}


class Answered(Struct, frozen=True):
    """A number of study days back from now, and how the card was rated in them."""

    choices: tuple[Choice, ...] = ()
    expects = "days and, if you like, a rating from 1 to 4, such as 7 or 7:1"

    def read(self, value: str) -> Test | None:
        """As of Words."""
        back, colon, rating = value.casefold().partition(":")
        days = _days(back)
        if not days or (colon and rating not in RATINGS):
            return None
        return Rated(days, RATINGS.get(rating, 0))


class Regex(Struct, frozen=True):
    """A regular expression."""

    choices: tuple[Choice, ...] = ()
    expects = "a regular expression"

    def read(self, value: str) -> Test | None:
        """As of Words."""
        return Pattern(value) if value and compiled(value) else None


def compiled(pattern: str) -> "regex.Pattern[str] | None":
    """An expression as it is sought in folded text, marks and case aside; None if it is none.

    Without capitals of its own it needs not be told to ignore them, which is faster.
    """
    decomposed = unicodedata.normalize("NFD", pattern)
    plain = "".join(char for char in decomposed if unicodedata.category(char) != "Mn")
    plain = unicodedata.normalize("NFC", plain)
    try:
        return regex.compile(plain, 0 if plain == plain.lower() else regex.IGNORECASE)
    except (regex.error, OverflowError, RecursionError):
        return None


_ESCAPE = regex.compile(r"\\.", regex.DOTALL)
_REPEAT = regex.compile(r"[*+?{]")
_REPEATED_GROUP = regex.compile(r"\)[*+?{]")
_ALTERNATIVES = 4
"""Bars in an expression up to which going through all ways costs little."""
_REFERENCE = regex.compile(r"\\[1-9gkXR]")


def is_quick(pattern: str) -> bool:
    """Whether an expression cannot take long in a short text.

    It repeats at most one sign, has few alternatives and refers to nothing.
    """
    plain = _ESCAPE.sub("x", pattern)
    repeats = len(_REPEAT.findall(plain)) > 1 or _REPEATED_GROUP.search(plain)
    return not (repeats or "(?" in plain or plain.count("|") > _ALTERNATIVES or _REFERENCE.search(pattern))


def _days(value: str) -> int:
    number = value.strip().removesuffix("d")
    days = int(number) if number.isascii() and number.isdecimal() and len(number) <= len(str(LONGEST)) else 0
    return days if days <= LONGEST else 0


Values = Words | Name | Amount | Days | Answered | Regex
