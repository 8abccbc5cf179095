"""The controls of forms: a segmented switch, a switch, a drop-down, a stepper."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.dropdown import Choice, DropDown
from quizapp.ui.widgets.segments import Segments
from quizapp.ui.widgets.stepper import Stepper
from quizapp.ui.widgets.switch import Switch
from tests.ui.stage import role_and_name, show

Key = Qt.Key


def test_segments_are_one_stop_and_arrows_choose(qtbot: QtBot) -> None:
    segments, switch = Segments("Shown", ("One", "Two", "Three")), Switch("After")
    show(qtbot, segments, switch)
    told: list[int] = []
    segments.chosen.connect(told.append)
    segments.focus_choice()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Right)
    assert segments.at == 1
    assert told == [1]
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert switch.hasFocus()
    segments.show_choice(2)
    assert told == [1]
    assert segments.at == 2


def test_a_switch_is_turned_by_space_and_enter(qtbot: QtBot) -> None:
    switch = Switch("Capitals count")
    show(qtbot, switch)
    switch.setFocus()
    qtbot.keyClick(switch, Key.Key_Space)
    assert switch.isChecked()
    qtbot.keyClick(switch, Key.Key_Return)
    assert not switch.isChecked()
    assert role_and_name(switch) == (QAccessible.Role.CheckBox, "Capitals count")


def drop_down(qtbot: QtBot) -> DropDown:
    menu = DropDown("Fruit")
    menu.show_choices([Choice("Apple", "plus"), Choice("Pear & plum"), Choice("Fig")], 0)
    show(qtbot, menu)
    menu.setFocus()
    return menu


def test_a_drop_down_changes_by_up_and_down(qtbot: QtBot) -> None:
    menu = drop_down(qtbot)
    told: list[int] = []
    menu.chosen.connect(told.append)
    qtbot.keyClick(menu, Key.Key_Up)
    qtbot.keyClick(menu, Key.Key_Down)
    assert told == [1]
    assert menu.accessibleName() == "Fruit: Apple"  # its owner shows what was chosen


def test_a_drop_down_offers_all_choices_in_a_menu(qtbot: QtBot) -> None:
    menu = drop_down(qtbot)
    told: list[int] = []
    menu.chosen.connect(told.append)
    qtbot.keyClick(menu, Key.Key_Return)
    shown = menu.findChild(QMenu)
    assert isinstance(shown, QMenu)
    assert [action.text() for action in shown.actions()] == ["Apple", "Pear && plum", "Fig"]
    qtbot.keyClick(shown, Key.Key_Down)
    qtbot.keyClick(shown, Key.Key_Return)
    assert told == [1]


def test_a_choice_that_weighs_much_is_made_in_the_menu_alone(qtbot: QtBot) -> None:
    menu = DropDown("Kind", direct=False)
    menu.show_choices([Choice("One"), Choice("Two")], 0)
    show(qtbot, menu)
    told: list[int] = []
    menu.chosen.connect(told.append)
    qtbot.keyClick(menu, Key.Key_Down)
    assert told == []
    shown = menu.findChild(QMenu)
    assert isinstance(shown, QMenu)
    shown.close()


def test_a_stepper_is_there_where_there_is_something_to_step_through(qtbot: QtBot) -> None:
    stepper = Stepper("Back", "Forth")
    show(qtbot, stepper)
    told: list[int] = []
    stepper.stepped.connect(told.append)
    stepper.show_steps(0, 1)
    assert not stepper.isVisible()
    stepper.show_steps(1, 3)
    assert stepper.words == "2 of 3"
    qtbot.mouseClick(stepper._forth, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(stepper._back, Qt.MouseButton.LeftButton)
    assert told == [1, -1]
