"""What statistics say, as values: the screen, its tables, prints and `quizapp stats --json` show these.

Days are study days (days since 1970-01-01). A *counted* answer is the first of a card on a study day on which
it was due or overdue in the schedule, at least one day after the one before: its share rated above Again is
the *retention*. Other answers (new cards, learning steps, quizzes, quick rounds) are in the reviews alone.
"""

from typing import Literal

from msgspec import Struct

from quizapp.core.marking import Bounds, wilson

Period = Literal["month", "year", "all"]
PERIODS: tuple[Period, ...] = ("month", "year", "all")
ENOUGH = 20
"""Counted answers below which no share is told as one."""
OFTEN = 10
"""Reviews from which a card can be among the hardest."""
MATURE = 21
"""Days of interval from which a card is mature."""


class Recall(Struct, frozen=True):
    """How many counted answers there were, and how many of them recalled."""

    counted: int = 0
    recalled: int = 0

    @property
    def share(self) -> float | None:
        """In [0, 1]; None for none."""
        return self.recalled / self.counted if self.counted else None

    @property
    def bounds(self) -> Bounds:
        """95 % range of the share."""
        return wilson(self.share or 0.0, self.counted)

    @property
    def enough(self) -> bool:
        return self.counted >= ENOUGH


class Today(Struct, frozen=True, kw_only=True):
    """This study day."""

    reviews: int
    recall: Recall
    usual: Recall
    """Of the 30 study days before."""
    visible_ms: int
    due: int
    """Cards still due, before any limit."""
    weeks: int
    """In a row with at least one review, this one included if it has any."""


class Day(Struct, frozen=True):
    """A study day with at least one review."""

    day: int
    reviews: int
    visible_ms: int


class Month(Struct, frozen=True):
    """Retention in a calendar month."""

    year: int
    month: int
    recall: Recall


class States(Struct, frozen=True, kw_only=True):
    """Cards on the shelf by state; each is in one."""

    new: int = 0
    learning: int = 0
    young: int = 0
    """Interval below MATURE days."""
    mature: int = 0
    suspended: int = 0


class Bin(Struct, frozen=True):
    """Cards with a stability from `low` up to `high`, days; high 0: no end."""

    low: float
    high: float
    cards: int


class Group(Struct, frozen=True, kw_only=True):
    """The cards and answers of a deck, tag, kind or status."""

    name: str
    cards: int
    reviews: int
    recall: Recall
    visible_ms: int


class Groups(Struct, frozen=True, kw_only=True):
    """Most reviews first."""

    decks: tuple[Group, ...] = ()
    tags: tuple[Group, ...] = ()
    kinds: tuple[Group, ...] = ()
    statuses: tuple[Group, ...] = ()


class Hour(Struct, frozen=True):
    """An hour of the local day, 0-23."""

    hour: int
    reviews: int
    recall: Recall


class Hard(Struct, frozen=True, kw_only=True):
    """A card with at least OFTEN reviews, by share forgotten."""

    card_key: int
    front: str
    deck: str
    forgotten: int
    reviews: int
    stability: float
    leech: bool = False


class Load(Struct, frozen=True):
    """What a desired retention would cost in the long run."""

    retention: float
    reviews: float
    """A day."""
    minutes: float
    """A day."""


class Statistics(Struct, frozen=True, kw_only=True):
    """Everything of one filter and period. The forecast and the cards are as of now, whatever the period."""

    query: str
    period: Period
    today: int
    """The study day."""
    day: Today
    reviews: int
    """In the period."""
    visible_ms: int
    days: tuple[Day, ...]
    """Of the last 53 weeks, or of all time if the period is; oldest first."""
    recall: Recall
    months: tuple[Month, ...]
    """Of the period (of a month: the last 12), oldest first, without gaps."""
    desired: float
    forecast: tuple[int, ...]
    """Cards due on each of the next 90 study days, today first with all that is overdue; without suspended
    ones, before any limit."""
    states: States
    stability: tuple[Bin, ...]
    groups: Groups
    hours: tuple[Hour, ...]
    hard: tuple[Hard, ...]
    leeches: tuple[Hard, ...]
