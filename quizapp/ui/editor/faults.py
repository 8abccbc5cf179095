"""Where in the text a problem is shown: the stretch that is underlined, and the character at fault."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from quizapp.core.messages import Severity
from quizapp.core.problems import Problem

_WORD = re.compile(r"[^\s:,\[\]{}\"']+|\S")


class Fault(NamedTuple):
    """What is to be seen of a problem in its line; columns count characters from 0."""

    severity: Severity
    start: int
    end: int
    boxed: int = -1
    """Column of the character at fault; -1 for none."""


def faults(problems: Iterable[Problem], lines: "dict[int, tuple[int, str]]") -> dict[int, list[Fault]]:
    """Line -> what is wrong in it, errors last, so that they are painted over warnings.

    lines: line, from 1 -> its offset and its text; the others are left out.
    """
    found: dict[int, list[Fault]] = {}
    for problem in problems:
        line = problem.where.line
        if line in lines:
            found.setdefault(line, []).append(_fault(problem, *lines[line]))
    return {line: sorted(those, key=lambda fault: fault.severity == "error") for line, those in found.items()}


def _fault(problem: Problem, offset: int, text: str) -> Fault:
    column = max(0, min(problem.where.column - 1, len(text)))
    word = _WORD.match(text, column)
    start, end = column, word.end() if word else column
    fix = problem.fix
    if fix is not None and fix.start < fix.end and offset <= fix.start <= offset + column < fix.end:
        start, end = fix.start - offset, min(fix.end - offset, len(text))
    boxed = text.find(problem.args.get("character", "")[:1] or "\n", column)
    if problem.severity == "error" and boxed >= 0:
        behind = _WORD.search(text, boxed + 1)
        return Fault(problem.severity, boxed, behind.end() if behind else boxed + 1, boxed)
    return Fault(problem.severity, start, max(end, start))
