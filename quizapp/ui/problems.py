"""The list of what is to be mended in files: place, sentence, cure."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.core.problems import Problem
from quizapp.ui.report import words_of
from quizapp.ui.sheet import Sheet
from quizapp.ui.widgets.label import label


class ProblemsDialog(Sheet):
    """Problems in the order given; their text can be selected and copied."""

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("%n problems to mend", "", len(problems)))
        for problem in problems:
            where = problem.where
            place = f"{where.file}:{where.line}:{where.column}" if where.line else where.file
            if place:
                self._add("small", place, "mut")
            self._add("body", words_of(problem), "text" if problem.severity == "warning" else "bad")
            self.rows.addSpacing(8)
        self.rows.addStretch(1)

    def _add(self, role: str, text: str, token: str) -> None:
        line = label(role, text, token, wrap=True)
        flags = Qt.TextInteractionFlag
        line.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.rows.addWidget(line)
