"""Statistics: how it goes, in charts and tables, of all cards or of some."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.stats import Hard, Load
from quizapp.core.stats import Statistics as Numbers
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.browse.completion import Completion
from quizapp.ui.browse.doing import Doings
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, CardHistory, Edit, Route, Statistics
from quizapp.ui.paper.sheets import Sheet
from quizapp.ui.screens.place import Place
from quizapp.ui.services import Changes
from quizapp.ui.stats.board import Board
from quizapp.ui.stats.cards import HardTable
from quizapp.ui.stats.exporting import Exporter
from quizapp.ui.stats.filters import Filters
from quizapp.ui.stats.gathering import Gatherer, Question
from quizapp.ui.stats.menus import Menus
from quizapp.ui.stats.paper import sheet
from quizapp.ui.stats.plot import Background
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce

_WIDEST, _TOP = 1000, 20
_HASTE = 100
"""Per cent."""


class StatisticsPlace(Place):
    """Charts stay on screen while other numbers are counted."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.stats: Numbers | None = None
        self.board: Board | None = None
        self._loads: tuple[Load, ...] | None = None
        self._left_at: HardTable | None = None
        """From one of its cards one comes back to it."""
        self.doings = Doings(kit.services, self)
        self.filters = Filters(Completion(kit.services.search_names, self), self)
        self.gatherer = Gatherer(kit.services, kit.work, self)
        self.exporter = Exporter(self)
        self.menus = Menus(kit.services, self.exporter, self)
        self._told = label("small", token="mut", wrap=True)
        self.undo_button = keyed(Button("link", self.tr("Undo"), height=24), "statistics", "undo")
        self.print_button = keyed(Button("ghost", self.tr("Print …"), height=36), "statistics", "print_all")
        self.pdf_button = Button("ghost", self.tr("Save as PDF …"), height=36)
        self._lay_out()
        self._connect()
        Bound(self, "statistics", can=self._can)

    def _lay_out(self) -> None:
        self._page = page = Page(_WIDEST, top=_TOP - MARGIN, bottom=_TOP)
        page.content.setSpacing(4)
        page.content.addWidget(self.filters)
        told = QHBoxLayout()
        told.setContentsMargins(MARGIN, 0, MARGIN, 0)
        told.addWidget(self._told, 1)
        told.addWidget(self.undo_button)
        page.content.addLayout(told)
        self._slot = QVBoxLayout()
        page.content.addLayout(self._slot)
        self._foot = Flow(self.print_button, self.pdf_button)
        page.content.addWidget(self._foot)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._tell("")

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask)
        self.filters.left_down.connect(self._to_numbers)
        self.gatherer.gathered.connect(self._show)
        self.gatherer.weighed.connect(self._take_loads)
        self.gatherer.slow.connect(self._tell_progress)
        self.gatherer.failed.connect(self._tell)
        self.menus.edit_wanted.connect(self._edit)
        self.menus.history_wanted.connect(self._show_history)
        self.menus.suspend_wanted.connect(self._suspend)
        self.exporter.told.connect(self._tell)
        self.doings.done.connect(self._tell_done)
        self.undo_button.clicked.connect(self.undo)
        self.print_button.clicked.connect(self.print_all)
        self.pdf_button.clicked.connect(self._save_pdf)
        self._page.width_changed.connect(self._arrange)

    # The contract of a place

    def arrive(self, route: Route) -> None:
        assert isinstance(route, Statistics)
        kept = self.kit.services.settings.statistics
        self._show_decks()
        if route.query or self.stats is None:
            self.filters.show_question(route.query, kept.period)
        self._tell("")
        self._ask()
        if self._left_at is not None and self._left_at.isVisible():
            self._left_at.setFocus()
        else:
            self.filters.period_switch.focus_choice()

    def leave(self) -> None:
        focus = self.focusWidget()
        self._left_at = focus if isinstance(focus, HardTable) else None
        self.gatherer.rest()
        self.filters.rest()

    def take_changes(self, changes: Changes) -> None:
        if changes.replaced:
            self._loads = None
        if changes.library:
            self._show_decks()
        if changes.progress or changes.library:
            self.gatherer.renew()

    # Numbers

    def _show_decks(self) -> None:
        files = self.kit.services.library.files
        self.filters.show_decks([(file.deck_key, file.title) for file in files])

    def _ask(self) -> None:
        services, deck = self.kit.services, self.filters.deck_key
        settings = services.settings_of(deck) if deck else services.settings
        if self.filters.period != services.settings.statistics.period:
            self._keep(period=self.filters.period)
        self.gatherer.ask(Question(self.filters.query, self.filters.period, settings))

    def _background(self) -> Background:
        return Background(self.kit.services.settings.reviews_per_day, self._loads)

    def _take_loads(self, loads: tuple[Load, ...]) -> None:
        changed, self._loads = loads != self._loads, loads
        if changed and self.board is not None and self.stats is not None:
            self.board.show_statistics(self.stats, self._background())

    def _show(self, stats: Numbers) -> None:
        renewed = self.stats is not None and self.stats.query == stats.query
        self.stats = stats
        if self.board is None:
            self.board = self._made(stats)
        else:
            self.board.show_statistics(stats, self._background())
        if not renewed or self._counting:
            self._tell("" if self._has_cards else self.tr("No card is found by this search."))
            announce(self, self._found)
        self.board.setVisible(self._has_cards)
        self._foot.setVisible(self._has_cards)
        self.gatherer.weigh()

    @property
    def _found(self) -> str:
        """What was counted, for a screen reader."""
        if self.board is None or not self._has_cards:
            return ""
        plot = self.board.charts["heat"].plot
        return f"{plot.heading()}: {plot.fact()}"

    @property
    def _has_cards(self) -> bool:
        return self.stats is not None and (self.stats.reviews > 0 or any(_counts(self.stats)))

    def _made(self, stats: Numbers) -> Board:
        kept = self.kit.services.settings.statistics
        board = Board(stats, self._background())
        board.show_tables(kept.tables)
        board.groups.show_way(kept.way)
        board.table_chosen.connect(self._keep_table)
        board.way_chosen.connect(self._keep_way)
        board.menu_wanted.connect(self.menus.of_panel)
        for panel in (board.hardest, board.leeches):
            self._serve(panel.table_view)
        self._slot.addWidget(board)
        self.setTabOrder(board.leeches.table_view, self.print_button)
        self.setTabOrder(self.print_button, self.pdf_button)
        board.arrange(self._page.text_width)
        return board

    def _serve(self, table: HardTable) -> None:
        table.chosen.connect(self._edit)
        table.edit_wanted.connect(self._edit)
        table.history_wanted.connect(self._show_history)
        table.suspend_wanted.connect(self._suspend)
        table.menu_wanted.connect(self.menus.of_card)
        table.current_moved.connect(self._follow)

    def _follow(self, rect: QRect) -> None:
        table = self.sender()
        assert isinstance(table, QWidget)
        self._page.show_rect(rect, table)

    def _arrange(self, width: int) -> None:
        if self.board is not None:
            self.board.arrange(width)

    def show_end(self) -> None:
        """Scroll to the last panels."""
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _to_numbers(self) -> None:
        if self.board is not None and self._has_cards:
            self.board.strip.chart.setFocus()

    # What is kept

    def _keep(self, **values: object) -> None:
        services = self.kit.services
        services.set("statistics", replace(services.settings.statistics, **values), self)

    def _keep_table(self, name: str, as_table: bool) -> None:
        kept = set(self.kit.services.settings.statistics.tables)
        now = kept | {name} if as_table else kept - {name}
        self._keep(tables=tuple(sorted(now)))

    def _keep_way(self, way: str) -> None:
        self._keep(way=way)

    # Words

    def _tell(self, words: str, *, undo: bool = False) -> None:
        self._counting = False
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self.undo_button.setVisible(undo)
        announce(self, words)

    def _tell_done(self, words: str) -> None:
        self._tell(words, undo=self.doings.can_undo(words))

    def _tell_progress(self, done: int, total: int) -> None:
        share = f" {_HASTE * done // total} %" if total else ""
        first = not self._counting
        self._counting = True
        self._told.setText(self.tr("Counting …") + share)
        self._told.show()
        self.undo_button.hide()
        if first:
            announce(self, self.tr("Counting …"))

    # Cards

    def _edit(self, card: Hard) -> None:
        self.go.emit(Edit(card=card.card_key))

    def _show_history(self, card: Hard) -> None:
        self.go.emit(CardHistory(card=card.card_key))

    def _suspend(self, card: Hard) -> None:
        self.doings.toggle("suspend", self.kit.services.card_rows((card.card_key,)))

    # Ways out

    def _sheets(self) -> Sequence[Sheet]:
        assert self.stats is not None
        return [sheet(self.stats, self._background(), mirrored=self.isRightToLeft())]

    def _save_pdf(self) -> None:
        self.exporter.save_pdf(self.tr("Statistics"), self._sheets)

    # Keys

    def _can(self, action: str) -> bool:
        asked = {"undo": self.doings.last is not None, "print_all": self._has_cards}
        return asked.get(action, True)

    def to_search(self) -> None:
        self.filters.field.setFocus()
        self.filters.field.selectAll()

    def print_all(self) -> None:
        if self._has_cards:
            self.exporter.print_all(self.tr("Statistics"), self._sheets)

    def undo(self) -> None:
        self.doings.undo()

    def back(self) -> None:
        self.go.emit(Back())


def _counts(stats: Numbers) -> tuple[int, ...]:
    states = stats.states
    return states.new, states.learning, states.young, states.mature, states.suspended
