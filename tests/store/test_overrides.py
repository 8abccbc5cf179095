"""The learner's word on a card's schedule: new again, another due day; and taking such words back."""

import pytest

from quizapp.core import schedule
from quizapp.store import due, log
from quizapp.store.database import Database
from tests.store.made import TODAY, Clock, event, key_of, memory_of, review, shelve, tables, undo

CARD = "deck/note#"


@pytest.fixture
def studied(db: Database, clock: Clock) -> Database:
    """A card with three reviews on three days."""
    for rating in (3, 1, 3):
        log.append_review(db, review(db, CARD, rating=rating))
        clock.next_day(3)
    return db


def test_a_reset_card_is_new_and_its_reviews_stay(studied: Database, clock: Clock) -> None:
    shelve(studied, [CARD])
    log.append_event(studied, event(studied, "reset", CARD))
    assert memory_of(studied) is None
    assert due.counts(studied, clock())[0].new == 1
    assert len(log.history(studied, key_of(studied, CARD))) == 3
    assert sum(row[2] for row in tables(studied, "day_total")["day_total"]) == 3
    again = review(studied, CARD)
    assert log.append_review(studied, again) == schedule.replay([again])


def test_a_reset_card_counts_as_a_new_one_of_the_day_it_is_studied_again(
    studied: Database, clock: Clock
) -> None:
    log.append_event(studied, event(studied, "reset", CARD))
    log.append_review(studied, review(studied, CARD))
    days = {row[0]: row[4:6] for row in tables(studied, "day_total")["day_total"]}
    assert days == {TODAY: (1, 0), TODAY + 3: (0, 1), TODAY + 6: (0, 1), TODAY + 9: (1, 0)}


def test_another_due_day_holds_until_the_next_review(studied: Database) -> None:
    before = memory_of(studied)
    assert before is not None
    log.append_event(studied, event(studied, "set_due", CARD, day=TODAY + 100))
    moved = memory_of(studied)
    assert moved is not None
    assert (moved.due_day, moved.stability, moved.reps) == (TODAY + 100, before.stability, before.reps)
    answer = review(studied, CARD)
    after = log.append_review(studied, answer)
    assert after == schedule.apply(before, answer)
    assert after.due_day != TODAY + 100


def test_a_due_day_brings_a_failed_card_out_of_its_step(db: Database) -> None:
    failed = log.append_review(db, review(db, CARD, rating=1))
    assert failed is not None
    assert failed.step == 1
    log.append_event(db, event(db, "set_due", CARD, day=TODAY + 2))
    moved = memory_of(db)
    assert moved is not None
    assert (moved.step, moved.due_ms, moved.due_day) == (0, 0, TODAY + 2)


def test_a_card_never_studied_has_no_day_to_move(db: Database) -> None:
    for type_ in ("set_due", "reset"):
        log.append_event(db, event(db, type_, CARD, day=TODAY))
        assert memory_of(db) is None
    assert tables(db, "memory", "card_state", "day_total") == {
        "memory": [],
        "card_state": [],
        "day_total": [],
    }


@pytest.mark.parametrize(
    ("type_", "payload"),
    [
        ("reset", {}),
        ("set_due", {"day": TODAY + 50}),
        ("suspend", {}),
        ("unsuspend", {}),
        ("bury", {}),
        ("unbury", {}),
        ("flag", {}),
        ("unflag", {}),
    ],
)
@pytest.mark.parametrize("earlier", [(), ("suspend", "flag", "bury"), ("unsuspend", "unflag")])
def test_a_void_restores_exactly_what_was_before(
    studied: Database, type_: str, payload: dict[str, int], earlier: tuple[str, ...]
) -> None:
    for each in earlier:
        log.append_event(studied, event(studied, each, CARD))
    names = ("memory", "card_state", "day_total")
    before = tables(studied, *names)
    done = event(studied, type_, CARD, **payload)
    log.append_event(studied, done)
    log.append_event(studied, event(studied, "void", done.event_id))
    assert tables(studied, *names) == before


@pytest.mark.parametrize("payload", [{}, {"day": -1}, {"day": "soon"}, {"day": 10**9}])
def test_a_due_day_that_is_none_moves_nothing(studied: Database, payload: dict[str, object]) -> None:
    before = memory_of(studied)
    log.append_event(studied, event(studied, "set_due", CARD, **payload))
    assert memory_of(studied) == before


def test_undo_goes_past_a_reset(studied: Database) -> None:
    """Voiding a review that a reset already left out changes no memory."""
    log.append_event(studied, event(studied, "reset", CARD))
    undo(studied)
    assert memory_of(studied) is None
    assert len(log.history(studied, key_of(studied, CARD))) == 2


def test_many_at_once_or_none(db: Database) -> None:
    events = [event(db, "flag", f"card{number}#") for number in range(30)]
    log.append_events(db, events)
    assert len(tables(db, "card_state")["card_state"]) == 30
    log.append_events(db, [event(db, "void", one.event_id) for one in events])
    assert tables(db, "card_state")["card_state"] == []
