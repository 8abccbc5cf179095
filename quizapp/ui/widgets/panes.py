"""Panes that share a side of the screen: the gap between two of them is a handle."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.paint import MARGIN, begin

_STEP = 16
"""Of an arrow key, px."""


class Panes(QSplitter):
    """Handles are dragged or moved by the arrow keys; a double click gives the first sizes again."""

    reset = Signal()

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(MARGIN)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)

    def step(self, handle: "_Handle", by: int) -> None:
        """Move a handle, px."""
        at = self.indexOf(handle)
        place = handle.y() if self.orientation() == Qt.Orientation.Vertical else handle.x()
        self.moveSplitter(place + by, at)


class _Handle(QSplitterHandle):
    """As wide as the gap; a line shows where it is hovered or has the focus."""

    def __init__(self, orientation: Qt.Orientation, panes: Panes) -> None:
        super().__init__(orientation, panes)
        self._panes = panes
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(self.tr("Border between the panes"))
        self.setAccessibleDescription(self.tr("The arrow keys move it"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        vertical = self.orientation() == Qt.Orientation.Vertical
        back, forth = (Qt.Key.Key_Up, Qt.Key.Key_Down) if vertical else (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.key() in (back, forth):
            self._panes.step(self, _STEP if event.key() == forth else -_STEP)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._panes.reset.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.hasFocus() or self.underMouse()):
            return
        painter = begin(self)
        rect = QRectF(self.rect())
        thick = 2.0 if self.hasFocus() else 1.0
        line = QRectF(0, 0, rect.width(), thick)
        if self.orientation() == Qt.Orientation.Horizontal:
            line = QRectF(0, 0, thick, rect.height())
        line.moveCenter(rect.center())
        painter.fillRect(line, theme.color("acc" if self.hasFocus() else "line"))
        painter.end()


class PaneWalk(QObject):
    """F6 and Shift+F6: from pane to pane, those out of sight left out."""

    def __init__(self, panes: Callable[[], Sequence[QWidget]], parent: QWidget) -> None:
        """panes: what takes the focus in each pane, in order."""
        super().__init__(parent)
        self._panes = panes

    def forth(self) -> None:
        self._step(1)

    def back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        panes = [pane for pane in self._panes() if pane.isVisible()]
        now = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if _holds(pane, now)), -1 if by > 0 else 0)
        panes[(at + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
