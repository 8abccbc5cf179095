"""The panel of a chart by keyboard: values one by one, the table in its place, too little data."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.stats.due import Due
from quizapp.ui.stats.heat import HeatYear
from quizapp.ui.stats.panel import ChartPanel
from quizapp.ui.stats.retention import Retention
from tests.ui.stage import role_and_name, show
from tests.ui.stats.made import BEGINNER, year

YEAR = year()


@pytest.fixture
def due(qtbot: QtBot) -> ChartPanel:
    panel = ChartPanel(Due(YEAR))
    show(qtbot, panel, width=420)
    panel.chart.setFocus()
    return panel


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def test_a_chart_is_one_stop_with_a_summary(due: ChartPanel):
    assert role_and_name(due.chart) == (QAccessible.Role.Graphic, "Due, next 30 days")
    assert due.chart.accessibleDescription() == Due(YEAR).summary()
    press(Qt.Key.Key_Tab)
    assert not due.chart.hasFocus()


def test_arrows_walk_the_values_and_say_them(due: ChartPanel, heard: list[str]):
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right)
    plot = due.plot
    assert heard == [plot.mark_words(mark) for mark in (1, 2, 1, 29)]
    assert due.chart.accessibleDescription() == plot.mark_words(29)
    press(Qt.Key.Key_Home)
    assert due.chart.at == 0


def test_arrows_are_turned_round_from_right_to_left(due: ChartPanel):
    left = due.chart.mark_rect(0)
    due.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert due.chart.mark_rect(0).left() > left.left()
    press(Qt.Key.Key_Left)
    assert due.chart.at == 1
    assert due.chart.mark_under(due.chart.mark_rect(4).center()) == 4


def test_t_shows_the_table_in_the_same_place_and_t_the_chart_again(due: ChartPanel):
    chosen: list[tuple[str, bool]] = []
    due.table_chosen.connect(lambda name, table: chosen.append((name, table)))
    height = due.height()
    press(Qt.Key.Key_T)
    assert due.figures.hasFocus()
    assert due.height() == height
    assert due.toggle.words == "Chart"
    assert due.figures.accessibleName() == "Due, next 30 days"
    press(Qt.Key.Key_T)
    assert due.chart.hasFocus()
    assert due.toggle.words == "Table"
    assert chosen == [("due", True), ("due", False)]


def test_a_row_of_the_table_is_read_whole(due: ChartPanel):
    press(Qt.Key.Key_T, Qt.Key.Key_Down)
    index = due.figures.currentIndex()
    assert index.row() == 1
    words = index.data(Qt.ItemDataRole.AccessibleTextRole)
    total = QLocale().toString(sum(YEAR.forecast[:2]))
    assert words == f"25 Nov, Cards due: {YEAR.forecast[1]}, Sum: {total}"
    press(Qt.Key.Key_End)
    last = due.figures.visualRect(due.figures.currentIndex())
    assert due.figures.viewport().rect().intersects(last)


def test_the_button_says_which_chart(due: ChartPanel):
    assert due.toggle.accessibleName() == "Table: Due, next 30 days"
    QTest.mouseClick(due.toggle, Qt.MouseButton.LeftButton)
    assert due.figures.isVisible()


def test_other_numbers_leave_the_keys_where_they_are(due: ChartPanel):
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    due.show_plot(Due(BEGINNER))
    assert due.chart.hasFocus()
    assert due.chart.at == 2
    assert due.chart.accessibleDescription() == Due(BEGINNER).mark_words(2)


def test_too_little_data_has_the_same_size_and_says_so(qtbot: QtBot):
    panel, full = ChartPanel(Retention(BEGINNER)), ChartPanel(Retention(YEAR))
    show(qtbot, panel, full, width=300)
    assert panel.little.isVisible()
    assert not panel.chart.isVisible()
    assert not panel.toggle.isVisible()
    assert abs(panel.sizeHint().height() - full.sizeHint().height()) < 60
    panel.show_plot(Retention(YEAR))
    assert panel.chart.isVisible()
    assert not panel.little.isVisible()


def test_the_keys_do_not_go_to_weeks_that_have_no_room(qtbot: QtBot):
    panel = ChartPanel(HeatYear(YEAR))
    show(qtbot, panel, width=420)
    panel.chart.setFocus()
    assert panel.chart.at == panel.plot.mark_count() - 1
    press(*[Qt.Key.Key_Left] * 60)
    first = panel.plot.first_mark(panel.chart._cell)
    assert first > 0
    assert first <= panel.chart.at < first + 7
    press(Qt.Key.Key_Home)
    assert panel.chart.at == first


def test_a_number_under_the_mouse_is_said(due: ChartPanel, heard: Callable[[], list[str]]):
    assert due.chart.mark_under(due.chart.mark_rect(7).center()) == 7
    assert due.chart.mark_under(due.chart.mark_rect(7).topLeft() - due.chart.mark_rect(29).topRight()) is None
