"""The contract of a panel that stands among the settings and is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.kit import Kit
from quizapp.ui.services import Changes
from quizapp.ui.widgets.panel import Panel


class ExtraPanel(Panel):
    """Base of the panels of ui/preferences/doors.py: its content is its own, the frame is as the others'.

    Controls stand flush with the rows; labels keep MARGIN from the sides.
    """

    go = Signal(object)
    """A Route."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(14, 12, 14, 12), parent=parent)
        self.kit = kit

    def arrive(self) -> None:
        """The group is shown: take things as they are now."""

    def take_changes(self, changes: Changes) -> None:
        """Something changed while it is shown."""

    def revert(self) -> bool:
        """Take back the last change that was made in it; False if there is none."""
        return False

    def texts(self) -> tuple[str, ...]:
        """Translated words by which a search finds it."""
        return ()
