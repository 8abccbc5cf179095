"""open: answer in one's own words, then compare with a check-list."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated

from msgspec import Meta

from quizapp.core.kinds.base import (
    Answer,
    Complaint,
    Context,
    Kind,
    PartMark,
    Prompt,
    Question,
    Revealed,
    Shape,
    Verdict,
)
from quizapp.core.kinds.words import Words

_WORDS = Words(
    reasons={"self_marked": ""},
    headings={
        "unscored_points": "Which of these points did you make?",
        "unscored_points_none": "You made none of the points",
        "unscored_points_some": "You made {right} of {points} points",
        "unscored_points_all": "You made every point",
    },
    messages={
        "check_empty": ("error", "check: has no point to mark oneself against."),
        "check_twice": ("error", "check: has the point “{text}” twice."),
    },
    doubles=frozenset({"check_twice"}),
    titles={
        "check_empty": "An empty check-list",
        "check_twice": "The same point twice",
    },
)


class Open(Question, frozen=True, kw_only=True, tag="open"):
    """A question for an answer of some sentences. Answered by Written, or by Revealed."""

    q: Annotated[str, Meta(description="The question")]
    check: Annotated[tuple[str, ...], Meta(description="The points that a good answer makes")]
    a: Annotated[str, Meta(description="A model answer, shown beside the learner’s")] = ""


class Written(Answer, frozen=True, tag="written"):
    """An answer in the learner's own words, and what they say of it."""

    text: str
    points: tuple[str, ...] | None = None
    """The points of the check-list that they find in it; None: they have not said yet."""


class OpenKind(Kind[Open, Prompt, Written | Revealed]):
    name = "open"
    label = "Answer in your own words"
    about = (
        "The learner writes some sentences, or only thinks, then sees the points of `check` and the model "
        "answer `a`, and ticks the points made. Nothing is graded, and these cards never count in a "
        "percentage; but the rating that is suggested follows the share of points."
    )
    unique_key = "check"
    words = (_WORDS,)
    question = Open
    prompt = Prompt
    answer = Written

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return True

    def complaints(self, question: Open) -> Iterator[Complaint]:
        if not question.check:
            yield "check_empty", "check", {}
        for text in dict.fromkeys(text for text in question.check if question.check.count(text) > 1):
            yield "check_twice", "check", {"text": text}

    def scored(self, question: Open, part: str) -> bool:
        return False

    def ask(self, question: Open, part: str, seed: int) -> Prompt:
        return Prompt(part=part, text=question.q, shows=self.back(question, part))

    def grade(self, question: Open, prompt: Prompt, answer: Written | Revealed, context: Context) -> Verdict:
        points = answer.points if isinstance(answer, Written) else None
        made = [point for point in question.check if point in (points or ())]
        share = None if points is None else Fraction(len(made), len(question.check))
        return Verdict(
            outcome="unscored",
            because="self_marked",
            marked=share,
            heading=_heading(share),
            args={"right": str(len(made)), "points": str(len(question.check))},
            parts=tuple(
                PartMark(key=point, mark="right" if point in made else "left_out") for point in question.check
            ),
            given=answer.text if isinstance(answer, Written) else "",
            expected=self.expected(question, prompt.part, context),
        )

    def solution(self, question: Open, prompt: Prompt, context: Context) -> tuple[PartMark, ...]:
        return tuple(PartMark(key=point, mark="missed") for point in question.check)

    def front(self, question: Open, part: str) -> str:
        return question.q

    def back(self, question: Open, part: str) -> str:
        return question.a or "\n".join(f"- {point}" for point in question.check)

    def expected(self, question: Open, part: str, context: Context) -> str:
        if question.a:
            return context.plain_of(question.a)
        return "; ".join(map(context.plain_of, question.check))


def _heading(share: Fraction | None) -> str:
    if share is None:
        return "points"
    return {Fraction(0): "points_none", Fraction(1): "points_all"}.get(share, "points_some")


OPEN = OpenKind()
