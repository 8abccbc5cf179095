"""Somebody who learns with the real app, by keyboard alone."""

from itertools import cycle

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.app import App
from quizapp.core.reviews import Moment
from quizapp.paths import AppPaths
from quizapp.store import log
from quizapp.ui.player import Player
from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.widgets.choice_row import ChoiceRow

MORNING_MS = 1_756_717_200_000  # 1 September 2025, 09:00 UTC
HOUR_MS = 3_600_000
_ALT, _NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


class Learner:
    """Somebody with a keyboard, a clock that runs, and the app, which can be closed and opened again."""

    def __init__(self, qtbot: QtBot, paths: AppPaths) -> None:
        self.qtbot, self.paths = qtbot, paths
        self.now_ms = MORNING_MS
        self._bytes = cycle(range(256))
        self.presses = 0
        self.open()

    def open(self) -> None:
        """Start the app on the same files."""
        self.app = App(self.paths, now=self._now, entropy=self._entropy)
        self.app.show()
        self.window = self.app.window
        self.player = Player(self.window)
        self.qtbot.waitUntil(self._ready)

    def _ready(self) -> bool:
        loading = self.app.loading
        return self.window.isActiveWindow() and loading is not None and not loading.busy

    def close(self) -> None:
        self.app.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)

    def _now(self) -> Moment:
        self.now_ms += 1
        return Moment(self.now_ms, 0, 4)

    def _entropy(self, count: int) -> bytes:
        return bytes(next(self._bytes) for _ in range(count))

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "the focus was lost"
        assert focus.isVisible()
        return focus

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.presses += 1
        self.qtbot.keyClick(self.focus, key, modifier)

    @property
    def study(self) -> StudyScreen:
        shown = self.window.shown
        assert isinstance(shown, StudyScreen)
        return shown

    def answer(self, *, right: bool = True) -> str:
        """Answer the card on screen and take the suggested rating; its kind."""
        asked = self.study.asked
        assert asked is not None
        scored = asked.kind.scored(asked.question, asked.item.part)
        self.now_ms += 5_000
        if right or not scored:
            self.player.answer()
        else:
            self.press(Qt.Key.Key_0, _ALT if self.study.column.answer.takes_text else _NONE)
        judged = self.study.judged
        assert judged is not None
        expected = ("correct" if right else "unknown") if scored else "unscored"
        assert judged.verdict.outcome == expected, judged.verdict
        self.player.rate()
        return asked.kind.name

    def pick(self, text: str) -> None:
        """Press the digit of an option."""
        rows = [row for row in self.study.findChildren(ChoiceRow) if row.isVisible()]
        digit = next(at for at, row in enumerate(rows, 1) if row.accessibleName().startswith(text))
        self.press(Qt.Key(Qt.Key.Key_0 + digit))

    def card_id(self) -> str:
        """Of the card on screen."""
        asked = self.study.asked
        assert asked is not None
        return asked.item.card_id

    def logged(self) -> list[str]:
        """The cards of all answers that count, in order."""
        voids = {event.target for event in log.events(self.app.db) if event.type == "void"}
        return [review.card_id for review in log.reviews(self.app.db) if review.review_id not in voids]
