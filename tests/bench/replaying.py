"""The whole log again: what a start after another version, a merge or a fit costs."""

import os
import time
from pathlib import Path
from typing import Any

from quizapp.app import clock
from quizapp.core import evaluate
from quizapp.core.fsrs6 import STANDARD
from quizapp.paths import AppPaths
from quizapp.store import fit, memory
from quizapp.store.database import Database


def replay(folder: Path) -> dict[str, Any]:
    """py-fsrs over all reviews; all folds anew, on the disk; reading and predicting, as a fit does."""
    with Database.open(AppPaths.under(folder).data, now=clock, entropy=os.urandom) as db:
        (reviews,) = db.con.execute("SELECT count(*) FROM review").fetchone()
        days, replay_ms = _timed(memory.due_days, db, STANDARD)
        assert days == dict(db.con.execute("SELECT card_key, due_day FROM memory"))
        _, rebuild_ms = _timed(memory.rebuild, db)
        histories, read_ms = _timed(fit.histories, db)
        found, predict_ms = _timed(evaluate.predictions, histories)
        return {
            "replay_ms": replay_ms,
            "rebuild_ms": rebuild_ms,
            "read_ms": read_ms,
            "predict_ms": predict_ms,
            "reviews": reviews,
            "predictions": len(found),
        }


def _timed(fn: Any, *args: Any) -> tuple[Any, float]:
    started = time.perf_counter()
    result = fn(*args)
    return result, (time.perf_counter() - started) * 1000
