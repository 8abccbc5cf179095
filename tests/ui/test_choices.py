"""Options to pick: keys, mouse, places, and the marks after the check."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui import theme
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.choice_row import ChoiceRow
from quizapp.ui.widgets.choices import Choice, ChoiceList, RowMark
from tests.ui.stage import pixel, role_and_name, show

NAMES = ("Felipe Calderón", "Claudia Sheinbaum", "Nayib Bukele", "Ismael Zambada")
LONG = "More violence, as rivals fight for the ground that he held until he was caught"


def listed(*texts: str, multi: bool = False, note: str = "") -> ChoiceList:
    return ChoiceList(Viewers(None), [Choice(text, note) for text in texts], multi=multi)


def places(choices: ChoiceList) -> list[tuple[bool, bool]]:
    """Of each row: is it right of the first column, is it below the first row?"""
    return [(row.x() > 0, row.y() > 0) for row in choices.rows]


def test_the_focused_row_is_picked(qtbot: QtBot) -> None:
    choices = listed(*NAMES)
    window = show(qtbot, choices)
    choices.focus_first()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(choices.picked) as picked:
            qtbot.keyClick(window.focusWidget(), key)
        assert picked.args == [0]


def test_arrows_follow_the_places(qtbot: QtBot) -> None:
    choices = listed(*NAMES)
    window = show(qtbot, choices)
    choices.focus_first()
    visited = []
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
    ):
        qtbot.keyClick(window.focusWidget(), key)
        visited.append(choices.rows.index(window.focusWidget()))
    assert visited == [1, 3, 3, 2, 0, 0]


def test_arrows_turn_round_with_the_direction(qtbot: QtBot) -> None:
    choices = listed(*NAMES)
    window = show(qtbot, choices)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    choices.focus_first()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Left)
    assert window.focusWidget() is choices.rows[1]
    assert choices.rows[0].x() > choices.rows[1].x() == 0


def test_the_list_is_one_tab_stop(qtbot: QtBot) -> None:
    before, after, choices = Button("ghost", "Before"), Button("ghost", "After"), listed(*NAMES)
    window = show(qtbot, before, choices, after)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.focusWidget() is choices.rows[2]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is after
    qtbot.keyClick(after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is choices.rows[2]


@pytest.mark.parametrize(("digit", "known"), [(1, True), (4, True), (5, False), (0, False)])
def test_digits_pick(qtbot: QtBot, digit: int, known: bool) -> None:
    choices = listed(*NAMES)
    heard: list[int] = []
    choices.picked.connect(heard.append)
    show(qtbot, choices)
    assert choices.press_digit(digit) == known
    assert heard == ([digit - 1] if known else [])


def test_the_mouse_picks(qtbot: QtBot) -> None:
    choices = listed(*NAMES)
    show(qtbot, choices)
    with qtbot.waitSignal(choices.picked) as picked:
        qtbot.mouseClick(choices.rows[2], Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    assert picked.args == [2]


def test_hovering_and_pressing_show(qtbot: QtBot) -> None:
    choices = listed(*NAMES)
    show(qtbot, choices)
    row = choices.rows[1]
    assert pixel(row, row.width() // 2, 20) == theme.color("card")
    qtbot.mousePress(row, Qt.MouseButton.LeftButton)
    assert pixel(row, row.width() - 30, 20) == theme.color("hover")


# Several


def test_check_boxes_are_toggled(qtbot: QtBot) -> None:
    choices = listed(*NAMES, multi=True)
    heard: list[tuple[int, ...]] = []
    choices.changed.connect(lambda: heard.append(choices.checked()))
    window = show(qtbot, choices)
    choices.focus_first()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    choices.press_digit(3)
    choices.press_digit(1)
    assert heard == [(0,), (0, 2), (2,)]
    assert role_and_name(choices.rows[2]) == (QAccessible.Role.CheckBox, "Nayib Bukele")
    assert QAccessible.queryAccessibleInterface(choices.rows[2]).state().checked


def test_enter_on_a_check_box_is_the_screen_s(qtbot: QtBot) -> None:
    choices = listed(*NAMES, multi=True)
    window = show(qtbot, choices)
    heard: list[int] = []
    window.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
    choices.focus_first()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert heard == [Qt.Key.Key_Return]
    assert choices.checked() == ()


def test_a_checked_row_is_lifted_without_a_border(qtbot: QtBot) -> None:
    choices = listed(*NAMES, multi=True)
    show(qtbot, choices)
    row = choices.rows[0]
    row.click()
    assert pixel(row, row.width() - 30, 30) == theme.color("accsoft")
    assert pixel(row, 4, row.height() // 2) == theme.color("accsoft")
    check = pixel(row, 62, row.height() // 2 - 7)
    assert check == theme.color("acc")


# Places


@pytest.mark.parametrize(
    ("texts", "note", "width", "columns"),
    [
        (NAMES, "", 768, 2),
        (NAMES[:2], "", 768, 2),
        (NAMES[:3], "", 768, 1),
        ((*NAMES, "Fifth"), "", 768, 1),
        ((*NAMES[:3], LONG), "", 768, 1),
        (NAMES, "", 640, 1),
        (NAMES, "a line of meaning", 768, 1),
    ],
)
def test_short_options_stand_two_by_two(
    qtbot: QtBot, texts: tuple[str, ...], note: str, width: int, columns: int
) -> None:
    choices = listed(*texts, note=note)
    show(qtbot, choices, width=width)
    assert places(choices) == [(index % columns > 0, index >= columns) for index in range(len(texts))]
    assert all(row.height() >= 60 for row in choices.rows)
    assert len({row.width() for row in choices.rows}) == 1


def test_gaps_are_those_of_the_design(qtbot: QtBot) -> None:
    grid, stack = listed(*NAMES), listed(*NAMES[:3])
    show(qtbot, grid, stack)
    first, second, third = grid.rows[:3]
    assert second.x() - first.x() - first.width() + 8 == 12
    assert third.y() - first.y() - first.height() + 8 == 12
    assert stack.rows[1].y() - stack.rows[0].y() - stack.rows[0].height() + 8 == 8


def test_large_text_needs_one_column(qtbot: QtBot, qapp: QApplication) -> None:
    choices = listed(*NAMES)
    show(qtbot, choices)
    assert places(choices)[1] == (True, False)
    theme.install(qapp, theme.Theme(text_percent=200))
    qtbot.waitUntil(lambda: places(choices)[1] == (False, True))
    assert all(row.height() >= row.heightForWidth(row.width()) for row in choices.rows)


def test_long_options_wrap(qtbot: QtBot) -> None:
    choices = listed(LONG * 3)
    show(qtbot, choices, width=400)
    row = choices.rows[0]
    assert row.height() == row.heightForWidth(row.width()) > 120


# Marks


MARKS = (
    RowMark("right", "your answer"),
    RowMark("missed", "missed"),
    RowMark("wrong", "chosen", "It was *not* him."),
    RowMark("left_out"),
    RowMark("almost", "your answer"),
)
FILLS = {"right": "goodsoft", "missed": "card", "wrong": "badsoft", "left_out": "card", "almost": "warnsoft"}
INKS = {"right": "good", "missed": "good", "wrong": "bad", "left_out": "line", "almost": "warn"}


@pytest.mark.parametrize("multi", [False, True])
def test_each_mark_has_fill_sign_and_word(qtbot: QtBot, multi: bool) -> None:
    choices = listed(*NAMES, "Fifth", multi=multi)
    show(qtbot, choices)
    for row in choices.rows[::2]:
        row.setChecked(multi)
    choices.reveal(MARKS)
    for row, mark in zip(choices.rows, MARKS, strict=True):
        assert row.state == mark.state
        assert pixel(row, row.width() // 2, 9) == theme.color(FILLS[mark.state])
        assert theme.color(INKS[mark.state]).name() in inks_at_the_end(row)
        assert row.accessibleName().endswith(mark.word)
    assert choices.rows[2].accessibleDescription() == "It was not him."
    assert choices.rows[0].accessibleName() == "Felipe Calderón, your answer"
    assert choices.rows[3].accessibleName() == "Ismael Zambada"


def inks_at_the_end(row: ChoiceRow) -> set[str]:
    image = row.grab().toImage()
    ends = range(image.width() - 140, image.width())
    return {image.pixelColor(x, y).name() for x in ends for y in range(image.height())}


def test_nothing_is_picked_after_the_check(qtbot: QtBot) -> None:
    single, several = listed(*NAMES), listed(*NAMES, multi=True)
    show(qtbot, single, several)
    for choices in (single, several):
        choices.reveal([RowMark("left_out")] * 4)
        heard: list[object] = []
        choices.picked.connect(heard.append)
        choices.changed.connect(lambda heard=heard: heard.append("changed"))
        choices.rows[1].click()
        assert not choices.press_digit(2)
        assert heard == []
        assert choices.checked() == ()


def test_marks_move_no_row_to_another_column(qtbot: QtBot) -> None:
    choices = listed(*NAMES)
    show(qtbot, choices)
    before = places(choices)
    choices.reveal(
        [RowMark("missed", "right answer"), RowMark("wrong", "chosen", LONG), *[RowMark("left_out")] * 2]
    )
    row = choices.rows[1]
    qtbot.waitUntil(lambda: row.height() == row.heightForWidth(row.width()) > 60)
    assert places(choices) == before


def test_marks_follow_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    choices = listed(*NAMES)
    show(qtbot, choices)
    choices.reveal([RowMark("wrong", "chosen", "note"), *[RowMark("left_out")] * 3])
    theme.install(qapp, theme.Theme(scheme="dark"))
    assert pixel(choices.rows[0], 200, 9) == theme.color("badsoft")


def test_markup_in_options_is_shown(qtbot: QtBot) -> None:
    choices = listed("It is **bold**", "R&D <b>")
    show(qtbot, choices)
    assert [row.accessibleName() for row in choices.rows] == ["It is bold", "R&D <b>"]
    assert choices.rows[0].sizeHint().width() > 100
