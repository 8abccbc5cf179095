"""Quizzes and exams: from the plan to the first question, and the list of all that were handed in."""

import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy
from typing import Any

from quizapp.app import clock
from quizapp.core.plan import Plan
from quizapp.paths import AppPaths
from quizapp.store.connection import PROGRESS
from quizapp.store.database import Database
from tests.bench.data import library

SITTINGS, QUESTIONS = 500, 30
CODE = "kite-8402"


def exam_start(folder: Path) -> dict[str, Any]:
    """A quiz of 30 is drawn from all cards and begun: what the set-up screen does, and its Start button."""
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from quizapp import paths
    from quizapp.ui import i18n, theme
    from quizapp.ui.examiner import Examiner
    from quizapp.ui.navigation import Home, Quiz, TakeExam
    from quizapp.ui.services import Services
    from quizapp.ui.window import Window

    qt = QApplication(sys.argv[:1])
    translators = i18n.install(qt, paths.find().bundled_assets / "translations", QLocale("en"))
    theme.install(qt, theme.Theme())
    places = AppPaths.under(folder)
    with _as_before(folder), Database.open(places.data, now=clock, entropy=os.urandom) as db:
        services = Services(db, library(db, places), trace=lambda event: None)
        window = Window(services, decks=places.decks, data=places.data)
        window.show()
        window.go(Quiz())  # what the screens need is imported
        window.go(Home())
        qt.processEvents()
        examiner, plan = Examiner(services), Plan(count=QUESTIONS)
        found, found_ms = _timed(lambda: examiner.candidates(plan))
        _, estimate_ms = _timed(lambda: examiner.estimate(plan, found, CODE))
        started = time.perf_counter()
        attempt = examiner.begin(plan, "", found, CODE)
        assert attempt is not None
        begin_ms = _ms(started)
        window.go(TakeExam(session_id=attempt.session_id))
        qt.processEvents()
        painted_ms = _ms(started)
        window.close()
        del translators
        return {
            "cards": len(found),
            "candidates_ms": found_ms,
            "estimate_ms": estimate_ms,
            "begin_ms": begin_ms,
            "painted_ms": painted_ms,
            "ms": found_ms + painted_ms,
        }


def exam_history(folder: Path) -> dict[str, Any]:
    """All sittings with their scores and trends."""
    from quizapp.store import exams

    places = AppPaths.under(folder)
    with _as_before(folder), Database.open(places.data, now=clock, entropy=os.urandom) as db:
        _sit(db, library(db, places), random.Random(1))
        past, ms = _timed(lambda: exams.history(db))
        return {"sittings": len(past), "ms": ms}


def _sit(db: Database, shelf_of: Any, chance: random.Random) -> None:
    """Take SITTINGS exams, some answers of each right, all at once as a merge would bring them."""
    import msgspec

    from quizapp.core.attempt import Given, Step
    from quizapp.core.kinds import grade
    from quizapp.core.kinds.base import Context, DontKnow
    from quizapp.store import exams, papers

    rows = db.con.execute("SELECT card_key FROM cache.shelf ORDER BY card_key LIMIT 2000")
    cards = papers.candidates(db, [key for (key,) in rows])
    maker = papers.Papers(db, shelf_of.shelf)
    papers_made = [maker.make(Plan(count=QUESTIONS), cards, f"bench-{at}")[1] for at in range(10)]
    db.con.execute("PRAGMA main.synchronous = OFF")
    for number in range(SITTINGS):
        questions = papers_made[number % len(papers_made)]
        attempt = exams.start(db, Plan(count=QUESTIONS), f"bench-{number}", f"Exam {number % 7}", questions)
        for at, posed in enumerate(questions):
            if chance.random() < 0.2:
                verdict = grade(posed.kind, posed.asked, posed.prompt(), DontKnow(), Context())
                given = Given(answer=msgspec.to_builtins(DontKnow()), verdict=verdict, visible_ms=4_000)
                attempt = exams.take(db, attempt, Step(at=at, given=given))
        exams.take(db, attempt, Step(handed_in=True))


@contextmanager
def _as_before(folder: Path) -> Iterator[None]:
    """Leave the profile as it was."""
    progress = AppPaths.under(folder).data / PROGRESS
    before = copy(progress, progress.with_suffix(".before"))
    try:
        yield
    finally:
        Path(before).replace(progress)


def _timed(work: Any) -> tuple[Any, float]:
    started = time.perf_counter()
    found = work()
    return found, _ms(started)


def _ms(started: float) -> float:
    return (time.perf_counter() - started) * 1000
