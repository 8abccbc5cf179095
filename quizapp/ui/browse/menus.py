"""Menus of the table: what can be done to a row, which columns are shown."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.ui.bindings import cap
from quizapp.ui.browse.actions import ACTIONS
from quizapp.ui.browse.table import CardTable
from quizapp.ui.i18n import marked
from quizapp.ui.models.browse import COLUMNS


class RowMenu(QMenu):
    """Actions on the row, or on all that are selected."""

    wanted = Signal(str)
    """The name of an action, or "edit", "study", "count", "look", "pairs", "rapid", "export",
    "duplicates"."""

    def __init__(self, names: Iterable[str], done: frozenset[str], parent: QWidget, *, several: bool) -> None:
        """names: of the actions to offer; done: those that all of the cards have had; several: there is more
        than one."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Actions"))
        offered = set(names)
        self._offer("edit", self.tr("Edit"), cap("table", "edit"))
        if not several:
            self._offer("history", self.tr("History"), cap("table", "history"))
        self._offer("study", self.tr("Study, schedule untouched"))
        self._offer("count", self.tr("Study, and let it count"))
        self._offer("look", self.tr("Only look, keep no answer"))
        if several:
            self._offer("pairs", self.tr("Match the pairs"))
            self._offer("rapid", self.tr("Rapid round"))
        self.addSeparator()
        for action in ACTIONS:
            if action.name in offered:
                words = action.off if action.off and action.name in done else action.label
                self._offer(action.name, marked(words), cap("table", action.name))
        self.addSeparator()
        self._offer("export", self.tr("Export"))
        self._offer("duplicates", self.tr("Find look-alikes in all decks"))

    def _offer(self, name: str, words: str, key: str = "") -> None:
        # The key is shown, and bound by the table alone: here it would answer in every field.
        action = self.addAction(f"{words}\t{key}" if key else words)
        action.setData(name)
        action.triggered.connect(self._on_triggered)

    def _on_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.wanted.emit(action.data())


class ColumnMenu(QMenu):
    """Ticks the columns that show, and says what the cards are sorted by."""

    columns_chosen = Signal(object)
    """tuple of keys."""
    sort_wanted = Signal(str)
    widths_forgotten = Signal()

    def __init__(self, table: CardTable, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Columns"))
        self._chosen = table.chosen
        model = table.cards
        for column in COLUMNS[1:]:
            action = self._add(self, model.title(column.key), self._toggle, column.key)
            action.setCheckable(True)
            action.setChecked(column.key in self._chosen)
            action.setEnabled(column.key != "due")
        self.addSeparator()
        order = self.addMenu(self.tr("Sort by"))
        group = QActionGroup(self)
        for column in COLUMNS:
            action = self._add(order, model.title(column.key), self._sort, column.key)
            action.setCheckable(True)
            action.setChecked(column.key == model.sorted_by)
            group.addAction(action)
        self._add(self, self.tr("Widths as at first"), self._forget, "")

    def _add(self, menu: QMenu, words: str, do: Callable[[], None], data: str) -> QAction:
        action = menu.addAction(words)
        action.setData(data)
        action.triggered.connect(do)
        return action

    def _key(self) -> str:
        action = self.sender()
        assert isinstance(action, QAction)
        return str(action.data())

    def _toggle(self) -> None:
        key = self._key()
        keys = {*self._chosen} ^ {key}
        self.columns_chosen.emit(tuple(column.key for column in COLUMNS if column.key in keys))

    def _sort(self) -> None:
        self.sort_wanted.emit(self._key())

    def _forget(self) -> None:
        self.widths_forgotten.emit()
