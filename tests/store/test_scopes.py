"""Which values count for a deck."""

from pathlib import Path

import pytest

from quizapp.store import scopes, settings
from quizapp.store.database import Database
from tests.store.shelves import World, capital


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    """Two decks in a folder, one with an id."""
    world = World(db, tmp_path / "decks")
    world.write("law/plain.yaml", [capital("Norway")])
    world.save("law/named.yaml", "id: civil\ncards:\n" + capital("Sweden") + "\n")
    world.write("other.yaml", [capital("Latvia")])
    world.refresh()
    return world


def test_scopes_go_from_the_outermost_folder_to_the_deck(world: World) -> None:
    found = scopes.of_deck(world.db, world.deck_key("law/plain.yaml"))
    assert found[0] == "folder:/"
    assert found[-3:] == (
        f"folder:{world.folder}",
        f"folder:{world.folder / 'law'}",
        f"deck:{world.folder / 'law/plain.yaml'}",
    )
    assert scopes.of_deck(world.db, world.deck_key("law/named.yaml"))[-1] == "deck:civil"
    with pytest.raises(KeyError):
        scopes.of_deck(world.db, 99)


def test_only_decks_with_values_of_their_own_are_told(world: World) -> None:
    db, plain, named = world.db, world.deck_key("law/plain.yaml"), world.deck_key("law/named.yaml")
    assert scopes.decks_with_own(db) == {}
    settings.put(db, "tries", 2)
    assert scopes.decks_with_own(db) == {}
    settings.put(db, "new_per_day", 5, f"folder:{world.folder / 'law'}")
    settings.put(db, "new_per_day", 3, "deck:civil")
    own = scopes.decks_with_own(db)
    assert {key: (one.new_per_day, one.tries) for key, one in own.items()} == {plain: (5, 2), named: (3, 2)}
    told = scopes.files_with_own(db, "new_per_day", world.library.files)
    assert [(file.deck_key, value) for file, value in told] == [(named, 3)]


def test_a_decks_values_go_with_its_id(world: World) -> None:
    settings.put(world.db, "tries", 3, "deck:civil")
    world.move("law/named.yaml", "moved.yaml")
    world.refresh()
    found = scopes.of_deck(world.db, world.deck_key("moved.yaml"))
    assert settings.load(world.db, found).tries == 3


def test_folders_with_decks_are_named_from_their_course_on(world: World) -> None:
    world.write("law/old/roman.yaml", [capital("Iceland")])
    world.refresh()
    found = scopes.folders(world.library.files, world.library.roots)
    label = next(root.label for root in world.library.roots)
    assert [one.name for one in found] == [label, f"{label} / law", f"{label} / law / old"]
    files = {Path(file.path).name: file.path for file in world.library.files}
    law = found[1]
    assert [law.holds(files[name]) for name in ("plain.yaml", "roman.yaml", "other.yaml")] == [
        True,
        True,
        False,
    ]
    assert scopes.of_folder(law.path)[-1] == law.scope
    assert set(scopes.of_folder(law.path)) < set(scopes.of_file(files["roman.yaml"], ""))
