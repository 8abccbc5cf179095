"""Rows of settings in panels: those of a group section by section, or those that a search found."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.preferences.doors import Door
from quizapp.ui.preferences.finding import spans
from quizapp.ui.preferences.row import PAD
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.found_label import FoundLabel
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, Styled
from quizapp.ui.widgets.panel import Hairline, Panel

RADIUS = 14


class SectionPanel(Panel):
    """A heading and rows with hairlines between; the rows are lent."""

    def __init__(self, heading: str, rows: Sequence[QWidget], parent: QWidget | None = None) -> None:
        """heading: translated."""
        super().__init__(radius=RADIUS, padding=(0, 12, 0, 6), parent=parent)
        self.heading = heading
        head = label("heading", heading, wrap=True)
        head.setContentsMargins(PAD, 0, PAD, 4)
        self.content.addWidget(head)
        for at, row in enumerate(rows):
            if at:
                self.content.addWidget(Hairline(inset=PAD))
            self.content.addWidget(row)
            row.show()


class DoorRow(Styled, QWidget):
    """A name, what it is for, and a button that leads there."""

    go = Signal(object)

    def __init__(self, door: Door, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.door = door
        self.name, self.about = FoundLabel("rail"), FoundLabel("small", "mut")
        self.button = Button("ghost", door.button, height=36)
        self.button.setAccessibleDescription(door.name)
        words = QVBoxLayout()
        words.setContentsMargins(MARGIN, 0, MARGIN, 0)
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.about)
        words.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(PAD - MARGIN, 9, PAD - MARGIN, 9)
        self._both.setSpacing(8)
        self._both.addLayout(words, 1)
        self._both.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.clicked.connect(self._on_clicked)
        self.show_found(())

    def show_found(self, words: Sequence[str]) -> None:
        """Mark what was searched for."""
        self.name.show_words(self.door.name, spans(words, self.door.name))
        self.about.show_words(self.door.about, spans(words, self.door.about))

    def texts(self) -> tuple[str, ...]:
        """What a search looks into."""
        door = self.door
        return (door.name, door.about, door.button, door.section, door.synonyms)

    def restyle(self) -> None:
        way = QBoxLayout.Direction.LeftToRight if theme.roomy() else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)

    def _on_clicked(self) -> None:
        self.go.emit(self.door.route)
