"""Cards with progress whose text is in no deck: listed, waiting, and purged on wish alone."""

from pathlib import Path

import pytest

from quizapp.core.renames import Orphan
from quizapp.store import backups, compact, log, orphans, renames, restoring
from quizapp.store.browse import Browse
from quizapp.store.database import Database
from tests.store.made import answer, event, key_of, memory_of
from tests.store.renamed import NORWAY, OTHERS, card_id, link, pairs, renamed, void
from tests.store.shelves import World, card


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    return World(db, tmp_path / "decks")


def listed(world: World) -> tuple[Orphan, ...]:
    return orphans.listing(world.db)


def purge(world: World, *card_keys: int) -> None:
    for id_ in orphans.ids_of(world.db, card_keys):
        log.append_event(world.db, event(world.db, "tombstone", id_))


def test_a_missing_card_says_what_is_known_of_it(world: World) -> None:
    world.write("a.yaml", [card("One", "1"), card("Two", "2")], title="Numbers")
    world.refresh()
    answer(world.db, card_id(world, "two"))
    before = world.db.now().at_ms
    world.write("a.yaml", [card("One", "1")], title="Numbers")
    world.refresh()
    (orphan,) = listed(world)
    remembered = memory_of(world.db, orphan.card_id)
    assert remembered is not None
    assert (orphan.wording.front, orphan.wording.back, orphan.wording.deck) == ("Two", "2", "Numbers")
    assert orphan.wording.exact
    assert orphan.whole
    assert before < orphan.since_ms < world.db.now().at_ms
    assert (orphan.stake.reviews, orphan.stake.stability) == (1, remembered.stability)


def test_what_was_never_studied_is_not_missed(world: World) -> None:
    world.write("a.yaml", [card("One", "1"), card("Two", "2")])
    world.refresh()
    world.write("a.yaml", [card("One", "1")])
    world.refresh()
    assert listed(world) == ()


def test_it_comes_back_with_its_text(world: World) -> None:
    renamed(world)
    assert len(listed(world)) == 1
    world.write("b.yaml", [NORWAY], title="Another")
    world.refresh()
    assert listed(world) == ()


def test_while_the_decks_are_read_anew_none_is_missing(world: World) -> None:
    renamed(world)
    world.db.reset_cache()
    world.restart()
    assert listed(world) == ()
    world.refresh()
    assert len(listed(world)) == 1


def test_a_linked_card_is_missing_no_longer_until_that_is_taken_back(world: World) -> None:
    pair = renamed(world)
    events = link(world, pair)
    assert listed(world) == ()
    void(world.db, *events)
    (orphan,) = listed(world)
    assert renames.likely(world.db, world.library.shelf, orphan.wording.uid) == pairs(world)


def test_a_hole_that_went_is_missing_though_its_note_is_there(world: World) -> None:
    world.write("a.yaml", [card("apple", "manzana", id="x", reverse="yes")], title="Fruit")
    world.refresh()
    for part in ("forward", "back"):
        answer(world.db, f"x#{part}")
    world.write("a.yaml", [card("apple", "manzana", id="x")], title="Fruit")
    world.refresh()
    (orphan,) = listed(world)
    assert (orphan.card_id, orphan.whole) == ("x#back", False)
    assert (orphan.wording.front, orphan.wording.back) == ("manzana", "apple")
    assert orphan.since_ms > 0
    world.db.con.execute("DELETE FROM past")
    (orphan,) = listed(world)
    assert (orphan.wording.front, orphan.since_ms) == ("apple (back)", 0)


def test_those_that_left_last_come_first(world: World, clock) -> None:
    world.write("a.yaml", [card("One", "1"), card("Two", "2"), card("Three", "3")])
    world.refresh()
    for front in ("one", "two"):
        answer(world.db, card_id(world, front))
    world.write("a.yaml", [card("Two", "2"), card("Three", "3")])
    world.refresh()
    clock.next_day()
    world.write("a.yaml", [card("Three", "3")])
    world.refresh()
    assert [orphan.wording.front for orphan in listed(world)] == ["Two", "One"]


def test_a_purge_forgets_all_that_the_card_was(world: World) -> None:
    pair = renamed(world)
    link(world, pair)
    answer(world.db, pair.new.uid)
    world.write("a.yaml", OTHERS, title="Europe")
    world.refresh()
    (orphan,) = listed(world)
    assert orphan.stake.reviews == 3
    assert set(orphans.ids_of(world.db, [orphan.card_key])) == {pair.old.uid, pair.new.uid}
    backup = backups.make(world.db)
    purge(world, orphan.card_key)
    assert listed(world) == ()
    assert memory_of(world.db, pair.new.uid) is None
    compact.compact(world.db)
    assert list(log.reviews(world.db)) == []
    restoring.restore(world.db, backup)
    assert memory_of(world.db, pair.new.uid) is not None


def test_a_purged_card_that_returns_begins_anew(world: World) -> None:
    pair = renamed(world)
    purge(world, key_of(world.db, pair.old.uid))
    world.write("a.yaml", [NORWAY, *OTHERS], title="Europe")
    world.refresh()
    assert memory_of(world.db, card_id(world, "norway")) is None
    answer(world.db, card_id(world, "norway"))
    again = memory_of(world.db, card_id(world, "norway"))
    assert again is not None
    assert again.reps == 1


def test_those_whose_notes_are_gone_are_counted_quickly(world: World) -> None:
    world.write("a.yaml", [card("apple", "manzana", id="x", reverse="yes"), card("One", "1", id="x0")])
    world.refresh()
    for id_ in ("x#forward", "x#back", "x0"):
        answer(world.db, id_)
    assert orphans.count(world.db) == 0
    world.write("a.yaml", [card("One", "1", id="x0")])
    world.refresh()
    assert orphans.count(world.db) == len(listed(world)) == 2
    log.append_event(world.db, event(world.db, "alias", "x#back", to="x0"))
    assert orphans.count(world.db) == len(listed(world)) == 1
    world.db.reset_cache()
    world.restart()
    assert orphans.count(world.db) == 0


def test_the_search_for_missing_cards_finds_the_same(world: World) -> None:
    renamed(world)
    log.append_event(world.db, event(world.db, "flag", card_id(world, "sweden")))
    world.write("a.yaml", OTHERS[1:], title="Europe")
    world.refresh()
    browse = Browse(world.db, world.library.shelf)
    found = browse.rows(browse.search("is:missing").keys)
    assert {row.card_key for row in found} == {orphan.card_key for orphan in listed(world)}
    assert len(found) == 2


def test_a_card_of_which_nothing_is_left_but_its_id(world: World) -> None:
    answer(world.db, "elsewhere#1")
    (orphan,) = listed(world)
    assert (orphan.wording.front, orphan.wording.exact, orphan.since_ms) == ("elsewhere", False, 0)
