"""Chance that repeats."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.chance import draw, drawer


def test_is_fixed_by_its_arguments() -> None:
    assert draw("deck/note#", 3) == draw("deck/note#", 3)
    assert draw("a", 12) != draw("a1", 2) != draw("a", "1", "2")
    # On every machine and version: fuzz and order depend on it.
    assert round(draw("deck/note#", 3), 6) == 0.063415


def test_is_spread_evenly_for_near_arguments() -> None:
    drawn = [draw("deck/note#", number) for number in range(2000)]
    assert 0 <= min(drawn) < 0.01
    assert 0.99 < max(drawn) < 1
    shares = [sum(int(value * 10) == tenth for value in drawn) for tenth in range(10)]
    assert min(shares) > 150
    rising = sum(one < other for one, other in pairwise(drawn))
    assert 900 < rising < 1100


TEXTS = st.text(st.characters(codec="utf-8"))


@given(st.lists(TEXTS, max_size=3), TEXTS)
def test_drawing_for_many_is_drawing_for_each(what: list[str], last: str) -> None:
    assert drawer(*what)(last) == draw(*what, last)
