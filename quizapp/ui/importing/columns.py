"""What becomes of the columns of a table: a row for each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from quizapp.formats.base import Choice
from quizapp.ui.i18n import marked
from quizapp.ui.importing.choices import PANEL_PADDING
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.dropdown import Choice as Offered
from quizapp.ui.widgets.dropdown import DropDown
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Hairline, Panel

_OTHER = {"question": "answer", "answer": "question"}
_SHARES = (5, 5, 0, 8)
"""Of the width: the name, the first value, the sign, the drop-down."""


class ColumnsPanel(Panel):
    """A row for each column: its name, its first value, and what it becomes."""

    chosen = Signal(str, str)
    """(Choice.key, value)"""
    swapped = Signal(object)
    """Choices to be made at once: key -> value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=PANEL_PADDING, parent=parent)
        self.swap = Button("bare", self.tr("Swap sides"), height=30)
        self.swap.clicked.connect(self._on_swap)
        self._guessed = CutLabel("small", token="mut")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label("heading", self.tr("Columns")))
        head.addWidget(self._guessed, 1)
        head.addWidget(self.swap)
        self.content.addLayout(head)
        self._table = QWidget()
        self.content.addWidget(self._table)
        self._columns: tuple[Choice, ...] = ()
        self.drops: dict[str, DropDown] = {}

    def show_columns(self, columns: tuple[Choice, ...], *, named: bool) -> None:
        """Hidden where there are none. named: the source tells what they are called."""
        self.setVisible(bool(columns))
        words = self.tr("guessed from the names") if named else self.tr("guessed from what they hold")
        self._guessed.setText(words)
        same = [_shape(one) for one in columns] == [_shape(one) for one in self._columns]
        self._columns = columns
        if not same:
            self._build()
        for column in columns:
            drop = self.drops[column.key]
            values = [option.value for option in column.options]
            offered = [Offered(marked(option.label)) for option in column.options]
            drop.show_choices(offered, values.index(column.value) if column.value in values else -1)
        self.swap.setVisible({"question", "answer"} <= {column.value for column in columns})

    def _build(self) -> None:
        """All rows anew; the drop-down of a column that stays keeps the focus."""
        focus = next((key for key, drop in self.drops.items() if drop.hasFocus()), "")
        old, self._table = self._table, QWidget()
        self.drops.clear()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(MARGIN, 2, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        for at, share in enumerate(_SHARES):
            grid.setColumnStretch(at, share)
        names = (self.tr("Column"), self.tr("First value"), "", self.tr("Becomes"))
        for at, name in enumerate(names):
            if name:
                head = CutLabel("label", name, token="mut")
                head.setContentsMargins(MARGIN if at == len(names) - 1 else 0, 0, 0, 4)
                grid.addWidget(head, 0, at)
        for number, column in enumerate(self._columns):
            grid.addWidget(Hairline(), 2 * number + 1, 0, 1, 4)
            self._add_row(grid, 2 * number + 2, column)
        self.content.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()
        self._table.show()
        if focus in self.drops:
            self.drops[focus].setFocus()

    def _add_row(self, grid: QGridLayout, row: int, column: Choice) -> None:
        sample = " ".join(column.sample.split())
        held = "text" if sample else "mut"
        grid.addWidget(CutLabel("button", column.label, token=held), row, 0)
        grid.addWidget(CutLabel("small", sample or self.tr("empty in all"), token="mut"), row, 1)
        onwards = "back" if self.isRightToLeft() else "chevron"
        grid.addWidget(Icon(onwards, size=12, token="mut"), row, 2)
        drop = DropDown(self.tr("{column} becomes").format(column=column.label))
        values = [option.value for option in column.options]
        drop.chosen.connect(partial(self._on_chosen, column.key, values))
        self.drops[column.key] = drop
        grid.addWidget(drop, row, 3)

    def _on_chosen(self, key: str, values: Sequence[str], at: int) -> None:
        self.chosen.emit(key, values[at])

    def _on_swap(self) -> None:
        self.swapped.emit({one.key: _OTHER[one.value] for one in self._columns if one.value in _OTHER})


def _shape(column: Choice) -> tuple[object, ...]:
    """All of it but what was chosen."""
    return column.key, column.label, column.sample, column.options
