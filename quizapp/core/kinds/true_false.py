"""true_false: is a statement true?"""

from typing import Annotated

from msgspec import Meta, field

from quizapp.core.kinds.base import Question


class TrueFalse(Question, frozen=True, kw_only=True, tag="true_false"):
    """A statement, true or false. Answered by Picked("true") or Picked("false")."""

    statement: Annotated[str, Meta(description="The statement to judge")]
    is_: Annotated[bool, Meta(description="true or false")] = field(name="is")
