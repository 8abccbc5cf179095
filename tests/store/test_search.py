"""Search finds words of any length in any script, and takes them literally."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.store import search
from quizapp.store.database import Database
from tests.store.made import opened
from tests.store.shelves import World, card


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    world = World(db, tmp_path / "decks")
    world.write(
        "a.yaml",
        [
            card("What is the capital of Norway?", "Oslo", explain="Until 1925 it was called Kristiania."),
            card("Größe und Maß", "Señor Ångström", tags="[physics]"),
            card("100% of what_ever", "a-b"),
            card("挪威的首都是什么?", "奥斯陆"),
            card("π ≈ 3.14", "pi", reverse="yes"),
            card("Which?", "this", wrong="[Albatross, Penguin]"),
        ],
        title="Mixed",
    )
    world.save("b.yaml", "cards:\n- cloze: The {{Danube}} flows into the {{Black Sea}}.\n")
    world.refresh()
    return world


def fronts(world: World, words: str, limit: int = 10) -> list[str]:
    return [found.front for found in search.find(world.db, words, limit)]


@pytest.mark.parametrize(
    ("words", "front"),
    [
        ("capital", "What is the capital of Norway?"),
        ("CAPITAL of nor", "What is the capital of Norway?"),
        ("oslo", "What is the capital of Norway?"),
        ("kristiania capital", "What is the capital of Norway?"),
        ("os", "What is the capital of Norway?"),
        ("groß", "Größe und Maß"),
        ("grosse mass", "Größe und Maß"),
        ("senor angstrom", "Größe und Maß"),
        ("physics", "Größe und Maß"),
        ("0%", "100% of what_ever"),
        ("what_e", "100% of what_ever"),
        ("首都", "挪威的首都是什么?"),
        ("的首都是", "挪威的首都是什么?"),
        ("π", "π ≈ 3.14"),
        ("albatros", "Which?"),
        ("danube sea", "The […] flows into the Black Sea."),
    ],
)
def test_words_are_found(world: World, words: str, front: str) -> None:
    assert front in fronts(world, words)


@pytest.mark.parametrize(
    "words", ["", "   ", "zzz", "capital zzz", "w%r", "wh_t", "\x00", "\ud800\ud800\ud800"]
)
def test_nothing_is_found(world: World, words: str) -> None:
    assert fronts(world, words) == []


def test_a_note_is_found_once_with_its_first_card(world: World) -> None:
    (found,) = search.find(world.db, "π pi", 10)
    assert found.card_key == world.keys()["π ≈ 3.14"]
    assert (found.deck, found.deck_key) == ("Mixed", world.deck_key("a.yaml"))


def test_no_more_than_asked_for(world: World) -> None:
    assert len(fronts(world, "a", 3)) == 3


@given(st.one_of(st.text(max_size=12), st.text('"*()^:-+{}ANDORNOTEa% _\\', max_size=12)))
def test_whatever_is_typed_is_taken_literally(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    folder = tmp_path_factory.mktemp("search")
    with opened(folder / "data") as db:
        world = World(db, folder / "decks")
        world.write("a.yaml", [card("AND OR NOT", "*")])
        world.refresh()
        sought = search.folded(words).split()
        text = search.folded("AND OR NOT\n*")
        expected = bool(sought) and all(word in text for word in sought)
        assert bool(search.find(db, words, 5)) == expected


def test_the_index_follows_the_shelf(world: World) -> None:
    world.write("a.yaml", [card("What is the capital of Norwegia?", "Oslo")], title="Other")
    world.refresh()
    assert fronts(world, "norway") == []
    assert fronts(world, "norwegia") == ["What is the capital of Norwegia?"]
    assert fronts(world, "angstrom") == []
    (rows,) = world.db.con.execute("SELECT count(*) FROM words").fetchone()
    assert rows == 2
    world.remove("a.yaml")
    world.refresh()
    assert fronts(world, "norwegia") == []


def test_only_what_changed_is_written(world: World) -> None:
    world.write("a.yaml", [card("What is the capital of Norway?", "Oslo"), card("New", "one")], title="Mixed")
    seen = world.library.survey()()
    for portion in world.library.portions(seen, [world.library.parse(found)() for found in seen.changed]):
        world.library.reconcile(seen, portion)
    statements: list[str] = []
    world.db.con.set_trace_callback(statements.append)
    assert search.update(world.db, world.library.shelf)
    world.db.con.set_trace_callback(None)
    assert sum(one.startswith("INSERT INTO cache.words ") for one in statements) == 2
    assert not search.update(world.db, world.library.shelf)


def test_the_index_is_made_in_steps(world: World) -> None:
    world.write("c.yaml", [card(f"Question {number}", f"answer {number}") for number in range(7)])
    seen = world.library.survey()()
    parsed = [world.library.parse(found)() for found in seen.changed]
    world.library.reconcile(seen, parsed)
    steps = 0
    while search.update(world.db, world.library.shelf, 3):
        steps += 1
        assert len(fronts(world, "question")) == min(3 * steps, 7)
    assert steps == 3


def test_many_words_are_all_sought(world: World) -> None:
    text = " ".join(f"word{number}" for number in range(300))
    world.write("long.yaml", [card(text, "x")])
    world.refresh()
    assert [one.front[:5] for one in search.find(world.db, text, 9)] == ["word0"]
    for more in ("word300", "oslo"):
        assert search.find(world.db, f"{text} {more}", 9) == []
