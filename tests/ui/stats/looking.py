"""Somebody in front of the statistics in tests."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from quizapp.store import log
from quizapp.ui.screens.statistics import StatisticsPlace
from quizapp.ui.stats.board import Board
from tests.store.made import review
from tests.ui.learning import School
from tests.ui.reader import CTRL, Reader


class Looker:
    """Somebody in front of the statistics of thirteen cards, one of them often forgotten."""

    def __init__(self, qtbot: QtBot, school: School) -> None:
        self.qtbot, self.school = qtbot, school
        self.reader = Reader(qtbot, school)
        self.reader.press("4", modifier=CTRL)
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.place.gatherer.busy and self.place.stats is not None)
        QApplication.processEvents()

    @property
    def place(self) -> StatisticsPlace:
        shown = self.reader.window.shown
        assert isinstance(shown, StatisticsPlace), shown
        return shown

    @property
    def board(self) -> Board:
        board = self.place.board
        assert board is not None
        return board

    @property
    def told(self) -> str:
        return self.place._told.text() if self.place._told.isVisible() else ""

    def press(
        self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.reader.press(*keys, modifier=modifier)


def forget_rome(school: School) -> None:
    """The first card is answered on thirteen days, and forgotten on every other one."""
    card = school.services.library.shelf.item_of("rome")
    assert card is not None
    for day in range(13):
        log.append_review(school.db, review(school.db, card.card_id, 3 - 2 * (day % 2)))
        school.clock.next_day()


def menu(looker: Looker) -> list[str]:
    """What the menu that opens offers."""
    looker.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return [action.text() for action in shown.actions()]


def pick(at: int) -> None:
    """Choose from the menu."""
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    action = shown.actions()[at]
    shown.close()
    action.trigger()
