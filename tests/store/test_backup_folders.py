"""Copies on another disk, and beside the progress where that cannot be reached."""

from pathlib import Path

import pytest

from quizapp.store import backup_folders, backups, log, settings
from quizapp.store.database import Database
from tests.store.made import DAY_MS, PROGRESS, Clock, opened, review


@pytest.fixture
def disk(db: Database, tmp_path: Path) -> Path:
    """Another disk, chosen for the copies."""
    disk = tmp_path / "disk"
    disk.mkdir()
    settings.put(db, "backup_folder", str(disk))
    return disk


def test_copies_go_to_the_folder_of_the_settings(db: Database, disk: Path) -> None:
    made = backups.save(db)
    assert (made.path.parent, made.told) == (disk, None)
    assert [one.path for one in backups.listing(db.folder)] == [made.path]
    settings.put(db, "backup_folder", "")
    beside = backups.save(db)
    assert beside.path.parent == db.folder / "backups"
    assert backup_folders.all_of(db.folder) == (db.folder / "backups",)


def test_where_the_disk_is_away_the_copy_lies_beside_and_it_is_told(db: Database, disk: Path) -> None:
    first = backups.save(db)
    disk.rename(disk.with_name("away"))
    made = backups.save(db)
    assert made.path.parent == db.folder / "backups"
    assert made.told is not None
    assert (made.told.code, made.told.severity) == ("backup_folder_unreachable", "warning")
    assert not disk.exists(), "a folder where a disk should be is not made"
    assert [one.path for one in backups.listing(db.folder)] == [made.path]
    disk.with_name("away").rename(disk)
    assert [one.path for one in backups.listing(db.folder)] == [made.path, first.path]


def test_a_file_in_its_place_is_told_too(db: Database, disk: Path) -> None:
    disk.rmdir()
    disk.write_text("no folder")
    assert backups.save(db).told is not None
    assert disk.read_text() == "no folder"


def test_the_copies_of_two_machines_in_one_folder_are_kept_apart(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    clock = Clock()
    for name in ("one", "two"):
        with opened(tmp_path / name, clock, seed=len(list(disk.iterdir())) + 1) as db:
            settings.put(db, "backup_folder", str(disk))
            for _ in range(5):
                assert backups.daily(db) is not None
                clock.next_day(40)
    owners = [one.owner for one in backups.within(disk)]
    assert len(set(owners)) == 2
    assert owners.count(owners[0]) == 5, "thinning never touches what another machine made"


def test_a_damaged_file_finds_the_copies_on_the_other_disk(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with opened(tmp_path / "data") as db:
        settings.put(db, "backup_folder", str(disk))
        log.append_review(db, review(db))
        copy = backups.make(db)
    (tmp_path / "data" / PROGRESS).write_text("nothing to be read here")
    with opened(tmp_path / "data") as db:
        (notice,) = db.notices
        assert (notice.code, notice.args["backup"]) == ("progress_damaged_backup", str(copy))


def test_once_a_day_wherever_the_copies_lie(db: Database, disk: Path) -> None:
    assert backups.daily(db) is not None
    assert backups.daily(db) is None


def test_the_counts_of_the_settings_hold(db: Database, clock: Clock) -> None:
    for key, value in {"backups_daily": 3, "backups_weekly": 0, "backups_monthly": 0}.items():
        settings.put(db, key, value)
    for _ in range(9):
        backups.daily(db)
        clock.next_day()
    assert len(backups.listing(db.folder)) == 3


def test_what_a_crash_left_of_a_copy_goes_a_day_later(db: Database, clock: Clock) -> None:
    folder = db.folder / "backups"
    folder.mkdir()
    drafts = [folder / f"progress-{backups.stamp(db.now().at_ms - age)}.part" for age in (2 * DAY_MS, 0)]
    for draft in (*drafts, folder / "progress-notes.part"):
        draft.touch()
    backups.daily(db)
    assert {path.name for path in folder.glob("*.part")} == {drafts[1].name, "progress-notes.part"}
