"""The folds: dropped and rebuilt without a trace, and a stamp that knows when they must be."""

import sqlite3

import pytest

from quizapp.core import schedule
from quizapp.store import compact, log, memory, totals
from quizapp.store.database import Database
from tests.store.made import Clock, drop_folds, event, key_of, review, tables


def play(db: Database, clock: Clock) -> None:
    for number in range(40):
        log.append_review(db, review(db, f"deck/{number % 7}#", 1 + number % 4))
        clock.next_day(number % 3)
    log.append_event(db, event(db, "flag", "deck/1#"))
    log.append_event(db, event(db, "alias", "deck/2#", to="deck/3#"))
    last = log.last_voidable(db, "S")
    assert last is not None
    log.append_event(db, event(db, "void", last.review_id))


def test_folds_dropped_and_rebuilt_are_the_same(db: Database, clock: Clock) -> None:
    play(db, clock)
    before = tables(db)
    assert memory.is_current(db)
    drop_folds(db)
    assert not memory.is_current(db)
    memory.rebuild(db)
    assert memory.is_current(db)
    assert tables(db) == before


def test_a_new_file_needs_no_rebuild(db: Database) -> None:
    assert memory.is_current(db)


def test_other_rules_need_a_rebuild(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    log.append_review(db, review(db))
    monkeypatch.setattr(schedule, "SCHEDULE_VERSION", schedule.SCHEDULE_VERSION + 1)
    assert not memory.is_current(db)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO review SELECT seq + 1, 'R', card_key, session_id, device_id, at_ms, utc_offset_min, "
        "rollover_h, study_day, mode, outcome, rating, rule_version, due_day, prev_review_id, retention, "
        "step_min, fit_id, visible_ms, content_hash, guess FROM review",
        "INSERT INTO event SELECT seq + 1, 'E', type, target, at_ms, utc_offset_min, rollover_h, device_id, "
        "payload FROM event",
    ],
    ids=["review", "event"],
)
def test_a_row_that_came_without_its_folds_needs_a_rebuild(db: Database, statement: str) -> None:
    log.append_review(db, review(db))
    log.append_event(db, event(db, "flag", "deck/note#"))
    assert memory.is_current(db)
    db.con.execute(statement)
    assert not memory.is_current(db)


def test_an_answer_does_not_hide_that_the_folds_are_stale(db: Database) -> None:
    log.append_review(db, review(db))
    drop_folds(db)
    log.append_review(db, review(db))
    log.append_event(db, event(db, "flag", "deck/note#"))
    assert not memory.is_current(db)
    memory.rebuild(db)
    found = memory.get(db, key_of(db, "deck/note#"))
    assert found is not None
    assert found.reps == 2


def test_compact_does_not_hide_that_the_folds_are_stale(db: Database) -> None:
    log.append_review(db, review(db))
    drop_folds(db)
    compact.compact(db)
    assert not memory.is_current(db)


def test_progress_is_told(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_STEP", 10)
    log.append_all(db, [review(db, f"deck/{number}#") for number in range(25)])
    steps: list[tuple[int, int]] = []
    memory.rebuild(db, lambda done, count: steps.append((done, count)))
    assert steps == [(10, 25), (20, 25)]


@pytest.mark.parametrize("answers", [1, 2, 9, 400])
def test_answers_given_while_the_log_is_read_are_not_lost(
    db: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch, answers: int
) -> None:
    """Nobody waits for them, unless there are hundreds again and again: then the file is held at last."""
    play(db, clock)
    monkeypatch.setattr(memory, "_STEP", 3)
    left = [review(db, f"deck/{number}#") for number in range(answers)]
    busy: list[bool] = []

    def meanwhile(done: int, count: int) -> None:
        busy.append(db.con.in_transaction)
        for _ in range(min(len(left), 1 if answers < 400 else 45)):
            if not db.con.in_transaction:
                log.append_review(db, left.pop())

    drop_folds(db)
    memory.rebuild(db, meanwhile)
    assert memory.is_current(db)
    found = tables(db)
    memory.rebuild(db)
    assert tables(db) == found
    assert not busy[0]
    assert not any(busy) or answers == 400


def test_a_rebuild_that_fails_leaves_the_folds_as_they_were(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_STEP", 1)
    log.append_review(db, review(db))
    before = tables(db)

    def stop(done: int, count: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        memory.rebuild(db, stop)
    assert tables(db) == before
    assert memory.is_current(db)


def test_a_replay_reads_an_index_alone_and_sorts_nothing(db: Database) -> None:
    plan = [row[3] for row in db.con.execute(f"EXPLAIN QUERY PLAN {memory._ALL}")]
    assert "SCAN review USING COVERING INDEX review_replay" in plan
    assert not any("TEMP B-TREE FOR ORDER" in step for step in plan)
    plan = [row[3] for row in db.con.execute(f"EXPLAIN QUERY PLAN {totals._OF_CARD}", {"subject": 1})]
    assert any("review_replay (card_key=?)" in step for step in plan)


def test_the_totals_of_a_card() -> None:
    rows = [
        (1, "quiz", 1, 10, 0, 0),
        (1, "study", 1, 20, 0, 60),
        (1, "study", 3, 30, 3_600_000, 0),
        (400, "repeat", 3, 40, 0, -60),
        (400, "study", 3, 50, 0, 0),
        (400, "study", 1, 60, 0, 0),
        (399, "study", 1, 70, 0, 0),
        (0, totals.RESET, 0, 0, 0, 0),
        (401, "study", 1, 80, 0, 0),
        (402, "study", 1, 90, 0, 0),
    ]
    sums = totals.Totals(430)
    sums.take(7, rows)
    assert sums.days == {
        (1, "quiz"): [1, 1, 0, 0, 1, 10, 0, 0],
        (1, "study"): [2, 0, 1, 0, 1, 50, 0, 0],
        (399, "study"): [1, 1, 0, 1, 1, 70, 0, 0],
        (400, "repeat"): [1, 1, 0, 0, 0, 40, 0, 0],
        (400, "study"): [2, 0, 0, 1, 1, 110, 1, 1],
        (401, "study"): [1, 1, 1, 0, 1, 80, 0, 0],
        (402, "study"): [1, 1, 0, 1, 1, 90, 1, 0],
    }
    assert sums.hours == {
        (1, 0): [1, 0, 0],
        (1, 1): [2, 0, 0],
        (399, 0): [1, 0, 0],
        (400, 0): [2, 1, 1],
        (400, 23): [1, 0, 0],
        (401, 0): [1, 0, 0],
        (402, 0): [1, 1, 0],
    }
    assert sums.cards == {(7,): [9, 2, 1, 450, 6, 2, 1, 390, 2, 1, 0, 170]}


def test_card_keys_are_checked(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.con.execute("INSERT INTO alias VALUES (7, 8)")
