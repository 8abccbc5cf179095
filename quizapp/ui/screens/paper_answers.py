"""Answers given on paper are typed in, question by question, and graded like those given on screen."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.attempt import Given
from quizapp.core.kinds.base import Answer, DontKnow, Reading
from quizapp.core.kinds.forms import Blanks, Boxes, Form, Lines, Pairing, Plate, Ranks
from quizapp.core.printed import Printed, printed
from quizapp.ui import theme
from quizapp.ui.examiner import Examiner
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, ExamResult, PaperAnswers, Route
from quizapp.ui.screens.place import Place
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, Styled, announce
from quizapp.ui.widgets.panel import Panel

_WIDEST, _FIELD = 864, 260
_UNKNOWN = "?"


class PaperAnswersPlace(Place):
    """Each answer is saved as it is taken; Enter takes it and goes on."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.examiner = Examiner(kit.services, self)
        self.rows: tuple[AnswerRow, ...] = ()
        self._title, self._about = label("title", wrap=True), label("small", token="mut", wrap=True)
        self.hand_in = Button("primary", self.tr("Hand in"))
        self.back = Button("ghost", self.tr("Back"), key=self.tr("Esc"))
        self._list = Panel(padding=(14, 10, 14, 10))
        self._rows = QWidget()
        self._list.content.addWidget(self._rows)
        self._page = page = Page(_WIDEST, top=20 - MARGIN, bottom=20)
        page.content.setSpacing(4)
        how = self.tr("Letters as printed. Several answers: with semicolons. ? means “I don’t know”.")
        for words in (self._title, self._about, label("small", how, "mut", wrap=True)):
            words.setContentsMargins(MARGIN, 0, MARGIN, 0)
            page.content.addWidget(words)
        page.content.addWidget(self._list)
        page.content.addWidget(Flow(self.hand_in, self.back))
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.hand_in.clicked.connect(self._on_hand_in)
        self.back.clicked.connect(self._go_back)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._go_back)

    def arrive(self, route: Route) -> None:
        assert isinstance(route, PaperAnswers)
        attempt = self.examiner.resume(route.session_id)
        if attempt is None:
            self.go.emit(Back())
            return
        if attempt.handed_in:
            self.go.emit(ExamResult(session_id=attempt.session_id))
            return
        self._title.setText(attempt.title)
        self._show_rows()
        next((row for row in self.rows if attempt.last(row.at) is None), self.rows[0]).field.setFocus()

    def _show_rows(self) -> None:
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        questions = printed(self.examiner.attempt.questions)
        self.rows = tuple(AnswerRow(at, one) for at, one in enumerate(questions))
        for row in self.rows:
            column.addWidget(row)
            row.typed.connect(self._on_typed)
            row.picked.connect(self._take)
            row.field.submitted.connect(partial(self._go_on, row.at))
            row.reached.connect(self._on_reached)
            if given := self.examiner.attempt.last(row.at):
                row.show_given(given)
        self._list.content.replaceWidget(self._rows, fresh)
        self._rows.deleteLater()
        self._rows = fresh
        self._count()

    def _count(self) -> None:
        attempt = self.examiner.attempt
        count = len(attempt.questions) - len(attempt.blank)
        all_of = self.tr("{count} of {total} answered").format(count=count, total=len(attempt.questions))
        self._about.setText(f"{attempt.code} · {all_of}")

    def _on_typed(self, at: int, text: str) -> None:
        """Read it; what cannot be read is left as it is, and said."""
        row = self.rows[at]
        if text == _UNKNOWN:
            self._take(at, DontKnow())
            return
        filling = row.one.form.read(text)
        if filling is None:
            row.show_unread()
            return
        posed = row.one.posed
        self._take(at, posed.kind.filled(posed.asked, row.one.prompt, filling))

    def _take(self, at: int, answer: Answer) -> None:
        readings = self.examiner.readings(at, answer)
        if len(readings) > 1:
            self.rows[at].show_readings(readings)
            return
        self.rows[at].show_given(self.examiner.answer(at, answer))
        self._count()

    def _go_on(self, at: int) -> None:
        """To the next question, unless this one still asks something."""
        row = self.rows[at]
        if row.asks:
            row.focus_reading()
        elif at + 1 < len(self.rows) and not row.unread:
            self.rows[at + 1].field.setFocus()
        elif not row.unread:
            self.hand_in.setFocus()

    def _on_reached(self, row: "AnswerRow") -> None:
        self._page.show_rect(QRect(0, 0, row.width(), row.height()), row)

    def _on_hand_in(self) -> None:
        attempt = self.examiner.hand_in()
        self.go.emit(ExamResult(session_id=attempt.session_id))

    def _go_back(self) -> None:
        self.go.emit(Back())


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
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._front, 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side)
        self.read_as.hide()
        self._readings.hide()
        self.field.submitted.connect(self._on_left)
        self.field.editingFinished.connect(self._on_left)
        self.field.reached.connect(self._on_reached)

    def restyle(self) -> None:
        self.field.setFixedWidth(theme.px(_FIELD))
        self.read_as.setFixedWidth(theme.px(_FIELD))

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
