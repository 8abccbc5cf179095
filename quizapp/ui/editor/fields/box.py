"""The frame of a field: a border, the focus ring outside it, hairlines between what stands in it."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.editor.entrance import Entrance
from quizapp.ui.editor.fields.cell import Cell
from quizapp.ui.widgets.paint import BUTTON_RADIUS, MARGIN, Styled, begin, box, inside, ring

_SIDE, _GAP, _RULE = 11, 16, 7


class Box(Styled, Entrance):
    """Holds texts side by side in one border."""

    def __init__(
        self, cells: Sequence[Cell], stretches: Sequence[int] = (), parent: QWidget | None = None
    ) -> None:
        """stretches: how wide the texts are, as shares."""
        super().__init__(parent)
        self.cells = tuple(cells)
        self._bad = False
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(MARGIN + _SIDE, MARGIN + 1, MARGIN + _SIDE, MARGIN + 1)
        for cell, stretch in zip(cells, stretches or [1] * len(cells), strict=True):
            row.addWidget(cell, stretch)
            cell.focus_changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.restyle()

    def restyle(self) -> None:
        """Side by side, in large text below each other."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if theme.roomy() else ways.TopToBottom)
        self._row.setSpacing(_GAP if theme.roomy() else 1)
        self.update()

    def show_bad(self, bad: bool) -> None:
        """There is something to mend in it."""
        self._bad = bad
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        box(painter, rect, BUTTON_RADIUS, fill="card", line="bad" if self._bad else "edge")
        painter.setPen(QPen(theme.color("line"), 1))
        for cell in (cell for cell in self.cells[1:] if not cell.isHidden()):
            painter.drawLine(self._rule(cell, rect))
        if any(cell.hasFocus() for cell in self.cells):
            ring(painter, rect, BUTTON_RADIUS)
        painter.end()

    def _rule(self, cell: Cell, rect: QRectF) -> QLineF:
        """The hairline before a text."""
        if not theme.roomy():
            y = cell.y() - 0.5
            return QLineF(rect.left() + _SIDE, y, rect.right() - _SIDE, y)
        x = cell.geometry().right() + _GAP / 2 if cell.isRightToLeft() else cell.x() - _GAP / 2
        return QLineF(x, rect.top() + _RULE, x, rect.bottom() - _RULE)


def text_box(cell: Cell) -> Box:
    """One text in its border; a press anywhere in it is one on the text."""
    frame = Box((cell,))
    frame.entrance = cell
    return frame
