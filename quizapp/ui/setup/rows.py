"""A row of the set-up: what is set, and its control at the end."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.label import advance, label
from quizapp.ui.widgets.paint import MARGIN, Styled
from quizapp.ui.widgets.panel import Hairline

_LEAST, _WORDS = 40, 110
"""Height of a row, and what its words have at least; px at 100 %."""


class ControlRow(Styled, QWidget):
    """Words at the side where lines begin, controls at the other; `note` says more of the present choice."""

    def __init__(self, words: str, *controls: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("row", words, wrap=True)
        self._words.setContentsMargins(MARGIN, 0, 0, 0)
        self.note = label("small", token="mut")
        self._controls = (self.note, *controls)
        at_end = QHBoxLayout()
        at_end.setSpacing(4)
        at_end.addStretch(1)
        for control in self._controls:
            at_end.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(4)
        self._both.addWidget(self._words, 1)
        self._both.addLayout(at_end)
        self.note.hide()

    def show_note(self, words: str) -> None:
        """ "" hides it."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def restyle(self) -> None:
        self.setMinimumHeight(theme.px(_LEAST))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The controls stand below the words where one line has no room for both."""
        shown = [control.sizeHint().width() + 4 for control in self._controls if not control.isHidden()]
        words = min(advance("row", self._words.text()), theme.px(_WORDS)) + 2 * MARGIN
        roomy = words + sum(shown) <= self.width()
        way = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)


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
