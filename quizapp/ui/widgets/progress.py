"""Bars: how far a session is, and how likely a deck is recalled."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from quizapp.ui.widgets.paint import MARGIN, Styled, begin, box, mirrored


class ProgressLine(Styled, QProgressBar):
    """A thin bar with rounded ends: `value` of `total`, as wide as its column.

    height: px; fill: `acc` for the session's progress, `heat3` for quiet bars; margin: left and right, so
    that it ends where the borders of controls do.
    """

    def __init__(
        self, *, height: int = 8, fill: str = "acc", margin: int = MARGIN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bar, self._fill, self._margin = height, fill, margin
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_progress(self, value: int, total: int) -> None:
        """Show `value` of `total`."""
        self.setRange(0, max(1, total))
        self.setValue(min(value, total))
        self.setAccessibleDescription(self.tr("{value} of {total}").format(value=value, total=total))

    def sizeHint(self) -> QSize:
        return QSize(120, self._bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self._bar)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        width = self.width() - 2 * self._margin
        track = QRectF(self._margin, (self.height() - self._bar) / 2, width, self._bar)
        box(painter, track, self._bar / 2, fill="line")
        share = max(0, self.value() - self.minimum()) / (self.maximum() - self.minimum())
        if share:
            done = QRectF(track.topLeft(), QSize(round(max(self._bar, share * width)), self._bar))
            box(painter, mirrored(self, done), self._bar / 2, fill=self._fill)
        painter.end()
