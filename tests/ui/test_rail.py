import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.ui import theme
from quizapp.ui.navigation import Home, Study, Summary
from quizapp.ui.rail import Entry, Rail
from tests.ui.samples import clipped, heard, press, settle

STUDY = Entry(Home(), "Study & more", "study", "go_home")
BROWSE = Entry(Summary("browse"), "Browse", "browse", "go_browse")
SETTINGS = Entry(Study(), "Settings", "settings", "go_preferences", pinned=True)


@pytest.fixture
def rail(qtbot):
    rail = Rail((SETTINGS, STUDY, BROWSE))
    qtbot.addWidget(rail)
    rail.fit(1100)
    rail.show_current(Home())
    rail.resize(rail.sizeHint().width(), 760)
    rail.show()
    rail.activateWindow()
    qtbot.waitUntil(rail.isActiveWindow)
    return rail


def test_only_the_places_given_are_there(rail):
    assert [item.accessibleName() for item in rail.items] == ["Settings", "Study & more", "Browse"]
    settings, study, browse = (item.y() for item in rail.items)
    assert study < browse < settings
    assert settings + rail.items[0].height() > 730


def test_one_goes_by_keyboard_and_mouse(rail):
    went = heard(rail.go)
    rail.items[1].setFocus()
    press(rail, Qt.Key.Key_Return)
    press(rail, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is rail.items[2]
    press(rail, Qt.Key.Key_Space)
    QTest.mouseClick(rail.items[0], Qt.MouseButton.LeftButton)
    assert went == [Home(), Summary("browse"), Study()]


def test_the_current_place_is_marked_by_the_window_alone(rail):
    def marked():
        return [item.accessibleName() for item in rail.items if item.isChecked()]

    assert marked() == ["Study & more"]
    rail.items[2].click()
    assert marked() == ["Study & more"]
    rail.show_current(Summary("another"))
    assert marked() == ["Browse"]
    state = QAccessible.queryAccessibleInterface(rail.items[2]).state()
    assert state.checked


def test_narrow_windows_get_icons_with_tool_tips(rail):
    wide = rail.sizeHint().width()
    assert rail.items[1].toolTip() == "Ctrl 1"
    rail.fit(899)
    assert rail.sizeHint().width() == 64
    assert rail.items[1].toolTip() == "Study & more (Ctrl 1)"
    rail.fit(900)
    assert (rail.sizeHint().width(), wide) == (200, 200)


def test_large_text_gets_icons_too(rail, qapp):
    theme.install(qapp, theme.Theme(text_percent=200))
    settle()
    assert 64 <= rail.sizeHint().width() <= 100
    rail.fit(1800)
    rail.resize(rail.sizeHint().width(), 700)
    settle()
    assert list(clipped(rail)) == []


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("width", [1100, 720])
def test_what_is_painted(rail, direction, width):
    rail.setLayoutDirection(direction)
    rail.fit(width)
    rail.resize(rail.sizeHint().width(), 760)
    settle()
    image = rail.grab().toImage()
    edge = rail.width() - 1 if direction == Qt.LayoutDirection.LeftToRight else 0
    assert image.pixelColor(edge, 400) == theme.color("line")
    assert image.pixelColor(rail.width() // 2, 600) == theme.color("rail")
    item = rail.items[1]
    assert image.pixelColor(item.x() + 14, item.y() + 8) == theme.color("sel")
    logo = 22 if width == 1100 else rail.width() // 2 - 10
    logo = logo if direction == Qt.LayoutDirection.LeftToRight else rail.width() - 1 - logo
    assert image.pixelColor(logo, 36) == theme.color("text")


def test_the_place_under_the_mouse_and_the_one_with_the_focus(rail):
    def colour():
        item = rail.items[2]
        return rail.grab().toImage().pixelColor(item.x() + 14, item.y() + 8)

    assert colour() == theme.color("rail")
    browse = rail.items[2]
    browse.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert colour() == theme.color("hover")
    browse.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(browse, QEvent(QEvent.Type.Leave))
    browse.setFocus()
    ring = rail.grab().toImage().pixelColor(browse.x() + browse.width() // 2, browse.y() + 1)
    assert ring == theme.color("acc")
