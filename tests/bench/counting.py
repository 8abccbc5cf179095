"""The numbers of the statistics screen, of all cards and of some; and Anki's graphs of as many beside them.

`python -m tests.bench stats --cards 100000 --reviews 1000000 --anki PYTHON ../shared/bench/anki_peer.py`
measures both in the same minutes: PYTHON is an interpreter with Anki, the script makes a collection of that
size and asks Anki's backend for the data of its graphs.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from quizapp.app import clock
from quizapp.core.reviews import Graded, Review
from quizapp.core.settings import Settings
from quizapp.core.stats import PERIODS
from quizapp.paths import AppPaths
from quizapp.store import log
from quizapp.store.database import Database
from quizapp.store.shelf import Shelf
from quizapp.store.stats import statistics

FILTER = "is:due"


class _TakenBackError(Exception):
    """Leaves the profile as it was."""


def stats(folder: Path) -> dict[str, Any]:
    """Milliseconds of each period; the first in the process is `cold`."""
    with Database.open(AppPaths.under(folder).data, now=clock, entropy=os.urandom) as db:
        shelf = Shelf(db)

        def ask(query: str, period: Any) -> Callable[[], Any]:
            return lambda: statistics(db, shelf, query, period, settings=Settings())

        found = {"cold_year_ms": _ms(ask("", "year"))}
        found |= {f"{period}_ms": _ms(ask("", period)) for period in PERIODS}
        found["filtered_year_ms"] = _ms(ask(FILTER, "year"))
        try:
            with db.transaction():
                found["answer_ms"] = _ms(lambda: log.append_review(db, _answer(db)))
                found["year_after_an_answer_ms"] = _ms(ask("", "year"))
                raise _TakenBackError
        except _TakenBackError:
            return found


def anki(peer: Sequence[str], cards: int, reviews: int, runs: int) -> dict[str, Any]:
    """Anki's graphs of a collection of that size. peer: interpreter and script."""
    size = ["--notes", str(cards), "--revlog", str(reviews), "--runs", str(runs)]
    done = subprocess.run([*peer, "--only", "graphs", *size], check=True, stdout=subprocess.PIPE, text=True)
    told = json.loads(done.stdout)
    return {"tool": told["tool"], **told["results"][str(cards)]["graphs"]}


def _answer(db: Database) -> Review:
    moment = db.now()
    (card_id,) = db.con.execute("SELECT card_id FROM memory JOIN card USING (card_key) LIMIT 1").fetchone()
    return Review(
        review_id=db.new_id(),
        card_id=card_id,
        session_id="bench",
        device_id="bench",
        moment=moment,
        study_day=moment.study_day,
        mode="study",
        graded=Graded(kind="basic", outcome="unscored"),
        rating=3,
        due_day=moment.study_day + 9,
        visible_ms=5_000,
    )


def _ms(ask: Callable[[], Any]) -> float:
    started = time.perf_counter()
    ask()
    return (time.perf_counter() - started) * 1000
