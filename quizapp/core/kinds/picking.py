"""What all kinds share that offer options to pick: their keys and what they show."""

from typing import Annotated

from msgspec import Meta

from quizapp.core.kinds.base import Option, Prompt

# The keys of a card with options; a question declares them as `wrong`, `draw` and `last`.
Wrong = Annotated[tuple[Option, ...], Meta(description="Wrong options, each with feedback if you like")]
Draw = Annotated[
    int | None, Meta(description="Show only so many of the wrong options, new ones each sitting")
]
Last = Annotated[str, Meta(description="The option that always stands last")]


class ChoicePrompt(Prompt, frozen=True, kw_only=True, omit_defaults=True):
    """A question with options."""

    options: tuple[Option, ...] = ()
    """In the order shown. Texts are unique."""
