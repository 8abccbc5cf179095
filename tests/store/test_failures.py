"""What the world does to files: each has its sentence; nothing acknowledged is lost or overwritten."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from quizapp.core.problems import QuizError
from quizapp.store import backups, connection, log, memory, restoring, settings
from quizapp.store.database import Database
from tests.full_disk import full_disk
from tests.store.made import PROGRESS, Clock, answer, code_of, event, opened, tables, undo

NOBODY = 65534


@pytest.fixture
def humble(tmp_path: Path) -> Iterator[Path]:
    """A folder of somebody to whom permissions matter: root is made nobody for so long."""
    if os.geteuid() != 0:
        yield tmp_path
        return
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        os.chown(name, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)


def used(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Two answers on the disk; what the tables hold."""
    with opened(folder) as db:
        answer(db, "a#")
        answer(db, "b#", rating=1)
        return tables(db)


def refused(db: Database, write: Callable[[], object]) -> str:
    """The sentence of a write that fails; nothing has changed."""
    before = tables(db)
    with pytest.raises(QuizError) as failed:
        write()
    assert failed.value.code == "progress_unwritable"
    assert tables(db) == before
    assert not db.con.in_transaction
    return str(failed.value)


def test_a_full_disk(tmp_path: Path) -> None:
    """Answer, undo, flag, setting: all or nothing, and once there is room they go through."""
    with opened(tmp_path) as db:
        answer(db, "a#")
        writes: tuple[Callable[[], object], ...] = (
            lambda: answer(db, "b#"),
            lambda: undo(db),
            lambda: log.append_event(db, event(db, "flag", "a#")),
            lambda: settings.put(db, "new_per_day", 5),
        )
        with full_disk():
            for write in writes:
                assert "full" in refused(db, write)
        for write in writes:
            write()
        assert memory.is_current(db)
    with opened(tmp_path, Clock(1_790_000_000_000)) as db:
        assert db.notices == []
        assert settings.get(db, "new_per_day") == 5


def test_a_copy_on_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        answer(db, "a#")
        kept = backups.make(db)
        before = tables(db)
        with full_disk(), pytest.raises(QuizError) as failed:
            backups.make(db)
        assert failed.value.code == "backup_unwritable"
        with full_disk(), pytest.raises(QuizError):
            restoring.restore(db, kept)
        assert [path.name for path in kept.parent.glob("progress-*")] == [kept.name]
        assert tables(db) == before


def test_a_restore_that_finds_the_disk_full_changes_nothing(tmp_path: Path) -> None:
    """Even if it does so at the last step."""
    with opened(tmp_path) as db:
        copy = backups.make(db)
        for number in range(200):
            answer(db, f"{number}#")
        before = tables(db)
        prepared = restoring.prepare(db, copy)
        with full_disk(), pytest.raises(QuizError) as failed:
            restoring.put(db, prepared)
        assert failed.value.code == "progress_unwritable"
        assert tables(db) == before
        restoring.restore(db, copy)
        assert tables(db)["review"] == []


def test_a_start_on_a_full_disk_is_refused_untouched(tmp_path: Path) -> None:
    before = used(tmp_path)
    data = (tmp_path / PROGRESS).read_bytes()
    with full_disk():
        assert code_of(tmp_path) in ("folder_unusable", "progress_unreadable", "progress_unwritable")
    assert (tmp_path / PROGRESS).read_bytes() == data
    with opened(tmp_path) as db:
        assert tables(db) == before


def test_a_locked_database_while_running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_MS", 10)
    with opened(tmp_path) as db:
        answer(db, "a#")
        other = sqlite3.connect(tmp_path / PROGRESS, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert "another program is using it" in refused(db, lambda: answer(db, "b#"))
        other.execute("ROLLBACK")
        other.close()
        answer(db, "b#")


def test_a_second_instance_is_told_and_touches_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        answer(db, "a#")
        program = (
            f"from tests.store.made import opened; opened(__import__('pathlib').Path({str(tmp_path)!r}))"
        )
        ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert "quizapp is already running with the folder" in ended.stderr
        answer(db, "b#")


def test_a_symlink_is_followed_and_stays_one(tmp_path: Path) -> None:
    before = used(tmp_path / "there")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / PROGRESS).symlink_to(tmp_path / "there" / PROGRESS)
    with opened(tmp_path / "here") as db:
        assert tables(db) == before
        answer(db, "c#")
    assert (tmp_path / "here" / PROGRESS).is_symlink()
    with opened(tmp_path / "there") as db:
        assert len(list(log.reviews(db))) == 3


def test_a_symlink_to_nothing_is_not_filled(tmp_path: Path) -> None:
    """The disk that it leads to is away."""
    (tmp_path / PROGRESS).symlink_to(tmp_path / "away" / PROGRESS)
    assert code_of(tmp_path) == "progress_unreadable"
    assert (tmp_path / PROGRESS).is_symlink()
    assert not (tmp_path / "away").exists()


def killed(folder: Path) -> Path:
    """The files as a crash leaves them, with answers in the WAL."""
    with opened(folder / "live") as db:
        db.con.execute("PRAGMA main.wal_checkpoint(TRUNCATE)")
        answer(db, "a#")
        answer(db, "b#")
        shutil.copytree(folder / "live", folder / "dead", ignore=shutil.ignore_patterns("*.lock"))
    return folder / "dead"


def count(folder: Path) -> int:
    with opened(folder, Clock(1_790_000_000_000), seed=2) as db:
        assert db.notices == []
        assert db.con.execute("PRAGMA main.quick_check").fetchone() == ("ok",)
        return len(list(log.reviews(db)))


def test_a_missing_shm_loses_nothing(tmp_path: Path) -> None:
    dead = killed(tmp_path)
    (dead / f"{PROGRESS}-shm").unlink()
    assert count(dead) == 2


def test_a_missing_wal_leaves_a_sound_file(tmp_path: Path) -> None:
    """What was in it is gone with it, and no more."""
    dead = killed(tmp_path)
    (dead / f"{PROGRESS}-wal").unlink()
    assert count(dead) == 0


def test_a_torn_wal_loses_only_what_was_torn(tmp_path: Path) -> None:
    dead = killed(tmp_path)
    wal = dead / f"{PROGRESS}-wal"
    wal.write_bytes(wal.read_bytes()[:-5000])
    assert count(dead) == 1


def test_a_folder_that_may_not_be_written(humble: Path) -> None:
    used(humble)
    humble.chmod(0o500)
    try:
        assert code_of(humble) == "folder_unusable"
    finally:
        humble.chmod(0o700)


def test_a_file_that_may_not_be_written(humble: Path) -> None:
    used(humble)
    (humble / PROGRESS).chmod(0o400)
    assert code_of(humble) == "progress_unwritable"
    (humble / PROGRESS).chmod(0o600)


def test_permission_taken_away_while_running_harms_nothing(humble: Path) -> None:
    """The files are open: what is acknowledged is written all the same, or refused with a sentence."""
    with opened(humble) as db:
        answer(db, "a#")
        (humble / PROGRESS).chmod(0)
        humble.chmod(0o500)
        try:
            answer(db, "b#")
            with pytest.raises(QuizError) as failed:
                backups.make(db)
            assert failed.value.code == "backup_unwritable"
        finally:
            humble.chmod(0o700)
            (humble / PROGRESS).chmod(0o600)
    assert count(humble) == 2


def test_damage_met_while_running_has_its_sentence(tmp_path: Path) -> None:
    """Where nobody expects it, as in a screen that reads."""
    path = tmp_path / "torn.sqlite3"
    with closing(sqlite3.connect(path)) as con:
        con.execute("CREATE TABLE words (text)")
        con.executemany("INSERT INTO words VALUES (?)", [("x" * 500,) for _ in range(100)])
        con.commit()
    path.write_bytes(path.read_bytes()[:8192] + b"\xa5" * (path.stat().st_size - 8192))
    with closing(sqlite3.connect(path)) as con, pytest.raises(sqlite3.DatabaseError) as failed:
        con.execute("SELECT * FROM words").fetchall()
    told = connection.told_of(failed.value)
    assert told is not None
    assert told.code == "progress_broken"


def test_what_is_a_bug_has_none(tmp_path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as con, pytest.raises(sqlite3.OperationalError) as failed:
        con.execute("SELECT * FROM nowhere")
    assert connection.told_of(failed.value) is None
    assert connection.told_of(ValueError("x")) is None


def test_a_file_that_cannot_be_reached_just_now_has_one(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError) as failed:
        sqlite3.connect(tmp_path / "away" / "file.sqlite3")
    told = connection.told_of(failed.value)
    assert told is not None
    assert told.code == "progress_out_of_reach"
    assert "it cannot be opened" in str(told)
