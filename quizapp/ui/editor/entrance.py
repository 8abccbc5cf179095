"""Widgets of several parts that take the focus for one of them."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class Entrance(QWidget):
    """Passes the focus on to a part of it.

    No focus proxy: the tab key would stop at the whole on behalf of the part, out of order where only the
    part was put in order, and would go round in a form without ever leaving it.
    """

    entrance: QWidget | None = None
    """Where the focus goes."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.entrance is not None:
            self.entrance.setFocus(event.reason())
