"""What a change of the desired retention would cost: reviews a day for each that can be set."""

from quizapp.core.stats import Load
from quizapp.ui.stats.columns import Columns, Name
from quizapp.ui.stats.figures import count, decimal, percent
from quizapp.ui.stats.plot import Little
from quizapp.ui.stats.table import Column, Figure, Table

_FEW = 10
"""Reviews or minutes a day below which a fraction matters."""


class Cost(Columns):
    """Of all cards, whatever is searched for; simulated in the background."""

    name = "cost"

    def heading(self) -> str:
        return self.tr("Cost of retention")

    @property
    def _loads(self) -> tuple[Load, ...]:
        return self.about.loads or ()

    def little(self) -> Little | None:
        if self.about.loads is None:
            return Little(self.tr("What each desired retention would cost is being worked out …"), 0, 1)
        if not self.about.loads:
            return Little(self.tr("Shown from the first card that you have studied."), 0, 1)
        return None

    @property
    def _here(self) -> int:
        """The retention that is desired now, or the nearest."""
        marks = range(len(self._loads))
        return min(marks, key=lambda mark: abs(self._loads[mark].retention - self.stats.desired))

    def start_mark(self) -> int:
        return self._here if self._loads else 0

    def summary(self) -> str:
        return self.tr("now: {load}").format(load=self.mark_words(self._here)) if self._loads else ""

    def values(self) -> tuple[float, ...]:
        return tuple(load.reviews for load in self._loads)

    def names(self) -> tuple[Name, ...]:
        wanted = (70, 80, 90, 97)
        shares = [round(100 * load.retention) for load in self._loads]
        return tuple(Name(shares.index(one), percent(one / 100)) for one in wanted if one in shares)

    def strong(self) -> Name | None:
        return Name(self._here, self._a_day()) if self._loads else None

    def _a_day(self) -> str:
        return self.tr("{reviews} a day").format(reviews=_amount(self._loads[self._here].reviews))

    def mark_words(self, mark: int) -> str:
        load = self._loads[mark]
        words = self.tr("{share}: about {reviews} reviews a day, {minutes} minutes")
        return words.format(
            share=percent(load.retention), reviews=_amount(load.reviews), minutes=_amount(load.minutes)
        )

    def table(self) -> Table:
        columns = (
            Column(self.tr("Desired"), figures=False),
            Column(self.tr("Reviews a day"), role="cap"),
            Column(self.tr("Minutes"), token="mut"),
        )
        return Table(columns, tuple(map(self._row, reversed(self._loads))))

    def _row(self, load: Load) -> tuple[Figure, ...]:
        return (
            Figure(round(load.retention, 2), percent(load.retention)),
            Figure(round(load.reviews, 2), _amount(load.reviews)),
            Figure(round(load.minutes, 2), _amount(load.minutes)),
        )


def _amount(number: float) -> str:
    return count(round(number)) if number >= _FEW else decimal(number, 1)
