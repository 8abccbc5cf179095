"""Key caps: the small box that names a key."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.paint import Styled, begin, box

CAP = 26
"""Height and least width on choices; on buttons 2 px less."""
CAP_RADIUS = 6


def cap_width(text: str, height: float = CAP) -> float:
    """Width of a cap in px; `height` already scaled."""
    advance = QFontMetricsF(theme.font("cap")).horizontalAdvance(text)
    return max(height, advance + theme.px(12))


def paint_cap(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    ink: str | QColor = "mut",
    fill: str | QColor = "key",
    line: str | QColor = "line",
) -> None:
    """Paint a cap with tokens or colours for words, fill and border."""
    box(painter, rect, CAP_RADIUS, fill=fill, line=line)
    painter.setFont(theme.font("cap"))
    painter.setPen(theme.color(ink) if isinstance(ink, str) else ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class KeyCap(Styled, QLabel):
    """A key cap that stands alone."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = theme.px(CAP)
        return QSize(round(cap_width(self.text(), height)), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        size = QRectF(QPointF(0, 0), self.sizeHint())
        size.moveCenter(QRectF(self.rect()).center())
        paint_cap(painter, size, self.text())
        painter.end()
