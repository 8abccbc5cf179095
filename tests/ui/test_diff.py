"""The diff: where the letters stand, and what is seen and heard of a difference."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from quizapp.core.diff import diff
from quizapp.core.kinds.base import Outcome, Run
from quizapp.core.text import clusters
from quizapp.ui import theme
from quizapp.ui.widgets.diff import DiffView
from quizapp.ui.widgets.difflines import break_lines, cells_of, lines_of, right_to_left
from quizapp.ui.widgets.paint import MARGIN
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


@given(WORDS, WORDS, st.integers(1, 90))
def test_no_line_is_wider_than_its_room(typed: str, expected: str, width: int) -> None:
    runs = diff(typed, expected)
    for line in lines_of(runs, measure, width):
        letters = [max(len(clusters(cell.typed)), len(clusters(cell.expected))) for cell in line.cells]
        assert line.width <= width or letters == [1]
    for side in ("typed", "expected"):
        parts = [getattr(cell, side) for line in lines_of(runs, measure, width) for cell in line.cells]
        assert "".join(parts) == "".join(getattr(run, side) for run in runs)


def test_a_word_too_long_for_a_line_is_cut_between_letters() -> None:
    lines = lines_of((Run("equal", "to abcdefg", "to Abcdefg"),), measure, 30)
    assert [[(cell.typed, cell.expected) for cell in line.cells] for line in lines] == [
        [("to ", "to ")], [("abc", "Abc")], [("def", "def")], [("g", "g")],
    ]  # fmt: skip


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


HUGE = {
    "a word without end": ("a" * 10_000, "b" * 10_000),
    "a slip in it": ("a" * 5_000 + "x" + "a" * 5_000, "a" * 10_000),
    "many words": ("one two " * 1_250, "three four " * 900),
    "right to left": ("שלום " * 2_000, "שָׁלוֹם " * 1_250),
    "families": ("👨‍👩‍👧" * 1_250, "👨‍👩‍👦" * 1_250),
}


@pytest.mark.parametrize(("typed", "expected"), HUGE.values(), ids=HUGE)
def test_ten_thousand_letters_stay_in_the_box(qtbot: QtBot, typed: str, expected: str) -> None:
    shown = DiffView(typed, expected, diff(typed, expected), "wrong")
    area = QScrollArea()
    area.setWidget(shown)
    area.setWidgetResizable(True)
    show(qtbot, area, width=600)
    room = shown.width() - 2 * MARGIN - 2 * 20 - theme.px(106)
    assert max(line.width for line in shown._lines(shown.width() - 2 * MARGIN)) <= room
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() // 2)
    image, background = area.viewport().grab().toImage(), theme.color("card").name()
    edge = image.width() - MARGIN - 10
    assert {image.pixelColor(edge, y).name() for y in range(image.height())} == {background}
    assert len({image.pixelColor(x, y).name() for x in range(150, 400, 3) for y in range(200)}) > 2


def test_what_is_painted_in_part_is_painted_as_the_whole(qtbot: QtBot) -> None:
    typed, expected = "one two " * 60, "three four " * 60
    shown = DiffView(typed, expected, diff(typed, expected), "wrong")
    show(qtbot, shown, width=500)
    shown.resize(500, shown.heightForWidth(500))
    whole = shown.grab().toImage()
    for top in (0, 137, 400):
        part = QRect(0, top, 500, 90)
        assert shown.grab(part).toImage() == whole.copy(part)


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
