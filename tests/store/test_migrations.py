"""Progress files of every released schema come up to date: whole or not at all, with nothing lost."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.core import schedule
from quizapp.store import backups, log, memory, merging, migrations, sittings
from quizapp.store import settings as stored
from quizapp.store.connection import connect
from tests.store import old_files
from tests.store.machines import all_tables, pour
from tests.store.made import drop_folds, fresh, opened

RELEASED = sorted(old_files.DUMPS)
NEWEST = migrations.schema_version()


@pytest.fixture(params=RELEASED)
def version(request: pytest.FixtureRequest) -> int:
    return request.param


def test_there_is_a_file_of_every_version_before_the_newest() -> None:
    assert list(range(1, NEWEST)) == [version for version in RELEASED if version < NEWEST]


def test_the_schema_becomes_that_of_a_new_file(tmp_path: Path, version: int) -> None:
    old_files.make(tmp_path, version)
    with opened(tmp_path) as old, fresh() as new:
        assert old_files.shape(old.con) == old_files.shape(new.con)
        assert old.con.execute("PRAGMA main.user_version").fetchone() == (NEWEST,)
        assert old.con.execute("PRAGMA main.foreign_key_check").fetchall() == []
        assert old.con.execute("PRAGMA main.integrity_check").fetchall() == [("ok",)]


def test_every_row_of_the_log_and_beside_it_is_as_it_was(tmp_path: Path, version: int) -> None:
    path = old_files.make(tmp_path, version)
    tables = [
        "review",
        "event",
        "session",
        "setting",
        "card",
        "fingerprint",
        *["past", "guess"] * (version > 2),
    ]
    with closing(sqlite3.connect(path)) as con:
        before = {table: old_files.rows(con, table) for table in tables}
    assert all(before[table] for table in tables)
    with opened(tmp_path) as db:
        for table in tables:
            after = old_files.rows(db.con, table)
            assert [row | old for row, old in zip(after, before[table], strict=True)] == after


def test_the_folds_are_rebuilt_and_right(tmp_path: Path, version: int) -> None:
    old_files.make(tmp_path, version)
    with opened(tmp_path) as db, fresh() as new:
        if not memory.is_current(db):
            memory.rebuild(db)
        found = all_tables(db)
        drop_folds(db)
        memory.rebuild(db)
        assert all_tables(db) == found
        assert not pour(db, new).problems
        assert all_tables(new) == found
        voided = {event.target for event in log.events(db) if event.type == "void"}
        counted = [answer for answer in log.reviews(db, "rivers#Loire") if answer.review_id not in voided]
        (key,) = db.con.execute("SELECT card_key FROM card WHERE card_id = 'rivers#Loire'").fetchone()
        assert memory.get(db, key) == schedule.replay(counted)


def test_the_learner_finds_everything_again(tmp_path: Path, version: int) -> None:
    old_files.make(tmp_path, version)
    with opened(tmp_path) as db:
        assert stored.load(db).theme == "dark"
        assert stored.get(db, "new_per_day") == 15
        sitting = sittings.open_session(db)
        assert sitting is not None
        assert sitting.title == "Due today"
        assert sitting.reviews


def test_a_backup_of_the_old_file_is_made_before(tmp_path: Path, version: int) -> None:
    path = old_files.make(tmp_path, version)
    with closing(sqlite3.connect(path)) as con:
        before = list(con.iterdump())
    opened(tmp_path).close()
    (backup,) = backups.listing(tmp_path)
    with closing(sqlite3.connect(backup.path)) as con:
        assert con.execute("PRAGMA user_version").fetchone() == (version,)
        after = list(con.iterdump())
    differs = [line for line, other in zip(before, after, strict=True) if line != other]
    assert all("progress_id" in line for line in differs)
    opened(tmp_path).close()
    assert len(backups.listing(tmp_path)) == 1


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, version: int) -> None:
    path = old_files.make(tmp_path, version)
    with closing(connect(path)) as con:
        before = list(con.iterdump())
        (pages,) = con.execute("PRAGMA page_count").fetchone()
        con.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            migrations.upgrade(con)
        (at,) = con.execute("PRAGMA user_version").fetchone()
        assert at < NEWEST
        assert at > version or list(con.iterdump()) == before
        assert con.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with opened(tmp_path) as old, fresh() as new:
        assert old_files.shape(old.con) == old_files.shape(new.con)


_WITHOUT_ROOM = """
import resource, signal, sys
from pathlib import Path
from quizapp.core.problems import QuizError
from tests.store.made import opened

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
room = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
try:
    opened(Path(sys.argv[1])).close()
except QuizError as error:
    print(error.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of the size of files")
def test_a_full_disk_is_told_at_the_start(tmp_path: Path, version: int) -> None:
    size = old_files.make(tmp_path, version).stat().st_size
    for room in (size // 2, size + 15_000):
        command = [sys.executable, "-c", _WITHOUT_ROOM, str(tmp_path), str(room)]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
        assert ran.stdout.strip() in ("", "progress_unwritable", "backup_unwritable")
    with opened(tmp_path) as old, fresh() as new:
        assert old_files.shape(old.con) == old_files.shape(new.con)
        assert len(old_files.rows(old.con, "review")) == 48


_KILLED_AT_EACH_STATEMENT = """
import os, shutil, signal, sys
from pathlib import Path
from quizapp.store import migrations
from quizapp.store.connection import connect

source, target = Path(sys.argv[1]), Path(sys.argv[2])
number = 0
while True:
    number += 1
    (target / str(number)).mkdir()
    path = target / str(number) / source.name
    shutil.copyfile(source, path)
    child = os.fork()
    if not child:
        left = number

        def count(statement):
            global left
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

        con = connect(path)
        con.set_trace_callback(count)
        migrations.upgrade(con)
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
print(number - 1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_a_kill_at_any_statement_leaves_one_version_or_another(tmp_path: Path, version: int) -> None:
    path = old_files.make(tmp_path / "old", version)
    command = [sys.executable, "-c", _KILLED_AT_EACH_STATEMENT, str(path), str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    kills = int(ran.stdout)
    assert kills > 3 * (NEWEST - version)
    with fresh() as new:
        expected = old_files.shape(new.con)
    for number in range(1, kills + 1):
        folder = tmp_path / str(number)
        with closing(connect(folder / path.name)) as con:
            (at,) = con.execute("PRAGMA user_version").fetchone()
            assert version <= at <= NEWEST
            migrations.upgrade(con)
            assert old_files.shape(con) == expected
            assert len(old_files.rows(con, "review")) == 48
        shutil.rmtree(folder)


def test_an_old_file_can_be_merged_into_a_new_one(tmp_path: Path, version: int) -> None:
    from quizapp.store import sources

    path = old_files.make(tmp_path, version)
    before = path.read_bytes()
    with fresh() as new, sources.opened(new, path) as records:
        assert merging.merge(new, records).reviews == 48
    assert path.read_bytes() == before
