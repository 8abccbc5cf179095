"""typed: write the answer."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from msgspec import Meta
from msgspec.structs import replace

from quizapp.core.kinds.base import YES_NO, Accept, Complaint, Context, Kind, Prompt, Shape, Typed, Verdict
from quizapp.core.kinds.spelling import Accepting, accepted, credit_complaints, judge, spelling_complaints


class TypedQuestion(Accepting, frozen=True, kw_only=True, tag="typed"):
    """A question answered in writing. Answered by Typed(text)."""

    q: Annotated[str, Meta(description="The question")]
    a: Annotated[str, Meta(description="The right answer")]
    typed: Annotated[bool, Meta(description="true: ask for the answer in writing")] = False
    reverse: Annotated[bool, Meta(description="Also ask from back to front")] = False
    accept_back: Annotated[
        tuple[Accept, ...], Meta(description="Further right answers of the reversed card")
    ] = ()


def as_typed(spelling: Accepting, q: str, a: str) -> TypedQuestion:
    """Another question of one answer, asked in writing; its spelling keys stay in force."""
    keys: dict[str, Any] = {key: getattr(spelling, key) for key in Accepting.__struct_fields__}
    return TypedQuestion(q=q, a=a, **keys)


class TypedKind(Kind[TypedQuestion, Prompt, Typed]):
    name = "typed"
    label = "Type the answer"
    about = "The learner writes the answer. It earns 1 or 0, or the `credit` of an accepted form."
    question = TypedQuestion
    prompt = Prompt
    answer = Typed

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return keys.get("a") != "list" and (
            "accept" in keys or YES_NO.get(flags.get("typed", "").casefold(), False)
        )

    def complaints(self, question: TypedQuestion) -> Iterator[Complaint]:
        yield from spelling_complaints(question, question.a)
        yield from credit_complaints("accept_back", question.accept_back)

    def parts(self, question: TypedQuestion) -> tuple[str, ...]:
        return ("forward", "back") if question.reverse else ("",)

    def side(self, part: str) -> Literal["front", "back"]:
        return "front" if part == "back" else "back"

    def ask(self, question: TypedQuestion, part: str, seed: int) -> Prompt:
        return Prompt(part=part, text=self.front(question, part))

    def grade(self, question: TypedQuestion, prompt: Prompt, answer: Typed, context: Context) -> Verdict:
        key = self.back(question, prompt.part)
        return judge(question, key, self._accept(question, prompt.part), answer.text, context)

    def front(self, question: TypedQuestion, part: str) -> str:
        return question.a if part == "back" else question.q

    def back(self, question: TypedQuestion, part: str) -> str:
        return question.q if part == "back" else question.a

    def answers(self, question: TypedQuestion, part: str) -> tuple[str, ...]:
        return self.back(question, part), *accepted(self._accept(question, part))

    def spelled(self, question: TypedQuestion, part: str) -> TypedQuestion:
        return replace(
            question,
            q=self.front(question, part),
            a=self.back(question, part),
            accept=self._accept(question, part),
            accept_back=(),
            reverse=False,
        )

    def _accept(self, question: TypedQuestion, part: str) -> tuple[Accept, ...]:
        return question.accept_back if part == "back" else question.accept


TYPED = TypedKind()
