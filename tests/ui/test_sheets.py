"""Sheets over the window: by keyboard, closed without a trace, and what they say."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.problems import Problem, Where
from quizapp.core.query import KEYS
from quizapp.ui import theme
from quizapp.ui.bindings import cap_of, of
from quizapp.ui.browse.searchsheet import SearchSheet
from quizapp.ui.key_lists import LISTS
from quizapp.ui.keysheet import KeySheet
from quizapp.ui.linksheet import LinkSheet
from quizapp.ui.problems import ProblemsDialog
from quizapp.ui.sheet import Sheet
from quizapp.ui.widgets.label import Label
from tests.ui.reader import windows
from tests.ui.samples import clipped, settle
from tests.ui.stage import show

PROBLEMS = (
    Problem(code="document_second", where=Where("/decks/a.yaml", 3, 7)),
    Problem(code="claim_without_by", where=Where("/decks/b.yaml"), args={"status": "claim"}),
    Problem(code="document_second", where=Where()),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    return show(qtbot, QWidget(), width=900)


def opened(qtbot: QtBot, sheet: Sheet) -> Sheet:
    sheet.open()
    qtbot.waitUntil(sheet.isActiveWindow)
    return sheet


def labels(sheet: QWidget) -> list[str]:
    return [label.text() for label in sheet.findChildren(Label) if label.isVisible() and label.text()]


def made(name: str, window: QWidget) -> Sheet:
    return {
        "keys": lambda: KeySheet(window),
        "problems": lambda: ProblemsDialog(PROBLEMS, window),
        "search": lambda: SearchSheet(window),
        "link": lambda: LinkSheet("https://example.org", window),
    }[name]()


@pytest.mark.parametrize("name", ["keys", "problems", "search", "link"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_opened_and_closed_by_keyboard(qtbot: QtBot, window: QWidget, name: str, key: Qt.Key):
    sheet = opened(qtbot, made(name, window))
    assert QApplication.focusWidget() is sheet.close_button
    qtbot.keyClick(sheet.close_button, key)
    assert windows() == [window]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(Sheet) == []


@pytest.mark.parametrize("name", ["keys", "problems", "search", "link"])
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_clipped_and_the_sheet_is_no_larger_than_its_window(
    qtbot: QtBot, window: QWidget, name: str, percent: int
):
    theme.install(QApplication.instance(), theme.Theme(text_percent=percent))  # type: ignore[arg-type]
    sheet = opened(qtbot, made(name, window))
    settle()
    assert list(clipped(sheet)) == []
    assert sheet.width() <= window.width()
    assert sheet.height() <= window.height()
    sheet.close()


@pytest.mark.parametrize("name", ["keys", "problems"])
def test_a_long_sheet_is_scrolled_by_key(qtbot: QtBot, window: QWidget, name: str):
    window.resize(500, 260)
    sheet = opened(qtbot, made(name, window))
    settle()
    bar = sheet._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    if bar.value() == 0:
        qtbot.keyClick(sheet.close_button, Qt.Key.Key_Tab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() > 0
    sheet.close()


def test_a_sheet_without_a_window(qtbot: QtBot):
    sheet = Sheet("Title")
    qtbot.addWidget(sheet)
    opened(qtbot, sheet)
    assert sheet.windowTitle() == "Title"
    assert labels(sheet)[0] == "Title"
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    sheet.close()


def test_every_key_is_listed_with_what_it_is_while_typing(qtbot: QtBot, window: QWidget):
    sheet = opened(qtbot, KeySheet(window))
    said = labels(sheet)
    assert said[:2] == ["All keys", "While studying"]
    for one in LISTS:
        assert one.title in said
        for binding in of(one.scope):
            assert not binding.key or any(cap_of(binding.key) in words for words in said)
            assert not binding.key or binding.label in said
    assert "Enter or E" in said, "both keys that edit a row"
    assert "rate: Good" not in said, "it has no key at first"
    assert "Alt H while typing" in said
    assert "F1 while typing" in said
    assert not any(words.startswith(("Esc while", "Enter while")) for words in said)
    sheet.close()


def test_every_key_of_the_search_is_explained(qtbot: QtBot, window: QWidget):
    sheet = opened(qtbot, SearchSheet(window))
    said = labels(sheet)
    explained = set(pairwise(said))
    assert {(key.example, key.meaning) for key in KEYS} <= explained
    assert ("is:leech", "forgotten again and again, still young") in explained
    sheet.close()


def test_each_problem_says_place_sentence_and_weight(qtbot: QtBot, window: QWidget):
    sheet = opened(qtbot, ProblemsDialog(PROBLEMS, window))
    assert sheet.windowTitle() == "3 problems to mend"
    said = labels(sheet)
    assert "/decks/a.yaml:3:7" in said
    assert "/decks/b.yaml" in said
    assert "status: claim needs by:, who holds it." in said
    selectable = [
        label.text()
        for label in sheet.findChildren(Label)
        if label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    ]
    assert len(selectable) == 5, "each place and each sentence can be copied"
    sheet.close()


def test_one_problem(qtbot: QtBot, window: QWidget):
    sheet = opened(qtbot, ProblemsDialog(PROBLEMS[:1], window))
    assert sheet.windowTitle() == "1 problem to mend"
    sheet.close()
