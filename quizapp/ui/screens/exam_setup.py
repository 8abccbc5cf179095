"""A new quiz or exam is set up: ready to start as it opens, and everything about it on one page."""

from msgspec.structs import replace
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.core.attempt import Attempt, Posed
from quizapp.core.plan import Plan
from quizapp.store import exams
from quizapp.store.exams import Past
from quizapp.ui import theme
from quizapp.ui.bindings import Bound
from quizapp.ui.examiner import Examiner
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, ExamHistory, OnPaper, Quiz, Round, RoundKind, Route, TakeExam
from quizapp.ui.screens.place import Place
from quizapp.ui.services import Changes
from quizapp.ui.setup.cards import CardsPanel
from quizapp.ui.setup.conditions import ConditionsPanel
from quizapp.ui.setup.marking import MarkingPanel
from quizapp.ui.setup.preset_desk import PresetDesk
from quizapp.ui.setup.presets import Presets
from quizapp.ui.setup.questions import QuestionsPanel
from quizapp.ui.setup.reckoner import Reckoned, Reckoner, make
from quizapp.ui.setup.rounds import RoundsPanel
from quizapp.ui.setup.summary import LeftOutPanel, StartPanel
from quizapp.ui.setup.unfinished import UnfinishedPanel, last_unfinished
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, Styled, announce
from quizapp.ui.work import Job

_WIDEST, _SIDE, _ROOMY = 820, 306, 700
"""Of the page, of the column at its end, and from which width the columns stand side by side; px."""
_ALL, _PADS = 16_777_215, 36
"""A widget's largest width in Qt; what a panel has at both sides."""


class QuizPlace(Styled, Place):
    """Panels show the plan and say how the user wants it; the page starts it."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._examiner = Examiner(kit.services, self)
        self._reckoner = Reckoner(kit.services, kit.work, self)
        self._plan, self._code = kit.services.settings.exam_plan, ""
        self._found: Reckoned | None = None
        self._making: Job | None = None
        self._beside = True
        self.questions, self.cards = QuestionsPanel(), CardsPanel()
        self.marking, self.conditions = MarkingPanel(), ConditionsPanel()
        self.summary, self.left_out = StartPanel(), LeftOutPanel()
        self.presets = PresetDesk(Presets(kit.services, kit.authoring, self), self)
        self.head = self.presets.head
        self.unfinished = UnfinishedPanel()
        self.rounds = RoundsPanel()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._page = page = Page(_WIDEST, top=20 - MARGIN, bottom=20)
        page.content.setSpacing(4)
        for widget in (self.head, self.presets.name, self.presets.told, self.unfinished):
            page.content.addWidget(widget)
        self._top = QVBoxLayout()
        self._top.setSpacing(4)
        page.content.addLayout(self._top)
        self._end = QWidget()
        self._side = QVBoxLayout(self._end)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(4)
        for panel in (self.summary, self.conditions, self.left_out, self.rounds):
            self._side.addWidget(panel)
        self._side.addStretch(1)
        self._rest = QVBoxLayout()
        self._rest.setSpacing(4)
        for below in (self.questions, self.cards, self.marking):
            self._rest.addWidget(below)
        self._rest.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16 - 2 * MARGIN)
        self._columns.addLayout(self._rest, 1)
        self._columns.addWidget(self._end)
        page.content.addLayout(self._columns)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _connect(self) -> None:
        for panel in (self.questions, self.cards, self.marking, self.conditions):
            panel.changed.connect(self.take_plan)
        self.conditions.draw.typed.connect(self._on_code)
        self.conditions.draw.redraw_wanted.connect(self._on_redraw)
        self.summary.start.clicked.connect(self.start)
        self.rounds.wanted.connect(self._on_round)
        self.summary.paper.clicked.connect(self._on_paper)
        self._reckoner.reckoned.connect(self._show)
        self._reckoner.busy.connect(self.summary.show_busy)
        self._page.width_changed.connect(self._fit)
        self.head.plan_chosen.connect(self._on_chosen)
        self.head.history_wanted.connect(self._on_history)
        self.presets.renamed.connect(self.take_plan)
        self.presets.left.connect(self._focus_start)
        self.head.show_past(self._past)
        self.unfinished.resumed.connect(self._on_resumed)
        self.unfinished.given_up.connect(self._on_given_up)
        Bound(self, "setup")

    # What is shown

    def arrive(self, route: Route) -> None:
        assert isinstance(route, Quiz)
        self._reckoner.forget()
        self.cards.show_searches(self.kit.services.settings.saved_searches)
        self.unfinished.show_unfinished(last_unfinished(self.kit.services))
        self.presets.close()
        self._code = self._plan.code or self._examiner.new_code()
        plan = replace(self._plan, query=route.query, shares={}) if route.query else self._plan
        self.take_plan(plan)
        self._focus_start()

    def _focus_start(self) -> None:
        """What is unfinished comes first."""
        (self.summary.start if self.unfinished.isHidden() else self.unfinished.go_on).setFocus()

    def take_changes(self, changes: Changes) -> None:
        if changes.library or changes.progress:
            self._reckoner.forget()
        if changes.settings:
            self.cards.show_searches(self.kit.services.settings.saved_searches)
        self.take_plan(self._plan)

    def leave(self) -> None:
        self._reckoner.stop()
        self._stop_making()

    def take_plan(self, plan: Plan) -> None:
        """This is what the exam shall be."""
        self._plan = plan
        self._stop_making()
        self._reckoner.ask(plan)

    def _show(self, found: Reckoned) -> None:
        self._found = found
        plan, outline = found.plan, found.outline
        self.presets.show_plan(plan, self.cards.words)
        self.questions.show_plan(plan, outline)
        self.cards.show_plan(plan)
        self.marking.show_plan(plan)
        self.conditions.show_plan(plan, self._code)
        self.left_out.show_outline(outline)
        before = self.summary.words
        self.summary.show_plan(plan, outline, len(found.cards))
        if self.summary.words != before and not self.summary.start.hasFocus():
            announce(self, self.summary.words)

    # What the user does

    def start(self) -> None:
        """Make the paper and sit down for it."""
        found = self._found
        if found is None or not self.summary.start.isEnabled():
            return
        if not self._reckoner.many:
            self._sit_down(self._examiner.begin(found.plan, self._title(found), found.cards, self._code))
            return
        self.summary.show_making()
        db, work = self.kit.services.db, self.kit.work
        self._making = work.run(make, db, found, self._code, on_done=self._on_made, on_failed=self._on_failed)

    def _on_made(self, questions: tuple[Posed, ...]) -> None:
        found, self._making = self._found, None
        assert found is not None  # whatever changes it cancels the making
        self._sit_down(self._examiner.begin_with(found.plan, self._title(found), questions, self._code))

    def _on_failed(self, error: Exception) -> None:
        """It has been reported."""
        self.take_plan(self._plan)

    def _stop_making(self) -> None:
        if self._making is not None:
            self._making.cancel()
            self._making = None

    def _sit_down(self, attempt: Attempt | None) -> None:
        if attempt is None:
            self.summary.show_impossible()
            return
        self.kit.services.set("exam_plan", replace(attempt.plan, code=""), self)
        self.go.emit(TakeExam(session_id=attempt.session_id))

    def _on_round(self, kind: RoundKind) -> None:
        self.go.emit(Round(kind=kind, query=self._plan.query))

    def _on_paper(self) -> None:
        """The same questions, to be printed or saved."""
        if (found := self._found) is not None:
            self.go.emit(OnPaper(plan=found.plan, title=self._title(found), code=self._code))

    def _title(self, found: Reckoned) -> str:
        """The preset, the one deck it is about, or how the cards were chosen."""
        asked = [topic.name for topic in found.outline.topics if topic.count]
        only = asked[0] if len(asked) == 1 else ""
        return found.plan.title or only or self.cards.words

    def _on_code(self, code: str) -> None:
        """Typed: it is the plan's own from now on; emptied, the draw is open again."""
        self._code = code or self._examiner.new_code()
        self.take_plan(replace(self._plan, code=code))

    def _on_redraw(self) -> None:
        self._code = self._examiner.new_code()
        self.take_plan(replace(self._plan, code=""))
        announce(self, self._code)

    def back(self) -> None:
        """Out of what is open, then back."""
        if not self.presets.leave_name():
            self.go.emit(Back())

    def _on_resumed(self, session_id: str) -> None:
        self.go.emit(TakeExam(session_id=session_id))

    def _on_given_up(self, session_id: str) -> None:
        self._examiner.give_up(session_id)
        self.unfinished.show_unfinished(last_unfinished(self.kit.services))
        self._focus_start()

    def _on_history(self) -> None:
        self.go.emit(ExamHistory())

    def _past(self) -> tuple[Past, ...]:
        return exams.history(self.kit.services.db)

    def _on_chosen(self, plan: Plan) -> None:
        self._code = plan.code or self._examiner.new_code()
        self.take_plan(plan)
        self._focus_start()

    def undo(self) -> None:
        """Take back what was done with a preset last."""
        self.presets.undo()

    # Build

    def restyle(self) -> None:
        self._fit(self._page.text_width)

    def _fit(self, width: int) -> None:
        """Without room for two columns the start stands above all else, the conditions below."""
        beside = width >= theme.px(_ROOMY) and theme.roomy()
        side = theme.px(_SIDE) + 2 * MARGIN
        self._end.setMinimumWidth(side if beside else 0)
        self._end.setMaximumWidth(side if beside else _ALL)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        if beside != self._beside:  # a widget that is moved loses the focus
            self._beside = beside
            (self._side if beside else self._top).insertWidget(0, self.summary)
        self.head.fit(beside=beside)
        self.questions.fit((width - side - 16 if beside else width) - _PADS)
