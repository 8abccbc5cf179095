"""The contract of a screen that the window opens when it is first wanted."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Route
from quizapp.ui.services import Changes


class Place(QWidget):
    """Base of such screens; ui/places.py lists them. Each says where to go, only the window goes there."""

    go = Signal(object)
    """A Route."""
    narrow_rail: ClassVar[bool] = False
    """Its panes need the room: icons alone in the rail, at every width."""

    aside: QWidget | None = None
    """What it shows in the rail below the places, where that has room for words."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit

    def arrive(self, route: Route) -> None:
        """Show what the route asks for as things are now, and take the focus; the screen is visible."""
        raise NotImplementedError

    def leave(self) -> None:
        """Another screen is shown next, or the window closes: store what is open."""

    def take_changes(self, changes: Changes) -> None:
        """Something changed while the screen is shown."""
