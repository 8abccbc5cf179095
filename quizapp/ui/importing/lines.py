"""What an import has to tell, in lines: what is left out, what both sides changed, what is otherwise."""

import json
from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct
from PySide6.QtCore import QObject

from quizapp.core.problems import Problem
from quizapp.formats.line_edits import other_separator
from quizapp.store.examining import Examined
from quizapp.store.import_plan import DeckPlan
from quizapp.ui.i18n import marked
from quizapp.ui.report import words_of

_SPLITTABLE = ("import_columns", "import_no_answer", "import_no_question")
_WHOLE = ("import_same", "import_duplicate_key")
"""Nothing in the line itself is wrong."""


class Line(Struct, frozen=True, kw_only=True):
    """A row of the report."""

    weight: Literal["error", "conflict", "warning"]
    place: str = ""
    words: str = ""
    raw: str = ""
    number: int = 0
    """Of the line that can be edited; 0: none can."""
    split: str = ""
    """The sign that would split it into values."""

    @property
    def key(self) -> tuple[str, str, str]:
        return self.place, self.words, self.raw


class Lines(QObject):
    """Says what an import has to tell."""

    def of(self, found: Examined) -> tuple[Line, ...]:
        """The gravest first: what is left out, then what both sides changed, then what is otherwise."""
        plan = found.plan
        lines = [_line(found, one) for one in sorted(plan.skipped, key=lambda one: one.where.line)]
        for deck in plan.decks:
            words = self.tr("{card}: changed here and in the source; yours stays")
            lines += [Line(weight="conflict", words=words.format(card=one.front)) for one in deck.conflicts]
            lines += [Line(weight="warning", words=f"{deck.title}: {one}") for one in self._kept(deck) if one]
        return (*lines, *(_line(found, problem) for problem in plan.warnings))

    def _kept(self, deck: DeckPlan) -> tuple[str, ...]:
        """What stays as it is here."""
        removed, gone = deck.removed, deck.gone
        return (
            self.tr("%n cards that you took out stay out", "", removed) if removed else "",
            self.tr("%n cards are no longer in the source and stay", "", gone) if gone else "",
        )


def unit_of(found: Examined) -> str:
    """What places of the source count, translated, in lower case."""
    return marked({"line": "line", "question": "question", "note": "note", "item": "item"}[found.format.unit])


def _line(found: Examined, problem: Problem) -> Line:
    number, unit = problem.where.line, unit_of(found)
    place = f"{unit[:1].upper()}{unit[1:]} {number}" if number else ""
    whole = found.raw.get(number, "") if problem.severity == "error" else ""
    split = ""
    if whole and problem.code in _SPLITTABLE and (separator := separator_of(found)):
        split = other_separator(whole, separator) if separator not in whole else ""
    return Line(
        weight="error" if problem.severity == "error" else "warning",
        place=place,
        words=words_of(problem),
        raw=whole or problem.card,
        number=number if whole and problem.code not in _WHOLE else 0,
        split=split,
    )


def separator_of(found: Examined) -> str:
    """The sign between the values of a table whose rows are lines; "" if the source is none."""
    values = {one.key: one.value for one in found.imported.choices}
    lines = values.get("rows", "\\n") == "\\n"
    return values.get("separator", "").replace("\\t", "\t") if lines else ""


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
        "conflicts": [f"{one.front}" for deck in plan.decks for one in deck.conflicts],
        "decks": [str(deck.opened.path) for deck in plan.decks],
    }
    return json.dumps(report, ensure_ascii=False, indent=1).encode()


def text_of(lines: Sequence[Line]) -> bytes:
    """The report as a text: a line each, in three columns."""
    return "".join(f"{one.place}\t{one.words}\t{one.raw}\n" for one in lines).encode()


def _entries(found: Examined, problems: Sequence[Problem]) -> list[dict[str, str]]:
    return [
        {
            "where": f"{found.format.unit} {one.where.line}",
            "reason": one.message,
            "code": one.code,
            "text": one.card,
        }
        for one in problems
    ]
