"""What a learner may answer; a kind with answers of its own declares them in its module."""

from typing import ClassVar

from msgspec import Struct


class Answer(Struct, frozen=True, omit_defaults=True, tag_field="type"):
    """What the learner answered; encodes to the JSON that is logged."""

    own_words: ClassVar[bool] = False
    """True if it is in the learner's own words: one that the deck does not know may be right."""


class DontKnow(Answer, frozen=True, tag="unknown"):
    """ "I don't know": a first-class answer of every kind."""


class Blank(Answer, frozen=True, tag="blank"):
    """Left unanswered in an exam."""


class Revealed(Answer, frozen=True, tag="revealed"):
    """A self-rated card was turned over."""


class Picked(Answer, frozen=True, tag="picked"):
    """One option, by its text."""

    text: str


class Picks(Answer, frozen=True, tag="picks"):
    """Any number of options, by their texts; empty for "none of them"."""

    texts: tuple[str, ...]


class Typed(Answer, frozen=True, tag="typed"):
    """A typed text, as typed."""

    own_words = True
    text: str


class Filled(Answer, frozen=True, tag="filled"):
    """One text for each gap, in the order of the gaps."""

    own_words = True
    texts: tuple[str, ...]


_SHARED: dict[str, type[Answer]] = {"unknown": DontKnow, "blank": Blank, "revealed": Revealed, "typed": Typed}
"""Tag of an answer that several kinds take beside their own."""


def type_of(tag: str, own: type[Answer]) -> type[Answer]:
    """The type of an answer by its tag in JSON. own: that of its kind."""
    return _SHARED.get(tag, own)
