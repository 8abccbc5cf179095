"""The progress file: damaged, foreign, newer, older, half made; never overwritten, never read as empty."""

import sqlite3
from pathlib import Path

import pytest

from quizapp.store import backups, connection, log, memory, migrations, progress_file
from quizapp.store.progress_file import open_progress
from tests.store.made import PROGRESS, Clock, code_of, files, opened, review


def with_backup(folder: Path) -> Path:
    with opened(folder) as db:
        log.append_review(db, review(db))
        backup = backups.make(db)
        log.append_all(db, [review(db, f"deck/{number}#") for number in range(300)])
    return backup


def damage_page(data: bytes) -> bytes:
    middle = len(data) * 3 // 4 // 4096 * 4096
    return data[:middle] + b"\xa5" * 8192 + data[middle + 8192 :]


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (damage_page, "progress_damaged_backup"),
        (lambda data: data[: len(data) // 2], "progress_damaged_backup"),
        (lambda data: b"", "progress_damaged_backup"),
        (lambda data: b"not a database" * 1000, "progress_damaged_backup"),
        (lambda data: bytes(len(data)), "progress_damaged_backup"),
    ],
    ids=["page", "cut", "empty", "text", "zeros"],
)
def test_a_damaged_file_is_set_aside_and_told(tmp_path: Path, harm, code: str) -> None:
    backup = with_backup(tmp_path)
    harmed = harm((tmp_path / PROGRESS).read_bytes())
    (tmp_path / PROGRESS).write_bytes(harmed)
    with opened(tmp_path) as db:
        (notice,) = db.notices
        assert (notice.code, notice.args["backup"]) == (code, str(backup))
        kept = Path(notice.args["file"])
        assert kept.parent == tmp_path
        assert kept.name.startswith("progress.damaged-")
        assert kept.read_bytes() == harmed
        assert list(log.reviews(db)) == []
        assert str(kept) in notice.message
    with opened(tmp_path) as db:
        assert db.notices == []


def test_a_foreign_database_is_set_aside_untouched(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / PROGRESS)
    other.execute("CREATE TABLE recipes (name)")
    other.close()
    data = (tmp_path / PROGRESS).read_bytes()
    (tmp_path / (PROGRESS + "-wal")).write_bytes(b"")
    with opened(tmp_path) as db:
        (notice,) = db.notices
        assert notice.code == "progress_foreign"
        assert Path(notice.args["file"]).read_bytes() == data
        assert notice.severity == "error"


def test_a_progress_file_without_its_tables_is_damaged(tmp_path: Path) -> None:
    hollow = sqlite3.connect(tmp_path / PROGRESS)
    hollow.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
    hollow.execute("PRAGMA user_version = 1")
    hollow.close()
    with opened(tmp_path) as db:
        assert [notice.code for notice in db.notices] == ["progress_damaged"]


def test_damaged_files_never_take_each_others_place(tmp_path: Path) -> None:
    for text in ("one", "two", "three"):
        (tmp_path / PROGRESS).write_text(text)
        (tmp_path / (PROGRESS + "-wal")).write_text(text + " log")
        opened(tmp_path, Clock()).close()
    kept = sorted(path for path in tmp_path.glob("progress.damaged-*.sqlite3"))
    assert {path.read_text() for path in kept} == {"one", "two", "three"}
    for path in kept:
        assert path.with_name(path.name + "-wal").read_text() == path.read_text() + " log"


def test_a_newer_file_is_refused_untouched(tmp_path: Path) -> None:
    opened(tmp_path).close()
    con = sqlite3.connect(tmp_path / PROGRESS)
    con.execute(f"PRAGMA user_version = {migrations.schema_version() + 1}")
    con.close()
    before = (tmp_path / PROGRESS).read_bytes()
    assert code_of(tmp_path) == "progress_newer"
    assert (tmp_path / PROGRESS).read_bytes() == before


def test_a_file_that_cannot_be_read_is_not_taken_for_damaged(tmp_path: Path) -> None:
    opened(tmp_path).close()
    (tmp_path / PROGRESS).unlink()
    (tmp_path / PROGRESS).mkdir()
    assert code_of(tmp_path) == "progress_unreadable"
    assert (tmp_path / PROGRESS).is_dir()


def test_a_file_that_another_program_holds_is_not_taken_for_damaged(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(connection, "BUSY_MS", 10)
    opened(tmp_path).close()
    other = sqlite3.connect(tmp_path / PROGRESS, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    assert code_of(tmp_path) == "progress_unreadable"
    other.close()
    with opened(tmp_path) as db:
        assert db.notices == []


def test_a_large_file_is_read_through_after_an_unclean_end_only(tmp_path: Path, monkeypatch) -> None:
    with_backup(tmp_path)
    monkeypatch.setattr(progress_file, "CHECK_BELOW", 0)
    (tmp_path / PROGRESS).write_bytes(damage_page((tmp_path / PROGRESS).read_bytes()))
    con, notices, unclean = open_progress(tmp_path, Clock()(), "token")
    con.close()
    assert (notices, unclean) == ([], False)
    (tmp_path / (PROGRESS + "-wal")).write_bytes(bytes(100))
    con, notices, unclean = open_progress(tmp_path, Clock()(), "token")
    con.close()
    assert [notice.code for notice in notices] == ["progress_damaged_backup"]
    assert unclean


def test_a_crash_while_the_file_was_made_is_no_damage(tmp_path: Path) -> None:
    (tmp_path / (PROGRESS + ".new")).write_text("half a file")
    with opened(tmp_path) as db:
        assert db.notices == []
    assert files(tmp_path) == {PROGRESS, "cache.sqlite3", "quizapp.lock"}


def test_an_older_file_is_backed_up_then_brought_up_to_date(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        log.append_review(db, review(db))
    version = migrations.schema_version()
    steps = (*migrations.STEPS, "ALTER TABLE param_fit ADD COLUMN note TEXT", "DROP TABLE param_fit")
    con, notices, _ = open_progress(tmp_path, Clock()(), "token", steps)
    assert notices == []
    assert con.execute("PRAGMA user_version").fetchone() == (version + 2,)
    assert not con.execute("SELECT 1 FROM sqlite_schema WHERE name = 'param_fit'").fetchone()
    assert con.execute("SELECT count(*) FROM review").fetchone() == (1,)
    con.close()
    (backup,) = backups.listing(tmp_path)
    copy = sqlite3.connect(backup.path)
    assert copy.execute("PRAGMA user_version").fetchone() == (version,)
    assert copy.execute("SELECT count(*) FROM review").fetchone() == (1,)
    copy.close()
    con, _, _ = open_progress(tmp_path, Clock()(), "token", steps)
    con.close()
    assert len(backups.listing(tmp_path)) == 1


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    opened(tmp_path).close()
    steps = (*migrations.STEPS, "CREATE TABLE fine (a); CREATE TABLE bad (", "CREATE TABLE never (a)")
    with pytest.raises(sqlite3.OperationalError):
        open_progress(tmp_path, Clock()(), "token", steps)
    with opened(tmp_path) as db:
        names = {name for (name,) in db.con.execute("SELECT name FROM main.sqlite_schema")}
        assert not {"fine", "never"} & names
        assert db.con.execute("PRAGMA main.user_version").fetchone() == (migrations.schema_version(),)


VERSION_1 = """
DROP VIEW curve;
DROP TABLE hour_total;
DROP TABLE card_total;
DROP TABLE unread;
DROP TABLE sync_file;
DROP TABLE sync_line;
DROP TABLE past;
DROP TABLE guess;
DROP TABLE regrade;
DROP VIEW standing;
CREATE VIEW standing AS
SELECT review.*, coalesce(alias.new_key, review.card_key) AS subject
FROM review
LEFT JOIN alias ON alias.old_key = review.card_key
WHERE NOT EXISTS (SELECT 1 FROM dead WHERE dead.seq = review.seq);
UPDATE meta SET value = '1' || substr(value, instr(value, '.')) WHERE key = 'folded';
PRAGMA user_version = 1;
"""


def schema(con: sqlite3.Connection) -> list[tuple[str, str]]:
    rows = con.execute("SELECT name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
    return [(name, " ".join(sql.split())) for name, sql in rows]


def test_a_file_of_the_first_version_becomes_like_a_new_one(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        answer = review(db)
        log.append_review(db, answer)
        new = schema(db.con)
    con = sqlite3.connect(tmp_path / PROGRESS)
    con.executescript(VERSION_1)
    con.close()
    with opened(tmp_path, seed=2) as db:
        assert schema(db.con) == new
        assert not memory.is_current(db)
        memory.rebuild(db)
        assert log.history(db, 1) == [answer]
