"""The text of a cloze in a form: words are marked and hidden; the holes are listed below."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.hole_edits import make_hole, open_hole
from quizapp.core.kinds.holes import Hole, holes
from quizapp.formats.card_form import FormField
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.editor.fields.base import TextEditor
from quizapp.ui.editor.words import FieldWords
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.stepper import IconButton


class ClozeEditor(TextEditor):
    """A text, a button that hides what is marked in it, and its holes."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, parent)
        self.hide_words = Button("ghost", self.tr("Make a hole"), height=30)
        self.hide_words.clicked.connect(self._hide)
        keyed(self.hide_words, "cloze", "hide_words")
        here = Qt.ShortcutContext.WidgetShortcut
        Bound(self.cell, "cloze", {"hide_words": self._hide}, can=self._can_hide, context=here)
        row = QHBoxLayout()
        row.addWidget(self.hide_words)
        row.addStretch(1)
        self.rows.addLayout(row)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.rows.addLayout(self._list)
        self._holes: tuple[Hole, ...] = ()
        self._lines: list[QWidget] = []
        self.edited.connect(self._refresh)

    def show_value(self, shown: str) -> None:
        super().show_value(shown)
        self._refresh()

    def _can_hide(self, action: str) -> bool:
        return self.cell.hasFocus()

    def _hide(self) -> None:
        made = make_hole(self.cell.text, *self.cell.selection)
        if made is None:
            announce(self, self.tr("Mark words that are not hidden yet"))
            return
        self.cell.show_text(made.text)
        self.cell.select(made.start, made.end)
        self.cell.setFocus()
        announce(self, self.tr("Hidden: {words}").format(words=made.text[made.start : made.end]))
        self.edited.emit()

    def _open(self, index: int) -> None:
        self.cell.show_text(open_hole(self.cell.text, index))
        self.cell.setFocus()
        announce(self, self.tr("Shown again"))
        self.edited.emit()

    def _refresh(self) -> None:
        found = holes(self.cell.text).holes
        if found == self._holes:
            return
        self._holes = found
        for line in self._lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(at, hole) for at, hole in enumerate(found)]
        for line in self._lines:
            self._list.addWidget(line)

    def _line(self, at: int, hole: Hole) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(MARGIN + 8, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label("cap", str(at + 1), "mut"))
        hint = self.tr("{words} · hint: {hint}").format(words=hole.hidden, hint=hole.hint)
        row.addWidget(CutLabel("row", hint if hole.hint else hole.hidden), 1)
        cross = IconButton("cross", self.tr("Show {words} again").format(words=hole.hidden))
        cross.clicked.connect(partial(self._open, at))
        row.addWidget(cross)
        return line
