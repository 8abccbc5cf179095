"""Cards studied by a search, whatever is due: what is asked for, and in which order they come."""

from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import Meta, Struct

from quizapp.core import chance

CustomOrder = Literal["due", "hardest", "forgotten", "random", "deck"]
CustomUse = Literal["aside", "counts", "look"]
"""Logged without moving the schedule; as the day's own cards; not even logged."""
MOST = 500


class CustomStudy(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was asked for the last time."""

    query: str = ""
    count: Annotated[int, Meta(ge=1, le=MOST)] = 20
    order: CustomOrder = "forgotten"
    use: CustomUse = "aside"


def drawn(card_keys: Sequence[int], seed: int) -> list[int]:
    """The cards by chance, the same for the same seed."""
    draw = chance.drawer(seed, "custom")
    return sorted(card_keys, key=lambda key: draw(str(key)))
