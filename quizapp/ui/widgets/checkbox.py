"""A check box without words beside it: 16 px, a tick on the accent; its name is for screen readers."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.paint import MARGIN, Styled, begin, box, inside, ring

_SIDE, _TARGET, _RADIUS = 16, 28, 4


class CheckBox(Styled, QCheckBox):
    """Space toggles it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: what is chosen by it, translated or a deck's text."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def restyle(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = max(theme.px(_SIDE) + 2 * MARGIN, _TARGET)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """All of its target."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The arrows belong to the list that it stands in.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        side = theme.px(_SIDE)
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(inside(self).center())
        checked = self.isChecked()
        line = "acc" if checked else "text" if self.underMouse() else "edge"
        box(painter, rect, _RADIUS, fill="acc" if checked else "card", line=line)
        if checked:
            icons.paint(painter, "check", rect.adjusted(1, 1, -1, -1), theme.color("acctext"), stroke=3)
        if self.hasFocus():
            ring(painter, rect, _RADIUS)
        painter.end()
