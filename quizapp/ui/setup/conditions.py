"""Under which conditions the exam is taken: a switch or a number each, and the draw."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.plan import Plan
from quizapp.ui.setup.drawing import DrawRow
from quizapp.ui.setup.questions import PADDING, RADIUS
from quizapp.ui.setup.rows import ControlRow, RowStack
from quizapp.ui.widgets.numberbox import NumberBox
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.segments import Segments
from quizapp.ui.widgets.switch import Switch

_MINUTES, _LONGEST = 30, 600
"""What a time limit begins with, and can be at most."""
_TRIES = 3


class ConditionsPanel(Panel):
    """Rows of switches; the last is the code of the draw."""

    changed = Signal(object)
    """The Plan as the user wants it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=PADDING, parent=parent)
        self._plan = Plan()
        self._last_minutes = _MINUTES
        limit, sure = self.tr("Time limit"), self.tr("Ask how sure I am")
        self.limit, self.sure = Switch(limit), Switch(sure)
        self.minutes = NumberBox(self.tr("Minutes"), 1, _LONGEST, unit=self.tr("min"))
        self.tries = NumberBox(self.tr("Tries for each question"), 1, _TRIES)
        self.pass_mark = NumberBox(self.tr("Pass mark, per cent"), 0, 100, unit="%")
        self.feedback = Segments(self.tr("Feedback"), (self.tr("At the end"), self.tr("At once")))
        self.draw = DrawRow()
        self.switches = {
            "shuffle": Switch(self.tr("Mix the order")),
            "skip": Switch(self.tr("Skip and return")),
            "met_only": Switch(self.tr("Only cards I have met")),
        }
        self._limit_row = ControlRow(limit, self.minutes, self.limit)
        self._sure_row = ControlRow(sure, self.sure)
        self._tries_row = ControlRow(self.tr("Tries"), self.tries)
        self._stack = RowStack(
            self._limit_row,
            *(ControlRow(one.accessibleName(), one) for one in self.switches.values()),
            self._sure_row,
            ControlRow(self.tr("Feedback"), self.feedback),
            self._tries_row,
            ControlRow(self.tr("Pass mark"), self.pass_mark),
            self.draw,
        )
        self.content.addWidget(self._stack)
        self._connect()

    def _connect(self) -> None:
        self.limit.clicked.connect(self._on_limit)
        self.minutes.chosen.connect(self._on_minutes)
        self.tries.chosen.connect(self._on_tries)
        self.pass_mark.chosen.connect(self._on_pass_mark)
        self.feedback.chosen.connect(self._on_feedback)
        for switch in (self.sure, *self.switches.values()):
            switch.clicked.connect(self._on_switch)

    def show_plan(self, plan: Plan, code: str) -> None:
        """code: of the draw, also where the plan leaves it open."""
        self._plan = plan
        self.limit.setChecked(plan.minutes > 0)
        self.minutes.setVisible(plan.minutes > 0)
        self.minutes.show_number(plan.minutes or self._last_minutes)
        self._limit_row.show_note("" if plan.minutes else self.tr("none"))
        for name, switch in self.switches.items():
            switch.setChecked(getattr(plan, name))
        needed = plan.marking == "certainty"
        self.sure.setChecked(plan.confidence or needed)
        self.sure.setEnabled(not needed)
        self._sure_row.show_note(self.tr("needed") if needed else "")
        self.feedback.show_choice(1 if plan.feedback == "each" else 0)
        self._stack.show_row(self._tries_row, plan.feedback == "each")
        self.tries.show_number(plan.tries)
        self.pass_mark.show_number(plan.pass_percent)
        self.draw.show_code(code)

    def _set(self, **values: object) -> None:
        self.changed.emit(replace(self._plan, **values))

    def _on_switch(self) -> None:
        states = {name: switch.isChecked() for name, switch in self.switches.items()}
        needed = self._plan.marking == "certainty"
        self._set(confidence=self._plan.confidence if needed else self.sure.isChecked(), **states)

    def _on_limit(self) -> None:
        self._set(minutes=self._last_minutes if self.limit.isChecked() else 0)

    def _on_minutes(self, minutes: int) -> None:
        self._last_minutes = minutes
        self._set(minutes=minutes)

    def _on_tries(self, tries: int) -> None:
        self._set(tries=tries)

    def _on_pass_mark(self, percent: int) -> None:
        self._set(pass_percent=percent)

    def _on_feedback(self, at: int) -> None:
        """Further tries make sense only where one is told."""
        self._set(feedback="each" if at else "end", tries=self._plan.tries if at else 1)
