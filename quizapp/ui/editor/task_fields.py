"""The two fields of a task: a text, and a choice among a few."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.paint import (
    BUTTON_RADIUS,
    MARGIN,
    Styled,
    begin,
    box,
    inside,
    leading,
    mirrored,
    ring,
)


class LineField(TextField):
    """A text that is written."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, role="row", height=36, parent=parent)
        self.textChanged.connect(self.changed)

    @property
    def value(self) -> str:
        return self.text().strip()

    def show_value(self, value: str) -> None:
        self.setText(value)
        self.selectAll()


class ChoiceField(Styled, QComboBox):
    """One of a few; Enter submits where the list is closed."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """choices: (value, words)."""
        super().__init__(parent)
        for value, words in choices:
            self.addItem(words, value)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self.changed)

    @property
    def value(self) -> str:
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        self.setCurrentIndex(max(0, self.findData(value)))

    def restyle(self) -> None:
        self.setFont(theme.font("row"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(36) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(100), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        box(painter, rect, BUTTON_RADIUS, fill="card", line="edge")
        if self.hasFocus():
            ring(painter, rect, BUTTON_RADIUS)
        painter.setFont(self.font())
        painter.setPen(theme.color("text"))
        size = theme.px(16)
        words = QRectF(rect.left() + 12, rect.top(), rect.width() - size - 36, rect.height())
        text = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, round(words.width())
        )
        painter.drawText(mirrored(self, words), Qt.AlignmentFlag.AlignVCenter | leading(self), text)
        place = QRectF(rect.right() - 12 - size, rect.center().y() - size / 2, size, size)
        icons.paint(painter, "chevron-down", mirrored(self, place), theme.color("mut"))
        painter.end()
