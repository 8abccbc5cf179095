"""A word that is on or off, beside others of its sort: a tick tells it too."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.paint import MARGIN, Styled, begin, box, inside, leading, mirrored, ring

_HEIGHT, _PAD, _SIGN, _GAP = 30, 10, 14, 6


class ToggleChip(Styled, QCheckBox):
    """Space and Enter turn it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """words: translated."""
        super().__init__(parent)
        self.words = words
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        self.updateGeometry()

    def hitButton(self, pos: object) -> bool:
        """All of it."""
        return True

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme.font("label")).horizontalAdvance(self.words)
        width = words + theme.px(_SIGN) + _GAP + 2 * _PAD
        return QSize(round(width + 0.5) + 2 * MARGIN, theme.px(_HEIGHT) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect, on = inside(self), self.isChecked()
        rest = "hover" if self.underMouse() else "key"
        box(painter, rect, rect.height() / 2, fill="accsoft" if on else rest, line="edge" if on else "line")
        if self.hasFocus():
            ring(painter, rect, rect.height() / 2)
        side = theme.px(_SIGN)
        sign = QRectF(rect.left() + _PAD, rect.center().y() - side / 2, side, side)
        icons.paint(
            painter, "check" if on else "plus", mirrored(self, sign), theme.color("text" if on else "mut")
        )
        words = rect.adjusted(_PAD + side + _GAP, 0, 0, 0)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("text" if on else "mut"))
        painter.drawText(mirrored(self, words), Qt.AlignmentFlag.AlignVCenter | leading(self), self.words)
        painter.end()
