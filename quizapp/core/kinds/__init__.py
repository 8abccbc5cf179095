"""The registry of question kinds: a new kind is its module, its widget, its example, and its name here."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from msgspec.structs import replace

from quizapp.core.kinds.base import (
    Answer,
    Blank,
    Complaint,
    Context,
    DontKnow,
    Prompt,
    Question,
    Revealed,
    Shape,
    Verdict,
)
from quizapp.core.kinds.base import Kind as Kind
from quizapp.core.kinds.basic import BASIC
from quizapp.core.kinds.categorise import CATEGORISE
from quizapp.core.kinds.choice import CHOICE
from quizapp.core.kinds.cloze import CLOZE
from quizapp.core.kinds.date import DATE
from quizapp.core.kinds.image import IMAGE
from quizapp.core.kinds.list import LIST
from quizapp.core.kinds.match import MATCH
from quizapp.core.kinds.multi import MULTI
from quizapp.core.kinds.numeric import NUMERIC
from quizapp.core.kinds.open import OPEN
from quizapp.core.kinds.order import ORDER
from quizapp.core.kinds.spelling import Spelling
from quizapp.core.kinds.true_false import TRUE_FALSE
from quizapp.core.kinds.typed import TYPED
from quizapp.core.kinds.verdict import VERDICT

AnyKind = Kind[Any, Any, Any]

KINDS: tuple[AnyKind, ...] = (
    CLOZE,
    NUMERIC,
    DATE,
    TRUE_FALSE,
    VERDICT,
    ORDER,
    LIST,
    MATCH,
    CATEGORISE,
    IMAGE,
    OPEN,
    CHOICE,
    MULTI,
    TYPED,
    BASIC,
)
"""Asked in this order whether a card is theirs; among those without a unique key basic takes what is left."""

_BY_QUESTION = {kind.question: kind for kind in KINDS}
_BY_NAME = {kind.name: kind for kind in KINDS}


def kind_of(question: Question) -> AnyKind:
    """The kind that a question belongs to."""
    return _BY_QUESTION[type(question)]


def find_kind(keys: Mapping[str, Shape], flags: Mapping[str, str], named: str = "") -> AnyKind | Complaint:
    """The kind of a card as it is written, or what keeps it from having one.

    keys: what stands behind each key; flags: the raw text of the scalar keys; named: the text of `kind:`.
    """
    if named:
        names = {"name": named, "known": ", ".join(sorted(_BY_NAME))}
        return _BY_NAME.get(named) or ("kind_unknown", "kind", names)
    unique = sorted({kind.unique_key for kind in KINDS} & keys.keys(), key=tuple(keys).index)
    if len(unique) > 1:
        return "kinds_two", unique[1], {"first": unique[0], "second": unique[1]}
    settled = unique[0] if unique else ""
    claims = (kind for kind in KINDS if kind.unique_key == settled and kind.claims(keys, flags))
    return next(claims, ("list_without_wrong", "a", {}))


def grade(
    kind: AnyKind,
    question: Question,
    prompt: Prompt,
    answer: Answer,
    context: Context,
) -> Verdict:
    """What an answer earns: the one door to grading, for study and exam alike."""
    code = _UNANSWERED.get(type(answer), "")
    scored = kind.scored(question, prompt.part)
    if not code or (isinstance(answer, Revealed) and not scored):
        return kind.grade(question, prompt, answer, context)
    return Verdict(
        outcome="blank" if code == "blank" else "unknown",
        fraction=Fraction(0) if scored else None,
        because=code,
        parts=kind.solution(question, prompt, context),
        expected=kind.expected(question, prompt.part, context),
    )


def strictly(question: Question) -> Question | None:
    """The question without its excuse for slips of the fingers; None if it has none."""
    forgiving = isinstance(question, Spelling) and question.typos != "off"
    return replace(question, typos="off") if forgiving else None


_UNANSWERED: Mapping[type[Answer], str] = {
    DontKnow: "unknown",
    Blank: "blank",
    Revealed: "revealed_first",
}
"""Answers that all kinds take alike -> the reason; a card that is scored must not be revealed first."""
