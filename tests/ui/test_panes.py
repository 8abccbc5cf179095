"""Panes: the border between them is moved by key and by mouse."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.panes import Panes, PaneWalk
from tests.ui.stage import role_and_name, show


def panes(qtbot: QtBot, orientation: Qt.Orientation) -> Panes:
    panes = Panes(orientation)
    for _ in range(2):
        pane = QWidget()
        pane.setMinimumSize(20, 20)
        panes.addWidget(pane)
    panes.setMinimumSize(300, 300)
    panes.setSizes([150, 146])
    show(qtbot, panes)
    return panes


def test_arrows_move_the_border(qtbot: QtBot) -> None:
    for orientation, forth, back in (
        (Qt.Orientation.Vertical, Qt.Key.Key_Down, Qt.Key.Key_Up),
        (Qt.Orientation.Horizontal, Qt.Key.Key_Right, Qt.Key.Key_Left),
    ):
        split = panes(qtbot, orientation)
        handle = split.handle(1)
        before = split.sizes()[0]
        handle.setFocus()
        QTest.keyClick(handle, forth)
        assert split.sizes()[0] == before + 16
        QTest.keyClick(handle, back)
        assert split.sizes()[0] == before
        split.grab()


def test_a_double_click_asks_for_the_first_sizes(qtbot: QtBot) -> None:
    split = panes(qtbot, Qt.Orientation.Vertical)
    with qtbot.waitSignal(split.reset):
        QTest.mouseDClick(split.handle(1), Qt.MouseButton.LeftButton, pos=QPoint(20, 2))
    assert role_and_name(split.handle(1))[1] == "Border between the panes"


def test_the_walk_leaves_out_what_is_not_seen(qtbot: QtBot) -> None:
    buttons = [QPushButton(str(at)) for at in range(3)]
    window = show(qtbot, *buttons)
    walk = PaneWalk(lambda: buttons, window)
    buttons[1].hide()
    buttons[0].setFocus()
    walk.forth()
    assert window.focusWidget() is buttons[2]
    walk.forth()
    assert window.focusWidget() is buttons[0]
    walk.back()
    assert window.focusWidget() is buttons[2]
