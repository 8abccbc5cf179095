"""How cards and answers are spread: by stability, and over the hours of the day."""

from quizapp.core.stats import ENOUGH, Bin
from quizapp.ui.stats.columns import Columns, Name
from quizapp.ui.stats.figures import count, decimal, percent, recalled
from quizapp.ui.stats.plot import Little
from quizapp.ui.stats.table import Column, Figure, Table


class Stability(Columns):
    """For how long cards are remembered: after so many days the chance to recall one is 90 %."""

    name = "stability"

    def heading(self) -> str:
        return self.tr("Stability, days")

    def fact(self) -> str:
        return ""

    def little(self) -> Little | None:
        studied = sum(bin_.cards for bin_ in self.stats.stability)
        if studied:
            return None
        return Little(self.tr("Shown from the first card that you have studied."), 0, 1)

    def summary(self) -> str:
        cards = self.tr("%n cards by stability", "", sum(bin_.cards for bin_ in self.stats.stability))
        strong = self.strong()
        return f"{cards}; {self.tr('most')}: {self.mark_words(strong.bar)}" if strong else cards

    def values(self) -> tuple[float, ...]:
        return tuple(bin_.cards for bin_ in self.stats.stability)

    def names(self) -> tuple[Name, ...]:
        return tuple(Name(bar, self._low(bin_)) for bar, bin_ in enumerate(self.stats.stability))

    def strong(self) -> Name | None:
        values = self.values()
        most = max(values, default=0)
        return Name(values.index(most), count(round(most))) if most else None

    def _low(self, bin_: Bin) -> str:
        low = _figure(bin_.low)
        return low if bin_.high else f"{low}+"

    def _range(self, bin_: Bin) -> str:
        low, high = _figure(bin_.low), _figure(bin_.high)
        if not bin_.high:
            return self.tr("{low} days and more").format(low=low)
        return self.tr("{low} to {high} days").format(low=low, high=high)

    def mark_words(self, mark: int) -> str:
        bin_ = self.stats.stability[mark]
        return self.tr("{range}: %n cards", "", bin_.cards).format(range=self._range(bin_))

    def table(self) -> Table:
        columns = (Column(self.tr("Stability"), figures=False), Column(self.tr("Cards"), role="cap"))
        rows = tuple(
            (Figure(self._range(bin_), self._range(bin_)), Figure(bin_.cards, count(bin_.cards)))
            for bin_ in self.stats.stability
        )
        return Table(columns, rows)


def _figure(days: float) -> str:
    return decimal(days, 0 if days == round(days) else 1)


class Hours(Columns):
    """When reviews were done, and how well they went then."""

    name = "hours"

    def heading(self) -> str:
        return self.tr("Hours of the day")

    def fact(self) -> str:
        return ""

    def little(self) -> Little | None:
        if self._total >= ENOUGH:
            return None
        sentence = self.tr("Shown from {least} reviews. You have {count}.")
        return Little(sentence.format(least=count(ENOUGH), count=count(self._total)), self._total, ENOUGH)

    @property
    def _total(self) -> int:
        return sum(hour.reviews for hour in self.stats.hours)

    def summary(self) -> str:
        strong = self.strong()
        return f"{self.tr('most')}: {self.mark_words(strong.bar)}" if strong else self.tr("no reviews")

    def values(self) -> tuple[float, ...]:
        done = {hour.hour: hour.reviews for hour in self.stats.hours}
        return tuple(done.get(hour, 0) for hour in range(24))

    def names(self) -> tuple[Name, ...]:
        return tuple(Name(hour, count(hour)) for hour in range(0, 24, 6))

    def strong(self) -> Name | None:
        values = self.values()
        most = max(values)
        return Name(values.index(most), count(round(most))) if most else None

    def mark_words(self, mark: int) -> str:
        hour = next((one for one in self.stats.hours if one.hour == mark), None)
        span = _span(mark)
        if hour is None or not hour.reviews:
            return self.tr("{span}: no reviews").format(span=span)
        words = self.tr("{span}: %n reviews", "", hour.reviews).format(span=span)
        if not hour.recall.enough:
            return words
        share = percent(hour.recall.share or 0.0)
        return self.tr("{words}, {share} recalled").format(words=words, share=share)

    def table(self) -> Table:
        columns = (
            Column(self.tr("Hour"), figures=False),
            Column(self.tr("Reviews"), role="cap"),
            Column(self.tr("Recalled"), token="mut"),
        )
        rows = tuple(
            (
                Figure(hour.hour, _span(hour.hour)),
                Figure(hour.reviews, count(hour.reviews)),
                Figure(hour.recall.share, recalled(hour.recall)),
            )
            for hour in self.stats.hours
            if hour.reviews
        )
        return Table(columns, rows)


def _span(hour: int) -> str:
    """ "9:00–10:00"."""
    return f"{hour}:00–{(hour + 1) % 24}:00"
