"""An icon that stands beside words, and says nothing by itself."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.paint import Styled, begin


class Icon(Styled, QWidget):
    """name: of `icons`, or an outline of its own as a kind's sign has it; size: px at 100 % text size."""

    def __init__(
        self, name: str, *, size: int = 18, token: str = "mut", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._size, self._token = name, size, token
        self.restyle()

    def restyle(self) -> None:
        side = theme.px(self._size)
        self.setFixedSize(QSize(side, side))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        paint_any(painter, self._name, QRectF(self.rect()), self._token)
        painter.end()


def paint_any(painter: QPainter, name: str, rect: QRectF, token: str) -> None:
    """Paint an icon by its name, or an outline."""
    paint = icons.paint if name in icons.NAMES else icons.paint_outline
    paint(painter, name, rect, theme.color(token))
