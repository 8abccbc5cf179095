"""Of which cards, and of which time: the head of the statistics."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.core.query_nodes import MISTAKES
from quizapp.core.query_scan import value
from quizapp.core.stats import PERIODS, Period
from quizapp.ui import theme
from quizapp.ui.browse.completing import Completing
from quizapp.ui.browse.completion import Completion
from quizapp.ui.browse.queryfield import QueryField
from quizapp.ui.i18n import marked
from quizapp.ui.widgets.dropdown import Choice, DropDown
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, Styled, announce
from quizapp.ui.widgets.segments import Segments

_TYPED_MS = 300
"""Letters typed within this time are one question: all of it is counted again."""
_ONE_ROW = 700
"""Width from which everything stands in one row, px at 100 % text size."""


_DECKS_W = 180
"""Of the drop-down in that row: the search needs the room."""
_ANY = 16_777_215
"""No limit; Qt's QWIDGETSIZE_MAX."""
_WIDE = ((0, 0), (0, 1), (0, 2), (0, 3))
_NARROW = ((0, 0), (1, 0), (2, 0), (0, 1))
"""(row, column) of title, search, deck and period; what is not in the first row has a row of its own."""


class Filters(Styled, QWidget):
    """Title, search, deck and period."""

    changed = Signal()
    """Other cards or another time: `query`, `period`."""
    left_down = Signal()
    """On to the numbers."""

    def __init__(self, completion: Completion, over: QWidget) -> None:
        """over: the widget over which the completions lie."""
        super().__init__()
        self._titles: tuple[str, ...] = ()
        self._keys: tuple[int, ...] = ()
        self._wide = False
        self.title = label("title", self.tr("Statistics"))
        self.field = QueryField()
        self._completing = Completing(self.field, completion, over)
        self.popup = self._completing.popup
        self.decks = DropDown(self.tr("Deck"))
        self.period_switch = Segments(self.tr("Period"), (self.tr("Month"), self.tr("Year"), self.tr("All")))
        self._mistake = label("small", token="bad", wrap=True)
        self._mistake.hide()
        self._wait = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._wait.timeout.connect(self._ask)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._lay_out(wide=True)
        self._connect()

    def _connect(self) -> None:
        field = self.field
        field.textChanged.connect(self._wait.start)
        field.entered.connect(self._on_entered)
        field.escaped.connect(self._on_escaped)
        field.left_down.connect(self.left_down)
        self.decks.chosen.connect(self._on_deck)
        self.period_switch.chosen.connect(self.changed)

    def _lay_out(self, *, wide: bool) -> None:
        if wide == self._wide and self._grid.count():
            return
        self._wide = wide
        widgets: tuple[QWidget, ...] = (self.title, self.field, self.decks, self.period_switch)
        for widget in (*widgets, self._mistake):
            self._grid.removeWidget(widget)
        places = _WIDE if wide else _NARROW
        for widget, (row, column) in zip(widgets, places, strict=True):
            across = 2 if row else 1
            self._grid.addWidget(widget, row, column, 1, across)
        self._grid.addWidget(self._mistake, 3, 0, 1, 4 if wide else 2)
        self._mistake.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.title.setContentsMargins(MARGIN, 0, 8, 0)

    @property
    def query(self) -> str:
        """Cards of the chosen deck that are searched for."""
        text, deck = self.field.text().strip(), self._deck
        both = f"({text})" if text and deck else text
        return " ".join(filter(None, (deck, both)))

    @property
    def _deck(self) -> str:
        return f"deck:{value(self._titles[self.decks.at - 1])}" if self.decks.at > 0 else ""

    @property
    def deck_key(self) -> int:
        """The chosen deck; 0: all, or what is searched for."""
        return self._keys[self.decks.at - 1] if self.decks.at > 0 else 0

    @property
    def period(self) -> Period:
        return PERIODS[self.period_switch.at]

    def show_decks(self, decks: Sequence[tuple[int, str]]) -> None:
        """(deck_key, title) of all, in order; the chosen one stays chosen while it is there."""
        chosen = self._titles[self.decks.at - 1] if self.decks.at > 0 else ""
        self._keys = tuple(key for key, _ in decks)
        self._titles = tuple(title for _, title in decks)
        words = (self.tr("All decks"), *self._titles)
        at = words.index(chosen, 1) if chosen in self._titles else 0
        self.decks.show_choices(tuple(map(Choice, words)), at)

    def show_question(self, query: str, period: Period) -> None:
        """Of these cards; nothing is asked."""
        self._completing.show_text(query)
        self._wait.stop()
        self.decks.show_choices(tuple(map(Choice, (self.tr("All decks"), *self._titles))), 0)
        self.period_switch.show_choice(PERIODS.index(period))
        self._show_mistake()

    def rest(self) -> None:
        """The screen is left."""
        self._wait.stop()
        self._completing.close()

    def _ask(self) -> None:
        self._wait.stop()
        self._show_mistake()
        self.changed.emit()

    def _show_mistake(self) -> None:
        """What of the query cannot be searched for; the rest is."""
        mistakes = () if self.field.completing else self.field.query.mistakes
        first = next(iter(mistakes), None)
        words = marked(MISTAKES[first.code], first.args) if first else ""
        self._mistake.setText(words)
        self._mistake.setVisible(bool(words))
        announce(self, words)

    def _on_deck(self, at: int) -> None:
        self.decks.show_choices(tuple(map(Choice, (self.tr("All decks"), *self._titles))), at)
        self.changed.emit()

    def _on_entered(self) -> None:
        self._completing.refuse()
        self._ask()

    def _on_escaped(self) -> None:
        if self.field.completing:
            self._completing.refuse()
        else:
            self.field.clear()
            self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(event.size().width())
        self._completing.place()

    def fit(self, width: int) -> None:
        """In one row where there is room for it."""
        wide = theme.roomy() and width >= theme.px(_ONE_ROW)
        self.decks.setMaximumWidth(theme.px(_DECKS_W) + 2 * MARGIN if wide else _ANY)
        self._lay_out(wide=wide)

    def restyle(self) -> None:
        if hasattr(self, "_grid"):
            self.fit(self.width())
