"""A number and its unit against the unit that a card asks for."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds.quantity import Tier
from quizapp.core.numerals import written
from tests.amounts import key, plain_numbers
from tests.core.quantities import KM, earned, judged


@pytest.mark.parametrize(
    ("typed", "fraction"),
    [
        ("5", "1"),
        ("5 km", "1"),
        ("5 KM", "1"),
        ("5 kilometers", "1"),
        ("5000 m", "1"),
        ("5 m", "0"),
        ("5k m", "1"),
        ("3.106855961186669848 miles", "0"),
        ("5 kg", "0"),
        ("$5", "0"),
        ("5%", "0"),
        ("5 leagues", "9/10"),
        ("6 leagues", "0"),
    ],
)
def test_a_unit_that_may_be_left_out(typed: str, fraction: str) -> None:
    assert earned("5", typed, **KM) == Fraction(fraction)


def test_a_unit_that_is_needed() -> None:
    assert earned("5", "5 km", unit_needed=True, **KM) == 1
    missing = judged("5", "5", unit_needed=True, **KM)
    assert (missing.outcome, missing.fraction, missing.score) == (
        "partial",
        Fraction(9, 10),
        "score_unit_missing",
    )
    assert earned("5", "6", unit_needed=True, **KM) == 0
    tier = judged("5", "6", unit_needed=True, tolerance=(Tier("1", Decimal("0.5")),), **KM)
    assert (tier.fraction, tier.score) == (Fraction(9, 20), "score_unit_missing_tier")
    nothing = judged("5", "6", tolerance=(Tier("1", Decimal(0)),), **KM)
    assert (nothing.outcome, nothing.fraction) == ("wrong", 0)


@pytest.mark.parametrize(
    ("unit", "number", "typed", "fraction"),
    [
        ("°C", "20", "68 °F", "1"),
        ("°C", "20", "20 degrees", "1"),
        ("°", "20", "20 degrees", "1"),
        ("$", "5000000", "$5m", "1"),
        ("$", "5", "5 US$", "1"),
        ("$", "5", "C$5", "0"),
        ("CAD", "5", "$5", "1"),
        ("pounds", "5", "5 lb", "1"),
        ("pounds", "5", "£5", "1"),
        ("%", "50", "50", "1"),
        ("%", "50", "50 percent", "1"),
        ("%", "50", "0.5", "0"),
        ("%", "50", "500 ‰", "1"),
        ("ships", "12", "12 Ship", "1"),
        ("ships", "12", "12 boats", "9/10"),
        ("ships", "12", "12 km", "0"),
        ("MW", "5", "5 mw", "1"),
        ("MW", "5", "5 mW", "0"),
        ("people", "5000000", "5m people", "1"),
        ("people", "5000000", "5m", "1"),
        ("km", "5", "5k m", "1"),
        ("K", "300", "300 K", "1"),
        ("people", "300000", "300 K", "1"),
    ],
)
def test_units_of_many_kinds(unit: str, number: str, typed: str, fraction: str) -> None:
    assert earned(number, typed, unit=(unit,)) == Fraction(fraction)


@pytest.mark.parametrize(
    ("number", "typed", "fraction"),
    [
        ("50", "50%", 1),
        ("0.5", "50%", 1),
        ("0.5", "0.5 km", 1),
        ("5", "5 m", 1),
        ("5e6", "5 m", 1),
        ("5", "6 m", 0),
    ],
)
def test_where_no_unit_is_asked_none_is_compared(number: str, typed: str, fraction: int) -> None:
    assert earned(number, typed) == fraction


@given(
    plain_numbers, st.sampled_from([("km", "m", 1000), ("h", "min", 60), ("kg", "g", 1000), ("%", "‰", 10)])
)
def test_a_number_in_another_unit_is_the_same(number: str, units: tuple[str, str, int]) -> None:
    big, small, factor = units
    typed = f"{written(key(number).low * factor, 'en')} {small}"
    assert earned(number, typed, unit=(big,)) == 1
