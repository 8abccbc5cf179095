"""The four ratings: how well it went decides when the card comes back."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import advance
from quizapp.ui.widgets.paint import MARGIN, Styled, leading, mirrored, trailing

_PAD, _GAP, _CAP = 12, 10, 24


class RatingButton(Button):
    """Key cap, name, and at the right when the card would come back."""

    def __init__(self, digit: int, parent: QWidget | None = None) -> None:
        super().__init__("ghost", "", key=str(digit), parent=parent)
        self._interval = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_rating(self, name: str, interval: str, *, suggested: bool) -> None:
        """name: "Good"; interval: "3 days", may be empty."""
        self._interval = interval
        self.setText(name)
        self.setAccessibleDescription(interval)
        self.set_kind("primary" if suggested else "ghost")

    def sizeHint(self) -> QSize:
        words = advance("button", self.words) + advance("small", self._interval)
        width = 2 * _PAD + self._cap_height + 2 * _GAP + words
        return QSize(round(width + 0.5) + 2 * MARGIN, theme.px(44) + 2 * MARGIN)

    def paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        cap = QRectF(
            rect.left() + _PAD, rect.center().y() - self._cap_height / 2, self._cap_height, self._cap_height
        )
        self.paint_key(painter, mirrored(self, cap), ink)
        words = rect.adjusted(_PAD + self._cap_height + _GAP, 0, -_PAD, 0)
        painter.setFont(theme.font("button"))
        painter.setPen(ink)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(mirrored(self, words), middle | leading(self), self.words)
        painter.setFont(theme.font("small"))
        painter.setPen(ink if self.kind == "primary" else theme.color("mut"))
        painter.drawText(mirrored(self, words), middle | trailing(self), self._interval)


class RatingRow(Styled, QWidget):
    """Four equal buttons, two by two where the text is large; the suggested one is the primary."""

    rated = Signal(int)
    """1 to 4."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = [RatingButton(digit) for digit in (1, 2, 3, 4)]
        self._suggested = 3
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self._group = QButtonGroup(self, exclusive=False)
        self._group.idClicked.connect(self.rated)
        for digit, button in enumerate(self.buttons, start=1):
            self._group.addButton(button, digit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._arrange(4)

    def show_ratings(self, entries: Sequence[tuple[str, str]], suggested: int) -> None:
        """entries: name and next interval of each; suggested: 1 to 4."""
        self._suggested = suggested
        for digit, (button, (name, interval)) in enumerate(zip(self.buttons, entries, strict=True), start=1):
            button.show_rating(name, interval, suggested=digit == suggested)
        self._arrange(self._fitting(self.width()))

    def focus_suggested(self) -> None:
        """Give the suggested button the focus: Space or Enter takes it."""
        self.buttons[self._suggested - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        self._arrange(self._fitting(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(self._fitting(event.size().width()))
        super().resizeEvent(event)

    def _fitting(self, width: int) -> int:
        needed = 4 * max(button.sizeHint().width() for button in self.buttons)
        return 4 if theme.roomy() and needed <= width else 2

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self.buttons):
            self._grid.addWidget(button, at // columns, at % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
