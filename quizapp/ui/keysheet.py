"""The list of all keys."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.ui.i18n import marked
from quizapp.ui.keys import (
    BROWSE_KEYS,
    EDITOR_KEYS,
    LOOK_KEYS,
    MISSING_KEYS,
    RAPID_KEYS,
    RENAME_KEYS,
    SETUP_KEYS,
    SHELVING_KEYS,
    STUDY_KEYS,
    TABLE_KEYS,
    WINDOW_KEYS,
    KeyBinding,
)
from quizapp.ui.sheet import Sheet
from quizapp.ui.widgets.label import label


class KeySheet(Sheet):
    """Every key, by place; what it is while typing stands beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("All keys"))
        study = [*self._fixed(), *map(self._row, STUDY_KEYS)]
        self._add(self.tr("While studying"), study)
        self._add(self.tr("While writing a deck"), [self._row(binding) for binding in EDITOR_KEYS])
        browse = [*map(self._row, (*BROWSE_KEYS, *TABLE_KEYS)), *self._selecting()]
        self._add(self.tr("In the list of all cards"), browse)
        self._add(self.tr("In a quick round"), [self._row(binding) for binding in RAPID_KEYS])
        self._add(self.tr("Before an exam"), [self._row(binding) for binding in SETUP_KEYS])
        self._add(self.tr("Did you rename these?"), [self._row(binding) for binding in RENAME_KEYS])
        self._add(self.tr("Missing cards"), [self._row(binding) for binding in MISSING_KEYS])
        everywhere = (*WINDOW_KEYS, *SHELVING_KEYS, *LOOK_KEYS)
        self._add(self.tr("Everywhere"), [self._row(binding) for binding in everywhere])
        self.rows.addStretch(1)

    def _fixed(self) -> list[tuple[str, str, str]]:
        return [
            (self.tr("1 to 9"), "", self.tr("pick an answer")),
            (self.tr("Alt ↑ ↓"), "", self.tr("move a line that is to be put in order")),
            (
                self.tr("Ctrl Enter"),
                "",
                self.tr("check a list with what is in the field, or several gaps from any of them"),
            ),
            (self.tr("1 to 5"), "", self.tr("say how sure you are, where that is asked")),
            (self.tr("1 to 4"), "", self.tr("rate, after the answer")),
            (self.tr("Space"), "", self.tr("take the suggested rating")),
        ]

    def _selecting(self) -> list[tuple[str, str, str]]:
        return [
            (self.tr("Shift ↑ ↓"), "", self.tr("select several")),
            (self.tr("Ctrl Space"), "", self.tr("select a row, or take it out")),
            (self.tr("Ctrl A"), "", self.tr("select all")),
            (self.tr("Shift F10"), "", self.tr("the menu of the row; over the columns: which ones show")),
        ]

    def _row(self, binding: KeyBinding) -> tuple[str, str, str]:
        key, in_text = binding.cap or binding.key, binding.in_text_cap or binding.in_text
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
