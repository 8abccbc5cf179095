"""The search field: a sign, the words, and the key that leads to it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.keycap import cap_width, paint_cap
from quizapp.ui.widgets.paint import BUTTON_RADIUS, MARGIN, Styled, box, inside, mirrored, ring

_HEIGHT, _SIGN, _PAD, _CAP_H = 40, 16, 12, 24


class SearchField(Styled, QLineEdit):
    """One line; Esc clears it, the arrow down leaves it for what was found."""

    left_down = Signal()

    def __init__(self, hint: str, *, key: str = "", parent: QWidget | None = None) -> None:
        """key: the words of the key cap, shown while the field is empty."""
        super().__init__(parent)
        self._key = key
        self.setFrame(False)
        self.setStyleSheet("background: transparent; border: 0;")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_hint(hint)
        self.restyle()

    def set_key(self, key: str) -> None:
        """Another key cap."""
        self._key = key
        self.restyle()

    def set_hint(self, hint: str) -> None:
        """The words in the empty field; they are its name too."""
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def restyle(self) -> None:
        self.setFont(theme.font("body"))
        start = MARGIN + _PAD + theme.px(_SIGN) + _PAD - 4
        end = MARGIN + _PAD + round(self._cap_width())
        right_to_left = self.isRightToLeft()
        self.setTextMargins(end if right_to_left else start, 0, start if right_to_left else end, 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(272) + 2 * MARGIN, theme.px(_HEIGHT) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def _cap_width(self) -> float:
        return cap_width(self._key, theme.px(_CAP_H)) if self._key else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = inside(self)
        box(painter, rect, BUTTON_RADIUS, fill="card", line="edge")
        if self.hasFocus():
            ring(painter, rect, BUTTON_RADIUS)
        size = theme.px(_SIGN)
        sign = QRectF(rect.left() + _PAD, rect.center().y() - size / 2, size, size)
        icons.paint(painter, "search", mirrored(self, sign), theme.color("mut"), stroke=2)
        if self._key and not self.text():
            width, height = self._cap_width(), theme.px(_CAP_H)
            cap = QRectF(rect.right() - _PAD - width, rect.center().y() - height / 2, width, height)
            paint_cap(painter, mirrored(self, cap), self._key)
        painter.end()
        super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()  # there is no typing to undo: the key is the screen's
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)
