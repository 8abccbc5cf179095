"""A check box with its words beside it, and a fact at the end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.widgets.checkbox import CheckBox
from quizapp.ui.widgets.label import CutLabel, Label


class TickRow(QWidget):
    """A press anywhere in the row toggles it."""

    toggled = Signal(bool)
    """By the user."""

    def __init__(self, words: str = "", fact: str = "", parent: QWidget | None = None) -> None:
        """words, fact: translated, or a deck's text."""
        super().__init__(parent)
        self.check = CheckBox(words)
        self.check.clicked.connect(self.toggled)
        self._words, self._fact = CutLabel("row", words), Label("small", fact, token="mut", tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.check)
        row.addWidget(self._words, 1)
        row.addWidget(self._fact)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def on(self) -> bool:
        return self.check.isChecked()

    def show_words(self, words: str) -> None:
        self._words.setText(words)
        self.check.setAccessibleName(words)

    def show_on(self, on: bool) -> None:
        """Ticked or not; no signal."""
        self.check.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.check.click()
