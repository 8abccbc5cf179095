"""How likely a card was to be recalled, day by day, with its answers as points."""

from math import floor

from PySide6.QtCore import QRectF

from quizapp.core.card_history import Answered, CardHistory, Stretch
from quizapp.core.reviews import Rating
from quizapp.core.schedule import retrievability
from quizapp.ui import theme
from quizapp.ui.screens.study_words import words as study_words
from quizapp.ui.stats.canvas import Canvas, Point, line
from quizapp.ui.stats.figures import TIMES, count, day_long, day_short, decimal, iso, percent
from quizapp.ui.stats.plot import Little, Plot
from quizapp.ui.stats.table import Column, Figure, Row, Table, named
from quizapp.ui.widgets.cell import Cell, words_width

_BESIDE, _BELOW, _DOT, _AIR, _APART = 8, 4, 8, 6, 10
_SAMPLE = 3
"""px between two points of the line."""
_CROWD = 120
"""Points from which they are small."""
_LEAST_SPAN = 2
"""Study days."""


class RecallCurve(Plot):
    """Falls after each answer, the slower the stabler; every answer that moved the schedule is a point."""

    name = "recall"
    wide = True

    def __init__(self, history: CardHistory, today: int, desired: float) -> None:
        """today: the study day; desired: retention."""
        self._history, self._today, self._desired = history, today, desired
        self._marks = [one for one in history.answers if one.after is not None]
        self._stretches = history.stretches
        days = [stretch.day for stretch in self._stretches]
        self._first = days[0] if days else today
        due = history.memory.due_day if history.memory else today
        self._last = max(today, due, self._first + _LEAST_SPAN)
        self._low = self._lowest()

    def _lowest(self) -> float:
        """Where the scale begins: below all there is to see, at a whole tenth."""
        ends = [*(stretch.day for stretch in self._stretches[1:]), self._last]
        lows = [
            retrievability(stretch.memory, end, self._history.weights)
            for stretch, end in zip(self._stretches, ends, strict=False)
            if stretch.memory
        ]
        return max(0.0, floor(10 * min([*lows, self._desired]) - 0.5) / 10)

    def heading(self) -> str:
        return self.tr("Likely recalled")

    def fact(self) -> str:
        memory = self._history.memory
        if memory is None:
            return ""
        words = self.tr("{share} today, desired {desired}")
        return words.format(share=percent(self._now()), desired=percent(self._desired))

    def _now(self) -> float:
        """As of tomorrow for what was studied today: nobody is sure to know a card."""
        memory = self._history.memory
        assert memory is not None
        return retrievability(memory, max(self._today, memory.last_day + 1), self._history.weights)

    def little(self) -> Little | None:
        if self._marks:
            return None
        return Little(self.tr("Shown from the first answer that moves the schedule."), 0, 1)

    def summary(self) -> str:
        parts = [self.tr("%n answers from {first}", "", len(self._marks)).format(first=day_long(self._first))]
        if self._history.memory is not None:
            parts.append(self.tr("likely recalled now: {share}").format(share=percent(self._now())))
        parts.append(self.tr("desired {share}").format(share=percent(self._desired)))
        return "; ".join(parts)

    def mark_count(self) -> int:
        return len(self._marks)

    def start_mark(self) -> int:
        return max(0, len(self._marks) - 1)

    def mark_words(self, mark: int) -> str:
        one = self._marks[mark]
        assert one.after is not None
        rating = study_words.rating_name(Rating(one.review.rating))
        told = self.tr("{day}: {rating}").format(day=day_long(one.review.study_day), rating=rating)
        recall = self.tr("recall was {share}").format(share=percent(one.before)) if one.before else ""
        stability = self.tr("stability {days}").format(days=TIMES.days(one.after.stability))
        return ", ".join(filter(None, (told, recall, stability)))

    # Places

    def _ticks(self) -> tuple[float, ...]:
        return self._low, (1 + self._low) / 2, 1.0

    def _field(self, cell: Cell) -> QRectF:
        wide = max(words_width(percent(tick), "small") for tick in self._ticks())
        head, side = line(), theme.px(_DOT) / 2
        high = cell.rect.height() - head - line() - _BELOW
        return QRectF(wide + _BESIDE, head, cell.rect.width() - wide - _BESIDE - side, high)

    def _x(self, day: float, field: QRectF) -> float:
        span = self._last - self._first
        return field.left() + _AIR + (field.width() - 2 * _AIR) * (day - self._first) / span

    def _y(self, share: float, field: QRectF) -> float:
        return field.bottom() - field.height() * (max(self._low, share) - self._low) / (1 - self._low)

    def _point(self, mark: int, field: QRectF) -> Point:
        one = self._marks[mark]
        return self._x(one.review.study_day, field), self._y(1.0 if one.before is None else one.before, field)

    def mark_place(self, mark: int, cell: Cell) -> QRectF:
        size = theme.px(_DOT) + 2
        rect = QRectF(0, 0, size, size)
        rect.moveCenter(QRectF(*self._point(mark, self._field(cell)), 0, 0).topLeft())
        return rect

    # Painting

    def paint(self, canvas: Canvas) -> None:
        field = self._field(canvas)
        for tick in self._ticks():
            y = self._y(tick, field)
            canvas.rule((field.left(), y), (field.right(), y), "line")
            place = QRectF(0, y - line() / 2, field.left() - _BESIDE, line())
            canvas.say(place, percent(tick), side="end")
        y = self._y(self._desired, field)
        canvas.rule((field.left(), y), (field.right(), y), "mut", dashed=True)
        ends = [*self._stretches[1:], None]
        for stretch, following in zip(self._stretches, ends, strict=False):
            self._paint_stretch(canvas, field, stretch, following)
        self._paint_points(canvas, field)
        self._paint_days(canvas, field)

    def _paint_stretch(
        self, canvas: Canvas, field: QRectF, stretch: Stretch, following: Stretch | None
    ) -> None:
        """Until the next answer; what is still to come is thinner."""
        if stretch.memory is None:
            return
        end = following.day if following else self._last
        now = min(max(stretch.day, self._today), end)
        self._paint_line(canvas, field, stretch, (stretch.day, now), 2)
        if following is None:
            self._paint_line(canvas, field, stretch, (now, end), 1)

    def _paint_line(
        self, canvas: Canvas, field: QRectF, stretch: Stretch, days: tuple[int, int], width: float
    ) -> None:
        start, end = days
        assert stretch.memory is not None
        room = self._x(end, field) - self._x(start, field)
        if room < 1:
            return
        steps = min(end - start, max(1, int(room / _SAMPLE)))
        sampled = sorted({start + round((end - start) * step / steps) for step in range(steps + 1)})
        points = [
            (self._x(day, field), self._y(retrievability(stretch.memory, day, self._history.weights), field))
            for day in sampled
        ]
        canvas.polyline(points, "acc", width)

    def _paint_points(self, canvas: Canvas, field: QRectF) -> None:
        """A forgotten one is hollow: shape tells it too. Of many at one place one is painted."""
        size = theme.px(_DOT) / (1 if len(self._marks) < _CROWD else 2)
        there = set()
        for mark, one in enumerate(self._marks):
            forgotten = one.review.rating == Rating.AGAIN
            x, y = self._point(mark, field)
            place = (round(x), round(y), forgotten)
            if place not in there:
                there.add(place)
                canvas.dot((x, y), size, "bad" if forgotten else "acc", hollow=forgotten)

    def _paint_days(self, canvas: Canvas, field: QRectF) -> None:
        """The first, today and the last, where there is room."""
        free = 0.0
        for day in sorted({self._first, self._today, self._last}):
            words = self.tr("today") if day == self._today else day_short(day)
            width = words_width(words, "small")
            left = min(max(self._x(day, field) - width / 2, field.left()), canvas.rect.width() - width)
            if left >= free:
                free = left + width + _APART
                canvas.say(QRectF(left, field.bottom() + _BELOW, width, line()), words)

    def table(self) -> Table:
        columns = (
            Column(self.tr("Day"), figures=False),
            Column(self.tr("Recall was")),
            Column(self.tr("Rating"), role="cap"),
            Column(self.tr("Stability, days")),
            Column(self.tr("Difficulty")),
        )
        return Table(columns, tuple(map(self._row, reversed(self._marks))))

    def _row(self, one: Answered) -> Row:
        assert one.after is not None
        after = one.after
        return (
            Figure(iso(one.review.study_day), day_short(one.review.study_day)),
            Figure(one.before, percent(one.before) if one.before else "–"),
            named(study_words.rating_name(Rating(one.review.rating))),
            Figure(round(after.stability, 2), count(max(1, round(after.stability)))),
            Figure(round(after.difficulty, 2), decimal(after.difficulty, 1)),
        )
