"""verdict: what does a source make of a statement?"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, field

from quizapp.core.kinds.base import (
    Complaint,
    Context,
    Filling,
    Kind,
    Option,
    PartMark,
    Picked,
    Prompt,
    Question,
    Shape,
    Verdict,
)
from quizapp.core.kinds.forms import Boxes
from quizapp.core.kinds.picking import marks, pick

VERDICTS: Mapping[str, str] = {
    "fact": "A fact in the source",
    "claim": "A claim of the author",
    "contradicted": "Contradicted by the source",
    "not stated": "Not in the source",
}
"""What can be picked -> its words, marked for translation; always in this order."""

_NEAR = Decimal("0.5")


class VerdictQuestion(Question, frozen=True, kw_only=True, tag="verdict"):
    """A statement and its standing in the source. Answered by Picked("claim") and so on."""

    statement: Annotated[str, Meta(description="The statement to judge")]
    is_: Annotated[
        Literal["fact", "claim", "contradicted", "not stated"],
        Meta(description="What the source makes of it: fact, claim, contradicted or not stated"),
    ] = field(name="is")
    near: Annotated[tuple[str, ...], Meta(description="Verdicts that earn half")] = ()


class VerdictKind(Kind[VerdictQuestion, Prompt, Picked]):
    name = "verdict"
    label = "Fact or claim?"
    about = (
        "The learner says what the source makes of the statement: fact, claim, contradicted or "
        "not stated. The right verdict earns 1, one listed in `near` half, any other 0."
    )
    unique_key = "statement"
    question = VerdictQuestion
    prompt = Prompt
    answer = Picked

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return True

    def complaints(self, question: VerdictQuestion) -> Iterator[Complaint]:
        for word in question.near:
            if word not in VERDICTS or word == question.is_:
                yield "near_unknown", "near", {"text": word, "words": ", ".join(VERDICTS)}

    def ask(self, question: VerdictQuestion, part: str, seed: int) -> Prompt:
        lead = "What does the source make of this statement?"
        return Prompt(part=part, text=question.statement, quoted=True, lead=lead)

    def grade(self, question: VerdictQuestion, prompt: Prompt, answer: Picked, context: Context) -> Verdict:
        return pick(_options(question), question.is_, answer.text, VERDICTS)

    def expected(self, question: VerdictQuestion, part: str, context: Context) -> str:
        return VERDICTS[self.back(question, part)]

    def solution(self, question: VerdictQuestion, prompt: Prompt, context: Context) -> tuple[PartMark, ...]:
        return marks(_options(question), {question.is_}, set())

    def printed(self, question: VerdictQuestion, prompt: Prompt) -> Boxes:
        right = tuple(VERDICTS).index(question.is_)
        return Boxes(options=tuple(VERDICTS.values()), right=(right,), words=True)

    def filled(self, question: VerdictQuestion, prompt: Prompt, filling: Filling) -> Picked:
        return Picked(tuple(VERDICTS)[filling.at[0]])

    def front(self, question: VerdictQuestion, part: str) -> str:
        return question.statement

    def back(self, question: VerdictQuestion, part: str) -> str:
        return question.is_


def _options(question: VerdictQuestion) -> tuple[Option, ...]:
    return tuple(Option(word, credit=_NEAR if word in question.near else Decimal(0)) for word in VERDICTS)


VERDICT = VerdictKind()
