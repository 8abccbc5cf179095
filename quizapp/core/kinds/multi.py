"""multi: every right option among wrong ones."""

from typing import Annotated, Literal

from msgspec import Meta

from quizapp.core.kinds.base import Question
from quizapp.core.kinds.picking import Draw, Last, Wrong


class Multi(Question, frozen=True, kw_only=True, tag="multi"):
    """A question with several right answers, or none, and distractors."""

    q: Annotated[str, Meta(description="The question")]
    a: Annotated[tuple[str, ...], Meta(description="The right answers; [] if none of the options applies")]
    scoring: Annotated[
        Literal["", "exact", "per_option"],
        Meta(description="exact: all or nothing; per_option: each option counts alone"),
    ] = ""
    wrong: Wrong = ()
    draw: Draw = None
    last: Last = ""
