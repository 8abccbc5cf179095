"""What is measured inside a fresh process: `python -m tests.bench.inside ITEM FOLDER` prints JSON."""

import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

ANSWERS = 200
LOOK_MS = 1_000
"""How long somebody looks at home before the first key."""
INDEXING_MS = 3_000
"""How long the search index is watched while it catches up."""


def _ms(started: float) -> float:
    return (time.perf_counter() - started) * 1000


def load_warm(folder: Path) -> dict[str, Any]:
    """Open the files, survey the folders: everything is known already."""
    from quizapp.app import clock
    from quizapp.paths import AppPaths
    from quizapp.store.database import Database
    from tests.bench.data import library

    paths = AppPaths.under(folder)
    started = time.perf_counter()
    with Database.open(paths.data, now=clock, entropy=os.urandom) as db:
        changed = bool(library(db, paths).refresh())
        return {"ms": _ms(started), "changed": changed, "parsed_yaml": "yaml" in sys.modules}


def load_cold(folder: Path) -> dict[str, Any]:
    """Without the cache: every deck is parsed, settled and indexed."""
    from quizapp.app import clock
    from quizapp.paths import AppPaths
    from quizapp.store.database import Database
    from tests.bench.data import library

    copy = folder.with_name(folder.name + "-cold")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder / "decks", copy / "decks")
    paths = AppPaths.under(copy)
    started = time.perf_counter()
    with Database.open(paths.data, now=clock, entropy=os.urandom) as db:
        library(db, paths).refresh()
    elapsed = _ms(started)
    shutil.rmtree(copy)
    return {"ms": elapsed}


def home(folder: Path) -> dict[str, Any]:
    """The counts of all decks, and everything else that home shows."""
    from quizapp.app import clock
    from quizapp.core.settings import Settings
    from quizapp.paths import AppPaths
    from quizapp.store import due
    from quizapp.store.database import Database

    with Database.open(AppPaths.under(folder).data, now=clock, entropy=os.urandom) as db:
        started = time.perf_counter()
        rows = due.counts(db, clock())
        counts_ms = _ms(started)
        started = time.perf_counter()
        due.overview(db, clock(), Settings())
        return {"counts_ms": counts_ms, "overview_ms": _ms(started), "decks": len(rows)}


def first_card(folder: Path) -> dict[str, Any]:
    """From the key press on home to the first question on the display."""
    with _Desk(folder) as desk:
        return {"ms": desk.begin()}


def answer(folder: Path) -> dict[str, Any]:
    """Many answers: until the verdict is painted, until it is on the disk, until the next question is."""
    from tests.bench.process import memory_mb

    with _Desk(folder) as desk:
        desk.begin()
        verdicts, commits, steps = [], [], []
        for _ in range(ANSWERS):
            verdicts.append(desk.give_up())
            commit, step = desk.rate()
            commits.append(commit)
            steps.append(step)
        return {
            "verdict_ms": verdicts,
            "commit_ms": commits,
            "next_painted_ms": steps,
            **memory_mb(os.getpid()),
        }


def block(folder: Path) -> dict[str, Any]:
    """The longest time that the window stands still while all decks come in without a cache."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from quizapp.app import App
    from quizapp.paths import AppPaths

    copy = folder.with_name(folder.name + "-block")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder / "decks", copy / "decks")
    qt = QApplication(sys.argv[:1])
    app = App(AppPaths.under(copy))
    loop, pulse = QEventLoop(), QTimer(interval=0)
    beats = [time.perf_counter()]
    pulse.timeout.connect(lambda: beats.append(time.perf_counter()))
    app.ready.connect(lambda: QTimer.singleShot(INDEXING_MS, loop.quit))
    app.show()
    pulse.start()
    loop.exec()
    app.close()
    shutil.rmtree(copy)
    del qt
    return {"longest_ms": max(later - earlier for earlier, later in pairwise(beats)) * 1000}


class _Desk:
    """The app on screen, pressed by key."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtCore import QEventLoop, QTimer
        from PySide6.QtWidgets import QApplication

        from quizapp.app import App
        from quizapp.paths import AppPaths
        from quizapp.store.connection import PROGRESS

        self._progress = AppPaths.under(folder).data / PROGRESS
        self._before = shutil.copy(self._progress, self._progress.with_suffix(".before"))
        self.qt = QApplication(sys.argv[:1])
        self.app = App(AppPaths.under(folder))
        self.app.services.set("reviews_per_day", 9999, None)
        self.app.services.trace = self._trace
        self.committed = 0.0
        loop = QEventLoop()
        self.app.ready.connect(loop.quit)
        QTimer.singleShot(60_000, loop.quit)
        self.app.show()
        loop.exec()
        QTimer.singleShot(LOOK_MS, loop.quit)
        loop.exec()

    def __enter__(self) -> "_Desk":
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the profile as it was: the next process finds the same cards due."""
        self.app.close()
        Path(self._before).replace(self._progress)

    def _trace(self, event: str) -> None:
        if event == "answer_committed":
            self.committed = time.perf_counter()

    def begin(self) -> float:
        """Study what is due."""
        from quizapp.ui.navigation import Study

        started = time.perf_counter()
        self.app.window.go(Study())
        self._paint()
        return _ms(started)

    def give_up(self) -> float:
        """I don't know, whatever the kind: graded, explained, painted."""
        from quizapp.ui.screens.study import StudyScreen

        started = time.perf_counter()
        screen = self.app.window.shown
        assert isinstance(screen, StudyScreen)
        screen.dont_know()
        self._paint()
        return _ms(started)

    def rate(self) -> tuple[float, float]:
        """Good, by key, whatever the answer was: each card is seen once."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        started = time.perf_counter()
        QTest.keyClick(self.qt.focusWidget(), Qt.Key.Key_3)
        self._paint()
        return (self.committed - started) * 1000, _ms(started)

    def _paint(self) -> None:
        """What the running app would do now: paint, then let go of what was on screen before."""
        from PySide6.QtCore import QEvent

        self.qt.processEvents()
        self.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _elsewhere(module: str, item: str) -> Callable[[Path], dict[str, Any]]:
    """An item of a module of its own, which is loaded to measure it alone."""

    def measure(folder: Path) -> dict[str, Any]:
        measured: dict[str, Any] = getattr(import_module(f"tests.bench.{module}"), item)(folder)
        return measured

    return measure


ITEMS: dict[str, Callable[[Path], dict[str, Any]]] = {
    "home": home,
    "first_card": first_card,
    "answer": answer,
    "load_cold": load_cold,
    "load_warm": load_warm,
    "block": block,
    "grade": _elsewhere("grading", "grade"),
    "search": _elsewhere("searching", "search"),
    "browse_scroll": _elsewhere("browsing", "browse_scroll"),
    "edit_reload": _elsewhere("editing", "edit_reload"),
    "exam_start": _elsewhere("examining", "exam_start"),
    "exam_history": _elsewhere("examining", "exam_history"),
    "stats": _elsewhere("counting", "stats"),
    "replay": _elsewhere("replaying", "replay"),
    "card_history": _elsewhere("remembering", "card_history"),
    "backup": _elsewhere("keeping", "backup"),
    "export_apkg": _elsewhere("packaging", "export_apkg"),
    "import_apkg": _elsewhere("packaging", "import_apkg"),
    "import_csv": _elsewhere("tables", "import_csv"),
}

if __name__ == "__main__":
    print(json.dumps(ITEMS[sys.argv[1]](Path(sys.argv[2]))))
