"""Numbers with units: the keys that say how near and in what unit, and the comparison."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, NamedTuple

from msgspec import Meta, Struct

from quizapp.core.kinds.amounts import Amount, amounts_of, enough_figures, shown, typed_numbers, with_unit
from quizapp.core.kinds.base import Complaint, Context, Outcome, Question, Verdict
from quizapp.core.kinds.quantity_words import QUANTITY_WORDS as QUANTITY_WORDS
from quizapp.core.numbers import Number, read
from quizapp.core.numerals import EXACT, rounded


class Tier(Struct, frozen=True, omit_defaults=True):
    """How far off an answer may be, and what it earns there. Written `2%`, `0.5` or `{within, credit}`."""

    within: Annotated[str, Meta(description="How far off: 0.5, or 2% of the number")]
    credit: Annotated[Decimal, Meta(description="What it earns, 0 to 1")] = Decimal(1)


# The keys of a card, or a gap, that asks for a number.
Tolerance = Annotated[
    tuple[Tier, ...],
    Meta(description="How far off counts: 0.5, 2% or a list of {within, credit}; 0 if not given"),
]
UnitNames = Annotated[tuple[str, ...], Meta(description="The unit of the number; may be left out")]
UnitNeeded = Annotated[bool, Meta(description="true: a number without its unit earns 0.9")]


class Quantity(Question, frozen=True, kw_only=True):
    """The keys of a card that asks for a number."""

    tolerance: Tolerance = ()
    unit: UnitNames = ()
    unit_needed: UnitNeeded = False


UNIT_SHARE = Fraction(9, 10)
"""What is left where the number is right and its unit is missing or unknown."""


class Key(NamedTuple):
    """What `number` of a deck says: all numbers from low to high are right."""

    low: Fraction
    high: Fraction
    margin: str = ""
    """A tolerance written behind the number (± 10)."""


class Margin(NamedTuple):
    """A tolerance for the number at hand."""

    off: Fraction
    credit: Fraction
    share: str = ""
    """As a share of the number, if it was given so: "2 %"."""


def judge_number(quantity: Quantity, number: str, typed: str, context: Context) -> Verdict:
    """What a typed number earns. `number` is the deck's text: 2850, 2850 ± 10 or 2000..3000."""
    key = parse_key(number)
    assert isinstance(key, Key), number
    typed = " ".join(typed.split())
    readings = typed_numbers(typed, quantity.unit, context.language)
    if len(readings) != 1:
        code = "number_unclear" if readings else "number_none" if typed else "number_blank"
        args = {"typed": typed, "readings": " / ".join(reading.words for reading in readings)}
        return _Case(quantity, number, key, typed, context).refused(code, args)
    return _Case(quantity, number, key, typed, context).judge(readings[0])


def number_readings(
    quantity: Quantity, number: str, typed: str, context: Context
) -> tuple[tuple[str, str], ...]:
    """(settled text, how it is read) of each reading of an ambiguous number; () if it is clear."""
    readings = typed_numbers(typed, quantity.unit, context.language)
    return tuple((reading.settled, reading.words) for reading in readings) if len(readings) > 1 else ()


def right_number(quantity: Quantity, number: str, language: str = "") -> str:
    """The right answer in words: "2,850 km", "2,000 to 3,000"."""
    key = parse_key(number)
    return _in_words(quantity, key, language) if isinstance(key, Key) else number


def least_number(quantity: Quantity, number: str, language: str) -> str:
    """Of all that is right the least, as it may be answered: "2,000 km"."""
    key = parse_key(number)
    return _in_words(quantity, key._replace(high=key.low), language) if isinstance(key, Key) else number


def _in_words(quantity: Quantity, key: Key, language: str) -> str:
    unit = quantity.unit[0] if quantity.unit else ""
    low, high = (shown(bound, unit, language) for bound in (key.low, key.high))
    return with_unit(low if key.low == key.high else f"{low} to {high}", unit)


class _Case:
    """A typed number beside the right one."""

    def __init__(self, quantity: Quantity, number: str, key: Key, typed: str, context: Context) -> None:
        self._quantity, self._key, self._typed, self._language = quantity, key, typed, context.language
        self._unit = quantity.unit[0] if quantity.unit else ""
        self._expected = _in_words(quantity, key, context.language)

    def refused(self, code: str, args: dict[str, str]) -> Verdict:
        return self._verdict(Fraction(0), code, args)

    def _verdict(
        self, fraction: Fraction, code: str, args: dict[str, str], score: str = "", heading: str = ""
    ) -> Verdict:
        outcome: Outcome = "correct" if fraction == 1 else "partial" if fraction else "wrong"
        return Verdict(
            outcome=outcome,
            fraction=fraction,
            because=code,
            args=args,
            given=self._typed,
            expected=self._expected,
            score=score,
            heading=heading,
        )

    def judge(self, number: Number) -> Verdict:
        amounts = amounts_of(number, self._quantity.unit, needed=self._quantity.unit_needed)
        amount = min(amounts, key=lambda amount: self._missed(amount.value))
        figures = enough_figures(amount.value, self._key[:2]) if amount.state == "converted" else EXACT
        args = {
            "typed": self._typed,
            "unit": amount.unit.replace("^2", "²").replace("^3", "³"),
            "asked": self._unit,
            "given": self._plain(amount.value, figures),
            "equals": "=" if rounded(amount.value, figures) == amount.value else "≈",
            "converted": with_unit(self._plain(amount.value, figures), self._unit),
            "expected": self._expected,
        }
        if amount.state == "other":
            return self._verdict(Fraction(0), amount.code, args)
        missed = self._missed(amount.value)
        fitting = [margin for margin in self._margins(amount.value) if missed <= margin.off]
        if not fitting:
            return self._off(amount, missed, args)
        best = max(fitting, key=lambda margin: (margin.credit, -margin.off))
        return self._right(amount, missed, best, args)

    def _plain(self, value: Fraction, figures: int) -> str:
        return shown(value, self._unit, self._language, figures)

    def _distance(self, size: Fraction, figures: int = EXACT) -> str:
        """How far apart two numbers are; two shares, by points."""
        return with_unit(self._plain(size, figures), "points" if self._unit == "%" else self._unit)

    def _missed(self, value: Fraction) -> Fraction:
        """How far a value lies from all that is right."""
        return max(self._key.low - value, value - self._key.high, Fraction(0))

    def _margins(self, value: Fraction) -> list[Margin]:
        """All tolerances that apply; the number itself is the first."""
        nearest = self._key.low if value <= self._key.low else self._key.high
        tiers = [*self._quantity.tolerance, *([Tier(self._key.margin)] if self._key.margin else [])]
        found = [Margin(Fraction(0), Fraction(1))]
        for tier in tiers:
            size, relative = parse_tolerance(tier.within) or (Fraction(0), False)
            share = f"{shown(size * 100, '', self._language)} %" if relative else ""
            off = size * abs(nearest) if relative else size
            found.append(Margin(off, Fraction(tier.credit), share))
        return found

    def _right(self, amount: Amount, missed: Fraction, best: Margin, args: dict[str, str]) -> Verdict:
        """Near enough: by how much, and what its unit and tier leave of it."""
        ranged = self._key.low != self._key.high
        rule = "range" if ranged else "exact"
        if missed:
            rule = "share" if best.share else "near"
        lacking = amount.state in ("missing", "unknown")
        fraction = best.credit * (UNIT_SHARE if lacking else 1)
        tier = "tier" if best.credit != 1 else ""
        score = "_".join(filter(None, ("score", f"unit_{amount.state}" if lacking else "", tier)))
        args |= {
            "margin": self._distance(best.off),
            "within": best.share,
            "credit": str(best.credit),
            "fraction": str(fraction),
        }
        code = f"number_{rule}{_ENDINGS.get(amount.state, '')}"
        heading = f"unit_{amount.state}" if lacking and best.credit == 1 else ""
        return self._verdict(fraction, code, args, score if fraction != 1 else "", heading)

    def _off(self, amount: Amount, missed: Fraction, args: dict[str, str]) -> Verdict:
        """Too far off: where to, by how much, and how much would count."""
        allowed = max(margin.off for margin in self._margins(amount.value))
        side = "low" if amount.value < self._key.low else "high"
        rule = self._slip(amount.value) or f"{side}{'_margin' if allowed else ''}"
        figures = enough_figures(missed, [allowed], least=4)
        args |= {"off": self._distance(missed, figures), "margin": self._distance(allowed)}
        return self._verdict(Fraction(0), f"number_{rule}{_ENDINGS.get(amount.state, '')}", args)

    def _slip(self, value: Fraction) -> str:
        """What the answer may have gone wrong by: its sign or a zero."""
        if self._key.low != self._key.high or not value:
            return ""
        ratio = self._key.low / value
        if ratio == -1:
            return "sign"
        return _FACTORS.get(ratio, "")


_FACTORS = {
    Fraction(10): "tenth",
    Fraction(1, 10): "tenfold",
    Fraction(1000): "thousandth",
    Fraction(1, 1000): "thousandfold",
}
"""The right number over the one given -> what is said of it."""
_ENDINGS = {"converted": "_converted", "unasked": "_unasked"}


# What decks say


def parse_key(text: str) -> Key | str:
    """The right number or numbers; else the code of the complaint about it."""
    if "," in text:
        return "number_comma"
    low, dots, high = text.partition("..")
    value, sign, margin = low.replace("+/-", "±").partition("±")
    bounds = [_deck_number(bound) for bound in (value, *([high] if dots else []))]
    for bound in bounds:
        if isinstance(bound, str):
            return bound
    numbers = [bound for bound in bounds if isinstance(bound, Fraction)]
    if sign and (dots or parse_tolerance(margin) is None):
        return "number_unreadable"
    if numbers[0] > numbers[-1]:
        return "number_reversed"
    return Key(numbers[0], numbers[-1], margin.strip())


def _deck_number(text: str) -> Fraction | str:
    """A number with a point as decimal mark; else the code of what is wrong with it."""
    found = read(text, "en")
    if len(found) != 1:
        return "number_unreadable"
    first, *others = found[0].suffixes
    # A deck is never guessed: "m" behind a number is metres, or millions.
    return "number_unit" if others or first.unit else found[0].value * first.scale


def parse_tolerance(text: str) -> tuple[Fraction, bool] | None:
    """(how far off, True if it is a share of the number): "2%" is (1/50, True). None if it is neither."""
    plain = text.strip().removeprefix("±").strip()
    relative = plain.endswith("%")
    size = _deck_number(plain.removesuffix("%")) if "," not in plain else ""
    if isinstance(size, str) or size < 0:
        return None
    return (size / 100 if relative else size), relative


def number_complaints(quantity: Quantity, number: str, key: str = "number") -> Iterator[Complaint]:
    """What is wrong with a number and how it is to be compared; `key` is where the number stands."""
    parsed = parse_key(number)
    if isinstance(parsed, str):
        yield parsed, key, {"text": number}
    for tier in quantity.tolerance:
        tolerance = parse_tolerance(tier.within)
        if tolerance is None:
            yield "tolerance_unreadable", "tolerance", {"text": tier.within}
        elif tolerance[1] and parsed == Key(Fraction(0), Fraction(0)):
            yield "tolerance_of_zero", "tolerance", {"text": tier.within}
        if not 0 <= tier.credit <= 1:
            yield "credit_range", "tolerance", {"text": tier.within, "credit": str(tier.credit)}
    if quantity.unit_needed and not quantity.unit:
        yield "unit_needed_none", "unit_needed", {}
