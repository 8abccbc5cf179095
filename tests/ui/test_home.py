"""Home: what now, and where keys lead."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from quizapp.core.overview import DayCount
from quizapp.ui.navigation import Home, Study, Summary
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.rows import RowTable
from tests.ui.samples import COURSES, FOUND, OVERVIEW, QUIET, ROWS, TODAY, heard, press, tables, words

ALT = Qt.KeyboardModifier.AltModifier


def test_enter_studies_what_is_due(home):
    went = heard(home.go)
    assert "34 cards are due" in words(home)
    assert "About 9 minutes. 24 new cards wait for another day." in words(home)
    assert "You have studied in 9 of the last 10 weeks." in words(home)
    assert QApplication.focusWidget().text() == "Study 34 due"
    press(home, Qt.Key.Key_Return)
    assert went == [Study()]


NOW = {
    "one": (
        {"due": 1, "seconds": 20, "new_waiting": 1},
        ("1 card is due", "Less than a minute. 1 new card waits for another day.", "Study 1 due"),
        Study(),
    ),
    "new ones follow": (
        {"due": 5, "seconds": 61, "new": 10},
        ("5 cards are due", "About 1 minute. 10 new cards are mixed in.", "Study 5 due"),
        Study(),
    ),
    "no time known": (
        {"due": 5, "seconds": 0, "new_waiting": 0},
        ("5 cards are due", "Study 5 due"),
        Study(),
    ),
    "only new": (
        {"new": 10, "seconds": 240, "next_due": DayCount(TODAY + 1, 12)},
        ("Nothing is due", "The next 12 cards come tomorrow. About 4 minutes.", "Study 10 new"),
        Study(),
    ),
    "first day": (
        {"new": 20, "seconds": 240, "heat": ()},
        ("20 new cards to start with", "About 4 minutes.", "Study 20 new"),
        Study(),
    ),
    "done, next on a weekday": (
        {"next_due": DayCount(TODAY + 3, 1)},
        ("All done for today", "The next card comes on Friday.", "Ten more new cards"),
        Study(more_new=10),
    ),
    "done, next on a date": (
        {"next_due": DayCount(TODAY + 7, 2), "new_waiting": 3},
        ("All done for today", "The next 2 cards come on 25 November.", "3 more new cards"),
        Study(more_new=3),
    ),
    "done, next today": (
        {"next_due": DayCount(TODAY, 2)},
        ("All done for today", "The next 2 cards come later today.", "Ten more new cards"),
        Study(more_new=10),
    ),
    "one new": (
        {"new": 1, "seconds": 20},
        ("Nothing is due", "Less than a minute.", "Study 1 new"),
        Study(),
    ),
}


@pytest.mark.parametrize("case", NOW)
def test_what_now(home, case):
    changes, said, study = NOW[case]
    went = heard(home.go)
    home.show_overview(replace(QUIET, **changes))
    assert set(said) <= set(words(home))
    home.focus_start()
    press(home, Qt.Key.Key_Return)
    assert went == [study]


def test_with_nothing_to_offer_the_decks_have_the_focus(home):
    home.show_overview(replace(QUIET, new_waiting=0))
    home.focus_start()
    assert "All done for today" in words(home)
    assert not [part for part in home.findChildren(Button) if part.isVisible() and part.kind == "primary"]
    assert QApplication.focusWidget() is tables(home)[0]


def test_decks_by_keyboard(home):
    went = heard(home.go)
    press(home, Qt.Key.Key_Tab)
    table = QApplication.focusWidget()
    assert isinstance(table, RowTable)
    for key, row in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_End, 3),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Up, 2),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
    ):
        press(home, key)
        assert (table.currentIndex().row(), table.currentIndex().column()) == (row, 0)
    press(home, Qt.Key.Key_Return)
    press(home, Qt.Key.Key_Space)
    press(home, Qt.Key.Key_Return, ALT)
    assert went == [Study(deck_keys=(2,)), Study(deck_keys=(2,))]


def test_order_of_focus(home, qtbot):
    full = HomeScreen(quiz=Summary("quiz"), add_deck=Summary("add"), import_file=Summary("import"))
    qtbot.addWidget(full)
    full.resize(900, 760)
    full.show_overview(COURSES)
    full.show()
    full.activateWindow()
    qtbot.waitUntil(full.isActiveWindow)
    seen = []
    for _ in range(11):
        seen.append(QApplication.focusWidget().accessibleName())
        press(full, Qt.Key.Key_Tab)
    assert seen == [
        "Study 200 due",
        "Take a quiz",
        "Decks",
        "Add a deck",
        "Import a file",
        "Open a deck…",
        "Folders…",
        "Open the decks folder",
        "Course: All courses",
        "Search cards",
        "Cards studied on each day of the last 15 weeks",
    ]


def test_places_that_exist_have_their_buttons(qtbot):
    routes = {"quiz": Summary("quiz"), "add_deck": Summary("add"), "import_file": Home()}
    home = HomeScreen(**routes)
    qtbot.addWidget(home)
    home.show_overview(OVERVIEW)
    home.show()
    went = heard(home.go)
    for name in ("Take a quiz", "Add a deck", "Import a file"):
        next(part for part in home.findChildren(Button) if part.text() == name).click()
    assert went == list(routes.values())


def test_there_are_no_dead_buttons(home):
    assert {part.text() for part in home.findChildren(Button) if part.isVisible()} == {
        "Study 34 due",
        "Open a deck…",
        "Folders…",
        "Open the decks folder",
    }
    opened = heard(home.open_folder)
    next(
        part
        for part in home.findChildren(Button)
        if part.text() == "Open the decks folder" and part.isVisible()
    ).click()
    assert len(opened) == 1


def test_an_empty_library_says_what_to_do(home):
    opened = heard(home.open_folder)
    home.show_overview(replace(QUIET, rows=(), new_waiting=0))
    assert {"No decks yet", "Open the decks folder"} <= set(words(home))
    assert words(home).count("Open the decks folder") == 1
    assert not tables(home)
    assert not home._head.isVisible()
    home.focus_start()
    press(home, Qt.Key.Key_Return)
    assert len(opened) == 1
    home.show_overview(OVERVIEW)
    assert "No decks yet" not in words(home)


def test_before_the_first_overview(qtbot):
    home = HomeScreen()
    qtbot.addWidget(home)
    home.show()
    assert words(home) == ["Course"]
    home.focus_start()
    home.show_busy(3, 50)
    assert "Reading the decks: 3 of 50" in words(home)
    home.show_found(FOUND)
    home.show_overview(OVERVIEW)
    assert "Reading the decks: 3 of 50" not in words(home)
    home.show_busy(4, 50)
    assert "Reading the decks: 4 of 50" not in words(home)


def test_the_first_overview_brings_the_focus(qtbot):
    home = HomeScreen()
    qtbot.addWidget(home)
    home.show()
    home.activateWindow()
    qtbot.waitUntil(home.isActiveWindow)
    home.show_overview(OVERVIEW)
    assert QApplication.focusWidget().text() == "Study 34 due"


def test_new_numbers_leave_the_focus_alone(home):
    press(home, Qt.Key.Key_Tab)
    press(home, Qt.Key.Key_End)
    table = QApplication.focusWidget()
    home.show_overview(replace(OVERVIEW, due=3, rows=tuple(reversed(ROWS))))
    assert QApplication.focusWidget() is table
    assert table.currentIndex().row() == 0
    assert table.currentIndex().data() == ROWS[3].title
    assert "3 cards are due" in words(home)
