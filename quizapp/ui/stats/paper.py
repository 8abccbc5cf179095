"""The statistics on paper: each chart as on screen, then the numbers behind them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from quizapp.core.stats import Statistics
from quizapp.ui import theme
from quizapp.ui.paper.blocks import Block, Cell, Row, Rule, Stack
from quizapp.ui.paper.setting import small, translate, typed
from quizapp.ui.paper.sheets import Sheet
from quizapp.ui.stats import cards
from quizapp.ui.stats.board import PLOTS
from quizapp.ui.stats.canvas import Canvas, line
from quizapp.ui.stats.figures import day_long
from quizapp.ui.stats.groups import TABLES, WAYS
from quizapp.ui.stats.plot import Background, Plot
from quizapp.ui.stats.table import Column, Table
from quizapp.ui.widgets import cell
from quizapp.ui.widgets.cell import words_width

_HEAD_GAP, _FACT_GAP, _COLUMN_GAP = 8, 10, 16
_BESIDE, _MOST, _NARROW = 2, 36, 3
"""Charts or tables side by side; rows of a table on paper, the rest is for other programs; columns of a table
that has room beside another."""


class PlotBlock(Block):
    """A chart with its heading; where it speaks too early, from when on it will."""

    def __init__(self, plot: Plot, *, mirrored: bool = False) -> None:
        self._plot, self._mirrored = plot, mirrored

    @property
    def _head(self) -> float:
        return line("heading") + _HEAD_GAP

    def height(self, width: float) -> float:
        return self._head + self._plot.height(width)

    def paint(self, painter: QPainter, width: float, start: float, end: float) -> None:
        plot = self._plot
        place = cell.Cell(QRectF(0, 0, width, line("heading")), mirrored=self._mirrored)
        head = Canvas.on(painter, place)
        head.say(head.rect, plot.heading(), "text", role="heading", tabular=False)
        beside = words_width(plot.heading(), "heading") + _FACT_GAP
        if beside + words_width(plot.fact(), "small") <= width:
            head.say(head.rect.adjusted(beside, 0, 0, 0), plot.fact())
        body = QRectF(0, self._head, width, plot.height(width))
        canvas = Canvas.on(painter, cell.Cell(body, mirrored=self._mirrored))
        if (little := plot.little()) is None:
            plot.paint(canvas)
        else:
            canvas.say(QRectF(0, 0, width, line()), little.sentence)


def sheet(stats: Statistics, about: Background, *, mirrored: bool) -> Sheet:
    """Everything of the screen. Call it while the theme is that of paper."""
    title = translate("Paper", "Statistics")
    named = stats.query or translate("Paper", "All cards")
    words = f"{named} · {_period(stats)} · {day_long(stats.today)}"
    head = Stack(typed(title, role="title"), small(words), Rule())
    plots = [plot(stats, about) for plot in PLOTS]
    blocks = [*_charts(plots, mirrored), *_tables(stats, plots, mirrored)]
    return Sheet(title, f"{title} · {named}", head, blocks)


def _period(stats: Statistics) -> str:
    return {
        "month": translate("Paper", "the last month"),
        "year": translate("Paper", "the last year"),
        "all": translate("Paper", "all time"),
    }[stats.period]


def _charts(plots: Sequence[Plot], mirrored: bool) -> Iterable[Block]:
    return _side_by_side(((PlotBlock(plot, mirrored=mirrored), plot.wide) for plot in plots), mirrored)


def _side_by_side(blocks: Iterable[tuple[Block, bool]], mirrored: bool) -> Iterable[Block]:
    """The wide ones alone, the others two and two."""
    waiting: list[Block] = []
    for block, wide in blocks:
        if not wide:
            waiting.append(block)
        if waiting and (wide or len(waiting) == _BESIDE):
            yield _row(waiting, mirrored)
            waiting = []
        if wide:
            yield block
    if waiting:
        yield _row(waiting, mirrored)


def _row(blocks: Sequence[Block], mirrored: bool) -> Block:
    """One that is left over keeps its width."""
    empty = [Stack()] * (_BESIDE - len(blocks))
    return Row(*map(Cell, (*blocks, *empty)), gap=24, mirrored=mirrored)


def _tables(stats: Statistics, plots: Sequence[Plot], mirrored: bool) -> Iterable[Block]:
    named = [
        *((plot.heading(), plot.table()) for plot in plots if plot.listed and plot.little() is None),
        *((f"{TABLES.heading()}, {name}", TABLES.table(way, stats.groups)) for way, name in _ways()),
        (cards.TABLES.hardest(), cards.TABLES.table(stats.hard)),
        (cards.TABLES.leeches(), cards.TABLES.table(stats.leeches, by_lapses=True)),
    ]
    return _side_by_side(
        (
            (table_block(heading, table, mirrored=mirrored), len(table.columns) > _NARROW)
            for heading, table in named
            if table.rows
        ),
        mirrored,
    )


def _ways() -> Iterable[tuple[str, str]]:
    return zip(WAYS, TABLES.names(), strict=True)


def table_block(heading: str, table: Table, *, mirrored: bool) -> Block:
    """A table with its heading; of a very long one the beginning, and how much more there is."""
    rows = [
        Row(*_cells(table, [figure.words for figure in row]), mirrored=mirrored, gap=_COLUMN_GAP)
        for row in table.rows[:_MOST]
    ]
    more = len(table.rows) - len(rows)
    rest = [small(translate("Paper", "and {count} more").format(count=more))] if more else []
    titles = ["" if column.silent else column.title for column in table.columns]
    head = Row(*_cells(table, titles, head=True), mirrored=mirrored, gap=_COLUMN_GAP)
    return Stack(typed(heading, role="heading"), head, Rule(), *rows, *rest, gap=5)


def _cells(table: Table, words: Sequence[str], *, head: bool = False) -> Iterable[Cell]:
    for at, (column, text) in enumerate(zip(table.columns, words, strict=True)):
        role, token = ("small", "mut") if head else (column.role, column.token)
        yield Cell(typed(text, role=role, token=token), _width(table, at, column))


def _width(table: Table, at: int, column: Column) -> float:
    """The first takes what is left."""
    if not at:
        return 0.0
    words = [row[at].words for row in table.rows]
    widest = max(words_width(one, column.role) for one in words)
    return min(theme.px(190), max(widest, words_width(column.title, "small")) + 2)
