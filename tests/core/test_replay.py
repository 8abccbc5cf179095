"""Replay: the fold of a card's reviews, in any order, and what it predicts for a real learner."""

import csv
import math
import os
import random
from collections import defaultdict
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.core import schedule
from quizapp.core.reviews import Moment, Override, Rating, Review
from tests.core.answered import AGAIN, TODAY, review


@st.composite
def logs(draw) -> list[Review]:
    """A card's reviews in the order of time."""
    day = TODAY
    reviews: list[Review] = []
    for number in range(draw(st.integers(0, 12))):
        day += draw(st.sampled_from((0, 0, 1, 2, 9, 60)))
        reviews.append(
            review(
                draw(st.sampled_from(Rating)),
                day,
                number,
                mode=draw(st.sampled_from(("study", "study", "study", "quiz", "repeat"))),
                guess=draw(st.booleans()),
                due_day=draw(st.sampled_from((0, day + 3))),
                prev_review_id=draw(st.sampled_from(("", f"R{number - 1:04}"))),
                retention=draw(st.sampled_from((0.8, 0.9, 0.95))),
                step_min=draw(st.sampled_from((1, 10))),
            )
        )
    return reviews


@given(logs(), st.randoms(use_true_random=False))
def test_replay_is_the_fold_of_apply_in_any_order(reviews: list[Review], chance: random.Random) -> None:
    memory = None
    for one in reviews:
        if one.counts:
            memory = schedule.apply(memory, one)
    shuffled = list(reviews)
    chance.shuffle(shuffled)
    assert schedule.replay(shuffled) == memory
    if memory:
        assert memory.reps == sum(one.counts for one in reviews)


@given(logs(), st.sets(st.integers(0, 12)))
def test_a_voided_review_never_was(reviews: list[Review], numbers: set[int]) -> None:
    voids = {f"R{number:04}" for number in numbers}
    rest = [one for one in reviews if one.review_id not in voids]
    assert schedule.replay(reviews, voids) == schedule.replay(rest)


@st.composite
def words(draw) -> list[Override]:
    """What the learner may have said of a card meanwhile, at times between its reviews and at theirs."""
    days = draw(st.lists(st.integers(0, 80), max_size=4))
    return [
        Override(at_ms, f"E{number:04}", draw(st.sampled_from((None, None, TODAY, TODAY + 30))))
        for number, at_ms in enumerate(review(3, TODAY + day, 0).moment.at_ms for day in days)
    ]


@given(logs(), words(), st.randoms(use_true_random=False))
def test_overrides_count_in_the_order_of_time(
    reviews: list[Review], overrides: list[Override], chance: random.Random
) -> None:
    memory = None
    for one in sorted([*reviews, *overrides], key=schedule.order):
        if isinstance(one, Override):
            memory = schedule.override(memory, one)
        elif one.counts:
            memory = schedule.apply(memory, one)
    chance.shuffle(reviews)
    chance.shuffle(overrides)
    assert schedule.replay(reviews, overrides=overrides) == memory


@given(logs(), words())
def test_after_a_reset_what_was_before_counts_for_nothing(
    reviews: list[Review], overrides: list[Override]
) -> None:
    resets = [one for one in overrides if one.due_day is None]
    if resets:
        last = max(map(schedule.order, resets))
        later = [one for one in reviews if schedule.order(one) > last]
        words_later = [one for one in overrides if schedule.order(one) > last]
        assert schedule.replay(reviews, overrides=overrides) == schedule.replay(later, overrides=words_later)


@given(logs(), st.integers(0, 100))
def test_another_due_day_moves_nothing_else(reviews: list[Review], ahead: int) -> None:
    memory = schedule.replay(reviews)
    moved = schedule.override(memory, Override(0, "E", TODAY + ahead))
    if memory is None:
        assert moved is None
    else:
        assert moved == replace(memory, due_day=TODAY + ahead, due_ms=0, step=0)


@given(logs(), st.integers(-720, 720), st.integers(0, 23))
def test_travel_and_another_rollover_never_rewrite_the_past(
    reviews: list[Review], offset: int, rollover: int
) -> None:
    moved = [
        replace(one, moment=Moment(one.moment.at_ms, utc_offset_min=offset, rollover_h=rollover))
        for one in reviews
    ]
    assert schedule.replay(moved) == schedule.replay(reviews)


@pytest.mark.skipif("QUIZAPP_REALDECKS" not in os.environ, reason="QUIZAPP_REALDECKS is not set")
@pytest.mark.parametrize(("rollover_h", "worst"), [(4, 0.475)])
def test_predicts_a_real_learner(rollover_h: int, worst: float) -> None:
    """12,580 reviews: log loss of what was predicted for each review on a later day."""
    file = Path(os.environ["QUIZAPP_REALDECKS"]) / "reviews" / "pyfsrs_review_logs_josh.csv"
    cards = defaultdict(list)
    with file.open(newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines)):
            at_ms = round(datetime.fromisoformat(row["review_time"]).timestamp() * 1000)
            moment = Moment(at_ms, rollover_h=rollover_h)
            one = review(int(row["review_rating"]), moment.study_day, number)
            cards[row["card_id"]].append(replace(one, moment=moment))
    losses = []
    for reviews in cards.values():
        memory = None
        for one in sorted(reviews, key=schedule.order):
            if memory and one.study_day > memory.last_day:
                recall = schedule.retrievability(memory, one.study_day)
                losses.append(-math.log(1 - recall if one.rating == AGAIN else recall))
            memory = schedule.apply(memory, one)
    assert sum(map(len, cards.values())) == 12_580
    loss = sum(losses) / len(losses)
    print(f"log loss {loss:.4f} over {len(losses)} reviews")
    assert 0.45 < loss < worst
