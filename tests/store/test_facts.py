"""What is kept of each note for searches follows the decks, and leaves nothing behind."""

from pathlib import Path

import pytest

from quizapp.store.browse import Browse, Sort
from quizapp.store.database import Database
from tests.store.made import opened
from tests.store.shelves import World, card

TABLES = ("words", "fact", "name", "face")


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    return World(db, tmp_path / "decks")


def names(world: World, what: str) -> list[tuple[str, str]]:
    rows = world.db.con.execute("SELECT name, folded FROM cache.name WHERE what = ? ORDER BY name", (what,))
    return rows.fetchall()


def counts(world: World) -> list[int]:
    return [world.db.con.execute(f"SELECT count(*) FROM cache.{name}").fetchone()[0] for name in TABLES]


def test_a_source_is_known_by_its_short_name_and_its_citation(world: World) -> None:
    cards = f"cards:\n{card('q', source='un')}\n"
    world.save("a.yaml", f"sources: {{un: {{author: Ek, title: Atlas}}}}\n{cards}")
    world.refresh()
    assert names(world, "source") == [("Ek, Atlas", "ek, atlas"), ("un", "un")]
    world.save("a.yaml", f"sources: {{un: {{author: Ek, title: Globe}}}}\n{cards}")
    world.refresh()
    assert names(world, "source") == [("Ek, Globe", "ek, globe"), ("un", "un")]


def test_each_card_of_a_note_has_its_own_question(world: World) -> None:
    world.save("a.yaml", "cards:\n- cloze: The {{Danube}} flows into the {{Black Sea}}.\n")
    world.refresh()
    rows = world.db.con.execute("SELECT front, rank FROM cache.face ORDER BY card_key").fetchall()
    assert len(rows) == 2
    assert all(rank == front[:40].lower() for front, rank in rows)
    assert rows[0] != rows[1]


def test_what_has_gone_leaves_nothing_behind(world: World) -> None:
    world.write("a.yaml", [card("one", tags="[x, y]"), card("two", reverse="yes")])
    world.refresh()
    assert counts(world) == [2, 2, 2, 3]
    world.write("a.yaml", [card("two")])
    world.refresh()
    assert counts(world) == [1, 1, 0, 1]
    world.remove("a.yaml")
    world.refresh()
    assert counts(world) == [0, 0, 0, 0]


def test_nothing_is_looked_at_again_that_did_not_change(world: World) -> None:
    world.write("a.yaml", [card(f"card {number}") for number in range(400)])
    world.refresh()
    seen = world.library.survey()()
    world.write("a.yaml", [card("a new one"), *(card(f"card {number}") for number in range(400))])
    seen = world.library.survey()()
    world.library.reconcile(seen, [world.library.parse(one)() for one in seen.changed])
    (pending,) = world.db.con.execute("SELECT count(*) FROM cache.pending").fetchone()
    assert 0 < pending <= 401


@pytest.mark.parametrize("column", ["question", "tags", "deck"])
def test_names_are_sorted_as_they_are_read(world: World, column: str) -> None:
    """Not by their numbers in Unicode, where Ä stands behind Z, and a behind both."""
    for number, word in enumerate(("zebra", "Ägypten", "beta", "Éclair", "alpha", "Zoo")):
        world.write(f"{number}.yaml", [card(word, "x", tags=f"[{word}]")], title=word)
    world.refresh()
    browse = Browse(world.db, world.library.shelf)
    for descending in (False, True):
        rows = browse.rows(browse.search("", Sort(column, descending)).keys)
        words = [row.question for row in rows]
        expected = ["Ägypten", "alpha", "beta", "Éclair", "zebra", "Zoo"]
        assert words == (expected[::-1] if descending else expected)


def test_odd_texts_are_kept(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as db:
        world = World(db, tmp_path / "decks")
        world.save("a.yaml", 'cards:\n- {q: "a  \\u2003 b\\n\\nc", a: x, tags: [ÄÖ, äö]}\n')
        world.refresh()
        (front,) = db.con.execute("SELECT front FROM cache.face").fetchone()
        assert front == "a b c"
        assert {folded for _, folded in names(world, "tag")} == {"ao"}
