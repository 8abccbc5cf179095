"""Weeks as columns of days: where they begin, the names beside and above them; by the learner’s locale."""

from collections.abc import Iterator

from PySide6.QtCore import QLocale

from quizapp.ui.i18n import date_of

_APART = 3
"""Weeks between two names of months, at least."""
_NAMED_ROWS = (0, 2, 4)
_SHORT = QLocale.FormatType.ShortFormat


def week_start(day: int) -> int:
    """The first study day of a study day's week."""
    return day - (date_of(day).dayOfWeek() - QLocale().firstDayOfWeek().value) % 7


def weekday_names() -> list[tuple[int, str]]:
    """Row of a weekday -> its name, every other one."""
    first = QLocale().firstDayOfWeek().value
    return [(row, QLocale().standaloneDayName((first - 1 + row) % 7 + 1, _SHORT)) for row in _NAMED_ROWS]


def month_names(start: int, weeks: int) -> Iterator[tuple[int, str]]:
    """Week in which a month begins -> its name; start: the first day of the first week. None has room above
    the last week."""
    named = -_APART
    for week in range(weeks - 1):
        end = date_of(start + week * 7 + 6)
        if end.day() <= 7 and week - named >= _APART:
            named = week
            yield week, QLocale().standaloneMonthName(end.month(), _SHORT)
