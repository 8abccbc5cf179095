"""Backups: whole, thinned with age, restored with a way back."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.core.reviews import Moment
from quizapp.core.settings import Settings
from quizapp.store import backups, log, memory, migrations, restoring
from quizapp.store.database import Database
from tests.store.made import DAY_MS, START_MS, Clock, hasty, review, tables


def test_a_copy_holds_everything_and_stands_alone(db: Database) -> None:
    log.append_review(db, review(db))
    path = backups.make(db)
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    copy = sqlite3.connect(path)
    assert copy.execute("SELECT count(*) FROM review").fetchone() == (1,)
    assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    copy.close()
    (listed,) = backups.listing(db.folder)
    assert (listed.path, listed.size) == (path, path.stat().st_size)
    assert abs(listed.at_ms - db.now().at_ms) < 1000


def test_copies_of_one_moment_do_not_overwrite_each_other(db: Database) -> None:
    moment = db.now()
    paths = [backups.copy(db.con, db.folder / "backups", moment, str(number)) for number in range(3)]
    assert len(set(paths)) == 3
    assert [found.path for found in backups.listing(db.folder)] == paths[::-1]


def test_once_a_study_day(db: Database, clock: Clock) -> None:
    assert backups.daily(db) is not None
    assert backups.daily(db) is None
    clock.at_ms = START_MS + 14 * 3_600_000
    assert db.now().study_day == Moment(START_MS).study_day
    assert backups.daily(db) is None
    clock.at_ms += 3_600_000
    assert backups.daily(db) is not None
    assert len(backups.listing(db.folder)) == 2


def test_a_damaged_file_gives_no_copy(db: Database) -> None:
    log.append_all(db, [review(db, f"deck/{number}#") for number in range(200)])
    db.con.execute("PRAGMA main.wal_checkpoint(TRUNCATE)")
    file = db.folder / "progress.sqlite3"
    data = bytearray(file.read_bytes())
    (root,) = db.con.execute("SELECT rootpage FROM main.sqlite_schema WHERE name = 'memory_due'").fetchone()
    data[(root - 1) * 4096 + 3 : (root - 1) * 4096 + 5] = b"\xff\xff"
    file.write_bytes(data)
    db.con.execute("PRAGMA main.shrink_memory")
    with db.twin() as twin, pytest.raises(QuizError) as failed:
        backups.make(twin)
    assert failed.value.code == "progress_unsound"
    assert list((db.folder / "backups").iterdir()) == []


def test_restore_brings_back_and_keeps_what_was_there(db: Database) -> None:
    log.append_review(db, review(db, "a#"))
    before = tables(db)
    backup = backups.make(db)
    log.append_review(db, review(db, "b#"))
    later = tables(db)
    db.con.execute(
        "INSERT INTO shelf (card_key, deck_key, note, part, sibling, suspended) VALUES (2, 1, 0, '', NULL, 0)"
    )
    kept = restoring.restore(db, backup)
    assert tables(db) == before
    assert memory.is_current(db)
    assert db.con.execute("SELECT count(*) FROM cache.shelf").fetchone() == (0,)
    assert db.con.execute("PRAGMA main.journal_mode").fetchone() == ("wal",)
    log.append_review(db, review(db, "c#"))
    restoring.restore(db, kept)
    assert tables(db) == later
    assert len(backups.listing(db.folder)) == 3


def test_a_copy_put_in_place_by_hand_gets_no_wrong_cache(tmp_path: Path) -> None:
    with hasty(tmp_path) as db:
        backup = backups.make(db)
        db.con.execute(
            "INSERT INTO shelf (card_key, deck_key, note, part, sibling, suspended) "
            "VALUES (2, 1, 0, '', NULL, 0)"
        )
    (tmp_path / "progress.sqlite3").write_bytes(backup.read_bytes())
    with hasty(tmp_path) as db:
        assert db.notices == []
        assert db.con.execute("SELECT count(*) FROM cache.shelf").fetchone() == (0,)


def foreign(path: Path) -> None:
    con = sqlite3.connect(path)
    con.execute("CREATE TABLE recipes (name)")
    con.close()


def newer(path: Path) -> None:
    con = sqlite3.connect(path)
    con.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
    con.execute(f"PRAGMA user_version = {migrations.schema_version() + 1}")
    con.close()


@pytest.mark.parametrize(
    "make",
    [foreign, newer, lambda path: path.write_text("no database" * 500), lambda path: None],
    ids=["foreign", "newer", "text", "missing"],
)
def test_what_is_no_backup_is_not_restored(db: Database, tmp_path: Path, make) -> None:
    log.append_review(db, review(db))
    before = tables(db)
    make(tmp_path / "file.sqlite3")
    with pytest.raises(QuizError) as failed:
        restoring.restore(db, tmp_path / "file.sqlite3")
    assert failed.value.code == "backup_unusable"
    assert tables(db) == before
    assert backups.listing(db.folder) == ()


def test_the_newest_good_copy_is_found(db: Database, clock: Clock) -> None:
    assert backups.newest_good(db.folder) is None
    good = backups.make(db)
    clock.next_day()
    bad = backups.make(db)
    bad.write_bytes(bad.read_bytes()[:5000])
    (bad.parent / "progress-notes.sqlite3").write_text("no stamp in its name")
    assert backups.newest_good(db.folder) == good
    assert len(backups.listing(db.folder)) == 2


def kept_days(folder: Path, days: list[int], per_day: int) -> list[tuple[int, int]]:
    """(days ago, number of copies) that stay of some copies a day, made on these days."""
    (folder / "backups").mkdir(exist_ok=True)
    for path in (folder / "backups").iterdir():
        path.unlink()
    for day in days:
        for number in range(per_day):
            at_ms = START_MS - day * DAY_MS + number * 60_000
            (folder / "backups" / f"progress-{backups.stamp(at_ms)}.sqlite3").touch()
    backups.thin(folder / "backups", Moment(START_MS), Settings())
    ago = [(START_MS - found.at_ms + DAY_MS // 2) // DAY_MS for found in backups.listing(folder)]
    return [(day, ago.count(day)) for day in sorted(set(ago))]


def test_thinning_of_a_year(tmp_path: Path) -> None:
    kept = kept_days(tmp_path, list(range(365)), 3)
    assert kept[:3] == [(0, 3), (1, 3), (2, 1)]
    assert [day for day, _ in kept[:12]] == list(range(12))
    assert all(count == 1 for _, count in kept[2:])
    # 24 November 2025 is a Monday: its week has begun, the nine before end on Sundays.
    assert {1, 8, 15, 22, 29, 36, 43, 50, 57} <= {day for day, _ in kept}
    # The ends of October, September ... April (8 months) beside this one.
    assert {24, 55, 85, 116, 147, 177, 208, 238} <= {day for day, _ in kept}
    assert max(day for day, _ in kept) == 238
    assert len(kept) == 12 + 7 + 8


@given(st.sets(st.integers(0, 500), max_size=60), st.integers(1, 2))
def test_thinning_again_changes_nothing_and_keeps_the_newest(
    tmp_path: Path, days: set[int], per_day: int
) -> None:
    kept = kept_days(tmp_path, sorted(days), per_day)
    names = [found.path for found in backups.listing(tmp_path)]
    backups.thin(tmp_path / "backups", Moment(START_MS), Settings())
    assert [found.path for found in backups.listing(tmp_path)] == names
    assert {day for day, _ in kept} <= days
    if days:
        assert kept[0][0] == min(days)
