"""Home: search and courses."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from quizapp.ui import theme
from quizapp.ui.navigation import Study
from tests.ui.samples import (
    ARABIC,
    COURSES,
    FOUND,
    LONG,
    OVERVIEW,
    ROWS,
    heard,
    press,
    settle,
    tables,
    titles,
    words,
)

CTRL = Qt.KeyboardModifier.ControlModifier


def lifted(table):
    """True if the first row is the one that Enter takes."""
    place = QPoint(12, round(table.row_rect(0).center().y()))
    return table.viewport().grab().toImage().pixelColor(place) == theme.color("accsoft")


def test_search_by_keyboard(home):
    searched, went = heard(home.search_changed), heard(home.go)
    press(home, Qt.Key.Key_F, CTRL)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "list")
    assert searched[-1] == "list"
    assert titles(home) == [["Groups on the list"]]
    home.show_found(FOUND)
    assert titles(home) == [["Groups on the list"], [card.front for card in FOUND]]
    assert "34 cards are due" not in words(home)
    assert [lifted(table) for table in tables(home)] == [True, False]
    press(home, Qt.Key.Key_Return)
    assert went == [Study(deck_keys=(2,))]
    QTest.keyClicks(field, " made ")
    assert searched[-1] == "list made"
    assert titles(home) == []
    home.show_found(FOUND[:1])
    assert lifted(tables(home)[0])
    press(home, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is tables(home)[0]
    press(home, Qt.Key.Key_Return)
    assert went[1:] == [Study(cards=(31,), mode="repeat")]
    press(home, Qt.Key.Key_F, CTRL)
    press(home, Qt.Key.Key_Return)
    assert went[2:] == [Study(cards=(31,), mode="repeat")]
    press(home, Qt.Key.Key_Escape)
    assert searched[-1] == ""
    assert titles(home) == [[row.title for row in ROWS]]
    assert not lifted(tables(home)[0])
    assert "34 cards are due" in words(home)


def test_search_that_finds_nothing(home):
    press(home, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "  nowhere   here ")
    assert "Nothing found for “nowhere here”." not in words(home)
    home.show_found(())
    assert "Nothing found for “nowhere here”." in words(home)
    went = heard(home.go)
    press(home, Qt.Key.Key_Return)
    press(home, Qt.Key.Key_Down)
    assert not went


def test_enter_in_an_empty_search_does_nothing(home):
    went = heard(home.go)
    press(home, Qt.Key.Key_F, CTRL)
    press(home, Qt.Key.Key_Return)
    press(home, Qt.Key.Key_Escape)
    assert not went


def pick(home, place):
    """Choose a course in the menu, by keys."""
    while not QApplication.focusWidget().accessibleName().startswith("Course"):
        press(home, Qt.Key.Key_Tab)
    press(home, Qt.Key.Key_Return)
    menu = next(menu for menu in home.findChildren(QMenu) if menu.isVisible())
    menu.setActiveAction(menu.actions()[place])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    home.activateWindow()
    settle()


def test_courses(home):
    went = heard(home.go)
    home.show_overview(COURSES)
    assert [title[:9] for title in titles(home)[0]] == ["The order", "Groups on", LONG[:9], ARABIC[:9]]
    pick(home, 2)
    assert titles(home) == [[LONG]]
    assert "4 cards are due" in words(home)
    home.focus_start()
    press(home, Qt.Key.Key_Return)
    assert went == [Study(deck_keys=(7,))]
    home.show_overview(COURSES)
    assert titles(home) == [[LONG]]
    pick(home, 3)
    assert titles(home) == [[ARABIC]]
    pick(home, 0)
    assert len(titles(home)[0]) == 4
    pick(home, 1)
    home.show_overview(OVERVIEW)
    assert len(titles(home)[0]) == len(ROWS)
    home.focus_start()
    press(home, Qt.Key.Key_Return)
    assert went[1:] == [Study()]


def test_found_cards_are_those_of_the_course(home):
    home.show_overview(COURSES)
    pick(home, 2)
    press(home, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "list")
    home.show_found(FOUND)
    assert titles(home) == []


def test_one_course_is_only_a_title(home):
    assert [part.accessibleName() for part in home.findChildren(type(home._head.picker))] == ["Course: Force"]
    home._head.picker.click()
    assert not [menu for menu in home.findChildren(QMenu) if menu.isVisible()]
