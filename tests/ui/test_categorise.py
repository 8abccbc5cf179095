"""Items sorted into groups: keys, mouse, what is heard and seen, and the marks after the check."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Context, DontKnow
from quizapp.core.kinds.categorise import Categorise, Sorted
from quizapp.ui import theme
from quizapp.ui.widgets.place_row import ItemRow, PlaceRow
from quizapp.ui.widgets.sort_board import SortBoard
from tests.ui.desk import QUESTIONS, Desk
from tests.ui.stage import pixel, role_and_name

UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
ENTER, BACKSPACE = Qt.Key.Key_Return, Qt.Key.Key_Backspace
LONG = "a text that goes on and on " * 6
NUMBERS = Categorise(q="?", categories={"Prime": ("2", "3"), "Even": ("2", "4"), "Neither": ("9",)})


class Table(Desk):
    """Items and groups on screen."""

    def __init__(self, qtbot: QtBot, question: Categorise | None = None) -> None:
        super().__init__(qtbot, question or QUESTIONS["categorise"])
        self.board = self.widget.findChildren(SortBoard)[0]

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.focus, key)

    def digits(self, *digits: int) -> list[bool]:
        return [self.widget.press_digit(digit) for digit in digits]

    @property
    def groups(self) -> list[int | None]:
        """Of each item from top to bottom, from 1."""
        return [item.chip[0] if item.chip else None for item in self.board.items]

    @property
    def at(self) -> int:
        return self.board.items.index(self.focus)  # type: ignore[arg-type]

    def put(self, **groups: int) -> None:
        """Put items into groups by their plain texts."""
        for number, item in enumerate(self.board.items):
            if item.plain in groups:
                self.board.items[number].setFocus()
                self.digits(groups[item.plain])

    def item(self, plain: str) -> ItemRow:
        return next(item for item in self.board.items if item.plain == plain)

    def check(self) -> None:
        self.widget.submit()
        self.reveal(self.answers[-1])

    def drag(self, row: PlaceRow, to: PlaceRow) -> None:
        start, end = row.rect().center(), row.mapFromGlobal(to.mapToGlobal(to.rect().center()))
        QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(row, start + QPoint(0, -30))
        QTest.mouseMove(row, end)
        assert to.active == (to in self.board.groups), "the group shows that it would take it"
        QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=end)


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    return Table(qtbot)


# Keys


def test_a_digit_puts_an_item_into_a_group_and_goes_on(table: Table) -> None:
    assert table.at == 0
    assert table.digits(2, 1, 4, 0) == [True, True, False, False]
    assert (table.groups, table.at) == ([2, 1, None], 2)
    assert table.widget.progress == "2 of 3 sorted"
    assert not table.widget.can_submit()
    table.widget.submit()
    table.digits(3)
    assert (table.groups, table.at) == ([2, 1, 3], 2)
    assert table.widget.can_submit()
    table.press(ENTER)
    table.widget.submit()
    pairs = zip(table.prompt.items, ("Birds", "Mammals", "Fish"), strict=True)
    assert table.answers == [Sorted(tuple(pairs))]


def test_the_turn_goes_round_to_items_without_a_group(table: Table) -> None:
    table.press(DOWN, DOWN, DOWN)
    assert table.at == 2
    table.digits(1)
    assert table.at == 0
    table.press(Qt.Key.Key_End, Qt.Key.Key_Home, UP)
    assert table.at == 0


def test_arrows_to_the_sides_try_one_group_after_the_other(table: Table) -> None:
    table.press(RIGHT)
    assert (table.groups[0], table.at) == (1, 0)
    table.press(RIGHT, RIGHT)
    assert table.groups[0] == 3
    table.press(RIGHT)
    assert table.groups[0] == 1
    table.press(LEFT)
    assert table.groups[0] == 3
    table.press(DOWN, LEFT)
    assert table.groups == [3, 3, None]
    table.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    table.press(RIGHT)
    assert table.groups[1] == 2


def test_an_item_is_taken_out(table: Table) -> None:
    table.digits(2, 1)
    table.press(UP, BACKSPACE)
    assert (table.groups, table.at) == ([2, None, None], 1)
    table.press(BACKSPACE)
    assert table.groups == [2, 1, None], "the last step is taken back"
    for _ in range(2):
        table.qtbot.keyClick(table.focus, "Z", Qt.KeyboardModifier.ControlModifier)
    assert (table.groups, table.at) == ([None] * 3, 0)


def test_more_groups_than_digits(qtbot: QtBot) -> None:
    table = Table(qtbot, Categorise(q="?", categories={f"group {n}": (f"item {n}",) for n in range(11)}))
    assert table.digits(9) == [True]
    table.press(LEFT)
    assert table.groups[:2] == [9, 11]


# Mouse


def test_an_item_is_clicked_then_a_group(table: Table) -> None:
    table.qtbot.mouseClick(table.board.items[1], Qt.MouseButton.LeftButton)
    table.qtbot.mouseClick(table.board.groups[2], Qt.MouseButton.LeftButton)
    assert (table.groups, table.at) == ([None, 3, None], 2)


def test_an_item_is_dragged_to_a_group(table: Table) -> None:
    table.drag(table.board.items[2], table.board.groups[0])
    assert (table.groups, table.at) == ([None, None, 1], 0)
    table.drag(table.board.items[2], table.board.items[0])
    assert table.groups == [None, None, 1]
    assert not any(group.active for group in table.board.groups)


# What is heard


def test_each_item_says_its_group_and_each_group_its_number(table: Table) -> None:
    table.put(whale=1, bat=1)
    assert role_and_name(table.item("whale")) == (QAccessible.Role.Button, "whale, in Mammals")
    assert table.item("emu").accessibleName() == "emu, not sorted yet"
    assert [row.accessibleName() for row in table.board.groups] == [
        "Mammals, 2 items", "Birds, 0 items", "Fish, 0 items"
    ]  # fmt: skip
    table.press(BACKSPACE)
    assert table.board.groups[0].accessibleName() == "Mammals, 1 item"


# What is seen


@pytest.mark.parametrize(
    ("width", "percent", "groups", "columns", "below"),
    [(768, 100, ("A", "B", "C", "D"), 4, False), (768, 100, ("A", "B", "C", "D", "E"), 4, False),
     (768, 200, ("A", "B", "C"), 3, False), (380, 100, ("A", LONG), 1, True),
     (768, 100, ("A", LONG), 1, False), (768, 200, ("A", LONG), 1, True), (400, 200, ("A", "B"), 2, True)],
)  # fmt: skip
def test_groups_stand_side_by_side_where_there_is_room(
    qtbot: QtBot,
    qapp: QApplication,
    width: int,
    percent: int,
    groups: tuple[str, ...],
    columns: int,
    below: bool,
) -> None:
    theme.install(qapp, theme.Theme(text_percent=percent))
    table = Table(
        qtbot, Categorise(q="?", categories=dict.fromkeys(groups[1:], ()) | {"A": ("x", "y", LONG)})
    )
    table.window.resize(width, 1500)
    QApplication.processEvents()
    board = table.board
    assert sum(group.y() == 0 for group in board.groups) == min(columns, len(board.groups))
    rows: list[PlaceRow] = [*board.groups, *board.items]
    heights = [row.height() for row in rows]
    assert all(row.height() >= row.heightForWidth(row.width()) for row in rows)
    assert all(row.geometry().right() < board.width() for row in rows)
    assert all(item.slot_width() == 0 for item in board.items) == below
    assert board.height() == board.items[-1].geometry().bottom() + 1
    table.digits(1, 2, 1)
    QApplication.processEvents()
    assert [row.height() for row in rows] == heights, "a chip has its room from the beginning"


def test_the_item_whose_turn_it_is_stands_out(table: Table) -> None:
    row = table.board.items[0]
    assert pixel(row, row.width() // 2, 20) == theme.color("accsoft")
    table.digits(1)
    assert pixel(row, row.width() // 2, 20) == theme.color("card")


def test_a_theme_reaches_a_board_in_use(table: Table, qapp: QApplication) -> None:
    table.digits(1, 2)
    small = table.board.items[0].slot_width()
    theme.install(qapp, theme.Theme(scheme="dark", text_percent=150))
    QApplication.processEvents()
    assert table.board.items[0].slot_width() > 1.3 * small
    row = table.board.items[0]
    assert pixel(row, row.width() // 2, 20) == theme.color("card")


def test_a_board_at_rest_is_left_alone(table: Table) -> None:
    """Setting the rows asks for no second setting of the rows."""
    QApplication.processEvents()
    settled: list[int] = []
    table.board.placed = lambda: settled.append(1)  # type: ignore[method-assign]
    table.board.settle()
    for _ in range(5):
        QApplication.processEvents()
    assert len(settled) <= 3


def test_the_board_is_mirrored(table: Table) -> None:
    table.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert table.board.groups[0].x() > table.board.groups[1].x() > table.board.groups[2].x() >= 0


# After the check


def test_marks(table: Table) -> None:
    table.put(bat=1, whale=3, emu=1)
    table.check()
    heard = {item.plain: (item.accessibleName(), item.accessibleDescription()) for item in table.board.items}
    assert heard == {
        "bat": ("bat, in Mammals, right", ""),
        "whale": ("whale, in Fish, wrong", "belongs to: Mammals"),
        "emu": ("emu, in Mammals, wrong", "belongs to: Birds"),
    }
    assert {item.plain: item.state for item in table.board.items} == {
        "bat": "right", "whale": "wrong", "emu": "wrong"
    }  # fmt: skip


def test_an_item_of_several_groups_names_them_all(qtbot: QtBot) -> None:
    table = Table(qtbot, NUMBERS)
    for item in table.board.items:
        table.put(**{item.plain: 3})
    table.check()
    assert table.item("2").accessibleDescription() == "belongs to: Prime / Even"
    assert table.item("9").state == "right"


def test_not_knowing_shows_the_groups(table: Table) -> None:
    table.put(bat=3)
    table.reveal(DontKnow())
    heard = {item.plain: (item.accessibleName(), item.state) for item in table.board.items}
    assert heard == {
        "bat": ("bat, in Mammals, missed", "missed"),
        "whale": ("whale, in Mammals, missed", "missed"),
        "emu": ("emu, in Birds, missed", "missed"),
    }


def test_nothing_moves_after_the_check(table: Table) -> None:
    table.put(bat=1, whale=3, emu=1)
    before = table.groups
    table.check()
    assert table.digits(1) == [False]
    table.board.items[0].setFocus()
    table.press(BACKSPACE, RIGHT, DOWN)
    table.qtbot.mouseClick(table.board.groups[1], Qt.MouseButton.LeftButton)
    assert table.groups == before
    assert (table.widget.solution_hint, table.at) == ("", 0)


def test_another_try_keeps_what_is_right(table: Table) -> None:
    table.put(bat=1, whale=3, emu=1)
    table.widget.submit()
    verdict = grade(table.kind, table.question, table.prompt, table.answers[-1], Context())
    assert table.widget.try_again(verdict)
    placed = {item.plain: bool(item.chip) for item in table.board.items}
    assert placed == {"bat": True, "whale": False, "emu": False}
    assert not table.widget.can_submit()
    table.put(whale=3, emu=1)
    assert not table.widget.can_submit(), "that was just found wrong"
    table.put(whale=1, emu=2)
    assert table.widget.can_submit()
