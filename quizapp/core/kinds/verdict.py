"""verdict: what does a source make of a statement?"""

from typing import Annotated, Literal

from msgspec import Meta, field

from quizapp.core.kinds.base import Question


class VerdictQuestion(Question, frozen=True, kw_only=True, tag="verdict"):
    """A statement and its standing in the source. Answered by Picked("claim") and so on."""

    statement: Annotated[str, Meta(description="The statement to judge")]
    is_: Annotated[
        Literal["fact", "claim", "contradicted", "not stated"],
        Meta(description="What the source makes of it: fact, claim, contradicted or not stated"),
    ] = field(name="is")
    near: Annotated[tuple[str, ...], Meta(description="Verdicts that earn half")] = ()
