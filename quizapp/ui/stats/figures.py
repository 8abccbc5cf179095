"""Figures in words: counts, shares, times and dates, as the learner's language writes them."""

from PySide6.QtCore import QCoreApplication, QLocale

from quizapp.core.stats import Recall
from quizapp.ui.i18n import date_of

_MINUTE_MS, _HOUR_MS = 60_000, 3_600_000
_GROUPED = 1_000
"""From here on a number has groups of figures, which Qt's plurals do not make."""
_LONG = 10
"""Hours from which minutes do not matter."""
_SHORT = QLocale.FormatType.ShortFormat


class Spoken:
    """Base of what has words and is no QObject: texts belong to the class that writes them."""

    def tr(self, text: str, comment: str = "", n: int = -1) -> str:
        words = QCoreApplication.translate(type(self).__name__, text, comment, n)
        return words if n < _GROUPED else words.replace(str(n), count(n), 1)


class Times(Spoken):
    """Lengths of time."""

    def spent(self, ms: int) -> str:
        """Time at the cards: "45 s", "12 min", "1 h 5 min"."""
        if ms < _MINUTE_MS:
            return self.tr("{count} s").format(count=count(round(ms / 1000)))
        minutes = round(ms / _MINUTE_MS)
        if minutes < 60:
            return self.tr("{count} min").format(count=count(minutes))
        hours, rest = divmod(minutes, 60)
        if hours >= _LONG:
            return self.tr("{hours} h").format(hours=count(round(ms / _HOUR_MS)))
        words = self.tr("{hours} h {minutes} min") if rest else self.tr("{hours} h")
        return words.format(hours=count(hours), minutes=count(rest))

    def days(self, days: float) -> str:
        """A stability: "4.1 days", "1 day", "120 days"."""
        if days >= 10 or days == round(days):
            return self.tr("%n days", "", round(days))
        return self.tr("{count} days").format(count=decimal(days, 1))


TIMES = Times()


def count(number: int) -> str:
    return QLocale().toString(number)


def decimal(number: float, places: int) -> str:
    return QLocale().toString(float(number), "f", places)


def percent(share: float, places: int = 0) -> str:
    """A share in [0, 1] with the sign."""
    return f"{decimal(100 * share, places)} %"


def recalled(recall: Recall, places: int = 0) -> str:
    """A share that is told only where there is enough behind it."""
    share = recall.share
    return percent(share, places) if share is not None and recall.enough else "–"


def day_long(day: int) -> str:
    """A study day in full, with its weekday."""
    return QLocale().toString(date_of(day), QLocale.FormatType.LongFormat)


def day_short(day: int) -> str:
    """ "4 Dec"."""
    return QLocale().toString(date_of(day), "d MMM")


def day_named(day: int) -> str:
    """ "Wed 14 Oct"."""
    return QLocale().toString(date_of(day), "ddd d MMM")


def iso(day: int) -> str:
    """A study day for other programs."""
    return date_of(day).toString("yyyy-MM-dd")


def month_short(month: int) -> str:
    return QLocale().standaloneMonthName(month, _SHORT)


def month_named(year: int, month: int) -> str:
    return f"{QLocale().standaloneMonthName(month)} {year}"
