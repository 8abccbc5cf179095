"""Exports are put where they were wanted, all of it or nothing, and never over the decks themselves."""

from pathlib import Path

import pytest

from quizapp.core.problems import QuizError
from quizapp.formats.base import Shipped, Written
from quizapp.store.shipping import ship, write_files

DECK = "title: Hills\ncards:\n- q: a\n  a: b\n"


@pytest.fixture
def decks(tmp_path: Path) -> tuple[Shipped, ...]:
    path = tmp_path / "hills.yaml"
    path.write_text(DECK, encoding="utf-8")
    return ship([path])


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_one_file_has_the_name_given_and_several_are_in_a_folder(
    decks: tuple[Shipped, ...], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    write_files(Written({"x.csv": b"1"}, 1), out / "mine.csv", decks)
    write_files(Written({"x.md": b"2", "media/a.png": b"3"}, 1), out / "all", decks)
    assert tree(out) == {"mine.csv": b"1", "all/x.md": b"2", "all/media/a.png": b"3"}


@pytest.mark.parametrize("files", [{"x.csv": b"1"}, {"hills.yaml": b"1", "b": b"2"}])
def test_a_deck_that_goes_is_never_written_over(
    files: dict[str, bytes], decks: tuple[Shipped, ...], tmp_path: Path
) -> None:
    before = tree(tmp_path)
    out = tmp_path if len(files) > 1 else tmp_path / "sub" / ".." / "hills.yaml"
    with pytest.raises(QuizError) as raised:
        write_files(Written(files, 1), out, decks)
    assert raised.value.code == "export_over"
    assert tree(tmp_path) == before


def test_what_cannot_be_written_leaves_nothing(decks: tuple[Shipped, ...], tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "in the way").write_bytes(b"mine")
    before = tree(tmp_path)
    with pytest.raises(QuizError) as raised:
        write_files(Written({"a.md": b"1", "in the way/b.png": b"2"}, 1), tmp_path / "out", decks)
    assert raised.value.code == "import_unwritable"
    assert tree(tmp_path) == before
