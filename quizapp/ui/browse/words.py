"""What the table of cards says: when a card is due, how long it lasts. Values in, translated words out."""

from typing import Literal

from PySide6.QtCore import QDateTime, QLocale, QObject

from quizapp.store.browse_rows import Row
from quizapp.ui.i18n import marked
from quizapp.ui.kinds import sign_of

_SHORT = QLocale.FormatType.ShortFormat

Tone = Literal["late", "today", "later"]


class BrowseWords(QObject):
    """The words of cells."""

    def due(self, row: Row, today: int) -> str:
        """When a card is due, by the day."""
        if row.missing:
            return self.tr("missing")
        if row.suspended:
            return self.tr("suspended")
        if row.due_day is None:
            return self.tr("new")
        days = row.due_day - today
        if days < 0:
            return self.tr("%n days late", "", -days)
        near = {0: self.tr("today"), 1: self.tr("tomorrow")}
        return near.get(days) or self.tr("in %n days", "", days)

    def tone(self, row: Row, today: int) -> Tone:
        """How a due day is set."""
        if row.missing or row.suspended or row.due_day is None or row.due_day > today:
            return "later"
        return "late" if row.due_day < today else "today"

    def short_days(self, days: float | None) -> str:
        """Days in a column."""
        if days is None:
            return "–"
        return self.tr("{number} d").format(number=self._days(days))

    def days(self, days: float | None) -> str:
        """Days in prose."""
        if days is None:
            return "–"
        if 0 < days < 1:
            return self.tr("under a day")
        return self.tr("%n days", "", round(days))

    def _days(self, days: float) -> str:
        return QLocale().toString(round(days)) if days >= 1 else "<1"

    def picked(self, times: int) -> str:
        """How often a wrong option was taken for right."""
        named = {0: self.tr("never picked"), 1: self.tr("picked once")}
        return named.get(times) or self.tr("picked %n times", "", times)

    def share(self, share: float) -> str:
        """A share in [0, 1]."""
        return f"{QLocale().toString(round(share * 100))} %"

    def number(self, number: float | None) -> str:
        """A plain number."""
        if number is None:
            return "–"
        places = 1 if isinstance(number, float) else 0
        return QLocale().toString(float(number), "f", places)

    def added(self, row: Row) -> str:
        """When the card was first seen."""
        return QLocale().toString(QDateTime.fromMSecsSinceEpoch(row.added_ms).date(), _SHORT)

    def kind(self, row: Row) -> str:
        """The kind in a word; nothing for a card that is in no deck."""
        return marked(sign_of(row.kind).name) if row.kind else ""

    def status(self, row: Row) -> str:
        """How the content stands."""
        return {
            "fact": self.tr("fact"),
            "claim": self.tr("claim"),
            "forecast": self.tr("forecast"),
            "background": self.tr("background"),
        }.get(row.status, "")


words = BrowseWords()
