"""Which cards the table lists: what the query finds, or cards that look alike."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from quizapp.store.browse import Sort
from quizapp.ui.browse.empty import NothingPanel
from quizapp.ui.browse.head import BrowseHead
from quizapp.ui.browse.searchbar import SearchBar
from quizapp.ui.browse.table import CardTable
from quizapp.ui.services import Services

_RENEW_MS = 400
"""Least time between two listings while decks are being read."""


class Listing(QObject):
    """Searches, sorts and keeps the place: who was current or selected stays so, where they are found."""

    listed = Signal()
    """The table lists other cards, or the same anew."""
    renewed = Signal()
    """It does because cards have changed."""

    def __init__(
        self, services: Services, table: CardTable, head: BrowseHead, bar: SearchBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services, self._table, self._head, self._bar = services, table, head, bar
        self._groups: Sequence[Sequence[int]] = ()
        """Cards that look alike, while they are listed instead of what the query finds."""
        self.nothing = NothingPanel()
        self.stack = QStackedWidget()
        self.stack.addWidget(table)
        self.stack.addWidget(self.nothing)
        self._renew_later = False
        self._renewed = QTimer(self, singleShot=True, interval=_RENEW_MS)
        self._renewed.timeout.connect(self._catch_up)
        bar.searched.connect(self.search)

    def search(self, query: str) -> None:
        """List what a query finds."""
        self._groups = ()
        model = self._table.cards
        sort = Sort(model.sorted_by, model.descending)  # type: ignore[arg-type]
        rows = self._services.search(query, sort)
        self._bar.show_mistakes(rows.mistakes)
        self._list(rows.keys, rows.total)
        if not rows.total:
            self.nothing.show_no_cards()
        elif not rows.keys:
            self.nothing.show_no_hits(self._services.without(query))

    def sort_by(self, key: str) -> None:
        """By a column; by the same again: the other way round."""
        model = self._table.cards
        model.show_sort(key, descending=key == model.sorted_by and not model.descending)
        self._bar.search_now()

    def show_groups(self, groups: Sequence[Sequence[int]]) -> None:
        """List cards that look alike, group by group, until the next search."""
        self._groups = groups
        self.refresh()
        words = self.tr("%n groups of look-alikes", "", len(groups))
        self._head.show_notice(words if groups else self.tr("No two cards look alike"), undoable=False)

    def refresh(self) -> None:
        """List the same anew: things have changed."""
        if not self._groups:
            self._bar.search_now()
            return
        keys = [key for group in self._groups for key in group]
        there = {row.card_key for row in self._services.card_rows(keys) if not row.missing}
        left = [[key for key in group if key in there] for group in self._groups]
        groups = [group for group in left if len(group) > 1]
        ends = [end - 1 for end in accumulate(map(len, groups))]
        self._list([key for group in groups for key in group], len(keys), ends)

    def renew(self) -> None:
        """The cards are others now, or stand otherwise."""
        self._renew_later = False
        self.refresh()
        self.renewed.emit()

    def renew_soon(self) -> None:
        """Decks come in many portions while they are read: list anew at once, now and then, at the end."""
        if self._renewed.isActive():
            self._renew_later = True
        else:
            self.renew()
            self._renewed.start()

    def _catch_up(self) -> None:
        if self._renew_later and self._table.isVisible():
            self.renew()
            self._renewed.start()

    def _list(self, keys: Sequence[int], total: int, ends: Sequence[int] = ()) -> None:
        table, model = self._table, self._table.cards
        row = table.currentIndex().row()
        current = model.keys[row] if 0 <= row < len(model.keys) else 0
        several = frozenset(table.picked_keys()) if table.several else frozenset()
        model.show_keys(keys, self._services.now().study_day, ends)
        self._head.show_count(len(keys), total)
        self.stack.setCurrentWidget(table if keys else self.nothing)
        # The row that was current; if it has left the list, the one that came after it.
        place = model.place_of(current)
        table.select_keys(several, place if place is not None else min(max(row, 0), len(keys) - 1))
        self.listed.emit()
