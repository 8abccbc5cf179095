"""Two columns that are joined: keys, mouse, and what is heard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.match import Match, Pairs
from quizapp.ui import theme
from quizapp.ui.widgets.paint import MARGIN
from tests.ui.joining import COINS, Table
from tests.ui.stage import pixel, role_and_name

UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
ENTER, SPACE, BACKSPACE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Backspace


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    return Table(qtbot)


# Keys


def test_a_digit_is_a_row_of_the_column_that_has_the_focus(table: Table) -> None:
    assert table.at == "Poland"
    assert table.digits(1, 3, 2, 1, 3, 2) == [True] * 6
    rights = [row.plain for row in table.board.rights]
    assert table.pairs == {"Poland": rights[2], "Czechia": rights[0], "Hungary": rights[1]}
    assert table.digits(4) == [False], "there are three on the left"
    assert table.digits(2, 4, 5) == [True, True, False], "but four on the right"


def test_the_caps_show_which_digits_can_be_pressed(table: Table) -> None:
    live = [[row.live for row in rows] for rows in (table.board.lefts, table.board.rights)]
    assert live == [[True] * 3, [False] * 4]
    table.digits(2)
    live = [[row.live for row in rows] for rows in (table.board.lefts, table.board.rights)]
    assert live == [[False] * 3, [True] * 4]
    assert [row.active for row in table.board.lefts] == [False, True, False]


def test_the_turn_goes_to_the_next_row_without_a_partner(table: Table) -> None:
    table.digits(3, 1)
    assert table.at == "Poland"
    table.digits(2, 2)
    assert table.at == "Poland"
    table.digits(1, 3)
    assert table.at == "Poland", "all have one"


def test_by_arrows_and_enter_or_space(table: Table) -> None:
    table.press(DOWN, ENTER)
    assert table.at == table.board.rights[0].plain, "the first that is free"
    table.press(DOWN, DOWN, DOWN, DOWN, UP, SPACE)
    assert table.pairs == {"Czechia": table.board.rights[2].plain}
    assert table.at == "Hungary"
    table.press(SPACE, Qt.Key.Key_End, ENTER)
    assert table.pairs["Hungary"] == table.board.rights[3].plain
    table.press(Qt.Key.Key_End)
    assert table.at == "Hungary"
    table.press(Qt.Key.Key_Home)
    assert table.at == "Poland"


def test_arrows_to_the_sides_change_the_column(table: Table) -> None:
    table.press(RIGHT, DOWN, LEFT, DOWN)
    assert table.at == "Czechia"
    table.press(LEFT, RIGHT)
    assert table.at == table.board.rights[0].plain
    table.press(RIGHT)
    assert table.at == table.board.rights[0].plain


def test_the_partner_is_gone_to_first(table: Table) -> None:
    table.digits(1, 4, 1)
    assert table.at == table.board.rights[3].plain


def test_columns_and_arrows_turn_round_with_the_direction(table: Table) -> None:
    table.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    left, right = table.board.lefts[0], table.board.rights[0]
    assert left.geometry().right() == table.board.width() - 1
    assert right.x() == 0
    table.press(LEFT)
    assert table.at == right.plain
    table.press(ENTER)
    thread = table.threads.threads[0]
    assert (thread.start.x(), thread.end.x()) == (left.x() + MARGIN, right.geometry().right() + 1 - MARGIN)


def test_enter_checks_once_all_are_joined(table: Table) -> None:
    assert (table.widget.progress, table.widget.can_submit()) == ("0 of 3 matched", False)
    table.widget.submit()
    table.join("złoty", "*koruna*")
    assert (table.widget.progress, table.widget.can_submit()) == ("2 of 3 matched", False)
    assert not any(row.passes_enter for row in table.board.lefts)
    table.digits(3, table.place("forint"))
    assert all(row.passes_enter for row in table.board.lefts)
    assert table.widget.can_submit()
    table.press(ENTER)
    assert table.at == "Hungary", "Enter went by"
    table.widget.submit()
    assert table.answers == [Pairs(COINS)]


def test_a_right_text_that_gets_another_partner_leaves_the_first(table: Table) -> None:
    table.join("złoty", "złoty")
    assert table.pairs == {"Czechia": "złoty"}
    assert table.widget.progress == "1 of 3 matched"
    assert table.at == "Hungary"


def test_a_pair_is_taken_off(table: Table) -> None:
    table.join("złoty", "*koruna*")
    table.press(UP, BACKSPACE)
    assert (table.pairs, table.at) == ({"Poland": "złoty"}, "Czechia")
    table.digits(1)
    table.press(Qt.Key.Key_Delete)
    assert (table.pairs, table.at) == ({}, "Poland")


def test_backspace_at_an_open_row_takes_the_last_step_back(table: Table) -> None:
    table.join("złoty", "*koruna*")
    table.press(BACKSPACE)
    assert (table.pairs, table.at) == ({"Poland": "złoty"}, "Czechia")
    table.press(BACKSPACE, BACKSPACE)
    assert table.pairs == {}


def test_more_rows_than_digits(qtbot: QtBot) -> None:
    table = Table(qtbot, Match(q="?", match=tuple((f"left {n}", f"right {n}") for n in range(11))))
    table.digits(9, 9)
    assert table.at == "left 9"
    table.press(Qt.Key.Key_End, ENTER, Qt.Key.Key_End, ENTER)
    assert table.board.at == {8: 8, 10: 10}
    assert table.board.rights[10].tag == "11"


# Mouse


def test_a_left_row_is_clicked_then_a_right_one(table: Table) -> None:
    table.click(table.board.lefts[1])
    table.click(table.board.rights[2])
    table.click(table.board.rights[0])
    assert table.board.at == {1: 2, 2: 0}


def test_a_line_is_drawn_from_left_to_right(table: Table) -> None:
    table.drag(table.board.lefts[2], table.board.rights[1])
    assert table.board.at == {2: 1}
    assert table.at == "Poland"
    assert not table.board.lefts[2].isDown()
    assert not any(row.isDown() for row in table.board.rights)


def test_the_line_follows_the_mouse(table: Table) -> None:
    row, target = table.board.lefts[2], table.board.rights[0]
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    QTest.mouseMove(row, row.rect().center() + QPoint(30, 0))
    held = target.geometry().center() + QPoint(0, 15)
    QTest.mouseMove(row, row.mapFrom(table.board, held))
    assert pixel(table.board, held.x(), held.y()) == theme.color("acc")
    assert [right.isDown() for right in table.board.rights] == [True, False, False, False]
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=row.mapFrom(table.board, held))
    assert pixel(table.board, held.x(), held.y()) != theme.color("acc")


def test_a_line_to_nowhere_joins_nothing(table: Table) -> None:
    table.drag(table.board.lefts[0], table.board.lefts[1])
    table.drag(table.board.lefts[0], table.board.rights[0], QPoint(-30, 10))
    assert table.board.at == {}
    assert table.at == "Poland", "and it was no click"


# What is heard


def test_each_row_says_its_partner(table: Table) -> None:
    table.join("złoty")
    assert role_and_name(table.board.lefts[0]) == (QAccessible.Role.Button, "Poland, with złoty")
    assert table.names(table.board.lefts) == [
        "Poland, with złoty", "Czechia, no partner yet", "Hungary, no partner yet"
    ]  # fmt: skip
    names = {row.plain: row.accessibleName() for row in table.board.rights}
    assert names["złoty"] == "złoty, with Poland"
    assert names["koruna"] == "koruna, no partner yet"
