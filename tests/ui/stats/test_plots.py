"""Charts as values: what they say, where their marks are, and that their tables hold the same numbers."""

import csv
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from quizapp.core.stats import Day, Recall
from quizapp.ui import theme
from quizapp.ui.stats.board import PLOTS
from quizapp.ui.stats.canvas import Canvas
from quizapp.ui.stats.columns import Columns, top_of
from quizapp.ui.stats.cost import Cost
from quizapp.ui.stats.due import Due, DueLater
from quizapp.ui.stats.heat import LEVELS, HeatYear, levels_of
from quizapp.ui.stats.plot import Background, Plot
from quizapp.ui.stats.retention import Retention
from quizapp.ui.stats.states import States
from quizapp.ui.stats.table import to_csv
from quizapp.ui.stats.time import PerAnswer, Spent, spans
from quizapp.ui.stats.today import Today
from quizapp.ui.widgets.cell import Cell
from tests.ui.stats.made import ALL, BEGINNER, EMPTY, EXTREME, LOADS, TODAY, lifetime, months, year

YEAR = year()
WIDTHS = (230.0, 372.0, 784.0)


def cell(plot: Plot, width: float, *, mirrored: bool = False) -> Cell:
    return Cell(QRectF(0, 0, width, plot.height(width)), mirrored=mirrored)


def painted(plot: Plot, width: float, *, mirrored: bool = False) -> QImage:
    place = cell(plot, width, mirrored=mirrored)
    image = QImage(round(width), round(place.rect.height()), QImage.Format.Format_ARGB32)
    image.fill(theme.color("card"))
    painter = QPainter(image)
    plot.paint(Canvas.on(painter, place))
    painter.end()
    return image


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("kind", PLOTS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("percent", [100, 200])
def test_every_mark_has_words_and_a_place_inside(
    name: str, kind: type[Plot], percent: int, qapp: QApplication
):
    theme.install(qapp, theme.Theme(text_percent=percent))
    plot = kind(ALL[name], Background(0, LOADS))
    if plot.little() is not None:
        return
    assert plot.heading()
    assert plot.summary()
    for width in WIDTHS:
        place = cell(plot, width)
        bounds = place.rect.adjusted(-6, -6, 6, 6)
        assert plot.first_mark(place) <= plot.start_mark() < plot.mark_count()
        for mark in range(plot.first_mark(place), plot.mark_count()):
            assert plot.mark_words(mark)
            assert bounds.contains(plot.mark_place(mark, place)), (width, mark)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("kind", PLOTS, ids=lambda kind: kind.name)
def test_a_chart_is_painted_in_every_scheme_and_direction(name: str, kind: type[Plot], qapp: QApplication):
    plot = kind(ALL[name], Background(20, LOADS))
    if plot.little() is not None:
        return
    seen = set()
    for scheme in ("light", "dark", "contrast"):
        theme.install(qapp, theme.Theme(scheme=scheme))
        for mirrored in (False, True):
            image = painted(plot, 372, mirrored=mirrored)
            seen.add(bytes(image.constBits()))
            ground = theme.color("card").rgb()
            assert any(
                image.pixel(x, y) != ground for x in range(0, 372, 2) for y in range(0, image.height(), 2)
            )
    assert len(seen) == 6


@pytest.mark.parametrize("kind", PLOTS, ids=lambda kind: kind.name)
def test_tables_have_a_figure_for_each_column(kind: type[Plot]):
    for stats in ALL.values():
        table = kind(stats).table()
        assert all(len(row) == len(table.columns) for row in table.rows)
        lines = list(csv.reader(to_csv(table).decode().splitlines()))
        assert lines[0] == [column.title for column in table.columns]
        assert len(lines) == len(table.rows) + 1


@given(st.floats(0, 1e9))
def test_a_scale_is_round_and_reaches_over_the_value(value: float):
    top = top_of(value)
    assert top >= value
    assert top % 2 == 0
    assert value <= 10 or top <= 2 * value


def test_the_due_charts_sum_to_the_forecast():
    for kind, days in ((Due, 30), (DueLater, 90)):
        plot = kind(YEAR)
        assert sum(plot.values()) == sum(YEAR.forecast[:days])
        assert [row[1].raw for row in plot.table().rows] == list(YEAR.forecast[:days])
        assert plot.table().rows[-1][2].raw == sum(YEAR.forecast[:days])
    due = Due(YEAR)
    assert due.heading() == "Due, next 30 days"
    assert due.mark_words(0) == "Today, Tuesday, 24 November 2026: 34 cards due"
    assert due.mark_words(1).startswith("Wednesday, 25 November 2026: ")
    assert due.summary().startswith(
        f"{sum(YEAR.forecast[:30])} cards due in the next 30 days; 34 today; most"
    )
    assert Due(EMPTY).mark_words(0).endswith(": none due")
    assert Due(EMPTY).strong() is None


def test_a_limit_is_drawn_only_where_it_cuts_a_bar(qapp: QApplication):
    assert painted(Due(YEAR, Background(limit=20)), 372) != painted(Due(YEAR), 372)
    assert painted(Due(YEAR, Background(limit=5000)), 372) == painted(Due(YEAR), 372)


def test_retention_says_counts_and_range_and_when_it_cannot():
    plot = Retention(YEAR)
    assert plot.mark_words(11) == "November 2026: 91.4 %, 138 of 151 recalled, likely 86 % to 95 %"
    assert plot.summary() == f"desired 90 %; {plot.mark_words(11)}"
    few = Retention(replace(YEAR, months=months((19, 18), (0, 0), (20, 18))))
    assert few.mark_words(0) == "September 2026: 18 of 19 recalled, not enough data"
    assert few.mark_words(1) == "October 2026: no reviews"
    assert few.little() is None
    assert few.table().rows[0][2].words == "90.0 %"
    assert [row[2].words for row in few.table().rows[1:]] == ["–", "–"]


def test_retention_waits_for_twenty():
    little = Retention(BEGINNER).little()
    assert little is not None
    assert little.sentence == "Shown from 20 reviews of cards you have met before. You have 4."
    assert (little.have, little.need) == (4, 20)
    assert Retention(replace(BEGINNER, months=months((20, 3)))).little() is None


def test_points_of_retention_stand_by_their_shares():
    plot = Retention(replace(YEAR, months=months((50, 25), (50, 45), (50, 50))))
    place = cell(plot, 372)
    low, high, top = (plot.mark_place(mark, place).center() for mark in range(3))
    assert low.y() > high.y() > top.y()
    assert low.x() < high.x() < top.x()


def test_shares_of_states_sum_to_the_whole():
    plot = States(YEAR)
    assert sum(row[1].raw for row in plot.table().rows) == 312  # type: ignore[misc]
    assert plot.mark_words(3) == "Mature: 141 cards, 45 %; intervals from 21 days"
    assert plot.mark_words(0) == "New: 58 cards, 19 %"


def test_even_the_smallest_state_can_be_seen(qapp: QApplication):
    image = painted(States(EXTREME), 372)
    assert image.pixelColor(1, 11) == theme.color("heat1")


def test_today_tells_a_change_only_with_enough_behind_it():
    assert Today(YEAR).mark_words(1) == "91 % recalled, 42 of 46; 90.2 % in the 30 days before"
    assert Today(BEGINNER).mark_words(1) == "recalled: not enough reviews yet, 4 of 20"
    assert Today(BEGINNER).mark_words(4) == "1 week first one"
    day = replace(YEAR.day, usual=Recall(19, 19))
    assert Today(replace(YEAR, day=day)).mark_words(1) == "91 % recalled, 42 of 46"


@given(st.lists(st.integers(1, 3_000), max_size=400))
def test_levels_of_a_learner_rise(counts: list[int]):
    levels = levels_of(counts)
    assert levels[0] == 1
    assert list(levels) == sorted(set(levels))
    if len(counts) < 20:
        assert levels == LEVELS


def test_levels_stay_the_same_within_a_month():
    first = HeatYear(replace(YEAR, today=TODAY - 3))
    busy = (*(day for day in YEAR.days if day.day < TODAY), Day(TODAY, 5_000, 1))
    assert HeatYear(replace(YEAR, days=busy)).levels == first.levels == HeatYear(YEAR).levels


def test_the_heat_map_speaks_and_leaves_old_weeks_out_where_room_is_short():
    plot = HeatYear(YEAR)
    last = plot.mark_count() - 1
    assert plot.mark_words(last) == "Tuesday, 24 November 2026: 46 reviews, 12 min"
    assert HeatYear(BEGINNER).mark_words(last - 3) == "Saturday, 21 November 2026: no reviews"
    wide, narrow = cell(plot, 784), cell(plot, 400)
    assert plot.first_mark(wide) == 0
    assert plot.first_mark(narrow) % 7 == 0
    assert plot.first_mark(narrow) > 0
    for place in (wide, narrow):
        here = plot.mark_place(last, place).center()
        assert plot.mark_at(here.x(), here.y(), place) == last
        assert plot.mark_at(1, 1, place) is None


@pytest.mark.parametrize(
    "stats", [YEAR, lifetime(), EXTREME, EMPTY, BEGINNER], ids=lambda one: str(one.reviews)
)
def test_spans_hold_all_that_was_done_in_them(stats):
    found = spans(stats)
    starts = [span.start for span in found]
    assert starts == sorted(set(starts))
    assert starts[-1] <= stats.today
    within = [day for day in stats.days if day.day >= starts[0]]
    assert sum(span.reviews for span in found) == sum(day.reviews for day in within)
    assert sum(span.visible_ms for span in found) == sum(day.visible_ms for day in within)
    if stats.period == "all":
        assert within == list(stats.days)


@given(st.integers(1, 9_000), st.integers(0, 9_000))
def test_spans_of_all_time_have_no_gap(length: int, today: int):
    stats = replace(
        EMPTY, period="all", today=today + length, days=(Day(today, 3, 40), Day(today + length, 4, 50))
    )
    found = spans(stats)
    assert 1 <= len(found) <= 62
    assert sum(span.reviews for span in found) == 7
    gaps = {after.start - before.start for before, after in pairwise(found)}
    assert gaps <= {7} or gaps <= {28, 29, 30, 31} or gaps <= {365, 366}


def test_time_is_measured_in_hours_where_minutes_are_too_many():
    assert Spent(YEAR).scale_words(20) == "20 min"
    assert Spent(lifetime()).scale_words(20) == "20 h"
    assert Spent(YEAR).mark_words(52).startswith("week of 23 November 2026: 20 min, ")
    assert PerAnswer(BEGINNER).fact() == "12.2 s"
    assert PerAnswer(EXTREME).little() is not None
    assert "s an answer" in PerAnswer(YEAR).mark_words(52)


def test_bars_stand_on_zero(qapp: QApplication):
    class Two(Due):
        days = 2

    plot = Two(replace(YEAR, forecast=(10, 5)))
    image = painted(plot, 372)
    heights = []
    for mark in range(2):
        column = plot.mark_place(mark, cell(plot, 372))
        x = round(column.center().x())
        ink = {theme.color("heat4").rgb(), theme.color("heat3").rgb()}
        rows = [y for y in range(image.height()) if image.pixel(x, y) in ink]
        heights.append(len(rows))
        assert max(rows) == pytest.approx(column.bottom(), abs=1.5)
    assert heights[0] == pytest.approx(2 * heights[1], abs=3)
    assert issubclass(Two, Columns)


def test_the_cost_of_a_retention_says_reviews_and_minutes():
    plot = Cost(YEAR, Background(loads=LOADS))
    assert plot.start_mark() == 20
    assert plot.mark_words(20) == "90 %: about 36 reviews a day, 6 minutes".replace(
        "6 minutes", "5.7 minutes"
    )
    assert plot.summary() == f"now: {plot.mark_words(20)}"
    assert [row[0].raw for row in plot.table().rows] == [load.retention for load in reversed(LOADS)]
    for loads in (None, ()):
        little = Cost(YEAR, Background(loads=loads)).little()
        assert little is not None
        assert little.need == 1


def test_names_below_bars_never_touch():
    for stats in ALL.values():
        for kind in PLOTS:
            plot = kind(stats, Background(0, LOADS))
            if isinstance(plot, Columns) and plot.little() is None:
                for width in WIDTHS:
                    field = plot._field(cell(plot, width))
                    places = [place for place, _ in plot._named_places(field)]
                    assert places
                    assert all(a.right() < b.left() for a, b in pairwise(places))
                    assert places[-1].right() <= field.right() + 0.5


def test_arrows_of_the_heat_map_go_by_day_and_week():
    assert HeatYear(YEAR).steps()[Qt.Key.Key_Left] == -7
    assert HeatYear(YEAR).steps()[Qt.Key.Key_Down] == 1
