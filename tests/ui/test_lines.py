"""Order and list in a sitting, at the window's own keys."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.base import Filled
from quizapp.core.kinds.order import Ordered
from quizapp.ui import theme
from quizapp.ui.widgets.entry_list import EntryField
from quizapp.ui.widgets.entry_row import EntryRow
from quizapp.ui.widgets.order_row import OrderRow
from tests.ui.learning import School
from tests.ui.reader import ALT, CTRL, Reader, hints
from tests.ui.samples import clipped, settle

ENTER, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down
RIGHT = ("Mercury", "Venus", "Earth", "Mars")
DECK = """\
title: Lines
language: en
cards:
- id: planets
  q: Put the planets in order, nearest to the Sun first
  order: [Mercury, Venus, Earth, Mars]
- id: baltic
  q: Name the Baltic states
  list: [Estonia, Latvia, Lithuania]
"""


@pytest.fixture
def lines(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    """At an order, the first card of a sitting."""
    school = School(tmp_path, DECK)
    reader = Reader(qtbot, school)
    reader.sit_down()
    yield reader
    reader.close()
    school.close()


def rows(reader: Reader) -> list[OrderRow]:
    """The rows on screen, from top to bottom."""
    found = [row for row in reader.study.findChildren(OrderRow) if row.isVisible()]
    return sorted(found, key=lambda row: row.y())


def words(reader: Reader) -> tuple[str, ...]:
    return tuple(row.words for row in rows(reader))


def put_in_order(reader: Reader) -> None:
    """By numbers alone: each planet is sent to its place, the first ones first."""
    for place, planet in enumerate(RIGHT, start=1):
        at = words(reader).index(planet) + 1
        if at != place:
            reader.press(str(at), str(place))


def test_an_order_by_numbers_alone(lines: Reader) -> None:
    assert words(lines) == lines.asked.prompt.items != RIGHT
    put_in_order(lines)
    lines.press(ENTER)
    assert lines.judged is not None
    assert lines.judged.answer == Ordered(RIGHT)
    assert lines.judged.verdict.outcome == "correct"
    lines.press(SPACE)
    assert lines.note == "baltic"


def test_space_and_escape_are_the_lifted_row_s(lines: Reader) -> None:
    before = words(lines)
    lines.press(SPACE, DOWN)
    assert words(lines) != before
    lines.press(Qt.Key.Key_Escape)
    assert (words(lines), lines.judged) == (before, None)
    assert lines.note == "planets"


def test_undo_is_the_moves_first_and_the_sitting_s_then(lines: Reader) -> None:
    put_in_order(lines)
    lines.press(ENTER, SPACE)
    lines.press("Z", modifier=CTRL)
    assert (lines.note, lines.judged) == ("planets", None), "the rating was taken back"
    before = words(lines)
    lines.press(DOWN, modifier=ALT)
    lines.press("Z", modifier=CTRL)
    assert (lines.note, words(lines)) == ("planets", before)


def test_the_right_order_is_shown_and_hidden(lines: Reader) -> None:
    shown = words(lines)
    lines.press(ENTER)
    assert words(lines) == shown
    assert hints(lines)["show_solution"] == "A"
    lines.press("A")
    assert words(lines) == RIGHT
    lines.press("A")
    assert words(lines) == shown


def test_the_keys_of_an_order_are_told(lines: Reader) -> None:
    shown = [hint.words for hint in lines.study._bar.keys.shown()]
    assert shown[:4] == ["Check order", "choose a line", "move it", "send line 3 to place 1"]
    button = lines.study._bar.keys._buttons[1]
    button.click()
    assert (lines.judged, lines.note) == (None, "planets"), "a key that only the rows take does nothing here"


def test_rows_out_of_sight_come_into_view(lines: Reader, qapp: QApplication) -> None:
    theme.install(qapp, theme.Theme(text_percent=250))
    lines.window.resize(720, 560)
    QApplication.processEvents()
    for _ in range(3):
        lines.press(DOWN)
    assert in_view(lines, rows(lines)[3])
    lines.press(Qt.Key.Key_Home, modifier=ALT)
    assert in_view(lines, rows(lines)[0])


def in_view(reader: Reader, row: OrderRow) -> bool:
    QApplication.processEvents()
    page = reader.study._page.viewport()
    top = row.mapTo(page, QPoint(0, 0)).y()
    return top >= 0 and top + row.height() <= page.height()


def test_a_list_by_keys_alone(lines: Reader) -> None:
    lines.press(ENTER, SPACE)
    assert lines.note == "baltic"
    check = lines.study._bar.check
    for state in ("Estonia", "Latvia"):
        lines.type(state)
        assert check.accessibleDescription() == "Ctrl Enter"
        lines.press(ENTER)
        assert check.accessibleDescription() == "Enter"
    lines.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    lines.type("0")
    assert lines.judged is None, "a digit is text here"
    lines.press(Qt.Key.Key_Backspace)
    lines.type("Lithuana")
    lines.press(ENTER, modifier=CTRL)
    assert lines.judged is not None
    assert lines.judged.answer == Filled(("Estonia", "Latvia", "Lithuana"))
    assert lines.judged.verdict.outcome == "almost"
    assert lines.judged.verdict.because == "list_slip"
    assert entries(lines)[-1] == "Lithuana, almost: Lithuania"
    lines.press("T")
    assert (lines.judged.verdict.outcome, lines.judged.verdict.fraction) == ("partial", Fraction(1, 3))
    assert entries(lines)[2:] == ["Lithuana, not on the list", "Lithuania, missed"]


def visible(reader: Reader) -> list[EntryRow]:
    """The entries on screen, from top to bottom."""
    found = [row for row in reader.study.findChildren(EntryRow) if row.isVisible()]
    return sorted(found, key=lambda row: row.y())


def entries(reader: Reader) -> list[str]:
    """What is heard of them."""
    return [row.accessibleName() for row in visible(reader)]


def test_entries_are_one_tab_stop(lines: Reader) -> None:
    leave_planets(lines)
    lines.type("Estonia, Latvia, Poland")
    lines.press(ENTER, Qt.Key.Key_Backtab)
    assert lines.focus.accessibleName() == "Estonia, 1 of 3"
    lines.press(Qt.Key.Key_Delete)
    lines.press(ENTER, Qt.Key.Key_Backtab, Qt.Key.Key_Tab)
    assert isinstance(lines.focus, EntryField)
    assert sum(row.focusPolicy() == Qt.FocusPolicy.StrongFocus for row in visible(lines)) == 1


def test_the_field_stays_in_view_while_the_list_grows(lines: Reader) -> None:
    lines.press(ENTER, SPACE)
    for number in range(14):
        lines.type(f"entry {number}")
        lines.press(ENTER)
    QApplication.processEvents()
    (field,) = lines.study.findChildren(EntryField)
    page = lines.study._page.viewport()
    assert 0 <= field.mapTo(page, QPoint(0, field.height())).y() <= page.height()


def test_the_verdict_is_in_view_below_a_long_list(lines: Reader) -> None:
    lines.press(ENTER, SPACE)
    for number in range(10):
        lines.type(f"entry {number}")
        lines.press(ENTER)
    lines.press(ENTER)
    panel, page = lines.study.column.panel, lines.study._page.viewport()
    assert panel is not None
    lines.qtbot.waitUntil(lambda: 0 < panel.mapTo(page, QPoint(0, panel.height())).y() <= page.height())


def leave_planets(reader: Reader) -> None:
    reader.press(ENTER, SPACE)


STATES: dict[str, Callable[[Reader], object]] = {
    "order": lambda reader: reader.press(SPACE, DOWN),
    "order checked": lambda reader: reader.press(ENTER),
    "order unknown": lambda reader: reader.press("0"),
    "list": lambda reader: (leave_planets(reader), reader.type("Estonia"), reader.press(ENTER)),  # type: ignore[func-returns-value]
    "list checked": lambda reader: (  # type: ignore[func-returns-value]
        leave_planets(reader),
        reader.type("Estonia, Poland and other countries of the north, Esttonia"),
        reader.press(ENTER, ENTER),
    ),
}


@pytest.mark.parametrize(("percent", "width"), [(100, 720), (200, 1024), (200, 720)])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off(lines: Reader, qapp: QApplication, state: str, percent: int, width: int) -> None:
    STATES[state](lines)
    lines.window.resize(width, 700)
    theme.install(qapp, theme.Theme(text_percent=percent))
    settle()
    assert list(clipped(lines.study.column)) == []


def test_another_try_goes_on_from_the_last(lines: Reader) -> None:
    lines.school.services.set("tries", 3, None)
    put_in_order(lines)
    lines.press(DOWN, modifier=ALT)
    tried = words(lines)
    lines.press(ENTER)
    assert (lines.judged, words(lines)) == (None, tried)
    lines.press(ENTER)
    assert lines.judged is None, "the same order is no other try"
    put_in_order(lines)
    lines.press(ENTER)
    assert lines.judged is not None
    assert lines.judged.verdict.outcome == "correct"
