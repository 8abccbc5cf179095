"""Keeps the saved searches: in the rail, or in a drop-down beside the field."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from quizapp.core.setting_values import DEFAULT_SEARCHES, SavedSearch
from quizapp.ui.browse.doing import Doings
from quizapp.ui.browse.saved import Listed, SavedPanel
from quizapp.ui.i18n import marked
from quizapp.ui.services import Services


class Saving(QObject):
    """Between the setting and the panel that shows it."""

    searched = Signal(str)
    """A query was chosen."""
    shown = Signal()
    """The list is another now."""

    def __init__(self, services: Services, doings: Doings, panel: SavedPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._doings, self.panel = services, doings, panel
        self._present = ""
        panel.chosen.connect(self.choose)
        panel.removed.connect(self.remove)
        panel.renamed.connect(self.rename)
        panel.save_wanted.connect(self.save)

    @property
    def searches(self) -> tuple[SavedSearch, ...]:
        """All of them; those that came with the app in the language of the window."""
        kept = self._services.settings.saved_searches
        if kept == DEFAULT_SEARCHES:
            return tuple(SavedSearch(marked(one.name), one.query) for one in kept)
        return kept

    @property
    def at(self) -> int:
        """The one that is in the field; -1 = none."""
        queries = [one.query for one in self.searches]
        return queries.index(self._present) if self._present in queries else -1

    def show_present(self, query: str) -> None:
        """This is in the field now."""
        self._present = query.strip()
        self.panel.list.mark(self.at)
        self.shown.emit()

    def refresh(self) -> None:
        """Count anew."""
        searches = self.searches
        counts = self._services.search_counts([one.query for one in searches])
        rows = [Listed(search, count) for search, count in zip(searches, counts, strict=True)]
        self.panel.show_rows(rows, self.at)
        self.shown.emit()

    def choose(self, row: int) -> None:
        """Search for it."""
        self.searched.emit(self.searches[row].query)

    def save(self) -> None:
        """Keep the present search and ask for its name, in place; without the list it is named by itself."""
        if self.at < 0:
            name = self._present or self.tr("All cards")
            self._put((*self.searches, SavedSearch(name, self._present)))
            row = len(self.searches) - 1
            self._doings.keep(self.tr("Search saved"), lambda: self._take_out(row))
        if self.panel.isVisible():
            self.panel.edit(self.at)

    def rename(self, row: int, name: str) -> None:
        searches = list(self.searches)
        searches[row] = SavedSearch(name, searches[row].query)
        self._put(searches)

    def remove(self, row: int) -> None:
        """Forget one; that can be undone."""
        gone = self.searches[row]
        self._take_out(row)
        words = self.tr("Search “{name}” removed").format(name=gone.name)
        self._doings.keep(words, lambda: self._put_back(gone, row))

    def _take_out(self, row: int) -> None:
        self._put([one for at, one in enumerate(self.searches) if at != row])

    def _put_back(self, search: SavedSearch, row: int) -> None:
        searches = list(self.searches)
        searches.insert(row, search)
        self._put(searches)

    def _put(self, searches: Sequence[SavedSearch]) -> None:
        self._services.set("saved_searches", tuple(searches), self)
        self.refresh()
