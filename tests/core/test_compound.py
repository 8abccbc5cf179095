"""Amounts in several units of one kind."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds.compound import compound
from quizapp.core.reasons import REASONS, sentence
from tests.core.quantities import earned, judged


@pytest.mark.parametrize(
    ("number", "unit", "typed"),
    [
        ("69", "in", "5 ft 9 in"),
        ("69", "in", "5′9″"),
        ("69", "in", "5'9\""),
        ("69", "inches", "5 feet, 9 inches tall"),
        ("175.26", "cm", "5 ft 9 in"),
        ("150", "min", "2 h 30 min"),
        ("150", "min", "2h30min"),
        ("2.5", "hours", "about 2 hours and 30 minutes."),
        ("1565", "min", "1 d 2 h 5 min"),
        ("18", "months", "1 year and 6 months"),
        ("1.83", "m", "1 m 83 cm"),
        ("90.5", "s", "1 min 30.5 s"),
        ("-150", "min", "−2 h 30 min"),
        ("12.5", "°", "12° 30 arcmin"),
    ],
)
def test_they_are_added_up(number: str, unit: str, typed: str) -> None:
    assert earned(number, typed, unit=(unit,)) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "2 h 90 min", "30 min 2 h", "2 h 2 h", "5 km 3 kg", "2 h 30", "2.5 h 30 min", "5 ft 9 apples",
        "20 °C 30 °C", "2 h -30 min", "2 h or 30 min",
    ],
)  # fmt: skip
def test_what_is_no_sum_is_refused(typed: str) -> None:
    assert judged("150", typed, unit=("min",)).because == "number_none"


def test_where_no_unit_is_asked_none_are_added() -> None:
    assert judged("150", "2 h 30 min").because == "number_none"


def test_what_is_said_of_them() -> None:
    verdict = judged("150", "2 h 40 min", unit=("min",))
    said = sentence(REASONS, verdict.because, verdict.args)
    assert said == "2 h 40 min = 160 min. That is 10 min too high."
    other = judged("150", "5 ft 9 in", unit=("min",))
    assert sentence(REASONS, other.because, other.args) == (
        "“ft” measures a length, so it does not convert to min."
    )
    blank = judged("150", " ", unit=("min",))
    assert sentence(REASONS, blank.because, blank.args) == "Nothing was written."


@given(st.integers(0, 400), st.integers(0, 59), st.integers(0, 59))
def test_the_sum_is_exact(hours: int, minutes: int, seconds: int) -> None:
    found = compound(f"{hours} h {minutes} min {seconds} s", "en")
    assert found is not None
    assert found.value == hours + Fraction(60 * minutes + seconds, 3600)


@given(st.text("0123456789 .,hmins-ft'\"and°", max_size=120), st.sampled_from(["", "en", "de"]))
def test_no_text_raises(text: str, language: str) -> None:
    compound(text, language)
