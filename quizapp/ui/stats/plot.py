"""The contract of a chart: one value that paints itself, says its marks, and has its numbers as a table."""

from typing import ClassVar, NamedTuple

from PySide6.QtCore import QRectF, Qt

from quizapp.core.stats import Load, Statistics
from quizapp.ui import theme
from quizapp.ui.stats.canvas import Canvas
from quizapp.ui.stats.figures import Spoken
from quizapp.ui.stats.table import Table
from quizapp.ui.widgets.cell import Cell

HEIGHT = 142
"""Of a chart in its panel, px at 100 % text size."""


class Little(NamedTuple):
    """Too little is known for a chart yet."""

    sentence: str
    have: int
    need: int


class Background(NamedTuple):
    """What charts show beside the statistics themselves."""

    limit: int = 0
    """Reviews a day, at most; 0: none is set."""
    loads: tuple[Load, ...] | None = None
    """What each desired retention would cost; None while that is being worked out."""


class Plot(Spoken):
    """A chart of the statistics it is made of. Marks count from 0 in reading order, and have words.

    Places are those of a cell: a left-to-right layout, from 0, 0. The same paint function serves the screen,
    paper and pictures.
    """

    name: ClassVar[str]
    """By which it is remembered."""
    wide: ClassVar[bool] = False
    """It needs the whole width."""
    listed: ClassVar[bool] = True
    """Its table goes on paper too: it is short, or says more than the chart."""

    def __init__(self, stats: Statistics, about: Background = Background()) -> None:  # noqa: B008 - frozen
        self.stats, self.about = stats, about

    def heading(self) -> str:
        raise NotImplementedError

    def fact(self) -> str:
        """What stands beside the heading; "" for nothing."""
        return ""

    def summary(self) -> str:
        """What a screen reader says of the whole chart."""
        raise NotImplementedError

    def little(self) -> Little | None:
        """Why there is nothing to show yet; None if there is."""
        return None

    def mark_count(self) -> int:
        raise NotImplementedError

    def first_mark(self, cell: Cell) -> int:
        """The first mark that has a place: where room is short, old ones may have none."""
        return 0

    def start_mark(self) -> int:
        """Where the keys begin."""
        return 0

    def mark_words(self, mark: int) -> str:
        """A value, with its unit and its date."""
        raise NotImplementedError

    def mark_place(self, mark: int, cell: Cell) -> QRectF:
        raise NotImplementedError

    def mark_at(self, x: float, y: float, cell: Cell) -> int | None:
        """The mark at a point of the cell."""
        marks = range(self.first_mark(cell), self.mark_count())
        return next((mark for mark in marks if self.mark_place(mark, cell).contains(x, y)), None)

    def steps(self) -> dict[Qt.Key, int]:
        """Arrow key -> by how many marks it goes on, in a left-to-right layout."""
        return {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

    def height(self, width: float) -> float:
        """How high it wants to be at a width, px."""
        return theme.px(HEIGHT)

    def paint(self, canvas: Canvas) -> None:
        raise NotImplementedError

    def table(self) -> Table:
        """The same numbers."""
        raise NotImplementedError
