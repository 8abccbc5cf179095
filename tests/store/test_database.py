"""Opening the files: new, sound, damaged, foreign, newer, locked; transactions and ids."""

import os
import sqlite3
import subprocess
import sys
from collections import deque
from pathlib import Path

import pytest

from quizapp.core.problems import QuizError
from quizapp.store import connection, log, migrations, progress_file
from quizapp.store.database import Database
from tests.store.made import PROGRESS, Clock, code_of, files, opened, review


def test_a_new_folder_is_made_with_safe_files(tmp_path: Path) -> None:
    with opened(tmp_path / "a" / "b") as db:
        assert db.notices == []
        assert len(db.device_id) == 26
        pragma = {
            name: db.con.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "main.journal_mode",
                "main.synchronous",
                "foreign_keys",
                "recursive_triggers",
                "cache.journal_mode",
                "cache.synchronous",
                "busy_timeout",
                "main.user_version",
            )
        }
        assert pragma == {
            "main.journal_mode": "wal",
            "main.synchronous": 2,
            "foreign_keys": 1,
            "recursive_triggers": 1,
            "cache.journal_mode": "wal",
            "cache.synchronous": 0,
            "busy_timeout": 5000,
            "main.user_version": migrations.schema_version(),
        }
    assert files(tmp_path / "a" / "b") == {PROGRESS, "cache.sqlite3", "quizapp.lock"}


def test_what_was_written_is_there_again(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        device = db.device_id
        answer = review(db)
        log.append_review(db, answer)
    with opened(tmp_path, seed=2) as db:
        assert db.device_id == device
        assert list(log.reviews(db)) == [answer]


def test_a_second_instance_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        log.append_review(db, review(db))
        assert code_of(tmp_path) == "already_running"
        log.append_review(db, review(db))
    with opened(tmp_path) as db:
        assert len(list(log.reviews(db))) == 2


def test_a_killed_instance_leaves_no_lock_and_loses_nothing(tmp_path: Path) -> None:
    script = (
        "import os\nfrom pathlib import Path\nfrom tests.store.made import opened, review\n"
        "from quizapp.store import log\n"
        f"db = opened(Path({str(tmp_path)!r}))\nlog.append_review(db, review(db))\nos.kill(os.getpid(), 9)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], check=False, cwd=Path(__file__).parents[2])
    assert ended.returncode == -9
    assert progress_file.is_unclean(tmp_path / PROGRESS)
    with opened(tmp_path) as db:
        assert db.notices == []
        assert len(list(log.reviews(db))) == 1
    assert not progress_file.is_unclean(tmp_path / PROGRESS)


def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(QuizError, match="cannot be used: a file has that name"):
        opened(tmp_path / "file")
    (tmp_path / "a" / "quizapp.lock").mkdir(parents=True)
    assert code_of(tmp_path / "a") == "folder_unusable"
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "quizapp.lock").write_text("garbage" * 200)
    assert code_of(tmp_path / "b") == "folder_unusable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert code_of(tmp_path) == "folder_unusable"


def put_on_shelf(db: Database) -> None:
    db.con.execute(
        "INSERT INTO shelf (card_key, deck_key, note, part, sibling, suspended) VALUES (1, 1, 0, '', NULL, 0)"
    )


def shelf_size(folder: Path) -> int:
    with opened(folder) as db:
        assert db.notices == []
        return db.con.execute("SELECT count(*) FROM cache.shelf").fetchone()[0]


def test_the_cache_stays(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        put_on_shelf(db)
    assert shelf_size(tmp_path) == 1


@pytest.mark.parametrize(
    "statement", ["PRAGMA user_version = 7", "PRAGMA application_id = 7"], ids=["old", "of another progress"]
)
def test_a_cache_that_does_not_fit_starts_anew(tmp_path: Path, statement: str) -> None:
    with opened(tmp_path) as db:
        put_on_shelf(db)
    con = sqlite3.connect(tmp_path / "cache.sqlite3")
    con.execute(statement)
    con.close()
    assert shelf_size(tmp_path) == 0


def test_a_damaged_cache_starts_anew(tmp_path: Path) -> None:
    for data in (b"garbage" * 2000, b""):
        with opened(tmp_path) as db:
            put_on_shelf(db)
        (tmp_path / "cache.sqlite3").write_bytes(data)
        assert shelf_size(tmp_path) == 0


def test_a_cache_damaged_within_is_found_after_an_unclean_end(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        put_on_shelf(db)
    data = (tmp_path / "cache.sqlite3").read_bytes()
    (tmp_path / "cache.sqlite3").write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))
    (tmp_path / (PROGRESS + "-wal")).write_bytes(bytes(100))
    assert shelf_size(tmp_path) == 0


def test_a_cache_that_cannot_be_understood_starts_anew(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        put_on_shelf(db)
    con = sqlite3.connect(tmp_path / "cache.sqlite3")
    con.execute("PRAGMA writable_schema = ON")
    con.execute("UPDATE sqlite_schema SET sql = 'CREATE garbage' WHERE name = 'shelf'")
    con.commit()
    con.close()
    (tmp_path / (PROGRESS + "-wal")).write_bytes(bytes(100))
    assert shelf_size(tmp_path) == 0


def test_a_failure_with_the_cache_lets_go_of_the_files(tmp_path: Path) -> None:
    opened(tmp_path).close()
    (tmp_path / "cache.sqlite3").unlink()
    (tmp_path / "cache.sqlite3").mkdir()
    assert code_of(tmp_path) == "folder_unusable"
    (tmp_path / "cache.sqlite3").rmdir()
    opened(tmp_path).close()


def test_the_cache_of_a_lost_progress_file_is_not_believed(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        put_on_shelf(db)
    (tmp_path / PROGRESS).unlink()
    with opened(tmp_path, seed=2) as db:
        assert db.con.execute("SELECT count(*) FROM cache.shelf").fetchone() == (0,)


def test_reset_cache(db: Database) -> None:
    put_on_shelf(db)
    db.reset_cache()
    assert db.con.execute("SELECT count(*) FROM cache.shelf").fetchone() == (0,)


def test_a_transaction_is_all_or_nothing(db: Database) -> None:
    def failing() -> None:
        with db.transaction():
            db.set_meta("a", "1")
            with db.transaction():
                db.set_meta("b", "2")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert (db.meta("a"), db.meta("b")) == (None, None)
    with db.transaction():
        db.set_meta("a", "1")
    assert db.meta("a") == "1"
    assert not db.con.in_transaction


def test_a_full_disk_is_told_and_nothing_is_half_written(db: Database) -> None:
    log.append_review(db, review(db))
    (pages,) = db.con.execute("PRAGMA main.page_count").fetchone()
    db.con.execute(f"PRAGMA main.max_page_count = {pages}")
    answers = [review(db, f"deck/{number}#") for number in range(1000)]
    with pytest.raises(QuizError) as failed:
        deque((log.append_review(db, answer) for answer in answers), maxlen=0)
    assert failed.value.code == "progress_unwritable"
    assert not db.con.in_transaction
    db.con.execute("PRAGMA main.max_page_count = 100000")
    count = len(list(log.reviews(db)))
    log.append_review(db, review(db, "deck/after#"))
    assert len(list(log.reviews(db))) == count + 1


def test_a_mistake_of_the_program_is_no_quiz_error(db: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), db.transaction():
        db.con.execute("SELECT * FROM nowhere")


def test_a_twin_reads_and_writes_the_same_files(db: Database) -> None:
    with db.twin() as twin:
        assert twin.device_id == db.device_id
        log.append_review(twin, review(twin))
    assert len(list(log.reviews(db))) == 1


def test_ids_rise_even_when_the_clock_goes_back(db: Database, clock: Clock) -> None:
    one = db.new_id()
    clock.at_ms -= 10_000
    assert db.new_id() > one


def test_a_function_is_added_only_where_it_is_missing() -> None:
    con = sqlite3.connect(":memory:")
    connection.provide(con, "sum_of", lambda one, other: one + other)
    connection.provide(con, "round", lambda one, other: -1)
    assert con.execute("SELECT sum_of(1, 2), round(2.6, 0)").fetchone() == (3.0, 3.0)
    con.close()
