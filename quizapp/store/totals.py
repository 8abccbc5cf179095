"""The log in numbers, by study day, by hour and by card: folds that statistics and limits read.

All numbers of a table are sums over cards, so that an answer changes what its own card added, and no more.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.core.stats import SPANS
from quizapp.store import overrides
from quizapp.store.cards import KEYS_OF_SUBJECT

if TYPE_CHECKING:
    from quizapp.store.database import Database

Row = tuple[int, str, int, int, int, int]
"""A review, as COLUMNS."""


CardRows = dict[tuple[int], list[int]]
"""(card_key,) -> the numbers of card_total."""


class _Table(NamedTuple):
    """A fold: what its columns are called."""

    name: str
    keys: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def _places(self) -> str:
        return ", ".join("?" * len(self.keys + self.numbers))

    @property
    def add(self) -> str:
        """SQL: sum numbers up with what stands there."""
        sums = ", ".join(f"{number} = {number} + excluded.{number}" for number in self.numbers)
        return f"INSERT INTO {self.name} VALUES ({self._places}) ON CONFLICT DO UPDATE SET {sums}"

    @property
    def put(self) -> str:
        """SQL: these are the numbers now."""
        return f"INSERT OR REPLACE INTO {self.name} VALUES ({self._places})"

    @property
    def remove(self) -> str:
        """SQL: forget a row in which nothing is left."""
        return f"DELETE FROM {self.name} WHERE reviews = 0 AND " + " AND ".join(
            f"{key} = ?" for key in self.keys
        )


NUMBERS = ("reviews", "counted", "recalled", "visible_ms")
DAY = _Table(
    "day_total",
    ("study_day", "mode"),
    ("reviews", "cards", "fresh", "due", "again", "visible_ms", "counted", "recalled"),
)
_HOUR = _Table("hour_total", ("study_day", "hour"), ("reviews", "counted", "recalled"))
CARD = _Table(
    "card_total", ("card_key",), (*NUMBERS, *(f"{span}_{name}" for span in SPANS for name in NUMBERS))
)
_TABLES = (DAY, _HOUR, CARD)
NAMES = tuple(table.name for table in _TABLES)

COLUMNS = "study_day, mode, rating, visible_ms, at_ms, utc_offset_min"
"""Of a review: what the fold reads."""

SPAN_DAY = "span_day"
"""In meta: the study day that the spans of cards end with; store.spans moves it on."""
RESET = "reset"
"""In place of a mode: here the learner made the card new again."""
_OF_CARD = f"""
SELECT {COLUMNS} FROM (
    SELECT {COLUMNS}, review_id AS id FROM standing
    WHERE subject = :subject AND card_key IN {KEYS_OF_SUBJECT}
    UNION ALL SELECT 0, type, 0, 0, at_ms, 0, event_id FROM event
    WHERE {overrides.OF_SUBJECT} AND type = '{RESET}' AND {overrides.STANDS}
) ORDER BY at_ms, id
"""
_HOUR_MS = 3_600_000
_MINUTE_MS = 60_000
_EVER = -1_000_000
"""A day before all others."""


class Totals:
    """What some cards add to each table."""

    def __init__(self, today: int) -> None:
        """today: the study day that the spans of cards end with."""
        self.today = today
        self.days: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0] * len(DAY.numbers))
        self.hours: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0] * len(_HOUR.numbers))
        self.cards: CardRows = {}
        starts = (_EVER, *(today - days + 1 for days in SPANS.values()))
        self._starts = tuple((at * len(NUMBERS), start) for at, start in enumerate(starts))
        """Where the numbers of a span begin in a row of card_total, and on which day the span does."""

    @property
    def tables(self) -> tuple[dict[Any, list[int]], ...]:
        """As _TABLES: the key of each row -> its numbers."""
        return self.days, self.hours, self.cards

    def take(self, card_key: int, rows: Iterable[Row]) -> None:
        """Add the reviews of one card, in the order of time; resets among them."""
        seen: set[int] = set()
        past = _Past()
        total = [0] * len(CARD.numbers)
        for day, mode, rating, visible_ms, at_ms, offset_min in rows:
            if mode == RESET:
                past.days.clear()
                continue
            sums = self.days[day, mode]
            hour = self.hours[day, (at_ms + offset_min * _MINUTE_MS) // _HOUR_MS % 24]
            sums[0] += 1
            hour[0] += 1
            if day not in seen:
                seen.add(day)
                sums[1] += 1
            if rating == 1:
                sums[4] += 1
            sums[5] += visible_ms
            counted = mode == "study" and past.take(day, sums)
            if counted:
                _recall(sums, hour, rating)
            self._span(total, day, (1, counted, counted and rating > 1, visible_ms))
        if total[0]:
            self.cards[card_key,] = total

    def move(self, before: "Totals", after: "Totals") -> None:
        """Replace what some cards added before by what they add now."""
        for sums, old, new in zip(self.tables, before.tables, after.tables, strict=True):
            for key in old.keys() | new.keys():
                less, more = old.get(key), new.get(key)
                row = list(sums.get(key) or [0] * len(less or more or ()))
                for signed, part in ((-1, less), (1, more)):
                    for at, number in enumerate(part or ()):
                        row[at] += signed * number
                if row[0]:
                    sums[key] = row
                else:
                    sums.pop(key, None)

    def _span(self, total: list[int], day: int, numbers: tuple[int, int, int, int]) -> None:
        """Add a review to the row of its card."""
        reviews, counted, recalled, visible_ms = numbers
        for place, start in self._starts:
            if day < start:
                return
            total[place] += reviews
            total[place + 1] += counted
            total[place + 2] += recalled
            total[place + 3] += visible_ms


class _Past:
    """The days on which one card was studied so far, since it was new."""

    __slots__ = ("days", "last")

    def __init__(self) -> None:
        self.days: set[int] = set()
        self.last = 0

    def take(self, day: int, sums: list[int]) -> bool:
        """Add a study review to its day: that of a new card, or once a day another; whether it is counted."""
        if day in self.days:
            return False
        is_new = not self.days
        sums[2 if is_new else 3] += 1
        self.days.add(day)
        counted = not is_new and day > self.last
        if is_new or counted:
            self.last = day
        return counted


def _recall(sums: list[int], hour: list[int], rating: int) -> None:
    """Add a counted review to its day and hour."""
    sums[6] += 1
    hour[1] += 1
    if rating > 1:
        sums[7] += 1
        hour[2] += 1


def of_card(db: "Database", subject: int) -> Totals:
    """What one card adds now."""
    totals = Totals(day_of(db))
    take(db, totals, subject)
    return totals


def take(db: "Database", totals: Totals, subject: int) -> None:
    """Add what one card adds now."""
    totals.take(subject, db.con.execute(_OF_CARD, {"subject": subject}))


def move(db: "Database", before: Totals, after: Totals) -> None:
    """Replace what a card added before by what it adds now."""
    for table, old, new in zip(_TABLES, before.tables, after.tables, strict=True):
        none = [0] * len(table.numbers)
        for key in old.keys() | new.keys():
            then, now = old.get(key, none), new.get(key, none)
            if then == now:
                continue
            more = [one - other for one, other in zip(now, then, strict=True)]
            db.con.execute(table.add, (*key, *more))
            if key not in new:
                db.con.execute(table.remove, key)


def replace(db: "Database", totals: Totals) -> None:
    """These are the totals of the whole log."""
    for table, sums in zip(_TABLES, totals.tables, strict=True):
        db.con.execute(f"DELETE FROM {table.name}")
        db.con.executemany(table.add, ((*key, *numbers) for key, numbers in sums.items()))
    db.set_meta(SPAN_DAY, str(totals.today))


def day_of(db: "Database") -> int:
    """The study day that the spans of cards end with."""
    return int(db.meta(SPAN_DAY) or 0)
