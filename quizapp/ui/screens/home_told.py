"""Home's calm lines: a backlog, and cards that left their decks; each leads to where one can do something."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.overview import Overview
from quizapp.ui.navigation import DueDays, Missing, Renames, Study
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow

LONG_AWAY = 30
"""Study days after which a start with a few cards is offered."""
USEFUL = 20
"""Cards of such a start."""


class Told(QWidget):
    """Hidden while there is nothing to tell."""

    go = Signal(object)
    """A Route."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("Only the %n most useful today", "", USEFUL)
        self.useful = Button("quiet", words, icon="study", height=36)
        self.late = Button("quiet", "", icon="clock", height=36)
        self.renamed = Button("quiet", "", icon="info", height=36)
        self.missing = Button("quiet", "", icon="file", height=36)
        self.useful.clicked.connect(self._to_useful)
        self.late.clicked.connect(self._to_due_days)
        self.renamed.clicked.connect(self._to_renames)
        self.missing.clicked.connect(self._to_missing)
        self.buttons = (self.useful, self.late, self.renamed, self.missing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(*self.buttons, gap=12))

    def show_overview(self, overview: Overview) -> None:
        """Missing cards are told of where they are more than those that may have been renamed."""
        self.late.setText(self.tr("%n more cards wait: spread them", "", overview.late))
        self.renamed.setText(self.tr("%n cards may have been renamed", "", overview.renamed))
        self.missing.setText(self.tr("%n cards are in no deck any more", "", overview.missing))
        self.late.setVisible(overview.late > 0)
        self.useful.setVisible(overview.late > 0 and overview.away >= LONG_AWAY)
        self.renamed.setVisible(overview.renamed > 0)
        self.missing.setVisible(overview.missing > overview.renamed)
        self.setVisible(overview.late > 0 or overview.renamed > 0 or overview.missing > 0)

    def _to_useful(self) -> None:
        self.go.emit(Study(most=USEFUL))

    def _to_due_days(self) -> None:
        self.go.emit(DueDays())

    def _to_renames(self) -> None:
        self.go.emit(Renames())

    def _to_missing(self) -> None:
        self.go.emit(Missing())
