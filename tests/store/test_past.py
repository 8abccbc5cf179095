"""How cards read before their text changed or went."""

from pathlib import Path

import pytest

from quizapp.core.content import content_hash
from quizapp.store import compact, log, past
from quizapp.store.database import Database
from tests.store.made import answer, event, key_of
from tests.store.shelves import World, card


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    return World(db, tmp_path / "decks")


def study(world: World, front: str) -> int:
    key = world.key(front)
    (card_id,) = world.db.con.execute("SELECT card_id FROM card WHERE card_key = ?", (key,)).fetchone()
    answer(world.db, card_id)
    return key


def test_the_text_of_a_studied_card_is_kept_when_it_is_edited(world: World) -> None:
    world.write("a.yaml", [card("The *Capital* of Norway?", "Oslo"), card("Other", "x")], title="Europe")
    world.refresh()
    key = study(world, "norway")
    world.write("a.yaml", [card("The *Capital* of Norway?", "Bergen"), card("Other", "y")])
    world.refresh()
    assert world.key("norway") == key
    kept = past.last(world.db, [key])[key]
    assert (kept.deck, kept.front, kept.back) == ("Europe", "The Capital of Norway?", "Oslo")
    assert past.by_hash(world.db, key, content_hash(kept.front, kept.back)) == kept
    assert past.by_hash(world.db, key, "another") is None
    assert world.db.con.execute("SELECT count(*) FROM past").fetchone() == (1,), "the other was never studied"


def test_the_last_text_of_a_missing_card_is_kept(world: World) -> None:
    world.write("a.yaml", [card("One", "1"), card("Two", "2")], title="Numbers")
    world.refresh()
    key = study(world, "two")
    world.write("a.yaml", [card("One", "1"), card("Two", "II")], title="Numbers")
    world.refresh()
    world.write("a.yaml", [card("One", "1")], title="Numbers")
    world.refresh()
    assert past.last(world.db, [key])[key].back == "II"
    world.write("a.yaml", [card("Two", "2")], title="Numbers")
    world.refresh()
    world.remove("a.yaml")
    world.refresh()
    assert past.last(world.db, [key])[key].back == "2"


def test_a_note_that_only_moves_is_not_kept(world: World) -> None:
    world.write("a.yaml", [card("One", "1"), card("Two", "2")])
    world.refresh()
    study(world, "two")
    world.write("a.yaml", [card("Zero", "0"), card("Two", "2"), card("One", "1")])
    world.refresh()
    assert world.db.con.execute("SELECT count(*) FROM past").fetchone() == (0,)


def test_each_part_has_its_own_text(world: World) -> None:
    world.write("a.yaml", [card("apple", "manzana", reverse="yes", id="x")])
    world.refresh()
    for part in ("forward", "back"):
        answer(world.db, f"x#{part}")
    world.write("a.yaml", [card("an apple", "manzana", reverse="yes", id="x")])
    world.refresh()
    keys = [key_of(world.db, f"x#{part}") for part in ("forward", "back")]
    texts = past.last(world.db, keys)
    assert [(texts[key].front, texts[key].back) for key in keys] == [
        ("apple", "manzana"),
        ("manzana", "apple"),
    ]


def test_what_a_purged_card_said_goes_with_it(world: World) -> None:
    world.write("a.yaml", [card("One", "1"), card("Two", "2"), card("Three", "3")])
    world.refresh()
    one, two = study(world, "one"), study(world, "two")
    world.write("a.yaml", [card("Three", "3")])
    world.refresh()
    (id_,) = world.db.con.execute("SELECT card_id FROM card WHERE card_key = ?", (one,)).fetchone()
    log.append_event(world.db, event(world.db, "tombstone", id_))
    assert past.last(world.db, [one, two]).keys() == {one, two}
    compact.compact(world.db)
    assert past.last(world.db, [one, two]).keys() == {two}
