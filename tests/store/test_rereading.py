"""Decks are read again in part, with what the cache holds of them, and the shelf is as if read afresh."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.yaml_deck import read
from quizapp.store.database import Database
from quizapp.store.packing import pack, unpack, unpack_kept, unpack_origins
from tests.formats.test_kept import Author, reads  # noqa: F401 - a fixture
from tests.store.made import fresh
from tests.store.shelves import World, card


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    return World(db, tmp_path / "decks")


def many(*changes: tuple[int, str], count: int = 450) -> list[str]:
    cards = [card(f"Question {number}", f"answer {number}") for number in range(count)]
    for at, text in changes:
        cards[at] = text
    return cards


@given(st.integers(0, 2**32))
def test_the_shelf_holds_what_is_in_the_file(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    author = Author(seed)
    with fresh() as db:
        world = World(db, tmp_path_factory.mktemp("decks"))
        for _ in range(6):
            path = world.save("a.yaml", author.text)
            world.refresh()
            loaded = read(path.read_bytes(), str(path))
            if loaded.deck is not None and not any(
                problem.severity == "error" for problem in loaded.problems
            ):
                assert world.library.shelf.deck(world.deck_key("a.yaml")) == loaded.deck
            author.edit()


def test_what_is_packed_is_unpacked() -> None:
    loaded = read(("cards:\n" + "\n".join(many())).encode(), "a.yaml")
    assert loaded.deck is not None
    packed = pack(loaded.deck, loaded.origins)
    assert unpack(packed.header, packed.chunks, "a.yaml") == loaded.deck
    assert unpack_kept(packed.chunks) == loaded.kept
    assert tuple(unpack_origins(packed.chunks)) == loaded.origins


def test_one_card_is_read_and_one_is_indexed(world: World, reads: list[int]) -> None:  # noqa: F811
    world.write("a.yaml", many())
    world.refresh()
    keys = world.keys()
    reads.clear()
    world.write("a.yaml", many((300, card("Question three hundred", "answer 300"))))
    assert world.refresh().new == 0
    assert reads == [602]
    assert world.keys()["Question three hundred"] == keys["Question 300"]
    lines = [note.span.line for note in world.library.shelf.deck(world.deck_key("a.yaml")).notes]
    assert lines == list(range(2, 902, 2))


def test_a_line_above_moves_all_and_reads_none(world: World, reads: list[int]) -> None:  # noqa: F811
    world.write("a.yaml", many(), title="One")
    world.refresh()
    reads.clear()
    chunks = world.db.con.execute("SELECT notes FROM chunk").fetchall()
    world.write("a.yaml", ["", "# Two hundred years ago", *many()], title="One")
    world.refresh()
    assert reads == []
    assert world.db.con.execute("SELECT notes FROM chunk").fetchall() == chunks
    assert world.library.shelf.note(world.deck_key("a.yaml"), 449).span.line == 903


def test_a_file_that_is_still_being_written_is_left_for_the_next_look(world: World) -> None:
    path = world.write("a.yaml", many())
    world.refresh()
    keys, whole = world.keys(), path.read_bytes()
    world.save("a.yaml", whole)
    seen = world.library.survey()()
    path.write_bytes(whole[: len(whole) // 2])
    changes = world.library.reconcile(seen, [world.library.parse(found)() for found in seen.changed])
    assert (changes.missing, world.keys()) == (0, keys)
    world.save("a.yaml", whole + many(count=451)[450].encode())
    assert world.refresh().new == 1
    assert world.keys().items() >= keys.items()


def test_a_restart_remembers(world: World, reads: list[int]) -> None:  # noqa: F811
    world.write("a.yaml", many())
    world.refresh()
    reads.clear()
    world.restart()
    world.write("a.yaml", many((0, card("Zero", "0"))))
    world.refresh()
    assert reads == [2]
