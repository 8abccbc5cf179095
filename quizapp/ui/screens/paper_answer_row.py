"""One question whose answer is typed in from paper: its words, a field, and how the answer was read."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.core.attempt import Given
from quizapp.core.kinds.base import Reading
from quizapp.core.kinds.forms import Blanks, Boxes, Form, Lines, Pairing, Plate, Ranks
from quizapp.core.printed import Printed
from quizapp.ui import theme
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import MARGIN, Styled, announce

_FIELD, _ALL = 260, 16_777_215
"""Width of a field at 100 %, and a widget's largest width in Qt; px."""


class AnswerRow(Styled, QWidget):
    """One question: its number and words, a field, and how what is typed was read."""

    typed = Signal(int, str)
    """(index, text) once the field is left or Enter pressed with a new text."""
    picked = Signal(int, object)
    """(index, Answer): which of two readings is meant."""
    reached = Signal(object)
    """Itself, when its field gets the focus."""

    def __init__(self, at: int, one: Printed) -> None:
        super().__init__()
        self.at, self.one = at, one
        self.unread = False
        self._last = ""
        front = one.posed.note.front(one.posed.part)
        self._front = label("row", f"{one.number}.  {front}", wrap=True)
        self.field = _Field(
            self.tr("Answer to question {number}").format(number=one.number), self._hint(one.form)
        )
        self.read_as = Label("small", "", token="mut", wrap=True)
        self._readings = QWidget()
        self._buttons: list[Button] = []
        side = QVBoxLayout()
        side.setSpacing(2)
        for widget in (self.field, self.read_as, self._readings):
            side.addWidget(widget)
        self._box = side
        side.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(MARGIN, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self._front, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(side)
        self.read_as.hide()
        self._readings.hide()
        self.field.submitted.connect(self._on_left)
        self.field.editingFinished.connect(self._on_left)
        self.field.reached.connect(self._on_reached)

    def restyle(self) -> None:
        """In large text the field stands below the question."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if theme.roomy() else ways.TopToBottom)
        self._row.setSpacing(12 if theme.roomy() else 0)
        self.field.setFixedWidth(theme.px(_FIELD))
        # Below each other, a box asks for its height at the width of the row: it had better have that.
        self.read_as.setMaximumWidth(theme.px(_FIELD) if theme.roomy() else _ALL)

    @property
    def asks(self) -> bool:
        """True while it asks which reading is meant."""
        return bool(self._buttons)

    def focus_reading(self) -> None:
        self._buttons[0].setFocus()

    def show_given(self, given: Given) -> None:
        """How it was read; not whether it is right."""
        self._clear()
        unknown = given.verdict.outcome == "unknown"
        words = self.tr("I don’t know") if unknown else given.verdict.given or self.tr("nothing")
        self._say(self.tr("Read as: {answer}").format(answer=words), "mut")

    def show_unread(self) -> None:
        """It does not fit what is printed."""
        self._clear()
        self.unread = True
        self._say(
            self.tr("That does not fit this question. {how}").format(how=self._hint(self.one.form)), "bad"
        )

    def show_readings(self, readings: tuple[Reading, ...]) -> None:
        """Ask which is meant."""
        self._clear()
        self._say(self.tr("Which is meant?"), "warn")
        self._buttons = [Button("ghost", reading.words, height=30) for reading in readings]
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(*self._buttons))
        for button, reading in zip(self._buttons, readings, strict=True):
            button.clicked.connect(partial(self._on_reading, reading))
        self._swap(fresh)
        fresh.show()

    def _on_reading(self, reading: Reading) -> None:
        self.field.setFocus()
        self.picked.emit(self.at, reading.answer)

    def _clear(self) -> None:
        self.unread, self._buttons = False, []
        self._swap(QWidget())
        self._readings.hide()

    def _swap(self, fresh: QWidget) -> None:
        self._box.replaceWidget(self._readings, fresh)
        self._readings.hide()
        self._readings.deleteLater()
        self._readings = fresh

    def _say(self, words: str, token: str) -> None:
        self.read_as.set_token(token)
        self.read_as.setText(words)
        self.read_as.show()
        announce(self.field, words)

    def _on_left(self) -> None:
        text = self.field.text().strip()
        if text and text != self._last:
            self._last = text
            self.typed.emit(self.at, text)

    def _on_reached(self) -> None:
        self.reached.emit(self)

    def _hint(self, form: Form) -> str:
        return _HINTS[type(form)](self, form)

    def _boxes_hint(self, form: Boxes) -> str:
        return self.tr("Letters, or - for none") if form.many else self.tr("One letter")

    def _lines_hint(self, form: Lines) -> str:
        return self.tr("With semicolons between them") if form.many else self.tr("As it was written")

    def _blanks_hint(self, form: Blanks) -> str:
        picked = all(blank.options for blank in form.blanks)
        if len(form.blanks) == 1:
            return self.tr("One letter") if picked else self.tr("As it was written")
        return self.tr("With semicolons between them")

    def _ranks_hint(self, form: Ranks) -> str:
        return self.tr("All letters in order, or the numbers")

    def _pairing_hint(self, form: Pairing) -> str:
        return self.tr("Such as 1C 2A 3B")

    def _plate_hint(self, form: Plate) -> str:
        return self.tr("The number") if form.right else self.tr("As it was written")


class _Field(TextField):
    """Tells when it gets the focus."""

    reached = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name, role="row", height=36, placeholder=placeholder)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.reached.emit()


_HINTS: Mapping[type[Form], Callable[[AnswerRow, Any], str]] = {
    Boxes: AnswerRow._boxes_hint,
    Lines: AnswerRow._lines_hint,
    Blanks: AnswerRow._blanks_hint,
    Ranks: AnswerRow._ranks_hint,
    Pairing: AnswerRow._pairing_hint,
    Plate: AnswerRow._plate_hint,
}
