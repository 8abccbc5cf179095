"""What stays in view at the side while the page beside it scrolls."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

_AIR = 20
"""Above it, once the page has scrolled further; px."""


class Sticky(QWidget):
    """A column of the page as high as its neighbour; its one widget moves down in it as the page scrolls."""

    def __init__(self, widget: QWidget, page: QScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widget, self._page = widget, page
        widget.setParent(self)
        widget.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        page.verticalScrollBar().valueChanged.connect(self._place)

    def sizeHint(self) -> QSize:
        return self._widget.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._widget.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        hint = self._widget.sizeHint()
        top = self.mapTo(self._page.viewport(), QPoint(0, 0)).y() if self._page.isAncestorOf(self) else 0
        down = max(0, min(_AIR - top, self.height() - hint.height()))
        self._widget.setGeometry(0, down if top < _AIR else 0, self.width(), hint.height())
