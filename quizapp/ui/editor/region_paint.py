"""How a region looks while it is drawn: the chosen one with its grips, the others behind it."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from quizapp.core.region_edits import GRIPS, Grip
from quizapp.ui import theme
from quizapp.ui.widgets.paint import box
from quizapp.ui.widgets.patch import within

_RADIUS, _CASING = 4, 1.5
_GRIP, GRIP_REACH = 8, 8
"""Side of a grip, and how far from its middle the mouse takes it, px."""
_TAG, _PAD, _GAP = 24, 9, 4
_LONGEST = 150
"""A name may be wider than its region, but not by more than so many px; what it lacks stands in the table."""
_SHADE = 0.16
"""How much of a fill covers the picture."""


def grip_places(rect: QRectF) -> Mapping[Grip, QPointF]:
    """The middle of each grip."""
    center = rect.center()
    return {
        grip: QPointF(center.x() + grip.across * rect.width() / 2, center.y() + grip.down * rect.height() / 2)
        for grip in GRIPS
    }


def grip_boxes(rect: QRectF) -> list[QRectF]:
    """What the grips cover."""
    return [_square(place) for place in grip_places(rect).values()]


def paint_chosen(painter: QPainter, rect: QRectF) -> None:
    """Solid, with its eight grips."""
    _paint(painter, rect, "acc", 2, dashed=False)
    for grip in grip_boxes(rect):
        box(painter, grip.adjusted(-1, -1, 1, 1), 3, fill="card")
        box(painter, grip, 2, fill="card", line="acc", width=2)


def paint_other(painter: QPainter, rect: QRectF) -> None:
    """Dashed."""
    _paint(painter, rect, "edge", 1.5, dashed=True)


def label_place(
    rect: QRectF, label: str, bounds: QRectF, taken: Sequence[QRectF], *, chosen: bool = False
) -> QRectF:
    """Where a name stands: on the upper edge, else above it, below, or inside; where it covers nothing taken,
    if there is such a place. chosen: it has grips on its edge.
    """
    height = theme.px(_TAG)
    width = QFontMetricsF(theme.font("cap")).horizontalAdvance(label) + 2 * _PAD + 1
    most = min(max(rect.width(), theme.px(_LONGEST)), bounds.width())
    tag = QRectF(0, 0, min(width, most), height)
    tried = []
    for center in _centers(rect, tag, chosen):
        tag.moveCenter(center)
        tried.append(within(tag, bounds.adjusted(0, -height / 2, 0, height / 2)))
        is_there = abs(tried[-1].top() - tag.top()) <= 1
        if is_there and not any(map(tried[-1].intersects, taken)):
            return tried[-1]
    return tried[-1] if chosen else tried[0]


def _centers(rect: QRectF, tag: QRectF, has_grips: bool) -> Iterator[QPointF]:
    """Places to try for a name, the best first."""
    top, bottom = rect.top(), rect.bottom()
    if has_grips:
        yield QPointF(rect.left() + rect.width() / 4, top)
        yield QPointF(rect.left() + rect.width() * 3 / 4, top)
    else:
        yield QPointF(rect.center().x(), top)
        yield QPointF(rect.left() + tag.width() / 2, top)
        yield QPointF(rect.right() - tag.width() / 2, top)
    away = tag.height() / 2 + _GRIP / 2 + _GAP
    for y in (top - away, bottom + away, top + away, rect.center().y()):
        yield QPointF(rect.center().x(), y)


def _paint(painter: QPainter, rect: QRectF, token: str, width: float, *, dashed: bool) -> None:
    casing = rect.adjusted(-_CASING, -_CASING, _CASING, _CASING)
    box(painter, casing, _RADIUS + _CASING, line="card", width=width + 2 * _CASING)
    fill = QColor(theme.color(token))
    fill.setAlphaF(_SHADE)
    box(painter, rect, _RADIUS, fill=fill, line=token, width=width, dashed=dashed)


def paint_label(painter: QPainter, tag: QRectF, label: str, *, chosen: bool) -> None:
    """A name at its place."""
    fill, ink, line = ("acc", "acctext", "acc") if chosen else ("card", "text", "edge")
    box(painter, tag, 6, fill=fill, line=line)
    painter.setFont(theme.font("cap"))
    painter.setPen(theme.color(ink))
    room = tag.adjusted(_PAD, 0, 1 - _PAD, 0)
    words = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)


def _square(center: QPointF) -> QRectF:
    square = QRectF(0, 0, _GRIP, _GRIP)
    square.moveCenter(center)
    return square
