"""A picture to draw regions on: by mouse, and by keys for one region at a time."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter

from quizapp.core.kinds.regions import Region, short
from quizapp.core.region_edits import COARSE, FINE, Drag, Grip, Point, at_point, moved, sized
from quizapp.ui.editor.region_paint import (
    GRIP_REACH,
    grip_boxes,
    grip_places,
    label_place,
    paint_chosen,
    paint_label,
    paint_other,
)
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.paint import RADIUS, announce, inside, ring
from quizapp.ui.widgets.picture_map import PictureMap

_ARROWS: Final[Mapping[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SHAPES: Final[Mapping[Grip, Qt.CursorShape]] = {
    Grip(-1, -1): Qt.CursorShape.SizeFDiagCursor,
    Grip(1, 1): Qt.CursorShape.SizeFDiagCursor,
    Grip(1, -1): Qt.CursorShape.SizeBDiagCursor,
    Grip(-1, 1): Qt.CursorShape.SizeBDiagCursor,
    Grip(-1, 0): Qt.CursorShape.SizeHorCursor,
    Grip(1, 0): Qt.CursorShape.SizeHorCursor,
    Grip(0, -1): Qt.CursorShape.SizeVerCursor,
    Grip(0, 1): Qt.CursorShape.SizeVerCursor,
}
NONE: Final = -1
_LEAST_DRAWN = 6
"""Pixels that the mouse has to go across and down: less is a click."""
_HUNDREDTH = Decimal("0.01")


class RegionCanvas(PictureMap):
    """Shows regions, one of them chosen, and says what becomes of it. One tab stop: Tab goes through them."""

    chosen = Signal(int)
    """The region that is worked on now; -1: none."""
    previewed = Signal(int, object)
    """(which, Region) while it is dragged."""
    edited = Signal(int, object)
    """(which, Region) when it is another."""
    drawn = Signal(object)
    """A new Region, by mouse."""
    new_wanted = Signal()
    """N."""
    removed = Signal(int)
    """Delete."""
    naming_wanted = Signal(int)
    """Enter: its answer is to be written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = NONE
        self._drag: Drag | None = None
        self._pressed = QPointF()
        self._dragged: Region | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._describe()

    def show_regions(self, regions: Sequence[Region], at: int) -> None:
        """at: which one is chosen, -1 for none."""
        self.regions = tuple(regions)
        self.at = at if 0 <= at < len(regions) else NONE
        self._describe()
        self.update()

    def choose(self, index: int) -> None:
        """Work on another region; -1: on none."""
        if index != self.at:
            self.at = index
            self._describe()
            self.update()
            self.chosen.emit(index)

    # Words

    def _describe(self) -> None:
        self.setAccessibleName(self.words)
        self.setAccessibleDescription(
            self.tr(
                "Tab goes to the next region, arrow keys move it, with Shift they size it, Enter edits its "
                "answer, Delete removes it, N makes a new one."
            )
        )

    @property
    def words(self) -> str:
        """The chosen region as a screen reader says it."""
        if self.at == NONE:
            return self.tr("Picture with %n regions", "", len(self.regions))
        region = self.regions[self.at]
        sides = {side: short(getattr(region, side)) for side in ("left", "top", "width", "height")}
        return self.tr(
            "{label}, {left} % from left, {top} % from top, {width} % wide, {height} % high, region {number} "
            "of {count}"
        ).format(label=region.label, number=self.at + 1, count=len(self.regions), **sides)

    # By keyboard

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the regions before it leaves."""
        there = self.at + (1 if next else -1)
        if 0 <= there < len(self.regions) and (next or self.at > 0):
            self.choose(there)
            announce(self, self.words)
            return True
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        reason = event.reason()
        if self.regions and reason == Qt.FocusReason.BacktabFocusReason:
            self.choose(len(self.regions) - 1)
        elif self.regions and (reason == Qt.FocusReason.TabFocusReason or self.at == NONE):
            self.choose(NONE if reason == Qt.FocusReason.MouseFocusReason else 0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._stop()
        elif event.key() == Qt.Key.Key_N and not _has_command(event):
            self.new_wanted.emit()
        elif self.at == NONE or not self._on_region(event):
            super().keyPressEvent(event)

    def _on_region(self, event: QKeyEvent) -> bool:
        """True for a key that means something to the chosen region."""
        step = _ARROWS.get(event.key())
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._nudge(step, event.modifiers())
        elif event.key() in ENTER and not _has_command(event):
            self.naming_wanted.emit(self.at)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.at)
        else:
            return False
        return True

    def _nudge(self, step: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
        unit = FINE if modifiers & Qt.KeyboardModifier.ControlModifier else COARSE
        change = sized if modifiers & Qt.KeyboardModifier.ShiftModifier else moved
        region = change(self.regions[self.at], unit * step[0], unit * step[1])
        if region == self.regions[self.at]:
            return
        self._replace(region)
        self.edited.emit(self.at, region)
        announce(self, self.words)

    # By mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        point, grip = self._percent(event.position()), self._grip_at(event.position())
        if grip is None:
            self.choose(self._index_at(point))
        origin = self.regions[self.at] if self.at != NONE else None
        if origin is None and not self.picture_rect().contains(event.position()):
            return
        self._pressed = event.position()
        self._drag = Drag(point, origin, grip)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            self.setCursor(self._shape_at(event.position()))
            return
        step = FINE if event.modifiers() & Qt.KeyboardModifier.ControlModifier else COARSE
        self._dragged = self._drag.region(self._percent(event.position()), step)
        if self._drag.origin is not None:
            self.previewed.emit(self.at, self._dragged)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, region = self._drag, self._dragged
        way = event.position() - self._pressed
        self._stop()
        if drag is None or region is None:
            return
        if drag.origin is None:
            if abs(way.x()) >= _LEAST_DRAWN and abs(way.y()) >= _LEAST_DRAWN:
                self.drawn.emit(region)
        elif region != drag.origin:
            self._replace(region)
            self.edited.emit(self.at, region)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._grip_at(event.position()) is None:
            self.choose(self._index_at(self._percent(event.position())))
            if self.at != NONE:
                self.naming_wanted.emit(self.at)

    def _stop(self) -> None:
        """The drag is over; what it did not end on is as it was."""
        drag, self._drag, self._dragged = self._drag, None, None
        if drag is not None and drag.origin is not None:
            self.previewed.emit(self.at, drag.origin)
        self.update()

    def _replace(self, region: Region) -> None:
        self.regions = (*self.regions[: self.at], region, *self.regions[self.at + 1 :])
        self._describe()
        self.update()

    def _percent(self, at: QPointF) -> Point:
        picture = self.picture_rect()
        x = 100 * (at.x() - picture.left()) / picture.width()
        y = 100 * (at.y() - picture.top()) / picture.height()
        across, down = (Decimal(min(max(part, 0.0), 100.0)).quantize(_HUNDREDTH) for part in (x, y))
        return across, down

    def _index_at(self, point: Point) -> int:
        found = at_point(self.regions, *point)
        return NONE if found is None else self.regions.index(found)

    def _grip_at(self, at: QPointF) -> Grip | None:
        if self.at == NONE:
            return None
        places = grip_places(self.place(self.at))
        return next((grip for grip, place in places.items() if _near(at, place)), None)

    def _shape_at(self, at: QPointF) -> Qt.CursorShape:
        grip = self._grip_at(at)
        if grip is not None:
            return _SHAPES[grip]
        on_one = self._index_at(self._percent(at)) != NONE
        return Qt.CursorShape.SizeAllCursor if on_one else Qt.CursorShape.CrossCursor

    # What is painted

    def paint_more(self, painter: QPainter, picture: QRectF) -> None:
        others = [index for index in range(len(self.regions)) if index != self.at]
        for index in others:
            paint_other(painter, self.place(index))
        shown = self._dragged or (self.regions[self.at] if self.at != NONE else None)
        taken: list[QRectF] = []
        if shown is not None:
            rect = self._place_of(shown)
            paint_chosen(painter, rect)
            taken = grip_boxes(rect)
            if shown.label:
                taken.append(label_place(rect, shown.label, picture, taken, chosen=True))
        first = len(taken)
        for index in others:
            taken.append(label_place(self.place(index), self.regions[index].label, picture, taken))
        for index, tag in zip(others, taken[first:], strict=True):
            paint_label(painter, tag, self.regions[index].label, chosen=False)
        if shown is not None and shown.label:
            paint_label(painter, taken[first - 1], shown.label, chosen=True)
        if self.hasFocus():
            ring(painter, inside(self), RADIUS)

    def _place_of(self, region: Region) -> QRectF:
        picture = self.picture_rect()
        across, down = picture.width() / 100, picture.height() / 100
        return QRectF(
            picture.left() + float(region.left) * across,
            picture.top() + float(region.top) * down,
            float(region.width) * across,
            float(region.height) * down,
        )


def _has_command(event: QKeyEvent) -> bool:
    modifier = Qt.KeyboardModifier
    return bool(event.modifiers() & (modifier.ControlModifier | modifier.AltModifier | modifier.MetaModifier))


def _near(at: QPointF, place: QPointF) -> bool:
    return abs(at.x() - place.x()) <= GRIP_REACH and abs(at.y() - place.y()) <= GRIP_REACH
