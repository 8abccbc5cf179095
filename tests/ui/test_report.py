import logging
import sqlite3
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from quizapp.core import problems
from quizapp.core.problems import Problem, QuizError
from quizapp.ui import reportdialog
from quizapp.ui.i18n import Stretched
from quizapp.ui.report import Reporter, words_of
from quizapp.ui.reportdialog import ReportDialog
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.work import Work
from tests.ui.samples import press


@pytest.fixture(autouse=True)
def messages(monkeypatch):
    monkeypatch.setitem(problems.MESSAGES.own, "disk_full", ("error", "The disk of {place} is full."))


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def reporter(window, monkeypatch):
    reporter = Reporter(window)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return reporter


def boom(error):
    """What the interpreter hands to its hook."""
    try:
        raise error
    except type(error) as caught:
        return type(caught), caught, caught.__traceback__


def dialogs():
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, ReportDialog) and widget.isVisible()
    ]


def words(dialog):
    return [part.text() for part in dialog.findChildren(Label) if part.isVisible()]


def buttons(dialog):
    return {part.text(): part for part in dialog.findChildren(Button) if part.isVisible()}


def details(dialog):
    return dialog.findChild(QPlainTextEdit).toPlainText()


def test_problems_and_errors_in_words(spoken):
    args = {"place": "the {world}"}
    assert words_of(Problem(code="disk_full", args=args)) == "The disk of the {world} is full."
    assert words_of(QuizError("disk_full", **args)) == "The disk of the {world} is full."
    spoken(Stretched)
    assert words_of(QuizError("disk_full", **args)).startswith("[The disk of the {world} is full.")


def test_a_bug_is_logged_and_told_once(reporter, qtbot, caplog):
    with caplog.at_level(logging.ERROR):
        reporter.take(*boom(ZeroDivisionError("first")))
        reporter.take(*boom(KeyError("second")))
    assert [record.exc_info[0] for record in caplog.records] == [ZeroDivisionError, KeyError]
    assert len(dialogs()) == 1
    dialog = dialogs()[0]
    assert "Something went wrong" in words(dialog)
    text = details(dialog)
    assert text.startswith("quizapp ")
    assert text.count("quizapp 0") == 1
    assert text.index("ZeroDivisionError: first") < text.index("KeyError: 'second'")
    assert "test_report.py" in text
    assert len([word for word in words(dialog) if "saved" in word]) == 1
    qtbot.waitUntil(dialog.isActiveWindow)
    press(dialog, Qt.Key.Key_Escape)
    assert dialogs() == []
    reporter.take(*boom(OSError("third")))
    assert "third" in details(dialogs()[0])
    assert "first" not in details(dialogs()[0])
    dialogs()[0].close()


def test_the_details_can_be_copied_by_keyboard(reporter, qtbot):
    reporter.take(*boom(ValueError("for the clipboard")))
    dialog = dialogs()[0]
    qtbot.waitUntil(dialog.isActiveWindow)
    assert QApplication.focusWidget().text() == "Close"
    while QApplication.focusWidget() is not buttons(dialog).get("Copy the details"):
        press(dialog, Qt.Key.Key_Tab)
    press(dialog, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == details(dialog)
    assert "Copied" in buttons(dialog)
    buttons(dialog)["Close"].click()
    assert dialogs() == []


def test_an_error_with_a_sentence_needs_no_details(reporter):
    reporter.take(*boom(QuizError("disk_full", place="home")))
    dialog = dialogs()[0]
    assert words(dialog) == ["That did not work", "The disk of home is full."]
    assert list(buttons(dialog)) == ["Close"]
    reporter.take(*boom(QuizError("disk_full", place="home")))
    reporter.take(*boom(QuizError("disk_full", place="work")))
    assert words(dialog)[1] == "The disk of home is full.\nThe disk of work is full."
    reporter.take(*boom(RuntimeError("and a bug")))
    assert "Something went wrong" in words(dialog)
    assert "and a bug" in details(dialog)
    dialog.close()


def test_the_hook_is_taken_and_given_back(reporter):
    reporter.install()
    assert sys.excepthook == reporter.take
    reporter.uninstall()
    assert sys.excepthook is sys.__excepthook__


def test_a_bug_in_a_worker_is_told(reporter, qtbot):
    reporter.install()
    work = Work()
    failed = []
    work.run(lambda: 1 // 0, on_done=failed.append, on_failed=failed.append)
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert "ZeroDivisionError" in details(dialogs()[0])
    assert len(failed) == 1
    dialogs()[0].close()
    work.close()


def test_ctrl_c_ends_the_program(reporter, capsys):
    reporter.take(*boom(KeyboardInterrupt()))
    assert dialogs() == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_dialog_that_fails_is_not_tried_for_ever(reporter, monkeypatch, caplog):
    tried = []

    def broken(*args):
        tried.append(args)
        reporter.take(*boom(RuntimeError("the dialog too")))
        raise SystemError

    monkeypatch.setattr(reportdialog, "ReportDialog", broken)
    with pytest.raises(SystemError), caplog.at_level(logging.ERROR):
        reporter._show("", "details")
    assert len(tried) == 1
    assert [record.exc_info[0] for record in caplog.records] == [RuntimeError]


def test_damage_of_the_progress_is_told_in_words_and_not_as_a_bug(reporter, qtbot):
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    reporter.take(*boom(error))
    (dialog,) = dialogs()
    assert any("the deep check says what it is" in part for part in words(dialog))
    assert not dialog.findChild(QPlainTextEdit).isVisible()
    dialog.accept()
