"""The list of all keys."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.ui.bindings import cap_of, of
from quizapp.ui.i18n import marked
from quizapp.ui.key_lists import LISTS, KeyList
from quizapp.ui.keys import KeyBinding
from quizapp.ui.sheet import Sheet
from quizapp.ui.widgets.label import label


class KeySheet(Sheet):
    """Every key in force, by place; what it is while typing stands beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("All keys"))
        for one in LISTS:
            self._add(marked(one.title), self._rows(one))
        self.rows.addStretch(1)

    def _rows(self, one: KeyList) -> list[tuple[str, str, str]]:
        fixed = [(marked(key.words), "", marked(key.label)) for key in one.fixed]
        return [*fixed, *(self._row(binding) for binding in of(one.scope) if binding.key or binding.also)]

    def _row(self, binding: KeyBinding) -> tuple[str, str, str]:
        key, in_text = cap_of(binding.key), cap_of(binding.in_text)
        if binding.also:
            keys = (cap_of(binding.also), key) if key else (cap_of(binding.also),)
            key = self.tr("{key} or {other}").format(key=keys[0], other=key) if key else keys[0]
        while_typing = self.tr("{key} while typing").format(key=in_text) if in_text not in ("", key) else ""
        return key, while_typing, marked(binding.label)

    def _add(self, heading: str, rows: Sequence[tuple[str, str, str]]) -> None:
        self.rows.addWidget(label("heading", heading))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for number, (key, while_typing, words) in enumerate(rows):
            grid.addWidget(label("cap", key), number, 0)
            grid.addWidget(label("small", words, wrap=True), number, 1)
            grid.addWidget(label("small", while_typing, "mut"), number, 2)
        self.rows.addLayout(grid)
        self.rows.addSpacing(12)
