"""What was guessed about a source, as drop-downs that can be changed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.formats.base import Choice, Format
from quizapp.store.examining import Examined
from quizapp.ui.i18n import marked
from quizapp.ui.importing.desk import Wanted
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.dropdown import Choice as Offered
from quizapp.ui.widgets.dropdown import DropDown
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Hairline, Panel

_PAD = (18, 12, 18, 12)


class _Labelled(QWidget):
    """A drop-down with its name above."""

    def __init__(self, words: str, drop: DropDown) -> None:
        super().__init__()
        self.drop = drop
        above = label("label", words, "mut")
        above.setContentsMargins(MARGIN, 0, 0, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(above)
        rows.addWidget(drop)


class FilePanel(Panel):
    """The format, where the cards go, and how the source is read."""

    chosen = Signal(str, str)
    """(Choice.key, value)"""
    format_chosen = Signal(str)
    target_chosen = Signal(object)
    """A path, or None for new decks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=_PAD, parent=parent)
        self.content.addWidget(label("heading", self.tr("File")))
        self._flow, self._shown = Flow(gap=8), list[QWidget]()
        self.content.addWidget(self._flow)
        self.drops: dict[str, DropDown] = {}

    def show_examined(self, found: Examined, wanted: Wanted, decks: Sequence[tuple[str, Path]]) -> None:
        """decks: (title, file) of those that could get the cards."""
        focus = next((key for key, drop in self.drops.items() if drop.hasFocus()), "")
        self.drops.clear()
        self._shown = []
        self._add_formats(found.formats, found.format)
        if not found.imported.reviews:
            self._add_targets(found, wanted, decks)
        for choice in found.imported.choices:
            if not choice.column:
                self._add(choice)
        self._put_flow()
        if focus in self.drops:
            self.drops[focus].setFocus()

    def _put_flow(self) -> None:
        """The new drop-downs in the place of the old ones."""
        self.content.removeWidget(self._flow)
        self._flow.hide()
        self._flow.deleteLater()
        self._flow = Flow(*self._shown, gap=8)
        self.content.addWidget(self._flow)

    def _add_formats(self, formats: tuple[Format, ...], present: Format) -> None:
        listed = formats if present in formats else (present, *formats)
        drop = DropDown(self.tr("Format"), direct=False)
        drop.show_choices([Offered(marked(one.label)) for one in listed], listed.index(present))
        drop.chosen.connect(partial(self._on_format, drop, listed))
        self._put("format", self.tr("Format"), drop)

    def _add_targets(self, found: Examined, wanted: Wanted, decks: Sequence[tuple[str, Path]]) -> None:
        fresh = self._fresh(found)
        paths = [None, *(path for _, path in decks)]
        drop = DropDown(self.tr("Into deck"), direct=False)
        at = paths.index(wanted.into) if wanted.into in paths else 0
        drop.show_choices([Offered(fresh), *(Offered(title) for title, _ in decks)], at)
        drop.chosen.connect(partial(self._on_target, drop, paths))
        self._put("into", self.tr("Into deck"), drop)

    def _fresh(self, found: Examined) -> str:
        decks = found.plan.decks
        if len(decks) != 1 or found.plan.decks[0].opened.path.name == "":
            return self.tr("%n decks of its own", "", len(decks))
        deck = decks[0]
        words = self.tr("New: {title}") if deck.is_new else self.tr("Update: {title}")
        return words.format(title=deck.title)

    def _add(self, choice: Choice) -> None:
        name = marked(choice.label)
        drop = DropDown(name)
        values = [option.value for option in choice.options]
        words = [Offered(marked(option.label)) for option in choice.options]
        drop.show_choices(words, values.index(choice.value) if choice.value in values else -1)
        drop.chosen.connect(partial(self._on_chosen, choice.key, values))
        self._put(choice.key, name, drop)

    def _put(self, key: str, words: str, drop: DropDown) -> None:
        self.drops[key] = drop
        self._shown.append(_Labelled(words, drop))

    def _on_format(self, drop: DropDown, formats: Sequence[Format], at: int) -> None:
        self.format_chosen.emit(formats[at].name)

    def _on_target(self, drop: DropDown, paths: Sequence[Path | None], at: int) -> None:
        self.target_chosen.emit(paths[at])

    def _on_chosen(self, key: str, values: Sequence[str], at: int) -> None:
        self.chosen.emit(key, values[at])


class ColumnsPanel(Panel):
    """A row for each column: its name, its first value, and what it becomes."""

    chosen = Signal(str, str)
    swapped = Signal(object)
    """Choices to be made at once: key -> value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=_PAD, parent=parent)
        self.swap = Button("link", self.tr("Swap sides"), height=30, pad=10)
        self.swap.clicked.connect(self._on_swap)
        head = QHBoxLayout()
        head.addWidget(label("heading", self.tr("Columns")))
        head.addStretch(1)
        head.addWidget(self.swap)
        self.content.addLayout(head)
        self._rows = QVBoxLayout()
        self.content.addLayout(self._rows)
        self._columns: tuple[Choice, ...] = ()
        self.drops: dict[str, DropDown] = {}

    def show_columns(self, columns: tuple[Choice, ...]) -> None:
        """Hidden where there are none."""
        focus = next((key for key, drop in self.drops.items() if drop.hasFocus()), "")
        self.setVisible(bool(columns))
        self._columns = columns
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.drops.clear()
        for number, column in enumerate(columns):
            if number:
                self._rows.addWidget(Hairline(inset=MARGIN))
            self._rows.addWidget(self._row(column))
        sides = {column.value for column in columns}
        self.swap.setVisible({"question", "answer"} <= sides)
        if focus in self.drops:
            self.drops[focus].setFocus()

    def _row(self, column: Choice) -> QWidget:
        row = QWidget()
        cells = QHBoxLayout(row)
        cells.setContentsMargins(MARGIN, 0, 0, 0)
        cells.setSpacing(8)
        sample = column.sample or self.tr("empty in all")
        for words, role, token in (
            (column.label, "strong", "text"),
            (" ".join(sample.split()), "small", "mut"),
        ):
            cell = CutLabel(role, words, token=token)
            cells.addWidget(cell, 1)
        drop = DropDown(self.tr("{column} becomes").format(column=column.label))
        values = [option.value for option in column.options]
        offered = [Offered(marked(option.label)) for option in column.options]
        drop.show_choices(offered, values.index(column.value) if column.value in values else -1)
        drop.chosen.connect(partial(self._on_chosen, column.key, values))
        self.drops[column.key] = drop
        cells.addWidget(drop, 1)
        return row

    def _on_chosen(self, key: str, values: Sequence[str], at: int) -> None:
        self.chosen.emit(key, values[at])

    def _on_swap(self) -> None:
        other = {"question": "answer", "answer": "question"}
        self.swapped.emit({one.key: other[one.value] for one in self._columns if one.value in other})
