"""Previous and next, with how far one has come between them."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import MARGIN, mirrored

_SIDE = 28


class IconButton(Button):
    """An icon without words; its name is for tool tip and screen reader. 28 px square.

    key: how its key is written, translated, for the tool tip.
    """

    def __init__(self, icon: str, name: str, *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__("quiet", "", icon=icon, height=_SIDE, parent=parent)
        self._sign = icon
        self.setAccessibleName(name)
        self.setAccessibleDescription(key)
        self.setToolTip(f"{name} ({key})" if key else name)

    def show_sign(self, icon: str) -> None:
        """Another icon."""
        self._sign = icon
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.px(_SIDE) + 2 * MARGIN
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        square = QRectF(0, 0, theme.px(16), theme.px(16))
        square.moveCenter(rect.center())
        painter.save()
        if self.isRightToLeft() and self._sign in ("back", "chevron"):
            painter.translate(2 * rect.center().x(), 0)
            painter.scale(-1, 1)
        icons.paint(painter, self._sign, mirrored(self, square), ink)
        painter.restore()


class Stepper(QWidget):
    """Hidden where there is nothing to step through."""

    stepped = Signal(int)
    """1 or -1."""

    def __init__(self, back: str, forth: str, parent: QWidget | None = None) -> None:
        """back, forth: names of the buttons, translated."""
        super().__init__(parent)
        self._back, self._forth = IconButton("back", back), IconButton("chevron", forth)
        self._place = Label("small", token="mut", tabular=True)
        self._back.clicked.connect(self._go_back)
        self._forth.clicked.connect(self._go_forth)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._back, self._place, self._forth):
            row.addWidget(widget)
        row.addStretch(1)

    @property
    def words(self) -> str:
        """ "2 of 3"."""
        return self._place.text()

    def show_steps(self, at: int, count: int) -> None:
        """at: from 0."""
        self._place.setText(self.tr("{number} of {total}").format(number=at + 1, total=count))
        self.setVisible(count > 1)

    def _go_back(self) -> None:
        self.stepped.emit(-1)

    def _go_forth(self) -> None:
        self.stepped.emit(1)
