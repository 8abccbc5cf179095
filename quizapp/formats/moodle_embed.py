"""Texts with gaps as Moodle has them: the answers of each stand in the text, in braces."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from html import escape
from typing import Final

from quizapp.core.kinds.gaps import Task
from quizapp.core.kinds.holes import fill
from quizapp.formats.markup import to_plain
from quizapp.formats.moodle_nears import nears
from quizapp.formats.moodle_sheet import Sheet, percent, written

Html = Callable[[str], str]
_MARK: Final = "\U0010fffc"
"""A private character: stands round the number of a gap while the text becomes HTML."""
_MARKED: Final = re.compile(f"{_MARK}(\\d+){_MARK}")
_SIGNS: Final = re.compile(r"[~#}\\/\"]")
_ENTITIES: Final = {"=": "&#61;", "{": "&#123;"}


def embedded(sheet: Sheet, html: Html) -> str:
    """The HTML of a text with its gaps."""
    count = 0

    def mark(_hole: object) -> str:
        nonlocal count
        count += 1
        return f"{_MARK}{count - 1}{_MARK}"

    shown = html(fill(sheet.q, mark))
    literal = re.sub(r"\{(?=\d*:[A-Z])", "&#123;", shown)
    return _MARKED.sub(lambda match: _gap(sheet.tasks[int(match[1])], html), literal)


def _gap(task: Task, html: Html) -> str:
    return _WAYS[task.way](task, html)


def _typed(task: Task, html: Html) -> str:
    spelled = task.spelled()
    name = "SHORTANSWER_C" if spelled.case == "exact" else "SHORTANSWER"
    right = _plain(spelled.a).replace("*", "\\*")
    forms = [(right, Decimal(1), ""), *((_plain(one.text), one.credit, "") for one in spelled.accept)]
    return _written(name, forms)


def _number(task: Task, html: Html) -> str:
    forms = []
    for one in nears(task.quantity, task.key):
        middle, off = (one.low + one.high) / 2, (one.high - one.low) / 2 + one.within
        forms.append((written(middle) + (f":{written(off)}" if off else ""), one.credit, ""))
    return _written("NUMERICAL", forms)


def _choice(task: Task, html: Html) -> str:
    right = (guarded(html(task.hole.markdown)), Decimal(1), "")
    wrong = ((guarded(html(one.text)), one.credit, guarded(html(one.feedback))) for one in task.spec.wrong)
    return _written("MULTICHOICE", [right, *wrong])


def _plain(text: str) -> str:
    return guarded(escape(" ".join(to_plain(text).split()), quote=False))


def _written(name: str, forms: Iterable[tuple[str, Decimal, str]]) -> str:
    """forms: (answer, credit, feedback), the right one first."""
    parts = []
    for text, credit, feedback in forms:
        sign = "=" if credit == 1 else f"~%{written(percent(credit))}%" if credit else "~"
        parts.append(f"{sign}{text}" + (f"#{feedback}" if feedback else ""))
    return f"{{1:{name}:{'~'.join([parts[0], *(part.removeprefix('~') for part in parts[1:])])}}}"


def guarded(html: str) -> str:
    """HTML whose signs mean themselves in a gap."""
    numbered = re.sub(r"[={]", lambda match: _ENTITIES[match[0]], _SIGNS.sub(r"\\\g<0>", html))
    return re.sub(r"&\\#", "&#", numbered).replace("\n", " ")


_WAYS: Final = {"typed": _typed, "number": _number, "choice": _choice}
