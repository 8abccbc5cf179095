"""The curves that join the two columns of a board."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.paint import Styled, begin

_WIDTH, _CASING, _DOT, _OPEN_DOT, _DISK = 2, 6, 8, 10, 20


class Thread(NamedTuple):
    """A curve from a left to a right row. Points on the board, px."""

    start: QPointF
    end: QPointF
    ink: str = "edge"
    dashed: bool = False
    sign: str = ""
    """On a disk in place of the dot at its start."""


class Threads(Styled, QWidget):
    """Lies over the rows and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.threads: tuple[Thread, ...] = ()
        self._open: QPointF | None = None
        self._pulled: tuple[QPointF, QPointF] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_threads(self, threads: Sequence[Thread], open_end: QPointF | None = None) -> None:
        """open_end: where the row stands that gets a partner next."""
        self.threads, self._open = tuple(threads), open_end
        self.update()

    def pull(self, line: tuple[QPointF, QPointF] | None) -> None:
        """A thread that the mouse holds at its end, or none."""
        self._pulled = line
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        for thread in self.threads:
            self._paint_curve(painter, thread)
        for thread in self.threads:
            self._paint_ends(painter, thread)
        if self._pulled is not None:
            self._paint_curve(painter, Thread(*self._pulled, ink="acc"))
            _dot(painter, self._pulled[1], _DOT, "acc")
        if self._open is not None:
            _dot(painter, self._open, _OPEN_DOT, "card", line="acc")
        painter.end()

    def _paint_curve(self, painter: QPainter, thread: Thread) -> None:
        bend = (thread.end.x() - thread.start.x()) / 2
        path = QPainterPath(thread.start)
        path.cubicTo(thread.start + QPointF(bend, 0), thread.end - QPointF(bend, 0), thread.end)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        casing = QPen(theme.color("bg"), _CASING)
        casing.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(path, casing)
        pen = QPen(theme.color(thread.ink), _WIDTH)
        if thread.dashed:
            pen.setDashPattern([3, 2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(path, pen)

    def _paint_ends(self, painter: QPainter, thread: Thread) -> None:
        _dot(painter, thread.end, _DOT, thread.ink)
        if not thread.sign:
            _dot(painter, thread.start, _DOT, thread.ink)
            return
        size = theme.px(_DISK)
        _dot(painter, thread.start, size, thread.ink)
        inner = QRectF(0, 0, size * 0.56, size * 0.56)
        inner.moveCenter(thread.start)
        icons.paint(painter, thread.sign, inner, theme.color("card"), stroke=3)


def _dot(painter: QPainter, center: QPointF, size: float, fill: str, line: str = "") -> None:
    painter.setPen(QPen(theme.color(line), _WIDTH) if line else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill))
    painter.drawEllipse(center, size / 2, size / 2)
