"""One attempt at a quiz or an exam as a value: its questions stay, its steps are logged, the rest follows.

Resuming after a crash is the same steps read back. The questions are kept as they were posed, so that a
result shows each as it was seen, whatever became of its deck.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.deck import AnyQuestion, Deck, Language, Note, Source
from quizapp.core.kinds import AnyKind, kind_of
from quizapp.core.kinds.answer import type_of
from quizapp.core.kinds.base import Answer, Context, Prompt, Verdict
from quizapp.core.marking import Answered, Score, profile
from quizapp.core.plan import Plan


class Posed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A question of the paper, complete in itself."""

    card_id: str
    part: str = ""
    """The note's part."""
    seed: int
    """What is drawn and shuffled comes from it."""
    note: Note
    """As it was when the paper was made."""
    question: AnyQuestion | None = None
    """Where it is asked in another way than it is written."""
    borrowed: dict[str, str] = {}
    """Options of other cards: Markdown -> plain, where the two differ."""
    deck: str
    """Title."""
    path: str
    """Of the deck file: pictures are found from there."""
    language: Language = Language()
    sources: dict[str, Source] = {}
    topic: str = ""

    @property
    def asked(self) -> AnyQuestion:
        return self.note.question if self.question is None else self.question

    @property
    def kind(self) -> AnyKind:
        """The kind that it is asked as."""
        return kind_of(self.asked)

    @property
    def asked_part(self) -> str:
        """Of the question as it is asked."""
        return self.part if self.question is None else ""

    def prompt(self) -> Prompt:
        """What is shown: always the same."""
        prompt: Prompt = self.kind.ask(self.asked, self.asked_part, self.seed)
        return prompt

    def header(self) -> Deck:
        """Its deck without notes, for what shows a card."""
        return Deck(path=self.path, title=self.deck, language=self.language, sources=self.sources)

    def context(self, context: Context) -> Context:
        """The card's context with the words of borrowed options."""
        return replace(context, plain={**self.borrowed, **context.plain}) if self.borrowed else context


class Given(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An answer to a question, and what the grader made of it when it was given."""

    answer: Any
    """An Answer as JSON values."""
    verdict: Verdict
    confidence: float | None = None
    at_ms: int = 0
    visible_ms: int = 0
    """Time that the question was in view until then, all its visits together."""

    @property
    def tried(self) -> bool:
        """False where it was left out, or said not to be known."""
        return self.verdict.outcome not in ("unknown", "blank")


class Step(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that happened; one event of the log. Exactly one of the fields after `at` is set."""

    at: int = -1
    """Index of the question; -1: the whole attempt."""
    given: Given | None = None
    flagged: bool | None = None
    more_minutes: int = 0
    """The time limit was extended."""
    handed_in: bool = False


class Attempt(Struct, frozen=True, kw_only=True):
    """The questions and all that happened so far."""

    session_id: str
    title: str
    plan: Plan
    code: str
    questions: tuple[Posed, ...]
    started_ms: int
    utc_offset_min: int = 0
    """Of where it was begun."""
    given: Mapping[int, tuple[Given, ...]] = {}
    """Index -> its answers, the last one counts."""
    flagged: frozenset[int] = frozenset()
    more_minutes: int = 0
    handed_in: bool = False

    def after(self, step: Step) -> "Attempt":
        """The attempt after a step. After handing in nothing changes any more."""
        if self.handed_in:
            return self
        if step.given is not None:
            given = {**self.given, step.at: (*self.given.get(step.at, ()), step.given)}
            return replace(self, given=given)
        if step.flagged is not None:
            kept = self.flagged | {step.at} if step.flagged else self.flagged - {step.at}
            return replace(self, flagged=kept)
        return replace(self, more_minutes=self.more_minutes + step.more_minutes, handed_in=step.handed_in)

    def last(self, at: int) -> Given | None:
        """The answer that counts."""
        return self.given[at][-1] if self.given.get(at) else None

    def is_blank(self, at: int) -> bool:
        last = self.last(at)
        return last is None or last.verdict.outcome == "blank"

    def is_final(self, at: int) -> bool:
        """May it not be answered anew? Whoever was shown the verdict knows the key."""
        return self.handed_in or (self.plan.feedback == "each" and not self.is_blank(at))

    @property
    def blank(self) -> tuple[int, ...]:
        """Questions without an answer; "I don't know" is one."""
        return tuple(at for at in range(len(self.questions)) if self.is_blank(at))

    @property
    def limit_ms(self) -> int:
        """Time there is in all; 0: no limit."""
        return (self.plan.minutes + self.more_minutes) * 60_000 if self.plan.minutes else 0

    def answered(self, at: int) -> Answered:
        """A question as marking looks at it."""
        last = self.last(at)
        if last is None:
            return Answered(tried=False)
        return Answered(
            fraction=last.verdict.fraction or Fraction(),
            tried=last.tried,
            options=last.verdict.options,
            confidence=last.confidence,
        )

    def score(self, indices: Iterable[int] | None = None) -> Score:
        """By the plan's profile, of all questions or some."""
        chosen = range(len(self.questions)) if indices is None else indices
        return profile(self.plan.marking).total([self.answered(at) for at in chosen])

    def grouped(self, key: Callable[[Posed], str]) -> dict[str, tuple[int, ...]]:
        """The questions by what `key` says of them, in the order of the paper."""
        groups: dict[str, tuple[int, ...]] = {}
        for at, posed in enumerate(self.questions):
            groups[key(posed)] = (*groups.get(key(posed), ()), at)
        return groups


def _encoded(value: Any) -> Any:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(type(value))


def _decoded(type_: type, value: Any) -> Any:
    if type_ is Fraction:
        return Fraction(value)
    raise NotImplementedError(type_)


def to_builtins(value: Struct) -> Any:
    """As JSON values; fractions are texts such as "2/3"."""
    return msgspec.to_builtins(value, enc_hook=_encoded)


def step_of(value: Any) -> Step:
    """A step from its JSON values; msgspec.ValidationError if it is none."""
    return msgspec.convert(value, Step, dec_hook=_decoded)


def answer_of(posed: Posed, value: Any) -> Answer:
    """An answer to a question from its JSON values."""
    answer: Answer = msgspec.convert(value, type_of(value["type"], posed.kind.answer))
    return answer


def questions_of(value: Any) -> tuple[Posed, ...]:
    """The questions from their JSON values; msgspec.ValidationError if they are none."""
    return msgspec.convert(value, tuple[Posed, ...], str_keys=True, dec_hook=_decoded)
