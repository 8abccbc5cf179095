"""The settings: groups at the side, one row a setting, each change at once and undoable."""

from typing import Any

from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.settings import Setting
from quizapp.ui import theme
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, Preferences, Route
from quizapp.ui.preferences.book import Book, Scope
from quizapp.ui.preferences.consequences import Consequences
from quizapp.ui.preferences.doors import doors
from quizapp.ui.preferences.finding import words_of
from quizapp.ui.preferences.groups import GroupList, GroupPicker
from quizapp.ui.preferences.listing import Listing
from quizapp.ui.preferences.row import SettingRow
from quizapp.ui.preferences.scope_bar import ScopeBar
from quizapp.ui.preferences.shelf import RowShelf
from quizapp.ui.preferences.sticky import Sticky
from quizapp.ui.screens.place import Place
from quizapp.ui.services import Changes
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, Styled, announce
from quizapp.ui.widgets.search import SearchField

_WIDEST, _ROOMY, _GAP = 820, 640, 22
"""Of the page, from which width the groups stand at the side, and between both; px."""


class PreferencesPlace(Styled, Place):
    """Rows show and ask; the book reads and writes; this says which rows."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.book = Book(kit.services, self)
        self.consequences = Consequences(kit.services, kit.work, self)
        self._undone = ""
        offered = doors(self)
        self.search = keyed(SearchField(self.tr("Search settings")), "preferences", "to_search")
        self.found, self.hidden = label("small", token="mut"), label("small", token="mut", wrap=True)
        self.scope, self.shelf = ScopeBar(), RowShelf(kit, offered)
        self.listing = Listing(self.book, offered, self.shelf.texts)
        self.groups, self.picker = GroupList(self.listing.groups()), GroupPicker()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._page = page = Page(_WIDEST, top=20 - MARGIN, bottom=20)
        page.content.setSpacing(14 - MARGIN)
        title = label("title", self.tr("Settings"))
        title.setContentsMargins(MARGIN, 0, 0, 0)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(12 - MARGIN)
        self._head.addWidget(title)
        self._head.addStretch(1)
        self._head.addWidget(self.found)
        self._head.addWidget(self.search)
        page.content.addLayout(self._head)
        rest = QVBoxLayout()
        rest.setSpacing(12 - 2 * MARGIN)
        for widget in (self.picker, self.scope, self.shelf, self.hidden):
            rest.addWidget(widget)
        self.hidden.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        rest.addStretch(1)
        self._side = Sticky(self.groups, page)
        body = QHBoxLayout()
        body.setSpacing(_GAP - 2 * MARGIN)
        body.addWidget(self._side)
        body.addLayout(rest, 1)
        page.content.addLayout(body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.left_down.connect(self._to_first)
        self.groups.chosen.connect(self.show_group)
        self.picker.group_chosen.connect(self.show_group)
        self.scope.chosen.connect(self._on_scope)
        self.shelf.changed.connect(self._on_changed)
        self.shelf.go.connect(self.go)
        self.consequences.told.connect(self._show)
        self._page.width_changed.connect(self._fit)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        Bound(self, "preferences")

    # Arriving

    def arrive(self, route: Route) -> None:
        assert isinstance(route, Preferences)
        self._undone = ""
        self.listing.group = route.group or self.listing.group
        self.book.show_scope(Scope(route.deck_key))
        if self.search.text() != route.search:
            self.search.setText(route.search)
        self._show()
        self.consequences.gather()
        (self.search if route.search else self._start).setFocus()

    @property
    def _start(self) -> QWidget:
        """Where the focus begins: on the group that is shown."""
        if not self.picker.isHidden():
            return self.picker
        return next(item for item in self.groups.items if item.shown.key == self.listing.group)

    def leave(self) -> None:
        self.book.settle()
        self.consequences.stop()

    def take_changes(self, changes: Changes) -> None:
        if changes.library:
            self.book.show_scope(self.book.shown)
        for panel in self.shelf.extras:
            panel.take_changes(changes)
        self._show()
        self.consequences.gather()

    # What is shown

    def show_group(self, group: str) -> None:
        """Show a group's settings, as in core.settings.GROUPS."""
        self.listing.group, self._undone = group, ""
        if self.search.text():
            self.search.clear()
        else:
            self._show()
        self._page.verticalScrollBar().setValue(0)

    def _show(self) -> None:
        listing = self.listing
        listing.update()
        self.shelf.show_sections(listing.sections())
        self.shelf.show_extras(listing.panels())
        for row in self.shelf.setting_rows():
            self._show_row(row)
            row.show_undone(row.setting.key == self._undone)
        for one in self.shelf.rows():
            one.show_found(listing.words)
        groups, current = listing.groups(), "" if listing.words else listing.group
        self.groups.show_groups(groups, current)
        self.picker.show_groups(groups, current)
        self._show_scope()
        self.found.setText(self.tr("%n settings match", "", listing.found()) if listing.words else "")
        self.found.setVisible(bool(listing.words))
        self.hidden.setText(self._missing())
        self.hidden.setVisible(bool(self.hidden.text()))

    def _show_row(self, row: SettingRow) -> None:
        state = self.book.state(row.setting)
        row.show_state(state)
        shown = self.book.shown
        row.show_about("" if shown.folder else self.consequences.line(row.setting, state, shown.deck_key))

    def _show_scope(self) -> None:
        book = self.book
        deviating = {file.deck_key for row in book.rows() for file, _ in book.state(row).decks}
        self.scope.show_scope(book.folders(), book.decks(), book.shown, book.own_count(), len(deviating))
        self.scope.setVisible(not book.shown.is_all or (not self.listing.words and self.listing.differs()))

    def _missing(self) -> str:
        """What is not there, and why."""
        alike = self.listing.alike()
        said = []
        if self.listing.words and not self.listing.found():
            said.append(self.tr("No setting has these words. Try fewer or shorter ones."))
        if alike:
            said.append(self.tr("%n settings hold for all decks alike and are not shown here.", "", alike))
        return " ".join(said)

    # What the user does

    def to_search(self) -> None:
        self._page.verticalScrollBar().setValue(0)
        self.search.setFocus()
        self.search.selectAll()

    def back(self) -> None:
        """Out of the search, then back."""
        if self.search.text():
            self.search.clear()
            self._start.setFocus()
        else:
            self.go.emit(Back())

    def undo(self) -> None:
        """Take back the last change and show its row; in a panel of its own, the last one there."""
        if any(panel.revert() for panel in self.shelf.extras):
            return
        setting = self.book.undo()
        if setting is None:
            announce(self, self.tr("There is nothing to undo"))
            return
        self._undone = setting.key
        self.listing.group = setting.about.group
        if self.search.text() and not self.listing.has(setting.key):
            self.search.clear()
        self._show()
        row = self.shelf.row(setting.key)
        assert isinstance(row, SettingRow)
        self._page.show_rect(row.rect(), row)
        if not row.isAncestorOf(QApplication.focusWidget() or self):
            row.control.setFocus()

    def _on_typed(self, typed: str) -> None:
        self.listing.words = words_of(typed)
        self._undone = ""
        self._show()
        if self.listing.words:
            announce(self, self.found.text() if self.shelf.panels else self.hidden.text())

    def _to_first(self) -> None:
        """From the search field to what was found."""
        if rows := self.shelf.setting_rows():
            rows[0].control.setFocus()

    def _on_scope(self, scope: Scope) -> None:
        self._undone = ""
        self.book.show_scope(scope)
        self._show()
        announce(self, self.scope.fact.text())

    def _on_changed(self, setting: Setting, value: Any) -> None:
        row = self.shelf.row(setting.key)
        assert isinstance(row, SettingRow)
        self._undone = ""
        try:
            self.book.change(setting, value, goes_on=row.control.continuous and value is not None)
        finally:  # whatever could not be written is shown as it was
            self._show_row(row)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """A number is typed to its end when its row is left."""
        if old is not None and any(row.isAncestorOf(old) for row in self.shelf.setting_rows()):
            self.book.settle()
        if now is not None and self.isAncestorOf(now) and not self.search.hasFocus():
            self._page.show_rect(now.rect(), now)

    # Build

    def restyle(self) -> None:
        self._fit(self._page.text_width)

    def _fit(self, width: int) -> None:
        """Without room for two columns the groups become a drop-down above."""
        beside = width >= theme.px(_ROOMY) and theme.roomy()
        self._side.setVisible(beside)
        self.picker.setVisible(not beside)
        way = QBoxLayout.Direction.LeftToRight if theme.roomy() else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(way)
