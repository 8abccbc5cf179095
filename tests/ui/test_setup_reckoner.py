"""Papers from many cards are made in the background: the window is not held up, and can be left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from quizapp.store import exams
from quizapp.ui.screens.exam import ExamPlace
from quizapp.ui.screens.exam_setup import QuizPlace
from quizapp.ui.setup import reckoner
from tests.ui.reader import Reader
from tests.ui.test_exam_setup import deck, opened


@pytest.fixture
def place(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> QuizPlace:
    reader.school.write(deck("Peaks", 20), "peaks.yaml")
    place = opened(reader)
    monkeypatch.setattr(reckoner, "MANY", 10)
    return place


def test_the_exam_begins_when_its_questions_are_there(reader: Reader, place: QuizPlace):
    reader.press(Qt.Key.Key_Return)
    assert reader.window.shown is place
    assert not place.summary.start.isEnabled()
    reader.qtbot.waitUntil(lambda: isinstance(reader.window.shown, ExamPlace))
    assert len(exams.unfinished(reader.school.db)) == 1


def test_leaving_before_that_begins_nothing(reader: Reader, place: QuizPlace):
    reader.press(Qt.Key.Key_Return)
    reader.window.go_home()
    reader.window.kit.work.close()
    QApplication.processEvents()
    assert reader.window.shown is reader.window.home
    assert exams.unfinished(reader.school.db) == ()
