"""Several widgets that are one stop of the tab key: the one that had the focus last."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class Roving(QObject):
    """Watches widgets; arrows between them are their owner's."""

    came_to = Signal(int)
    """Index of the widget that has the focus now."""

    def __init__(self, widgets: Sequence[QWidget], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        for widget in self._widgets:
            widget.installEventFilter(self)
        self.stop_at(0)

    def stop_at(self, index: int) -> None:
        """Make one the stop."""
        for at, widget in enumerate(self._widgets):
            stop = at == index
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self._widgets:
            index = self._widgets.index(watched)
            self.stop_at(index)
            self.came_to.emit(index)
        return super().eventFilter(watched, event)


def stops_in(whole: QWidget) -> list[QWidget]:
    """Where the tab key stops in a widget, in Qt’s order."""
    found, widget = [], whole.nextInFocusChain()
    while widget is not None and widget is not whole:
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabbed and widget.isVisible() and widget.isEnabled() and whole.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
