"""The history of a card as the log holds it, against the log itself and the memory that is kept."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.card_history import Answered, Happened
from quizapp.core.reviews import Graded, Rating
from quizapp.core.schedule import retrievability
from quizapp.store import card_history, log, memory
from quizapp.store.cards import key_of
from quizapp.store.database import Database
from tests.store.made import DAY_MS, START_MS, Clock, event, fresh, review

CARD = "deck/note#"
STEPS = st.lists(
    st.sampled_from(
        ["answer", "hard", "again", "other", "set_due", "reset", "flag", "void", "unsay", "regrade"]
    ),
    max_size=14,
)


def live(db: Database, clock: Clock, steps: list[str], seed: int) -> None:
    """Do these things to a card, some days apart."""
    chance = random.Random(seed)
    for step in steps:
        clock.next_day(chance.choice((0, 1, 3, 9)))
        if step in RATED:
            log.append_review(db, review(db, *RATED[step]))
        elif step in SAID:
            log.append_event(db, event(db, step, CARD, **SAID[step]))
        elif target := last(db, step):
            log.append_event(db, event(db, STEP_EVENTS[step], target, **GRADE.get(step, {})))


RATED = {"answer": (CARD, 3), "hard": (CARD, 2), "again": (CARD, 1), "other": ("deck/other#", 3)}
SAID = {"set_due": {"day": START_MS // DAY_MS + 40}, "reset": {}, "flag": {}}
STEP_EVENTS = {"void": "void", "unsay": "void", "regrade": "regrade"}
GRADE = {"regrade": {"outcome": "correct", "fraction": "1", "rating": 4}}


def last(db: Database, step: str) -> str:
    """What a step is about: the last answer that stands, or the last thing that was said; "" for none."""
    voided = {one.target for one in log.events(db) if one.type == "void"}
    answers = [one.review_id for one in log.reviews(db, CARD)]
    said = [one.event_id for one in log.events(db) if one.type in (*SAID, "regrade")]
    return next((one for one in reversed(said if step == "unsay" else answers) if one not in voided), "")


@settings(max_examples=60)
@given(STEPS, st.integers(0, 9))
def test_it_tells_all_of_the_log_and_ends_with_the_memory_that_is_kept(steps: list[str], seed: int):
    clock = Clock()
    with fresh(clock) as db:
        live(db, clock, steps, seed)
        key = key_of(db, CARD, 0)
        history = card_history.history(db, key)
        assert history.memory == memory.get(db, key)
        assert [one.logged for one in history.answers] == list(log.reviews(db, CARD))
        about = {one.event_id for one in log.events(db) if one.type != "void"}
        assert {one.event.event_id for one in history.lines if isinstance(one, Happened)} == about
        voids = {one.target: one.moment for one in log.events(db) if one.type == "void"}
        for line in history.lines:
            id_ = line.review.review_id if isinstance(line, Answered) else line.event.event_id
            assert line.voided == voids.get(id_)
        assert [one.review for one in history.answers if one.voided is None] == log.history(db, key)
        times = [line.moment.at_ms for line in history.lines]
        assert times == sorted(times)


@settings(max_examples=30)
@given(STEPS, st.integers(0, 9))
def test_each_answer_is_told_with_the_memory_that_was_there_before(steps: list[str], seed: int):
    clock = Clock()
    with fresh(clock) as db:
        live(db, clock, steps, seed)
        history = card_history.history(db, key_of(db, CARD, 0))
        known = None
        for stretch in history.stretches:
            one = next(
                (one for one in history.answers if one.after is stretch.memory and one.after is not None),
                None,
            )
            if one is not None and known is not None and one.before is not None:
                assert one.before == retrievability(known, one.review.study_day, history.weights)
            known = stretch.memory
        for one in history.answers:
            moved = one.voided is None and one.review.counts
            assert (one.after is not None) == moved
            assert one.before is None or moved


def test_what_a_card_was_before_is_told_too():
    clock = Clock()
    with fresh(clock) as db:
        log.append_review(db, review(db, "old/note#", 3))
        clock.next_day()
        log.append_event(db, event(db, "alias", "old/note#", to=CARD))
        log.append_review(db, review(db, CARD, 3))
        history = card_history.history(db, key_of(db, CARD, 0))
        assert [one.review.card_id for one in history.answers] == ["old/note#", CARD]
        assert [one.event.type for one in history.lines if isinstance(one, Happened)] == ["alias"]


def test_a_regraded_answer_is_told_as_it_counts_and_as_it_was_logged():
    with fresh() as db:
        first = review(db, CARD, 1, graded=Graded(kind="typed", outcome="wrong", because="distance"))
        log.append_review(db, first)
        log.append_event(db, event(db, "regrade", first.review_id, outcome="correct", fraction="1", rating=3))
        (one,) = card_history.history(db, key_of(db, CARD, 0)).answers
        assert one.is_regraded
        assert (one.logged.graded.outcome, one.review.graded.outcome) == ("wrong", "correct")
        assert one.review.rating == Rating.GOOD


def test_forgotten_progress_is_told_as_taken_back_when_that_was_done():
    clock = Clock()
    with fresh(clock) as db:
        log.append_review(db, review(db, CARD, 3))
        clock.next_day()
        log.append_event(db, event(db, "tombstone", CARD))
        history = card_history.history(db, key_of(db, CARD, 0))
        grave = next(one for one in history.lines if isinstance(one, Happened))
        assert [one.voided for one in history.answers] == [grave.moment]
        assert history.memory is None


def test_nothing_is_told_of_a_card_that_was_never_studied():
    with fresh() as db:
        history = card_history.history(db, key_of(db, CARD, 0))
        assert (history.lines, history.stretches, history.memory) == ((), (), None)


@pytest.mark.parametrize("step", [0, 30])
def test_the_interval_is_that_of_the_day_that_was_chosen(step: int):
    with fresh() as db:
        today = db.now().study_day
        rating = Rating.AGAIN if step else Rating.GOOD
        log.append_review(db, review(db, CARD, rating, due_day=today + 4, step_min=step or 10))
        (one,) = card_history.history(db, key_of(db, CARD, 0)).answers
        assert one.interval_days == (None if step else 4)
