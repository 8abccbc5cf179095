"""Items put in order by keys, numbers and mouse; what is right about the order after the check."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.base import DontKnow
from quizapp.core.kinds.order import Ordered
from quizapp.ui import theme
from quizapp.ui.widgets import order_list
from quizapp.ui.widgets.order_list import OrderList
from quizapp.ui.widgets.order_row import OrderRow
from tests.ui.desk import QUESTIONS, Desk
from tests.ui.stage import pixel, role_and_name

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
UP, DOWN, SPACE = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space
PLANETS = ("Mercury", "Venus", "**Earth**", "Mars", "Jupiter")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a screen reader is told besides the focus."""
    said: list[str] = []
    monkeypatch.setattr(order_list, "announce", lambda widget, text: said.append(text))
    return said


class Table(Desk):
    """The planets on screen, in the right order but for the first two."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot, QUESTIONS["order"])
        self.list = self.widget.findChildren(OrderList)[0]
        for place, text in enumerate(("Venus", "Mercury", "Earth", "Mars", "Jupiter")):
            row = next(row for row in self.list.rows if row.words == text)
            self.list._move(row, place)
        self.list._past.clear()
        self.list.rows[0].setFocus()

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(self.focus, key, modifier)

    @property
    def letters(self) -> str:
        """First letters of the planets but Mercury, which is 0, from top to bottom."""
        return "".join("0" if row.words == "Mercury" else row.words[0] for row in self.list.rows)

    @property
    def at(self) -> str:
        focus = self.focus
        assert isinstance(focus, OrderRow)
        return focus.words

    @property
    def names(self) -> list[str]:
        return [row.accessibleName() for row in self.list.rows]


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    return Table(qtbot)


def test_a_row_is_moved_with_alt(table: Table, heard: list[str]) -> None:
    assert table.letters == "V0EMJ"
    table.press(DOWN)
    table.press(UP, modifier=ALT)
    assert (table.letters, table.at) == ("0VEMJ", "Mercury")
    table.press(DOWN, DOWN, modifier=ALT)
    table.press(Qt.Key.Key_End, Qt.Key.Key_End, modifier=ALT)
    table.press(Qt.Key.Key_Home, modifier=ALT)
    assert heard == [
        "Mercury, now 1 of 5", "Mercury, now 2 of 5", "Mercury, now 3 of 5", "Mercury, now 5 of 5",
        "Mercury, now 1 of 5",
    ]  # fmt: skip
    table.widget.submit()
    assert table.answers == [Ordered(PLANETS)]


def test_arrows_alone_move_the_focus(table: Table) -> None:
    table.press(DOWN, DOWN, UP)
    assert table.at == "Mercury"
    table.press(Qt.Key.Key_End, DOWN)
    assert table.at == "Jupiter"
    table.press(Qt.Key.Key_Home, UP)
    assert table.at == "Venus"
    assert table.letters == "V0EMJ"


def test_space_lifts_a_row_and_puts_it_down(table: Table, heard: list[str]) -> None:
    table.press(SPACE)
    assert table.names[0] == "Venus, 1 of 5, lifted"
    table.press(DOWN, SPACE, DOWN)
    assert (table.letters, table.at) == ("0VEMJ", "Earth")
    assert table.names[1] == "Venus, 2 of 5"
    assert heard == [
        "Venus is lifted. Arrow keys or a number move it, Space puts it down.",
        "Venus, now 2 of 5",
        "Venus, put down at 2 of 5",
    ]


def test_escape_puts_a_lifted_row_back(table: Table) -> None:
    table.press(SPACE, DOWN, DOWN)
    assert table.letters == "0EVMJ"
    table.press(Qt.Key.Key_Escape)
    assert (table.letters, table.names[0]) == ("V0EMJ", "Venus, 1 of 5")


def test_leaving_a_lifted_row_puts_it_down(table: Table) -> None:
    table.press(SPACE, DOWN)
    table.list.rows[4].setFocus()
    assert table.names[1] == "Venus, 2 of 5"


def test_one_number_lifts_and_another_sends(table: Table) -> None:
    assert table.widget.press_digit(4)
    assert table.names[3] == "Mars, 4 of 5, lifted"
    assert table.widget.press_digit(1)
    assert (table.letters, table.at, table.names[0]) == ("MV0EJ", "Mars", "Mars, 1 of 5")
    assert not table.widget.press_digit(6)


def test_moves_are_taken_back_one_by_one(table: Table, heard: list[str]) -> None:
    undone: list[int] = []
    table.window.keyPressEvent = lambda event: undone.append(event.key())  # type: ignore[method-assign]
    table.press(DOWN, modifier=ALT)
    table.press(SPACE, DOWN, DOWN, SPACE)
    assert table.letters == "0EMVJ"
    table.press(Qt.Key.Key_Z, modifier=CTRL)
    assert table.letters == "0VEMJ"
    assert heard[-1] == "The last move is taken back"
    table.press(Qt.Key.Key_Z, modifier=CTRL)
    assert (table.letters, Qt.Key.Key_Z in undone) == ("V0EMJ", False)
    table.press(Qt.Key.Key_Z, modifier=CTRL)
    assert Qt.Key.Key_Z in undone


def test_a_move_that_moves_nothing_is_none(table: Table, heard: list[str]) -> None:
    table.press(UP, modifier=ALT)
    assert (heard, table.list._past) == ([], [])


def test_enter_is_the_screen_s_and_a_press_lifts(table: Table) -> None:
    seen: list[int] = []
    table.window.keyPressEvent = lambda event: seen.append(event.key())  # type: ignore[method-assign]
    table.press(Qt.Key.Key_Return)
    assert seen == [Qt.Key.Key_Return]
    table.list.rows[2].click()
    assert table.names[2] == "Earth, 3 of 5, lifted"


def test_the_list_is_one_tab_stop(table: Table) -> None:
    table.press(DOWN, DOWN)
    stops = [row.words for row in table.list.rows if row.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == ["Earth"]


def test_the_same_order_is_no_new_try(table: Table) -> None:
    assert table.widget.can_submit()
    table.press(SPACE)
    assert table.widget.try_again(None)  # type: ignore[arg-type]
    assert (table.widget.can_submit(), table.names[0]) == (False, "Venus, 1 of 5")
    table.press(DOWN, modifier=ALT)
    assert (table.widget.can_submit(), table.letters) == (True, "0VEMJ")


# Mouse


def drag(table: Table, row: OrderRow, by: int) -> None:
    """Pull a row by its middle and hold it there."""
    start = row.geometry().center()
    table.qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=row.mapFrom(table.list, start))
    for step in range(1, 9):
        table.qtbot.mouseMove(row, row.mapFrom(table.list, start + QPoint(0, by * step // 8)))


def test_dragging_opens_a_gap_and_dropping_fills_it(table: Table, heard: list[str]) -> None:
    row = table.list.rows[0]
    tops = [one.y() for one in table.list.rows]
    drag(table, row, 110)
    assert table.letters == "0EVMJ"
    assert row.fate.state == "lifted"
    others = [one.y() for one in table.list.rows if one is not row]
    assert others == [tops[0], tops[1], tops[3], tops[4]]
    assert tops[2] < row.y() < tops[3]
    table.qtbot.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert [one.y() for one in table.list.rows] == tops
    assert (row.fate.state, heard) == ("open", ["Venus, now 3 of 5"])
    table.press(Qt.Key.Key_Z, modifier=CTRL)
    assert table.letters == "V0EMJ"


def test_a_click_moves_nothing(table: Table) -> None:
    table.qtbot.mouseClick(table.list.rows[3], Qt.MouseButton.LeftButton)
    assert (table.letters, table.at, table.names[3]) == ("V0EMJ", "Mars", "Mars, 4 of 5")


# After the check


def test_what_is_in_order_stays_and_the_rest_is_told_where(table: Table) -> None:
    table.reveal(Ordered(("Mars", "Mercury", "Venus", "Jupiter", "**Earth**")))
    assert table.names == [
        "Mars, 1 of 5, move to place 4", "Mercury, 2 of 5, in order", "Venus, 3 of 5, in order",
        "Jupiter, 4 of 5, in order", "Earth, 5 of 5, move to place 3",
    ]  # fmt: skip
    assert [row.fate.sign for row in table.list.rows] == ["arrow-down", "", "", "", "arrow-up"]
    move, kept = table.list.rows[0], table.list.rows[1]
    assert pixel(move, 300, 9) == theme.color("warnsoft")
    assert pixel(kept, 300, 9) == theme.color("card")
    assert pixel(kept, 18, kept.height() // 2 - 9) == theme.color("good")
    assert pixel(table.list, 18, kept.geometry().bottom()) == theme.color("good")


def test_nothing_moves_after_the_check(table: Table) -> None:
    table.reveal(Ordered(table.list.texts()))
    before = table.letters
    table.list.rows[0].setFocus()
    table.press(DOWN, modifier=ALT)
    table.press(SPACE)
    table.list.rows[1].click()
    table.qtbot.mousePress(table.list.rows[1], Qt.MouseButton.LeftButton)
    table.qtbot.mouseRelease(table.list.rows[1], Qt.MouseButton.LeftButton)
    assert not table.widget.press_digit(1)
    assert table.letters == before
    table.press(DOWN)
    assert table.at == table.list.rows[2].words


def test_the_right_order_is_shown_in_place_and_back(table: Table) -> None:
    table.reveal(Ordered(("Venus", "Mercury", "**Earth**", "Mars", "Jupiter")))
    assert table.widget.solution_hint == "show the right order"
    own = table.names
    table.widget.toggle_solution()
    assert table.names[:2] == ["Mercury, 1 of 5, was at place 2", "Venus, 2 of 5, in order"]
    assert (table.letters, table.widget.solution_hint) == ("0VEMJ", "show your order")
    table.widget.toggle_solution()
    assert table.names == own


def test_a_row_in_its_place_between_others_that_move(table: Table) -> None:
    table.reveal(Ordered(("Mars", "Jupiter", "**Earth**", "Mercury", "Venus")))
    (row,) = [row for row in table.list.rows if row.words == "Earth"]
    assert (row.fate.word, row.fate.sign) == ("stays at place 3", "minus")


def test_not_knowing_shows_the_right_order(table: Table) -> None:
    table.reveal(DontKnow())
    assert table.names == [f"{name.strip('*')}, {place} of 5" for place, name in enumerate(PLANETS, 1)]
    table.widget.toggle_solution()
    assert table.widget.solution_hint == ""
    assert table.letters == "0VEMJ"


def test_a_right_order_needs_no_other(table: Table) -> None:
    table.reveal(Ordered(PLANETS))
    assert {row.fate.state for row in table.list.rows} == {"kept"}
    assert table.widget.solution_hint == ""


# Looks


def test_rows_stand_as_in_the_design(table: Table) -> None:
    assert [row.y() for row in table.list.rows] == [0, 50, 100, 150, 200]
    assert {row.height() for row in table.list.rows} == {52}
    assert table.widget.heightForWidth(768) == table.list.height() == 252


def test_rows_mirror(table: Table, qtbot: QtBot) -> None:
    table.reveal(Ordered(("Venus", "Mercury", "**Earth**", "Mars", "Jupiter")))
    table.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    kept = next(row for row in table.list.rows if row.fate.state == "kept")
    assert pixel(kept, kept.width() - 18, kept.height() // 2 - 9) == theme.color("good")
    assert pixel(table.list, table.list.width() - 19, kept.geometry().bottom()) == theme.color("good")


def test_large_text_finds_room(table: Table, qtbot: QtBot, qapp: QApplication) -> None:
    table.window.resize(360, 900)
    theme.install(qapp, theme.Theme(text_percent=200))
    table.reveal(Ordered(("Venus", "Mercury", "**Earth**", "Mars", "Jupiter")))
    qtbot.waitUntil(lambda: all(row.height() == row.heightForWidth(row.width()) for row in table.list.rows))
    move, kept = table.list.rows[:2]
    assert {move.fate.state, kept.fate.state} == {"kept", "move"}
    assert max(move.height(), kept.height()) > min(move.height(), kept.height()) >= 96


def test_a_screen_reader_finds_buttons(table: Table) -> None:
    role, name = role_and_name(table.list.rows[1])
    assert (role, name) == (QAccessible.Role.Button, "Mercury, 2 of 5")
    assert table.list.rows[1].accessibleDescription() == "Alt with the arrow keys moves it"
