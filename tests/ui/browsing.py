"""Somebody in Browse in tests: two decks on the shelf, some cards studied, the window open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from quizapp.store import log
from quizapp.ui.navigation import Browse
from quizapp.ui.screens.browse import BrowsePlace
from quizapp.ui.services import Changes
from tests.store.made import review
from tests.store.shelves import COUNTRIES, capital
from tests.ui.learning import School
from tests.ui.reader import Reader

CAPITALS = "capitals.yaml"
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def add_capitals(school: School) -> None:
    """Ten more cards, with tags."""
    cards = [
        capital(country, tags="[europe, north]" if at < 5 else "[europe]")
        for at, country in enumerate(COUNTRIES)
    ]
    school.world.write(CAPITALS, cards, title="Capitals")
    school.world.refresh()


class Browser:
    """Presses keys and says what is seen."""

    def __init__(self, qtbot: QtBot, school: School) -> None:
        self.qtbot, self.school = qtbot, school
        self.reader = Reader(qtbot, school)
        self.go()

    def go(self, **route: object) -> None:
        self.reader.window.go(Browse(**route))  # type: ignore[arg-type]
        QApplication.processEvents()

    @property
    def place(self) -> BrowsePlace:
        shown = self.reader.window.shown
        assert isinstance(shown, BrowsePlace), shown
        return shown

    @property
    def focus(self) -> QWidget:
        return self.reader.focus

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key, modifier)
            QApplication.processEvents()

    def search(self, text: str) -> None:
        """Type a query in place of what is there, and wait for what it finds."""
        self.press(Qt.Key.Key_F, modifier=CTRL)
        if not text:
            self.press(Qt.Key.Key_Delete)
        QTest.keyClicks(self.focus, text)
        self.press(Qt.Key.Key_Return)

    def to_table(self) -> None:
        self.press(Qt.Key.Key_Escape) if self.place.bar.field.completing else None
        self.place.table.setFocus()

    def pick(self, count: int) -> None:
        """Select the first rows."""
        self.to_table()
        self.press(Qt.Key.Key_Home)
        for _ in range(count - 1):
            self.press(Qt.Key.Key_Down, modifier=SHIFT)

    def questions(self) -> list[str]:
        """What the table lists, in order."""
        model = self.place.model
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def cells(self, column: int) -> list[str]:
        model = self.place.model
        return [model.index(row, column).data() for row in range(model.rowCount())]

    @property
    def count(self) -> str:
        return self.place.head.count.text()

    @property
    def notice(self) -> str:
        return self.place.head.notice.text()

    def menu(self) -> QMenu:
        """The menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def choose(self, words: str) -> None:
        """An entry of the menu that is open."""
        menu = self.menu()
        action = next(one for one in menu.actions() if one.text().split("\t")[0] == words)
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        QApplication.processEvents()

    def studied(self, fronts: Sequence[str], rating: int = 3) -> None:
        """Let cards have been answered."""
        for front in fronts:
            (card_id,) = self.school.db.con.execute(
                "SELECT card_id FROM card WHERE card_key = ?", (self.school.world.key(front),)
            ).fetchone()
            log.append_review(self.school.db, review(self.school.db, card_id, rating=rating))
        self.school.services.changed.emit(Changes(progress=True))

    def close(self) -> None:
        self.reader.close()
