"""Pictures and sounds that go with cards into another folder: a deck shows only what lies below it."""

from pathlib import Path

import pytest

from quizapp.core.problems import QuizError
from quizapp.store.media import Carrier


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    (folder / "media").mkdir(parents=True)
    (folder / "media" / "a.svg").write_bytes(b"light")
    (folder / "media" / "a.dark.svg").write_bytes(b"dark")
    (folder / "a.svg").write_bytes(b"another")
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "new").mkdir()
    return folder


def names(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_they_are_copied_beside_the_other_deck(old: Path, tmp_path: Path) -> None:
    new, before = tmp_path / "new", names(old)
    carrier = Carrier(old, new)
    assert carrier.path("media/a.svg") == carrier.path("media/a.svg") == "media/a.svg"
    assert carrier.path("a.svg") == "media/a-2.svg"
    assert names(new) == {}, "nothing is written before it is asked for"
    carrier.copy()
    brought = {"media/a.svg": b"light", "media/a.dark.svg": b"dark", "media/a-2.svg": b"another"}
    assert (names(new), names(old)) == (brought, before)
    again = Carrier(old, new)
    assert again.path("media/a.svg") == "media/a.svg", "what is there already is used"
    again.copy()
    assert names(new) == brought


def test_what_is_no_file_of_the_deck_keeps_its_name(old: Path, tmp_path: Path) -> None:
    carrier = Carrier(old, tmp_path / "new")
    for name in ("https://example.org/b.png", "../secret.png", "/etc/hostname", "media/none.png", ""):
        assert carrier.path(name) == name
    carrier.copy()
    assert names(tmp_path / "new") == {}
    assert Carrier(old, old).path("media/a.svg") == "media/a.svg"


def test_from_a_folder_above_they_are_seen_where_they_lie(old: Path) -> None:
    carrier = Carrier(old, old.parent)
    assert carrier.path("media/a.svg") == "old/media/a.svg"
    before = names(old.parent)
    carrier.copy()
    assert names(old.parent) == before


def test_a_place_that_was_taken_meanwhile_is_not_overwritten(old: Path, tmp_path: Path) -> None:
    carrier = Carrier(old, tmp_path / "new")
    taken = tmp_path / "new" / carrier.path("media/a.svg")
    taken.parent.mkdir()
    taken.write_bytes(b"mine")
    with pytest.raises(QuizError):
        carrier.copy()
    assert taken.read_bytes() == b"mine"
