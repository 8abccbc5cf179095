"""The controls of the set-up: numbers, radio rows, chips, the bar of shares."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui import theme
from quizapp.ui.tokens import SCHEMES
from quizapp.ui.widgets.numberbox import NumberBox
from quizapp.ui.widgets.radio_row import RadioRow
from quizapp.ui.widgets.share_bar import ShareBar
from quizapp.ui.widgets.toggle_chip import ToggleChip


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    """What the controls are put into."""
    panel = QWidget()
    qtbot.addWidget(panel)
    QVBoxLayout(panel)
    return panel


def show(qtbot: QtBot, panel: QWidget, *widgets: QWidget) -> None:
    for widget in widgets:
        panel.layout().addWidget(widget)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    widgets[0].setFocus()


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_number_is_typed_or_stepped(qtbot: QtBot, panel: QWidget, direction: Qt.LayoutDirection):
    number = NumberBox("Minutes", 1, 600, unit="min")
    number.setLayoutDirection(direction)
    show(qtbot, panel, number)
    chosen: list[int] = []
    number.chosen.connect(chosen.append)
    number.show_number(30)
    assert chosen == []
    assert role(number) == QAccessible.Role.SpinBox
    number.selectAll()
    QTest.keyClicks(number, "45")
    QTest.keyClick(number, Qt.Key.Key_Up)
    QTest.keyClick(number, Qt.Key.Key_PageDown)
    assert (chosen, number.text()) == ([4, 45, 46, 36], "36 min")
    for step, arrow in zip((1, -1), number._arrows(), strict=True):
        before = number.value()
        QTest.mouseClick(number.lineEdit(), Qt.MouseButton.LeftButton, pos=_inside(number, arrow.center()))
        assert number.value() == before + step
    number.show_number(600, 500)
    assert number.value() == 500


def _inside(number: NumberBox, place: QPointF) -> QPoint:
    return number.lineEdit().mapFrom(number, place.toPoint())


def test_radio_rows_are_chosen_by_key(qtbot: QtBot, panel: QWidget):
    rows = [RadioRow(name, f"What {name} means") for name in ("one", "two", "three")]
    show(qtbot, panel, *rows)
    rows[0].setChecked(True)
    assert role(rows[0]) == QAccessible.Role.RadioButton
    assert rows[0].accessibleDescription() == "What one means"
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert [row.isChecked() for row in rows] == [False, True, False]
    rows[2].setFocus()
    QTest.keyClick(rows[2], Qt.Key.Key_Return)
    assert rows[2].isChecked()
    assert rows[0].heightForWidth(110) > rows[0].heightForWidth(600)


def test_a_chip_is_turned_by_key(qtbot: QtBot, panel: QWidget):
    chip = ToggleChip("Fill the gap")
    show(qtbot, panel, chip)
    assert role(chip) == QAccessible.Role.CheckBox
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert not chip.isChecked()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_bar_has_the_colours_of_its_shares(qtbot: QtBot, panel: QWidget, qapp: QApplication, scheme: str):
    theme.install(qapp, theme.Theme(scheme=scheme))  # type: ignore[arg-type]
    bar = ShareBar()
    show(qtbot, panel, bar)
    bar.resize(200, 10)
    bar.show_shares([(3, "heat4"), (0, "heat2"), (1, "edge")])
    picture = bar.grab().toImage()
    assert picture.pixelColor(20, 5) == theme.color("heat4")
    assert picture.pixelColor(140, 5) == theme.color("heat4")
    assert picture.pixelColor(160, 5) == theme.color("edge")


def test_the_figures_of_a_number_follow_the_text_size(qtbot: QtBot, panel: QWidget, qapp: QApplication):
    number = NumberBox("Minutes", 1, 600)
    show(qtbot, panel, number)
    theme.install(qapp, theme.Theme(scheme="light", text_percent=200))
    QApplication.processEvents()
    assert number.lineEdit().font().pixelSize() == number.font().pixelSize() == 28


def test_the_figures_of_a_number_follow_the_theme(qtbot: QtBot, panel: QWidget, qapp: QApplication):
    number = NumberBox("Minutes", 1, 600)
    show(qtbot, panel, number)
    for scheme in ("dark", "light"):
        theme.install(qapp, theme.Theme(scheme=scheme, text_percent=100))
        QApplication.processEvents()
        assert number.lineEdit().palette().text().color() == theme.color("text")
