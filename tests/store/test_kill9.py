"""Killed in the middle of answers, undos, settings and copies; the full number of rounds is slow."""

from pathlib import Path

import pytest

from quizapp.store import backups, log, settings
from tests import kill9
from tests.kill9_child import COUNTED
from tests.store.made import opened


@pytest.mark.parametrize(
    ("rounds", "seed"),
    [(5, 3), pytest.param(250, 1, marks=pytest.mark.slow), pytest.param(250, 2, marks=pytest.mark.slow)],
)
def test_nothing_acknowledged_is_lost(tmp_path: Path, rounds: int, seed: int) -> None:
    tally = kill9.run(tmp_path, rounds, seed)
    print(tally)
    assert tally.failures == []
    assert tally.rounds == rounds
    assert tally.unclean > rounds // 2
    assert tally.acknowledged > rounds
    assert tally.copies >= rounds // 25


def test_a_loss_would_be_seen(tmp_path: Path) -> None:
    kill9.run(tmp_path, 3)
    with opened(tmp_path / "0") as db:
        ids = {review.review_id for review in log.reviews(db)}
        db.con.execute("UPDATE memory SET reps = reps + 1 WHERE card_key = 1")
        db.con.execute("UPDATE day_total SET again = again + 1")
        counted = settings.get(db, COUNTED)
        copy = backups.make(db)
        torn = backups.make(db)
    torn.write_bytes(torn.read_bytes()[:5000])
    said = kill9.Said({*ids, "Z" * 26}, counted + 1, [(copy, 100_000), (tmp_path / "gone", 0)])
    failures = kill9.check(tmp_path / "0", said, 99)
    assert len(failures) == 7
    assert failures[0] == "lost: " + "Z" * 26
