"""choice: one right option among wrong ones."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from msgspec import Meta

from quizapp.core.kinds.base import Complaint, Context, Filling, Kind, PartMark, Picked, Shape, Verdict
from quizapp.core.kinds.forms import Boxes
from quizapp.core.kinds.picking import (
    ChoicePrompt,
    Draw,
    Last,
    Wrong,
    boxes,
    marks,
    offer,
    option_complaints,
    pick,
)
from quizapp.core.kinds.spelling import Accepting, credit_complaints, spelling_complaints
from quizapp.core.kinds.typed import TypedQuestion, as_typed


class Choice(Accepting, frozen=True, kw_only=True, tag="choice"):
    """A question with one right answer and distractors."""

    q: Annotated[str, Meta(description="The question")]
    a: Annotated[str, Meta(description="The right answer")]
    wrong: Wrong = ()
    draw: Draw = None
    last: Last = ""


class ChoiceKind(Kind[Choice, ChoicePrompt, Picked]):
    name = "choice"
    label = "Choose one"
    about = (
        "The learner picks one option; they are shuffled each time. The right one earns 1, a "
        "wrong one 0 or its own `credit`."
    )
    question = Choice
    prompt = ChoicePrompt
    answer = Picked

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return "wrong" in keys and keys.get("a") != "list"

    def picks(self, question: Choice, part: str) -> bool:
        return True

    def complaints(self, question: Choice) -> Iterator[Complaint]:
        yield from option_complaints((question.a,), question.wrong, question.draw, question.last)
        yield from credit_complaints("wrong", question.wrong)
        yield from spelling_complaints(question, question.a)

    def ask(self, question: Choice, part: str, seed: int) -> ChoicePrompt:
        options = offer((question.a,), question.wrong, question.draw, question.last, seed)
        return ChoicePrompt(part=part, text=question.q, options=options)

    def grade(self, question: Choice, prompt: ChoicePrompt, answer: Picked, context: Context) -> Verdict:
        return pick(prompt.options, question.a, answer.text, context.plain)

    def solution(self, question: Choice, prompt: ChoicePrompt, context: Context) -> tuple[PartMark, ...]:
        return marks(prompt.options, {question.a}, set())

    def printed(self, question: Choice, prompt: ChoicePrompt) -> Boxes:
        return boxes(prompt.options, {question.a})

    def filled(self, question: Choice, prompt: ChoicePrompt, filling: Filling) -> Picked:
        return Picked(prompt.options[filling.at[0]].text)

    def front(self, question: Choice, part: str) -> str:
        return question.q

    def back(self, question: Choice, part: str) -> str:
        return question.a

    def spelled(self, question: Choice, part: str) -> TypedQuestion:
        return as_typed(question, question.q, question.a)


CHOICE = ChoiceKind()
