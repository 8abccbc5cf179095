"""All that can be written in the search field."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.core.query import KEYS
from quizapp.core.query_help import SYNTAX, Line, words_of
from quizapp.ui.i18n import marked
from quizapp.ui.sheet import Sheet
from quizapp.ui.widgets.label import label

_TOLD = ("is", "has")
"""Keys whose words are listed one by one; the meaning of others, or their name, says what they are."""


class SearchSheet(Sheet):
    """What is written, in the type of files, and what it finds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("How to search"))
        self._add(self.tr("Words"), SYNTAX)
        self._add(self.tr("Keys"), (Line(key.example, key.meaning) for key in KEYS))
        for key in KEYS:
            if key.name in _TOLD:
                self._add(self.tr("Words behind “{key}:”").format(key=key.name), words_of(key))
        self.rows.addStretch(1)

    def _add(self, heading: str, lines: Iterable[Line]) -> None:
        self.rows.addWidget(label("heading", heading))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for number, line in enumerate(lines):
            example = label("mono", line.example, wrap=True)
            example.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(example, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label("small", marked(line.meaning), wrap=True), number, 1)
        self.rows.addLayout(grid)
