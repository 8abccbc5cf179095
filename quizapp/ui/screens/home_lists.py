"""Home's lists: the decks, and the cards that a search found."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.core.overview import DeckRow, Found
from quizapp.ui import theme
from quizapp.ui.models.cards import FoundModel
from quizapp.ui.models.decks import VALUE, Column, DeckModel
from quizapp.ui.screens.card_rows import CardDelegate
from quizapp.ui.screens.home_head import ROOMY
from quizapp.ui.screens.home_rows import NUMBER_W, RECALLED_W, DeckDelegate
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.rowcells import RowDelegate
from quizapp.ui.widgets.rows import SIDE, RowTable

_TIGHT = 380
"""Below this width of the column, px at 100 % text size, names would be cut beside three numbers."""


class RowsPanel(Panel):
    """A table of rows in a panel."""

    chosen = Signal(object)
    """The value of a row."""
    edit_wanted = Signal(object)
    """The value of a row whose deck, or card, is to be changed."""
    answers_wanted = Signal(object)
    """The value of a deck's row: what do answers say about it?"""
    export_wanted = Signal(object)
    """The value of a deck's row that is to be taken along."""

    def __init__(self, delegate: RowDelegate, *, header: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(padding=(0, 0, 0, 6), parent=parent)
        self.table = RowTable(delegate, header=header)
        self.table.chosen.connect(self.chosen)
        self.table.edit_wanted.connect(self.edit_wanted)
        self.table.menu_wanted.connect(self._open_menu)
        self.content.addWidget(self.table)

    def _open_menu(self, value: object, place: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, signal in self._entries():
            menu.addAction(words).triggered.connect(partial(signal.emit, value))
        menu.popup(place)

    def _entries(self) -> tuple[tuple[str, SignalInstance], ...]:
        """What the menu of a row offers."""
        return ((self.tr("Edit\tE"), self.edit_wanted),)

    def focus_first(self) -> None:
        """Put the focus on the first row."""
        self.table.setCurrentIndex(self.table.model().index(0, 0))
        self.table.setFocus()

    @property
    def first(self) -> Any:
        """The value of the first row."""
        return self.table.model().index(0, 0).data(VALUE)


class DeckList(RowsPanel):
    """All decks with their numbers."""

    problems_chosen = Signal(object)
    """The DeckRow whose problems the learner wants to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = DeckModel()
        self._cells = DeckDelegate(self._model)
        super().__init__(self._cells, header=True, parent=parent)
        self._model.setParent(self)
        self.table.setAccessibleName(self.tr("Decks"))
        self.table.setModel(self._model)
        self.table.link_chosen.connect(self.problems_chosen)

    def show_rows(self, rows: tuple[DeckRow, ...], *, with_course: bool) -> None:
        """Show these; the row with the focus keeps it if it is still there."""
        current = self.table.currentIndex()
        kept = current.data(VALUE).deck_key if current.isValid() else None
        self._cells.with_course = with_course
        self._model.show_rows(rows)
        place = None if kept is None else self._model.row_of(kept)
        if place is not None:
            self.table.setCurrentIndex(self._model.index(place, 0))
        self.setVisible(bool(rows))

    def _entries(self) -> tuple[tuple[str, SignalInstance], ...]:
        study = (self.tr("Study\tEnter"), self.chosen)
        return (
            study,
            *super()._entries(),
            (self.tr("What answers say"), self.answers_wanted),
            (self.tr("Export"), self.export_wanted),
        )

    def fit(self, width: int) -> None:
        """Arrange for a column of this width, px."""
        roomy = width >= theme.px(ROOMY)
        self.table.show_chevrons(roomy)
        self.table.set_width(Column.RECALLED, theme.px(RECALLED_W) if roomy else 0)
        tight = width < theme.px(_TIGHT)
        for column in (Column.NEW, Column.LEARNING):
            self.table.set_width(column, 0 if tight else theme.px(NUMBER_W))
        self.table.set_width(Column.DUE, theme.px(NUMBER_W) + SIDE + self.table.chevron_width)
        self.table.fit()


class FoundList(RowsPanel):
    """Cards that a search found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CardDelegate(), parent=parent)
        heading = label("small", self.tr("Cards"), "mut")
        heading.setContentsMargins(SIDE, 14, SIDE, 4)
        self.content.insertWidget(0, heading)
        self._model = FoundModel(self)
        self.table.setAccessibleName(self.tr("Cards found"))
        self.table.setModel(self._model)

    def show_found(self, found: tuple[Found, ...]) -> None:
        self._model.show_values(found)
        self.setVisible(bool(found))
