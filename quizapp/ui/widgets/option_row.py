"""A few short options side by side, for one of several things to be picked."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.ui import theme
from quizapp.ui.richtext import DeckText, Viewers
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.choice_row import PAD, SIGN, ChoiceRow
from quizapp.ui.widgets.choices import Choice, ChoiceList
from quizapp.ui.widgets.paint import mirrored

_GAP = 2
"""px between the margins of neighbours."""


class CompactRow(ChoiceRow):
    """One of them. What its state means stands below all of them; it is read out with the option."""

    least = 44
    entered = Signal()
    """Enter: it is picked, and what comes next may have the focus."""

    def __init__(self, text: DeckText, number: int, belongs_to: str, parent: QWidget | None = None) -> None:
        """belongs_to: what is picked, for screen readers."""
        self._belongs_to, self._said = belongs_to, ""
        super().__init__(text, None, number, multi=False, parent=parent)

    @property
    def shown_word(self) -> str:
        return ""

    def natural_width(self) -> int:
        """The sign has its room from the start: the options of a line keep their places."""
        return super().natural_width() + PAD + theme.px(SIGN) - SIGN + 1

    def set_chosen(self, chosen: bool) -> None:
        super().set_chosen(chosen)
        self._said = self.tr("chosen") if chosen else ""
        self.describe()

    def describe(self) -> None:
        word = self._word or self._said
        self.setAccessibleName(", ".join(filter(None, (self._text.plain, word))))
        self.setAccessibleDescription(self._belongs_to)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in ENTER and not event.isAutoRepeat():
            self.entered.emit()


class OptionRow(ChoiceList):
    """Options in as few lines as they fit into. Left and right move between them, up and down leave them."""

    entered = Signal()
    """Enter was pressed on an option, which is picked now."""

    def __init__(
        self, viewers: Viewers, texts: Sequence[str], belongs_to: str, parent: QWidget | None = None
    ) -> None:
        """texts: Markdown; belongs_to: what is picked ("Gap 2 of 3"), for screen readers."""
        self._belongs_to = belongs_to
        super().__init__(viewers, [Choice(text) for text in texts], parent=parent)

    def make_row(self, text: DeckText, note: DeckText | None, number: int) -> ChoiceRow:
        row = CompactRow(text, number, self._belongs_to, self)
        row.entered.connect(self.entered)
        return row

    def places(self, width: int) -> list[QRect]:
        """The options of a line are equally high."""
        places, top = [], 0
        for line in self._lines(width):
            height = max(row.heightForWidth(across) for row, across in line)
            left = 0
            for _, across in line:
                places.append(mirrored(self, QRect(left, top, across, height).toRectF()).toRect())
                left += across + _GAP
            top += height + _GAP
        return places

    def _lines(self, width: int) -> Iterator[list[tuple[ChoiceRow, int]]]:
        """Rows with their widths."""
        line: list[tuple[ChoiceRow, int]] = []
        for row in self.rows:
            across = min(row.natural_width(), width)
            if line and sum(each + _GAP for _, each in line) + across > width:
                yield line
                line = []
            line.append((row, across))
        yield line

    def step(self, key: int) -> int:
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        return 1 if key == forward else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)
