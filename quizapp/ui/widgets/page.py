"""A page that scrolls: a column of content in the middle, with sides."""

from typing import TypeGuard

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from quizapp.ui.widgets.paint import MARGIN, NARROW, SIDE, SIDE_NARROW

_AIR = 12
"""What stays visible above and below a row that is scrolled to, px."""


class Page(QScrollArea):
    """Put content into `content`; controls stand flush, their margins reach 4 px into the sides."""

    width_changed = Signal(int)
    """Width of the visible column in px, without the controls' margins."""

    def __init__(self, widest: int, *, top: int = 0, bottom: int = 0, parent: QWidget | None = None) -> None:
        """widest: of the column; top, bottom: margins; px."""
        super().__init__(parent)
        self._widest, self._top, self._bottom = widest, top, bottom
        self._width = 0
        self._followed: QWidget | None = None
        self._since: QWidget | None = None
        self.verticalScrollBar().rangeChanged.connect(self._show_followed)
        self._inner = inner = _Inner()
        self.content = QVBoxLayout(inner)
        self.content.setSpacing(0)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    @property
    def text_width(self) -> int:
        """Width of the visible column in px, without the controls' margins."""
        return self._width

    def show_rect(self, rect: QRect, owner: QWidget) -> None:
        """Scroll until a rectangle of one of the page's widgets can be seen."""
        place = rect.translated(owner.mapTo(self._inner, owner.rect().topLeft()))
        center = place.center()
        self.ensureVisible(center.x(), center.y(), 0, place.height() // 2 + _AIR)

    def follow(self, owner: QWidget | None, since: QWidget | None = None) -> None:
        """Keep one of the page's widgets in view while the page grows; None: nothing any more.

        since: a widget above it that is worked with, and must not leave the view for it.
        """
        if self._followed is not None and isValid(self._followed):
            self._followed.removeEventFilter(self)
        self._followed, self._since = owner, since or owner
        if owner is not None:
            owner.installEventFilter(self)
        self._show_followed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is followed may be given its place after the page has grown."""
        if watched is self._followed and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._show_followed()
        return super().eventFilter(watched, event)

    def _show_followed(self) -> None:
        """The whole of it; if that has no room, its top counts."""
        owner, since = self._followed, self._since
        if _is_there(owner) and _is_there(since):
            # Not ensureWidgetVisible: of a field that would show the caret alone.
            self.show_rect(owner.rect(), owner)
            bar = self.verticalScrollBar()
            bar.setValue(min(bar.value(), since.mapTo(self._inner, since.rect().topLeft()).y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.width()
        side = max(SIDE_NARROW if room < NARROW else SIDE, (room - self._widest) // 2)
        # The scroll bar stands in the side: the column does not move when it appears.
        bar = room - self.viewport().width()
        left, right = (side - bar, side) if self.isRightToLeft() else (side, side - bar)
        self.content.setContentsMargins(left - MARGIN, self._top, right - MARGIN, self._bottom)
        if room - 2 * side != self._width:
            self._width = room - 2 * side
            self.width_changed.emit(self._width)
        super().resizeEvent(event)


def _is_there(widget: QWidget | None) -> TypeGuard[QWidget]:
    """False for one that has gone meanwhile, or is about to."""
    return widget is not None and isValid(widget) and not widget.isHidden()


class _Inner(QWidget):
    """The page's content: its height follows from its width alone."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
