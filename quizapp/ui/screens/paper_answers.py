"""Answers given on paper are typed in, question by question, and graded like those given on screen."""

from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.kinds.base import Answer, DontKnow
from quizapp.core.printed import printed
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.examiner import Examiner
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, ExamResult, PaperAnswers, Route
from quizapp.ui.screens.paper_answer_row import AnswerRow
from quizapp.ui.screens.place import Place
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Panel

_WIDEST = 864
_UNKNOWN = "?"


class PaperAnswersPlace(Place):
    """Each answer is saved as it is taken; Enter takes it and goes on."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.examiner = Examiner(kit.services, self)
        self.rows: tuple[AnswerRow, ...] = ()
        self._title, self._about = label("title", wrap=True), label("small", token="mut", wrap=True)
        self.hand_in = Button("primary", self.tr("Hand in"))
        self.back = keyed(Button("ghost", self.tr("Back")), "back", "back")
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
        Bound(self, "back", {"back": self._go_back})

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

    def _on_reached(self, row: AnswerRow) -> None:
        self._page.show_rect(QRect(0, 0, row.width(), row.height()), row)

    def _on_hand_in(self) -> None:
        attempt = self.examiner.hand_in()
        self.go.emit(ExamResult(session_id=attempt.session_id))

    def _go_back(self) -> None:
        self.go.emit(Back())
