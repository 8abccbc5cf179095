"""What quizzes, exams and rounds do to the schedule: nothing, unless it is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.core import schedule
from quizapp.core.counting import counted
from quizapp.core.reviews import Rating, Review
from quizapp.core.settings import Settings
from tests.core.answered import AGAIN, GOOD, TODAY, review
from tests.core.test_schedule import seen


def quizzed(rating: int = AGAIN, outcome: str = "wrong", day: int = TODAY + 30) -> Review:
    taken = review(rating, day)
    return replace(taken, mode="quiz", graded=replace(taken.graded, outcome=outcome))


@pytest.mark.parametrize(
    ("wish", "rating", "counts"),
    [
        ("never", AGAIN, False),
        ("never", GOOD, False),
        ("wrong", AGAIN, True),
        ("wrong", GOOD, False),
        ("all", AGAIN, True),
        ("all", GOOD, True),
    ],
)
def test_what_counts_is_what_the_learner_asked_for(wish, rating, counts) -> None:
    answer = quizzed()
    settings = Settings(exams_count=wish, desired_retention=0.85)
    logged = counted(answer, rating, seen(), settings, {})
    assert logged.counts == counts
    assert logged.mode == "quiz"
    if not counts:
        assert logged == answer
        assert schedule.replay([answer]) is None


def test_what_was_left_blank_says_nothing_and_a_new_card_stays_new() -> None:
    settings = Settings(exams_count="all")
    assert not counted(quizzed(outcome="blank"), AGAIN, seen(), settings, {}).counts
    assert not counted(quizzed(), AGAIN, None, settings, {}).counts


@given(st.sampled_from(Rating), st.dictionaries(st.integers(TODAY, TODAY + 200), st.integers(0, 9)))
def test_an_answer_that_counts_moves_the_card_as_study_would(rating, load) -> None:
    settings = Settings(exams_count="all", desired_retention=0.85, learning_step_min=7)
    before = seen()
    logged = counted(quizzed(), rating, before, settings, load)
    planned = schedule.plan(before, rating, logged.moment, logged.card_id, settings, load)
    after = schedule.apply(before, logged)
    assert (after.due_day, after.due_ms) == (planned.due_day, planned.due_ms)
    assert after == schedule.apply(before, replace(logged, mode="study"))
