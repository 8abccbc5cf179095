"""Killed in the middle of answering; the full number of rounds is slow."""

from pathlib import Path

import pytest

from quizapp.store import log
from tests import kill9
from tests.store.made import opened


@pytest.mark.parametrize("rounds", [5, pytest.param(200, marks=pytest.mark.slow)])
def test_no_acknowledged_answer_is_lost(tmp_path: Path, rounds: int) -> None:
    tally = kill9.run(tmp_path, rounds)
    print(tally)
    assert tally.failures == []
    assert tally.rounds == rounds
    assert tally.unclean > rounds // 2
    assert tally.acknowledged > 10 * rounds


def test_a_loss_would_be_seen(tmp_path: Path) -> None:
    kill9.run(tmp_path, 3)
    with opened(tmp_path) as db:
        ids = {review.review_id for review in log.reviews(db)}
        db.con.execute("UPDATE memory SET reps = reps + 1 WHERE card_key = 1")
        db.con.execute("UPDATE day_total SET again = again + 1")
    failures = kill9._check(tmp_path, {*ids, "Z" * 26}, 99)
    assert len(failures) == 3
    assert failures[0] == "lost: " + "Z" * 26
