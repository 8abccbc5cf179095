"""An import is written whole or not at all, and goes whole; what was changed since stays."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from quizapp.core.problems import QuizError
from quizapp.store import import_files
from tests.full_disk import full_disk
from tests.store.imports import PICTURE, card, deck, imported, planned, rewrite, source, tree, written

MEDIA = {"media/moon.png": PICTURE}
SOURCE = source(
    deck(card("Why ebb? ![](media/moon.png)"), folders=("Sea", "Deep")),
    deck(card("Why flood?"), title="B"),
    media=MEDIA,
)
LATER = source(
    deck(card("Why ebb? ![](media/moon.png)", "no"), card("New?"), folders=("Sea", "Deep")),
    deck(card("Why flood?", "no"), title="B"),
    media=MEDIA,
)


class Killed(BaseException):
    """As if the process had ended here."""


def decks(folder: Path) -> dict[str, bytes]:
    return tree(folder / "decks") if (folder / "decks").exists() else {}


def undone(folder: Path) -> import_files.Undone:
    """Take the newest import back, as after a restart."""
    return import_files.undo(folder / "data", import_files.listing(folder / "data")[0])


def test_all_of_it_goes_with_the_folders_that_it_made(tmp_path: Path) -> None:
    imported(SOURCE, tmp_path)
    assert {"sea/deep/tides.yaml", "sea/deep/media/moon.png", "b.yaml"} <= decks(tmp_path).keys()
    assert undone(tmp_path).kept == ()
    assert not (tmp_path / "decks").exists()
    assert import_files.listing(tmp_path / "data") == ()


def test_a_folder_that_was_there_stays_though_it_is_empty(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    imported(SOURCE, tmp_path)
    undone(tmp_path)
    assert decks(tmp_path) == {}
    assert (tmp_path / "decks").exists()


def test_an_update_goes_and_the_first_import_stays(tmp_path: Path) -> None:
    imported(SOURCE, tmp_path)
    first = decks(tmp_path)
    imported(LATER, tmp_path)
    assert decks(tmp_path) != first
    assert undone(tmp_path).kept == ()
    assert decks(tmp_path) == first
    undone(tmp_path)
    assert decks(tmp_path) == {}


def test_what_was_changed_since_stays(tmp_path: Path) -> None:
    imported(SOURCE, tmp_path)
    mine = tmp_path / "decks" / "b.yaml"
    rewrite(mine, "flood?", "high flood?")
    own = tmp_path / "decks" / "sea" / "notes.txt"
    own.write_text("mine", "utf-8")
    assert undone(tmp_path).kept == (str(mine),)
    assert decks(tmp_path).keys() == {"b.yaml", "sea", "sea/notes.txt"}


@pytest.mark.parametrize("earlier", [False, True])
def test_wherever_it_is_killed_undo_cleans_up(
    earlier: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if earlier:
        imported(SOURCE, tmp_path)
    before = decks(tmp_path)
    put = os.replace
    for last in range(100):
        calls = 0

        def until(old: Path, new: Path, last: int = last) -> None:
            nonlocal calls
            calls += 1
            if calls > last:
                raise Killed
            put(old, new)

        made = planned(LATER, tmp_path)
        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", until)
            patch.setattr(import_files, "_give_up", lambda traces, place: None)
            try:
                written(made, tmp_path)
            except Killed:
                pass
            else:
                break
        for done in import_files.listing(tmp_path / "data")[: 1 if calls > 1 else 0]:
            assert import_files.undo(tmp_path / "data", done).kept == ()
        assert decks(tmp_path) == before, f"killed at {last}"
    assert last > 4


@pytest.mark.parametrize("earlier", [False, True])
def test_a_full_disk_changes_nothing(earlier: bool, tmp_path: Path) -> None:
    if earlier:
        imported(SOURCE, tmp_path)
    before = decks(tmp_path), import_files.listing(tmp_path / "data")
    made = planned(LATER, tmp_path)
    with full_disk(), pytest.raises(QuizError):
        written(made, tmp_path)
    assert (decks(tmp_path), import_files.listing(tmp_path / "data")) == before


def test_a_place_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    made = planned(SOURCE, tmp_path)
    (tmp_path / "decks").write_text("a file in the way", "utf-8")
    with pytest.raises(QuizError) as refused:
        written(made, tmp_path)
    assert refused.value.code == "import_unwritable"
    assert (tmp_path / "decks").read_text("utf-8") == "a file in the way"
    assert import_files.listing(tmp_path / "data") == ()


def test_media_that_cannot_be_had_any_more_leave_nothing(tmp_path: Path) -> None:
    def gone() -> bytes:
        raise QuizError("archive_broken", file="a.zip", reason="cut")

    made = planned(SOURCE, tmp_path)
    media = tuple(replace(one, media=one.media._replace(read=gone)) for one in made.media)
    with pytest.raises(QuizError):
        written(replace(made, media=media), tmp_path)
    assert decks(tmp_path) == {}
    assert import_files.listing(tmp_path / "data") == ()


def test_only_so_many_imports_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_files, "KEPT", 3)
    for number in range(5):
        imported(source(deck(card(f"Number {number}?"), title=str(number))), tmp_path)
    assert [one.decks[0][-6:] for one in import_files.listing(tmp_path / "data")] == [
        "4.yaml",
        "3.yaml",
        "2.yaml",
    ]


def test_what_is_no_manifest_is_passed_over(tmp_path: Path) -> None:
    place = tmp_path / "data" / "imports" / "x"
    place.mkdir(parents=True)
    (place / "import.json").write_text("{", "utf-8")
    assert import_files.listing(tmp_path / "data") == ()
