from fractions import Fraction
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.calibration import FROM, Rated, calibration, is_confident_and_wrong

LEVELS = [0.25, 1 / 3, 0.5, 0.7, 0.85, 0.97]
RATED = st.builds(Rated, st.sampled_from(LEVELS), st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1)]))


@given(st.lists(RATED, max_size=FROM - 1))
def test_too_few_say_nothing(rated: list[Rated]):
    assert calibration(rated) is None


@given(st.lists(RATED, min_size=FROM, max_size=60))
def test_brier_falls_apart_into_bins(rated: list[Rated]):
    """Murphy's decomposition, with the spread within a bin: another way to the same number."""
    found = calibration(rated)
    assert found is not None
    mean = sum(float(one.earned) for one in rated) / len(rated)
    total = 0.0
    for bin_ in found.bins:
        inside = [one for one in rated if (one.stated < 0.5) == (bin_.stated < 0.5)]
        if bin_.stated >= 0.5:
            inside = [one for one in inside if isclose(one.stated, bin_.stated)]
        assert bin_.count == len(inside)
        assert bin_.hollow == (len(inside) < 5)
        assert bin_.bounds.low - 1e-12 <= bin_.earned <= bin_.bounds.high + 1e-12
        total += sum(
            one.stated**2 - 2 * one.stated * float(one.earned) + float(one.earned) ** 2 for one in inside
        )
    assert isclose(found.brier, total / len(rated))
    assert isclose(found.reference, mean - mean**2, abs_tol=1e-12)
    assert sum(bin_.count for bin_ in found.bins) == found.count == len(rated)
    assert [bin_.stated for bin_ in found.bins] == sorted(bin_.stated for bin_ in found.bins)


@pytest.mark.parametrize(
    ("stated", "right", "leaning"),
    [(0.97, 10, "over"), (0.5, 16, "under"), (0.7, 14, "even"), (0.85, 17, "even"), (0.5, 10, "even")],
)
def test_leaning(stated: float, right: int, leaning: str):
    found = calibration([Rated(stated, Fraction(n < right)) for n in range(20)])
    assert found is not None
    assert found.leaning == leaning


def test_a_golden_set():
    rated = [Rated(0.97, Fraction(n != 0)) for n in range(10)] + [
        Rated(0.5, Fraction(n % 2)) for n in range(10)
    ]
    found = calibration(rated)
    assert found is not None
    assert isclose(found.brier, (9 * 0.0009 + 0.9409 + 10 * 0.25) / 20)
    assert isclose(found.reference, 0.7 * 0.3)
    assert found.skill is not None
    assert isclose(found.skill, 1 - 0.17245 / 0.21)


def test_without_any_difference_there_is_no_skill():
    found = calibration([Rated(0.7, Fraction(1))] * 20)
    assert found is not None
    assert found.skill is None


@pytest.mark.parametrize(
    ("stated", "earned", "is_so"), [(0.85, 0, True), (0.97, 0, True), (0.7, 0, False), (0.97, 1, False)]
)
def test_confident_and_wrong(stated: float, earned: int, is_so: bool):
    assert is_confident_and_wrong(Rated(stated, Fraction(earned))) == is_so
