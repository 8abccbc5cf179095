"""A switch for on and off: its shape tells it too."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.paint import MARGIN, Styled, begin, box, inside, ring

_WIDTH, _HEIGHT, _KNOB_ON, _KNOB_OFF = 40, 24, 18, 12


class Switch(Styled, QAbstractButton):
    """Checkable; Space and Enter turn it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: what is on or off, for screen readers."""
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_WIDTH) + 2 * MARGIN, theme.px(_HEIGHT) + 2 * MARGIN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        on = self.isChecked()
        box(
            painter,
            rect,
            rect.height() / 2,
            fill="acc" if on else "card",
            line="" if on else "mut",
            width=1.5,
        )
        size = theme.px(_KNOB_ON if on else _KNOB_OFF)
        gap = (rect.height() - size) / 2
        right = on != self.isRightToLeft()
        left = rect.right() - gap - size if right else rect.left() + gap
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("acctext" if on else "mut"))
        painter.drawEllipse(QRectF(left, rect.top() + gap, size, size))
        if self.hasFocus():
            ring(painter, rect, rect.height() / 2)
        painter.end()
