"""Chips: the pill that names a card's kind or says whose claim it is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.paint import Styled, begin, box, mirrored

_HEIGHT, _PAD, _QUOTE = 26, 10, 13


class Chip(Styled, QLabel):
    """A pill with a few words; `claim`: an author's claim, with a quote mark."""

    def __init__(self, text: str, *, claim: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._claim = claim
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font("cap"))
        self.updateGeometry()

    def _quote_width(self) -> int:
        return theme.px(_QUOTE) + 7 if self._claim else 0

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(words + 0.5) + 2 * (_PAD + 1) + self._quote_width(), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = QRectF(self.rect())
        fill, line, ink = ("claimsoft", "claimline", "claim") if self._claim else ("key", "line", "mut")
        box(painter, rect, rect.height() / 2, fill=fill, line=line)
        if self._claim:
            size = theme.px(_QUOTE)
            place = QRectF(_PAD, rect.center().y() - size / 2, size, size)
            icons.paint(painter, "quote", mirrored(self, place), theme.color(ink))
        painter.setFont(self.font())
        painter.setPen(theme.color(ink))
        words = rect.adjusted(_PAD + self._quote_width(), 0, -_PAD, 0)
        painter.drawText(mirrored(self, words), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
