"""A card tried out beside its text: the study screen's own column on one panel. Nothing is logged."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core import trial
from quizapp.core.desk import Asked, Judged
from quizapp.core.kinds.base import Answer
from quizapp.ui.maths import Maths
from quizapp.ui.screens.study_column import QuestionColumn
from quizapp.ui.widgets.button import Button


class Trial(QWidget):
    """One question, answerable; then its verdict. Built for an Asked, and gone with it.

    solved: shown with the right answer at once; told: a wrong option -> what then stands on it. It never
    takes the focus by itself.
    """

    judged = Signal()
    """The user has answered it."""
    link_clicked = Signal(str)

    def __init__(
        self,
        asked: Asked,
        maths: Maths | None,
        *,
        solved: bool = False,
        told: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._asked = asked
        self._judged: Judged | None = None
        self.column = QuestionColumn(asked, maths, framed=False, rated=False)
        self.column.submitted.connect(self._judge)
        self.column.amended.connect(self._judge)
        self.column.changed.connect(self._refresh)
        self.column.link_clicked.connect(self.link_clicked)
        self.check = Button("ghost", "", height=36)
        self.check.clicked.connect(self._check)
        self.hint = Button("quiet", self.tr("Hint"), height=36)
        self.hint.clicked.connect(self._show_hint)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 4, 0, 0)
        foot.addWidget(self.check)
        foot.addWidget(self.hint)
        foot.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.column)
        rows.addLayout(foot)
        rows.addStretch(1)
        if solved:
            self.column.answer.solved, self.column.answer.told = True, told or {}
            self._show(trial.solved(asked), heard=False)
        self._refresh()

    @property
    def asked(self) -> Asked:
        return self._asked

    def focus_answer(self) -> bool:
        """Put the focus where answering starts; False if there is nothing more to answer."""
        if self._judged is not None:
            return False
        self.column.answer.focus_answer()
        if not any(part.hasFocus() for part in self.column.answer.findChildren(QWidget)):
            self.check.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _check(self) -> None:
        self.column.answer.check()

    def _judge(self, answer: Answer) -> None:
        self._show(trial.judged(self._asked, answer))
        self._refresh()
        self.judged.emit()

    def _show(self, judged: Judged, *, heard: bool = True) -> None:
        self._judged = judged
        self.column.show_verdict(judged, heard=heard)

    def _show_hint(self) -> None:
        self.column.show_hint()
        self._refresh()

    def _refresh(self) -> None:
        answer, open_ = self.column.answer, self._judged is None
        if self.check.hasFocus() and not open_:
            self.column.setFocus(Qt.FocusReason.OtherFocusReason)
        self.check.setText(answer.action)
        self.check.setVisible(open_ and bool(answer.action))
        self.check.setEnabled(answer.can_submit())
        self.hint.setVisible(open_ and self.column.hints_left > 0)
