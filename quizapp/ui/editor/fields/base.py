"""The contract of a field's editor, and the plainest of them."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.deck import Deck
from quizapp.formats.card_form import FormField
from quizapp.formats.form_values import SidesSort, Value
from quizapp.ui.editor.entrance import Entrance
from quizapp.ui.editor.fields.box import Box, text_box
from quizapp.ui.editor.fields.cell import Cell
from quizapp.ui.editor.words import FieldWords


class Setting(Struct, frozen=True):
    """What surrounds a field: the same for all fields of a form."""

    deck: Deck | None = None
    """As it was last read."""
    folder: str = ""
    """Of the deck file; pictures lie below it. Empty while it has none."""
    data: Mapping[str, Value] = {}
    """The whole card."""
    image: str = ""
    """The picture that the deck gives to cards without one of their own."""


class FieldEditor(Entrance):
    """Shows what `field.sort` reads from behind a key, and says what it has become.

    Built with (field, words). It keeps focus and caret where what it is shown is what it says already.
    """

    edited = Signal()
    """The user changed it: `value` is another."""
    stacked: bool = True
    """True: its label stands above it; False: before it, in one line."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.words = field, words
        self.aside: QWidget | None = None
        """Stands at the end of the line of its label."""

    def value(self) -> Any:
        """What it says, as `field.sort` writes it."""
        raise NotImplementedError

    def show_value(self, shown: Any) -> None:
        """Show what `field.sort` read."""
        raise NotImplementedError

    def show_setting(self, setting: Setting) -> None:
        """What is around it may be another."""

    def show_problem(self, sentence: str) -> None:
        """Something in it is to be mended; "": nothing."""

    def hindrance(self) -> str:
        """Why what it says cannot be written for now, translated; "" if it can."""
        return ""

    def focus_field(self) -> None:
        """Put the focus where writing begins."""
        self.setFocus()

    def describe(self, widget: QWidget, problem: str = "") -> None:
        """Name and description of a part of it, for screen readers."""
        widget.setAccessibleDescription(" ".join(filter(None, (problem, self.words.about))))


class TextEditor(FieldEditor):
    """One text: several lines, or one where that is all it can be."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, parent)
        self.cell = Cell(words.name, placeholder=words.placeholder, one_line=words.one_line)
        self.cell.edited.connect(self._tell)
        self.box = text_box(self.cell)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(4)
        self.rows.addWidget(self.box)
        self.entrance = self.cell
        self.describe(self.cell)

    def _tell(self) -> None:
        self.edited.emit()

    def value(self) -> str:
        return self.cell.text

    def show_value(self, shown: str) -> None:
        self.cell.show_text(shown)

    def show_problem(self, sentence: str) -> None:
        self.box.show_bad(bool(sentence))
        self.describe(self.cell, sentence)

    def focus_field(self) -> None:
        self.cell.setFocus()
        self.cell.caret_to_end()


class SidesEditor(FieldEditor):
    """A text for each side of the card, in one border."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, parent)
        assert isinstance(field.sort, SidesSort)
        names = words.columns or field.sort.keys
        self.cells = [Cell(f"{words.name}: {name}", placeholder=name, one_line=True) for name in names]
        self.box = Box(self.cells)
        for cell in self.cells:
            cell.edited.connect(self._tell)
            self.describe(cell)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        self.entrance = self.cells[0]

    def _tell(self) -> None:
        self.edited.emit()

    def value(self) -> tuple[str, str]:
        front, back = (cell.text for cell in self.cells)
        return front, back

    def show_value(self, shown: tuple[str, str]) -> None:
        for cell, text in zip(self.cells, shown, strict=True):
            cell.show_text(text)

    def show_problem(self, sentence: str) -> None:
        self.box.show_bad(bool(sentence))
        for cell in self.cells:
            self.describe(cell, sentence)
