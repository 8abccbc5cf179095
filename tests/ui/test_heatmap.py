"""The painted charts: heat map, bars, split bar."""

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QToolTip, QWidget

from quizapp.core.overview import DayCount
from quizapp.ui import theme
from quizapp.ui.i18n import date_of
from quizapp.ui.widgets.bars import Bars
from quizapp.ui.widgets.heatmap import LEVELS, HeatMap
from quizapp.ui.widgets.splitbar import Part, SplitBar
from tests.ui.samples import HEAT, TODAY, settle


def color_at(widget, point):
    image = widget.grab().toImage()
    return QColor(image.pixel(point.toPoint() * image.devicePixelRatio())).name()


def token(name):
    return theme.color(name).name()


def role_of(widget):
    return QAccessible.queryAccessibleInterface(widget).role()


def tip_at(widget, point):
    place = point.toPoint()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    return QToolTip.text()


@pytest.fixture
def beside(qtbot):
    """Show a widget beside a button that has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    button = QPushButton()
    row.addWidget(button)

    def show(widget):
        row.addWidget(widget)
        window.show()
        window.activateWindow()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        return widget

    return show


@pytest.fixture
def heat(beside):
    heat = HeatMap()
    heat.show_days(HEAT, TODAY)
    return beside(heat)


@pytest.fixture
def bars(beside):
    bars = Bars()
    bars.show_days((DayCount(TODAY + 1, 8), DayCount(TODAY + 2, 0), DayCount(TODAY + 3, 1)))
    return beside(bars)


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_a_day_has_the_colour_of_its_count(heat, qapp, scheme):
    theme.install(qapp, theme.Theme(scheme=scheme))
    last = heat.mark_count() - 1
    seen = [color_at(heat, heat.mark_rect(last - ago).center()) for ago in (3, 30, 9, 8, 2, 1)]
    assert seen == [token(f"heat{level}") for level in (0, 1, 2, 3, 4, 1)]


def test_each_level_begins_where_it_says(qtbot):
    for level, least in enumerate(LEVELS, start=1):
        heat = HeatMap(2)
        qtbot.addWidget(heat)
        heat.show_days((DayCount(TODAY - 1, least - 1), DayCount(TODAY, least)), TODAY)
        heat.resize(heat.sizeHint())
        last = heat.mark_count() - 1
        assert color_at(heat, heat.mark_rect(last).center()) == token(f"heat{level}")
        assert color_at(heat, heat.mark_rect(last - 1).center()) == token(f"heat{level - 1}")


def test_today_is_outlined_and_days_to_come_are_empty(heat):
    today = heat.mark_rect(heat.mark_count() - 1)
    assert color_at(heat, QPointF(today.center().x(), today.top() - 2)) == token("text")
    tomorrow = today.translated(0, today.height() + 4).center()
    assert color_at(heat, tomorrow) not in {token(f"heat{level}") for level in range(5)}


def test_the_map_begins_on_the_first_day_of_a_week(heat):
    assert heat.mark_count() == 14 * 7 + 2
    assert "Monday" in heat.mark_words(0)
    assert heat.mark_rect(0).left() < heat.mark_rect(7).left()
    assert heat.mark_rect(0).top() == heat.mark_rect(7).top()
    assert heat.mark_rect(heat.mark_count() - 1).right() < heat.width()


def test_arrows_walk_over_the_days(heat):
    heat.setFocus()
    date = QLocale().toString(date_of(TODAY), QLocale.FormatType.LongFormat)
    assert heat.accessibleDescription() == f"{date}: no cards"
    for key, ago in (
        (Qt.Key.Key_Down, 0),  # tomorrow is no place to go
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Left, 8),
        (Qt.Key.Key_Down, 7),
        (Qt.Key.Key_Right, 0),
        (Qt.Key.Key_Home, heat.mark_count() - 1),
        (Qt.Key.Key_Left, heat.mark_count() - 1),
        (Qt.Key.Key_End, 0),
    ):
        QTest.keyClick(heat, key)
        assert heat.at == heat.mark_count() - 1 - ago
        assert heat.accessibleDescription() == heat.mark_words(heat.at)
    QTest.keyClick(heat, Qt.Key.Key_Up)
    assert heat.accessibleDescription().endswith(": 1 card")
    assert color_at(heat, heat.mark_rect(heat.at).center() + QPointF(0, -8.5)) == token("acc")


def test_arrows_are_turned_round_from_right_to_left(heat):
    heat.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert heat.mark_rect(0).left() > heat.mark_rect(7).left()
    QTest.keyClick(heat, Qt.Key.Key_Right)
    assert heat.at == heat.mark_count() - 1 - 7
    last = heat.mark_rect(heat.mark_count() - 1 - 2)
    assert color_at(heat, last.center()) == token("heat4")
    assert heat.mark_under(last.center()) == heat.mark_count() - 3


def test_the_map_is_a_graphic_with_words(heat):
    assert role_of(heat) == QAccessible.Role.Graphic
    assert heat.accessibleName() == "Cards studied on each day of the last 15 weeks"
    heat.set_weeks(1)
    assert heat.accessibleName() == "Cards studied on each day of the last 1 week"
    assert heat.mark_count() == 2


def test_a_day_under_the_mouse_says_its_number(heat, qtbot):
    two_days_ago = heat.mark_rect(heat.mark_count() - 3)
    assert tip_at(heat, two_days_ago.center()).endswith(": 61 cards")
    for nowhere in (QPointF(1, 1), QPointF(heat.width() - 8, heat.height() - 60)):
        assert heat.mark_under(nowhere) is None
    tip_at(heat, QPointF(1, 1))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_as_many_weeks_as_fit(qapp, qtbot, percent):
    theme.install(qapp, theme.Theme(text_percent=percent))
    for width in (300, 500, 900):
        weeks = HeatMap.weeks_in(width)
        for count, fits in ((weeks, True), (weeks + 1, False)):
            heat = HeatMap(count)
            qtbot.addWidget(heat)
            assert (heat.sizeHint().width() <= width) == fits


def test_bars_are_as_high_as_their_counts(bars):
    first, none, one = (bars.mark_rect(at) for at in range(3))
    assert first.height() == pytest.approx(8 * one.height())
    assert none.height() == 2
    assert first.bottom() == none.bottom() == one.bottom()
    assert color_at(bars, first.center()) == token("heat3")
    assert color_at(bars, one.center()) == token("heat2")


def test_bars_speak(bars):
    assert role_of(bars) == QAccessible.Role.Graphic
    assert bars.accessibleName() == "9 cards due in the next 3 days"
    assert bars.accessibleDescription() == (
        "Wednesday 19 November: 8 cards due; Thursday 20 November: none due; Friday 21 November: 1 card due"
    )
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.accessibleDescription() == "Thursday 20 November: none due"
    QTest.keyClick(bars, Qt.Key.Key_Up)
    assert bars.at == 1
    assert tip_at(bars, bars.mark_rect(2).center()) == "Friday 21 November: 1 card due"


def test_bars_without_days_paint_nothing(qtbot):
    bars = Bars()
    qtbot.addWidget(bars)
    bars.show_days(())
    bars.resize(200, 100)
    bars.show()
    bars.setFocus()
    settle()
    image = bars.grab().toImage()
    assert {image.pixel(x, y) for x in range(0, 200, 9) for y in range(0, 100, 9)} == {image.pixel(0, 0)}


PARTS = (
    Part(count=6, word="right", icon="check", token="good"),
    Part(count=0, word="almost", icon="almost", token="warn"),
    Part(count=1, word="partly right", icon="half", token="warn", hatched=True),
    Part(count=3, word="wrong", icon="cross", token="bad"),
)


@pytest.fixture
def split(qtbot):
    bar = SplitBar()
    qtbot.addWidget(bar)
    bar.show_parts(PARTS)
    bar.resize(404, bar.heightForWidth(404))
    bar.show()
    return bar


def test_parts_are_in_proportion(split):
    assert color_at(split, QPointF(230, 5)) == token("good")
    assert color_at(split, QPointF(300, 5)) == token("bad")
    hatched = {color_at(split, QPointF(x, 5)) for x in range(244, 280)}
    assert token("warnsoft") in hatched
    assert len(hatched) > 1


def test_parts_from_right_to_left(split):
    split.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert color_at(split, QPointF(230, 5)) == token("good")
    assert color_at(split, QPointF(100, 5)) == token("bad")


def test_parts_in_words(split):
    assert split.text() == "6 right, 1 partly right, 3 wrong"
    assert role_of(split) == QAccessible.Role.StaticText


def test_entries_wrap(split):
    assert split.heightForWidth(150) > split.heightForWidth(404)
    assert split.minimumSizeHint().width() < 150
    split.show_parts(())
    assert split.text() == ""
    split.grab()


def test_clicks_do_not_take_the_focus(heat):
    QTest.mouseClick(heat, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert not heat.hasFocus()
