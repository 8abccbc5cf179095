"""The tasks of the table: tag, move, set due, pin ids."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.deck import Status
from quizapp.core.problems import QuizError
from quizapp.store.browse_rows import Row
from quizapp.ui.browse.task import Task, Write, WritingTask, small_field
from quizapp.ui.browse.writing import NOTHING, Plan, Planner
from quizapp.ui.i18n import date_of
from quizapp.ui.widgets.dropdown import Choice, DropDown
from quizapp.ui.widgets.label import label

_AWAY = "-"
_KEYS = ("status", "by", "source", "at")
"""In the order in which they are offered."""
_FARTHEST = 36_500
"""Days ahead."""


class TagTask(WritingTask):
    """Gives tags to cards, and takes tags from them."""

    def __init__(self, rows: Sequence[Row], planner: Planner, write: Write) -> None:
        super().__init__(self.tr("Tag %n cards", "", len(rows)), write)
        self._rows, self._planner = rows, planner
        self.field = small_field(self.tr("Tags"), self.tr("kingpin, people, -old"))
        self.field.textChanged.connect(self.plan_soon)
        self.field.submitted.connect(self.act.click)
        hint = self.tr("Separate tags by commas; a minus before a tag takes it away.")
        self.controls.addWidget(self.field)
        self.controls.addWidget(label("small", hint, "mut", wrap=True))
        self.controls.addStretch(1)
        self.plan_now()

    @property
    def first(self) -> QWidget:
        return self.field

    def make_plan(self) -> Plan:
        words = [word.strip() for word in self.field.text().split(",")]
        drop = [word[1:].strip() for word in words if word[1:].strip() and word.startswith("-")]
        add = [word for word in words if word and not word.startswith("-")]
        if not add and not drop:
            return NOTHING
        return self._planner.tags(self._rows, add, drop)

    def words(self, plan: Plan) -> str:
        return self.tr("Tag %n cards", "", plan.cards)

    def done_words(self, plan: Plan) -> str:
        return self.tr("%n cards tagged", "", plan.cards)


class MoveTask(WritingTask):
    """Takes cards to the end of another deck; their progress goes with them."""

    def __init__(
        self, rows: Sequence[Row], decks: Mapping[Path, str], planner: Planner, write: Write
    ) -> None:
        super().__init__(self.tr("Move %n cards", "", len(rows)), write)
        self._rows, self._planner = rows, planner
        here = {Path(row.path) for row in rows}
        self._paths = [path for path in decks if here != {path}]
        self.deck = DropDown(self.tr("To the deck"))
        self._choices = [Choice(f"{decks[path]}  ({path.name})") for path in self._paths]
        self.deck.show_choices(self._choices, 0 if self._choices else -1)
        self.deck.chosen.connect(self._choose)
        self.controls.addWidget(label("label", self.tr("To the deck"), "mut"))
        self.controls.addWidget(self.deck)
        self.controls.addStretch(1)
        self.plan_now()

    @property
    def first(self) -> QWidget:
        return self.deck

    def _choose(self, at: int) -> None:
        self.deck.show_choices(self._choices, at)
        self.plan_soon()

    def make_plan(self) -> Plan:
        return self._planner.move(self._rows, self._paths[self.deck.at]) if self._paths else NOTHING

    def words(self, plan: Plan) -> str:
        return self.tr("Move %n cards", "", plan.files[0].cards if plan.files else 0)

    def done_words(self, plan: Plan) -> str:
        return self.tr("%n cards moved", "", plan.files[0].cards)


class KeyTask(WritingTask):
    """Gives cards the same source, or says how their content stands."""

    def __init__(self, rows: Sequence[Row], planner: Planner, write: Write) -> None:
        super().__init__(self.tr("Set source or status of %n cards", "", len(rows)), write)
        self._rows, self._planner = rows, planner
        names = (self.tr("Status"), self.tr("Held by"), self.tr("Source"), self.tr("Place in the source"))
        self._choices = [Choice(name) for name in names]
        self.key = DropDown(self.tr("What to set"))
        self.key.show_choices(self._choices, 0)
        self.key.chosen.connect(self._choose)
        self.value = small_field(self.tr("Its value"))
        self.value.textChanged.connect(self.plan_soon)
        self.value.submitted.connect(self.act.click)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.key, 1)
        line.addWidget(self.value, 2)
        self._hint = label("small", token="mut", wrap=True)
        self.controls.addLayout(line)
        self.controls.addWidget(self._hint)
        self.controls.addStretch(1)
        self._choose(0)

    @property
    def first(self) -> QWidget:
        return self.value

    def _choose(self, at: int) -> None:
        self.key.show_choices(self._choices, at)
        hints = (
            self.tr("fact, claim, forecast or background; a claim or forecast needs who holds it."),
            self.tr("Who holds the claim or forecast."),
            self.tr("A name from the deck’s sources, or a citation in words."),
            self.tr("Such as page 12."),
        )
        self._hint.setText(f"{hints[at]} {self.tr('A minus alone takes it away.')}")
        self.plan_soon()

    def make_plan(self) -> Plan:
        key, value = _KEYS[self.key.at], " ".join(self.value.text().split())
        if not value:
            return NOTHING
        if key == "status" and value not in (*get_args(Status), _AWAY):
            raise QuizError("edit_refused", reason=self.tr("“{value}” is no status").format(value=value))
        return self._planner.keys(self._rows, {key: None if value == _AWAY else value})

    def words(self, plan: Plan) -> str:
        if self.value.text().strip() == _AWAY:
            return self.tr("Take it from %n cards", "", plan.cards)
        return self.tr("Set it in %n cards", "", plan.cards)

    def done_words(self, plan: Plan) -> str:
        return self.tr("%n cards changed", "", plan.cards)


class PinTask(WritingTask):
    """Writes the ids of cards into their files."""

    def __init__(self, rows: Sequence[Row], planner: Planner, write: Write) -> None:
        super().__init__(self.tr("Pin ids"), write)
        self._rows, self._planner = rows, planner
        why = self.tr("With an id in the file, a card keeps its progress through any change of its text.")
        self.controls.addWidget(label("small", why, "mut", wrap=True))
        self.controls.addStretch(1)
        self.plan_now()

    def make_plan(self) -> Plan:
        return self._planner.pin(self._rows)

    def words(self, plan: Plan) -> str:
        return self.tr("Pin %n ids", "", plan.cards)

    def done_words(self, plan: Plan) -> str:
        return self.tr("%n ids pinned", "", plan.cards)


class DueTask(Task):
    """Asks on which day cards are to come back."""

    def __init__(
        self, rows: Sequence[Row], today: int, set_due: Callable[[int], None], parent: QWidget | None = None
    ) -> None:
        """set_due: takes the study day."""
        studied = sum(1 for row in rows if row.due_day is not None)
        super().__init__(self.tr("Set due"), parent)
        self._today, self._set_due, self._studied = today, set_due, studied
        self.field = small_field(self.tr("In how many days, or on which date"), self.tr("7"))
        self.field.textChanged.connect(self._refresh)
        self.field.submitted.connect(self.act.click)
        self.controls.addWidget(label("label", self.tr("In how many days, or on which date"), "mut"))
        self.controls.addWidget(self.field)
        if studied < len(rows):
            left = self.tr("%n cards were never studied and stay new.", "", len(rows) - studied)
            self.controls.addWidget(label("small", left, "mut", wrap=True))
        self.controls.addStretch(1)
        self._refresh()

    @property
    def first(self) -> QWidget:
        return self.field

    @property
    def day(self) -> int | None:
        """The study day that was written; None if it is none."""
        text = self.field.text().strip()
        if text.isdecimal():
            return self._today + int(text) if int(text) <= _FARTHEST else None
        date = QDate.fromString(text, "yyyy-MM-dd")
        days = date_of(self._today).daysTo(date) if date.isValid() else -1
        return self._today + days if 0 <= days <= _FARTHEST else None

    def _refresh(self) -> None:
        day = self.day
        self.act.setEnabled(day is not None and self._studied > 0)
        self.act.setText(self.tr("Set %n cards", "", self._studied))
        if day is None:
            self.says.setText(self.tr("Write a number of days, or a date such as 2026-12-24."))
        else:
            date = QLocale().toString(date_of(day), QLocale.FormatType.LongFormat)
            self.says.setText(self.tr("They come back on {date}.").format(date=date))

    def perform(self) -> None:
        if (day := self.day) is None:
            raise QuizError("edit_refused", reason=self.tr("this is no day"))
        self._set_due(day)
