"""Cards that left the decks: what is at stake, which new ones they may be, what the learner said of it."""

from collections.abc import Sequence

from msgspec import Struct

SURE = 0.8
"""From here on pairs may be linked all at once."""
LEAD = 0.07
"""By how much such a pair beats all others of its notes."""
MOST_ALIKE = 0.99
"""Nothing that had to be asked is shown as more alike than this."""


class Stake(Struct, frozen=True, kw_only=True):
    """The progress of a note's cards."""

    cards: int
    """Those with progress."""
    reviews: int
    """Answers that count, of all of them."""
    stability: float | None = None
    """Days, of the least stable one; None if only quizzes asked for it."""
    due_day: int | None = None
    """The study day on which the first of them comes back."""


class Wording(Struct, frozen=True, kw_only=True):
    """A note in plain words."""

    uid: str
    deck: str
    """Title."""
    front: str
    back: str
    exact: bool = True
    """False if only its fingerprint is left, without capitals."""


class Pair(Struct, frozen=True, kw_only=True):
    """A note that left the decks and one that is new: are they the same?"""

    old: Wording
    new: Wording
    score: float
    """How alike they are, see core/ladder.py."""
    stake: Stake
    """Of the old one."""
    rival: float = 0.0
    """The best score that either of them has with another note."""
    fresh: int = 0
    """Answers that the new one has got meanwhile; linked, both histories count, in the order of time."""

    @property
    def key(self) -> tuple[str, str]:
        """Names the pair."""
        return self.old.uid, self.new.uid

    @property
    def alike(self) -> float:
        """To be shown, in [0, 1]."""
        return min(self.score, MOST_ALIKE)


class Answer(Struct, frozen=True, kw_only=True):
    """What the learner said of a pair."""

    pair: Pair
    same: bool
    events: tuple[str, ...]
    """Their ids, to take it back."""


class Orphan(Struct, frozen=True, kw_only=True):
    """A card with progress whose text is in no deck."""

    card_key: int
    card_id: str
    wording: Wording
    """Of the card itself, with the uid of its note."""
    since_ms: int
    """When it left, UTC milliseconds; 0 if that is not known."""
    stake: Stake
    whole: bool = True
    """False if its note is still there, without this card."""


class Reworded(Struct, frozen=True, kw_only=True):
    """A card whose question or answer is another one than when it was last studied."""

    card_key: int
    card_id: str
    then: Wording | None
    """As it was studied; None if that is not known."""
    now: Wording
    content: str
    """Hash of what it says now."""
    stake: Stake


def sure(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Those that may be linked all at once: alike enough, and either note clearly less alike to any other."""
    return tuple(pair for pair in pairs if pair.score >= SURE and pair.score - pair.rival >= LEAD)
