"""choice: one right option among wrong ones."""

from typing import Annotated

from msgspec import Meta

from quizapp.core.kinds.picking import Draw, Last, Wrong
from quizapp.core.kinds.spelling import Spelling


class Choice(Spelling, frozen=True, kw_only=True, tag="choice"):
    """A question with one right answer and distractors."""

    q: Annotated[str, Meta(description="The question")]
    a: Annotated[str, Meta(description="The right answer")]
    wrong: Wrong = ()
    draw: Draw = None
    last: Last = ""
