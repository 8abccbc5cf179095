"""The same fact in more than one way: a card as written, asked in writing, or as a choice.

The memory is the card's, whichever way it is asked.
"""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

import regex
from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.choices import Neighbours
from quizapp.core.deck import Note
from quizapp.core.kinds import AnyKind, grade, kind_of
from quizapp.core.kinds.base import Answer, Context, Option, Prompt, Question, Reading, Verdict
from quizapp.core.kinds.choice import Choice
from quizapp.core.setting_values import Way
from quizapp.core.text import has_content

PROMOTED_AFTER = 2
"""Passes as a choice since the last failure, after which `promote` asks in writing."""
MOST_WORDS = 6
"""Of an answer that may be asked in writing though its author did not mean it to be."""

_LOOSE = regex.compile(r"\n|[()\[\]{};]| / |!\[|\$.+\$")
"""Lines, brackets, alternatives, pictures, formulas: nobody types such an answer as it is written."""


class Posed(Struct, frozen=True, kw_only=True):
    """A card as it is asked this time: question, part and what its texts say in plain words.

    `context` arguments are the card's own (`Contexts.of(note, part)` of the note as it is written).
    """

    question: Question
    part: str = ""
    """The note's part if the question is as written, else ""."""
    borrowed: Mapping[str, str] = {}
    """Options of other cards: Markdown -> plain, where the two differ."""

    @property
    def kind(self) -> AnyKind:
        return kind_of(self.question)

    @property
    def scored(self) -> bool:
        """False if the learner turns the card and rates alone."""
        return self.kind.scored(self.question, self.part)

    def ask(self, seed: int) -> Prompt:
        """What to show."""
        prompt: Prompt = self.kind.ask(self.question, self.part, seed)
        return prompt

    def readings(self, prompt: Prompt, answer: Answer, context: Context) -> tuple[Reading, ...]:
        """How an ambiguous answer may be read; see `Kind.readings`."""
        return self.kind.readings(self.question, prompt, answer, self.context(context))

    def grade(self, prompt: Prompt, answer: Answer, context: Context) -> Verdict:
        """What an answer earns."""
        return grade(self.kind, self.question, prompt, answer, self.context(context))

    def context(self, context: Context) -> Context:
        """The card's context, with the words of the options that it borrowed."""
        if not self.borrowed:
            return context
        return replace(context, plain={**self.borrowed, **context.plain})


def as_written(note: Note, part: str) -> Posed:
    """The card as its author wrote it."""
    return Posed(question=note.question, part=part)


def asked_as(
    note: Note,
    part: str,
    way: Way,
    *,
    promoted: bool,
    neighbours: Callable[[], Neighbours],
    seed: int,
    excluded: Collection[str] = (),
) -> Posed:
    """The card asked in a way; as written where that way is not open to it.

    promoted: it was passed PROMOTED_AFTER times as a choice since it was last failed; neighbours: of its
    deck, made when first needed; seed: draws the options; excluded: the learner's (see `Neighbours.lent`).
    """
    posed = _WAYS[way](note, part, _Ask(neighbours, seed, excluded, promoted))
    return posed or as_written(note, part)


def asked_scored(
    note: Note,
    part: str,
    *,
    neighbours: Callable[[], Neighbours],
    seed: int,
    excluded: Collection[str] = (),
) -> Posed | None:
    """The card as an exam asks it: as written if that is scored, else as a choice, else in writing; None if
    only the learner can rate it."""
    written = as_written(note, part)
    if written.scored:
        return written
    return as_choice(note, part, neighbours, seed, excluded) or as_typed(note, part)


def as_typed(note: Note, part: str) -> Posed | None:
    """The card asked in writing, if its author did not do so and the answer is short enough to be typed."""
    kind, question = note.kind, note.question
    spelled = kind.spelled(question, part)
    if spelled is None or not (kind.picks(question, part) or not kind.scored(question, part)):
        return None
    return Posed(question=spelled) if _is_short(note, spelled.a.strip()) else None


def as_choice(
    note: Note,
    part: str,
    neighbours: Callable[[], Neighbours],
    seed: int,
    excluded: Collection[str] = (),
) -> Posed | None:
    """The card with wrong options from its neighbours; None if they have none, or it has its own."""
    spelled = note.kind.spelled(note.question, part)
    if spelled is None or note.kind.picks(note.question, part):
        return None
    lent = neighbours().lent(note, part, seed=seed, excluded=excluded)
    if not lent:
        return None
    choice = Choice(q=spelled.q, a=spelled.a, wrong=tuple(Option(one.text) for one in lent))
    return Posed(question=choice, borrowed={one.text: one.plain for one in lent if one.text != one.plain})


def _is_short(note: Note, answer: str) -> bool:
    plain = note.plain_of(answer)
    return has_content(plain) and len(plain.split()) <= MOST_WORDS and not _LOOSE.search(answer)


class _Ask(NamedTuple):
    """What a way may need."""

    neighbours: Callable[[], Neighbours]
    seed: int
    excluded: Collection[str]
    promoted: bool


def _choice(note: Note, part: str, ask: _Ask) -> Posed | None:
    return as_choice(note, part, ask.neighbours, ask.seed, ask.excluded)


def _promoted(note: Note, part: str, ask: _Ask) -> Posed | None:
    return as_typed(note, part) if ask.promoted else _choice(note, part, ask)


_WAYS: Mapping[Way, Callable[[Note, str, _Ask], Posed | None]] = {
    "written": lambda note, part, ask: None,
    "typed": lambda note, part, ask: as_typed(note, part),
    "choice": _choice,
    "promote": _promoted,
}
