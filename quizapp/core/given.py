"""What was answered, in words, from what the log keeps of an answer."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Note
from quizapp.core.kinds import grade
from quizapp.core.kinds.answer import type_of
from quizapp.core.kinds.base import Context, Verdict
from quizapp.core.reviews import Graded

_TAG = "type"


class Given(Struct, frozen=True):
    """Plain words."""

    words: str
    """"" where nothing was given, or the words are not known any more."""
    because: str = ""
    """Code of the rule that decided, where its words are known: of `reasons.REASONS`."""
    args: dict[str, str] = {}


class GivenWords:
    """The answers to one card; its text may have changed since, or be gone."""

    def __init__(self, note: Note | None, part: str, header: Deck | None) -> None:
        self._note, self._part = note, part
        self._context = Contexts(header).of(note, part) if note and header else Context()

    def of(self, graded: Graded) -> Given:
        """By the card's own kind where that still understands the answer, else by the words in it."""
        verdict = self._judged(graded)
        if verdict is None:
            return Given(", ".join(_texts(graded.answer)), graded.because)
        if verdict.because == graded.because:
            return Given(verdict.given, graded.because, verdict.args)
        return Given(verdict.given, graded.because)

    def _judged(self, graded: Graded) -> Verdict | None:
        note = self._note
        if note is None or note.kind.name != graded.kind or not isinstance(graded.answer, dict):
            return None
        try:
            answer = msgspec.convert(graded.answer, type_of(graded.answer.get(_TAG, ""), note.kind.answer))
            prompt = note.kind.ask(note.question, self._part, graded.seed)
            return grade(note.kind, note.question, prompt, answer, self._context)
        except (msgspec.ValidationError, LookupError, ValueError):
            return None  # it was an answer to another text


def _texts(value: Any) -> Iterator[str]:
    """The words in an answer's JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key != _TAG:
                yield from _texts(one)
