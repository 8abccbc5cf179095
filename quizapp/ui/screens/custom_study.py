"""Custom study: cards by a search, how many, in which order, and whether they count."""

from collections.abc import Mapping, Sequence
from typing import get_args

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.custom_study import MOST, CustomOrder, CustomStudy, CustomUse
from quizapp.core.query import parse
from quizapp.core.query_nodes import MISTAKES
from quizapp.core.setting_values import SavedSearch
from quizapp.store import custom_study
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.i18n import marked
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, Route, Study
from quizapp.ui.navigation import CustomStudy as CustomStudyRoute
from quizapp.ui.screens.place import Place
from quizapp.ui.setup.rows import ControlRow, RowStack
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.dropdown import Choice, DropDown
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.numberbox import NumberBox
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel

_WIDEST = 640
_TYPING_MS = 150
_ORDERS: tuple[CustomOrder, ...] = tuple(custom_study.SORTS)
_USES: tuple[CustomUse, ...] = get_args(CustomUse)
_AS: Mapping[CustomUse, Mapping[str, object]] = {
    "aside": {"mode": "cram"},
    "counts": {"mode": "study"},
    "look": {"mode": "cram", "look": True},
}
"""How the sitting is held: fields of Study."""


class CustomStudyPlace(Place):
    """What is chosen is kept as soon as it is studied, and stands there the next time."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._wanted = CustomStudy()
        self._searches: tuple[SavedSearch, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self.source = DropDown(self.tr("Which cards"))
        self.query = TextField(self.tr("Search for the cards"), role="row", height=36, placeholder="is:new")
        self.count = NumberBox(self.tr("At most"), 1, MOST, unit=self.tr("cards"))
        self.order = DropDown(self.tr("Order"))
        self.use = DropDown(self.tr("Schedule"))
        self._found = label("small", token="mut", wrap=True)
        self._effect = label("small", token="mut", wrap=True)
        self.start = keyed(Button("primary", self.tr("Study"), height=44), "setup", "start")
        self.back = keyed(Button("ghost", self.tr("Back"), height=44), "setup", "back")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        panel = Panel(padding=(20, 10, 20, 12))
        for words in (self._found, self._effect):
            words.setContentsMargins(MARGIN, 0, MARGIN, 6)
        panel.content.addWidget(
            RowStack(
                ControlRow(self.tr("Which cards"), self.source),
                self.query,
                ControlRow(self.tr("At most"), self.count),
                ControlRow(self.tr("Order"), self.order),
                ControlRow(self.tr("Schedule"), self.use),
            )
        )
        panel.content.addWidget(self._effect)
        self._page = page = Page(_WIDEST, top=20 - MARGIN, bottom=20)
        page.content.setSpacing(10)
        title = label("title", self.tr("Custom study"), wrap=True)
        title.setContentsMargins(MARGIN, 0, MARGIN, 0)
        for widget in (title, panel, self._found, Flow(self.start, self.back, gap=8)):
            page.content.addWidget(widget)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _connect(self) -> None:
        self.source.chosen.connect(self._on_source)
        self.query.textEdited.connect(self._on_typed)
        self.query.submitted.connect(self._begin)
        self._pause.timeout.connect(self._on_query)
        self.count.chosen.connect(self._on_count)
        self.order.chosen.connect(self._on_order)
        self.use.chosen.connect(self._on_use)
        self.start.clicked.connect(self._begin)
        self.back.clicked.connect(self._go_back)
        Bound(self, "setup", {"start": self._begin, "back": self._go_back})

    # What is shown

    def arrive(self, route: Route) -> None:
        assert isinstance(route, CustomStudyRoute)
        settings = self.kit.services.settings
        self._searches = settings.saved_searches
        kept = settings.custom_study
        self._show(kept if route.query is None else replace(kept, query=route.query))
        first = self.start if self.start.isEnabled() else self.source
        first.setFocus()
        self._page.follow(first)

    def _show(self, wanted: CustomStudy) -> None:
        self._wanted = wanted
        names = [Choice(marked(one.name)) for one in self._searches]
        queries = [one.query for one in self._searches]
        at = queries.index(wanted.query) if wanted.query in queries else len(queries)
        self.source.show_choices([*names, Choice(self.tr("A search of my own"))], at)
        if not self.query.hasFocus():
            self.query.setText(wanted.query)
        self.count.show_number(wanted.count)
        self.order.show_choices(self._order_names(), _ORDERS.index(wanted.order))
        self.use.show_choices(self._use_names(), _USES.index(wanted.use))
        self._effect.setText(self._effects()[_USES.index(wanted.use)])
        self._show_found()

    def _show_found(self) -> None:
        """How many there are, or why none."""
        mistakes = parse(self._wanted.query).mistakes
        found = 0 if mistakes else len(self.kit.services.search(self._wanted.query).keys)
        words = " ".join(marked(MISTAKES[one.code], one.args) for one in mistakes)
        self._found.set_token("bad" if mistakes else "mut")
        self._found.setText(words or self.tr("%n cards found", "", found))
        self.start.setEnabled(found > 0)
        self.start.setText(self.tr("Study %n cards", "", min(found, self._wanted.count)))

    def _order_names(self) -> list[Choice]:
        names = {
            "forgotten": self.tr("most forgotten first"),
            "hardest": self.tr("most difficult first"),
            "due": self.tr("by due day"),
            "deck": self.tr("as in the decks"),
            "random": self.tr("by chance"),
        }
        return [Choice(names[order]) for order in _ORDERS]

    def _use_names(self) -> list[Choice]:
        names = {
            "aside": self.tr("stays as it is"),
            "counts": self.tr("moves as on any day"),
            "look": self.tr("only a look"),
        }
        return [Choice(names[use]) for use in _USES]

    def _effects(self) -> Sequence[str]:
        """What each of them means."""
        words = {
            "aside": self.tr("Answers are kept in each card’s history; no due day moves."),
            "counts": self.tr("Answers count as if the cards were due; new cards begin."),
            "look": self.tr("No answer is kept. New cards stay new."),
        }
        return [words[use] for use in _USES]

    # What the learner does

    def _on_source(self, at: int) -> None:
        if at < len(self._searches):
            self._show(replace(self._wanted, query=self._searches[at].query))
        else:
            self.query.setFocus()

    def _on_typed(self, text: str) -> None:
        self._wanted = replace(self._wanted, query=text.strip())
        self._pause.start()

    def _on_query(self) -> None:
        self._pause.stop()
        self._show(self._wanted)

    def _on_count(self, count: int) -> None:
        self._show(replace(self._wanted, count=count))

    def _on_order(self, at: int) -> None:
        self._show(replace(self._wanted, order=_ORDERS[at]))

    def _on_use(self, at: int) -> None:
        self._show(replace(self._wanted, use=_USES[at]))
        announce(self, self._effect.text())

    def _begin(self) -> None:
        """Keep the choice and sit down."""
        self._on_query()
        if not self.start.isEnabled():
            announce(self, self._found.text())
            return
        services, wanted = self.kit.services, self._wanted
        found = services.search(wanted.query, custom_study.SORTS[wanted.order]).keys
        seed = int.from_bytes(services.db.entropy(4), "big")
        cards = custom_study.chosen(services.db, found, wanted, seed)
        if not cards:
            announce(self, self.tr("No card is left that was not put aside."))
            return
        services.set("custom_study", wanted, self)
        sitting = Study(cards=cards, title=self.tr("Custom study"))
        self.go.emit(replace(sitting, **_AS[wanted.use]))

    def _go_back(self) -> None:
        self.go.emit(Back())
