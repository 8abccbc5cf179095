"""Home's calm lines on cards that left their decks: each leads to where one can look at them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.overview import Overview
from quizapp.ui.navigation import Missing, Renames
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow


class Told(QWidget):
    """Hidden while there is nothing to tell."""

    go = Signal(object)
    """A Route."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.renamed = Button("quiet", "", icon="info", height=36)
        self.missing = Button("quiet", "", icon="file", height=36)
        self.renamed.clicked.connect(self._to_renames)
        self.missing.clicked.connect(self._to_missing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(self.renamed, self.missing, gap=12))

    def show_overview(self, overview: Overview) -> None:
        """Missing cards are told of where they are more than those that may have been renamed."""
        self.renamed.setText(self.tr("%n cards may have been renamed", "", overview.renamed))
        self.missing.setText(self.tr("%n cards are in no deck any more", "", overview.missing))
        self.renamed.setVisible(overview.renamed > 0)
        self.missing.setVisible(overview.missing > overview.renamed)
        self.setVisible(overview.renamed > 0 or overview.missing > 0)

    def _to_renames(self) -> None:
        self.go.emit(Renames())

    def _to_missing(self) -> None:
        self.go.emit(Missing())
