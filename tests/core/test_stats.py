"""Shares are told with their counts and bounds, and not at all where nothing was counted."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.stats import BINS, ENOUGH, PERIODS, SPANS, Recall


@given(st.integers(1, 10_000).flatmap(lambda counted: st.tuples(st.just(counted), st.integers(0, counted))))
def test_a_share_lies_within_its_bounds(counts: tuple[int, int]) -> None:
    recall = Recall(*counts)
    assert recall.share is not None
    low, high = recall.bounds
    assert 0 <= low <= recall.share + 1e-9
    assert recall.share - 1e-9 <= high <= 1


def test_of_nothing_there_is_no_share() -> None:
    assert Recall().share is None
    assert Recall().bounds == (0, 1)
    assert not Recall().enough


def test_from_twenty_answers_a_share_is_one() -> None:
    assert not Recall(ENOUGH - 1, 3).enough
    assert Recall(ENOUGH, 3).enough


def test_spans_are_listed_longest_first_and_bins_from_zero() -> None:
    assert set(SPANS) == {period for period in PERIODS if period != "all"}
    assert list(SPANS.values()) == sorted(SPANS.values(), reverse=True)
    assert BINS[0] == 0
    assert list(BINS) == sorted(set(BINS))
