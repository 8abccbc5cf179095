"""A segmented switch: one of two to four short words, side by side; never for on or off."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.paint import BUTTON_RADIUS, MARGIN, Styled, begin, box, inside, ring

_HEIGHT, _PAD, _INSET = 36, 12, 3


class Segments(Styled, QWidget):
    """One tab stop; the arrow keys choose."""

    chosen = Signal(int)
    """Index of the word that the user has chosen."""

    def __init__(self, name: str, words: Sequence[str], parent: QWidget | None = None) -> None:
        """name: what is chosen, for screen readers; words: translated."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(_INSET + 1, 0, _INSET + 1, 0)
        row.setSpacing(0)
        for at, word in enumerate(words):
            part = _Part(word)
            self._group.addButton(part, at)
            row.addWidget(part)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    @property
    def at(self) -> int:
        """Index of the word that is chosen."""
        return self._group.checkedId()

    def show_choice(self, at: int) -> None:
        """Another word is chosen, not by the user."""
        self._group.button(at).setChecked(True)

    def focus_choice(self) -> None:
        """Put the focus on the word that is chosen."""
        self._group.button(self.at).setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        box(painter, inside(self), BUTTON_RADIUS, fill="key", line="line")
        painter.end()


class _Part(Styled, QAbstractButton):
    def __init__(self, word: str) -> None:
        super().__init__()
        self.setText(word.replace("&", "&&"))
        self.setAccessibleName(word)
        self._word = word
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self.restyle)

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme.font("button")).horizontalAdvance(self._word)
        return QSize(round(words + 0.5) + 2 * _PAD, theme.px(_HEIGHT) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = QRectF(self.rect()).adjusted(0, MARGIN + _INSET, 0, -MARGIN - _INSET)
        if self.isChecked():
            box(painter, rect, BUTTON_RADIUS - 2, fill="card", line="edge")
        if self.hasFocus():
            ring(painter, rect.adjusted(3, 3, -3, -3), BUTTON_RADIUS - 5)
        painter.setFont(theme.font("button" if self.isChecked() else "rail"))
        painter.setPen(theme.color("text" if self.isChecked() else "mut"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._word)
        painter.end()
