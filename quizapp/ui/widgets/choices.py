"""A list of options to pick one or several of: one tab stop, arrows inside, digits, mouse."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.richtext import DeckText, Viewers
from quizapp.ui.widgets.choice_row import ARROWS, ChoiceRow, RowState
from quizapp.ui.widgets.paint import MARGIN, Styled
from quizapp.ui.widgets.roving import Roving

_TWO_COLUMNS_FROM = 640
_GAP = 12
_MOVES_ROWS = (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange)
"""A row needs another height; lines run the other way."""


class Choice(Struct, frozen=True):
    """What stands on a row, Markdown."""

    text: str
    note: str = ""
    """A line of meaning below it."""


class RowMark(Struct, frozen=True):
    """How a row fared."""

    state: RowState
    word: str = ""
    note: str = ""
    """The author's word on this option, Markdown."""


class ChoiceList(Styled, QWidget):
    """Options in one column, or two by two where all are short.

    multi: rows have check boxes and a press changes them; else a press picks.
    """

    picked = Signal(int)
    """Index of the row that was pressed; single choice only."""
    changed = Signal()
    """Other rows are checked now; multiple choice only."""

    def __init__(
        self,
        viewers: Viewers,
        choices: Sequence[Choice],
        *,
        multi: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._viewers = viewers
        self.multi = multi
        self._open = True
        self._columns = 1
        self._group = QButtonGroup(self, exclusive=False)
        self._group.idClicked.connect(self._press)
        self.rows = [self._row(choice, number) for number, choice in enumerate(choices, start=1)]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.roving = Roving(self.rows, self)

    def _row(self, choice: Choice, number: int) -> ChoiceRow:
        text = self._viewers.text(choice.text, role="answer")
        note = self._viewers.text(choice.note, role="small", token="mut") if choice.note else None
        row = self.make_row(text, note, number)
        self._group.addButton(row, number - 1)
        return row

    def make_row(self, text: DeckText, note: DeckText | None, number: int) -> ChoiceRow:
        """The row of an option."""
        return ChoiceRow(text, note, number, multi=self.multi, parent=self)

    def checked(self) -> tuple[int, ...]:
        """Indices of the checked rows."""
        return tuple(index for index, row in enumerate(self.rows) if row.isChecked())

    def press_digit(self, digit: int) -> bool:
        """Press the row of this number; True if there is one."""
        if not (self._open and 1 <= digit <= len(self.rows)):
            return False
        self.rows[digit - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.rows[digit - 1].click()
        return True

    def rule_out(self, index: int, word: str) -> None:
        """A row was wrong and can no longer be picked; the first of the others takes the focus.

        word: what stands on the row.
        """
        self.rows[index].reveal("wrong", word, None)
        self.rows[index].setEnabled(False)
        self.roving.stop_at(next(at for at, row in enumerate(self.rows) if row.isEnabled()))
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the row that the tab key would reach."""
        for row in self.rows:
            if row.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, marks: Sequence[RowMark]) -> None:
        """Show how each row fared; nothing can be picked any more. What was ruled out stays wrong."""
        self._open = False
        for row, mark in zip(self.rows, marks, strict=True):
            if mark.state == "left_out" and not row.isEnabled():
                continue
            note = self._viewers.text(mark.note, role="small") if mark.note else None
            row.reveal(mark.state, mark.word, note)

    def restyle(self) -> None:
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.places(width)[-1].bottom() + 1

    def sizeHint(self) -> QSize:
        width = max(row.sizeHint().width() for row in self.rows)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            max(row.minimumSizeHint().width() for row in self.rows), self.rows[0].minimumSizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() in _MOVES_ROWS:
            self.restyle()
        return super().event(event)

    def _place(self) -> None:
        self._columns = self.columns_at(self.width())
        for row, place in zip(self.rows, self.places(self.width()), strict=True):
            row.setGeometry(place)

    def places(self, width: int) -> list[QRect]:
        """Where the rows stand; options side by side are equally high."""
        columns = self.columns_at(width)
        gap = _GAP - 2 * MARGIN if columns == 2 else 0
        across = (width - gap * (columns - 1)) // columns
        lefts = [column * (across + gap) for column in range(columns)]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            lefts.reverse()
        places, top = [], 0
        for first in range(0, len(self.rows), columns):
            line = self.rows[first : first + columns]
            height = max(row.heightForWidth(across) for row in line)
            places += [QRect(left, top, across, height) for left, _ in zip(lefts, line, strict=False)]
            top += height + gap
        return places

    def columns_at(self, width: int) -> int:
        """How many options stand side by side."""
        if not self._open:
            return self._columns  # marks and notes move nothing
        visible = width - 2 * MARGIN
        half = (visible - _GAP) // 2 + 2 * MARGIN
        short = all(row.natural_width() <= half and not row.has_note for row in self.rows)
        wide = visible >= theme.px(_TWO_COLUMNS_FROM)  # marks come later and need their room
        return 2 if short and wide and len(self.rows) in (2, 4) else 1

    def _press(self, index: int) -> None:
        if self._open and self.multi:
            self.changed.emit()
        elif self._open:
            for at, row in enumerate(self.rows):
                row.set_chosen(at == index)
            self.picked.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between rows."""
        at = next((index for index, row in enumerate(self.rows) if row.hasFocus()), None)
        if at is None or event.key() not in ARROWS:
            super().keyPressEvent(event)
            return
        step = self.step(event.key())
        targets = range(at + step, len(self.rows) if step > 0 else -1, step)
        if (target := next((row for row in targets if self.rows[row].isEnabled()), None)) is not None:
            self.rows[target].setFocus(Qt.FocusReason.TabFocusReason)

    def step(self, key: int) -> int:
        """How many rows further an arrow leads."""
        mirrored = self._columns == 2 and self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return {
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Left: 1 if mirrored else -1,
            Qt.Key.Key_Right: -1 if mirrored else 1,
        }[Qt.Key(key)]
