"""Questions of any kind as a question and an answer in words, for formats that know nothing else."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Final, NamedTuple

from quizapp.core.kinds.base import Question
from quizapp.core.kinds.forms import Boxes, Form, Pairing, Ranks
from quizapp.core.kinds.image import Image
from quizapp.core.kinds.open import Open
from quizapp.formats.leaving import Leaving

UNSPEAKABLE: Final[frozenset[type[Question]]] = frozenset({Image})
"""Kinds that no words can ask."""


class Sides(NamedTuple):
    """A question in words; both Markdown."""

    front: str
    back: str


def sides(leaving: Leaving) -> Sides:
    """The one question that a note of a kind with one part asks. Options stand below it, in an order that
    says nothing about them and is the same each time."""
    note = leaving.note
    seed = int.from_bytes(blake2b(leaving.front.encode("utf-8", "surrogatepass"), digest_size=6).digest())
    prompt = note.kind.ask(note.question, "", seed)
    form: Form = note.kind.printed(note.question, prompt)
    options = _OPTIONS.get(type(form), _none)(form)
    listed = "\n".join(f"- {' '.join(option.split())}" for option in options)
    beside = " · ".join(" ".join(text.split()) for text in form.rights) if isinstance(form, Pairing) else ""
    front = "\n\n".join(part for part in (note.kind.front(note.question, ""), listed, beside) if part)
    return Sides(front, _back(note.question, note.kind.back(note.question, "")))


def _back(question: Question, back: str) -> str:
    """An essay's points stand below its model answer."""
    if isinstance(question, Open):
        points = "\n".join(f"- {' '.join(point.split())}" for point in question.check)
        return "\n\n".join(part for part in (question.a, points) if part)
    return back


def _none(form: Any) -> Sequence[str]:
    return ()


def _boxes(form: Boxes) -> Sequence[str]:
    return form.options


def _ranks(form: Ranks) -> Sequence[str]:
    return form.items


def _pairing(form: Pairing) -> Sequence[str]:
    return form.lefts


_OPTIONS: Final[Mapping[type[Form], Callable[[Any], Sequence[str]]]] = {
    Boxes: _boxes,
    Ranks: _ranks,
    Pairing: _pairing,
}
"""What there is to choose from."""
