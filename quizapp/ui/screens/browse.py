"""Browse: all cards of all decks in a table, by a search; what is done to one or to many of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from quizapp.store.browse_rows import Row
from quizapp.ui import bindings, theme
from quizapp.ui.bindings import Bound, of
from quizapp.ui.browse.commands import Commands
from quizapp.ui.browse.completion import Completion
from quizapp.ui.browse.doing import Doings
from quizapp.ui.browse.head import BrowseHead
from quizapp.ui.browse.listing import Listing
from quizapp.ui.browse.lower import Lower
from quizapp.ui.browse.menus import ColumnMenu
from quizapp.ui.browse.saved import SavedPanel
from quizapp.ui.browse.saving import Saving
from quizapp.ui.browse.searchbar import SearchBar
from quizapp.ui.browse.summary import LOOKED_AT
from quizapp.ui.browse.table import CardTable
from quizapp.ui.browse.view import ViewKeeper
from quizapp.ui.kit import Kit
from quizapp.ui.models.browse import BrowseModel
from quizapp.ui.navigation import Back, Browse, CustomStudy, Edit, Import, Route
from quizapp.ui.screens.place import Place
from quizapp.ui.services import Changes
from quizapp.ui.widgets.paint import MARGIN, Styled
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.panes import Panes, PaneWalk

_SIDE, _TOP = 24, 20
_NARROW = 900
"""Width of the window at 100 % text size, px, below which the rail has no room for the saved searches."""


class BrowsePlace(Styled, Place):
    """Search, table, preview; the saved searches stand in the rail (`aside`)."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        services = kit.services
        self._route: Browse | None = None
        self.doings = Doings(services, self)
        self.aside = self.saved = SavedPanel()
        self.saving = Saving(services, self.doings, self.saved, self)
        self.head = BrowseHead()
        self.bar = SearchBar(Completion(self._names, self), self.saving, self)
        self.model = BrowseModel(services.card_rows, self)
        self.table = CardTable()
        self.table.setModel(self.model)
        self.listing = Listing(services, self.table, self.head, self.bar, self)
        self.nothing = self.listing.nothing
        self.under = Lower(kit)
        self.commands = Commands(kit, self.doings, self.under, self)
        self.panes = Panes(Qt.Orientation.Vertical)
        self._lay_out()
        self.view = ViewKeeper(services, self.table, self.under, self.panes, self)
        self._walk = PaneWalk(self._panes, self)
        self._connect()
        self._bind_keys()

    def _lay_out(self) -> None:
        panel = Panel(radius=14, padding=(1, 1, 1, 1))
        panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        panel.content.addWidget(self.listing.stack)
        self.panes.addWidget(panel)
        self.panes.addWidget(self.under)
        self.panes.setStretchFactor(1, 1)
        rows = QVBoxLayout(self)
        side = _SIDE - MARGIN
        rows.setContentsMargins(side, _TOP - MARGIN, side, _TOP - MARGIN)
        rows.setSpacing(4)
        rows.addWidget(self.head)
        rows.addWidget(self.bar)
        rows.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.head.new_wanted.connect(self.new_card)
        self.head.undo_wanted.connect(self.doings.undo)
        self.listing.listed.connect(self._show_selection)
        self.listing.renewed.connect(self.saving.refresh)
        self.bar.left_down.connect(self._to_table)
        self.bar.study_wanted.connect(self.study_found)
        self.saving.searched.connect(self._show_saved)
        self.nothing.query_wanted.connect(self.bar.show_query)
        self.nothing.deck_wanted.connect(self._add_deck)
        self.nothing.import_wanted.connect(self._import)
        self.nothing.folder_wanted.connect(self.commands.open_folder)
        table, under = self.table, self.under
        table.selected_changed.connect(self._show_selection)
        table.current_moved.connect(self._show_selection)
        table.wanted.connect(self.do)
        table.menu_wanted.connect(self._open_menu)
        table.head.sort_wanted.connect(self.listing.sort_by)
        table.head.menu_wanted.connect(self._open_columns)
        table.head.mark_clicked.connect(table.pick_all)
        under.bar.wanted.connect(self.do)
        under.bar.study_wanted.connect(self._study)
        under.bar.cleared.connect(self._clear)
        under.bar.more_wanted.connect(self._open_menu)
        under.summary.tag_wanted.connect(self._tag)
        under.preview.edit_wanted.connect(self._edit)
        under.preview.study_wanted.connect(self._study)
        under.preview.more_wanted.connect(self._open_menu)
        under.preview.link_clicked.connect(self.commands.open_link)
        self.commands.go.connect(self.go)
        self.commands.found.connect(self._show_found)
        self.commands.progressed.connect(self._tell)
        self.commands.task_begun.connect(self.view.fit)
        self.commands.ended.connect(self._end_task)
        self.doings.done.connect(self._tell)

    def _bind_keys(self) -> None:
        # They hold also while the focus is in the rail, which shows the saved searches.
        Bound(self, "browse")
        bindings.current().changed.connect(self._fit)
        does = {one.action: partial(self.do, one.action) for one in of("table")}
        Bound(self.table, "table", does, can=lambda _: bool(self.rows), picked=lambda _: "")

    # The contract of a place

    def arrive(self, route: Route) -> None:
        assert isinstance(route, Browse)
        self.view.restore()
        self.saving.refresh()
        # On the way back, or by the rail, it is as it was left.
        returning = route is self._route or (not route.query and not route.card)
        self._route = route
        if returning:
            self.listing.refresh()
        else:
            self.bar.show_query(route.query)
        if route.card and (row := self.model.place_of(route.card)) is not None:
            self.table.go_to(row)
        self._to_table() if self.model.rowCount() else self.to_search()

    def leave(self) -> None:
        self.commands.stop()
        self.bar.rest()
        self.under.preview.rest()
        self.view.keep()

    def take_changes(self, changes: Changes) -> None:
        if changes.progress:
            self.listing.renew()
        elif changes.library:
            self.listing.renew_soon()

    # Searching

    def _show_saved(self, query: str) -> None:
        self.bar.show_query(query)
        self._to_table()

    def _names(self, key: str) -> Sequence[str]:
        return self.kit.services.search_names(key)

    def _show_found(self, groups: tuple[tuple[int, ...], ...]) -> None:
        """Cards that look alike."""
        self.listing.show_groups(groups)
        self._to_table()

    # Selection

    @property
    def rows(self) -> list[Row]:
        """The cards that actions are about: all that are selected, or the current one."""
        picked = self.table.picked_keys() if self.table.several else self._current_keys()
        return list(self.kit.services.card_rows(picked))

    def _current_keys(self) -> list[int]:
        row = self.table.currentIndex().row()
        return [self.model.keys[row]] if row >= 0 else []

    def _show_selection(self) -> None:
        """Bar and summary for several cards, the preview for one."""
        if self.table.several:
            keys = self.table.picked_keys()
            rows = self.kit.services.card_rows(keys[:LOOKED_AT])
            self.under.show_several(rows, len(keys), self.model.today)
        else:
            row = self.table.currentIndex().row()
            self.under.show_one(self.model.row(row) if row >= 0 else None)
        self.view.fit()

    def _clear(self) -> None:
        self.table.clear_several()
        self.table.setFocus()

    # Doing

    def do(self, name: str) -> None:
        """One of ACTIONS, or of the menu."""
        if name == "preview":
            self.view.toggle_preview()
        else:
            self.commands.do(name, self.rows)

    def _study(self) -> None:
        self.do("study")

    def _edit(self) -> None:
        self.do("edit")

    def _tag(self) -> None:
        self.do("tag")

    def replace(self) -> None:
        """Find and replace in all that is listed, or selected."""
        keys = self.table.picked_keys() if self.table.several else self.model.keys
        self.commands.do("replace", self.kit.services.card_rows(keys))

    def new_card(self) -> None:
        """A new card in the deck of the current row."""
        row = next(iter(self.rows), None)
        self.go.emit(Edit(path=row.path if row is not None else "", new=True))

    def _import(self) -> None:
        self.go.emit(Import())

    def _add_deck(self) -> None:
        self.go.emit(Edit())

    def _tell(self, words: str) -> None:
        """Something was done."""
        self.head.show_notice(words, undoable=self.doings.can_undo(words))

    def _open_menu(self, at: QPoint) -> None:
        self.commands.open_menu(self.rows, at, self)

    def _open_columns(self, at: QPoint) -> None:
        menu = ColumnMenu(self.table, self)
        menu.columns_chosen.connect(self.view.choose_columns)
        menu.widths_forgotten.connect(self.view.forget_widths)
        menu.sort_wanted.connect(self.listing.sort_by)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _end_task(self) -> None:
        self.view.fit()
        self._to_table()

    def study_found(self) -> None:
        """Custom study of the search that is shown."""
        self.go.emit(CustomStudy(query=self.bar.field.text().strip()))

    def save_search(self) -> None:
        self.saving.save()

    def undo(self) -> None:
        self.doings.undo()

    # Focus

    def next_pane(self) -> None:
        self._walk.forth()

    def last_pane(self) -> None:
        self._walk.back()

    def _panes(self) -> Sequence[QWidget]:
        """What F6 goes through, in order."""
        return self.bar.field, self.table, *self.under.panes, self.saved.list

    def to_search(self) -> None:
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def _to_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else took: a task, the preview of a low window, then back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.under.task is not None:
            self.commands.end()
        elif self.focusWidget() is not self.table and self.model.rowCount():
            self._to_table()
        else:
            self.go.emit(Back())

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.bar.fit(narrow=self.window().width() < theme.px(_NARROW))
        self.head.fit(self.width())
        self.view.fit()
