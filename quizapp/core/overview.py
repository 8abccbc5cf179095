"""What home and the summary of a session show, as values."""

from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.reviews import Mode


class DayCount(Struct, frozen=True):
    """A study day (days since 1970-01-01) and how many cards."""

    day: int
    count: int


class DeckRow(Struct, frozen=True, kw_only=True):
    """One deck in home's table."""

    deck_key: int
    title: str
    course: str
    recalled: float | None = None
    """Mean retrievability of the cards seen so far, in [0, 1]; None if not started."""
    new: int = 0
    learning: int = 0
    due: int = 0
    problems: int = 0
    """Errors of the file; its last good state is shown."""


class Overview(Struct, frozen=True, kw_only=True):
    """Home at a glance. The totals are after the day's limits; the rows count what waits."""

    today: int
    """The study day."""
    rows: tuple[DeckRow, ...]
    due: int
    """Reviews and learning cards that today's limit allows now."""
    new: int
    """New cards that today's limit still allows."""
    new_waiting: int
    """New cards of all decks."""
    learning: int = 0
    seconds: int = 0
    """Estimate for `due` (or for `new` if nothing is due)."""
    next_due: DayCount | None = None
    """The next study day with due cards, if none are due now."""
    heat: tuple[DayCount, ...] = ()
    """Cards studied a day, only days with any, oldest first."""
    weeks_studied: int = 0
    weeks: int = 10
    renamed: int = 0
    """Cards that may have been renamed."""
    missing: int = 0
    """Cards with progress whose text is in no deck."""
    late: int = 0
    """Reviews that wait beyond the day's limit."""
    away: int = 0
    """Study days since the last one before today; 0 if there was none."""


class Missed(Struct, frozen=True, kw_only=True):
    """A card worth another look."""

    card_key: int
    front: str
    back: str
    outcome: str
    fraction: str = ""


class SessionSummary(Struct, frozen=True, kw_only=True):
    """How a session went, by first tries."""

    title: str
    mode: Mode
    cards: int
    seconds: int
    right: int = 0
    almost: int = 0
    partly: int = 0
    wrong: int = 0
    unknown: int = 0
    unscored: int = 0
    """Cards the learner rated alone; shown apart."""
    missed: tuple[Missed, ...] = ()
    gone: int = 0
    """Missed cards that have left their decks since and cannot be listed."""
    leeches: int = 0
    """Cards that became one in it, and were flagged."""
    coming: tuple[DayCount, ...] = ()
    """Due cards of each of the next 7 study days."""
    weeks_studied: int = 0
    weeks: int = 10
    new_left: int = 0
    """New cards that could be studied next."""
    today: int = 0


class Seen(Struct, frozen=True, kw_only=True):
    """A question of a quiz that was handed in."""

    at: int
    """Its index in the paper."""
    front: str
    outcome: str
    given: str
    """The answer in words; "" for none."""


class Found(Struct, frozen=True, kw_only=True):
    """A card that a search found."""

    card_key: int
    front: str
    deck: str
    """The deck's title."""
    deck_key: int


def courses(overview: Overview) -> tuple[str, ...]:
    """The courses of the decks, in the order of their first decks."""
    return tuple(dict.fromkeys(row.course for row in overview.rows))


def narrowed(overview: Overview, course: str) -> Overview:
    """Home for one course: what today's limits, which are for all decks, would leave of its cards."""
    rows = tuple(row for row in overview.rows if row.course == course)
    due = min(overview.due, sum(row.due + row.learning for row in rows))
    waiting = sum(row.new for row in rows)
    new = min(overview.new, waiting)
    here, everywhere = (due, overview.due) if due else (new, overview.due or overview.new)
    return replace(
        overview,
        rows=rows,
        due=due,
        new=new,
        new_waiting=waiting,
        learning=min(overview.learning, sum(row.learning for row in rows)),
        seconds=round(overview.seconds * here / everywhere) if everywhere else 0,
        next_due=None,
        late=0,
    )
