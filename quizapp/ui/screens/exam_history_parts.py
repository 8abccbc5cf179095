"""What the list of earlier exams shows beside it: the trend of one title, and two sittings compared."""

from PySide6.QtCore import QDateTime, QLocale

from quizapp.core.attempt import Attempt
from quizapp.core.marking import wilson
from quizapp.core.results import Result, Share, result
from quizapp.store.exams import Past
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import announce
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.rows import SIDE
from quizapp.ui.widgets.share_bars import TopicBars
from quizapp.ui.widgets.trend import Mark, Trend


class TrendPanel(Panel):
    """The shares of all sittings with the present one's title."""

    def __init__(self) -> None:
        super().__init__(padding=(SIDE - 1, 14, SIDE - 1, 14))
        self._heading = label("heading", "", wrap=True)
        self.chart = Trend()
        self.content.addWidget(self._heading)
        self.content.addWidget(self.chart)

    def show_past(self, past: tuple[Past, ...], here: Past | None) -> None:
        alike = [one for one in reversed(past) if here is not None and one.title == here.title and one.most]
        marks: tuple[Mark, ...] = tuple(
            (
                one.started_ms,
                max(0.0, one.earned / one.most),
                wilson(max(0.0, one.earned / one.most), one.count),
            )
            for one in alike
        )
        self.setVisible(len(marks) > 1)
        if here is not None and len(marks) > 1:
            self._heading.setText(here.title)
            self.chart.show_marks(here.title, marks)


class ComparisonPanel(Panel):
    """Two sittings, deck by deck."""

    def __init__(self) -> None:
        super().__init__(padding=(SIDE - 1, 14, SIDE - 1, 14))
        self._heading = label("heading", "", wrap=True)
        self.bars = TopicBars()
        self.content.addWidget(self._heading)
        self.content.addWidget(self.bars)

    def show_both(self, first: Attempt, second: Attempt) -> None:
        one, other = sorted((first, second), key=lambda attempt: attempt.started_ms)
        before, after = result(one), result(other)
        self._heading.setText(self.tr("{first} beside {second}").format(first=_day(one), second=_day(other)))
        self.bars.show_shares(tuple(self._rows(before, after)))
        self.show()
        announce(self, f"{self._heading.text()}: {self.bars.accessibleName()}")

    def _rows(self, before: Result, after: Result) -> list[Share]:
        """Each deck's share then and now, one below the other; the whole first."""
        whole = self.tr("All")
        rows: list[Share] = []
        names = dict.fromkeys([share.name for found in (before, after) for share in found.decks])
        for name in ("", *names):
            for number, found in enumerate((before, after), 1):
                share = (
                    found.whole if not name else next((one for one in found.decks if one.name == name), None)
                )
                if share is not None:
                    rows.append(Share(f"{number}  {name or whole}", share.count, share.earned, share.bounds))
        return rows


def _mark(past: Past) -> Mark:
    share = max(0.0, past.earned / past.most)
    return past.started_ms, share, wilson(share, past.count)


def _day(attempt: Attempt) -> str:
    date = QDateTime.fromMSecsSinceEpoch(attempt.started_ms).date()
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)
