from html import escape

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from quizapp.core.overview import DayCount
from quizapp.ui import theme
from quizapp.ui.i18n import Mirrored, Stretched
from quizapp.ui.models.decks import Column
from quizapp.ui.navigation import Home, Study, Summary
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.rows import RowTable
from tests.ui.samples import (
    ARABIC,
    FOUND,
    HEAT,
    LONG,
    OVERVIEW,
    ROWS,
    TODAY,
    TWO_COURSES,
    clipped,
    heard,
    press,
    settle,
)

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
QUIET = replace(OVERVIEW, due=0, learning=0)
COURSES = replace(OVERVIEW, rows=TWO_COURSES, due=200)


@pytest.fixture
def home(qtbot):
    """Home with four decks, 34 cards due, on screen and active."""
    home = HomeScreen()
    qtbot.addWidget(home)
    home.resize(900, 760)
    home.show_overview(OVERVIEW)
    home.show()
    home.activateWindow()
    qtbot.waitUntil(home.isActiveWindow)
    return home


def words(home):
    """All visible labels and buttons."""
    parts = [*home.findChildren(Label), *home.findChildren(Button)]
    return [part.text() for part in parts if part.isVisible() and part.text()]


def tables(home):
    return [table for table in home.findChildren(RowTable) if table.isVisible()]


def titles(home):
    """The visible rows, table by table."""
    return [
        [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
        for table in tables(home)
    ]


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
    for _ in range(9):
        seen.append(QApplication.focusWidget().accessibleName())
        press(full, Qt.Key.Key_Tab)
    assert seen == [
        "Study 200 due",
        "Take a quiz",
        "Decks",
        "Add a deck",
        "Import a file",
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


def test_problems_lead_to_their_list(home):
    asked, went = heard(home.show_problems), heard(home.go)
    home.show_overview(COURSES)
    settle()
    table = tables(home)[0]
    row = 2
    link = table.link_place(table.model().index(row, 0))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=link.center().toPoint())
    assert asked == [7]
    table.setFocus()
    press(home, Qt.Key.Key_Return, ALT)
    assert asked == [7, 7]
    assert not went
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(0, 4)).center()
    )
    assert went == [Study(deck_keys=(1,))]
    assert table.currentIndex() == table.model().index(0, 0)
    assert table.link_place(table.model().index(0, 0)) is None


def test_a_click_that_slides_to_another_row_chooses_nothing(home):
    went = heard(home.go)
    table = tables(home)[0]
    places = [table.visualRect(table.model().index(row, 0)).center() for row in (0, 1)]
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=places[1])
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=places[1])
    assert not went


def test_the_row_under_the_mouse_is_lit(home):
    table = tables(home)[0]
    place = table.visualRect(table.model().index(1, 0)).center()

    def colour():
        image = table.viewport().grab().toImage()
        return image.pixelColor(QPoint(12, place.y()) * image.devicePixelRatio())

    QTest.mouseMove(table.viewport(), place)
    settle()
    assert colour() == theme.color("hover")
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert colour() != theme.color("hover")


def test_a_row_far_below_is_scrolled_to(home):
    many = tuple(replace(ROWS[0], deck_key=key, title=f"Deck {key}") for key in range(50))
    home.show_overview(replace(OVERVIEW, rows=many))
    settle()
    press(home, Qt.Key.Key_Tab)
    table = QApplication.focusWidget()
    for key, row in ((Qt.Key.Key_End, 49), (Qt.Key.Key_Home, 0)):
        press(home, key)
        settle()
        place = table.row_rect(row).translated(table.viewport().mapTo(home, QPoint(0, 0)))
        assert place.top() >= 0
        assert place.bottom() <= home.height()


def test_narrow_home_leaves_out_what_it_can(home):
    table = tables(home)[0]
    assert not table.isColumnHidden(Column.RECALLED)
    home.resize(656, 900)
    settle()
    assert table.isColumnHidden(Column.RECALLED)
    assert home._head.search.placeholderText() == "Search"
    assert home._card.map.accessibleName() == "Cards studied on each day of the last 28 weeks"
    home.resize(900, 900)
    settle()
    assert home._card.map.accessibleName() == "Cards studied on each day of the last 15 weeks"


def test_decks_speak_to_a_screen_reader(home):
    table = QAccessible.queryAccessibleInterface(tables(home)[0])
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Decks"
    cells = [table.child(at) for at in range(table.childCount())]
    spoken = [(cell.role(), cell.text(QAccessible.Text.Name)) for cell in cells]
    sentence = "Groups on the list, 9 due, 2 learning, 78 % likely recalled"
    assert (QAccessible.Role.Cell, sentence) in spoken
    assert (QAccessible.Role.ColumnHeader, "Likely recalled") in spoken


SIZES = [
    (900, 760, 100),
    (656, 760, 100),
    (1300, 900, 125),
    (960, 700, 200),
    (1024, 700, 250),
    (700, 700, 80),
]


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
@pytest.mark.parametrize("overview", [OVERVIEW, COURSES, replace(QUIET, rows=())], ids=["one", "two", "none"])
def test_nothing_is_clipped(home, qapp, overview, width, height, percent):
    theme.install(qapp, theme.Theme(text_percent=percent))
    home.resize(width, height)
    home.show_overview(overview)
    settle()
    assert list(clipped(home)) == []


@pytest.mark.parametrize("language", [Stretched, Mirrored])
@pytest.mark.parametrize("width", [900, 656])
def test_other_languages_fit(qapp, qtbot, spoken, language, width):
    spoken(language)
    home = HomeScreen(quiz=Home(), add_deck=Home(), import_file=Home())
    qtbot.addWidget(home)
    home.resize(width, 760)
    home.show_overview(COURSES)
    home.show()
    settle()
    assert home.isRightToLeft() == (language is Mirrored)
    assert list(clipped(home)) == []
    shown = [text for text in words(home) if text not in {row.course for row in TWO_COURSES}]
    assert all(text.startswith(("[", "\u200f")) for text in shown)


def test_everything_follows_the_theme(home, qapp):
    before = home.grab().toImage()
    theme.install(qapp, theme.Theme(scheme="dark"))
    settle()
    dark = home.grab().toImage()
    assert dark.pixelColor(450, 100) == theme.color("card")
    theme.install(qapp, theme.Theme())
    settle()
    assert home.grab().toImage() == before


def test_heat_belongs_to_the_last_weeks(home):
    assert HEAT[0].count == 5
    assert home._card.map.mark_words(home._card.map.mark_count() - 1 - 30).endswith(": 5 cards")


def tip_at(table, point):
    place = point.toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_what_is_cut_is_in_the_tool_tip(home, qtbot):
    home.show_overview(COURSES)
    settle()
    table = tables(home)[0]
    cells = [table.cell_of(table.model().index(row, 0)) for row in range(3)]
    beside_the_link = cells[2].place(cells[2].rect).topLeft() + QPoint(60, 14)
    assert tip_at(table, beside_the_link) == f"<qt>{LONG}</qt>"
    assert (
        tip_at(table, table.link_place(table.model().index(2, 0)).center()) == "Show the problems (Alt+Enter)"
    )
    tip_at(table, cells[0].place(cells[0].rect).center())
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    home.show_overview(replace(COURSES, rows=(replace(TWO_COURSES[0], title=LONG),)))
    press(home, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "extraordinarily")
    home.show_found((replace(FOUND[0], front=LONG * 3, deck_key=1),))
    settle()
    cards = tables(home)[1]
    assert tip_at(cards, cards.row_rect(0).center()) == f"<qt>{LONG * 3}</qt>"


def test_a_deck_cannot_smuggle_html_into_a_tool_tip(home):
    title = '<img src="/etc/passwd"> & ' + LONG
    home.show_overview(replace(OVERVIEW, rows=(replace(ROWS[0], title=title, course=title),)))
    settle()
    escaped = f"<qt>{escape(title)}</qt>"
    assert tip_at(tables(home)[0], tables(home)[0].row_rect(0).center() - QPoint(200, 0)) == escaped
    assert home._head.picker.toolTip() == escaped
    assert home._head.picker.accessibleName() == f"Course: {title}"
