"""Repair and purge on the screen of copies: the window lives, nothing else is done, one can stop it."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.problems import QuizError
from quizapp.store import compact, integrity, log
from quizapp.store.database import Database
from quizapp.ui.busysheet import BusySheet
from quizapp.ui.navigation import Home, Study
from quizapp.ui.services import Changes
from quizapp.ui.work import Progress
from tests.journeys.learner import Learner
from tests.ui.test_backups import answers, opened, rows, settled, student

__all__ = ["student"]
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def sheet() -> BusySheet | None:
    shown = QApplication.activeModalWidget()
    return shown if isinstance(shown, BusySheet) else None


class Held:
    """A change that waits in its thread until the test has looked."""

    def __init__(self, change: Callable[[Database, Progress], Path]) -> None:
        self._change, self._goes_on, self.begun = change, Event(), 0

    def __call__(self, db: Database, progress: Progress) -> Path:
        self.begun += 1
        progress(1, 4)
        assert self._goes_on.wait(20)
        return self._change(db, progress)

    def go_on(self) -> None:
        self._goes_on.set()


def put_purge(learner: Learner) -> None:
    (only,) = log.reviews(learner.app.db)
    learner.app.services.mark("tombstone", only.card_id, None)


def test_nothing_else_is_done_while_the_log_is_purged(
    student: Learner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(compact.compact)
    monkeypatch.setattr(compact, "compact", held)
    put_purge(student)
    screen = opened(student)
    screen.compact.start.setFocus()
    student.press(ENTER)
    settled(student)
    told: list[Changes] = []
    student.app.services.changed.connect(told.append)
    student.press(ENTER)
    qtbot.waitUntil(lambda: held.begun == 1 and sheet() is not None)
    over = sheet()
    assert over is not None
    qtbot.waitUntil(lambda: over.bar.value() == 1)
    assert over.bar.maximum() == 4
    assert over.isModal(), "no key and no click reach the window"
    screen.compact.followed.emit()
    assert (held.begun, told) == (1, []), "a second press does nothing"
    held.go_on()
    settled(student)
    assert sheet() is None
    assert [change.replaced for change in told] == [True]
    assert screen.compact.result.text().startswith("Done. The copy ")
    assert student.focus is screen.compact.start
    assert answers(student) == 0


def test_a_purge_that_is_stopped_leaves_all_in_place(
    student: Learner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(compact.compact)
    monkeypatch.setattr(compact, "compact", held)
    put_purge(student)
    screen = opened(student)
    screen.compact.start.setFocus()
    student.press(ENTER)
    settled(student)
    student.press(ENTER)
    qtbot.waitUntil(lambda: held.begun == 1 and sheet() is not None)
    over = sheet()
    assert over is not None
    qtbot.keyClick(over, ESC)
    assert over.isVisible(), "not before the worker has ended"
    assert over.words.text() == "Stopping at the next safe place …"
    held.go_on()
    settled(student)
    assert sheet() is None
    assert answers(student) == 1
    assert screen.compact.result.text() == "Stopped. Nothing has gone."
    assert student.focus is screen.compact.follow
    student.press(ENTER)
    settled(student)
    assert answers(student) == 0


def test_a_sitting_is_left_before_a_repair_and_another_begins_after_it(
    student: Learner, qtbot: QtBot
) -> None:
    screen = opened(student)
    student.app.db.con.execute("UPDATE memory SET reps = 9")
    screen.check.start.setFocus()
    student.press(ENTER)
    settled(student)
    screen.check.follow.setFocus()
    student.press(ENTER)
    settled(student)
    assert screen.check.result.text().startswith("Repaired.")
    assert not integrity.check(student.app.db).findings
    assert len(rows(screen)) == 2
    qtbot.waitUntil(student._ready)
    student.window.go(Study())
    student.answer()
    assert answers(student) == 2
    student.window.go(Home())


def test_a_failure_is_told_and_frees_the_window(student: Learner, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(db: Database, progress: Progress) -> Path:
        raise QuizError("backup_unwritable", folder="/away", reason="the disk is full")

    monkeypatch.setattr(compact, "compact", fails)
    put_purge(student)
    screen = opened(student)
    screen.compact.start.setFocus()
    student.press(ENTER)
    settled(student)
    student.press(ENTER)
    settled(student)
    assert sheet() is None
    assert "the disk is full" in screen.told.text()
    assert answers(student) == 1
