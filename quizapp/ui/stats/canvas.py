"""What charts are drawn with: places as in a left-to-right layout, colours as tokens."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from quizapp.ui import theme
from quizapp.ui.widgets.cell import Cell, PaintedCell, line_height

Side = Literal["start", "middle", "end"]
Point = tuple[float, float]

_ROUND, _HALO = 2.5, 4
"""Of a bar's upper corners."""
_FLAGS = {"start": Qt.AlignmentFlag.AlignLeft, "end": Qt.AlignmentFlag.AlignRight}
_TURNED = {"start": Qt.AlignmentFlag.AlignRight, "end": Qt.AlignmentFlag.AlignLeft}


class Canvas(PaintedCell):
    """A cell with lines, bars and dots. From right to left all of it is mirrored, but no word."""

    @classmethod
    def on(cls, painter: QPainter, cell: Cell) -> "Canvas":
        """The place of a cell, to draw in."""
        return cls(painter, cell.place(cell.rect), mirrored=cell.is_mirrored)

    def _point(self, point: Point) -> QPointF:
        return self.place(QRectF(*point, 0, 0)).topLeft()

    def rule(self, start: Point, end: Point, token: str, width: float = 1, *, dashed: bool = False) -> None:
        """A straight line."""
        pen = QPen(theme.color(token), width)
        if dashed:
            pen.setDashPattern([4 / width, 3 / width])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)
        self._painter.drawLine(self._point(start), self._point(end))

    def polyline(self, points: Sequence[Point], token: str, width: float) -> None:
        pen = QPen(theme.color(token), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.drawPolyline(QPolygonF([self._point(point) for point in points]))

    def area(self, points: Sequence[Point], token: str) -> None:
        """A filled field without an edge."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(theme.color(token))
        self._painter.drawPolygon(QPolygonF([self._point(point) for point in points]))

    def bar(self, rect: QRectF, token: str) -> None:
        """A bar that stands on its lower edge: the upper corners alone are round."""
        place = self.place(rect)
        radius = min(_ROUND, place.width() / 2, place.height())
        path = QPainterPath(place.bottomLeft())
        path.lineTo(place.left(), place.top() + radius)
        path.quadTo(place.topLeft(), QPointF(place.left() + radius, place.top()))
        path.lineTo(place.right() - radius, place.top())
        path.quadTo(place.topRight(), QPointF(place.right(), place.top() + radius))
        path.lineTo(place.bottomRight())
        self._painter.fillPath(path, theme.color(token))

    def dot(self, at: Point, size: float, token: str, *, hollow: bool = False) -> None:
        """A dot with an edge of the ground, or, hollow, with an edge of its own."""
        self._painter.setPen(QPen(theme.color(token if hollow else "card"), 2))
        self._painter.setBrush(theme.color("card" if hollow else token))
        self._painter.drawEllipse(self._point(at), size / 2, size / 2)

    def frame(self, rect: QRectF, radius: float, token: str, width: float) -> None:
        """A line round a place."""
        self._painter.setPen(QPen(theme.color(token), width))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(self.place(rect), radius, radius)

    def say(
        self,
        rect: QRectF,
        words: str,
        token: str = "mut",
        *,
        role: str = "small",
        side: Side = "start",
        tabular: bool = True,
        halo: bool = False,
    ) -> None:
        """One line of words, centred between top and bottom; halo: lines run below it."""
        self._painter.setFont(theme.font(role, tabular=tabular))
        if halo:
            self._paint_halo(rect, words)
        self._painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._painter.setPen(theme.color(token))
        flags = (_TURNED if self.is_mirrored else _FLAGS).get(side, Qt.AlignmentFlag.AlignHCenter)
        flags |= Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.drawText(self.place(rect), int(flags | Qt.TextFlag.TextDontClip), words)

    def _paint_halo(self, rect: QRectF, words: str) -> None:
        """The ground round the letters of a line that begins where the place begins."""
        metrics = QFontMetricsF(self._painter.font())
        place = self.place(rect)
        x = place.right() - metrics.horizontalAdvance(words) if self.is_mirrored else place.left()
        y = place.center().y() + (metrics.ascent() - metrics.descent()) / 2
        path = QPainterPath()
        path.addText(QPointF(x, y), self._painter.font(), words)
        pen = QPen(theme.color("card"), _HALO)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.strokePath(path, pen)


def wide(words: str, role: str = "small") -> float:
    """Width of a line of words with figures of equal width, px."""
    now = theme.current()
    return _wide(words, role, now.text_percent, now.printing)


@lru_cache(maxsize=2048)
def _wide(words: str, role: str, percent: int, printing: bool) -> float:
    return QFontMetricsF(theme.font(role, tabular=True)).horizontalAdvance(words)


def line(role: str = "small") -> float:
    """Height of a line of words, px."""
    return line_height(role)
