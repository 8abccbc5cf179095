"""A row of the set-up: what is set, and its control at the end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, Styled
from quizapp.ui.widgets.panel import Hairline

_LEAST = 40


class ControlRow(Styled, QWidget):
    """Words at the side where lines begin, controls at the other; `note` says more of the present choice."""

    def __init__(self, words: str, *controls: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("row", words, wrap=True)
        self._words.setContentsMargins(MARGIN, 0, 0, 0)
        self.note = label("small", token="mut")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.note)
        for control in controls:
            self._row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.note.hide()

    def show_note(self, words: str) -> None:
        """ "" hides it."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def restyle(self) -> None:
        self.setMinimumHeight(theme.px(_LEAST))


class RowStack(QWidget):
    """Rows with hairlines between those that are shown."""

    def __init__(self, *rows: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._lines = [Hairline(inset=MARGIN) for _ in rows[1:]]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for at, row in enumerate(rows):
            if at:
                column.addWidget(self._lines[at - 1])
            column.addWidget(row)

    def show_row(self, row: QWidget, shown: bool) -> None:
        """Show or hide one of them, but the first."""
        row.setVisible(shown)
        self._lines[self._rows.index(row) - 1].setVisible(shown)
