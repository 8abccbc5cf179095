"""What rows with a word on them share: an item's text, and a word about it at its side, or below where that
is narrow."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.richtext import DeckText
from quizapp.ui.widgets.label import advance
from quizapp.ui.widgets.paint import MARGIN, Styled

HEIGHT, ABOVE, GAP = 44, 8, 12
"""px at 100 %: the lowest row, above and below its words, and between them and what is beside."""
_WORD = 20
"""px at 100 % that a word below takes."""


class WordRow(Styled, QAbstractButton):
    """Shows a text and a word. Subclasses say which word, and how much room there is: all that raises here,
    as Qt's metaclass leaves no room for ABC."""

    least_room = 160
    """px at 100 % that the text has at least beside the word; else the word stands below it."""

    def __init__(self, text: DeckText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._place = self._total = 0
        text.setParent(self)
        text.changed.connect(self._resized)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """The text, plain."""
        return self._text.plain

    def show_place(self, place: int, total: int) -> None:
        """Stand at a place, from 1."""
        self._place, self._total = place, total
        self._name()

    def _name(self) -> None:
        """Say what the row is, for screen readers."""
        raise NotImplementedError

    @property
    def _word(self) -> str:
        """The word about the text; "" if there is none."""
        raise NotImplementedError

    def _room(self, width: float) -> float:
        """For the text and the word, of a row's width without its margin."""
        raise NotImplementedError

    def restyle(self) -> None:
        self._text.restyle()
        self._resized()

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

    def _beside(self, width: float) -> float:
        """Width of the word at the side; 0 if it stands below, or there is none."""
        if not self._word:
            return 0
        word = advance("cap", self._word) + 2
        room = self._room(width) - word - GAP
        return word if room >= min(theme.px(self.least_room), self._text.natural_width()) else 0

    def _heights(self, width: float) -> tuple[float, float]:
        """Of the text and of the word below it, for a row's width without its margin."""
        beside = self._beside(width)
        below = theme.px(_WORD) if self._word and not beside else 0
        return self._text.height(self._room(width) - (beside + GAP if beside else 0)), below

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = sum(self._heights(width - 2 * MARGIN)) + 2 * ABOVE
        return max(theme.px(HEIGHT), round(height)) + 2 * MARGIN

    def sizeHint(self) -> QSize:
        width = theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(HEIGHT) + 2 * MARGIN)
