"""All panels of the statistics, in their places: side by side, or one below the other where room is short."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.core.stats import Statistics
from quizapp.ui import theme
from quizapp.ui.stats import cards
from quizapp.ui.stats.cost import Cost
from quizapp.ui.stats.due import Due, DueLater
from quizapp.ui.stats.groups import GroupsPanel
from quizapp.ui.stats.heat import HeatYear
from quizapp.ui.stats.panel import PADDING, RADIUS, ChartPanel
from quizapp.ui.stats.plot import Background, Plot
from quizapp.ui.stats.retention import Retention
from quizapp.ui.stats.spread import Hours, Stability
from quizapp.ui.stats.states import States
from quizapp.ui.stats.time import PerAnswer, Spent
from quizapp.ui.stats.today import Today
from quizapp.ui.stats.view import PlotView
from quizapp.ui.widgets.paint import Styled
from quizapp.ui.widgets.panel import Panel

PLOTS: tuple[type[Plot], ...] = (
    Today,
    HeatYear,
    Retention,
    Due,
    States,
    DueLater,
    Stability,
    Hours,
    Spent,
    PerAnswer,
    Cost,
)
"""Every chart, in the order of the screen and of paper."""
_GAP = 4
"""Between panels, which have a margin of their own."""
_SIDE_BY_SIDE = 700
"""Width from which three charts stand side by side, px at 100 % text size."""


class Strip(Panel):
    """Today's numbers, without a heading."""

    def __init__(self, plot: Plot) -> None:
        super().__init__(radius=RADIUS, padding=PADDING)
        self.chart = PlotView(plot)
        self.content.addWidget(self.chart)


class Board(Styled, QWidget):
    """Shows Statistics; panels stay the same while their numbers change."""

    table_chosen = Signal(str, bool)
    way_chosen = Signal(str)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, stats: Statistics, about: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plots = {kind: kind(stats, about) for kind in PLOTS}
        self.strip = Strip(plots[Today])
        self.charts = {kind.name: ChartPanel(plots[kind]) for kind in PLOTS if kind is not Today}
        self.groups = GroupsPanel()
        self.hardest, self.leeches = cards.hardest(self), cards.leeches(self)
        self._lines = [self._line(row) for row in self.rows]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for line in self._lines:
            column.addLayout(line)
        for panel in self.charts.values():
            panel.table_chosen.connect(self.table_chosen)
            panel.menu_wanted.connect(self.menu_wanted)
        self.groups.way_chosen.connect(self.way_chosen)
        self.groups.menu_wanted.connect(self.menu_wanted)
        self.show_statistics(stats, about)
        self._order_focus()

    def show_statistics(self, stats: Statistics, about: Background) -> None:
        """Other numbers."""
        self.strip.chart.show_plot(Today(stats, about))
        for kind in PLOTS:
            if kind.name in self.charts:
                self.charts[kind.name].show_plot(kind(stats, about))
        self.groups.show_statistics(stats)
        self.hardest.show_cards(stats.hard)
        self.leeches.show_cards(stats.leeches)

    def show_tables(self, names: Iterable[str]) -> None:
        """Charts of these names as tables."""
        wanted = set(names)
        for name, panel in self.charts.items():
            panel.show_as_table(name in wanted)

    @property
    def rows(self) -> tuple[tuple[QWidget, ...], ...]:
        """Panels as they stand side by side, in the order of the keys."""
        chart = self.charts
        return (
            (self.strip,),
            (chart["heat"],),
            (chart["retention"], chart["due"], chart["states"]),
            (self.hardest,),
            (chart["due_later"], chart["stability"], chart["hours"]),
            (chart["spent"], chart["per_answer"], chart["cost"]),
            (self.groups,),
            (self.leeches,),
        )

    def _line(self, row: tuple[QWidget, ...]) -> QBoxLayout:
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(_GAP)
        for panel in row:
            line.addWidget(panel, 1)
        return line

    def arrange(self, width: int) -> None:
        """Side by side from a width on, unless the text is large."""
        beside = theme.roomy() and width >= _SIDE_BY_SIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        for row in self._lines:
            row.setDirection(way)

    def _order_focus(self) -> None:
        panels = [panel for row in self.rows for panel in row]
        for before, after in pairwise(panels):
            QWidget.setTabOrder(_last(before), _first(after))

    def restyle(self) -> None:
        if hasattr(self, "_lines"):
            self.arrange(self.width())


def _stops(panel: QWidget) -> Iterator[QWidget]:
    """What takes the focus in a panel, in order."""
    following = panel.nextInFocusChain()
    while following is not None and panel.isAncestorOf(following):
        if following.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield following
        following = following.nextInFocusChain()


def _first(panel: QWidget) -> QWidget:
    return next(_stops(panel), panel)


def _last(panel: QWidget) -> QWidget:
    return [panel, *_stops(panel)][-1]
