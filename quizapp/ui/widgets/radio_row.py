"""A radio row: a choice with one line of meaning below its name."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.cell import PaintedCell, line_height, lines_of
from quizapp.ui.widgets.paint import MARGIN, RADIUS, Styled, begin, box, inside, ring

_LEAST, _PAD, _DISK, _DOT, _GAP, _AIR, _BETWEEN = 56, 14, 17, 9, 12, 8, 2
_MOST = 9
"""Lines of either."""


class RadioRow(Styled, QRadioButton):
    """Up and Down choose among the rows of one parent; Enter and Space choose this one."""

    def __init__(self, name: str, meaning: str, parent: QWidget | None = None) -> None:
        """name, meaning: translated."""
        super().__init__(parent)
        self._name, self._meaning = name, meaning
        self.setAccessibleName(name)
        self.setAccessibleDescription(meaning)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: object) -> bool:
        """All of it."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        name, meaning = self._heights(self._lines(width - 2 * MARGIN))
        height = max(theme.px(_LEAST), name + _BETWEEN + meaning + 2 * _AIR)
        return round(height) + 2 * MARGIN

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), self.heightForWidth(theme.px(320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(_LEAST) + 2 * MARGIN)

    @property
    def _left(self) -> float:
        return _PAD + theme.px(_DISK) + _GAP

    def _lines(self, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Of name and meaning in a box of this width."""
        room = width - self._left - _PAD
        return lines_of(self._name, "button", room, _MOST), lines_of(self._meaning, "small", room, _MOST)

    def _heights(self, lines: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[float, float]:
        name, meaning = lines
        return len(name) * line_height("button"), len(meaning) * line_height("small")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect, chosen = inside(self), self.isChecked()
        rest = "hover" if self.underMouse() else "card"
        box(painter, rect, RADIUS, fill="accsoft" if chosen else rest, line="" if chosen else "line")
        if self.hasFocus():
            ring(painter, rect, RADIUS)
        cell = PaintedCell(painter, rect, mirrored=self.isRightToLeft())
        lines = self._lines(rect.width())
        name, meaning = self._heights(lines)
        top = (rect.height() - name - _BETWEEN - meaning) / 2
        room = rect.width() - self._left - _PAD
        cell.words(QRectF(self._left, top, room, name), lines[0], "button", "text")
        below = QRectF(self._left, top + name + _BETWEEN, room, meaning)
        cell.words(below, lines[1], "small", "mut")
        disk = cell.place(QRectF(_PAD, (rect.height() - theme.px(_DISK)) / 2, *[theme.px(_DISK)] * 2))
        self._paint_disk(painter, disk, chosen)
        painter.end()

    def _paint_disk(self, painter: QPainter, disk: QRectF, chosen: bool) -> None:
        radius = disk.width() / 2
        box(painter, disk, radius, fill="card", line="acc" if chosen else "edge", width=1.5)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("acc"))
            half = theme.px(_DOT) / 2
            painter.drawEllipse(QPointF(disk.center()), half, half)
