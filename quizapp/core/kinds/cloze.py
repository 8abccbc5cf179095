"""cloze: a text with holes, one card a hole or one a number."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from quizapp.core.kinds.base import (
    Complaint,
    Context,
    Filled,
    Kind,
    Mark,
    Outcome,
    PartMark,
    Prompt,
    Revealed,
    Shape,
    Verdict,
    strings,
)
from quizapp.core.kinds.holes import Hole, fill, holes
from quizapp.core.kinds.spelling import Accepting, accepted, credit_complaints, judge
from quizapp.core.kinds.typed import TypedQuestion, as_typed
from quizapp.core.kinds.words import Words


class Cloze(Accepting, frozen=True, kw_only=True, tag="cloze"):
    """A text with holes. Answered by Revealed, or by Filled(texts) if typed."""

    cloze: Annotated[
        str, Meta(description="A text with {{hidden}}, {{hidden :: hint}} or {{c1::hidden}} in it")
    ]
    typed: Annotated[bool, Meta(description="true: write what is hidden")] = False
    scoring: Annotated[Literal["", "exact"], Meta(description="exact: all gaps or nothing")] = ""


class Gap(Struct, frozen=True, omit_defaults=True):
    """A hole that is asked now."""

    hint: str = ""


class ClozePrompt(Prompt, frozen=True, kw_only=True, omit_defaults=True):
    """The text has the asked holes blank; in `shows` all are filled in, the asked ones bold."""

    gaps: tuple[Gap, ...] = ()
    """The blanks, in the order of the text."""
    typed: bool = False
    """True: each gap is filled in writing; else the text is revealed."""


_WORDS = Words(
    reasons={"gaps": ""},
    scores={
        "score_gaps": "{right} of {gaps} gaps right: {fraction}.",
        "score_gaps_exact": "{right} of {gaps} gaps right. All or nothing: {fraction}.",
    },
    messages={
        "cloze_no_hole": ("error", "There is no hole in the text. Put {{{{ and }}}} round what to hide."),
        "cloze_unclosed": ("error", "The braces of “{text}” are not closed. A hole ends with }}}}."),
        "cloze_empty": ("error", "The hole “{text}” hides nothing."),
        "cloze_nested": ("error", "The hole “{text}” has another hole in it. Holes stand side by side."),
        "cloze_crossing": (
            "error",
            "The hole “{text}” begins in code or maths and ends outside. Hide all of it, or a part of it.",
        ),
        "cloze_accept": ("error", "accept: serves one hole, but there are {holes}."),
    },
    headings={
        "partly_gaps": "Partly right: {right} of {gaps} gaps",
        "wrong_gaps": "Not yet: {right} of {gaps} gaps",
    },
)

_MARKS: dict[Outcome, Mark] = {"correct": "right", "almost": "almost", "partial": "almost"}


class ClozeKind(Kind[Cloze, ClozePrompt, Revealed | Filled]):
    name = "cloze"
    label = "Fill the gap"
    own_words = True
    about = (
        "Each hole of the text makes a card of its own; holes with the same number make one "
        "together. With `typed` or `accept` the learner writes what is hidden and earns the mean "
        "of the holes, or all or nothing with `scoring: exact`. Otherwise the text is revealed "
        "and the learner rates, ungraded."
    )
    unique_key = "cloze"
    words = (_WORDS,)
    question = Cloze
    prompt = ClozePrompt
    answer = Filled

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return True

    def complaints(self, question: Cloze) -> Iterator[Complaint]:
        parsed = holes(question.cloze)
        for flaw in parsed.flaws:
            yield flaw.code, "cloze", {"text": flaw.text}
        if question.accept and len(parsed.holes) > 1:
            yield "cloze_accept", "accept", {"holes": str(len(parsed.holes))}
        yield from credit_complaints("accept", question.accept)

    def parts(self, question: Cloze) -> tuple[str, ...]:
        return holes(question.cloze).parts

    def scored(self, question: Cloze, part: str) -> bool:
        return question.typed or bool(question.accept)

    def ask(self, question: Cloze, part: str, seed: int) -> ClozePrompt:
        return ClozePrompt(
            part=part,
            text=self.front(question, part),
            shows=_full(question, part),
            gaps=tuple(Gap(hole.hint) for hole in _asked(question, part)),
            typed=self.scored(question, part),
        )

    def grade(
        self, question: Cloze, prompt: ClozePrompt, answer: Revealed | Filled, context: Context
    ) -> Verdict:
        asked = _asked(question, prompt.part)
        expected = ", ".join(context.plain_of(hole.markdown) for hole in asked)
        if isinstance(answer, Revealed):
            return Verdict(outcome="unscored", because="self_rated", expected=expected)
        texts = (*answer.texts, *[""] * len(asked))
        verdicts = [
            judge(question, hole.markdown, question.accept, text, context)
            for hole, text in zip(asked, texts, strict=False)
        ]
        parts = tuple(
            PartMark(
                key=str(number),
                mark=_MARKS.get(verdict.outcome, "wrong"),
                given=verdict.given,
                expected=verdict.expected,
            )
            for number, verdict in enumerate(verdicts, 1)
        )
        if len(verdicts) == 1:
            return replace(verdicts[0], parts=parts)
        return _mean(question, verdicts, parts, expected)

    def solution(self, question: Cloze, prompt: ClozePrompt, context: Context) -> tuple[PartMark, ...]:
        asked = _asked(question, prompt.part) if prompt.typed else ()
        return tuple(
            PartMark(key=str(number), mark="missed", expected=context.plain_of(hole.markdown))
            for number, hole in enumerate(asked, 1)
        )

    def front(self, question: Cloze, part: str) -> str:
        return fill(question.cloze, lambda hole: hole.blank if hole.part == part else hole.hidden)

    def back(self, question: Cloze, part: str) -> str:
        return ", ".join(hole.markdown for hole in _asked(question, part))

    def answers(self, question: Cloze, part: str) -> tuple[str, ...]:
        hidden = (hole.markdown for hole in _asked(question, part))
        return *hidden, *accepted(question.accept)

    def spelled(self, question: Cloze, part: str) -> TypedQuestion | None:
        asked = _asked(question, part)
        if len(asked) != 1 or asked[0].place:
            return None
        return as_typed(question, self.front(question, part), asked[0].markdown)

    def texts(self, question: Cloze) -> tuple[str, ...]:
        """The text as it is shown, not as it is written: braces are no Markdown."""
        parsed = holes(question.cloze)
        shown = [
            side
            for part in parsed.parts
            for side in (self.front(question, part), self.back(question, part), _full(question, part))
        ]
        hidden = [text for hole in parsed.holes for text in (hole.markdown, hole.hint) if text]
        others = [*strings(question.accept), *question.reject]
        return tuple(dict.fromkeys([*shown, *hidden, *others]))


def _asked(question: Cloze, part: str) -> list[Hole]:
    return [hole for hole in holes(question.cloze).holes if hole.part == part]


def _full(question: Cloze, part: str) -> str:
    """The text with all holes filled in, those of the part bold."""
    return fill(question.cloze, lambda hole: hole.filled if hole.part == part else hole.hidden)


def _mean(
    question: Cloze, verdicts: Sequence[Verdict], parts: tuple[PartMark, ...], expected: str
) -> Verdict:
    """Several gaps: the mean, or all or nothing."""
    earned = [verdict.fraction or Fraction(0) for verdict in verdicts]
    mean = sum(earned, Fraction(0)) / len(earned)
    fraction = mean if question.scoring != "exact" else Fraction(mean == 1)
    slips = any(verdict.outcome == "almost" for verdict in verdicts)
    whole: Outcome = "almost" if slips else "correct"
    return Verdict(
        outcome=whole if fraction == 1 else "partial" if fraction else "wrong",
        fraction=fraction,
        because="gaps",
        heading="gaps",
        score="score_gaps_exact" if question.scoring == "exact" else "score_gaps",
        args={
            "right": str(sum(part == 1 for part in earned)),
            "gaps": str(len(earned)),
            "fraction": str(fraction),
        },
        parts=parts,
        given=", ".join(verdict.given or "–" for verdict in verdicts),
        expected=expected,
    )


CLOZE = ClozeKind()
