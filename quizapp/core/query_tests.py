"""What one condition of a search asks of a card. The store knows how to find the cards that meet each."""

from typing import Literal

from msgspec import Struct

FOREVER = float("inf")


class Contains(Struct, frozen=True):
    """The card's text holds these words as they stand, marks and case aside."""

    words: str


class Matches(Struct, frozen=True):
    """A text of the card is this one, marks and case aside; `*` stands for any letters."""

    what: str
    """deck, tag, source, by or id."""
    pattern: str


class Is(Struct, frozen=True):
    """The card is of this sort."""

    what: str
    """is, state, kind, status or has."""
    value: str


class Between(Struct, frozen=True):
    """A number of the card is within bounds; cards without it are not."""

    what: str
    low: float = -FOREVER
    high: float = FOREVER
    with_low: bool = True
    """Whether `low` itself is within; as with_high."""
    with_high: bool = True


class Rated(Struct, frozen=True):
    """The card was answered on one of the last study days."""

    days: int
    """1: today."""
    rating: int = 0
    """Answered so, from 1 to 4; 0: in any way."""


class Since(Struct, frozen=True):
    """Something first happened to the card on one of the last study days."""

    what: Literal["added", "begun"]
    days: int
    """1: today."""


class Pattern(Struct, frozen=True):
    """A regular expression is found in the card's text, marks and case aside."""

    pattern: str


Test = Contains | Matches | Is | Between | Rated | Since | Pattern
