"""Where a card is from: a source of the deck, or a text; several, each with its place."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.deck import Source
from quizapp.formats.card_form import FormField
from quizapp.formats.form_rows import Row, Rows
from quizapp.ui.editor.fields.base import FieldEditor, Setting
from quizapp.ui.editor.fields.box import text_box
from quizapp.ui.editor.fields.cell import Cell
from quizapp.ui.editor.fields.rows import RowsEditor
from quizapp.ui.editor.words import FieldWords
from quizapp.ui.widgets.dropdown import Choice, DropDown


class SourceEditor(FieldEditor):
    """A drop-down of the deck's sources with a text for others; rows where the card names several."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, parent)
        self._names: tuple[str, ...] = ()
        self._sources: dict[str, Source] = {}
        self._free = False
        self.menu = DropDown(words.name)
        self.menu.chosen.connect(self._take)
        self.cell = Cell(words.name, placeholder=words.columns[0], one_line=True)
        self.cell.edited.connect(self._tell)
        self._box = text_box(self.cell)
        self.many = RowsEditor(field, words)
        self.many.edited.connect(self.edited)
        self.many.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget in (self.menu, self._box, self.many):
            rows.addWidget(widget)
        for named in (self.menu, self.cell):
            self.describe(named)
        self._name = ""
        self._refresh()

    def _tell(self, text: str) -> None:
        self._name = text
        self.edited.emit()

    def value(self) -> Rows:
        if not self.many.isHidden():
            return self.many.value()
        return (Row((self._name, "")),) if self._name else ()

    def show_value(self, shown: Rows) -> None:
        if shown == self.value():
            return
        several = len(shown) > 1 or any(row.cells[1] for row in shown)
        self.many.setVisible(several)
        self.many.show_value(shown if several else ())
        self._name = "" if several or not shown else shown[0].cells[0]
        self._free = bool(self._name) and self._name not in self._sources
        self._refresh()

    def show_setting(self, setting: Setting) -> None:
        sources = dict(setting.deck.sources) if setting.deck else {}
        if sources != self._sources:
            self._sources = sources
            self._free = bool(self._name) and self._name not in sources
            self._refresh()

    def _refresh(self) -> None:
        several = not self.many.isHidden()
        typing = self._free or not self._sources
        self._names = ("", *self._sources)
        words = [self.tr("None"), *(_title(name, source) for name, source in self._sources.items())]
        at = (
            len(self._names)
            if self._free
            else self._names.index(self._name)
            if self._name in self._names
            else 0
        )
        self.menu.show_choices([*map(Choice, words), Choice(self.tr("Another source …"))], at)
        self.menu.setVisible(bool(self._sources) and not several)
        self._box.setVisible(typing and not several)
        self.cell.show_text(self._name if typing else "")

    def _take(self, at: int) -> None:
        self._free = at == len(self._names)
        self._name = "" if self._free else self._names[at]
        self._refresh()
        if self._free:
            self.cell.setFocus()
        self.edited.emit()

    def show_problem(self, sentence: str) -> None:
        self.menu.show_bad(bool(sentence) and not self._free)
        self._box.show_bad(bool(sentence))
        self.many.show_problem(sentence)
        for named in (self.menu, self.cell):
            self.describe(named, sentence)

    def focus_field(self) -> None:
        shown = (self.menu, self.cell, self.many)
        next((widget for widget in shown if not widget.isHidden()), self.menu).setFocus()


def _title(name: str, source: Source) -> str:
    return source.title or source.citation or name
