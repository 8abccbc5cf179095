"""A card tried out: asked and judged as when it is studied, with nothing kept of it. Values."""

from collections.abc import Callable, Mapping, Sequence

from quizapp.core import ratings
from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Note
from quizapp.core.desk import Asked, Judged
from quizapp.core.kinds import grade
from quizapp.core.kinds.base import (
    Answer,
    Context,
    DontKnow,
    Filled,
    PartMark,
    Picked,
    Picks,
    Revealed,
    Typed,
)
from quizapp.core.session import Item

_SEED = 3


def asked(note: Note, deck: Deck, part: str = "") -> Asked:
    """The card as a question; a part that the note does not have is its first. Always in the same order."""
    parts = note.parts
    part = part if part in parts else next(iter(parts), "")
    prompt = note.kind.ask(note.question, part, _SEED)
    return Asked(
        item=Item(0, "", 0, 0, part),
        note=note,
        question=note.question,
        prompt=prompt,
        deck=deck,
        memory=None,
        seed=_SEED,
        position=1,
        total=1,
        seen=0,
    )


def judged(asked: Asked, answer: Answer) -> Judged:
    """What an answer earns. One that can be read in several ways is taken in the first of them."""
    context = _context(asked)
    readings = asked.kind.readings(asked.question, asked.prompt, answer, context)
    return _judged(asked, readings[0].answer if len(readings) > 1 else answer, context)


def solved(asked: Asked) -> Judged:
    """The right answer; "I don't know", which shows it, where none can be made up: for pairs and orders."""
    context = _context(asked)
    marks = asked.kind.solution(asked.question, asked.prompt, context)
    expected = asked.kind.expected(asked.question, asked.prompt.part, context)
    parts = marks or (PartMark(key="", mark="missed", expected=expected),)
    make = _ANSWERS.get(asked.kind.answer, _unknown) if asked.scored else _revealed
    tried = _judged(asked, make(parts), context)
    is_right = tried.verdict.outcome in ("correct", "unscored")
    return tried if is_right else _judged(asked, DontKnow(), context)


def _context(asked: Asked) -> Context:
    return Contexts(asked.deck).of(asked.note, asked.prompt.part)


def _judged(asked: Asked, answer: Answer, context: Context) -> Judged:
    verdict = grade(asked.kind, asked.question, asked.prompt, answer, context)
    suggestion = ratings.suggest(verdict, None, 0, passing=asked.note.pass_)
    return Judged(answer=answer, verdict=verdict, suggestion=suggestion, intervals={}, now_ms=0)


def _right(parts: Sequence[PartMark]) -> list[str]:
    return [part.key for part in parts if part.mark == "missed"]


def _unknown(parts: Sequence[PartMark]) -> Answer:
    return DontKnow()


def _revealed(parts: Sequence[PartMark]) -> Answer:
    return Revealed()


_ANSWERS: Mapping[type[Answer], Callable[[Sequence[PartMark]], Answer]] = {
    Picked: lambda parts: Picked(next(iter(_right(parts)), "")),
    Picks: lambda parts: Picks(tuple(_right(parts))),
    Typed: lambda parts: Typed(parts[0].expected),
    Filled: lambda parts: Filled(tuple(part.expected for part in parts)),
}
"""What an answer of each sort is where the solution has these marks."""
