"""numeric: give a number."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from msgspec import Meta

from quizapp.core.kinds.base import (
    Complaint,
    Context,
    Kind,
    PartMark,
    Prompt,
    Reading,
    Shape,
    Typed,
    Verdict,
)
from quizapp.core.kinds.forms import Lines
from quizapp.core.kinds.quantity import (
    QUANTITY_WORDS,
    Quantity,
    judge_number,
    least_number,
    number_complaints,
    number_readings,
    right_number,
)


class Numeric(Quantity, frozen=True, kw_only=True, tag="numeric"):
    """A question whose answer is a number. Answered by Typed(text)."""

    q: Annotated[str, Meta(description="The question")]
    number: Annotated[str, Meta(description="The right number: 2850, 2850 ± 10 or 2000..3000")]


class NumericKind(Kind[Numeric, Prompt, Typed]):
    name = "numeric"
    label = "Give the number"
    about = (
        "The learner writes a number, in digits or English words, with or without its unit. It is right if "
        "it lies within the `tolerance` (none if not given); a number in another unit of the same kind is "
        "converted. A tier earns its `credit`; a needed unit that is missing, or one that is not known, "
        "leaves 0.9. Where 1,234 could be read in two ways, the learner is asked which is meant."
    )
    unique_key = "number"
    words = (QUANTITY_WORDS,)
    question = Numeric
    prompt = Prompt
    answer = Typed

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return True

    def complaints(self, question: Numeric) -> Iterator[Complaint]:
        yield from number_complaints(question, question.number)

    def ask(self, question: Numeric, part: str, seed: int) -> Prompt:
        return Prompt(part=part, text=question.q)

    def readings(
        self, question: Numeric, prompt: Prompt, answer: Typed, context: Context
    ) -> tuple[Reading, ...]:
        found = number_readings(question, question.number, answer.text, context)
        return tuple(Reading(Typed(settled), words) for settled, words in found)

    def grade(self, question: Numeric, prompt: Prompt, answer: Typed, context: Context) -> Verdict:
        return judge_number(question, question.number, answer.text, context)

    def solution(self, question: Numeric, prompt: Prompt, context: Context) -> tuple[PartMark, ...]:
        number = least_number(question, question.number, context.language)
        return (PartMark(key="", mark="missed", expected=number),)

    def printed(self, question: Numeric, prompt: Prompt) -> Lines:
        return Lines(unit=next(iter(question.unit), ""))

    def front(self, question: Numeric, part: str) -> str:
        return question.q

    def back(self, question: Numeric, part: str) -> str:
        return right_number(question, question.number)

    def expected(self, question: Numeric, part: str, context: Context) -> str:
        return right_number(question, question.number, context.language)


NUMERIC = NumericKind()
