"""Damaged files: what can be read is saved, what was there stays."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from quizapp.core.problems import QuizError
from quizapp.store import backups, integrity, log, memory, restoring, salvage, settings, wreck
from quizapp.store.database import Database
from tests.store import wrecks
from tests.store.made import PROGRESS, Clock, answer, event, opened, tables, undo


def studied(db: Database, answers: int, chance: random.Random) -> None:
    """Some answers, undos and flags."""
    for number in range(answers):
        answer(db, f"deck/{chance.randrange(30)}#", chance.randint(1, 4))
        if number % 10 == 9:
            undo(db)
        if number % 15 == 14:
            log.append_event(db, event(db, "flag", f"deck/{number % 30}#"))


@pytest.fixture
def chance() -> random.Random:
    return random.Random(7)


def progress_of(tmp_path: Path, chance: random.Random) -> tuple[set[str], Path]:
    """A profile with a copy, and answers after it; the ids of all answers."""
    clock = Clock()
    with opened(tmp_path / "data", clock) as db:
        db.con.execute("PRAGMA main.synchronous = OFF")
        studied(db, 60, chance)
        backup = backups.make(db)
        studied(db, 60, chance)
        settings.put(db, "new_per_day", 33)
        return {one.review_id for one in log.reviews(db)}, backup


def cured(db: Database) -> bool:
    """What a start passes over is a value, an index, or no part in use: the deep check finds it.

    False where a text of the log itself is no text any more: the check says so, and a repair refuses.
    """
    findings = integrity.check(db).findings
    if any(one.problem.code == "check_page" for one in findings):
        with suppress(QuizError):
            integrity.repair(db).unlink()
        return False
    if any(one.curable for one in findings):
        integrity.repair(db).unlink()
    assert not any(one.curable for one in integrity.check(db).findings)
    return True


def ids(db: Database) -> set[str]:
    return {one.review_id for one in log.reviews(db)}


def test_a_sound_file_is_read_whole(tmp_path: Path, chance: random.Random) -> None:
    everything, _ = progress_of(tmp_path, chance)
    (tmp_path / "work").mkdir()
    with opened(tmp_path / "data") as db:
        found = wreck.read(db.folder / PROGRESS, tmp_path / "work")
        assert found.reviews == {one.review_id: one for one in log.reviews(db)}
        assert found.events == {one.event_id: one for one in log.events(db)}
    assert set(found.reviews) == everything
    assert (found.whole, found.unreadable, found.nameless) == (True, [], set())


def test_pages_alone_give_the_whole_log(tmp_path: Path, chance: random.Random) -> None:
    """Without its first page SQLite reads nothing of it at all."""
    everything, _ = progress_of(tmp_path, chance)
    path = tmp_path / "data" / PROGRESS
    with opened(tmp_path / "data") as db:
        before = {one.review_id: one for one in log.reviews(db)}
    path.write_bytes(bytes(wrecks.PAGE) + path.read_bytes()[wrecks.PAGE :])
    (tmp_path / "work").mkdir()
    found = wreck.read(path, tmp_path / "work")
    assert set(found.reviews) == everything
    assert found.reviews == before
    assert not found.whole


def test_what_is_saved_is_joined_with_the_copy(tmp_path: Path, chance: random.Random) -> None:
    everything, backup = progress_of(tmp_path, chance)
    path = tmp_path / "data" / PROGRESS
    harmed = path.read_bytes()
    harmed = harmed[: len(harmed) // 2 // wrecks.PAGE * wrecks.PAGE]
    path.write_bytes(harmed)
    with opened(tmp_path / "data", Clock(1_790_000_000_000), seed=9) as db:
        (damaged,) = salvage.damaged_files(db.folder)
        answer(db, "since#")
        found = salvage.salvage(db, damaged)
        assert found.backup == backup
        assert next(iter(log.reviews(db))).card_id == "since#", "nothing is changed yet"
        before = tables(db)
        made = restoring.put(db, found.prepared)
        copied = {one.review_id for one in log.reviews(db)} & everything
        assert len(ids(db)) == found.all_answers == len(copied) + 1
        assert len(copied) >= 60
        assert memory.is_current(db)
        assert damaged.read_bytes() == harmed
        restoring.restore(db, made.path)
        assert tables(db) == before


def test_settings_come_along(tmp_path: Path, chance: random.Random) -> None:
    progress_of(tmp_path, chance)
    path = tmp_path / "data" / PROGRESS
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    with opened(tmp_path / "data", seed=9) as db:
        restoring.put(db, salvage.salvage(db, salvage.damaged_files(db.folder)[0]).prepared)
        assert settings.get(db, "new_per_day") == 33


@pytest.mark.parametrize("rounds", [12, pytest.param(200, marks=pytest.mark.slow)])
def test_no_damage_is_a_crash_or_an_overwrite(tmp_path: Path, rounds: int) -> None:
    """The newest good copy is offered, and at least what SQL reads is saved."""
    chance = random.Random(rounds)
    everything, backup = progress_of(tmp_path, chance)
    path = tmp_path / "data" / PROGRESS
    whole, copied = path.read_bytes(), backup.read_bytes()
    told = saved = 0
    for number in range(rounds):
        harmed = chance.choice(wrecks.HARMS)(whole, chance)
        path.write_bytes(harmed)
        work = tmp_path / f"work{number}"
        work.mkdir()
        plain = wrecks.readable_ids(path, work)
        with opened(path.parent, Clock(1_790_000_000_000), seed=number) as db:
            db.con.execute("PRAGMA main.synchronous = OFF")
            if not db.notices and cured(db):
                assert len(ids(db)) == len(everything)
            elif not db.notices:
                found = wreck.read(path, work, backup)
                missed = (plain & everything) - set(found.reviews) - found.nameless
                assert len(missed) <= len(found.unreadable), number
            else:
                told += 1
                (notice,) = db.notices
                assert notice.args["backup"] == str(backup)
                damaged = Path(notice.args["file"])
                assert damaged.read_bytes() == harmed
                found = wreck.read(damaged, work, backup)
                missed = (plain & everything) - set(found.reviews) - found.nameless
                assert len(missed) <= len(found.unreadable), number
                saved += len(set(found.reviews) & everything)
                damaged.unlink()
        assert backup.read_bytes() == copied
        for side in ("", "-wal", "-shm"):
            path.with_name(path.name + side).unlink(missing_ok=True)
    print(
        f"{rounds} times damaged: {told} told, {saved / max(told, 1) / len(everything):.0%} of the log saved"
    )
    assert told > rounds * 0.7


def test_copies_made_after_the_damage_are_no_part_of_it(tmp_path: Path, chance: random.Random) -> None:
    """The first start after the damage copies a new, empty file."""
    everything, backup = progress_of(tmp_path, chance)
    path = tmp_path / "data" / PROGRESS
    path.write_bytes(path.read_bytes()[:3000])
    clock = Clock(1_790_000_000_000)
    with opened(tmp_path / "data", clock, seed=9) as db:
        clock.next_day()
        assert backups.daily(db) is not None
        found = salvage.salvage(db, salvage.damaged_files(db.folder)[0])
        assert (found.backup, found.all_answers) == (backup, 60)
        assert found.all_answers < len(everything)
