"""A source read and planned at one go: what a screen shows of it."""

from pathlib import Path

from quizapp.formats.base import Source
from quizapp.store import import_files
from quizapp.store.database import Database
from quizapp.store.examining import Wanted, examine

CSV = "front,back,tags\na,b,x\nc;d\ne,,\n"


def source(text: str = CSV) -> Source:
    return Source("words.csv", text.encode())


def test_what_would_come_of_it_and_what_is_left_out_whole(db: Database, tmp_path: Path) -> None:
    found = examine(db, source(), Wanted(), tmp_path)
    assert found.count == 1
    assert [(one.note.id, one.line) for one in found.previews] == [("a", 2)]
    assert found.raw == {3: "c;d", 4: "e,,"}
    assert found.format.name == "csv-text"
    assert found.format in found.formats
    assert not found.unnamed
    assert not list(tmp_path.iterdir())


def test_mended_lines_are_read_instead(db: Database, tmp_path: Path) -> None:
    found = examine(db, source(), Wanted(edits={3: "c,d", 4: "e,f"}), tmp_path)
    assert [one.note.id for one in found.previews] == ["a", "c", "e"]
    assert found.raw == {}


def test_of_a_second_import_only_what_is_new_or_other_is_previewed(db: Database, tmp_path: Path) -> None:
    text = "front,back\na,b\nc,d\n"
    first = examine(db, source(text), Wanted(), tmp_path / "decks")
    import_files.write(first.plan, tmp_path / "data", "1", backups=tmp_path / "backups")
    again = examine(db, source(text), Wanted(), tmp_path / "decks")
    assert (again.count, again.previews) == (0, ())
    newer = examine(db, source("front,back\na,b\nc,D\ne,f\n"), Wanted(), tmp_path / "decks")
    assert [one.note.id for one in newer.previews] == ["c", "e"]


def test_a_source_may_be_read_as_what_it_does_not_look_like(db: Database, tmp_path: Path) -> None:
    found = examine(db, source(), Wanted(format="markdown"), tmp_path)
    assert found.format.name == "markdown"
    assert found.format not in found.formats
