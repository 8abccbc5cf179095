"""The learner's word on an answer in the log: it counts otherwise, everywhere, until it is taken back."""

import msgspec
import pytest
from msgspec.structs import replace

from quizapp.core import schedule
from quizapp.core.reviews import Event, Graded, Regrade, Review
from quizapp.store import log, memory
from quizapp.store.database import Database
from tests.store.made import Clock, event, key_of, memory_of, review, tables

WRONG = Graded(
    kind="typed", outcome="wrong", fraction="0", because="distance", answer={"text": "x"}, suggested=1
)


def regrade(db: Database, answer: Review, rating: int = 3, outcome: str = "correct", **more: object) -> Event:
    said = Regrade(outcome=outcome, fraction="1", rating=rating, **more)
    found = event(db, "regrade", answer.review_id, **msgspec.to_builtins(said))
    log.append_event(db, found)
    return found


def wrong(db: Database, card_id: str = "deck/note#", **more: object) -> Review:
    answer = review(db, card_id, 1, graded=WRONG, **more)
    log.append_review(db, answer)
    return answer


def test_an_answer_counts_by_the_learners_word(db: Database) -> None:
    answer = wrong(db)
    regrade(db, answer)
    (counted,) = log.history(db, key_of(db, "deck/note#"))
    assert (counted.rating, counted.graded.outcome, counted.graded.earned) == (3, "correct", 1)
    assert (counted.graded.because, counted.graded.suggested) == ("regraded", 3)
    assert counted.graded.answer == {"text": "x"}
    assert log.of_session(db, "S") == [counted]
    assert list(log.reviews(db)) == [answer]
    assert memory_of(db) == schedule.replay([counted])
    assert tables(db, "day_total")["day_total"][0][6] == 0


def test_a_later_answer_builds_on_it(db: Database, clock: Clock) -> None:
    first = wrong(db)
    clock.next_day()
    log.append_review(db, review(db))
    regrade(db, first)
    clock.next_day()
    last = log.append_review(db, review(db))
    assert last == schedule.replay(log.history(db, key_of(db, "deck/note#")))
    assert last is not None
    assert last.lapses == 0


def test_the_day_chosen_for_the_old_rating_is_worth_nothing(db: Database) -> None:
    answer = wrong(db, due_day=1)
    kept = wrong(db, "deck/other#", due_day=1)
    regrade(db, answer, rating=4)
    regrade(db, kept, rating=1, outcome="partial")
    assert [one.due_day for one in log.history(db, key_of(db, "deck/note#"))] == [0]
    assert [one.due_day for one in log.history(db, key_of(db, "deck/other#"))] == [1]


def test_the_last_word_counts_and_a_void_takes_it_back(db: Database) -> None:
    answer = wrong(db)
    before = memory_of(db)
    first, last = regrade(db, answer, 3), regrade(db, answer, 4)
    assert [one.rating for one in log.history(db, 1)] == [4]
    log.append_event(db, event(db, "void", last.event_id))
    assert [one.rating for one in log.history(db, 1)] == [3]
    log.append_event(db, event(db, "void", first.event_id))
    assert log.history(db, 1) == [answer]
    assert memory_of(db) == before
    assert memory.is_current(db)


def test_a_voided_answer_stays_away(db: Database) -> None:
    answer = wrong(db)
    regrade(db, answer)
    log.append_event(db, event(db, "void", answer.review_id))
    assert log.history(db, 1) == []
    assert memory_of(db) is None


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"outcome": "correct"},
        {"outcome": "correct", "rating": 5},
        {"outcome": "correct", "rating": 3, "fraction": "much"},
        {"outcome": "correct", "rating": 3, "fraction": "1/0"},
        {"outcome": 3, "rating": 3},
    ],
)
def test_what_is_no_judgement_changes_nothing(db: Database, payload: dict[str, object]) -> None:
    answer = wrong(db)
    log.append_event(db, event(db, "regrade", answer.review_id, **payload))
    assert log.history(db, 1) == [answer]
    regrade(db, answer)
    log.append_event(db, event(db, "regrade", answer.review_id, **payload))
    assert [one.rating for one in log.history(db, 1)] == [3]


def test_it_follows_the_card_and_survives_a_rebuild(db: Database) -> None:
    answer = wrong(db, "old#")
    log.append_review(db, review(db, "new#"))
    log.append_event(db, event(db, "alias", "old#", to="new#"))
    regrade(db, answer)
    before = tables(db)
    assert memory_of(db, "new#") == schedule.replay(log.history(db, key_of(db, "new#")))
    memory.rebuild(db)
    assert tables(db) == before


def test_a_judgement_may_come_before_its_answer(db: Database) -> None:
    answer = review(db, rating=1, graded=WRONG)
    regrade(db, answer)
    log.append_review(db, answer)
    assert [one.rating for one in log.history(db, 1)] == [3]
    assert memory_of(db) == schedule.replay(log.history(db, 1))


def test_a_guess_can_be_said_and_unsaid() -> None:
    said = Regrade(outcome="correct", rating=1, guess=True)
    assert said.of(WRONG).guess
    assert replace(said, guess=False).of(replace(WRONG, guess=True)) == replace(
        WRONG, outcome="correct", fraction="", because="regraded", suggested=1
    )
