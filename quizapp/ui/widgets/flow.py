"""Widgets side by side, wrapped into lines where they do not fit."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.widgets.paint import mirrored


class Flow(QWidget):
    """Holds widgets in the order given, each in the size that it asks for; words that wrap get no more than a
    line. Hidden ones take no room."""

    def __init__(self, *widgets: QWidget, gap: int = 4, parent: QWidget | None = None) -> None:
        """gap: between widgets and between lines, px."""
        super().__init__(parent)
        self._widgets, self._gap = widgets, gap
        for widget in widgets:
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        x = y = line = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint()
            if widget.hasHeightForWidth() and size.width() > width:
                size = QSize(width, widget.heightForWidth(width))
            if x and x + size.width() > width:
                x, y, line = 0, y + line + self._gap, 0
            yield widget, QRect(x, y, size.width(), size.height())
            x += size.width() + self._gap
            line = max(line, size.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        sizes = [widget.sizeHint() for widget in self._widgets if not widget.isHidden()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        sizes = [
            one.minimumSizeHint() if one.hasHeightForWidth() else one.sizeHint()
            for one in self._widgets
            if not one.isHidden()
        ]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(widest, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        # What changed while it was out of sight was not told.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        for widget, place in self._places(self.width()):
            widget.setGeometry(mirrored(self, QRectF(place)).toRect())
