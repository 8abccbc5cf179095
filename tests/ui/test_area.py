"""The area for answers of several sentences: its keys, its height, and what is heard of it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.ui import theme
from quizapp.ui.widgets.area import TextArea
from tests.ui.stage import pixel, role_and_name, show

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def area(qtbot: QtBot) -> TextArea:
    area = TextArea("Your answer", placeholder="Write")
    show(qtbot, area, QLineEdit())
    area.setFocus()
    return area


def test_enter_begins_a_line_and_with_ctrl_submits(qtbot: QtBot, area: TextArea) -> None:
    said: list[str] = []
    area.submitted.connect(lambda: said.append(area.text()))
    qtbot.keyClicks(area.edit, "one")
    qtbot.keyClick(area.edit, ENTER)
    qtbot.keyClicks(area.edit, "two")
    assert said == []
    qtbot.keyClick(area.edit, ENTER, CTRL)
    qtbot.keyClick(area.edit, Qt.Key.Key_Enter, CTRL | Qt.KeyboardModifier.KeypadModifier)
    assert said == ["one\ntwo"] * 2
    held = QKeyEvent(QEvent.Type.KeyPress, ENTER, CTRL, "\r", True)
    QApplication.sendEvent(area.edit, held)
    assert len(said) == 2


def test_enter_of_an_input_method_submits_nothing(qtbot: QtBot, area: TextArea) -> None:
    said: list[str] = []
    area.submitted.connect(lambda: said.append(area.text()))
    QApplication.sendEvent(area.edit, QInputMethodEvent("か", []))
    qtbot.keyClick(area.edit, ENTER, CTRL)
    assert said == []
    QApplication.sendEvent(area.edit, QInputMethodEvent())
    qtbot.keyClick(area.edit, ENTER, CTRL)
    assert said == [""]


def test_tab_leaves_it(qtbot: QtBot, area: TextArea) -> None:
    qtbot.keyClick(area.edit, Qt.Key.Key_Tab)
    assert isinstance(area.window().focusWidget(), QLineEdit)
    assert area.text() == ""


def test_undo_is_typing_first_and_then_the_screen_s(qtbot: QtBot, area: TextArea) -> None:
    seen: list[int] = []
    area.window().keyPressEvent = lambda event: seen.append(event.key())  # type: ignore[method-assign]
    qtbot.keyClicks(area.edit, "x")
    qtbot.keyClick(area.edit, Qt.Key.Key_Z, CTRL)
    assert (area.text(), Qt.Key.Key_Z in seen) == ("", False)
    qtbot.keyClick(area.edit, Qt.Key.Key_Z, CTRL)
    assert Qt.Key.Key_Z in seen


def test_it_grows_with_the_text_up_to_ten_lines(qtbot: QtBot, area: TextArea) -> None:
    heights = []
    for count in (1, 3, 5, 10, 30):
        area.edit.setPlainText("\n".join("x" * count))
        qtbot.waitUntil(lambda: area.height() == area.sizeHint().height())
        heights.append(area.height())
    line = area.edit.fontMetrics().lineSpacing()
    assert heights[0] == heights[1]
    assert [high - heights[0] for high in heights] == [0, 0, 2 * line, 7 * line, 7 * line]
    area.edit.setPlainText("many words " * 40)
    assert area.sizeHint().height() > heights[1]


def test_it_follows_the_theme(qapp: QApplication, area: TextArea) -> None:
    small = area.height()
    theme.install(qapp, theme.Theme(scheme="dark", text_percent=200))
    QApplication.processEvents()
    assert area.sizeHint().height() > small + 40
    assert pixel(area, 60, 14) == theme.color("card")


def test_a_screen_reader_knows_it(area: TextArea) -> None:
    assert role_and_name(area.edit) == (QAccessible.Role.EditableText, "Your answer")
