"""One region in the table below its picture: its answer and its four numbers."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from quizapp.core.kinds.regions import Region, short
from quizapp.core.region_edits import COARSE, FINE, SIDES, WHOLE, Side, with_side
from quizapp.ui import theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import MARGIN, Styled, begin, box
from quizapp.ui.widgets.stepper import IconButton

HEIGHT = 30
NUMBER = 60
"""Width of a number's field with its margins, px."""
_PAD = 8
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class RowField(TextField):
    """A field whose border is there only while its row is worked on; undo is the document's."""

    entered = Signal()
    """It has the focus."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, role="row", height=HEIGHT, parent=parent)
        self._framed = False

    def restyle(self) -> None:
        super().restyle()
        self.setTextMargins(MARGIN + _PAD - 2, 0, MARGIN + _PAD - 2, 0)

    def show_frame(self, framed: bool) -> None:
        """framed: the row is worked on."""
        if framed != self._framed:
            self._framed = framed
            self.update()

    def event(self, event: QEvent) -> bool:
        shortcut = event.type() == QEvent.Type.ShortcutOverride
        if shortcut and isinstance(event, QKeyEvent) and any(event.matches(key) for key in _UNDO):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(key) for key in _UNDO):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._framed or self.hasFocus():
            super().paintEvent(event)
        else:
            QLineEdit.paintEvent(self, event)


class PercentField(RowField):
    """A number in per cent. Up and Down step it, with Ctrl by a tenth; Enter, or to leave, takes it."""

    edited = Signal(object)
    """A Decimal."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._value: Decimal | None = None
        self.setPlaceholderText("–")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(theme.font("row", tabular=True))
        self.editingFinished.connect(self._take)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(NUMBER), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_value(self, value: Decimal | None) -> None:
        """None: it cannot be read."""
        self._value = value
        self.setText("" if value is None else f"{short(value)} %")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if way and self._value is not None:
            self._take()
            unit = FINE if event.modifiers() & Qt.KeyboardModifier.ControlModifier else COARSE
            self.edited.emit(min(max(self._value + way * unit, Decimal(0)), WHOLE))
        elif event.key() in ENTER:
            self._take()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def _take(self) -> None:
        value = _read(self.text())
        if value is None or value == self._value:
            self.show_value(self._value)
        else:
            self.edited.emit(value)


class RegionRow(Styled, QWidget):
    """A region to be named and measured."""

    chosen = Signal(object)
    """Itself: it is worked on."""
    named = Signal(object, str)
    """Itself and its answer."""
    measured = Signal(object, object)
    """Itself and its Region."""
    dropped = Signal(object)
    """Itself: it is to go."""
    done = Signal()
    """Enter in the answer: back to the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._region: Region | None = None
        self._is_chosen = False
        self.stacked: bool | None = None
        """True: the numbers stand below the answer."""
        self.answer = RowField(self.tr("Answer"))
        self.answer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.answer.textEdited.connect(self._name)
        self.answer.submitted.connect(self.done)
        self.numbers = {side: PercentField(side_words(self)[side]) for side in SIDES}
        self.captions = {side: Label("small", side_words(self)[side], token="mut") for side in SIDES}
        for side, field in self.numbers.items():
            field.edited.connect(getattr(self, f"_take_{side}"))
        self.cross = IconButton("cross", self.tr("Remove"))
        self.cross.clicked.connect(self._drop)
        for entered in (self.answer, *self.numbers.values()):
            entered.entered.connect(self._choose)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 0, 0, 0)
        self._grid.setSpacing(0)
        self.show_stacked(False)

    def show_stacked(self, stacked: bool) -> None:
        """Have the numbers below the answer, each with its caption, or beside it."""
        if stacked == self.stacked:
            return
        self.stacked = stacked
        self._grid.addWidget(self.answer, 0, 0, 1, 4 if stacked else 1)
        self._grid.addWidget(self.cross, 0, 5)
        center = Qt.AlignmentFlag.AlignCenter
        for column, side in enumerate(SIDES):
            self.captions[side].setVisible(stacked)
            self._grid.addWidget(self.captions[side], 1, column, center)
            self._grid.addWidget(self.numbers[side], 2 if stacked else 0, column + (not stacked), center)
            self._grid.setColumnStretch(column, stacked or not column)

    def show_region(self, label: str, region: Region | None) -> None:
        """region: None if its numbers cannot be read."""
        self._region = region
        if self.answer.text() != label:
            self.answer.setText(label)
            if not self.answer.hasFocus():
                self.answer.setCursorPosition(0)  # the beginning of a long one is seen
        for side, field in self.numbers.items():
            field.show_value(None if region is None else getattr(region, side))
            field.setAccessibleName(f"{label}: {side_words(self)[side]}")
        self.cross.setAccessibleName(self.tr("Remove {label}").format(label=label))

    def show_chosen(self, chosen: bool) -> None:
        """chosen: it is the one that is worked on."""
        self._is_chosen = chosen
        for field in (self.answer, *self.numbers.values()):
            field.show_frame(chosen)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for its owner to find that the numbers need a line of their own."""
        return QSize(theme.px(200), super().minimumSizeHint().height())

    def _choose(self) -> None:
        self.chosen.emit(self)

    def _name(self, text: str) -> None:
        self.named.emit(self, text)

    def _drop(self) -> None:
        self.dropped.emit(self)

    def _take_left(self, value: Decimal) -> None:
        self._take("left", value)

    def _take_top(self, value: Decimal) -> None:
        self._take("top", value)

    def _take_width(self, value: Decimal) -> None:
        self._take("width", value)

    def _take_height(self, value: Decimal) -> None:
        self._take("height", value)

    def _take(self, side: Side, value: Decimal) -> None:
        region = self._region or Region(self.answer.text(), *map(Decimal, (0, 0, 20, 20)))
        self.measured.emit(self, with_side(region, side, value))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_chosen:
            painter = begin(self)
            box(painter, self.rect().toRectF(), 8, fill="accsoft")
            painter.end()


def side_words(widget: QWidget) -> dict[Side, str]:
    """The four numbers in words."""
    return {
        "left": widget.tr("Left", "of a region"),
        "top": widget.tr("Top", "of a region"),
        "width": widget.tr("Width", "of a region"),
        "height": widget.tr("Height", "of a region"),
    }


def _read(text: str) -> Decimal | None:
    bare = text.replace("%", "").replace(",", ".").strip()
    try:
        value = Decimal(bare).quantize(FINE)
    except ArithmeticError:
        return None
    return value.normalize() + 0 if 0 <= value <= WHOLE else None
