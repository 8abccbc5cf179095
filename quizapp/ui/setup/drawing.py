"""The code of the draw: the same code and decks give the same paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.exam import read_code
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, announce


class DrawRow(QWidget):
    """The code, to be copied, drawn anew, or typed."""

    typed = Signal(str)
    """The user's own code."""
    redraw_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self.field = TextField(self.tr("Code of the draw"), role="mono", height=36)
        self.copy = Button("quiet", self.tr("Copy"), height=30)
        self.redraw = Button("quiet", self.tr("Redraw"), height=30)
        words = label("row", self.tr("Draw"))
        words.setContentsMargins(MARGIN, 0, 0, 0)
        about = label(
            "small", self.tr("The same code and decks give the same paper to anyone."), "mut", wrap=True
        )
        about.setContentsMargins(MARGIN, 2, MARGIN, 2)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(words, 1)
        row.addWidget(self.copy)
        row.addWidget(self.redraw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.field)
        column.addWidget(about)
        self.field.textEdited.connect(self._on_edited)
        self.field.editingFinished.connect(self._on_left)
        self.copy.clicked.connect(self._on_copy)
        self.redraw.clicked.connect(self.redraw_wanted)

    def show_code(self, code: str) -> None:
        """A code; what is being typed stays as it is, also while that is nothing."""
        self._code = code
        typed = read_code(self.field.text())
        if typed != code and (typed or not self.field.hasFocus()):
            self.field.setText(code)

    def _on_left(self) -> None:
        self.field.setText(self._code)

    def _on_edited(self, text: str) -> None:
        self.typed.emit(read_code(text))

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.field.text())
        announce(self.copy, self.tr("Copied"))
