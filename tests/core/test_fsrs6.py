"""The formulas for whole logs say what py-fsrs says."""

import math
from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from fsrs import scheduler as library
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core import fsrs6

START = datetime(2000, 1, 1, tzinfo=UTC)
PARAMETERS = st.tuples(*map(st.floats, fsrs6.LOWEST, fsrs6.HIGHEST)) | st.just(fsrs6.DEFAULT)
ANSWERS = st.lists(
    st.tuples(st.sampled_from((0, 0, 1, 2, 7, 40, 400)), st.integers(1, 4)), min_size=1, max_size=15
)


def test_the_constants_are_those_of_the_library() -> None:
    assert fsrs6.DEFAULT == library.DEFAULT_PARAMETERS
    assert fsrs6.LOWEST == library.LOWER_BOUNDS_PARAMETERS
    assert fsrs6.HIGHEST == library.UPPER_BOUNDS_PARAMETERS
    assert fsrs6.LEAST_STABILITY == library.STABILITY_MIN
    assert (fsrs6.EASIEST, fsrs6.HARDEST) == (library.MIN_DIFFICULTY, library.MAX_DIFFICULTY)
    assert fsrs6.STANDARD.decay == library.FSRS_DEFAULT_DECAY


@given(PARAMETERS, ANSWERS)
def test_stability_difficulty_and_recall_are_those_of_the_library(parameters, answers) -> None:
    model = fsrs6.Model(parameters)
    scheduler = fsrs.Scheduler(parameters, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = fsrs.Card(card_id=0, due=START)
    stability = difficulty = 0.0
    now = START
    for number, (days, rating) in enumerate(answers):
        now += timedelta(days=days)
        if number:
            recall = model.recall(stability, days)
            assert math.isclose(recall, scheduler.get_card_retrievability(card, now), rel_tol=1e-9)
            stability, difficulty = model.next(stability, difficulty, days, rating, recall)
        else:
            stability, difficulty = model.first(rating)
        if stability > 1e12:  # there the library fails at the interval, which the schedule never asks it for
            return
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), now)
        assert math.isclose(stability, card.stability, rel_tol=1e-9)
        assert math.isclose(difficulty, card.difficulty, rel_tol=1e-9)


@given(PARAMETERS)
def test_valid_is_what_the_library_takes(parameters) -> None:
    assert fsrs6.are_valid(parameters)
    fsrs.Scheduler(parameters)


@pytest.mark.parametrize(
    "wrong",
    [
        fsrs6.DEFAULT[:-1],
        (*fsrs6.DEFAULT, 0.5),
        (math.nan, *fsrs6.DEFAULT[1:]),
        (101.0, *fsrs6.DEFAULT[1:]),
        (*fsrs6.DEFAULT[:-1], 0.09),
    ],
)
def test_others_are_not(wrong: tuple[float, ...]) -> None:
    assert not fsrs6.are_valid(wrong)


@given(PARAMETERS, st.floats(0.001, 1000))
def test_recall_falls_to_90_percent_after_the_stability(parameters, stability: float) -> None:
    model = fsrs6.Model(parameters)
    assert model.recall(stability, 0) == 1
    assert math.isclose(model.recall(stability, stability), 0.9, rel_tol=1e-9)
    assert 0 < model.recall(stability, 10_000) <= model.recall(stability, 100)
