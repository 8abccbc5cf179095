"""Files that hold a log, whatever they are: opened, read, left as they are."""

import gzip
import sqlite3
from pathlib import Path

import pytest

from quizapp.core.problems import QuizError
from quizapp.formats import log_files
from quizapp.store import exporting, merging, migrations, sources
from quizapp.store.connection import PROGRESS
from quizapp.store.database import Database
from tests.store.machines import all_tables, header, machine
from tests.store.made import answer


@pytest.fixture
def other(tmp_path: Path):
    """A machine with a log, its last answer in the WAL alone."""
    with machine(tmp_path, "other") as db:
        answer(db, "a")
        db.con.execute("PRAGMA wal_checkpoint")
        answer(db, "b")
        yield db


def merged(db: Database, path: Path) -> merging.Merged:
    with sources.opened(db, path) as records:
        return merging.merge(db, records)


def code_of(db: Database, path: Path) -> str:
    with pytest.raises(QuizError) as failed:
        merged(db, path)
    return failed.value.code


def test_a_progress_file_that_is_in_use(db: Database, other: Database) -> None:
    path = other.folder / PROGRESS
    before = path.read_bytes()
    assert merged(db, path).reviews == 2
    assert all_tables(db) == all_tables(other)
    assert path.read_bytes() == before


def test_a_progress_file_on_a_medium_that_cannot_be_written(
    db: Database, other: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite cannot open a WAL there: the file is copied as it lies, with what is beside it."""

    def refuse(path: Path) -> sqlite3.Connection:
        raise sqlite3.OperationalError("unable to open database file")

    real = sources.readable
    monkeypatch.setattr(sources, "readable", refuse)
    assert merged(db, other.folder / PROGRESS).reviews == 2
    monkeypatch.setattr(sources, "readable", real)


def test_lines_plain_and_packed(db: Database, other: Database, tmp_path: Path) -> None:
    for number, suffix in enumerate(log_files.SUFFIXES):
        path = tmp_path / f"log{suffix}"
        log_files.create(path, header(other), exporting.export(other))
        found = merged(db, path)
        assert (found.reviews, found.known) == ((0, 2) if number else (2, 0))


def test_a_file_of_a_newer_quizapp(db: Database, tmp_path: Path) -> None:
    with machine(tmp_path, "newer") as newer:
        answer(newer, "a")
        newer.con.execute(f"PRAGMA main.user_version = {migrations.schema_version() + 1}")
        assert code_of(db, newer.folder / PROGRESS) == "progress_newer"


def test_what_is_none(db: Database, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.sqlite3"
    with sqlite3.connect(foreign) as con:
        con.execute("CREATE TABLE x (y)")
    con.close()
    assert code_of(db, foreign) == "log_unusable"
    assert code_of(db, tmp_path / "nowhere.jsonl") == "log_unreadable"
    packed = tmp_path / "odd.jsonl.gz"
    packed.write_bytes(gzip.compress(b"shopping\n"))
    assert [one.code for one in merged(db, packed).problems] == ["log_foreign"]


def test_a_damaged_file_is_refused_whole(db: Database, other: Database, tmp_path: Path) -> None:
    other.con.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = (other.folder / PROGRESS).read_bytes()
    damaged = tmp_path / "damaged.sqlite3"
    for size in (100, 5_000, len(whole) // 2):
        damaged.write_bytes(whole[:size])
        assert code_of(db, damaged) in ("log_unusable", "log_unreadable")
    assert all_tables(db)["review"] == []
