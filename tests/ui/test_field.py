"""The field of a typed answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui import theme
from quizapp.ui.widgets.field import TextField
from tests.ui.stage import pixel, role_and_name, show


@pytest.fixture
def field(qtbot: QtBot) -> TextField:
    made = TextField("Your answer")
    show(qtbot, made)
    made.setFocus()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_submits(qtbot: QtBot, field: TextField, key: Qt.Key) -> None:
    qtbot.keyClicks(field, "Tren de Aragua")
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(field, key)
    assert field.text() == "Tren de Aragua"


def test_enter_while_composing_never_submits(qtbot: QtBot, field: TextField) -> None:
    QApplication.sendEvent(field, QInputMethodEvent("にほ", []))
    with qtbot.assertNotEmitted(field.submitted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    commit = QInputMethodEvent("", [])
    commit.setCommitString("日本")
    QApplication.sendEvent(field, commit)
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "日本"


def test_it_looks_as_in_the_design(qtbot: QtBot, field: TextField) -> None:
    assert field.height() == 58 + 8
    assert field.font().pixelSize() == 22
    middle = field.height() // 2
    accent = theme.color("acc").name()
    assert [pixel(field, x, middle).name() for x in (0, 1)] == [accent, accent]
    assert pixel(field, 3, middle) == theme.color("bg")
    assert pixel(field, 4, middle).name() == theme.color("edge").name()
    assert pixel(field, 100, 10) == theme.color("card")
    caret = [x for x in range(8, 200) if pixel(field, x, middle).name() == accent]
    assert len(caret) == 2
    assert 20 <= caret[0] <= 26


def test_without_focus_there_is_no_ring(qtbot: QtBot, field: TextField) -> None:
    field.clearFocus()
    middle = field.height() // 2
    assert pixel(field, 1, middle) == theme.color("bg")
    assert pixel(field, 4, middle).name() == theme.color("edge").name()


def test_it_is_named_and_typing_can_be_undone(qtbot: QtBot, field: TextField) -> None:
    assert role_and_name(field) == (QAccessible.Role.EditableText, "Your answer")
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""


def test_it_follows_the_theme(qtbot: QtBot, qapp: QApplication, field: TextField) -> None:
    theme.install(qapp, theme.Theme(scheme="dark", text_percent=200))
    assert field.sizeHint().height() == 2 * 58 + 8
    assert field.palette().text().color() == theme.color("text")
    assert field.font().pixelSize() == 44


def test_small_fields_for_gaps(qtbot: QtBot) -> None:
    gap = TextField("Gap 1", role="body", height=40, placeholder="which sea?")
    show(qtbot, gap)
    assert gap.height() == 48
    assert gap.placeholderText().strip() == "which sea?"
