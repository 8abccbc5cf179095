"""One bar of several shares; the rows below say what each of them is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.paint import Styled, begin, box, mirrored

TOKENS = ("heat4", "heat3", "heat2", "heat1", "edge")
"""Of the shares in their order; with more of them they begin again."""
_HEIGHT, _GAP, _RADIUS = 10, 2, 5


class ShareBar(Styled, QWidget):
    """No stop for the focus: what it shows is said by the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[tuple[int, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Sequence[tuple[int, str]]) -> None:
        """(size, token) of each; those of size 0 take no room."""
        self._shares = tuple(share for share in shares if share[0])
        self.update()

    def restyle(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        whole = QRectF(self.rect())
        if not self._shares:
            box(painter, whole, _RADIUS, fill="line")
            painter.end()
            return
        path = QPainterPath()
        path.addRoundedRect(whole, _RADIUS, _RADIUS)
        painter.setClipPath(path)
        room = whole.width() - _GAP * (len(self._shares) - 1)
        total, left = sum(size for size, _ in self._shares), 0.0
        for size, token in self._shares:
            width = room * size / total
            part = mirrored(self, QRectF(left, 0, width, whole.height()))
            painter.fillRect(part, theme.color(token))
            left += width + _GAP
        painter.end()
