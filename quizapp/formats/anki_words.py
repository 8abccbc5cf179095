"""Kinds that Anki has nothing like: their question and their answer in words, as front and back."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Final

from quizapp.core.kinds.base import Question
from quizapp.core.kinds.categorise import Categorise
from quizapp.core.kinds.date import DateQuestion
from quizapp.core.kinds.list import ListQuestion
from quizapp.core.kinds.match import Match
from quizapp.core.kinds.numeric import Numeric
from quizapp.core.kinds.open import Open
from quizapp.core.kinds.order import Order
from quizapp.core.kinds.verdict import VERDICTS, VerdictQuestion
from quizapp.formats.anki_sheet import Outgoing, asked, bullets

Side = Callable[[Outgoing], str]
"""One side of a card as HTML."""


def _q(out: Outgoing) -> str:
    return out.html(out.question.q)


def _words(out: Outgoing) -> str:
    return out.html(out.leaving.note.kind.back(out.question, ""))


def _amount(out: Outgoing) -> str:
    """A number as the deck has it, with its unit and how far off counts."""
    question = out.question
    off = f" (± {question.tolerance[0].within})" if question.tolerance else ""
    return escape(" ".join([question.number, *question.unit[:1]]) + off)


def _near(out: Outgoing) -> str:
    """A date with how far off counts."""
    return _words(out) + (f" (± {escape(out.question.within)})" if out.question.within else "")


def _standing(out: Outgoing) -> str:
    return out.html(out.question.statement) + bullets(map(str.capitalize, VERDICTS))


def _shuffled(out: Outgoing) -> str:
    return _q(out) + bullets(map(out.html, asked(out).items))


def _in_order(out: Outgoing) -> str:
    return bullets((" / ".join(map(out.html, tied)) for tied in out.question.order), "ol")


def _names(out: Outgoing) -> str:
    tag = "ol" if out.question.ordered else "ul"
    return bullets((" / ".join(map(out.html, forms)) for forms in out.question.items), tag)


def _columns(out: Outgoing) -> str:
    shown = asked(out)
    return _q(out) + bullets(map(out.html, shown.lefts)) + bullets(map(out.html, dict.fromkeys(shown.rights)))


def _pairs(out: Outgoing) -> str:
    return bullets(f"{out.html(left)} → {out.html(right)}" for left, right in out.question.match)


def _groups(out: Outgoing) -> str:
    shown = asked(out)
    return _q(out) + bullets(map(out.html, shown.groups)) + bullets(map(out.html, shown.items))


def _sorted(out: Outgoing) -> str:
    return bullets(
        f"{out.html(group)}: {', '.join(map(out.html, items))}"
        for group, items in out.question.categories.items()
    )


def _model(out: Outgoing) -> str:
    model = f"<div>{out.html(out.question.a)}</div>" if out.question.a else ""
    return model + bullets(map(out.html, out.question.check))


IN_WORDS: Final[Mapping[type[Question], tuple[Side, Side]]] = {
    Numeric: (_q, _amount),
    DateQuestion: (_q, _near),
    VerdictQuestion: (_standing, _words),
    Order: (_shuffled, _in_order),
    ListQuestion: (_q, _names),
    Match: (_columns, _pairs),
    Categorise: (_groups, _sorted),
    Open: (_q, _model),
}
"""Front and back of each of them."""
