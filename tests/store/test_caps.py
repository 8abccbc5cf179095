"""What folders and decks allow on a day, less what was done; and each deck's own order and siblings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.settings import Settings
from quizapp.store import caps, due, settings
from quizapp.store.database import Database
from tests.store.made import TODAY, answer, fresh, shelve

ONE, TWO, THREE = ([f"{name}{number}#" for number in range(12)] for name in "abc")


def shelved(db: Database) -> dict[int, set[int]]:
    """Three decks; the cards of each."""
    return {
        deck: set(shelve(db, names, deck=deck).values())
        for deck, names in enumerate((ONE, TWO, THREE), start=1)
    }


def planned(db: Database, **settings_) -> set[int]:
    return set(due.plan(db, db.now(), Settings(**settings_), seed=1).queue)


def test_a_decks_own_limit_holds_for_its_new_cards_alone(db: Database) -> None:
    decks = shelved(db)
    settings.put(db, "new_per_day", 3, "deck:02.yaml")
    queue = planned(db, new_per_day=30)
    assert [len(queue & cards) for cards in decks.values()] == [12, 3, 12]
    for card_id in TWO[:2]:
        answer(db, card_id)
    assert len(planned(db, new_per_day=30) & decks[2]) == 1


def test_a_folders_limit_holds_for_all_its_decks_together(db: Database) -> None:
    decks = shelved(db)
    db.con.execute("UPDATE deck SET path = '/home/me/french/' || path WHERE deck_key < 3")
    settings.put(db, "new_per_day", 5, "folder:/home/me/french")
    queue = planned(db, new_per_day=30)
    assert len(queue & (decks[1] | decks[2])) == 5
    assert decks[3] <= queue


def test_reviews_that_were_done_count_new_cards_apart(db: Database, clock) -> None:
    decks = shelved(db)
    for card_id in ONE:
        answer(db, card_id, due_day=TODAY + 1)
    clock.next_day()
    settings.put(db, "reviews_per_day", 5, "deck:01.yaml")
    settings.put(db, "new_per_day", 7, "deck:01.yaml")
    assert len(planned(db, new_per_day=0) & decks[1]) == 5
    for card_id in ONE[:2]:
        answer(db, card_id)
    assert caps.today(db, db.now().study_day)[0].reviews == 3
    assert caps.today(db, db.now().study_day)[0].new == 7


def test_siblings_and_the_order_of_new_cards_are_each_decks_own(db: Database) -> None:
    groups = {name: number // 2 for number, name in enumerate((*ONE, *TWO))}
    one = set(shelve(db, ONE, deck=1, groups=groups).values())
    two = set(shelve(db, TWO, deck=2, groups=groups).values())
    settings.put(db, "siblings", False, "deck:02.yaml")
    queue = planned(db, new_per_day=99)
    assert (len(queue & one), len(queue & two)) == (6, 12)
    settings.put(db, "siblings", True, "deck:02.yaml")
    settings.put(db, "new_order", "random", "deck:02.yaml")
    order = [key for key in due.plan(db, db.now(), Settings(siblings=False), seed=1).queue if key in two]
    assert len(order) > 5
    assert order != sorted(order)


@pytest.mark.parametrize(
    ("backlog", "first"), [("kept", {"a0#", "a1#"}), ("oldest", {"a3#", "a4#"}), ("hardest", {"a1#", "a2#"})]
)
def test_what_comes_first_in_a_backlog(db: Database, clock, backlog, first) -> None:
    keys = shelve(db, ONE[:5])
    rows = {"a0#": (90, 9, 3), "a1#": (80, 8, 9), "a2#": (2, 8, 9), "a3#": (1, 1, 2), "a4#": (1, 2, 1)}
    for card_id, (stability, days, difficulty) in rows.items():
        answer(db, card_id, due_day=TODAY + days)
        db.con.execute(
            "UPDATE memory SET stability = ?, difficulty = ? WHERE card_key = ?",
            (stability, difficulty, keys[card_id]),
        )
    clock.next_day(20)
    assert planned(db, reviews_per_day=2, backlog=backlog) == {keys[card_id] for card_id in first}


@given(
    st.lists(st.integers(0, 9), min_size=3, max_size=3),
    st.lists(st.integers(0, 35), unique=True, max_size=12),
)
def test_limits_of_decks_are_kept_whatever_was_answered(limits, answered) -> None:
    with fresh() as db:
        decks = shelved(db)
        for deck, limit in enumerate(limits, start=1):
            settings.put(db, "new_per_day", limit, f"deck:{deck:02}.yaml")
        names = [*ONE, *TWO, *THREE]
        for at in answered:
            answer(db, names[at])
        done = [sum(at // 12 == deck for at in answered) for deck in range(3)]
        queue = planned(db, new_per_day=99)
        for cards, limit, count in zip(decks.values(), limits, done, strict=True):
            assert len(queue & cards) == min(12 - count, max(0, limit - count))
