"""What an import would do: how many cards, what is left out and why, what is otherwise; and what it did."""

import json
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.problems import Problem
from quizapp.store.examining import Examined
from quizapp.ui.models.cards import CardModel
from quizapp.ui.report import words_of
from quizapp.ui.saving import save_as
from quizapp.ui.screens.card_rows import CardDelegate
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.rows import RowTable

_MOST = 2000
"""Rows of the list; the saved report has all."""


class Line(Struct, frozen=True):
    """A row of the report."""

    place: str
    words: str
    raw: str
    weight: str
    """error, warning or conflict."""


class _Model(CardModel):
    """A place with its reason, and the raw text at the end."""

    def front(self, value: Line) -> str:
        return f"{value.place}: {value.words}" if value.place else value.words

    def aside(self, value: Line) -> str:
        return value.raw

    def sentence(self, value: Line) -> str:
        return ", ".join(filter(None, (self.front(value), value.raw)))


class ReportPanel(Panel):
    """Counts in a line, then a row for each thing that is to be told."""

    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(14, 8, 10, 8), parent=parent)
        self._found: Examined | None = None
        self.ready, self.left, self.more = (label(role) for role in ("strong", "strong", "row"))
        self.save = Button("link", self.tr("Save report"), height=30, pad=10)
        self.save.clicked.connect(self._on_save)
        self._good, self._warn = Icon("check", size=16, token="good"), Icon("warning", size=16, token="warn")
        self._model = _Model(self)
        self.table = RowTable(CardDelegate())
        self.table.setAccessibleName(self.tr("What is to be told"))
        self.table.setModel(self._model)
        self.content.addWidget(
            Flow(self._good, self.ready, self._warn, self.left, self.more, self.save, gap=8)
        )
        self.content.addWidget(self.table)

    def show_examined(self, found: Examined) -> None:
        self._found = found
        plan = found.plan
        count = len(found.imported.reviews) or plan.added + plan.updated
        words = (
            self.tr("%n answers ready", "", count)
            if found.imported.reviews
            else self.tr("%n cards ready", "", count)
        )
        self.ready.setText(words)
        left = len(plan.skipped)
        self.left.setText(self.tr("%n left out", "", left))
        self._warn.setVisible(left > 0)
        self.left.setVisible(left > 0)
        self.more.setText(self._more(found))
        self.more.setVisible(bool(self.more.text()))
        lines = lines_of(found, self)
        self._model.show_values(tuple(lines[:_MOST]))
        self.table.setVisible(bool(lines))
        self.save.setVisible(bool(lines))

    def _more(self, found: Examined) -> str:
        plan = found.plan
        parts = [
            self.tr("%n as they were", "", plan.unchanged) if plan.unchanged else "",
            self.tr("%n updated", "", plan.updated) if plan.updated else "",
            self.tr("%n pictures and sounds", "", len(plan.media)) if plan.media else "",
        ]
        return ", ".join(filter(None, parts))

    def _on_save(self) -> None:
        found = self._found
        if found is not None:
            save_as(
                self, self.tr("import report"), {".json": lambda: report_of(found), ".txt": self._as_text}
            )

    def _as_text(self) -> bytes:
        assert self._found is not None
        lines = lines_of(self._found, self)
        return "".join(f"{one.place}\t{one.words}\t{one.raw}\n" for one in lines).encode()


def lines_of(found: Examined, owner: QObject) -> list[Line]:
    """Everything that is to be told: what is left out, cards that both sides changed, what is otherwise."""
    plan = found.plan
    lines = [_line(found, problem) for problem in plan.skipped]
    for deck in plan.decks:
        words = owner.tr("changed here and in the source; yours stays")
        lines += [Line(conflict.front, words, "", "conflict") for conflict in deck.conflicts]
        if deck.removed:
            words = owner.tr("%n cards that you took out stay out", "", deck.removed)
            lines.append(Line(deck.title, words, "", "warning"))
        if deck.gone:
            words = owner.tr("%n cards are no longer in the source; they stay", "", deck.gone)
            lines.append(Line(deck.title, words, "", "warning"))
    return lines + [_line(found, problem) for problem in plan.warnings]


def _line(found: Examined, problem: Problem) -> Line:
    place = f"{found.format.unit.capitalize()} {problem.where.line}" if problem.where.line else ""
    return Line(place, words_of(problem), problem.card, problem.severity)


def report_of(found: Examined) -> bytes:
    """The whole report as JSON, as the command line prints it."""
    plan = found.plan
    report: dict[str, Any] = {
        "read": plan.read,
        "imported": plan.added,
        "updated": plan.updated,
        "unchanged": plan.unchanged,
        "skipped": _entries(found, plan.skipped),
        "warnings": _entries(found, plan.warnings),
        "decks": [str(deck.opened.path) for deck in plan.decks],
    }
    return json.dumps(report, ensure_ascii=False, indent=1).encode()


def _entries(found: Examined, problems: Sequence[Problem]) -> list[dict[str, str]]:
    return [
        {"where": f"{found.format.unit} {one.where.line}", "reason": one.message, "text": one.card}
        for one in problems
    ]


def size_words(size: int) -> str:
    """Bytes as people say them."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
