"""What all kinds share that are answered with one text."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.kinds.base import Typed, Verdict
from quizapp.ui.kinds.base import AnswerWidget
from quizapp.ui.widgets.diff import DiffView
from quizapp.ui.widgets.field import TextField


class WritingWidget(AnswerWidget):
    """A field, whose place the comparison with the right answer takes after the check."""

    takes_text = True

    def __init__(self, name: str, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        """name: what to write, for screen readers; placeholder: what to write, where that needs a word."""
        super().__init__(parent)
        self.action = self.tr("Check")
        self._field = TextField(name, placeholder=placeholder)
        self._field.textChanged.connect(self.changed)
        self._field.submitted.connect(self.check)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._field)
        self._shown: QWidget = self._field
        self._tried = ""

    def can_submit(self) -> bool:
        return bool(self._field.text().strip()) and not self.unchanged()

    def unchanged(self) -> bool:
        text = self._field.text().strip()
        return bool(text) and text == self._tried

    def submit(self) -> None:
        if self.can_submit():
            self.submitted.emit(Typed(self._field.text()))

    def focus_answer(self) -> None:
        self._field.setFocus()

    def reveal(self, verdict: Verdict) -> None:
        # An accepted answer needs no model beside it unless something differs from that.
        shown = verdict.expected if verdict.diff or verdict.outcome != "correct" else verdict.given
        view = DiffView(verdict.given, shown, verdict.diff, verdict.outcome)
        self._box.replaceWidget(self._shown, view)
        self._shown.hide()
        self._shown = view

    def reveal_again(self, verdict: Verdict) -> None:
        old = self._shown
        self.reveal(verdict)
        old.deleteLater()

    def try_again(self, verdict: Verdict) -> bool:
        self._tried = self._field.text().strip()
        self._field.setFocus()
        self._field.selectAll()
        self.changed.emit()
        return True
