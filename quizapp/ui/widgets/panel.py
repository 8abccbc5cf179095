"""Cards and panels: the white boxes that content stands on; and the reading column that holds them."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.paint import (
    CARD_RADIUS,
    MARGIN,
    NARROW,
    SIDE,
    SIDE_NARROW,
    Styled,
    begin,
    box,
    inside,
)

_FIRST = 10_000
"""A stretch that takes all there is before the sides get any."""
_SHADOW = ((1, 12), (2, 9), (3, 5))
"""(px below the card, alpha): three flat rects instead of an effect, which would redraw the whole subtree."""


def paint_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The card's shadow in the light scheme; nothing in the others."""
    if theme.current().scheme == "light":
        for drop, alpha in _SHADOW:
            box(painter, rect.adjusted(0, drop, 0, drop), radius, fill=QColor(15, 20, 45, alpha))


class Panel(Styled, QWidget):
    """A box with `card` fill and a hairline border, inside its own 4 px margin.

    shadow: only the question card and home's top card; padding: left, top, right, bottom inside the border.
    Put content into `content`, a vertical layout.
    """

    def __init__(
        self,
        *,
        shadow: bool = False,
        radius: int = CARD_RADIUS,
        padding: tuple[int, int, int, int] = (24, 18, 24, 18),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shadow, self._radius = shadow, radius
        self.fill, self.line = "card", "line"
        left, top, right, bottom = (side + MARGIN for side in padding)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(left, top, right, bottom)
        self.content.setSpacing(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        if self._shadow:
            paint_shadow(painter, rect, self._radius)
        box(painter, rect, self._radius, fill=self.fill, line=self.line)
        painter.end()


class Hairline(Styled, QWidget):
    """A 1 px line across, in a token of the theme."""

    def __init__(self, token: str = "line", *, inset: int = 0, parent: QWidget | None = None) -> None:
        """inset: px that it keeps from both sides; MARGIN between rows of controls."""
        super().__init__(parent)
        self.token, self._inset = token, inset
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(self._inset, 0, -self._inset, 0), theme.color(self.token))
        painter.end()


class Column(QWidget):
    """Centres its content in the reading column, at most `widest` px wide, with the page's sides.

    Put content into `content`; controls in it stand flush, their margins reach 4 px into the sides.
    """

    def __init__(self, *, widest: int = 760, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inner = QWidget()
        self.inner.setMaximumWidth(widest + 2 * MARGIN)
        self.content = QVBoxLayout(self.inner)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._row.addWidget(self.inner, _FIRST)
        self._row.addStretch(1)
        self._set_sides(SIDE)

    def _set_sides(self, side: int) -> None:
        self._row.setContentsMargins(side - MARGIN, 0, side - MARGIN, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_sides(SIDE_NARROW if event.size().width() < NARROW else SIDE)
        super().resizeEvent(event)
