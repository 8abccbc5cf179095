"""A deck that is there twice: taken for a copy until its owner says otherwise, and back again."""

from pathlib import Path

import pytest

from quizapp.store import log
from quizapp.store.database import Database
from quizapp.store.notices import notices
from tests.store.made import review
from tests.store.shelves import COUNTRIES, World, capital

COPY = "a (copy).yaml"


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    """Ten cards, one of them answered, in two files."""
    world = World(db, tmp_path / "decks")
    world.write("a.yaml", [capital(country) for country in COUNTRIES], title="Europe")
    world.refresh()
    (card_id,) = db.con.execute(
        "SELECT card_id FROM card WHERE card_key = ?", (world.key("Norway"),)
    ).fetchone()
    log.append_review(db, review(db, card_id))
    world.write(COPY, [capital(country) for country in COUNTRIES], title="Europe")
    world.refresh()
    return world


def studied(world: World) -> list[str]:
    return [Path(file.path).name for file in world.library.files if file.studied]


def choose(world: World, name: str, choice: str) -> None:
    """As the window does it; "" takes a choice back."""
    path = str(world.folder / name)
    world.library.choices = {path: choice} if choice else {}
    world.library.resettle({str(world.folder / "a.yaml"), str(world.folder / COPY)})


def cards(world: World) -> int:
    (count,) = world.db.con.execute("SELECT count(*) FROM shelf").fetchone()
    return int(count)


def learnt(world: World) -> list[str]:
    """The files of the cards with progress."""
    rows = world.db.con.execute(
        "SELECT path FROM memory JOIN shelf USING (card_key) JOIN deck USING (deck_key)"
    )
    return [Path(path).name for (path,) in rows]


def test_a_copy_is_told_with_what_it_copies(world: World) -> None:
    (notice,) = notices(world.library)
    assert (notice.kind, notice.title) == ("copy", "Europe")
    assert notice.path == str(world.folder / COPY)
    assert notice.other == str(world.folder / "a.yaml")
    assert studied(world) == ["a.yaml"]


def test_ignored(world: World) -> None:
    choose(world, COPY, "ignore")
    assert notices(world.library) == ()
    assert studied(world) == ["a.yaml"]
    choose(world, COPY, "")
    assert len(notices(world.library)) == 1


def test_preferred_and_taken_back(world: World) -> None:
    keys = world.keys()
    for choice, name in (("prefer", COPY), ("", "a.yaml")):
        choose(world, COPY, choice)
        assert studied(world) == [name]
        assert world.keys() == keys
        assert learnt(world) == [name]
        world.restart()
        assert not world.refresh()
        assert studied(world) == [name]
    assert [notice.path for notice in notices(world.library)] == [str(world.folder / COPY)]


def test_a_preferred_copy_is_edited_and_the_other_stays_aside(world: World) -> None:
    keys = world.keys()
    choose(world, COPY, "prefer")
    world.write(COPY, [capital(country) for country in COUNTRIES[::-1]], title="Europe")
    world.refresh()
    assert studied(world) == [COPY]
    assert world.keys() == keys


def test_separate_and_taken_back(world: World) -> None:
    keys = world.keys()
    choose(world, COPY, "separate")
    assert notices(world.library) == ()
    assert (len(studied(world)), cards(world)) == (2, 20)
    assert learnt(world) == ["a.yaml"]
    choose(world, COPY, "")
    assert studied(world) == ["a.yaml"]
    assert world.keys() == keys


@pytest.mark.parametrize(
    ("choice", "names"), [("prefer", [COPY]), ("separate", [COPY, "a.yaml"]), ("ignore", ["a.yaml"])]
)
def test_a_choice_outlives_the_cache(world: World, choice: str, names: list[str]) -> None:
    choose(world, COPY, choice)
    choices = world.library.choices
    world.db.reset_cache()
    world.restart()
    world.library.choices = choices
    world.refresh()
    assert sorted(studied(world)) == sorted(names)
    assert len(learnt(world)) == 1
