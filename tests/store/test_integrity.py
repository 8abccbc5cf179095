"""The deep check finds each sort of damage and names it; the repair brings back what follows from the log."""

import random
from collections.abc import Callable

import pytest

from quizapp.core.problems import QuizError
from quizapp.store import backups, integrity, log, memory, totals
from quizapp.store.database import Database
from tests.full_disk import full_disk
from tests.store.made import Clock, answer, event, fresh, tables, undo


@pytest.fixture
def used(db: Database) -> Database:
    chance = random.Random(3)
    for number in range(40):
        answer(db, f"{chance.randrange(6)}#", chance.randint(1, 4))
        if number % 8 == 7:
            undo(db)
    log.append_event(db, event(db, "flag", "1#"))
    log.append_event(db, event(db, "alias", "2#", to="3#"))
    return db


def codes(db: Database) -> list[str]:
    return [one.problem.code for one in integrity.check(db).findings]


def test_nothing_is_found_where_nothing_is_wrong(used: Database) -> None:
    report = integrity.check(used)
    assert report == integrity.Report((), answers=40, events=7, cards=6)
    assert {path.name.split("-")[0] for path in used.folder.iterdir()}.isdisjoint({"check"})


def drop_trigger(db: Database) -> None:
    db.con.execute("DROP TRIGGER review_is_final")


def loosen_trigger(db: Database) -> None:
    db.con.execute("DROP TRIGGER review_stays")
    db.con.execute("CREATE TRIGGER review_stays BEFORE DELETE ON review WHEN 0 BEGIN SELECT 1; END")


def drop_index(db: Database) -> None:
    db.con.execute("DROP INDEX review_replay")


def change_memory(db: Database) -> None:
    db.con.execute("UPDATE memory SET reps = reps + 1 WHERE card_key = 1")


def change_totals(db: Database) -> None:
    db.con.execute("UPDATE day_total SET again = again + 1")


def lose_state(db: Database) -> None:
    db.con.execute("DELETE FROM card_state")


def lose_voids(db: Database) -> None:
    db.con.execute("DELETE FROM dead")


def forget_folds(db: Database) -> None:
    db.con.execute("UPDATE meta SET value = 'x' WHERE key = 'folded'")


@pytest.mark.parametrize(
    ("harm", "code", "args"),
    [
        (drop_trigger, "check_schema", {"name": "review_is_final"}),
        (loosen_trigger, "check_schema", {"name": "review_stays"}),
        (drop_index, "check_schema", {"name": "review_replay"}),
        (change_memory, "check_fold", {"count": "1", "table": "memory"}),
        (change_totals, "check_fold", {"count": "1", "table": "day_total"}),
        (lose_state, "check_fold", {"count": "1", "table": "card_state"}),
        (lose_voids, "check_fold", {"count": "5", "table": "dead"}),
        (forget_folds, "check_stale", {}),
    ],
)
def test_what_follows_from_the_log_is_repaired(
    used: Database, harm: Callable[[Database], None], code: str, args: dict[str, str]
) -> None:
    before = tables(used)
    harm(used)
    (finding,) = integrity.check(used).findings
    assert (finding.problem.code, finding.problem.args, finding.curable) == (code, args, True)
    assert "Repair" in finding.problem.message
    integrity.repair(used)
    assert codes(used) == []
    assert tables(used) == before
    assert memory.is_current(used)


def test_what_cannot_be_read_is_listed_and_stays(used: Database) -> None:
    for trigger in ("review_is_final", "event_is_final"):
        used.con.execute(f"DROP TRIGGER {trigger}")
    used.con.execute("UPDATE review SET outcome = '{' WHERE seq IN (3, 5)")
    used.con.execute("UPDATE event SET payload = '[]' WHERE seq = 2")
    used.con.execute("PRAGMA foreign_keys = OFF")
    used.con.execute("DELETE FROM card WHERE card_id = '5#'")
    found = {one.problem.code: one for one in integrity.check(used).findings}
    assert found["check_answer"].problem.args == {"count": "2", "rows": "3, 5"}
    assert found["check_event"].problem.args == {"count": "1", "rows": "2"}
    assert (found["check_reference"].problem.args["parent"], found["check_reference"].curable) == (
        "card",
        False,
    )
    integrity.repair(used)
    assert {"check_answer", "check_event", "check_reference"} <= set(codes(used))
    assert used.con.execute("SELECT count(*) FROM review").fetchone() == (40,)


def test_an_index_that_says_something_else_is_made_anew(used: Database) -> None:
    """What a quick check passes over."""
    used.con.execute("PRAGMA writable_schema = ON")
    used.con.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, 'due_day', 'last_day') WHERE name = 'memory_due'"
    )
    used.con.execute("PRAGMA writable_schema = RESET")
    used.con.execute("REINDEX memory_due")
    assert "check_schema" in codes(used)
    integrity.repair(used)
    assert codes(used) == []


def test_the_folds_are_those_that_the_schema_marks() -> None:
    assert {"dead", "regrade", "alias", "card_state", "memory", "day_total"} <= set(integrity.folds())
    assert {"review", "event", "card", "setting", "meta"}.isdisjoint(integrity.folds())


def test_an_unsound_file_is_copied_as_it_is_before_a_repair(used: Database) -> None:
    """Such a copy does not look like a backup, and is not restored as one."""
    used.con.execute("PRAGMA main.wal_checkpoint(TRUNCATE)")
    (root,) = used.con.execute("SELECT rootpage FROM main.sqlite_schema WHERE name = 'memory_due'").fetchone()
    file = used.folder / "progress.sqlite3"
    data = bytearray(file.read_bytes())
    data[(root - 1) * 4096 + 3 : (root - 1) * 4096 + 5] = b"\xff\xff"
    file.write_bytes(data)
    used.con.execute("PRAGMA main.shrink_memory")
    with used.twin() as twin:
        kept = backups.copy_as_it_is(twin)
    assert kept.name.startswith("progress.damaged-")
    assert not backups.is_usable(kept)
    assert backups.listing(used.folder) == ()
    assert {one.problem.code for one in integrity.check(used).findings} >= {"check_page"}


def test_a_check_on_a_full_disk_says_so_and_finds_no_damage(used: Database) -> None:
    with full_disk(), pytest.raises(QuizError, match=r"The check could not be made in .*full"):
        integrity.check(used)
    assert codes(used) == []


@pytest.mark.parametrize("days", [1, 29, 30, 365, 366, -400])
def test_spans_that_end_with_another_day_are_no_damage(days: int) -> None:
    """They are moved on when statistics are next looked at, which may be after the check."""
    clock = Clock()
    with fresh(clock) as db:
        for _ in range(3):
            answer(db, "deck/a#")
            clock.next_day()
        memory.rebuild(db)
        clock.next_day(days)
        assert totals.day_of(db) != db.now().study_day
        assert codes(db) == []
        db.con.execute("UPDATE card_total SET month_reviews = 9")
        assert codes(db) == ["check_fold"]
        integrity.repair(db)
        assert codes(db) == []
