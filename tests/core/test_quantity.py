"""What a typed number earns: tolerance, tiers, ranges, units; what decks may say."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds.base import Context
from quizapp.core.kinds.quantity import (
    Key,
    Quantity,
    Tier,
    judge_number,
    number_complaints,
    number_readings,
    parse_key,
    parse_tolerance,
    right_number,
)
from quizapp.core.numerals import plain_of
from tests.amounts import key, plain_numbers, tiers
from tests.core.quantities import KM, earned, judged, rule
from tests.core.test_numerals import LANGUAGES


@pytest.mark.parametrize(
    ("number", "tolerance", "typed", "fraction"),
    [
        ("2850", [], "2850", "1"),
        ("2850", [], "2850.0", "1"),
        ("2850", [], "2849.999999", "0"),
        ("2850", ["2%"], "2793", "1"),
        ("2850", ["2%"], "2907", "1"),
        ("2850", ["2%"], "2792.999", "0"),
        ("2850", ["2%"], "2907.001", "0"),
        ("2850", ["0.5"], "2850.5", "1"),
        ("2850", ["0.5"], "2849.4", "0"),
        ("0.1", ["0.2"], "0.3", "1"),
        ("0", ["2%"], "0.0001", "0"),
        ("-100", ["2%"], "-98", "1"),
        ("-100", ["2%"], "-102.1", "0"),
        ("2850 ± 10", [], "2860", "1"),
        ("2850 +/- 10", [], "2840", "1"),
        ("2850±10", [], "2839", "0"),
        ("2850 ± 2%", [], "2793", "1"),
        ("2000..3000", [], "2000", "1"),
        ("2000..3000", [], "3000", "1"),
        ("2000..3000", [], "1999.9", "0"),
        ("2000 .. 3000", ["50"], "1950", "1"),
        ("2000..3000", ["1%"], "3030", "1"),
        ("2000..3000", ["1%"], "1970", "0"),
        ("-5..-1", [], "-3", "1"),
        ("1/3", [], "1/3", "1"),
        ("1/3", [], "0.3333", "0"),
        ("1/3", ["0.001"], "0.3333", "1"),
        ("3e8", [], "300 million", "1"),
    ],
)
def test_near_enough(number: str, tolerance: list[str], typed: str, fraction: str) -> None:
    assert earned(number, typed, tolerance=tuple(map(Tier, tolerance))) == Fraction(fraction)


TIERS = (Tier("1", Decimal("0.5")), Tier("10%", Decimal("0.25")), Tier("0.1"))


@pytest.mark.parametrize(
    ("typed", "fraction"),
    [
        ("100", "1"),
        ("100.1", "1"),
        ("101", "1/2"),
        ("99", "1/2"),
        ("102", "1/4"),
        ("110", "1/4"),
        ("111", "0"),
    ],
)
def test_the_best_tier_wins(typed: str, fraction: str) -> None:
    given_verdict = judged("100", typed, tolerance=TIERS)
    assert given_verdict.fraction == Fraction(fraction)
    assert given_verdict.outcome == {"1": "correct", "0": "wrong"}.get(fraction, "partial")
    assert bool(given_verdict.score) == (0 < given_verdict.fraction < 1)


@given(
    plain_numbers,
    plain_numbers,
    st.lists(tiers, max_size=3),
    st.sampled_from(["", " ± 0.5", "..", ".. "]),
    plain_numbers,
)
def test_the_rule_of_the_design(
    first: str, second: str, given_tiers: list[Tier], form: str, typed: str
) -> None:
    """Right if |x - v| <= max(abs_tol, rel_tol * |v|), best tier wins."""
    low, high = sorted([first, second], key=lambda text: key(text).low)
    number = low + form + high if ".." in form else low + form
    lowest, highest = key(number).low, key(number).high
    x = key(typed).low
    nearest = min(max(x, lowest), highest)
    credits = [Fraction(nearest == x)]
    for tier in [*given_tiers, *([Tier("0.5")] if "±" in form else [])]:
        size, share = parse_tolerance(tier.within) or (Fraction(-1), False)
        if abs(x - nearest) <= (size * abs(nearest) if share else size):
            credits.append(Fraction(tier.credit))
    assert earned(number, typed, tolerance=tuple(given_tiers)) == max(credits)


@given(st.fractions(0, 10**6, max_denominator=1000), st.fractions(0, 1000, max_denominator=1000))
def test_bounds_are_inclusive(value: Fraction, off: Fraction) -> None:
    tolerance = (Tier(plain_of(off)),)
    number = plain_of(value)
    for edge in (value - off, value + off):
        assert earned(number, plain_of(edge), tolerance=tolerance) == 1
    if off.denominator == value.denominator == 1:
        assert earned(number, f"{value + off}.0000001", tolerance=tolerance) == 0


@given(plain_numbers, st.sampled_from(["", "km", "%", "$", "°C", "ships", "°"]), st.sampled_from(LANGUAGES))
def test_the_key_itself_is_right(number: str, unit: str, language: str) -> None:
    quantity = Quantity(unit=(unit,) if unit else ())
    right = right_number(quantity, number, language)
    verdict = judge_number(quantity, number, right, Context(language=language))
    assert (verdict.outcome, verdict.fraction, verdict.expected) == ("correct", 1, right)


@given(plain_numbers)
def test_without_a_language_one_of_the_readings_is_right(number: str) -> None:
    settled = [text for text, _ in number_readings(Quantity(), number, number, Context())] or [number]
    assert max(earned(number, text, "") for text in settled) == 1


# Words


def test_the_reason_tells_how_near() -> None:
    options: dict[str, object] = {"tolerance": (Tier("2%"),), **KM}
    assert rule(judged("2850", "2830", **options)) == (
        "2,830 lies within 2 % of 2,850 km: up to 57 km off counts."
    )
    assert rule(judged("2850", "2830", "de", **options)) == (
        "2.830 lies within 2 % of 2.850 km: up to 57 km off counts."
    )
    assert rule(judged("2850", "2792", **options)) == "That is 58 km too low; up to 57 km off counts."
    assert rule(judged("2.9", "1.8 miles", tolerance=(Tier("0.1"),), **KM)) == (
        "1.8 miles ≈ 2.897 km. 2.897 lies within 0.1 km of 2.9 km."
    )
    assert rule(judged("5", "5 kg", **KM)) == "“kg” measures a mass, so it does not convert to km."
    assert rule(judged("57", "57.0000001", "en")) == "That is 0.0000001 too high."


@pytest.mark.parametrize(
    ("typed", "because"),
    [
        ("285", "number_tenth"),
        ("28500", "number_tenfold"),
        ("2.850", "number_thousandth"),
        ("2850 m", "number_thousandth_converted"),
        ("2850 k", "number_thousandfold"),
        ("-2850", "number_sign"),
    ],
)
def test_the_reason_tells_where_it_may_have_gone_wrong(typed: str, because: str) -> None:
    assert judged("2850", typed, "en", **KM).because == because


def test_a_distance_is_never_rounded_to_what_would_count() -> None:
    verdict = judged("2850", "2792.9999", tolerance=(Tier("2%"),))
    assert (verdict.args["off"], verdict.args["margin"]) == ("57.0001", "57")


@pytest.mark.parametrize("language", ["", "fr"])
def test_an_unsettled_number_is_never_guessed(language: str) -> None:
    verdict = judged("1234", "1.234", language)
    assert (verdict.outcome, verdict.because) == ("wrong", "number_unclear")
    readings = number_readings(Quantity(), "1234", "1.234", Context(language=language))
    assert readings == (("1.2340", "1.234"), ("1234", "1234"))
    assert [earned("1234", text, language) for text, _ in readings] == [0, 1]
    assert number_readings(Quantity(), "1234", "1.234", Context(language="en")) == ()


@given(st.text(), st.sampled_from(["", "en", "de"]))
def test_any_text_gets_a_verdict(typed: str, language: str) -> None:
    verdict = judged("5", typed, language, **KM)
    assert rule(verdict) is not None
    assert verdict.fraction in (0, 1, Fraction(9, 10))


# What decks say


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2,850", "number_comma"),
        ("2850 km", "number_unit"),
        ("8849 m", "number_unit"),  # metres, or millions?
        ("5b", "number_unit"),
        ("$5", "number_unit"),
        ("many", "number_unreadable"),
        ("", "number_unreadable"),
        ("1..2..3", "number_unreadable"),
        ("1..2 ± 3", "number_unreadable"),
        ("5 ± many", "number_unreadable"),
        ("5 ± -1", "number_unreadable"),
        ("nan", "number_unreadable"),
        ("3..2", "number_reversed"),
    ],
)
def test_a_number_that_no_one_can_read_is_told(text: str, code: str) -> None:
    assert parse_key(text) == code
    assert list(number_complaints(Quantity(), text)) == [(code, "number", {"text": text})]


def test_numbers_of_decks() -> None:
    assert parse_key("2850 ± 10") == Key(Fraction(2850), Fraction(2850), "10")
    assert parse_key("-1 .. 1") == Key(Fraction(-1), Fraction(1))
    assert parse_key("1 000_000") == parse_key("1e6") == parse_key("1 million")
    assert right_number(Quantity(), "many") == "many"
    assert [right_number(Quantity(unit=("$",)), text, "en") for text in ("-5", "1..2")] == ["−$5", "$1 to 2"]


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"tolerance": (Tier("much"),)}, "tolerance_unreadable"),
        ({"tolerance": (Tier("-1"),)}, "tolerance_unreadable"),
        ({"tolerance": (Tier("0,5"),)}, "tolerance_unreadable"),
        ({"tolerance": (Tier("2 km"),)}, "tolerance_unreadable"),
        ({"tolerance": (Tier("1", Decimal(2)),)}, "credit_range"),
        ({"tolerance": (Tier("2%"),)}, "tolerance_of_zero"),
        ({"unit_needed": True}, "unit_needed_none"),
    ],
)
def test_what_cannot_be_is_told(keys: dict[str, object], code: str) -> None:
    assert [found for found, _, _ in number_complaints(Quantity(**keys), "0")] == [code]  # type: ignore[arg-type]
