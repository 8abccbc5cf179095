"""What all kinds share that are turned over and rated by the learner."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.kinds.base import Revealed, Verdict
from quizapp.ui.kinds.base import AnswerWidget
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import RADIUS
from quizapp.ui.widgets.panel import Panel


class TurnWidget(AnswerWidget):
    """Nothing to fill in: "Show the answer" reveals the back."""

    def __init__(self, shows: str, viewers: Viewers, parent: QWidget | None = None) -> None:
        """shows: the back, Markdown."""
        super().__init__(parent)
        self._shows, self._viewers = shows, viewers
        self.action = self.tr("Show the answer")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def can_submit(self) -> bool:
        return True

    def submit(self) -> None:
        self.submitted.emit(Revealed())

    def reveal(self, verdict: Verdict) -> None:
        panel = Panel(radius=RADIUS, padding=(20, 14, 20, 16))
        panel.content.addWidget(label("small", self.tr("Answer"), "mut"))
        panel.content.addSpacing(4)
        self.back = self._viewers(self._shows, role="answer")
        panel.content.addWidget(self.back)
        self._box.addWidget(panel)
