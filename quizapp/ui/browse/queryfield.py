"""The search field: what is typed is searched for at once; keys are coloured, mistakes are underlined."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from quizapp.core.query import Query, parse
from quizapp.ui import icons, theme
from quizapp.ui.editor.file_text import units
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.paint import BUTTON_RADIUS, MARGIN, Styled, begin, box, inside, mirrored, ring
from quizapp.ui.widgets.stepper import IconButton

_HEIGHT, _SIGN, _PAD = 40, 16, 14
_CHOICES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QueryField(Styled, QLineEdit):
    """One line. While the list of completions is open, its keys act there (`asked`)."""

    typed = Signal()
    """The text is another now, or the caret stands elsewhere: the completions may be others."""
    chosen_by = Signal(int)
    """One row up (-1) or down (1) in the completions."""
    completed = Signal()
    """Tab: take the completion that is chosen."""
    entered = Signal()
    escaped = Signal()
    left = Signal()
    """The focus is elsewhere."""
    left_down = Signal()
    """On to what was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.completing = False
        """True while completions are shown."""
        self._composing = False
        self._query = parse("")
        self.setFrame(False)
        self.setStyleSheet("background: transparent; border: 0;")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        hint = self.tr("Search in all cards")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.clearing = IconButton("cross", self.tr("Clear the search"), key=self.tr("Esc"), parent=self)
        self.clearing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clearing.clicked.connect(self.clear)
        self.clearing.hide()
        self.textChanged.connect(self._take_text)
        self.cursorPositionChanged.connect(self.typed)
        self.restyle()

    @property
    def query(self) -> Query:
        """What the text means."""
        return self._query

    @property
    def caret(self) -> int:
        """Before which letter it stands; Qt counts letters beyond the first plane twice."""
        text, position = self.text(), self.cursorPosition()
        return next((at for at in range(len(text) + 1) if units(text, at) >= position), len(text))

    def put_caret(self, at: int) -> None:
        """Before this letter."""
        self.setCursorPosition(units(self.text(), at))

    def restyle(self) -> None:
        self.setFont(theme.font("row"))
        start = MARGIN + _PAD + theme.px(_SIGN) + 8
        end = MARGIN + 36
        mirror = self.isRightToLeft()
        self.setTextMargins(end if mirror else start, 0, start if mirror else end, 0)
        self.updateGeometry()
        self._paint_tokens()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(_HEIGHT) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), self.sizeHint().height())

    def _take_text(self, text: str) -> None:
        self._query = parse(text)
        self.clearing.setVisible(bool(text))
        self._paint_tokens()
        self.typed.emit()

    # Colours: the formats that an input method may give a line edit

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing:
            self._paint_tokens()

    def _paint_tokens(self) -> None:
        if self._composing or not hasattr(self, "_query"):
            return
        text, caret = self.text(), self.cursorPosition()
        attributes = [
            QInputMethodEvent.Attribute(
                QInputMethodEvent.AttributeType.TextFormat,
                units(text, start) - caret,
                units(text, end) - units(text, start),
                look,
            )
            for start, end, look in self._looks()
        ]
        QLineEdit.inputMethodEvent(self, QInputMethodEvent("", attributes))

    def _looks(self) -> Iterator[tuple[int, int, QTextCharFormat]]:
        """Stretches of the text with their formats; Qt wants them apart, so a mistake is cut at its key."""
        wrong = [(one.start, one.end) for one in self._query.mistakes]
        keys = [(one.start, one.end) for one in self._query.tokens if one.role == "key"]
        cuts = sorted({edge for pair in (*wrong, *keys) for edge in pair})
        for start, end in pairwise(cuts):
            is_key = any(low <= start < high for low, high in keys)
            is_wrong = any(low <= start < high for low, high in wrong)
            if is_key or is_wrong:
                yield start, end, self._look(key=is_key, wrong=is_wrong)

    def _look(self, *, key: bool, wrong: bool) -> QTextCharFormat:
        look = QTextCharFormat()
        if key:
            look.setFont(theme.font("button"))
            look.setForeground(theme.color("accink"))
        if wrong:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(theme.color("bad"))
        return look

    # Keys

    def event(self, event: QEvent) -> bool:
        """Escape belongs to the field while there is something to close or to clear."""
        escapes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escapes and event.type() == QEvent.Type.ShortcutOverride and (self.completing or self.text()):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key in _CHOICES and plain and self.completing:
            self.chosen_by.emit(_CHOICES[key])
        elif key == Qt.Key.Key_Down and plain:
            self.left_down.emit()
        elif key in ENTER and not self._composing:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and (self.completing or self.text()):
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, ahead: bool) -> bool:
        """Tab completes while there is something to complete."""
        if ahead and self.completing:
            self.completed.emit()
            return True
        return super().focusNextPrevChild(ahead)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        self.left.emit()

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.clearing.sizeHint()
        rect = inside(self)
        place = QRectF(rect.right() - size.width() - 4, 0, size.width(), size.height())
        place.moveTop(rect.center().y() - size.height() / 2)
        self.clearing.setGeometry(mirrored(self, place).toRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        box(painter, rect, BUTTON_RADIUS, fill="card", line="edge")
        if self.hasFocus():
            ring(painter, rect, BUTTON_RADIUS)
        size = theme.px(_SIGN)
        sign = QRectF(rect.left() + _PAD, rect.center().y() - size / 2, size, size)
        icons.paint(painter, "search", mirrored(self, sign), theme.color("mut"), stroke=2)
        painter.end()
        super().paintEvent(event)
