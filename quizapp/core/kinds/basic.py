"""basic: turn the card over and rate yourself."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta

from quizapp.core.kinds.base import Context, Kind, Prompt, Question, Revealed, Shape, Verdict
from quizapp.core.kinds.typed import TypedQuestion


class Basic(Question, frozen=True, kw_only=True, tag="basic"):
    """A front and a back."""

    q: Annotated[str, Meta(description="The question, or the front of the card")]
    a: Annotated[str, Meta(description="The answer, or the back of the card")]
    reverse: Annotated[bool, Meta(description="Also ask from back to front")] = False


class BasicKind(Kind[Basic, Prompt, Revealed]):
    name = "basic"
    label = "Recall"
    about = (
        "The learner turns the card over and rates how well the answer was known. Nothing is "
        "graded, so these cards never count in a percentage."
    )
    question = Basic
    prompt = Prompt
    answer = Revealed

    def parts(self, question: Basic) -> tuple[str, ...]:
        return ("forward", "back") if question.reverse else ("",)

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return keys.get("a") != "list"

    def side(self, part: str) -> Literal["front", "back"]:
        return "front" if part == "back" else "back"

    def scored(self, question: Basic, part: str) -> bool:
        return False

    def ask(self, question: Basic, part: str, seed: int) -> Prompt:
        return Prompt(part=part, text=self.front(question, part), shows=self.back(question, part))

    def grade(self, question: Basic, prompt: Prompt, answer: Revealed, context: Context) -> Verdict:
        return Verdict(outcome="unscored", because="self_rated", expected=context.plain_of(prompt.shows))

    def front(self, question: Basic, part: str) -> str:
        return question.a if part == "back" else question.q

    def back(self, question: Basic, part: str) -> str:
        return question.q if part == "back" else question.a

    def spelled(self, question: Basic, part: str) -> TypedQuestion:
        return TypedQuestion(q=self.front(question, part), a=self.back(question, part))


BASIC = BasicKind()
