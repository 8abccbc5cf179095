"""Killed in the middle of an exam; the full number of rounds is slow."""

from pathlib import Path

import pytest

from tests import kill9_exam
from tests.store.made import opened


@pytest.mark.parametrize("rounds", [5, pytest.param(50, marks=pytest.mark.slow)])
def test_answers_order_flags_and_time_are_there(tmp_path: Path, rounds: int) -> None:
    tally = kill9_exam.run(tmp_path, rounds)
    print(tally)
    assert tally.failures == []
    assert tally.rounds == rounds
    assert tally.amid > rounds // 3
    assert tally.steps > 5 * rounds


def test_a_loss_would_be_seen(tmp_path: Path) -> None:
    said = kill9_exam._live_and_die(tmp_path, 1, 1.0)
    assert kill9_exam.check(tmp_path, said, 1) == []
    assert said[0].steps > 10
    with opened(tmp_path) as db:
        last = "SELECT max(event_id) FROM event WHERE type = 'step' AND target = ?"
        triggers = [
            name for (name,) in db.con.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        ]
        for name in triggers:
            db.con.execute(f"DROP TRIGGER {name}")
        found = db.con.execute(last, (said[0].session_id,)).fetchone()
        db.con.execute("DELETE FROM event WHERE event_id = ?", found)
    assert kill9_exam.check(tmp_path, said, 1) != []
