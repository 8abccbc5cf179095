"""Three versions of a card: as it was imported, as it is here, as its source has it now."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from msgspec import Struct

V = TypeVar("V")


class Clash(Struct, Generic[V], frozen=True):
    """A key that both sides changed, each in its own way."""

    key: str
    mine: V | None
    theirs: V | None


class Merged(Struct, Generic[V], frozen=True):
    """What becomes of one card."""

    changes: dict[str, V | None]
    """Keys to be set in mine; None: to be taken out."""
    clashes: tuple[Clash[V], ...] = ()
    """Keys at which mine stays."""


def merge(base: Mapping[str, V] | None, mine: Mapping[str, V], theirs: Mapping[str, V]) -> Merged[V]:
    """Take over what changed there and not here. base: None if it is not known; then every difference is a
    clash, but what mine lacks altogether is taken over."""
    changes: dict[str, V | None] = {}
    clashes: list[Clash[V]] = []
    for key in dict.fromkeys((*theirs, *mine, *(base or ()))):
        here, there = mine.get(key), theirs.get(key)
        was = base.get(key) if base is not None else None
        if there in (here, was):
            continue
        if here == was:
            changes[key] = there
        else:
            clashes.append(Clash(key, here, there))
    return Merged(changes, tuple(clashes))
