"""typed: write the answer."""

from typing import Annotated

from msgspec import Meta

from quizapp.core.kinds.base import Accept
from quizapp.core.kinds.spelling import Spelling


class TypedQuestion(Spelling, frozen=True, kw_only=True, tag="typed"):
    """A question answered in writing. Answered by Typed(text)."""

    q: Annotated[str, Meta(description="The question")]
    a: Annotated[str, Meta(description="The right answer")]
    typed: Annotated[bool, Meta(description="true: ask for the answer in writing")] = False
    reverse: Annotated[bool, Meta(description="Also ask from back to front")] = False
    accept_back: Annotated[
        tuple[Accept, ...], Meta(description="Further right answers of the reversed card")
    ] = ()
