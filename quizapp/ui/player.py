"""A learner who studies by key presses alone, as the demo, the measurements and the tests need one.

It knows no kind of question: what is right, a kind says by its solution; what to press for that, its widget.
"""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.core.context import Contexts
from quizapp.core.desk import Asked
from quizapp.core.kinds.base import PartMark
from quizapp.ui.kinds import AnswerWidget
from quizapp.ui.presses import Press
from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.window import Window

Knowing = Literal["right", "almost", "wrong"]
"""`almost` is right where a kind has nothing that is nearly so."""

Parts = Sequence[PartMark]

PATIENCE_S = 60
_ASIDES = 4
"""After the last field or item: the check itself, and what may be asked before the verdict."""
_GIVE_UP = Qt.KeyboardModifier.AltModifier | Qt.Key.Key_0


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

    def press(self, press: Press) -> None:
        """Press a key where the focus is, or type a text."""
        if isinstance(press, str):
            for letter in press:
                _type(self._focus(), letter)
        else:
            combination = QKeyCombination(press)
            QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())

    def answer(self, knowing: Knowing = "right") -> None:
        """Answer the question on screen and wait for the verdict; cards that are rated alone are turned.

        Whoever is wrong and may try again gives up.
        """
        study = self._studying()
        assert study.asked is not None
        self.fill_in(study.column.answer, study.asked, lambda: study.judged is not None, knowing)
        self.wait_for(lambda: study.judged)

    def fill_in(
        self, widget: AnswerWidget, asked: Asked, done: Callable[[], bool], knowing: Knowing = "right"
    ) -> None:
        """Answer a question on any screen, key by key, until it is done."""
        QApplication.processEvents()  # nobody answers what is not laid out yet
        parts = _solution(asked)
        for press in widget.keys_for(_lapses(widget, parts)[knowing](parts)):
            if not done():
                self.press(press)
        for press in [Qt.Key.Key_Return] * (len(parts) + _ASIDES) + [_GIVE_UP]:
            if not done():
                self.press(press)

    def rate(self, rating: str = "") -> None:
        """Press a rating, else take the suggested one; the next question or the summary is there afterwards.

        Nothing is typed once more.
        """
        study = self._studying()
        if study.column.retyping is not None:
            self.press(Qt.Key.Key_Escape)
        self.press(rating or Qt.Key.Key_Return)  # Space ticks, where there is something to tick
        self.wait_for(lambda: self.study is None or study.judged is None)

    def _studying(self) -> StudyScreen:
        study = self.study
        assert study is not None
        return study

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window


def _type(widget: QWidget, letter: str) -> None:
    """QTest knows Latin letters alone; others come as from a keyboard that has them."""
    if letter.isascii():
        QTest.keyClicks(widget, letter)
        return
    for moment in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(moment, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, key)


# What a learner takes for right


def _solution(asked: Asked) -> Parts:
    """What stands behind each option, gap or item ("missed" is right); none where the card is turned over."""
    if not asked.scored:
        return ()
    context = Contexts(asked.deck).of(asked.note, asked.item.part)
    context = replace(context, plain={**asked.borrowed, **context.plain})
    kind, question = asked.kind, asked.question
    whole = PartMark(key="", mark="missed", expected=kind.expected(question, asked.prompt.part, context))
    return kind.solution(question, asked.prompt, context) or (whole,)


Lapse = Callable[[Parts], Parts]


def _missed_one(parts: Parts) -> Parts:
    """Of several right options the last is not picked."""
    right = [part for part in parts if part.mark == "missed"]
    return [part for part in parts if len(right) < 2 or part is not right[-1]]


def _reversed(parts: Parts) -> Parts:
    """Just the options that are wrong."""
    return [replace(part, mark="left_out" if part.mark == "missed" else "missed") for part in parts]


def _slipped(parts: Parts) -> Parts:
    """The first text has a slip of the fingers."""
    return [replace(part, expected=_slip(part.expected)) if not at else part for at, part in enumerate(parts)]


def _at_a_loss(parts: Parts) -> Parts:
    return [replace(part, expected="no idea") for part in parts[:1]]


def _mixed_up(parts: Parts) -> Parts:
    """Two things, each in the other's place."""
    expected = [part.expected for part in parts]
    other = next((at for at, text in enumerate(expected) if text != expected[0]), 0)
    expected[0], expected[other] = expected[other], expected[0]
    return _expecting(parts, expected)


def _all_mixed_up(parts: Parts) -> Parts:
    """Each thing in the next one's place; where all have the same, in one that there is not."""
    expected = [part.expected for part in parts]
    mixed = [*expected[1:], expected[0]]
    return _expecting(parts, [""] * len(parts) if mixed == expected else mixed)


def _expecting(parts: Parts, expected: Sequence[str]) -> Parts:
    return [replace(part, expected=text) for part, text in zip(parts, expected, strict=True)]


def _slip(text: str) -> str:
    """Two neighbours change places: the last two figures that differ, else letters amid the longest word."""
    pairs = [at for at in range(len(text) - 1) if text[at : at + 2].isdigit() and text[at] != text[at + 1]]
    word = max(re.finditer(r"\S+", text), key=lambda found: len(found[0]))
    at = pairs[-1] if pairs else word.start() + max(len(word[0]) // 2 - 1, 0)
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


_OPTIONS: Mapping[Knowing, Lapse] = {"right": list, "almost": _missed_one, "wrong": _reversed}
_TEXTS: Mapping[Knowing, Lapse] = {"right": list, "almost": _slipped, "wrong": _at_a_loss}
_PLACES: Mapping[Knowing, Lapse] = {"right": list, "almost": _mixed_up, "wrong": _all_mixed_up}


def _lapses(widget: AnswerWidget, parts: Parts) -> Mapping[Knowing, Lapse]:
    """How one can go wrong: in what is written, in what is put where, or in what is picked."""
    if widget.takes_text:
        return _TEXTS
    return _PLACES if any(part.expected for part in parts) else _OPTIONS
