"""Cards that say something else than when they were learned."""

from pathlib import Path

import pytest

from quizapp.core.content import content_hash
from quizapp.core.renames import Reworded
from quizapp.store import changed, log
from quizapp.store.browse import Browse
from quizapp.store.database import Database
from tests.store.made import answer, event
from tests.store.renamed import card_id, void
from tests.store.shelves import World, card


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    world = World(db, tmp_path / "decks")
    world.write("a.yaml", [card("Capital of Norway?", "Bergen"), card("Capital of Chad?", "N’Djamena")])
    world.refresh()
    return world


def study(world: World, front: str, back: str, **more: object) -> str:
    id_ = card_id(world, front)
    answer(world.db, id_, content_hash=content_hash(front, back), **more)
    return id_


def found(world: World) -> tuple[Reworded, ...]:
    """As the deck's author is told; the search finds the same cards."""
    shelf = world.library.shelf
    told = changed.changed_since_learned(world.db, shelf, world.deck_key("a.yaml"))
    assert sorted(Browse(world.db, shelf).search("is:changed").keys) == sorted(one.card_key for one in told)
    return told


def mend(world: World, back: str) -> None:
    world.write("a.yaml", [card("Capital of Norway?", back), card("Capital of Chad?", "N’Djamena")])
    world.refresh()


def test_a_corrected_answer_is_told_with_both_texts(world: World) -> None:
    id_ = study(world, "Capital of Norway?", "Bergen")
    study(world, "Capital of Chad?", "N’Djamena")
    assert found(world) == ()
    mend(world, "Oslo")
    (one,) = found(world)
    assert one.card_id == id_
    assert one.then is not None
    assert (one.then.front, one.then.back) == ("Capital of Norway?", "Bergen")
    assert (one.now.front, one.now.back) == ("Capital of Norway?", "Oslo")
    assert one.stake.reviews == 1


def test_capitals_and_spaces_are_no_change(world: World) -> None:
    study(world, "Capital of Norway?", "Bergen")
    mend(world, "BERGEN ")
    assert found(world) == ()


def test_studied_again_it_is_known_as_it_is(world: World) -> None:
    study(world, "Capital of Norway?", "Bergen")
    mend(world, "Oslo")
    study(world, "Capital of Norway?", "Oslo")
    assert found(world) == ()
    mend(world, "Bergen")
    (one,) = found(world)
    assert one.then is not None
    assert one.then.back == "Oslo"


def test_a_quiz_teaches_nothing(world: World) -> None:
    study(world, "Capital of Norway?", "Bergen")
    mend(world, "Oslo")
    study(world, "Capital of Norway?", "Oslo", mode="quiz")
    assert len(found(world)) == 1


def test_answers_from_before_say_nothing(world: World) -> None:
    answer(world.db, card_id(world, "norway"))
    mend(world, "Oslo")
    assert found(world) == ()


def test_a_text_that_was_not_kept_is_not_made_up(world: World) -> None:
    answer(world.db, card_id(world, "norway"), content_hash="0123456789abcdef")
    (one,) = found(world)
    assert one.then is None


def test_kept_it_is_told_again_only_when_it_changes_again(world: World) -> None:
    study(world, "Capital of Norway?", "Bergen")
    mend(world, "Oslo")
    (one,) = found(world)
    said = event(world.db, "keep", one.card_id, content=one.content)
    log.append_event(world.db, said)
    assert found(world) == ()
    mend(world, "Kristiania")
    assert len(found(world)) == 1
    mend(world, "Oslo")
    assert found(world) == ()
    void(world.db, said.event_id)
    assert found(world) == (one,)


def test_what_a_linked_card_said_is_found_where_it_was_kept(world: World) -> None:
    world.write("a.yaml", [card("Capital of Norway?", "Bergen")], title="Europe")
    world.refresh()
    old = study(world, "Capital of Norway?", "Bergen")
    world.write("a.yaml", [card("Where does the king of the fjords live?", "Oslo")], title="Europe")
    world.refresh()
    new = card_id(world, "fjords")
    log.append_event(world.db, event(world.db, "alias", old, to=new))
    (one,) = found(world)
    assert one.then is not None
    assert one.then.back == "Bergen"


def test_no_such_deck(world: World) -> None:
    with pytest.raises(KeyError):
        changed.changed_since_learned(world.db, world.library.shelf, 99)
