"""The log: append-only, idempotent, undone by voids, and always in step with its folds."""

import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from quizapp.core import schedule
from quizapp.core.reviews import Graded, Moment
from quizapp.store import log, memory
from quizapp.store.database import Database
from tests.store.made import (
    FOLDS,
    START_MS,
    TODAY,
    Clock,
    event,
    hasty,
    key_of,
    memory_of,
    opened,
    review,
    tables,
    undo,
)


def test_a_review_comes_back_as_it_was_logged(db: Database) -> None:
    answer = review(
        db,
        moment=Moment(START_MS + 5, utc_offset_min=-480, rollover_h=3),
        graded=Graded(
            kind="multi",
            outcome="partial",
            fraction="2/3",
            because="right_minus_wrong",
            answer={"type": "picked", "texts": ["a", "ü"]},
            hints=1,
            tries=2,
            guess=True,
            confidence=0.85,
            options=5,
            seed=123,
            suggested=2,
            front="Was heißt ‘x’?",
        ),
        rule_version=3,
        due_day=TODAY + 4,
        prev_review_id="P",
        retention=0.87,
        step_min=15,
        fit_id="F",
        content_hash="H",
    )
    log.append_review(db, answer)
    assert list(log.reviews(db)) == [answer]
    assert list(log.reviews(db, "deck/note#")) == [answer]
    assert list(log.reviews(db, "deck/other#")) == []
    assert log.history(db, key_of(db, "deck/note#")) == [answer]
    assert log.of_session(db, "S") == [answer]


def test_an_event_comes_back_as_it_was_logged(db: Database) -> None:
    one = event(db, "exclude", "deck/note#", text="Zetas", more={"a": [1, None]})
    log.append_event(db, one)
    assert list(log.events(db)) == [one]
    assert all(not rows for rows in tables(db, *FOLDS).values())


def test_an_answer_moves_the_memory_and_the_day(db: Database, clock: Clock) -> None:
    first = log.append_review(db, review(db))
    assert first == memory_of(db)
    assert first is not None
    clock.next_day(3)
    second = log.append_review(db, review(db, rating=1, prev_review_id=first.last_review_id))
    assert second is not None
    assert (second.reps, second.lapses, second.step, second.last_day) == (2, 1, 1, TODAY + 3)
    assert tables(db, "day_total")["day_total"] == [
        (TODAY, "study", 1, 1, 1, 0, 0, 4_000, 0, 0),
        (TODAY + 3, "study", 1, 1, 0, 1, 1, 4_000, 1, 0),
    ]
    assert memory.is_current(db)


def test_only_study_moves_the_schedule(db: Database) -> None:
    for mode in ("repeat", "quiz", "exam", "cram"):
        assert log.append_review(db, review(db, mode=mode)) is None
    assert memory_of(db) is None
    assert [row[1:5] for row in tables(db, "day_total")["day_total"]] == [
        ("cram", 1, 0, 0),
        ("exam", 1, 0, 0),
        ("quiz", 1, 0, 0),
        ("repeat", 1, 1, 0),
    ]


def test_the_same_review_again_changes_nothing(db: Database) -> None:
    answer = review(db)
    log.append_review(db, answer)
    before = tables(db)
    assert log.append_review(db, replace(answer, rating=1)) == memory_of(db)
    assert tables(db) == before
    suspend = event(db, "suspend", "deck/note#")
    log.append_event(db, suspend)
    before = tables(db)
    log.append_event(db, replace(suspend, type="unsuspend"))
    assert tables(db) == before


def test_a_rating_that_is_none_is_refused_not_dropped(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        log.append_review(db, review(db, rating=7))
    assert not list(log.reviews(db))
    assert memory.is_current(db)


def test_undo_goes_back_several_steps_and_over_a_restart(tmp_path: Path) -> None:
    states, answers = [], []
    clock = Clock()
    with hasty(tmp_path, clock) as db:
        for number in range(6):
            states.append(tables(db, "memory", "day_total"))
            answers.append(review(db, f"deck/{number % 2}#", rating=1 + number % 4))
            log.append_review(db, answers[-1])
            clock.next_day()
        for _ in range(3):
            assert undo(db) == answers.pop()
            assert tables(db, "memory", "day_total") == states.pop()
    with hasty(tmp_path, clock, seed=2) as db:
        while answers:
            assert undo(db) == answers.pop()
            assert tables(db, "memory", "day_total") == states.pop()
        assert log.last_voidable(db, "S") is None
        assert len(list(log.reviews(db))) == 6
        assert memory.is_current(db)


def test_undo_is_of_the_session_alone(db: Database) -> None:
    mine, other = review(db), review(db, session_id="T")
    log.append_review(db, mine)
    log.append_review(db, other)
    assert log.last_voidable(db, "S") == mine
    undo(db)
    assert log.last_voidable(db, "S") is None
    assert log.of_session(db, "T") == [other]


def test_a_review_that_comes_late_is_put_in_its_place(db: Database) -> None:
    early, late = review(db, rating=1), review(db)
    log.append_review(db, late)
    after = log.append_review(db, early)
    assert after == schedule.replay([early, late])
    assert after is not None
    assert after.last_review_id == late.review_id


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE review SET rating = 4",
        "DELETE FROM review",
        "INSERT OR REPLACE INTO review SELECT * FROM review",
        "UPDATE event SET type = 'flag'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event",
    ],
)
def test_the_log_cannot_be_changed(db: Database, statement: str) -> None:
    log.append_review(db, review(db))
    log.append_event(db, event(db, "suspend", "deck/note#"))
    before = tables(db)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.con.execute(statement)
    assert tables(db) == before


def test_a_durable_database_waits_for_the_disk(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        log.append_review(db, review(db))
        assert (tmp_path / "progress.sqlite3-wal").stat().st_size > 0
