"""What is asked between an answer and its verdict, or after it: what was meant, how sure, once more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.desk import Unclear, Unsaved
from quizapp.core.turn import SURE
from quizapp.ui.widgets.digits import DigitButton, DigitRow
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import RADIUS, announce
from quizapp.ui.widgets.panel import Panel

_PADDING = (20, 12, 16, 12)
_FIELD = 46


class Asker(DigitRow):
    """A question with a few answers, each on a digit."""

    answered = Signal(int)
    """1 for the first answer, 0 if it was skipped."""

    def __init__(self, question: str, buttons: Sequence[DigitButton], parent: QWidget | None = None) -> None:
        """question: what is read out when it is asked."""
        super().__init__(buttons, parent=parent)
        self.question = question
        self.chosen.connect(self._choose)

    def _choose(self, number: int) -> None:
        self.answered.emit(number)

    def start(self) -> None:
        """Take the focus and have the question read out."""
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.question)

    def go_on(self) -> None:
        """Enter or Space without the focus on a button."""


class SureRow(Asker):
    """How sure is the learner? Enter or Space skips it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        names = ["", *(f"{round(share * 100)} %" for share in SURE[1:])]
        buttons = [DigitButton(str(digit), name) for digit, name in enumerate(names, start=1)]
        super().__init__("", [*buttons, DigitButton("")], parent)
        self.question = self.tr("How sure are you that your answer is right?")
        buttons[0].show_words(self.tr("Guess"), "")
        self.skip = self.buttons[-1]
        self.skip.show_words(self.tr("Skip"), "")
        self.restyle()

    def press_digit(self, digit: int) -> None:
        if digit <= len(SURE):
            self.answered.emit(digit)

    def _choose(self, number: int) -> None:
        self.answered.emit(number if number <= len(SURE) else 0)

    def start(self) -> None:
        self.skip.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.question)

    def go_on(self) -> None:
        self.answered.emit(0)


class ReadingPanel(Panel):
    """How does the learner mean their answer?"""

    def __init__(self, unclear: Unclear, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=_PADDING, parent=parent)
        question = self._question(unclear)
        self.content.addWidget(label("heading", question, wrap=True))
        self.content.addSpacing(8)
        readings = enumerate(unclear.readings, start=1)
        self.row = Asker(question, [DigitButton(str(digit), reading.words) for digit, reading in readings])
        self.content.addWidget(self.row)

    def _question(self, unclear: Unclear) -> str:
        if not unclear.given:
            return self.tr("How do you mean your answer?")
        words = self.tr("How do you mean {answer}?")
        if unclear.place:
            words = self.tr("How do you mean {answer} in gap {number}?")
        return words.format(answer=unclear.given, number=unclear.place)


class UnsavedPanel(Panel):
    """What the learner did could not be written."""

    def __init__(self, why: str, what: Unsaved, parent: QWidget | None = None) -> None:
        """why: translated."""
        super().__init__(radius=RADIUS, padding=_PADDING, parent=parent)
        self.fill, self.line = "warnsoft", "warnline"
        head, more = self._said(what)
        self.words = f"{head}. {why} {more}"
        self.content.addWidget(label("heading", head, wrap=True))
        self.content.addSpacing(4)
        for words in (why.replace("/", "/\u200b"), more):
            self.content.addWidget(label("body", words, wrap=True))

    def _said(self, what: Unsaved) -> tuple[str, str]:
        """What is not saved, and what can be done."""
        answer = self.tr("This answer is not saved yet")
        return {
            "rated": (
                answer,
                self.tr("It stays here. Press its rating again to try once more, or leave without it."),
            ),
            "saved": (answer, self.tr("It stays here. Give it again to try once more, or leave without it.")),
            "done": (
                self.tr("This could not be saved"),
                self.tr("All is as it was. Press the key again to try once more."),
            ),
            "handed_in": (
                self.tr("This is not handed in yet"),
                self.tr("Each answer that was saved stays. Hand it in again to try once more."),
            ),
        }[what]


class RetypePanel(Panel):
    """The right answer is typed once more, after a slip of the fingers. Nothing of it is kept."""

    typed = Signal(str)

    def __init__(self, expected: str, parent: QWidget | None = None) -> None:
        """expected: plain, for screen readers; on screen it stands in the diff above."""
        super().__init__(radius=RADIUS, padding=_PADDING, parent=parent)
        self._prompt = label("small", self.tr("Type it once more, without the slip"), "mut", wrap=True)
        self.content.addWidget(self._prompt)
        self.content.addSpacing(4)
        name = self.tr("Type it once more: {expected}").format(expected=expected)
        self.field = TextField(name, height=_FIELD)
        self.field.submitted.connect(self._submit)
        self.content.addWidget(self.field)

    def _submit(self) -> None:
        if self.field.text().strip():
            self.typed.emit(self.field.text())

    def refuse(self) -> None:
        """There is still a slip in it."""
        words = self.tr("There is still a slip in it. Type it once more")
        self._prompt.setText(words)
        self.field.selectAll()
        announce(self, words)
