"""Two columns that are joined: keys, mouse, what is heard and seen, and the marks after the check."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Context, DontKnow
from quizapp.core.kinds.match import Match, Pairs
from quizapp.ui import theme
from quizapp.ui.widgets.match_board import MatchBoard
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.place_row import CapRow
from quizapp.ui.widgets.threads import Threads
from tests.ui.desk import QUESTIONS, Desk
from tests.ui.stage import pixel, role_and_name

COINS = (("Poland", "złoty"), ("Czechia", "*koruna*"), ("Hungary", "forint"))
RIVERS = Match(q="?", match=(("Nile", "Africa"), ("Amazon", "America"), ("Congo", "Africa")))
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
ENTER, SPACE, BACKSPACE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Backspace


class Table(Desk):
    """A match on screen."""

    def __init__(self, qtbot: QtBot, question: Match | None = None) -> None:
        super().__init__(qtbot, question or QUESTIONS["match"])
        self.board = self.widget.findChildren(MatchBoard)[0]
        self.threads = self.widget.findChildren(Threads)[0]

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.focus, key)

    def digits(self, *digits: int) -> list[bool]:
        return [self.widget.press_digit(digit) for digit in digits]

    def place(self, text: str) -> int:
        """Where a right text stands, from 1."""
        return self.prompt.rights.index(text) + 1

    def join(self, *rights: str) -> None:
        for number, text in enumerate(rights, start=1):
            self.digits(number, self.place(text))

    @property
    def pairs(self) -> dict[str, str]:
        left, right = self.board.lefts, self.board.rights
        return {left[a].plain: right[b].plain for a, b in sorted(self.board.at.items())}

    @property
    def at(self) -> str:
        focus = self.focus
        assert isinstance(focus, CapRow)
        return focus.plain

    def names(self, rows: Sequence[CapRow]) -> list[str]:
        return [row.accessibleName() for row in rows]

    def check(self) -> None:
        self.widget.submit()
        self.reveal(self.answers[-1])

    def click(self, row: CapRow) -> None:
        self.qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    def drag(self, row: CapRow, to: CapRow, at: QPoint | None = None) -> None:
        start, end = row.rect().center(), row.mapFromGlobal(to.mapToGlobal(at or to.rect().center()))
        QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(row, start + QPoint(30, 0))
        QTest.mouseMove(row, end)
        QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=end)


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


# What is seen


def test_a_curve_and_a_cap_join_what_belongs_together(table: Table) -> None:
    table.digits(1, 3)
    left, right = table.board.lefts[0].geometry(), table.board.rights[2].geometry()
    (thread,) = table.threads.threads
    assert thread.start.toPoint() == QPoint(left.right() + 1 - MARGIN, left.center().y() + 1)
    assert thread.end.toPoint() == QPoint(right.left() + MARGIN, right.center().y() + 1)
    assert right.left() - left.right() - 1 + 2 * MARGIN == 76
    assert [row.tag for row in table.board.rights] == ["", "", "1", ""]
    assert [row.height() for row in (*table.board.lefts, *table.board.rights)] == [68] * 7
    dot = thread.start.toPoint() + QPoint(2, 0)
    assert pixel(table.board, dot.x(), dot.y()) == theme.color("edge")


@pytest.mark.parametrize(
    ("width", "percent", "text", "stacked"),
    [(768, 100, "short", False), (768, 200, "short", True), (560, 100, "short", True),
     (768, 100, "a text that goes on and on " * 9, True), (660, 100, "short", False)],
)  # fmt: skip
def test_columns_stand_below_each_other_where_there_is_no_room(
    qtbot: QtBot, qapp: QApplication, width: int, percent: int, text: str, stacked: bool
) -> None:
    theme.install(qapp, theme.Theme(text_percent=percent))
    table = Table(qtbot, Match(q="?", match=(*COINS, (text, "last"))))
    table.window.resize(width, 900)
    QApplication.processEvents()
    left, right = table.board.lefts[-1], table.board.rights[0]
    assert (right.y() > left.y()) == stacked
    table.digits(1, 2)
    QApplication.processEvents()
    assert len(table.threads.threads) == (not stacked)
    assert table.board.lefts[0].tag == "2"
    rows = [*table.board.lefts, *table.board.rights]
    assert all(row.height() >= row.heightForWidth(row.width()) for row in rows)
    assert all(row.geometry().right() < table.board.width() for row in rows)
    assert table.board.height() == rows[-1].geometry().bottom() + 1


def test_a_theme_reaches_a_board_in_use(table: Table, qapp: QApplication) -> None:
    table.digits(1, 3)
    theme.install(qapp, theme.Theme(scheme="dark", text_percent=200))
    QApplication.processEvents()
    assert table.threads.threads == ()
    theme.install(qapp, theme.Theme(scheme="dark"))
    QApplication.processEvents()
    assert len(table.threads.threads) == 1
    row = table.board.rights[1]
    assert pixel(row, row.width() - 30, 20) == theme.color("card")


# After the check


def test_marks(table: Table) -> None:
    table.join("złoty", "forint", "lev")
    table.check()
    assert table.names(table.board.lefts) == [
        "Poland, with złoty, right", "Czechia, with forint, wrong", "Hungary, with lev, wrong"
    ]  # fmt: skip
    assert [row.accessibleDescription() for row in table.board.lefts] == [
        "",
        "right: koruna",
        "right: forint",
    ]
    states = {row.accessibleName(): row.state for row in table.board.rights}
    assert states == {
        "złoty, with Poland": "right", "forint, with Czechia": "wrong", "lev, with Hungary": "wrong",
        "koruna": "left_out",
    }  # fmt: skip
    looks = [(thread.ink, thread.dashed, thread.sign) for thread in table.threads.threads]
    assert looks == [("good", False, "check"), ("bad", True, "cross"), ("bad", True, "cross")]


def test_nothing_moves_after_the_check(table: Table) -> None:
    table.join("złoty", "forint", "lev")
    before = dict(table.board.at)
    table.check()
    assert table.digits(1, 2) == [False, False]
    table.board.lefts[0].setFocus()
    table.press(BACKSPACE, DOWN, ENTER)
    table.qtbot.keyClick(table.focus, "Z", Qt.KeyboardModifier.ControlModifier)
    table.click(table.board.lefts[0])
    table.drag(table.board.lefts[0], table.board.rights[0])
    assert table.board.at == before


def test_the_right_pairs_are_shown_and_hidden(table: Table) -> None:
    table.join("złoty", "forint", "lev")
    table.check()
    table.widget.toggle_solution()
    assert table.pairs == {"Poland": "złoty", "Czechia": "koruna", "Hungary": "forint"}
    assert [row.state for row in table.board.lefts] == ["right", "missed", "missed"]
    assert {thread.ink for thread in table.threads.threads} == {"good"}
    assert all(not row.accessibleDescription() for row in table.board.lefts)
    table.widget.toggle_solution()
    assert table.pairs == {"Poland": "złoty", "Czechia": "forint", "Hungary": "lev"}


def test_all_right_has_no_solution_to_show(table: Table) -> None:
    table.join("złoty", "*koruna*", "forint")
    table.check()
    assert table.widget.solution_hint == ""
    table.widget.toggle_solution()
    assert [row.state for row in table.board.lefts] == ["right"] * 3


def test_not_knowing_shows_the_right_pairs(table: Table) -> None:
    table.join("forint")
    table.reveal(DontKnow())
    assert table.pairs == {"Poland": "złoty", "Czechia": "koruna", "Hungary": "forint"}
    assert table.names(table.board.lefts)[0] == "Poland, with złoty, missed"
    assert table.widget.solution_hint == ""


def test_texts_that_read_the_same_are_given_out_in_turn(qtbot: QtBot) -> None:
    table = Table(qtbot, RIVERS)
    africa = [at for at, text in enumerate(table.prompt.rights, 1) if text == "Africa"]
    table.digits(1, africa[1], 2, africa[0], 3, table.place("America"))
    table.check()
    assert [row.state for row in table.board.lefts] == ["right", "wrong", "wrong"]
    table.widget.toggle_solution()
    assert table.board.at[0] == africa[1] - 1, "a right pair stays"
    assert table.pairs == {"Nile": "Africa", "Amazon": "America", "Congo": "Africa"}


def test_another_try_keeps_what_is_right(table: Table) -> None:
    table.join("złoty", "forint", "lev")
    verdict = grade(table.kind, table.question, table.prompt, Pairs(()), Context())
    assert [part.mark for part in verdict.parts] == ["missed"] * 3
    table.widget.submit()
    verdict = grade(table.kind, table.question, table.prompt, table.answers[-1], Context())
    assert table.widget.try_again(verdict)
    assert (table.pairs, table.at) == ({"Poland": "złoty"}, "Czechia")
    table.digits(2, table.place("forint"), 3, table.place("lev"))
    assert not table.widget.can_submit(), "that was just found wrong"
    table.digits(2, table.place("*koruna*"), 3, table.place("forint"))
    assert table.widget.can_submit()
    table.press(BACKSPACE)
    assert not table.widget.can_submit()
