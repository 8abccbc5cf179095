from fractions import Fraction
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.marking import PROFILES, Answered, profile, wilson

EIGHTHS = st.integers(0, 8).map(lambda n: Fraction(n, 8))
ANSWERED = st.builds(
    Answered,
    fraction=EIGHTHS,
    tried=st.booleans(),
    options=st.sampled_from([0, 2, 3, 4, 5]),
    confidence=st.sampled_from([None, 0.25, 1 / 3, 0.5, 0.7, 0.85, 0.97]),
).map(lambda one: one if one.tried else Answered(tried=False, options=one.options, confidence=one.confidence))


def right(options: int = 0, sure: float | None = None) -> Answered:
    return Answered(fraction=Fraction(1), options=options, confidence=sure)


def wrong(options: int = 0, sure: float | None = None) -> Answered:
    return Answered(options=options, confidence=sure)


BLANK = Answered(tried=False, options=4, confidence=0.97)
HALF = Answered(fraction=Fraction(1, 2), options=4, confidence=0.97)


@pytest.mark.parametrize(
    ("name", "answers", "earned", "most"),
    [
        ("plain", [right(), wrong(4), BLANK, HALF], "3/2", 4),
        ("formula", [right(4), right(4), wrong(4), wrong(2), BLANK], "2/3", 5),
        ("formula", [wrong(2), wrong(2), right()], "0", 3),
        ("formula", [wrong(0), right()], "1", 2),  # recalled, not picked
        ("formula", [HALF, wrong(5)], "1/4", 2),
        (
            "certainty",
            [right(4, 0.25), right(0, 0.5), right(0, 0.7), right(0, 0.85), right(0, 0.97)],
            "10",
            15,
        ),
        (
            "certainty",
            [wrong(4, 0.25), wrong(0, 0.5), wrong(0, 0.7), wrong(0, 0.85), wrong(0, 0.97)],
            "-14",
            15,
        ),
        ("certainty", [BLANK, HALF, right()], "5/2", 9),
        ("plain", [], "0", 0),
    ],
)
def test_golden_scores(name: str, answers: list[Answered], earned: str, most: int):
    score = profile(name).total(answers)  # type: ignore[arg-type]
    assert (score.earned, score.most) == (Fraction(earned), most)
    assert score.share == (Fraction(earned) / most if most else None)


@given(st.lists(ANSWERED, max_size=12))
def test_no_profile_gives_more_than_it_says_and_all_right_gives_all(answers: list[Answered]):
    for one in PROFILES:
        assert one.total(answers).earned <= one.most * len(answers)
        assert one.floor is None or one.total(answers).earned >= one.floor
        assert one.total([right(sure=0.97)] * len(answers)).share in (None, 1)


@given(st.integers(2, 6), st.sampled_from([0.25, 0.5, 0.7, 0.85, 0.97]))
def test_blind_guessing_earns_nothing_on_average_by_formula(options: int, sure: float):
    lot = [right(options, sure)] + [wrong(options, sure)] * (options - 1)
    assert profile("formula").total(lot * 7).earned == 0


def test_certainty_pays_only_for_those_who_mean_it():
    """The most is earned by certainty 1 below 67 %, by 2 up to 80 %, by 3 above: its authors' own figures."""

    def expected(sure: float, p: Fraction) -> Fraction:
        points = profile("certainty").points
        return p * points(right(sure=sure)) + (1 - p) * points(wrong(sure=sure))

    for hundredths in range(101):
        p = Fraction(hundredths, 100)
        best = max((expected(sure, p), -sure) for sure in (0.5, 0.7, 0.97))
        wanted = 0.5 if p <= Fraction(2, 3) else 0.7 if p <= Fraction(4, 5) else 0.97
        assert best[1] == -wanted


@given(st.integers(0, 60), st.integers(1, 60))
def test_wilson_bounds_are_where_the_seen_share_is_just_not_surprising(successes: int, count: int):
    """By its definition, not its formula: |seen - p| = z sqrt(p(1 - p) / n) at both ends."""
    share = min(successes, count) / count
    for bound in wilson(share, count):
        assert 0 <= bound <= 1
        assert isclose(
            abs(share - bound), 1.959963984540054 * sqrt(bound * (1 - bound) / count), abs_tol=1e-6
        )
    assert wilson(share, count).low <= share + 1e-12
    assert wilson(share, count).high >= share - 1e-12


def test_wilson_against_published_values():
    low, high = wilson(81 / 263, 263)  # Newcombe 1998, Statistics in Medicine 17, table I
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    low, high = wilson(0, 20)
    assert (round(low, 4), round(high, 4)) == (0.0, 0.1611)
    assert wilson(0.0, 0) == (0.0, 1.0)
