"""How many cards are due on the days to come."""

from itertools import accumulate
from typing import ClassVar

from quizapp.ui.stats.columns import Columns, Name
from quizapp.ui.stats.figures import Spoken, count, day_long, day_short, iso
from quizapp.ui.stats.table import Column, Figure, Table


class Due(Columns):
    """The next 30 study days, today first, with all that is overdue."""

    name = "due"
    days: ClassVar[int] = 30
    apart: ClassVar[int] = 10
    """Days between two names."""

    def values(self) -> tuple[float, ...]:
        return self.stats.forecast[: self.days]

    def heading(self) -> str:
        return WORDS.heading(self.days)

    def fact(self) -> str:
        return WORDS.total(sum(self.stats.forecast[: self.days]))

    def summary(self) -> str:
        due = self.stats.forecast[: self.days]
        return WORDS.summary(due, self.stats.today)

    def names(self) -> tuple[Name, ...]:
        later = range(self.apart, self.days, self.apart)
        return (
            Name(0, WORDS.today()),
            *(Name(ahead, day_short(self.stats.today + ahead)) for ahead in later),
        )

    def strong(self) -> Name | None:
        today = self.stats.forecast[0]
        return Name(0, WORDS.today_count(today)) if today else None

    def ceiling(self) -> tuple[float, str] | None:
        return (self.about.limit, WORDS.limit(self.about.limit)) if self.about.limit else None

    def mark_words(self, mark: int) -> str:
        return WORDS.day(self.stats.today + mark, self.stats.forecast[mark], today=not mark)

    def table(self) -> Table:
        due = self.stats.forecast[: self.days]
        columns = WORDS.columns()
        rows = tuple(
            (
                Figure(iso(self.stats.today + ahead), WORDS.day_name(self.stats.today, ahead)),
                Figure(cards, count(cards)),
                Figure(total, count(total)),
            )
            for ahead, (cards, total) in enumerate(zip(due, accumulate(due), strict=True))
        )
        return Table(columns, rows)


class DueLater(Due):
    """The next 90 study days."""

    name = "due_later"
    days = 90
    listed = False
    apart = 30


class _Words(Spoken):
    """One and the same for both."""

    def heading(self, days: int) -> str:
        return self.tr("Due, next %n days", "", days)

    def total(self, cards: int) -> str:
        return self.tr("%n cards", "", cards)

    def today(self) -> str:
        return self.tr("today")

    def today_count(self, cards: int) -> str:
        return self.tr("{count} today").format(count=count(cards))

    def limit(self, cards: int) -> str:
        return self.tr("limit {count}").format(count=count(cards))

    def summary(self, due: tuple[int, ...], today: int) -> str:
        cards = self.tr("%n cards due", "", sum(due))
        period = self.tr("in the next %n days", "", len(due))
        parts = [f"{cards} {period}", self.today_count(due[0])]
        later = due[1:]
        if most := max(later, default=0):
            day = day_long(today + 1 + later.index(most))
            parts.append(self.tr("most later: {count} on {day}").format(count=count(most), day=day))
        return "; ".join(parts)

    def day(self, day: int, cards: int, *, today: bool) -> str:
        date = self.tr("Today, {date}").format(date=day_long(day)) if today else day_long(day)
        if not cards:
            return self.tr("{date}: none due").format(date=date)
        return self.tr("{date}: %n cards due", "", cards).format(date=date)

    def day_name(self, today: int, ahead: int) -> str:
        return day_short(today + ahead) if ahead else self.tr("today")

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Day"), figures=False),
            Column(self.tr("Cards due"), role="cap"),
            Column(self.tr("Sum"), token="mut"),
        )


WORDS = _Words()
