"""Cards and answers by deck, tag, kind or status: a table, and a switch between the four."""

from typing import ClassVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.stats import Group, Groups, Statistics
from quizapp.ui.i18n import marked
from quizapp.ui.kinds import sign_of
from quizapp.ui.stats.figure_table import FigureTable
from quizapp.ui.stats.figures import TIMES, Spoken, count, recalled
from quizapp.ui.stats.panel import PADDING, RADIUS
from quizapp.ui.stats.table import Column, Figure, Table
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.segments import Segments

_ROWS = 10
WAYS = ("decks", "tags", "kinds", "statuses")
"""Fields of core.stats.Groups, in the order of the switch."""


class GroupTables(Spoken):
    """The words of the tables."""

    def heading(self) -> str:
        return self.tr("Groups")

    def names(self) -> tuple[str, ...]:
        """Of the ways to group, for the switch."""
        return self.tr("Decks"), self.tr("Tags"), self.tr("Kinds"), self.tr("Status")

    def table(self, way: str, groups: Groups) -> Table:
        first = {
            "decks": self.tr("Deck"),
            "tags": self.tr("Tag"),
            "kinds": self.tr("Kind"),
            "statuses": self.tr("Status"),
        }
        columns = (
            Column(first[way], figures=False, role="row"),
            Column(self.tr("Cards"), token="mut"),
            Column(self.tr("Reviews"), role="cap"),
            Column(self.tr("Recalled")),
            Column(self.tr("Time"), token="mut"),
        )
        return Table(columns, tuple(self._row(way, group) for group in getattr(groups, way)))

    def _name(self, way: str, name: str) -> str:
        """Decks and tags have the names that they were given."""
        names = {
            "kinds": lambda: marked(sign_of(name).name),
            "statuses": lambda: {
                "fact": self.tr("fact"),
                "claim": self.tr("claim"),
                "forecast": self.tr("forecast"),
                "background": self.tr("background"),
            }.get(name, ""),
        }
        return (names[way]() if name and way in names else name) or self.tr("without")

    def _row(self, way: str, group: Group) -> tuple[Figure, ...]:
        return (
            Figure(group.name, self._name(way, group.name)),
            Figure(group.cards, count(group.cards)),
            Figure(group.reviews, count(group.reviews)),
            Figure(group.recall.share, recalled(group.recall, 1)),
            Figure(round(group.visible_ms / 1000), TIMES.spent(group.visible_ms)),
        )


TABLES = GroupTables()


class GroupsPanel(Panel):
    """Most reviews first."""

    name: ClassVar[str] = "groups"
    way_chosen = Signal(str)
    """One of WAYS."""
    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=PADDING, parent=parent)
        self._groups = Groups()
        self.heading = label("heading", TABLES.heading())
        self.ways = Segments(self.tr("Group by"), TABLES.names())
        self.figures = FigureTable()
        self._none = label("small", self.tr("No cards are found."), "mut")
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, 0, 0)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.ways)
        self.content.addLayout(head)
        self.content.addWidget(self.figures, 1)
        self._none.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.content.addWidget(self._none)
        self.ways.chosen.connect(self._on_way)

    @property
    def way(self) -> str:
        return WAYS[self.ways.at]

    @property
    def title(self) -> str:
        """For a file: what is grouped by."""
        return f"{TABLES.heading()}, {TABLES.names()[self.ways.at]}"

    def table(self) -> Table:
        return TABLES.table(self.way, self._groups)

    def show_way(self, way: str) -> None:
        """As it was left."""
        self.ways.show_choice(WAYS.index(way) if way in WAYS else 0)
        self._show()

    def show_statistics(self, stats: Statistics) -> None:
        self._groups = stats.groups
        self._show()

    def _show(self) -> None:
        table = self.table()
        self.figures.show_table(self.title, table)
        self.figures.show_rows(_ROWS)
        self.figures.setVisible(bool(table.rows))
        self._none.setVisible(not table.rows)

    def _on_way(self) -> None:
        self._show()
        self.way_chosen.emit(self.way)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self, event.globalPos())
