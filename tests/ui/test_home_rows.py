"""Home: the rows of its tables, and how it fits."""

from html import escape

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from quizapp.ui import theme
from quizapp.ui.i18n import Mirrored, Stretched
from quizapp.ui.models.decks import Column
from quizapp.ui.navigation import Home, Study
from quizapp.ui.screens.home import HomeScreen
from tests.ui.samples import (
    COURSES,
    FOUND,
    HEAT,
    LONG,
    OVERVIEW,
    QUIET,
    ROWS,
    TWO_COURSES,
    clipped,
    heard,
    press,
    settle,
    tables,
    words,
)

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


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


def test_decks_speak_to_a_screen_reader(home):
    table = QAccessible.queryAccessibleInterface(tables(home)[0])
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Decks"
    cells = [table.child(at) for at in range(table.childCount())]
    spoken = [(cell.role(), cell.text(QAccessible.Text.Name)) for cell in cells]
    sentence = "Groups on the list, 9 due, 2 learning, 78 % likely recalled"
    assert (QAccessible.Role.Cell, sentence) in spoken
    assert (QAccessible.Role.ColumnHeader, "Likely recalled") in spoken


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


def test_large_text_in_a_narrow_window_leaves_room_for_the_names(home, qapp):
    theme.install(qapp, theme.Theme(text_percent=200))
    home.resize(636, 760)
    settle()
    table = tables(home)[0]
    assert table.isColumnHidden(Column.NEW)
    assert table.isColumnHidden(Column.LEARNING)
    assert not table.isColumnHidden(Column.DUE)
    assert table.columnWidth(Column.NAME) > theme.px(130)
    home.resize(1016, 760)
    settle()
    assert not table.isColumnHidden(Column.NEW)


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
