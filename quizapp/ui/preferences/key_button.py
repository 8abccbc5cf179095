"""One action and its key: pressed, it takes the next key press as its own."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.bindings import cap_of
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.cell import PaintedCell, line_height, lines_of
from quizapp.ui.widgets.keycap import CAP, cap_width, paint_cap
from quizapp.ui.widgets.paint import BUTTON_RADIUS, MARGIN, Styled, begin, box, inside, ring

_PAD, _GAP, _LEAST = 10, 12, 36
_MODIFIERS = (
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown),
)
_CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


def spelled(event: QKeyEvent) -> str:
    """A press in Qt's portable spelling: "Ctrl+J"; "?" also where that takes Shift; "" for Shift alone."""
    if event.key() in _MODIFIERS:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if (
        modifiers == Qt.KeyboardModifier.ShiftModifier
        and text.isprintable()
        and not text.isalnum()
        and text.strip()
    ):
        return text
    key = Qt.Key.Key_Return if event.key() in ENTER else Qt.Key(event.key())
    return QKeySequence(modifiers.value | key.value).toString(QKeySequence.SequenceFormat.PortableText)


class KeyButton(Styled, QAbstractButton):
    """Words and a key cap. Pressed, it waits for a key: Escape leaves the old one, Delete takes it away."""

    pressed_key = Signal(str)
    """The new key, in Qt's portable spelling; "" for none."""
    waited = Signal(bool)
    """It waits for a key now, or no longer."""

    def __init__(self, words: str, where: str, *, typing: bool, parent: QWidget | None = None) -> None:
        """words: what it does; where: the title of its list; typing: its key while typing. All translated."""
        super().__init__(parent)
        self.words = self.tr("{action}, while typing").format(action=words) if typing else words
        self._where = where
        self._cap, self._changed, self._clashes = "", False, False
        self.waiting = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._wait)
        self._name()

    def show_key(self, key: str, *, changed: bool, clashes: bool) -> None:
        """key: in force; changed: by the learner; clashes: it means something else too."""
        self._cap, self._changed, self._clashes = cap_of(key), changed, clashes
        self._name()
        self.updateGeometry()
        self.update()

    @property
    def cap(self) -> str:
        """The key as it is written."""
        return self._cap

    def _name(self) -> None:
        state = self._cap or self.tr("no key")
        if self.waiting:
            state = self.tr("press a key")
        parts = [self.words, state]
        parts += [self.tr("changed")] * self._changed + [self.tr("means two things")] * self._clashes
        self.setAccessibleName(", ".join(parts))
        how = self.tr("Enter, then a key, sets it; Delete takes it away.")
        self.setAccessibleDescription(f"{self._where}. {how}")

    # Waiting for a key

    def _wait(self) -> None:
        if not self.waiting:
            self._show_waiting(True)

    def _show_waiting(self, waiting: bool) -> None:
        self.waiting = waiting
        self._name()
        self.update()
        self.waited.emit(waiting)

    def event(self, event: QEvent) -> bool:
        """While it waits, no key means anything else: not Tab, and none of the window's."""
        if self.waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = spelled(event)
        if event.isAutoRepeat() or not key:
            return
        self._show_waiting(False)
        if event.key() == Qt.Key.Key_Escape:
            return
        self.pressed_key.emit("" if event.key() in _CLEARING and not event.modifiers() else key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        elif event.key() in _CLEARING and not event.modifiers():
            self.pressed_key.emit("")
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # through the list: that is its owner's
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.waiting:
            self._show_waiting(False)
        super().focusOutEvent(event)

    # Look

    def _shown(self) -> str:
        return self.tr("Press a key …") if self.waiting else self._cap or self.tr("no key")

    def _end_width(self) -> float:
        return cap_width(self._shown(), theme.px(CAP))

    def _lines(self, width: float) -> tuple[str, ...]:
        return lines_of(self.words, "row", width - 2 * (MARGIN + _PAD) - self._end_width() - _GAP)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = round(len(self._lines(width)) * line_height("row")) + 12
        return max(theme.px(_LEAST), words) + 2 * MARGIN

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._end_width()) + theme.px(80), theme.px(_LEAST) + 2 * MARGIN)

    def restyle(self) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        if self.waiting or self.underMouse() or self.isDown():
            box(painter, rect, BUTTON_RADIUS, fill="accsoft" if self.waiting else "hover")
        if self.hasFocus():
            ring(painter, rect, BUTTON_RADIUS)
        cell = PaintedCell(painter, rect, mirrored=self.isRightToLeft())
        end, height = self._end_width(), theme.px(CAP)
        words = cell.rect.adjusted(_PAD, 0, -_PAD - end - _GAP, 0)
        cell.words(words, self._lines(self.width()), "row", "text")
        cap = QRectF(cell.rect.right() - _PAD - end, (rect.height() - height) / 2, end, height)
        self._paint_key(cell, cap, painter)
        painter.end()

    def _paint_key(self, cell: PaintedCell, cap: QRectF, painter: QPainter) -> None:
        place = cell.place(cap)
        if self.waiting or not self._cap:
            cell.words(cap, (self._shown(),), "small", "accink" if self.waiting else "mut", at_end=True)
        elif self._clashes:
            paint_cap(painter, place, self._cap, ink="warn", fill="warnsoft", line="warnline")
        elif self._changed:
            paint_cap(painter, place, self._cap, ink="accink", fill="accsoft", line="acc")
        else:
            paint_cap(painter, place, self._cap, ink="text")
