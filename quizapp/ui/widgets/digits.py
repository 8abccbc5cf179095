"""Buttons of equal width that digits press: ratings, how sure one is, what was meant."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.keycap import cap_width
from quizapp.ui.widgets.label import advance
from quizapp.ui.widgets.paint import MARGIN, Styled, leading, mirrored, trailing

_PAD, _GAP = 12, 10
_ISOLATED = "\N{FIRST STRONG ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"
"""A date in the deck's language reads in its own direction, whichever way the window runs."""


class DigitButton(Button):
    """Key cap and words at the left, a word of second rank at the right. key: "" for no cap."""

    def __init__(self, key: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__("ghost", text, key=key, parent=parent)
        self._aside = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, text: str, aside: str) -> None:
        """Other words; both are read out."""
        self._aside = aside
        self.setText(text)
        self.setAccessibleDescription(aside)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of a double click was meant for what stood here before."""

    def sizeHint(self) -> QSize:
        words = advance("button", self.words) + advance("small", self._aside)
        width = 2 * _PAD + self._cap_room() + _GAP + words
        return QSize(round(width + 0.5) + 2 * MARGIN, theme.px(44) + 2 * MARGIN)

    def _cap_room(self) -> float:
        """Width of the key cap and the gap behind it."""
        return cap_width(self._key, self._cap_height) + _GAP if self._key else 0

    def paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        if self._key:
            height = self._cap_height
            width = self._cap_room() - _GAP
            cap = QRectF(rect.left() + _PAD, rect.center().y() - height / 2, width, height)
            self.paint_key(painter, mirrored(self, cap), ink)
        words = rect.adjusted(_PAD + self._cap_room(), 0, -_PAD, 0)
        painter.setFont(theme.font("button"))
        painter.setPen(ink)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(mirrored(self, words), middle | leading(self), _ISOLATED.format(self.words))
        painter.setFont(theme.font("small"))
        painter.setPen(ink if self.kind == "primary" else theme.color("mut"))
        painter.drawText(mirrored(self, words), middle | trailing(self), self._aside)


class DigitRow(Styled, QWidget):
    """Its buttons side by side, or in several lines of equally many where they have no room."""

    chosen = Signal(int)
    """1 for the first button."""

    def __init__(
        self, buttons: Sequence[DigitButton], *, narrowest: int = 1, parent: QWidget | None = None
    ) -> None:
        """narrowest: columns that are kept whatever the room."""
        super().__init__(parent)
        self.buttons = list(buttons)
        self._narrowest = narrowest
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self._group = QButtonGroup(self, exclusive=False)
        self._group.idClicked.connect(self.chosen)
        for digit, button in enumerate(self.buttons, start=1):
            self._group.addButton(button, digit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._arrange(len(self.buttons))

    def press_digit(self, digit: int) -> None:
        """Press the button of a digit key, if there is one."""
        if digit <= len(self.buttons):
            self.chosen.emit(digit)

    def restyle(self) -> None:
        self._arrange(self._fitting(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(self._fitting(event.size().width()))
        super().resizeEvent(event)

    def _fitting(self, width: int) -> int:
        """How many stand side by side."""
        many = len(self.buttons)
        widest = max(button.sizeHint().width() for button in self.buttons)
        counts = [many] if theme.roomy() or many < 4 else []
        counts += [half for half in (-(-many // 2), 1) if half >= self._narrowest]
        return next((count for count in counts if count * widest <= width), counts[-1])

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self.buttons):
            self._grid.addWidget(button, at // columns, at % columns)
        for column in range(len(self.buttons)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
