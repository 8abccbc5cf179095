"""Every question of a quiz that was handed in, as it was seen."""

from PySide6.QtCore import Signal

from quizapp.core.attempt import Attempt, Posed, answer_of
from quizapp.core.context import Contexts
from quizapp.core.desk import Judged
from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Blank, Verdict
from quizapp.core.overview import Seen
from quizapp.core.papers import asked_of
from quizapp.core.ratings import suggest
from quizapp.ui.kit import Kit
from quizapp.ui.models.cards import SeenModel
from quizapp.ui.screens.card_rows import MissedDelegate
from quizapp.ui.screens.study_column import QuestionColumn
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.rows import SIDE, RowTable


class QuestionsPanel(Panel):
    """Each question: its sign, its front and the answer; below, the one that was chosen as it was seen."""

    opened = Signal(object)
    """The QuestionColumn that was put below the table."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(padding=(0, 16, 0, 12))
        self._kit = kit
        self._attempt: Attempt | None = None
        self._model = SeenModel(self)
        self.table = RowTable(MissedDelegate())
        self.table.setAccessibleName(self.tr("All questions"))
        self.table.setModel(self._model)
        self.table.chosen.connect(self._show)
        self.column: QuestionColumn | None = None
        heading = label("heading", self.tr("All questions"), wrap=True)
        about = label("small", self.tr("Enter shows a question as it was seen."), "mut", wrap=True)
        for words, below in ((heading, 0), (about, 6)):
            words.setContentsMargins(SIDE, 0, SIDE, below)
            self.content.addWidget(words)
        self.content.addWidget(self.table)

    def show_attempt(self, attempt: Attempt) -> None:
        self._attempt = attempt
        self._put(None)
        seen = []
        for at, posed in enumerate(attempt.questions):
            last = attempt.last(at)
            seen.append(
                Seen(
                    at=at,
                    front=posed.note.front(posed.part),
                    outcome=last.verdict.outcome if last else "blank",
                    given=last.verdict.given if last else "",
                )
            )
        self._model.show_values(tuple(seen))

    def _show(self, seen: Seen) -> None:
        """The question with its options in their order, the answer given, the key and the reason."""
        assert self._attempt is not None
        posed, last = self._attempt.questions[seen.at], self._attempt.last(seen.at)
        asked = asked_of(posed, seen.at + 1, len(self._attempt.questions))
        column = QuestionColumn(asked, self._kit.maths, rated=False)
        column.card.history.hide()
        self._put(column)
        answer = answer_of(posed, last.answer) if last else Blank()
        verdict = last.verdict if last else _left_blank(posed)
        suggestion = suggest(verdict, None, 0)
        column.show_verdict(
            Judged(answer=answer, verdict=verdict, suggestion=suggestion, intervals={}, now_ms=0)
        )
        self.opened.emit(column)

    def _put(self, column: QuestionColumn | None) -> None:
        old, self.column = self.column, column
        if column is not None:
            column.setContentsMargins(SIDE - MARGIN, 12, SIDE - MARGIN, 0)
            self.content.addWidget(column)
            column.show()
        if old is not None:
            old.hide()
            old.deleteLater()


def _left_blank(posed: Posed) -> Verdict:
    """What a question without an answer shows: the key."""
    context = posed.context(Contexts(posed.header()).of(posed.note, posed.part))
    return grade(posed.kind, posed.asked, posed.prompt(), Blank(), context)
