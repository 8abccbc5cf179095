"""The scheduler: FSRS through its one door, study days, the step, fuzz, and replay."""

import math
import random
from datetime import datetime, timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.core import schedule
from quizapp.core.fsrs6 import STANDARD
from quizapp.core.reviews import Memory, Moment, Rating
from quizapp.core.settings import Settings
from tests.core.answered import AGAIN, DAY_MS, EASY, GOOD, HARD, START, TODAY, review


def seen(
    *, day: int = TODAY, stability: float = 30.0, step: int = 0, reps: int = 4, lapses: int = 1
) -> Memory:
    return Memory(
        stability=stability,
        difficulty=5.0,
        last_day=day,
        due_day=day + round(stability),
        step=step,
        reps=reps,
        lapses=lapses,
        last_review_id="R0000",
    )


def test_curve_is_the_librarys() -> None:
    card = fsrs.Card(card_id=1, stability=12.5, last_review=datetime.fromisoformat("2025-01-01T00:00:00Z"))
    later = datetime.fromisoformat("2025-01-31T00:00:00Z")
    expected = fsrs.Scheduler().get_card_retrievability(card, later)
    assert schedule.retrievability(seen(stability=12.5), TODAY + 30) == pytest.approx(expected, abs=1e-12)


def test_recall_is_90_percent_after_the_stability_and_certain_on_the_day() -> None:
    memory = seen(stability=30.0)
    assert schedule.retrievability(memory, TODAY + 30) == pytest.approx(0.9)
    assert schedule.retrievability(memory, TODAY) == 1.0
    assert schedule.retrievability(memory, TODAY - 5) == 1.0


@pytest.mark.parametrize("elapsed", [0, 1, 2, 30])
@pytest.mark.parametrize("rating", Rating)
def test_the_numbers_are_the_librarys(rating: Rating, elapsed: int) -> None:
    last = datetime.fromisoformat("2025-01-01T00:00:00+00:00")
    card = fsrs.Card(
        card_id=1, state=fsrs.State.Review, stability=30.0, difficulty=5.0, due=last, last_review=last
    )
    library = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    expected, _ = library.review_card(card, fsrs.Rating(rating), last + timedelta(days=elapsed))
    after = schedule.apply(seen(), review(rating, TODAY + elapsed))
    assert (after.stability, after.difficulty) == (expected.stability, expected.difficulty)


def test_first_stabilities_are_the_default_parameters() -> None:
    for rating, stability in zip(Rating, fsrs.scheduler.DEFAULT_PARAMETERS, strict=False):
        assert schedule.apply(None, review(rating)).stability == stability


@pytest.mark.parametrize(
    ("memory", "rating", "step"),
    [
        (None, AGAIN, 1),
        (None, HARD, 1),
        (None, GOOD, 0),
        (None, EASY, 0),
        (seen(step=1), AGAIN, 1),
        (seen(step=1), HARD, 1),
        (seen(step=1), GOOD, 0),
        (seen(step=1), EASY, 0),
        (seen(), AGAIN, 1),
        (seen(), HARD, 0),
        (seen(), GOOD, 0),
        (seen(), EASY, 0),
    ],
)
def test_learning_step(memory: Memory | None, rating: Rating, step: int) -> None:
    answer = review(rating, TODAY + 30 if memory else TODAY, 1, step_min=25)
    after = schedule.apply(memory, answer)
    assert after.step == step
    if step:
        assert (after.due_day, after.due_ms) == (answer.study_day, answer.moment.at_ms + 25 * 60_000)
    else:
        assert after.due_day > answer.study_day
        assert after.due_ms == 0


@pytest.mark.parametrize(
    ("memory", "rating", "guess", "lapses"),
    [
        (seen(lapses=1), AGAIN, False, 2),
        (seen(lapses=1), AGAIN, True, 1),
        (seen(lapses=1), HARD, False, 1),
        (seen(lapses=1, step=1), AGAIN, False, 1),
        (None, AGAIN, False, 0),
    ],
)
def test_lapse_is_a_failed_review_that_was_no_guess(
    memory: Memory | None, rating: Rating, guess: bool, lapses: int
) -> None:
    assert schedule.apply(memory, review(rating, TODAY + 1, guess=guess)).lapses == lapses


def test_a_guess_counts_as_again_for_the_memory() -> None:
    honest = schedule.apply(seen(), review(AGAIN, TODAY + 30))
    guessed = schedule.apply(seen(), review(AGAIN, TODAY + 30, guess=True))
    assert guessed == replace(honest, lapses=honest.lapses - 1)


def test_a_clock_that_ran_backwards_counts_no_days() -> None:
    same_day = schedule.apply(seen(), review(GOOD, TODAY))
    earlier = schedule.apply(seen(), review(GOOD, TODAY - 400))
    assert replace(earlier, last_review_id="") == replace(same_day, last_review_id="")
    assert earlier.last_day == TODAY


def test_a_clock_that_jumped_ahead_is_bounded() -> None:
    after = schedule.apply(seen(), review(EASY, TODAY + 10_000_000))
    assert math.isfinite(after.stability)
    assert after.due_day - after.last_day <= schedule.MAX_DAYS


def test_days_are_study_days_whatever_the_hour() -> None:
    """23 hours later on the next study day is a day; the time itself does not matter."""
    next_day = review(GOOD, TODAY + 1)
    soon = replace(next_day, moment=Moment(START.at_ms + 3_600_000))
    assert schedule.apply(seen(), soon) == schedule.apply(seen(), next_day)


def test_the_logged_study_day_counts_not_the_one_the_clock_would_give_now() -> None:
    moved = replace(review(GOOD, TODAY + 3), moment=Moment(START.at_ms, utc_offset_min=-600, rollover_h=12))
    assert schedule.apply(seen(), moved).last_day == TODAY + 3


def test_unknown_rating_is_refused() -> None:
    with pytest.raises(ValueError, match="7"):
        schedule.apply(None, review(7))


def test_nothing_is_drawn_from_the_global_generator() -> None:
    state = random.getstate()
    schedule.apply(seen(), review(GOOD, TODAY + 30))
    schedule.preview(seen(), START, "deck/note#", Settings(), {})
    assert random.getstate() == state


def test_the_logged_due_day_counts_after_its_predecessor_only() -> None:
    logged = review(GOOD, TODAY + 30, due_day=TODAY + 99, prev_review_id="R0000")
    assert schedule.apply(seen(), logged).due_day == TODAY + 99
    orphan = replace(logged, prev_review_id="R9999")
    unlogged = replace(logged, due_day=0)
    assert schedule.apply(seen(), orphan).due_day == schedule.apply(seen(), unlogged).due_day != TODAY + 99


@given(st.sampled_from(Rating), st.integers(0, 200), st.floats(0.5, 400), st.sampled_from((0.8, 0.9, 0.95)))
def test_a_replay_without_logged_day_gives_what_was_planned_without_load(
    rating: Rating, elapsed: int, stability: float, retention: float
) -> None:
    """Except where the plan was moved so that a better rating is never sooner."""
    memory = seen(stability=stability)
    moment = Moment(START.at_ms + elapsed * DAY_MS)
    settings = Settings(desired_retention=retention)
    answer = replace(review(rating, TODAY + elapsed, retention=retention), moment=moment)
    planned = schedule.plan(memory, rating, moment, answer.card_id, settings, {})
    replayed = schedule.apply(memory, answer)
    assert replayed.due_ms == planned.due_ms
    assert replayed.due_day <= planned.due_day
    below = schedule.plan(memory, Rating(max(1, rating - 1)), moment, answer.card_id, settings, {})
    if planned.due_day > below.due_day:
        assert replayed.due_day == planned.due_day


def test_a_new_card_is_planned_as_it_is_replayed() -> None:
    for number in range(20):
        answer = replace(review(EASY), card_id=f"card{number}#")
        planned = schedule.plan(None, EASY, answer.moment, answer.card_id, Settings(), {})
        assert schedule.apply(None, answer).due_day == planned.due_day


@given(st.integers(0, 300), st.floats(0.01, 3000), st.dictionaries(st.integers(0, 400), st.integers(0, 50)))
def test_a_better_rating_never_brings_the_card_back_sooner(
    elapsed: int, stability: float, load: dict[int, int]
) -> None:
    moment = Moment(START.at_ms + elapsed * DAY_MS)
    busy = {moment.study_day + day: count for day, count in load.items()}
    plans = schedule.preview(seen(stability=stability), moment, "x#", Settings(), busy)
    assert list(plans) == list(Rating)
    days = [plan.due_day for plan in plans.values()]
    assert days == sorted(days)
    assert all(plan.due_day == moment.study_day + plan.interval_days for plan in plans.values())


def test_preview_of_a_new_card() -> None:
    plans = schedule.preview(None, START, "x#", Settings(learning_step_min=7), {})
    step = schedule.Planned(due_day=TODAY, due_ms=START.at_ms + 7 * 60_000)
    assert plans[AGAIN] == plans[HARD] == step
    assert 0 < plans[GOOD].interval_days < plans[EASY].interval_days


def test_higher_desired_retention_means_shorter_intervals() -> None:
    moment = Moment(START.at_ms + 30 * DAY_MS)
    lax, strict = (
        schedule.plan(seen(), GOOD, moment, "x#", Settings(desired_retention=wanted), {}).interval_days
        for wanted in (0.8, 0.95)
    )
    assert strict < lax / 3


def planned_day(card_id: str, load: dict[int, int], reps: int = 4) -> int:
    moment = Moment(START.at_ms + 30 * DAY_MS)
    return schedule.plan(seen(reps=reps), GOOD, moment, card_id, Settings(), load).interval_days


def test_fuzz_is_fixed_by_card_and_repetition() -> None:
    days = {planned_day(f"card{number}#", {}) for number in range(60)}
    centre = schedule._answer(seen(), GOOD, TODAY + 30, 0.9, STANDARD.parameters).interval_days
    assert len(days) > 5
    assert min(days) < centre < max(days)
    assert all(abs(day - centre) <= 1 + 0.15 * 4.5 + 0.1 * 13 + 0.05 * (centre - 20) + 0.5 for day in days)
    assert [planned_day("a#", {}) for _ in range(3)] == [planned_day("a#", {})] * 3
    assert len({planned_day("a#", {}, reps) for reps in range(20)}) > 3


def test_the_least_loaded_day_of_the_range_wins() -> None:
    today = TODAY + 30
    busy = {today + day: 5 for day in range(200)}
    free = planned_day("b#", {}) + 2
    assert planned_day("a#", busy | {today + free: 4}) == free
    assert planned_day("a#", busy) == planned_day("a#", {})
    assert planned_day("a#", {day: 1 for day in busy if day != today + free}) == free


@pytest.mark.parametrize(
    ("days", "low", "high"),
    [
        (2, 2, 2),
        (3, 2, 4),
        (5, 4, 6),
        (7, 5, 9),
        (10, 8, 12),
        (20, 17, 23),
        (100, 93, 107),
        (36500, 34673, 36500),
    ],
)
def test_the_range_of_fuzz(days: int, low: int, high: int) -> None:
    """One day, and 15 % of what is over 2.5 days, 10 % over 7, 5 % over 20; never under 2 days."""
    moved = {schedule.fuzzed(days, TODAY, f"card{number}#", 1, {}) for number in range(3000)}
    assert (min(moved), max(moved)) == (low, high)


def test_short_intervals_are_not_moved() -> None:
    days = {
        schedule.plan(None, GOOD, START, f"c{n}#", Settings(), {TODAY + 2: 99}).interval_days
        for n in range(20)
    }
    assert days == {2}
