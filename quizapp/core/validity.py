"""Until when a card holds: its `valid_until`, a day, a month or a year, in study days."""

from calendar import monthrange
from datetime import date

from quizapp.core import dates

_EPOCH = date(1970, 1, 1).toordinal()


def last_day(valid_until: str) -> int | None:
    """The last study day of a date, a month or a year; None if the text names none."""
    found = dates.parse(valid_until)
    if found is None:
        return None
    month = found.month or 12
    day = found.day or monthrange(found.year, month)[1]
    return date(found.year, month, day).toordinal() - _EPOCH


def is_over(valid_until: str, today: int) -> bool:
    """True if all that it names lies before a study day; a text that is no date is never over."""
    last = last_day(valid_until)
    return last is not None and last < today
