"""A card as it was and as it is now, one above the other, the differences marked."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.core.renames import Wording
from quizapp.core.wording import reworded
from quizapp.ui import theme
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import Styled
from quizapp.ui.widgets.worded import REACH, WordedText

_LABEL_W = 44


class Wordings(Styled, QWidget):
    """was: None where that is not known: then nothing is marked. told: what is at stake, in words."""

    def __init__(self, was: Wording | None, now: Wording, told: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        if was is not None:
            self._add("was", self.tr("Was"), was, now)
        self._add("now", self.tr("Now"), was or now, now)
        words = label("small", told, "mut", wrap=True)
        words.setContentsMargins(REACH, 0, REACH, 0)
        grid.addWidget(words, 4, 1)
        grid.setRowStretch(5, 1)
        self.restyle()

    def _add(self, side: Literal["was", "now"], name: str, was: Wording, now: Wording) -> None:
        row = 0 if side == "was" else 2
        front, back = WordedText(side, "body"), WordedText(side, "small")
        front.show_runs(reworded(was.front, now.front, case=was.exact))
        back.show_runs(reworded(was.back, now.back, case=was.exact))
        self._grid.addWidget(label("label", name, "mut"), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(front, row, 1)
        self._grid.addWidget(back, row + 1, 1)

    def restyle(self) -> None:
        self._grid.setColumnMinimumWidth(0, theme.px(_LABEL_W))
