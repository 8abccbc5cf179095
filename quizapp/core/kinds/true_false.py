"""true_false: is a statement true?"""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta, field

from quizapp.core.kinds.base import (
    YES_NO,
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

TRUTHS: Mapping[str, str] = {"true": "True", "false": "False"}
"""What can be picked -> its words, marked for translation; always in this order."""

_OPTIONS = tuple(map(Option, TRUTHS))


class TrueFalse(Question, frozen=True, kw_only=True, tag="true_false"):
    """A statement, true or false. Answered by Picked("true") or Picked("false")."""

    statement: Annotated[str, Meta(description="The statement to judge")]
    is_: Annotated[bool, Meta(description="Whether it is true")] = field(name="is")


class TrueFalseKind(Kind[TrueFalse, Prompt, Picked]):
    name = "true_false"
    label = "True or false?"
    about = "The learner says whether the statement is true. A right answer earns 1, a wrong one 0."
    unique_key = "statement"
    question = TrueFalse
    prompt = Prompt
    answer = Picked

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return flags.get("is", "").casefold() in YES_NO

    def ask(self, question: TrueFalse, part: str, seed: int) -> Prompt:
        return Prompt(part=part, text=question.statement, quoted=True)

    def grade(self, question: TrueFalse, prompt: Prompt, answer: Picked, context: Context) -> Verdict:
        return pick(_OPTIONS, self.back(question, prompt.part), answer.text, TRUTHS)

    def expected(self, question: TrueFalse, part: str, context: Context) -> str:
        return TRUTHS[self.back(question, part)]

    def solution(self, question: TrueFalse, prompt: Prompt, context: Context) -> tuple[PartMark, ...]:
        return marks(_OPTIONS, {self.back(question, prompt.part)}, set())

    def printed(self, question: TrueFalse, prompt: Prompt) -> Boxes:
        right = tuple(TRUTHS).index(self.back(question, prompt.part))
        return Boxes(options=tuple(TRUTHS.values()), right=(right,), words=True)

    def filled(self, question: TrueFalse, prompt: Prompt, filling: Filling) -> Picked:
        return Picked(tuple(TRUTHS)[filling.at[0]])

    def front(self, question: TrueFalse, part: str) -> str:
        return question.statement

    def back(self, question: TrueFalse, part: str) -> str:
        return "true" if question.is_ else "false"


TRUE_FALSE = TrueFalseKind()
