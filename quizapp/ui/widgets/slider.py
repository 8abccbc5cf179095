"""A slider: a whole number by where its knob stands, with a tick at the value it would have otherwise."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.paint import MARGIN, Styled, begin, box, inside, mirrored, ring

_WIDTH, _HEIGHT, _TRACK, _KNOB, _TICK_W, _TICK_H = 130, 36, 6, 16, 2, 6


class Slider(Styled, QSlider):
    """Arrows move it by one, Page up and down by five; a number box stands beside it."""

    def __init__(self, name: str, low: int, high: int, parent: QWidget | None = None) -> None:
        """name: what is chosen, for screen readers."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._tick: int | None = None
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setPageStep(5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_number(self, number: int, tick: int | None = None) -> None:
        """Another number, not by the user. tick: where a mark stands; None: none."""
        self._tick = tick
        blocked = self.blockSignals(True)
        self.setValue(number)
        self.blockSignals(blocked)
        self.update()

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_WIDTH) + 2 * MARGIN, theme.px(_HEIGHT) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _track(self) -> QRectF:
        """From the middle of the knob at the lowest number to that at the highest, as if left to right."""
        rect, knob = inside(self), theme.px(_KNOB)
        height = theme.px(_TRACK)
        return QRectF(rect.left() + knob / 2, rect.center().y() - height / 2, rect.width() - knob, height)

    def _x(self, number: int) -> float:
        track = self._track()
        share = (number - self.minimum()) / max(1, self.maximum() - self.minimum())
        return track.left() + share * track.width()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was pressed and moved is done."""

    def _follow(self, event: QMouseEvent) -> None:
        track, x = self._track(), event.position().x()
        along = self.width() - x if self.isRightToLeft() else x
        share = min(1.0, max(0.0, (along - track.left()) / track.width()))
        self.setValue(round(self.minimum() + share * (self.maximum() - self.minimum())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        track, x, knob = self._track(), self._x(self.value()), theme.px(_KNOB)
        radius = track.height() / 2
        whole = track.adjusted(-knob / 2, 0, knob / 2, 0)
        box(painter, mirrored(self, whole), radius, fill="heat0")
        done = QRectF(whole.left(), whole.top(), x - whole.left(), whole.height())
        box(painter, mirrored(self, done), radius, fill="acc")
        if self._tick is not None:
            mark = QRectF(0, track.bottom() + theme.px(4), _TICK_W, theme.px(_TICK_H))
            mark.moveCenter(QPointF(self._x(self._tick), mark.center().y()))
            painter.fillRect(mirrored(self, mark), theme.color("mut"))
        circle = QRectF(0, 0, knob, knob)
        circle.moveCenter(QPointF(x, track.center().y()))
        circle = mirrored(self, circle)
        box(painter, circle, knob / 2, fill="card", line="acc", width=2)
        if self.hasFocus():
            ring(painter, circle, knob / 2)
        painter.end()
