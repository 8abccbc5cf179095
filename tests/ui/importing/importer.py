"""Somebody who imports in tests: the real app, by keyboard, and what is seen of it."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from quizapp.ui.importing.conflicts import ConflictRow
from quizapp.ui.importing.report_row import ReportRow
from quizapp.ui.navigation import Import
from quizapp.ui.screens.importing import ImportPlace
from quizapp.ui.widgets.dropdown import DropDown
from tests.journeys.hand import Hand
from tests.journeys.learner import Learner

WORDS = """\
Spanish,English,Example,Level,audio
el gato,the cat,El gato duerme.,A1,
la casa,the house,La casa es grande.,A1,
el agua,the water,El agua está fría.,A1,
el perro;the dog
la ventana,,La ventana está abierta.,A2,
el gato,the cat,El gato duerme.,A1,
la mano,"the hand
"""


class Importer:
    """Opens sources and waits until they are read."""

    def __init__(self, owner: Learner, folder: Path) -> None:
        self.owner, self.folder, self.hand = owner, folder, Hand(owner)

    def file(self, name: str, text: str = WORDS) -> Path:
        """A file of somebody else's."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def open(self, *paths: Path) -> ImportPlace:
        """Go to the screen with these."""
        first, *more = map(str, paths) if paths else ("",)
        self.owner.window.go(Import(path=first, more=tuple(more)))
        self.settle()
        return self.place

    @property
    def place(self) -> ImportPlace:
        shown = self.owner.window.shown
        assert isinstance(shown, ImportPlace)
        return shown

    def settle(self) -> None:
        """Nothing is being read, written or listed."""
        QApplication.processEvents()
        self.owner.qtbot.waitUntil(lambda: not self.owner.window.kit.work.busy)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.hand.press(key)
            self.settle()

    def choose(self, name: str, words: str) -> None:
        """Choose from a drop-down by its name: Up and Down until it says the words."""
        drop = next(one for one in self.place.findChildren(DropDown) if _is(one, name))
        drop.setFocus()
        drop.click()
        self.hand.take(words)
        self.settle()

    @property
    def title(self) -> str:
        return self.place.head._title.text()

    @property
    def fact(self) -> str:
        return self.place.head._fact.text()

    @property
    def told(self) -> str:
        return self.place.head.told.text() if self.place.head.told.isVisible() else ""

    @property
    def start(self) -> str:
        """What the button says; in parentheses while it is off."""
        button = self.place.head.start
        return button.words if button.isEnabled() else f"({button.words})"

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """Of the report: place, words, and what can be done."""
        return [
            (row.line.place, row.line.words, row.cure.words if row.cure else "")
            for row in self.place.body.report.rows
        ]

    def row(self, place: str) -> ReportRow:
        return next(row for row in self.place.body.report.rows if row.line.place == place)

    @property
    def conflicts(self) -> list[ConflictRow]:
        return self.place.after.conflicts.rows

    def fronts(self) -> list[str]:
        """Of the cards that are previewed."""
        return [one.note.front(one.note.parts[0]) for one in self.place.body.cards._previews]

    def seen(self) -> list[str]:
        """All labels in sight."""
        return [one.text() for one in self.place.findChildren(QLabel) if one.isVisible() and one.text()]


def _is(drop: DropDown, name: str) -> bool:
    return drop.isVisible() and drop.accessibleName().startswith(name)
