"""Which cards may be asked, and how."""

from collections.abc import Sequence
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.kinds import KINDS
from quizapp.core.plan import Asking, Plan
from quizapp.core.query import parse
from quizapp.core.query_nodes import MISTAKES
from quizapp.core.setting_values import SavedSearch
from quizapp.ui.i18n import marked
from quizapp.ui.setup.questions import PADDING, RADIUS
from quizapp.ui.setup.rows import ControlRow, RowStack
from quizapp.ui.widgets.dropdown import Choice, DropDown
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.segments import Segments
from quizapp.ui.widgets.toggle_chip import ToggleChip

WRONG, LEARNED = "rated:30:1", "begun:7"
"""What was answered wrongly in the last month; what was studied for the first time this week."""
_TYPING_MS = 150
_ASKS: tuple[Asking, ...] = get_args(Asking)


class Source(Struct, frozen=True):
    """Cards to choose from."""

    name: str
    """Translated, or the user's own."""
    query: str


class CardsPanel(Panel):
    """A search by its name or as it is typed; shares by deck or tag; kinds; the way they are asked."""

    changed = Signal(object)
    """The Plan as the user wants it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=PADDING, parent=parent)
        self._plan, self._typing = Plan(), False
        self._sources: tuple[Source, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self.source = DropDown(self.tr("Which cards"))
        self.query = TextField(
            self.tr("Search for the cards"), role="row", height=36, placeholder="tag:history"
        )
        self._mistake = label("small", token="bad", wrap=True)
        self._mistake.setContentsMargins(MARGIN, 0, MARGIN, 6)
        self.by = Segments(self.tr("Shares by"), (self.tr("Deck"), self.tr("Tag")))
        self.kinds = DropDown(self.tr("Kinds"))
        self.chips = {kind.name: ToggleChip(marked(kind.label)) for kind in KINDS if kind.name != "open"}
        self._chips = Flow(*self.chips.values(), gap=0)
        words = (self.tr("As written"), self.tr("Typed"), self.tr("As a choice"))
        self.ask = Segments(self.tr("Asked"), words)
        self._some = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.content.addWidget(
            RowStack(
                _Stack(ControlRow(self.tr("Which cards"), self.source), self.query, self._mistake),
                ControlRow(self.tr("Shares by"), self.by),
                _Stack(ControlRow(self.tr("Kinds"), self.kinds), self._chips),
                ControlRow(self.tr("Asked"), self.ask),
            )
        )

    def _connect(self) -> None:
        self.source.chosen.connect(self._on_source)
        self.query.textEdited.connect(self._on_typed)
        self._pause.timeout.connect(self._on_query)
        self.query.submitted.connect(self._on_query)
        self.by.chosen.connect(self._on_by)
        self.kinds.chosen.connect(self._on_kinds)
        self.ask.chosen.connect(self._on_ask)
        for chip in self.chips.values():
            chip.clicked.connect(self._on_chip)

    # What is shown

    @property
    def words(self) -> str:
        """The present choice of cards, as a title."""
        at = self._at()
        return self._sources[at].name if at < len(self._sources) else self._plan.query

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """The saved searches, after those of the screen itself."""
        own = (
            Source(self.tr("All cards"), ""),
            Source(self.tr("What I got wrong"), WRONG),
            Source(self.tr("What I learned this week"), LEARNED),
        )
        known = {source.query for source in own}
        saved = (Source(marked(one.name), one.query) for one in searches if one.query not in known)
        self._sources = (*own, *saved)

    def show_plan(self, plan: Plan) -> None:
        """Show these choices; what is being typed stays as it is."""
        self._plan = plan
        at = self._at()
        self._typing = self._typing or at == len(self._sources)
        names = [Choice(source.name) for source in self._sources]
        own = len(self._sources) if self._typing else at
        self.source.show_choices([*names, Choice(self.tr("A search of my own"))], own)
        self.query.setVisible(self._typing)
        if not self.query.hasFocus():
            self.query.setText(plan.query)
        mistakes = parse(plan.query).mistakes if self._typing else ()
        self._mistake.setText(" ".join(marked(MISTAKES[one.code], one.args) for one in mistakes))
        self._mistake.setVisible(bool(mistakes))
        self.by.show_choice(1 if plan.topics == "tag" else 0)
        self._some = self._some or bool(plan.kinds)
        self.kinds.show_choices(
            [Choice(self.tr("All kinds")), Choice(self.tr("Some kinds"))], 1 if self._some else 0
        )
        self._chips.setVisible(self._some)
        for name, chip in self.chips.items():
            chip.setChecked(not plan.kinds or name in plan.kinds)
        self.ask.show_choice(_ASKS.index(plan.ask))

    def _at(self) -> int:
        """Index of the source whose query the plan has; behind the last one if it has its own."""
        found = (at for at, one in enumerate(self._sources) if one.query == self._plan.query)
        return next(found, len(self._sources))

    # What the user does

    def _on_source(self, at: int) -> None:
        self._typing = at == len(self._sources)
        if self._typing:
            self.show_plan(self._plan)
            self.query.setFocus()
        else:
            self._take(self._sources[at].query)

    def _on_typed(self, text: str) -> None:
        self._pause.start()

    def _on_query(self) -> None:
        self._pause.stop()
        self._take(self.query.text().strip())

    def _take(self, query: str) -> None:
        if query != self._plan.query:
            self.changed.emit(replace(self._plan, query=query, shares={}))
        else:
            self.show_plan(self._plan)

    def _on_by(self, at: int) -> None:
        self.changed.emit(replace(self._plan, topics="tag" if at else "deck", shares={}))

    def _on_kinds(self, at: int) -> None:
        self._some = bool(at)
        self.changed.emit(replace(self._plan, kinds=()))

    def _on_chip(self) -> None:
        """All of them is the same as no choice, and so is none."""
        kinds = [each for each, chip in self.chips.items() if chip.isChecked()]
        self.changed.emit(replace(self._plan, kinds=() if len(kinds) == len(self.chips) else tuple(kinds)))

    def _on_ask(self, at: int) -> None:
        self.changed.emit(replace(self._plan, ask=_ASKS[at]))


class _Stack(QWidget):
    """A row and what belongs to it, hidden most of the time."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in widgets:
            column.addWidget(widget)
