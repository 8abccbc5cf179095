"""The history of a card: what is known of it now, how that came about, and every answer."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.card_history import CardHistory as History
from quizapp.core.given import GivenWords
from quizapp.store import card_history
from quizapp.ui import theme
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.browse.memory import MemoryPanel
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, CardHistory, Edit, Route
from quizapp.ui.screens.history_curve import RecallCurve
from quizapp.ui.screens.history_rows import HistoryDelegate, HistoryModel
from quizapp.ui.screens.history_words import HistoryWords
from quizapp.ui.screens.place import Place
from quizapp.ui.services import Changes
from quizapp.ui.stats.panel import ChartPanel
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, Styled
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.rows import SIDE, RowTable

_WIDEST, _ROOMY, _MEMORY_W = 900, 700, 250
"""Of the page; from which width memory and curve stand side by side; of the memory; px."""
_SHOWN, _MORE = 60, 300
"""Lines on the page at first, and more with each press."""


class CardHistoryPlace(Styled, Place):
    """Memory and curve on top, the newest line first below."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._card, self._shown = 0, _SHOWN
        self._history = History()
        self._words: HistoryWords | None = None
        self._title = label("title", self.tr("History of a card"), wrap=True)
        self._front, self._deck = label("strong", wrap=True), label("small", token="mut", wrap=True)
        self.edit = keyed(Button("ghost", self.tr("Edit card"), height=36), "card", "edit")
        self.back = keyed(Button("ghost", self.tr("Back"), height=36), "card", "back")
        self.memory = MemoryPanel()
        self.curve = ChartPanel(RecallCurve(self._history, 0, 0.9))
        self.model = HistoryModel(self)
        self.table = RowTable(HistoryDelegate())
        self.table.setAccessibleName(self.tr("Answers and what else happened"))
        self.table.setModel(self.model)
        self.more = Button("quiet", "", icon="chevron-down", height=36)
        self._count = label("small", token="mut", wrap=True)
        self._lay_out()
        self.edit.clicked.connect(self._on_edit)
        self.back.clicked.connect(self._on_back)
        self.more.clicked.connect(self._on_more)
        self.table.current_moved.connect(self._follow)
        does = {"edit": self._on_edit, "back": self._on_back}
        Bound(self, "card", does, can=self._can)

    def _lay_out(self) -> None:
        self._page = page = Page(_WIDEST, top=20 - MARGIN, bottom=20)
        page.content.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.edit)
        head.addWidget(self.back)
        page.content.addLayout(head)
        for words in (self._front, self._deck):
            words.setContentsMargins(MARGIN, 0, MARGIN, 2)
            page.content.addWidget(words)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12 - 2 * MARGIN)
        self._panel = Panel(radius=14, padding=(18, 14, 18, 14))
        self._panel.content.addWidget(self.memory)
        self._top.addWidget(self._panel)
        self._top.addWidget(self.curve, 1)
        page.content.addLayout(self._top)
        lines = Panel(radius=14, padding=(0, 14, 0, 8))
        heading = label("heading", self.tr("Answers and what else happened"), wrap=True)
        for words in (heading, self._count):
            words.setContentsMargins(SIDE, 0, SIDE, 4)
            lines.content.addWidget(words)
        lines.content.addWidget(self.table)
        more = Flow(self.more)
        more.setContentsMargins(SIDE, 0, SIDE, 0)
        lines.content.addWidget(more)
        page.content.addWidget(lines)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        page.width_changed.connect(self._fit)

    # What is shown

    def arrive(self, route: Route) -> None:
        assert isinstance(route, CardHistory)
        again = route.card == self._card
        self._card = route.card
        if not again:
            self._shown = _SHOWN
            self._page.verticalScrollBar().setValue(0)
        self._refresh()
        (self.table if self.model.rowCount() else self.back).setFocus()
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def take_changes(self, changes: Changes) -> None:
        if changes.progress or changes.library or changes.settings:
            self._refresh()

    def _refresh(self) -> None:
        services = self.kit.services
        self._history = card_history.history(services.db, self._card)
        place = services.place(self._card)
        rows = services.card_rows([self._card])
        self._front.setText(rows[0].question if rows else "")
        self._deck.setText(place[1].title if place else self.tr("In no deck any more"))
        self.edit.setEnabled(place is not None)
        note, part, header = (place[2], place[0].part, place[1]) if place else (None, "", None)
        self._words = HistoryWords(GivenWords(note, part, header), self)
        today = services.now().study_day
        own = services.settings_of(place[0].deck_key) if place else services.settings
        if rows:
            ratings = [one.review.rating for one in self._history.answers if one.voided is None]
            memory = self._history.memory
            self.memory.show_card(rows[0], memory, ratings, today, self._history.weights)
        self.curve.show_plot(RecallCurve(self._history, today, own.desired_retention))
        self._show_lines()

    def _show_lines(self) -> None:
        assert self._words is not None
        lines = self._history.lines[::-1]
        row = self.table.currentIndex().row()
        self.model.show_lines(lines[: self._shown], self._words)
        if 0 <= row < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(row, 0))
        self._count.setText(self._told(len(self._history.answers)))
        left = len(lines) - self.model.rowCount()
        self.more.setVisible(left > 0)
        self.more.setText(self.tr("Show %n more", "", min(_MORE, left)))

    def _told(self, answers: int) -> str:
        voided = sum(one.voided is not None for one in self._history.answers)
        words = self.tr("%n answers", "", answers) if answers else self.tr("No answer yet.")
        return (
            self.tr("{answers}, {voided} taken back").format(answers=words, voided=voided)
            if voided
            else words
        )

    # What the learner does

    def _can(self, action: str) -> bool:
        return action != "edit" or self.edit.isEnabled()

    def _on_edit(self) -> None:
        if self.edit.isEnabled():
            self.go.emit(Edit(card=self._card))

    def _on_back(self) -> None:
        self.go.emit(Back())

    def _on_more(self) -> None:
        row = self.model.rowCount()
        self._shown += _MORE
        self._show_lines()
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(row, 0))

    def _follow(self, rect: QRect) -> None:
        self._page.show_rect(rect, self.table)

    # Build

    def restyle(self) -> None:
        self._fit(self._page.text_width)

    def _fit(self, width: int) -> None:
        beside = width >= theme.px(_ROOMY)
        ways = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._top.setDirection(ways[beside])
        self._panel.setFixedWidth(theme.px(_MEMORY_W) if beside else width + 2 * MARGIN)
