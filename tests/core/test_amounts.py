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


@pytest.mark.parametrize(
    "typed", ["about 5", "~5 km", "≈ 5", "= 5 km", "c. 5 km", "approx. 5 km", "5 km or so", "roughly five"]
)
def test_a_learner_may_say_that_it_is_rough(typed: str) -> None:
    assert earned("5", typed, **KM) == 1
    assert earned("4", typed, **KM) == 0


@pytest.mark.parametrize(
    "typed", ["2 dozen", "two dozen km", "2 halves", "2 or so many", "2 y medio", "2 squared", "2 times more"]
)
def test_a_number_that_goes_on_is_not_cut_short(typed: str) -> None:
    for unit in ((), ("km",)):
        assert judged("2", typed, unit=unit).because == "number_none"


def test_words_for_numbers_may_be_the_unit() -> None:
    assert earned("2", "2 dozen", unit=("dozen",)) == 1
    assert earned("4", "4 Quarters", unit=("quarters",)) == 1
    assert earned("18", "18 y", unit=("years",)) == 1


@pytest.mark.parametrize(
    ("unit", "typed", "fraction"),
    [
        ("countries", "27 country", "1"),
        ("country", "27 Countries", "1"),
        ("boxes", "27 box", "1"),
        ("Personen", "27 Person", "1"),
        ("states", "27 statues", "9/10"),
        ("km", "27 km long", "1"),
        ("years", "27 years old", "1"),
        ("years", "324 months old", "1"),
        ("km", "27 kg heavy", "0"),
        ("km", "27 miles long", "0"),
    ],
)
def test_a_unit_in_other_words(unit: str, typed: str, fraction: str) -> None:
    assert earned("27", typed, unit=(unit,)) == Fraction(fraction)


def test_a_huge_number_is_said_as_a_power_of_ten() -> None:
    assert judged("5", "1e400").args["off"] == "1×10^400"
    assert judged("5", "-1.239e30", **KM).args["off"] == "1.24×10^30 km"


def test_what_was_typed_is_said_as_it_is() -> None:
    assert judged("2850", "2992.5", tolerance=(Tier("5%"),)).args["given"] == "2992.5"
    assert judged("5", "5 km²", **KM).args["unit"] == "km²"
