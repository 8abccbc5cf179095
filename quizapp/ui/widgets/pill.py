"""A small pill that says how something stands: "set here", "undone"."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.label import advance
from quizapp.ui.widgets.paint import Styled, begin, box, mirrored

_HEIGHT, _PAD, _ICON, _GAP = 24, 9, 13, 6
_LOOKS = {
    "acc": ("accsoft", "line", "accink"),
    "good": ("goodsoft", "goodline", "good"),
    "plain": ("key", "line", "mut"),
}


class Pill(Styled, QLabel):
    """A few plain words. look: `acc` where it is the learner's own doing, `good` where
    all is well."""

    def __init__(
        self,
        text: str,
        look: Literal["acc", "good", "plain"],
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """icon: a name of `icons`, before the words."""
        super().__init__(parent)
        self._look, self._icon = look, icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _lead(self) -> int:
        return theme.px(_ICON) + _GAP if self._icon else 0

    def sizeHint(self) -> QSize:
        words = round(advance("cap", self.text()) + 0.5)
        return QSize(words + 2 * _PAD + self._lead(), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = QRectF(self.rect())
        fill, line, ink = _LOOKS[self._look]
        box(painter, rect, rect.height() / 2, fill=fill, line=line)
        if self._icon:
            size = theme.px(_ICON)
            place = QRectF(_PAD, rect.center().y() - size / 2, size, size)
            icons.paint(painter, self._icon, mirrored(self, place), theme.color(ink))
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.color(ink))
        words = rect.adjusted(_PAD + self._lead(), 0, -_PAD, 0)
        painter.drawText(mirrored(self, words), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
