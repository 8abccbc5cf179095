"""The screens that the window opens when they are first wanted, and the way back from them."""

import sys

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.store import log
from quizapp.ui import places
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, Browse, Edit, Missing, Preferences, Quiz, Route, Statistics
from quizapp.ui.rail import Rail
from quizapp.ui.screens.place import Place
from quizapp.ui.services import Changes
from tests.ui.reader import Reader


def answers(reader: Reader) -> int:
    return len(list(log.reviews(reader.school.services.db)))


class Wall(Place):
    """A screen that notes what happens to it."""

    narrow_rail = True

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.told: list[object] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def arrive(self, route: Route) -> None:
        self.told.append(route)
        self.setFocus()

    def leave(self) -> None:
        self.told.append("left")

    def take_changes(self, changes: Changes) -> None:
        self.told.append(changes)


@pytest.fixture
def wall(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Wall:
    monkeypatch.setitem(places.PLACES, Missing, (__name__, "Wall"))
    monkeypatch.setitem(sys.modules, __name__, sys.modules[Wall.__module__])
    reader.window.go(Missing())
    wall = reader.window.shown
    assert isinstance(wall, Wall)
    return wall


def test_a_place_is_made_once_and_told_what_happens(reader: Reader, wall: Wall):
    assert wall.hasFocus()
    changes = Changes(progress=True)
    reader.school.services.changed.emit(changes)
    reader.window.go_home()
    reader.school.services.changed.emit(changes)
    reader.window.go(Missing())
    assert reader.window.shown is wall
    assert wall.told == [Missing(), changes, "left", Missing()]


def test_the_rail_makes_room_for_a_place_that_needs_it(reader: Reader, wall: Wall):
    rail = reader.window.findChild(Rail)
    assert rail is not None
    narrow = rail.sizeHint().width()
    reader.window.go_home()
    assert rail.sizeHint().width() > narrow


def test_a_place_is_left_when_the_window_closes(reader: Reader, wall: Wall):
    reader.window.close()
    assert wall.told == [Missing(), "left"]


def test_back_from_a_place_home_and_no_further(reader: Reader, wall: Wall):
    wall.go.emit(Back())
    assert reader.window.shown is reader.window.home
    reader.window.go(Back())
    assert reader.window.shown is reader.window.home


def test_back_from_a_place_to_the_card_that_was_shown(reader: Reader, wall: Wall):
    reader.window.go_home()
    reader.sit_down()
    front = reader.asked.item
    reader.window.go(Missing())
    wall.go.emit(Back())
    assert reader.asked.item == front
    assert reader.study.isVisible()
    assert reader.study.isAncestorOf(reader.focus)


def test_back_to_a_verdict_that_was_not_rated(reader: Reader, wall: Wall):
    reader.window.go_home()
    reader.sit_down()
    reader.answer()
    verdict = reader.judged
    reader.window.go(Missing())
    assert answers(reader) == 0
    wall.go.emit(Back())
    assert reader.judged == verdict
    reader.window.go(Missing())
    reader.window.go_home()
    assert answers(reader) == 1


class Shown(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


@pytest.mark.parametrize(
    "route", [Browse(), Edit(), Statistics(), Preferences(), Quiz()], ids=lambda one: type(one).__name__
)
def test_a_place_shows_no_window_beside_ours(reader: Reader, qapp: QApplication, route: Route):
    shown = Shown()
    qapp.installEventFilter(shown)
    reader.window.go(route)
    QApplication.processEvents()
    qapp.removeEventFilter(shown)
    assert shown.windows == []
    assert reader.window.isActiveWindow()
