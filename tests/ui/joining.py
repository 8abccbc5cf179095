"""A match on screen in tests, joined by keys and mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.match import Match
from quizapp.ui.widgets.match_board import MatchBoard
from quizapp.ui.widgets.place_row import CapRow
from quizapp.ui.widgets.threads import Threads
from tests.ui.desk import QUESTIONS, Desk

COINS = (("Poland", "złoty"), ("Czechia", "*koruna*"), ("Hungary", "forint"))


class Table(Desk):
    """A match on screen."""

    def __init__(self, qtbot: QtBot, question: Match | None = None) -> None:
        super().__init__(qtbot, question or QUESTIONS["match"])
        self.board = self.widget.findChildren(MatchBoard)[0]
        self.threads = self.widget.findChildren(Threads)[0]

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.focus, key)

    def digits(self, *digits: int) -> list[bool]:
        return [self.widget.press_digit(digit) for digit in digits]

    def place(self, text: str) -> int:
        """Where a right text stands, from 1."""
        return self.prompt.rights.index(text) + 1

    def join(self, *rights: str) -> None:
        for number, text in enumerate(rights, start=1):
            self.digits(number, self.place(text))

    @property
    def pairs(self) -> dict[str, str]:
        left, right = self.board.lefts, self.board.rights
        return {left[a].plain: right[b].plain for a, b in sorted(self.board.at.items())}

    @property
    def at(self) -> str:
        focus = self.focus
        assert isinstance(focus, CapRow)
        return focus.plain

    def names(self, rows: Sequence[CapRow]) -> list[str]:
        return [row.accessibleName() for row in rows]

    def check(self) -> None:
        self.widget.submit()
        self.reveal(self.answers[-1])

    def click(self, row: CapRow) -> None:
        self.qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    def drag(self, row: CapRow, to: CapRow, at: QPoint | None = None) -> None:
        start, end = row.rect().center(), row.mapFromGlobal(to.mapToGlobal(at or to.rect().center()))
        QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(row, start + QPoint(30, 0))
        QTest.mouseMove(row, end)
        QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=end)
