"""A list of items to put in order: moved by keys, by number or by mouse."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QButtonGroup, QWidget

from quizapp.ui import theme
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.order_row import SPINE, OrderRow, RowFate
from quizapp.ui.widgets.paint import MARGIN, announce, begin, mirrored
from quizapp.ui.widgets.rowstack import RowStack

_SPINE_WIDTH = 2
_ALT, _PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
_OPEN, _LIFTED = RowFate("open"), RowFate("lifted")

Order = tuple[OrderRow, ...]


class OrderList(RowStack[OrderRow]):
    """Arrows move the focus, with Alt the row; Space lifts a row and puts it down; a digit lifts the row of
    that number, a second one sends it to a place; Ctrl+Z takes a move back while there is one.
    """

    moved = Signal()
    """The order is another now."""

    def __init__(self, viewers: Viewers, texts: Sequence[str], parent: QWidget | None = None) -> None:
        """texts: Markdown, in the order shown first."""
        super().__init__(parent)
        self._of = {text: OrderRow(viewers.text(text, role="answer")) for text in texts}
        self._past: list[Order] = []
        self._lifted: OrderRow | None = None
        self._grabbed: OrderRow | None = None
        self._before: Order = ()
        """The order before the present row was lifted or grabbed."""
        self._grip = QPoint()
        """Where in the grabbed row the mouse was pressed."""
        self._dragging = False
        self._open = True
        self._group = QButtonGroup(self, exclusive=False)
        self._group.buttonClicked.connect(self._lift_or_drop)
        for row in self._of.values():
            self.adopt(row)
            self._group.addButton(row)
            row.setAccessibleDescription(self.tr("Alt with the arrow keys moves it"))
        self._arrange(tuple(self._of.values()))

    def texts(self) -> tuple[str, ...]:
        """The items in the present order."""
        texts = {row: text for text, row in self._of.items()}
        return tuple(texts[row] for row in self.rows)

    def show_fates(self, fates: Mapping[str, RowFate]) -> None:
        """Show the items in the order of the mapping, each with its fate; nothing can be moved any more."""
        self._open, self._dragging, self._lifted, self._grabbed = False, False, None, None
        self.hold(None)
        for text, fate in fates.items():
            row = self._of[text]
            row.setCursor(Qt.CursorShape.ArrowCursor)
            row.setAccessibleDescription("")
            row.show_fate(fate)
        self._arrange(tuple(self._of[text] for text in fates))

    # Moving

    def put_down(self) -> None:
        """Put down the row that is lifted, if one is."""
        self._drop()

    def press_digit(self, digit: int) -> bool:
        """Lift the row of this number, or send the lifted one there; True if there is such a place."""
        if not (self._open and 1 <= digit <= len(self.rows)):
            return False
        if self._lifted is None:
            self._lift_or_drop(self.rows[digit - 1])
        else:
            self._shift(self._lifted, digit - 1)
            self._drop()
        return True

    def _lift_or_drop(self, row: OrderRow) -> None:
        if self._lifted is not None:
            self._drop()
        elif self._open:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._lifted, self._before = row, self.rows
            row.show_fate(_LIFTED)
            row.raise_()
            self._say(row, self.tr("{item} is lifted. Arrow keys or a number move it, Space puts it down."))

    def _drop(self, *, back: bool = False) -> None:
        """Put the lifted row down, or back where it was."""
        row, self._lifted = self._lifted, None
        if row is None:
            return
        row.show_fate(_OPEN)
        if back:
            self._arrange(self._before)
        self._remember(self._before)
        self._say(row, self.tr("{item}, put down at {place} of {total}"))

    def _move(self, row: OrderRow, to: int) -> None:
        """One move, which can be taken back by itself unless the row is lifted."""
        before = self.rows
        self._shift(row, to)
        if self._lifted is None:
            self._remember(before)

    def _shift(self, row: OrderRow, to: int) -> None:
        others = [other for other in self.rows if other is not row]
        others.insert(to, row)
        if tuple(others) != self.rows:
            self._arrange(tuple(others))
            self._say(row, self.tr("{item}, now {place} of {total}"))

    def _remember(self, before: Order) -> None:
        if before != self.rows:
            self._past.append(before)

    def _take_back(self) -> None:
        """Undo the last move."""
        self._drop()
        self._arrange(self._past.pop())
        announce(self, self.tr("The last move is taken back"))

    def _arrange(self, order: Order) -> None:
        changed = order != self.rows
        for place, row in enumerate(order, start=1):
            row.show_place(place, len(order))
        self.set_order(order)
        if changed:
            self.moved.emit()

    def _say(self, row: OrderRow, sentence: str) -> None:
        self.in_use.emit(row)
        place = self.rows.index(row) + 1
        announce(row, sentence.format(item=row.words, place=place, total=len(self.rows)))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.focused()
        act = self._act(row, event) if row is not None and self._open else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act(self, row: OrderRow, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does to the row that has the focus; None if it moves nothing."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._take_back if self._past else None
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Space and modifiers == _PLAIN:
            return lambda: None if event.isAutoRepeat() else self._lift_or_drop(row)
        if event.key() == Qt.Key.Key_Escape and self._lifted is not None:
            return lambda: self._drop(back=True)
        to = self.target(row, event)
        moves = modifiers == _ALT or (modifiers == _PLAIN and self._lifted is not None)
        return None if to is None or not moves else lambda: self._move(row, to)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._lifted is not None and watched is self._lifted:
            if event.type() == QEvent.Type.FocusOut:
                self._drop()
            elif event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
                event.accept()  # it puts the row back: it is no shortcut to leave by now
                return True
        return super().eventFilter(watched, event)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.childAt(event.position().toPoint())
        if self._open and event.button() == Qt.MouseButton.LeftButton and isinstance(row, OrderRow):
            self._drop()
            self._grabbed, self._before = row, self.rows
            self._grip = event.position().toPoint() - row.pos()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row, at = self._grabbed, event.position().toPoint()
        if row is None:
            return
        far = (at - row.pos() - self._grip).manhattanLength()
        if not self._dragging and far >= QApplication.startDragDistance():
            self._dragging = True
            row.show_fate(_LIFTED)
            row.setCursor(Qt.CursorShape.ClosedHandCursor)
            row.raise_()
            self.hold(row)
            self.in_use.emit(row)  # the page scrolls with it
        if self._dragging:
            self._drag(row, at.y() - self._grip.y())

    def _drag(self, row: OrderRow, top: int) -> None:
        """The row goes with the mouse; the others make room where it would come to stand."""
        row.move(0, max(0, min(top, self.height() - row.height())))
        middle = row.geometry().center().y() - row.height() // 2
        others = [other for other in self.rows if other is not row]
        places = self.places(self.width(), others)
        others.insert(sum(place.center().y() < middle for place in places), row)
        if tuple(others) != self.rows:
            self._arrange(tuple(others))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row, self._grabbed = self._grabbed, None
        if row is None or not self._dragging:
            return
        self._dragging = False
        row.show_fate(_OPEN)
        row.setCursor(Qt.CursorShape.OpenHandCursor)
        self.hold(None)
        if self.rows != self._before:
            self._remember(self._before)
            self._say(row, self.tr("{item}, now {place} of {total}"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The spine, from the first row that is in order to the last."""
        kept = [row.geometry().center().y() for row in self.rows if row.fate.state == "kept"]
        if len(kept) < 2:
            return
        x = mirrored(self, QRectF(MARGIN + theme.px(SPINE), 0, 0, 0)).left()
        painter = begin(self)
        painter.setPen(QPen(theme.color("good"), _SPINE_WIDTH))
        painter.drawLine(QPointF(x, kept[0]), QPointF(x, kept[-1]))
        painter.end()


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
