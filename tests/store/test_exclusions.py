"""What the learner excludes from the options of a card, and how often it was passed by picking."""

from itertools import permutations

import pytest

from quizapp.core.reviews import Graded
from quizapp.store import log, memory
from quizapp.store.database import Database
from quizapp.store.exclusions import excluded, passed_as_choice
from tests.store.made import Clock, event, fresh, key_of, play, review, tables

CARD = "deck/note#"


def exclude(db: Database, text: str, card_id: str = CARD):
    found = event(db, "exclude", card_id, text=text, **{"with": "key"})
    log.append_event(db, found)
    return found


def test_texts_are_excluded_for_their_card_alone(db: Database) -> None:
    log.append_review(db, review(db))
    log.append_review(db, review(db, "deck/other#"))
    exclude(db, "**Lima**")
    exclude(db, "Quito")
    exclude(db, "Quito")
    assert excluded(db, key_of(db, CARD)) == {"**Lima**", "Quito"}
    assert excluded(db, key_of(db, "deck/other#")) == frozenset()


def test_an_exclusion_can_be_taken_back(db: Database) -> None:
    log.append_review(db, review(db))
    said = exclude(db, "Lima")
    exclude(db, "Quito")
    log.append_event(db, event(db, "void", said.event_id))
    assert excluded(db, key_of(db, CARD)) == {"Quito"}


def test_exclusions_follow_a_card_that_has_become_another(db: Database) -> None:
    for name in ("old#", "new#", "last#"):
        log.append_review(db, review(db, name))
    exclude(db, "Lima", "old#")
    exclude(db, "Quito", "new#")
    log.append_event(db, event(db, "alias", "old#", to="new#"))
    assert excluded(db, key_of(db, "new#")) == {"Lima", "Quito"}
    assert excluded(db, key_of(db, "old#")) == {"Lima", "Quito"}
    log.append_event(db, event(db, "alias", "new#", to="last#"))
    assert excluded(db, key_of(db, "last#")) == {"Lima", "Quito"}


def test_a_purged_card_begins_anew(db: Database) -> None:
    log.append_review(db, review(db))
    exclude(db, "Lima")
    log.append_event(db, event(db, "tombstone", CARD))
    exclude(db, "Quito")
    assert excluded(db, key_of(db, CARD)) == {"Quito"}


@pytest.mark.parametrize("payload", [{}, {"text": 5}, {"text": None}, {"text": ["x"]}])
def test_what_names_no_text_excludes_nothing(db: Database, payload: dict[str, object]) -> None:
    log.append_review(db, review(db))
    log.append_event(db, event(db, "exclude", CARD, **payload))
    assert excluded(db, key_of(db, CARD)) == frozenset()


def test_any_order_of_arrival_says_the_same() -> None:
    with fresh() as one:
        first = exclude(one, "Lima", "old#")
        lines = [
            first,
            exclude(one, "Quito", "new#"),
            event(one, "void", first.event_id),
            event(one, "alias", "old#", to="new#"),
            event(one, "tombstone", "none#"),
        ]
    for order in permutations(lines):
        with fresh() as db:
            play(db, list(order))
            assert excluded(db, key_of(db, "new#")) == {"Quito"}
            before = tables(db)
            memory.rebuild(db)
            assert tables(db) == before


PASS = Graded(kind="choice", outcome="correct", fraction="1", options=4)
WRITTEN = Graded(kind="typed", outcome="correct", fraction="1")
GUESS = Graded(kind="choice", outcome="correct", fraction="1", options=4, guess=True)
FAIL = Graded(kind="choice", outcome="wrong", fraction="0", options=4)


@pytest.mark.parametrize(
    ("answers", "passes"),
    [
        ([], 0),
        ([PASS], 1),
        ([PASS, PASS], 2),
        ([PASS, FAIL], 0),
        ([PASS, FAIL, PASS], 1),
        ([PASS, WRITTEN, PASS], 2),
        ([PASS, GUESS, PASS], 2),
        ([GUESS, GUESS], 0),
        ([PASS, Graded(kind="typed", outcome="almost", fraction="1")], 1),
        ([PASS, Graded(kind="choice", outcome="unknown", fraction="0"), PASS], 1),
        ([PASS, Graded(kind="choice", outcome="partial", fraction="1/2", options=4)], 1),
        ([PASS, Graded(kind="basic", outcome="unscored"), PASS], 2),
    ],
)
def test_passes_by_picking_since_the_last_failure(db: Database, answers: list[Graded], passes: int) -> None:
    log.append_review(db, review(db, "deck/other#", graded=PASS))
    log.append_review(db, review(db, graded=PASS))
    log.append_review(db, review(db, rating=1, graded=FAIL))
    for graded in answers:
        log.append_review(db, review(db, rating=1 if graded in (GUESS, FAIL) else 3, graded=graded))
    assert passed_as_choice(db, key_of(db, CARD)) == passes


def test_passes_follow_aliases_and_voids(db: Database, clock: Clock) -> None:
    log.append_review(db, review(db, "old#", graded=PASS))
    clock.next_day()
    log.append_review(db, review(db, "new#", graded=PASS))
    log.append_event(db, event(db, "alias", "old#", to="new#"))
    assert passed_as_choice(db, key_of(db, "new#")) == 2
    last = log.last_voidable(db, "S")
    assert last is not None
    log.append_event(db, event(db, "void", last.review_id))
    assert passed_as_choice(db, key_of(db, "new#")) == 1


def test_a_card_that_is_reset_is_asked_as_a_new_one(db: Database) -> None:
    picked = Graded(kind="choice", outcome="correct", options=4)
    for _ in range(2):
        log.append_review(db, review(db, CARD, graded=picked))
    reset = event(db, "reset", CARD)
    log.append_event(db, reset)
    assert passed_as_choice(db, key_of(db, CARD)) == 0
    log.append_review(db, review(db, CARD, graded=picked))
    assert passed_as_choice(db, key_of(db, CARD)) == 1
    log.append_event(db, event(db, "void", reset.event_id))
    assert passed_as_choice(db, key_of(db, CARD)) == 3
