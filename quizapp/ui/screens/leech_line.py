"""A line below a result: cards that were forgotten once too often in it."""

from PySide6.QtWidgets import QWidget

from quizapp.store.leeches import Marked
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import MARGIN


class LeechLine(Label):
    """Says what became of them, if there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("small", wrap=True, parent=parent)
        self.setContentsMargins(MARGIN, 0, MARGIN, 4)
        self.show_marked(Marked())

    def show_marked(self, found: Marked) -> None:
        """How many were flagged, how many put aside."""
        parts = [
            self.tr("%n cards were forgotten so often that they are put aside now.", "", found.suspended)
            if found.suspended
            else "",
            self.tr("%n cards were forgotten so often that they are flagged now.", "", found.flagged)
            if found.flagged
            else "",
        ]
        self.setText(" ".join(filter(None, parts)))
        self.setVisible(bool(found))
