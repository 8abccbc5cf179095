"""cloze: a text with holes, one card a hole or one a number."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from msgspec import Meta
from msgspec.structs import replace

from quizapp.core.kinds.base import (
    Complaint,
    Context,
    Filled,
    Filling,
    Kind,
    PartMark,
    Prompt,
    Reading,
    Revealed,
    Shape,
    Verdict,
    strings,
)
from quizapp.core.kinds.cloze_words import CLOZE_WORDS
from quizapp.core.kinds.filling import judge_gaps, part_of, sum_up
from quizapp.core.kinds.forms import Blanks
from quizapp.core.kinds.gaps import Gap, GapSpec, Task, gap_complaints, order_complaints
from quizapp.core.kinds.holes import Hole, fill, holes
from quizapp.core.kinds.spelling import accepted, credit_complaints
from quizapp.core.kinds.spelling_keys import Accepting
from quizapp.core.kinds.typed import TypedQuestion


class Cloze(Accepting, frozen=True, kw_only=True, tag="cloze"):
    """A text with holes. Answered by Revealed, or by Filled(texts) where a gap is graded."""

    cloze: Annotated[
        str, Meta(description="A text with {{hidden}}, {{hidden :: hint}} or {{c1::hidden}} in it")
    ]
    typed: Annotated[bool, Meta(description="true: write what is hidden")] = False
    gaps: Annotated[
        Mapping[int, GapSpec],
        Meta(description="How single gaps are answered. Gaps are counted in the text, from 1"),
    ] = {}
    any_order: Annotated[
        tuple[int, ...],
        Meta(description="Gaps asked together whose answers may change places, such as [1, 2]"),
    ] = ()
    scoring: Annotated[Literal["", "exact"], Meta(description="exact: all gaps or nothing")] = ""


class ClozePrompt(Prompt, frozen=True, kw_only=True):
    """The text has the asked holes blank; in `shows` all are filled in, the asked ones bold."""

    gaps: tuple[Gap, ...] = ()
    """The blanks, in the order of the text."""
    answered: bool = False
    """True: each gap is answered by the learner; else the text is revealed."""


class ClozeKind(Kind[Cloze, ClozePrompt, Revealed | Filled]):
    name = "cloze"
    label = "Fill the gap"
    about = (
        "Each hole of the text makes a card of its own; holes with the same number make one together. The "
        "text is revealed and the learner rates, ungraded, unless its gaps are answered: with `typed` or "
        "`accept` the learner writes what is hidden; under `gaps`, a single gap is picked from a menu "
        "(`wrong`), a number (`number`, `tolerance`, `unit`) or written (`accept`). Where one gap of a card "
        "is answered, all of them are: those not named under `gaps` in writing. A card earns the mean of its "
        "gaps, or all or nothing with `scoring: exact`. Gaps are counted from 1 in the order of the text, "
        "whatever their c-numbers."
    )
    unique_key = "cloze"
    words = (CLOZE_WORDS,)
    question = Cloze
    prompt = ClozePrompt
    answer = Filled

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return True

    def complaints(self, question: Cloze) -> Iterator[Complaint]:
        parsed, tasks = holes(question.cloze), _tasks(question)
        for flaw in parsed.flaws:
            yield flaw.code, "cloze", {"text": flaw.text}
        if question.accept and len(tasks) > 1:
            yield "cloze_accept", "accept", {"holes": str(len(tasks))}
        yield from credit_complaints("accept", question.accept)
        for number in sorted(question.gaps.keys() - {task.number for task in tasks}):
            yield "gap_unknown", "gaps", {"gap": str(number), "gaps": str(len(tasks))}
        for task in tasks:
            if task.number in question.gaps:
                yield from gap_complaints(task)
        yield from order_complaints(question.any_order, tasks)
        if question.any_order and not any(self.scored(question, part) for part in parsed.parts):
            yield "any_order_idle", "any_order", {}

    def parts(self, question: Cloze) -> tuple[str, ...]:
        return holes(question.cloze).parts

    def scored(self, question: Cloze, part: str) -> bool:
        asks = question.typed or bool(question.accept)
        return asks or any(task.number in question.gaps for task in asked_gaps(question, part))

    def picks(self, question: Cloze, part: str) -> bool:
        return {task.way for task in asked_gaps(question, part)} == {"choice"}

    def ask(self, question: Cloze, part: str, seed: int) -> ClozePrompt:
        asked = asked_gaps(question, part)
        free = {task.number for task in asked} & set(question.any_order)
        return ClozePrompt(
            part=part,
            text=self.front(question, part),
            shows=_full(question, part),
            gaps=tuple(task.ask(seed, free=len(free) > 1 and task.number in free) for task in asked),
            answered=self.scored(question, part),
        )

    def readings(
        self, question: Cloze, prompt: ClozePrompt, answer: Revealed | Filled, context: Context
    ) -> tuple[Reading, ...]:
        """Of the first gap that is not clear."""
        texts = answer.texts if isinstance(answer, Filled) else ()
        for at, (task, text) in enumerate(zip(asked_gaps(question, prompt.part), texts, strict=False)):
            if found := task.readings(text, context):
                place = at + 1 if len(texts) > 1 else 0
                return tuple(
                    Reading(Filled((*texts[:at], settled, *texts[at + 1 :])), words, text.strip(), place)
                    for settled, words in found
                )
        return ()

    def grade(
        self, question: Cloze, prompt: ClozePrompt, answer: Revealed | Filled, context: Context
    ) -> Verdict:
        expected = self.expected(question, prompt.part, context)
        if isinstance(answer, Revealed):
            return Verdict(outcome="unscored", because="self_rated", expected=expected)
        asked = asked_gaps(question, prompt.part)
        verdicts = judge_gaps(asked, prompt.gaps, answer.texts, context)
        if len(verdicts) == 1:
            part = part_of("1", verdicts[0])
            return replace(verdicts[0], parts=(replace(part, because="", score="", args={}),))
        return sum_up(verdicts, prompt.gaps, expected, exact=question.scoring == "exact")

    def solution(self, question: Cloze, prompt: ClozePrompt, context: Context) -> tuple[PartMark, ...]:
        asked = asked_gaps(question, prompt.part) if prompt.answered else ()
        return tuple(
            PartMark(key=str(at), mark="missed", expected=task.expected(context))
            for at, task in enumerate(asked, 1)
        )

    def printed(self, question: Cloze, prompt: ClozePrompt) -> Blanks:
        asked = asked_gaps(question, prompt.part)
        numbers = {task.hole: f"({at}) " if len(asked) > 1 else "" for at, task in enumerate(asked, 1)}
        text = fill(question.cloze, lambda hole: _room(hole, numbers.get(hole)))
        blanks = tuple(task.printed(gap) for task, gap in zip(asked, prompt.gaps, strict=True))
        return Blanks(text=text, blanks=blanks)

    def filled(self, question: Cloze, prompt: ClozePrompt, filling: Filling) -> Filled:
        return Filled(filling.texts)

    def front(self, question: Cloze, part: str) -> str:
        return fill(question.cloze, lambda hole: hole.blank if hole.part == part else hole.hidden)

    def back(self, question: Cloze, part: str) -> str:
        return ", ".join(task.hole.markdown for task in asked_gaps(question, part))

    def expected(self, question: Cloze, part: str, context: Context) -> str:
        return ", ".join(task.expected(context) for task in asked_gaps(question, part))

    def answers(self, question: Cloze, part: str) -> tuple[str, ...]:
        asked = asked_gaps(question, part)
        also = (text for task in asked for text in accepted(task.spec.accept))
        return *(task.hole.markdown for task in asked), *accepted(question.accept), *also

    def spelled(self, question: Cloze, part: str) -> TypedQuestion | None:
        asked = asked_gaps(question, part)
        if len(asked) != 1 or asked[0].hole.place or asked[0].way == "number":
            return None
        return asked[0].spelled(self.front(question, part))

    def texts(self, question: Cloze) -> tuple[str, ...]:
        """The text as it is shown, not as it is written: braces are no Markdown."""
        parsed = holes(question.cloze)
        shown = [
            side
            for part in parsed.parts
            for side in (self.front(question, part), self.back(question, part), _full(question, part))
        ]
        hidden = [text for hole in parsed.holes for text in (hole.markdown, hole.hint) if text]
        others = [*strings(question.accept), *question.reject, *strings(question.gaps)]
        return tuple(dict.fromkeys([*shown, *hidden, *others]))


def _tasks(question: Cloze) -> tuple[Task, ...]:
    """All gaps of the text."""
    return tuple(
        Task(number, hole, question.gaps.get(number, GapSpec()), question)
        for number, hole in enumerate(holes(question.cloze).holes, 1)
    )


def asked_gaps(question: Cloze, part: str) -> list[Task]:
    """The gaps of one card, in the order of the text."""
    return [task for task in _tasks(question) if task.hole.part == part]


def _room(hole: Hole, number: str | None) -> str:
    """A hole on paper: room to write, with its number and hint. None: it is not asked, its text stands."""
    if number is None:
        return hole.hidden
    if hole.place:
        return hole.blank
    hint = f" \\[{hole.hint}\\]" if hole.hint else ""
    return f"{number}{BLANK}{hint}"


BLANK = r"\_" * 14
"""Room to write in a line of text, Markdown."""


def _full(question: Cloze, part: str) -> str:
    """The text with all holes filled in, those of the part bold."""
    return fill(question.cloze, lambda hole: hole.filled if hole.part == part else hole.hidden)


CLOZE = ClozeKind()
