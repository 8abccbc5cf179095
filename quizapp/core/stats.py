"""What statistics say, as values: the screen, its tables, prints and `quizapp stats --json` show these.

Days are study days (days since 1970-01-01) as they were logged. A *counted* answer is the first of a card on
a study day that comes after all its earlier ones, in mode `study`: a look at what was remembered for at least
a day, whether it came early, in time or late. Its share rated above Again is the *retention*. A card's first
day, learning steps, quizzes, exams and quick rounds are in the reviews alone; so is the first day after a
reset. Whether a card was due by the schedule is not asked: other parameters or a moved day would change the
past.
"""

from typing import Literal

from msgspec import Struct

from quizapp.core.marking import Bounds, wilson

Period = Literal["month", "year", "all"]
PERIODS: tuple[Period, ...] = ("month", "year", "all")
SPANS: dict[Period, int] = {"year": 365, "month": 30}
"""Study days of a period, today's the last one, longest first; all time has no beginning."""
GROUPS = 100
"""Decks, tags, kinds or statuses that are listed, at most."""
HEAT_DAYS = 53 * 7
FORECAST_DAYS = 90
BINS = (0.0, 1.0, 3.0, 7.0, 14.0, 30.0, 90.0, 180.0, 365.0)
"""Lower ends of the classes of stability, days."""
ENOUGH = 20
"""Counted answers below which no share is told as one."""
OFTEN = 10
"""Counted answers from which a card can be among the hardest."""
HARDEST = 20
"""Cards that are listed as such, at most."""
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
    """Cards still due, before any limit; without what is put aside for today."""
    weeks: int
    """Monday to Sunday, in a row with at least one review; this one is included if it has any."""


class Day(Struct, frozen=True):
    """A study day with at least one review."""

    day: int
    reviews: int
    visible_ms: int


class Month(Struct, frozen=True):
    """Retention in a calendar month of study days."""

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
    """The cards and answers of a deck, tag, kind or status; decks of one title are one group."""

    name: str
    cards: int
    """On the shelf now: the answers of others are in no group."""
    reviews: int
    """In the period, as the rest."""
    recall: Recall
    visible_ms: int


class Groups(Struct, frozen=True, kw_only=True):
    """Most reviews first, then most cards. A card is in the groups of all its tags, without any in none."""

    decks: tuple[Group, ...] = ()
    tags: tuple[Group, ...] = ()
    kinds: tuple[Group, ...] = ()
    statuses: tuple[Group, ...] = ()


class Hour(Struct, frozen=True):
    """An hour of the day, 0-23, where the learner was."""

    hour: int
    reviews: int
    recall: Recall


class Hard(Struct, frozen=True, kw_only=True):
    """A card that is often forgotten, of all time."""

    card_key: int
    front: str
    deck: str
    forgotten: int
    """Counted answers that were not recalled."""
    reviews: int
    """Counted answers."""
    stability: float | None
    """Days; None after a reset."""
    lapses: int = 0
    """As the schedule counts them, and leeches are told by."""
    leech: bool = False


class Load(Struct, frozen=True):
    """What a desired retention would cost in the long run."""

    retention: float
    reviews: float
    """A day."""
    minutes: float
    """A day."""


class Statistics(Struct, frozen=True, kw_only=True):
    """Everything of one filter and period. The forecast and the cards are as of now, whatever the period.

    Without a filter the answers to cards that have left the shelf are in all numbers but the groups; cards
    are told of the shelf alone.
    """

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
    """In the period."""
    months: tuple[Month, ...]
    """The last 12, of all time from the first with a counted answer; whole, oldest first, without gaps."""
    desired: float
    forecast: tuple[int, ...]
    """Cards due on each of the next FORECAST_DAYS study days, today first with all that is overdue; without
    suspended ones, before any limit. What is put aside for today is tomorrow's."""
    states: States
    stability: tuple[Bin, ...]
    """One for each of BINS: all cards that were studied."""
    groups: Groups
    hours: tuple[Hour, ...]
    """All 24, of the period."""
    hard: tuple[Hard, ...]
    """The HARDEST cards with at least OFTEN counted answers: greatest share forgotten first."""
    leeches: tuple[Hard, ...]
    """All of them, most lapses first."""

    @property
    def ms_per_answer(self) -> float | None:
        """Mean time in view, of the period; None without answers."""
        return self.visible_ms / self.reviews if self.reviews else None
