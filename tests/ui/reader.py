"""Somebody at the keyboard of the window in tests, and what they see."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.desk import Asked, Judged
from quizapp.core.kinds.base import Picked, Typed
from quizapp.ui.navigation import Study
from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.widgets.actionbar import HintButton
from quizapp.ui.widgets.choice_row import ChoiceRow
from quizapp.ui.widgets.label import Label
from quizapp.ui.window import Window
from tests.ui.learning import RIGHT, School

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Reader:
    """Somebody at the keyboard of the window."""

    def __init__(self, qtbot: QtBot, school: School) -> None:
        self.qtbot, self.school = qtbot, school
        self.open()

    def open(self) -> None:
        folder = self.school.folder
        self.window = Window(self.school.services, decks=folder / "decks", data=folder)
        self.window.show()
        self.activate()

    def activate(self) -> None:
        """Come back to the window; offscreen no window manager does so when a sheet closes."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()

    def restart(self) -> None:
        """Close window and files, and open both again."""
        self.close()
        self.school.reopen()
        self.open()

    def sit_down(self, **route: object) -> None:
        """Study the deck of rivers."""
        self.window.go(Study(**(route or {"deck_keys": (self.school.deck_key,)})))  # type: ignore[arg-type]
        QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "the focus was lost"
        assert focus.isVisible(), f"the focus is on {focus}, which is hidden"
        return focus

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key, modifier)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    @property
    def study(self) -> StudyScreen:
        shown = self.window.shown
        assert isinstance(shown, StudyScreen), shown
        return shown

    @property
    def asked(self) -> Asked:
        asked = self.study.asked
        assert asked is not None
        return asked

    @property
    def judged(self) -> Judged | None:
        return self.study.judged

    @property
    def note(self) -> str:
        return self.asked.item.card_id.split("#")[0]

    def pick(self, words: str) -> None:
        """Press the digit of an option."""
        rows = [row for row in self.study.findChildren(ChoiceRow) if row.isVisible()]
        digit = next(at for at, row in enumerate(rows, 1) if row.accessibleName().startswith(words))
        self.press(str(digit))

    def answer(self) -> None:
        """Answer the card on screen rightly, by key; the verdict stays on screen."""
        right = RIGHT[self.note]
        if isinstance(right, Picked):
            self.pick(right.text)
            return
        if isinstance(right, Typed):
            self.type(right.text)
        self.press(Qt.Key.Key_Return)

    def go_to(self, note: str) -> None:
        """Answer cards until this one is asked."""
        while self.note != note:
            self.answer()
            self.press(Qt.Key.Key_Space)


def windows() -> list[QWidget]:
    """Everything that is a window on screen."""
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


@contextmanager
def opened_addresses() -> Iterator[list[str]]:
    """What would go to the browser or the file manager meanwhile."""
    from PySide6.QtCore import QObject, QUrl, Slot
    from PySide6.QtGui import QDesktopServices

    class Catcher(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.caught: list[str] = []

        @Slot(QUrl)
        def take(self, url: QUrl) -> None:
            self.caught.append(url.toString())

    catcher = Catcher()
    schemes = ("https", "http", "file")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, catcher, "take")
    try:
        yield catcher.caught
    finally:
        for scheme in schemes:
            QDesktopServices.unsetUrlHandler(scheme)


def hints(reader: Reader) -> dict[str, str]:
    """Action of each key that is shown in the bar -> how the key is written."""
    buttons = [one for one in reader.study.findChildren(HintButton) if one.isVisible()]
    return {button.hint.action: button.hint.key for button in buttons}


def said(reader: Reader) -> list[str]:
    """The visible labels of the study screen."""
    labels = reader.study.findChildren(Label)
    return [label.text() for label in labels if label.isVisible() and label.text()]
