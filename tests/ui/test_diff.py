"""The diff: where the letters stand, and what is seen and heard of a difference."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.diff import diff
from quizapp.core.kinds.base import Outcome, Run
from quizapp.ui import theme
from quizapp.ui.widgets.diff import DiffView
from quizapp.ui.widgets.difflines import break_lines, cells_of, right_to_left
from tests.ui.stage import role_and_name, show

SWAPPED = (Run("equal", "Tren de Ara", "Tren de Ara"), Run("swapped", "ug", "gu"), Run("equal", "a", "a"))
WORDS = st.text("abcdéñ ه日👨‍👩‍👧", max_size=25)


def measure(text: str) -> float:
    return 10.0 * len(text)


def colors(view: DiffView) -> set[str]:
    image = view.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@given(WORDS, WORDS)
def test_no_letter_is_lost(typed: str, expected: str) -> None:
    runs = diff(typed, expected)
    cells = cells_of(runs, measure)
    if runs:
        assert "".join(cell.typed for cell in cells) == unicodedata.normalize("NFC", typed.strip())
        assert "".join(cell.expected for cell in cells) == unicodedata.normalize("NFC", expected.strip())


@given(WORDS, WORDS, st.integers(30, 600))
def test_lines_keep_the_order_and_the_width(typed: str, expected: str, width: int) -> None:
    cells = cells_of(diff(typed, expected), measure)
    lines = break_lines(cells, width)
    assert [cell for line in lines for cell in line.cells] == cells
    assert all(line.width <= width for line in lines if len(line.cells) > 1)
    for line in lines:
        assert sum(count for *_, count in line.stretches()) == len(line.cells)


def test_both_sides_of_a_cell_have_the_same_width() -> None:
    cells = cells_of((Run("replaced", "i", "m"), Run("extra", "x", ""), Run("missing", "", "l")), measure)
    assert [(cell.typed, cell.expected) for cell in cells] == [("i", "m"), ("x", ""), ("", "l")]
    assert {cell.width for cell in cells} == {13.0}


def test_whole_words_that_differ_stand_word_below_word() -> None:
    cells = cells_of((Run("replaced", "Cartel del Golfo", "Los Zetas"),), measure)
    assert [(cell.typed, cell.expected) for cell in cells] == [
        ("Cartel ", "Los "),
        ("del ", "Zetas"),
        ("Golfo", ""),
    ]


def test_lines_break_behind_words() -> None:
    cells = cells_of(
        (Run("equal", "one two ", "one two "), Run("extra", "x", ""), Run("equal", "y", "y")), measure
    )
    assert [[cell.typed for cell in line.cells] for line in break_lines(cells, 70)] == [
        ["one "],
        ["two ", "x", "y"],
    ]


@pytest.mark.parametrize(
    ("text", "answer"), [("Cairo", False), ("12 القاهرة", True), ("שלום", True), ("12", False)]
)
def test_the_direction_of_a_text(text: str, answer: bool) -> None:
    assert right_to_left(text) == answer


@pytest.mark.parametrize(
    ("view", "spoken"),
    [
        (
            ("Tren de Arauga", "Tren de Aragua", SWAPPED, "almost"),
            "Expected Tren de Aragua, you typed Tren de Arauga, 2 letters differ",
        ),
        (("Donau", "Donau", (), "correct"), "You typed Donau"),
        (("", "Donau", (), "unknown"), "Expected Donau"),
        (("Wolga", "Donau", (), "wrong"), "Expected Donau, you typed Wolga"),
        (
            ("Donu", "Donau", diff("Donu", "Donau"), "almost"),
            "Expected Donau, you typed Donu, 1 letter differs",
        ),
    ],
)
def test_a_difference_is_heard(
    qtbot: QtBot, view: tuple[str, str, tuple[Run, ...], Outcome], spoken: str
) -> None:
    shown = DiffView(*view)
    show(qtbot, shown)
    assert role_and_name(shown) == (QAccessible.Role.StaticText, spoken)


@pytest.mark.parametrize(
    ("outcome", "line", "marks"), [("almost", "warnline", "warn"), ("wrong", "badline", "bad")]
)
def test_a_difference_is_seen(qtbot: QtBot, outcome: Outcome, line: str, marks: str) -> None:
    runs = (*SWAPPED, Run("extra", "x", ""), Run("missing", "", "y"), Run("replaced", "q", "k"))
    shown = DiffView("…", "…!", runs, outcome)
    show(qtbot, shown)
    seen = colors(shown)
    tokens = ("card", line, marks, f"{marks}soft", "good", "goodsoft", "text")
    assert {theme.color(token).name() for token in tokens} <= seen


def test_nothing_is_marked_where_nothing_differs(qtbot: QtBot) -> None:
    shown = DiffView("Donau", "Donau", (), "correct")
    show(qtbot, shown)
    assert not {theme.color(token).name() for token in ("warn", "bad", "goodsoft")} & colors(shown)
    assert shown.height() == 58 + 8


def test_two_sides_are_as_high_as_in_the_design(qtbot: QtBot) -> None:
    shown = DiffView("Tren de Arauga", "Tren de Aragua", SWAPPED, "almost")
    show(qtbot, shown)
    assert shown.height() == 112 + 8


def test_long_answers_wrap(qtbot: QtBot, qapp: QApplication) -> None:
    long = "foreign terrorist organization " * 4
    shown = DiffView(f"{long}x", f"{long}y", diff(f"{long}x", f"{long}y"), "wrong")
    show(qtbot, shown)
    assert shown.heightForWidth(768) > 2 * 112
    theme.install(qapp, theme.Theme(text_percent=200))
    assert shown.heightForWidth(768) > 8 * 112


def test_right_to_left_answers_begin_at_the_right(qtbot: QtBot) -> None:
    shown = DiffView("ab", "القاهرة", diff("القاهره", "القاهرة"), "almost")
    show(qtbot, shown)
    image = shown.grab().toImage()
    good = theme.color("good").name()
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).name() == good for y in range(image.height()))
    ]
    assert min(columns) > image.width() / 2


def test_a_crossing_at_the_edge_keeps_its_word_inside(qtbot: QtBot) -> None:
    runs = (Run("equal", "aaaa aaaa aaaa ", "aaaa aaaa aaaa "), Run("swapped", "ug", "gu"))
    shown = DiffView("…", "…!", runs, "almost")
    show(qtbot, shown, width=355)
    image = shown.grab().toImage()
    card = theme.color("card")
    assert all(image.pixelColor(image.width() - 8, y) == card for y in range(30, 90))
