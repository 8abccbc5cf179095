"""A learner who studies by key presses alone, as the demo and the measurements need one."""

import time
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from quizapp.core.desk import Asked
from quizapp.core.kinds.base import Context, PartMark
from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.window import Window

Knowing = Literal["right", "almost", "wrong"]

PATIENCE_S = 60


class Player:
    """Looks at the window's screen, and presses keys where the focus is."""

    def __init__(self, window: Window) -> None:
        self._window = window

    @property
    def study(self) -> StudyScreen | None:
        """The study screen, if it is shown."""
        shown = self._window.shown
        return shown if isinstance(shown, StudyScreen) else None

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Let the window work until something is so."""
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError(f"waited {PATIENCE_S} s in vain")
            QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self._focus(), key, modifier)

    def answer(self, knowing: Knowing = "right") -> None:
        """Answer the question on screen and wait for the verdict; cards that are rated alone are turned."""
        study = self._studying()
        assert study.asked is not None
        rights = _solution(study.asked)
        if isinstance(self._focus(), QLineEdit):
            self._write(study.asked, rights, knowing)
        else:
            self._pick(study, rights, knowing)
        self.wait_for(lambda: study.judged)

    def rate(self) -> None:
        """Take the suggested rating; the next question or the summary is there afterwards."""
        study = self._studying()
        self.press(Qt.Key.Key_Space)
        self.wait_for(lambda: self.study is None or study.judged is None)

    def _write(self, asked: Asked, rights: tuple[PartMark, ...], knowing: Knowing) -> None:
        texts = [part.expected for part in rights] or [asked.note.plain_of(asked.note.back(asked.item.part))]
        for text in texts:
            QTest.keyClicks(self._focus(), _SPELLINGS[knowing](text))
            self.press(Qt.Key.Key_Return)

    def _pick(self, study: StudyScreen, rights: tuple[PartMark, ...], knowing: Knowing) -> None:
        wanted = "left_out" if knowing == "wrong" else "missed"
        digits = [number for number, part in enumerate(rights, 1) if part.mark == wanted]
        for digit in digits[:1] if knowing == "wrong" else digits:
            if study.judged is None:
                self.press(Qt.Key(Qt.Key.Key_0.value + digit))
        if study.judged is None:
            self.press(Qt.Key.Key_Return)

    def _studying(self) -> StudyScreen:
        study = self.study
        assert study is not None
        return study

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window


def _solution(asked: Asked) -> tuple[PartMark, ...]:
    """What stands behind each option or gap, in the order on screen; "missed" is right."""
    return asked.note.kind.solution(asked.note.question, asked.prompt, Context(plain=asked.note.plain))


def _misspelt(text: str) -> str:
    """Two letters swapped in the middle of the longest word."""
    word = max(text.split(), key=len, default=text)
    middle = len(word) // 2
    swapped = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    return text.replace(word, swapped, 1)


_SPELLINGS: dict[Knowing, Callable[[str], str]] = {
    "right": lambda text: text,
    "almost": _misspelt,
    "wrong": lambda text: "no idea",
}
