"""What the progress of some cards amounts to: by key, by id, by note, through aliases."""

from pathlib import Path

import pytest

from quizapp.core.renames import Stake
from quizapp.store import log, stakes
from quizapp.store.database import Database
from tests.store.made import answer, event, key_of, memory_of
from tests.store.shelves import World, card


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    world = World(db, tmp_path / "decks")
    world.write("a.yaml", [card("One", "1", id="one"), card("apple", "manzana", id="x", reverse="yes")])
    world.refresh()
    return world


def test_all_cards_of_an_id_together(world: World, clock) -> None:
    for part, times in (("forward", 2), ("back", 1)):
        for _ in range(times):
            clock.next_day()
            answer(world.db, f"x#{part}")
    found = stakes.total(stakes.of_id(world.db, "x"))
    both = [memory_of(world.db, f"x#{part}") for part in ("forward", "back")]
    known = [memory for memory in both if memory is not None]
    assert len(known) == 2
    assert found == Stake(
        cards=2,
        reviews=3,
        stability=min(memory.stability for memory in known),
        due_day=min(memory.due_day for memory in known),
    )
    assert stakes.total(stakes.at(world.db, str(world.folder / "a.yaml"), 1)) == found
    assert stakes.total(stakes.by_id(world.db, ["x#forward", "x#back", "never seen"])) == found


def test_what_was_never_studied_is_nothing(world: World) -> None:
    assert stakes.total(stakes.of_id(world.db, "one")) == Stake(cards=0, reviews=0)
    assert stakes.total(stakes.of_id(world.db, "never seen")) == Stake(cards=0, reviews=0)
    assert stakes.total(stakes.at(world.db, "nowhere.yaml", 0)) == Stake(cards=0, reviews=0)


def test_an_id_is_no_beginning_of_another(world: World) -> None:
    answer(world.db, "x-ray")
    answer(world.db, "x#back")
    assert stakes.total(stakes.of_id(world.db, "x")).reviews == 1


def test_a_quiz_counts_but_teaches_nothing(world: World) -> None:
    answer(world.db, "one", mode="quiz")
    assert stakes.total(stakes.of_id(world.db, "one")) == Stake(cards=1, reviews=1)


def test_what_a_card_was_before_counts_for_it_alone(world: World) -> None:
    answer(world.db, "old")
    answer(world.db, "one")
    log.append_event(world.db, event(world.db, "alias", "old", to="one"))
    by_id = {one.card_id: one.reviews for one in stakes.by_id(world.db, ["old", "one"])}
    assert by_id == {"old": 0, "one": 2}
    (found,) = stakes.by_key(world.db, [key_of(world.db, "one")])
    assert (found.reviews, found.stability) == (2, stakes.total([found]).stability)
