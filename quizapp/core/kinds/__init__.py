"""The registry of question kinds: a new kind is its module, its widget, its example, and its name here."""

from quizapp.core.kinds.base import Kind as Kind
from quizapp.core.kinds.base import Question
from quizapp.core.kinds.basic import BASIC

KINDS: tuple[Kind, ...] = (BASIC,)  # type: ignore[type-arg]

_BY_QUESTION = {kind.question: kind for kind in KINDS}


def kind_of(question: Question) -> Kind:  # type: ignore[type-arg]
    """The kind that a question belongs to."""
    return _BY_QUESTION[type(question)]
