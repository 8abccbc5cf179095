"""Buttons that can be dragged to another place as well as pressed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication


class Dragging(QObject):
    """Watches buttons. A press that moves is a drag, and then no click."""

    moved = Signal(int, QPoint)
    """Index of the button that is dragged, and where the mouse is on the screen."""
    dropped = Signal(int, QPoint)

    def __init__(self, buttons: Sequence[QAbstractButton], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._pressed: QPoint | None = None
        self._under_way = False
        for button in self._buttons:
            button.installEventFilter(self)

    def stop(self) -> None:
        """Nothing can be dragged any more."""
        for button in self._buttons:
            button.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or not isinstance(watched, QAbstractButton):
            return super().eventFilter(watched, event)
        place = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._under_way = place, False
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            self._under_way = self._under_way or far
            if self._under_way:
                self.moved.emit(self._buttons.index(watched), place)
                return True
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._pressed = None
            if self._under_way:
                watched.setDown(False)
                self.dropped.emit(self._buttons.index(watched), place)
                return True
        return super().eventFilter(watched, event)
