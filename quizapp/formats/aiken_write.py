"""Choices as Aiken: plain lines, for nothing but a question and its options."""

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Final

from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.true_false import TrueFalse
from quizapp.core.problems import Problem
from quizapp.formats.base import Shipped, Written
from quizapp.formats.leaving import Leaving, lost_parts, notes, refused

_HELD: Final = frozenset({"q", "a", "wrong", "statement", "is"})
_MOST: Final = len(ascii_uppercase)
"""Options that have a letter."""


def lost(shipped: tuple[Shipped, ...], label: str) -> Iterator[Problem]:
    """What a line has no place for."""
    for leaving in notes(shipped):
        if _options(leaving) is None:
            yield refused(leaving, label)
            continue
        yield from lost_parts(leaving, label, _HELD)
        wrong = getattr(leaving.note.question, "wrong", ())
        if any(option.feedback or option.credit for option in wrong):
            args = {"what": "feedback and credit of options", "format": label}
            yield Problem(code="export_lost", where=leaving.where, args=args, card=leaving.front)


def write(shipped: tuple[Shipped, ...]) -> Written:
    """One file with the choices of all decks."""
    blocks = []
    for leaving in notes(shipped):
        options = _options(leaving)
        if options is not None:
            blocks.append(_block(_line(leaving, leaving.note.front()), options))
    return Written({"questions.txt": "\n".join(blocks).encode()}, len(blocks))


def _block(question: str, options: list[tuple[str, bool]]) -> str:
    lettered = list(zip(ascii_uppercase, options, strict=False))
    lines = [question, *(f"{letter}. {text}" for letter, (text, _) in lettered)]
    right = ", ".join(letter for letter, (_, is_right) in lettered if is_right)
    return "\n".join([*lines, f"ANSWER: {right}", ""])


def _options(leaving: Leaving) -> list[tuple[str, bool]] | None:
    """(text, whether it is right) of each option; None if there is no such card in Aiken."""
    question = leaving.note.question
    if isinstance(question, TrueFalse):
        return [("True", question.is_), ("False", not question.is_)]
    if not isinstance(question, Choice | Multi) or not question.a:
        return None
    right = (question.a,) if isinstance(question, Choice) else question.a
    wrong = tuple(option.text for option in question.wrong)
    texts = [(_line(leaving, text), at < len(right)) for at, text in enumerate((*right, *wrong))]
    return _mixed(texts) if len(texts) <= _MOST and all(text for text, _ in texts) else None


def _mixed(options: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """In an order that does not tell which is right, and is the same each time."""
    return sorted(options, key=lambda option: option[0].casefold())


def _line(leaving: Leaving, text: str) -> str:
    return " ".join(leaving.note.plain_of(text).split())
