"""The menus of the statistics: of a card in a list, and of a chart or a table."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.core.stats import Hard
from quizapp.ui.services import Services
from quizapp.ui.stats.cards import HardTable
from quizapp.ui.stats.exporting import Exporter
from quizapp.ui.stats.groups import GroupsPanel
from quizapp.ui.stats.panel import ChartPanel

Entry = tuple[str, Callable[[], object]]


class Menus(QObject):
    """Opens them; what is wanted of a card is said, what is saved is saved."""

    edit_wanted = Signal(object)
    history_wanted = Signal(object)
    suspend_wanted = Signal(object)
    """A core.stats.Hard, all three; a card that is suspended comes back."""

    def __init__(self, services: Services, exporter: Exporter, owner: QWidget) -> None:
        super().__init__(owner)
        self._services, self._exporter, self._owner = services, exporter, owner

    def of_card(self, card: Hard, place: QPoint) -> None:
        """Of a card in the list that asks for it."""
        table = self.sender()
        assert isinstance(table, HardTable)
        rows = self._services.card_rows((card.card_key,))
        away = bool(rows) and rows[0].suspended
        self._open(
            place,
            (self.tr("Edit"), partial(self.edit_wanted.emit, card)),
            (self.tr("History"), partial(self.history_wanted.emit, card)),
            (self.tr("Bring back") if away else self.tr("Suspend"), partial(self.suspend_wanted.emit, card)),
            self._table(partial(self._exporter.save_table, table.accessibleName(), table.cards.table)),
        )

    def of_panel(self, panel: ChartPanel | GroupsPanel, place: QPoint) -> None:
        """Nothing of a chart that has nothing to show yet."""
        export = self._exporter
        if isinstance(panel, GroupsPanel):
            self._open(place, self._table(partial(export.save_table, panel.title, panel.table())))
        elif (plot := panel.plot).little() is None:
            picture = (self.tr("Save picture …"), partial(export.save_picture, plot))
            self._open(place, picture, self._table(partial(export.save_table, plot.heading(), plot.table())))

    def _table(self, save: Callable[[], object]) -> Entry:
        return self.tr("Save table …"), save

    def _open(self, place: QPoint, *entries: Entry) -> None:
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, does in entries:
            # A slot of a partial would be told whether the action is checked.
            menu.addAction(words).triggered.connect(lambda _=False, does=does: does())
        menu.popup(place)
