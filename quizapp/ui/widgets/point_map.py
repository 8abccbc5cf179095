"""A picture to point at: by mouse anywhere, by keyboard at its regions."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from quizapp.core.kinds.regions import neighbour
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.paint import RADIUS, announce, inside, ring
from quizapp.ui.widgets.patch import BARE, OPEN, Patch, paint_focus, paint_number
from quizapp.ui.widgets.picture_map import PictureMap

_ARROWS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_HUNDREDTH = Decimal("0.01")


class RegionButton(QAbstractButton):
    """A region that can be picked by keyboard; what there is to see its owner paints."""

    focused = Signal()
    blurred = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the picture shows through."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.blurred.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PointMap(PictureMap):
    """Emits where somebody points, until it is closed.

    The regions are not to be seen at first: outlines would turn pointing into picking. The first key that
    needs them shows them with their numbers, and `outlined` says so; where there is no picture they are all
    that can be pointed at, and are there at once.
    """

    pointed = Signal(object, object)
    """x and y in per cent, Decimals."""
    in_use = Signal(QWidget)
    """The region that has the focus."""

    marks: Sequence[RegionButton]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.outlined = self._closed = self._pressed = False
        super().__init__(*args, **kwargs)
        self.outlined = self._image is None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleDescription(self.tr("Arrow keys go through its regions, Enter picks one."))
        for mark in self.marks:
            mark.focused.connect(self._come)
            mark.blurred.connect(self.update)
            mark.clicked.connect(self._pick)

    def make_mark(self) -> RegionButton:
        return RegionButton(self)

    def close_map(self) -> None:
        """Nothing can be pointed at any more; the outlines go, what is marked stays."""
        self._closed, self.outlined = True, False
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleDescription("")
        for widget in (self, *self.marks):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.update()

    def rule_out(self, index: int) -> None:
        """A region that was picked in vain is passed over by keys."""
        self.marks[index].setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.update()

    def press_digit(self, digit: int) -> bool:
        """Pick a region by its number; the first digit shows the numbers."""
        if self._closed:
            return False
        if not self.outlined:
            self._outline()
            count = self.tr("Regions 1 to {count} are outlined").format(count=len(self.regions))
            announce(self, count)
            return True
        if digit > len(self.marks):
            return False
        self._point_at(digit - 1)
        return True

    def _outline(self) -> None:
        self.outlined = True
        self.update()

    def _come(self) -> None:
        self._outline()
        self.in_use.emit(self.sender())

    def _pick(self) -> None:
        mark = self.sender()
        assert isinstance(mark, RegionButton)
        self._point_at(self.marks.index(mark))

    def _point_at(self, index: int) -> None:
        """By keyboard: at the middle of a region."""
        if not self._closed:
            x, y = self.regions[index].center
            self.pointed.emit(x, y)

    def _open(self) -> list[int]:
        """Regions that keys go to."""
        return [index for index, mark in enumerate(self.marks) if mark.focusPolicy()]

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(event.key())
        if step is None or self._closed or not self._open():
            super().keyPressEvent(event)
            return
        here = next((index for index, mark in enumerate(self.marks) if mark.hasFocus()), None)
        if here is None:
            there: int | None = self._open()[0 if max(step) > 0 else -1]
        else:
            there = neighbour(self.regions, here, step, self._open())
        if there is not None:
            self.marks[there].setFocus(Qt.FocusReason.TabFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() is Qt.MouseButton.LeftButton and self._on_picture(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, False
        if pressed and not self._closed and self._on_picture(event.position()):
            picture = self.picture_rect()
            at = event.position() - picture.topLeft()
            self.pointed.emit(_percent(at.x(), picture.width()), _percent(at.y(), picture.height()))

    def _on_picture(self, at: QPointF) -> bool:
        return self.picture_rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring(painter, inside(self), RADIUS)
            painter.end()

    def paint_more(self, painter: QPainter, picture: QRectF) -> None:
        if not self.outlined:
            return
        for index, mark in enumerate(self.marks):
            if mark.hasFocus():
                paint_focus(painter, self.place(index))
        for index in self._open():
            paint_number(painter, self.place(index), index + 1, picture)

    def patch(self, index: int) -> Patch:
        shown = super().patch(index)
        return OPEN if shown == BARE and self.outlined else shown


def _percent(at: float, whole: float) -> Decimal:
    return Decimal(100 * at / whole).quantize(_HUNDREDTH)
