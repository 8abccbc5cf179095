"""Icons drawn for this project, as outlines on a 20 x 20 field; painted in any colour and size."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

FIELD = 20.0
_STROKE = 1.7

# M x y: move, L x y: line, C x1 y1 x2 y2 x y: curve, Z: close, O x y r: circle, R x y w h r: rounded box.
_OUTLINES: dict[str, str] = {
    "back": "M 12 4.5 L 6.5 10 L 12 15.5",
    "chevron": "M 8 5 L 13 10 L 8 15",
    "chevron-down": "M 5 8 L 10 13 L 15 8",
    "check": "M 4.2 10.6 L 8.2 14.6 L 15.8 6",
    "cross": "M 5 5 L 15 15 M 15 5 L 5 15",
    "almost": "M 3.5 8.2 C 6 5 8 5 10 7.2 C 12 9.4 14 9.4 16.5 6.4 M 3.5 13.6 C 6 10.4 8 10.4 10 12.6"
    " C 12 14.8 14 14.8 16.5 11.8",
    "minus": "M 4.5 10 L 15.5 10",
    "arrow-up": "M 10 16.5 L 10 3.5 M 4.8 8.7 L 10 3.5 L 15.2 8.7",
    "arrow-down": "M 10 3.5 L 10 16.5 M 4.8 11.3 L 10 16.5 L 15.2 11.3",
    "plus": "M 10 4 L 10 16 M 4 10 L 16 10",
    "search": "O 8.6 8.6 5 M 12.4 12.4 L 16.6 16.6",
    "file": "M 5 2.8 L 11.6 2.8 L 15 6.2 L 15 17.2 L 5 17.2 Z M 7.8 10 L 12.2 10 M 7.8 13.2 L 12.2 13.2",
    "study": "R 2.5 7.5 11.5 9 2 M 6 4.5 L 14.5 4.5 C 16.4 4.5 17.3 5.4 17.3 7.3 L 17.3 13",
    "browse": "M 7.5 5 L 17 5 M 7.5 10 L 17 10 M 7.5 15 L 17 15 M 3.4 5 L 3.6 5 M 3.4 10 L 3.6 10"
    " M 3.4 15 L 3.6 15",
    "quiz": "R 3 2.8 14 14.4 2.5 M 6.8 10.2 L 9.2 12.6 L 13.4 7.6",
    "statistics": "M 4 12 L 4 16.5 M 10 3.5 L 10 16.5 M 16 8 L 16 16.5",
    "settings": "M 2.5 6.2 L 9.6 6.2 M 14.4 6.2 L 17.5 6.2 O 12 6.2 2.3 M 2.5 13.8 L 5.6 13.8"
    " M 10.4 13.8 L 17.5 13.8 O 8 13.8 2.3",
    "table": "R 3 3.5 14 13 2.5 M 3 8 L 17 8 M 8 8 L 8 16.5",
    "flag": "M 5 17.5 L 5 3 L 15.5 3 L 13 6.8 L 15.5 10.6 L 5 10.6",
    "warning": "M 10 3 L 18 16.8 L 2 16.8 Z M 10 8 L 10 12 M 10 14.3 L 10 14.5",
    "star": "M 10 2.8 L 12.2 7.4 L 17.2 8 L 13.5 11.4 L 14.5 16.4 L 10 13.9 L 5.5 16.4 L 6.5 11.4 L 2.8 8"
    " L 7.8 7.4 Z",
    "tag": "M 10.2 3 L 16.2 3 C 16.7 3 17 3.3 17 3.8 L 17 9.8 L 9.8 17 L 3 10.2 Z O 13.4 6.6 0.9",
    "move": "M 3 10 L 16.5 10 M 11.5 5 L 16.5 10 L 11.5 15",
    "pause": "M 7 4.5 L 7 15.5 M 13 4.5 L 13 15.5",
    "clock": "O 10 10 7 M 10 5.8 L 10 10 L 13 11.8",
    "edit": "M 4 16 L 4.8 12.4 L 13.4 3.8 L 16.2 6.6 L 7.6 15.2 Z",
    "play": "M 6 4 L 15.5 10 L 6 16 Z",
    "chevron-up": "M 5 12 L 10 7 L 15 12",
    "error": "O 10 10 7.4 M 10 6.2 L 10 10.6 M 10 13.6 L 10 13.8",
    "undo": "M 7.5 4.5 L 3.5 8.5 L 7.5 12.5 M 3.5 8.5 L 12 8.5 C 15 8.5 16.5 10.4 16.5 12.6 L 16.5 15",
    "info": "O 10 10 7.4 M 10 9.4 L 10 13.8 M 10 6.3 L 10 6.5",
}

# Filled shapes, painted without an outline.
_FILLED: dict[str, str] = {
    "quote": "M 4 12.8 C 4 9 5.8 6.2 9 5.4 L 9.2 6.8 C 7.6 7.4 6.8 8.4 6.6 9.8 L 9 9.8 L 9 14.2 L 4 14.2 Z"
    " M 11 12.8 C 11 9 12.8 6.2 16 5.4 L 16.2 6.8 C 14.6 7.4 13.8 8.4 13.6 9.8 L 16 9.8 L 16 14.2 L 11 14.2"
    " Z",
    "grip": "O 7.3 4.6 1.4 O 12.7 4.6 1.4 O 7.3 10 1.4 O 12.7 10 1.4 O 7.3 15.4 1.4 O 12.7 15.4 1.4",
    "half": "M 10 3 C 6.1 3 3 6.1 3 10 C 3 13.9 6.1 17 10 17 Z",
}
_ALSO_OUTLINED = {"half": "O 10 10 7"}

NAMES = (*_OUTLINES, *_FILLED)


def _circle(path: QPainterPath, x: float, y: float, radius: float) -> None:
    path.addEllipse(QPointF(x, y), radius, radius)


def _box(path: QPainterPath, x: float, y: float, width: float, height: float, radius: float) -> None:
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)


_STEPS: dict[str, Callable[..., object]] = {
    "M": QPainterPath.moveTo,
    "L": QPainterPath.lineTo,
    "C": QPainterPath.cubicTo,
    "Z": QPainterPath.closeSubpath,
    "O": _circle,
    "R": _box,
}


@lru_cache(maxsize=128)
def _path(outline: str) -> QPainterPath:
    path = QPainterPath()
    step = ""
    numbers: list[float] = []
    for word in [*outline.split(), ""]:
        if word in _STEPS or not word:
            if step:
                _STEPS[step](path, *numbers)
            step, numbers = word, []
        else:
            numbers.append(float(word))
    return path


def paint(painter: QPainter, name: str, rect: QRectF, ink: QColor, *, stroke: float = _STROKE) -> None:
    """Paint an icon into a square; `stroke` is the line's width on the 20 px field."""
    outline = _OUTLINES.get(name) or _ALSO_OUTLINED.get(name)
    if outline:
        paint_outline(painter, outline, rect, ink, stroke=stroke)
    if name in _FILLED:
        with _on_field(painter, rect):
            painter.fillPath(_path(_FILLED[name]), ink)


def paint_outline(
    painter: QPainter, outline: str, rect: QRectF, ink: QColor, *, stroke: float = _STROKE
) -> None:
    """Paint an outline that is declared elsewhere: the sign of a kind."""
    with _on_field(painter, rect):
        pen = QPen(ink, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(_path(outline), pen)


@contextmanager
def _on_field(painter: QPainter, rect: QRectF) -> Iterator[None]:
    """Painting on the 20 px field, as large as `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / FIELD, rect.height() / FIELD)
    yield
    painter.restore()
