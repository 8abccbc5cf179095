"""Parts of a picture: covers that are lifted, names that are written, places that are pointed at."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import DontKnow, Revealed, Typed
from quizapp.core.kinds.image import Spot
from quizapp.ui.kinds import image as image_widgets
from quizapp.ui.widgets import point_map
from tests.ui.wall import HOUSE, PLAIN, Wall

UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
ENTER, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a screen reader is told besides the focus."""
    said: list[str] = []
    for module in (image_widgets, point_map):
        monkeypatch.setattr(module, "announce", lambda widget, text: said.append(text))
    return said


BARE = ("bare", "")


# Covered, in mind


def test_a_cover_is_lifted(qtbot: QtBot) -> None:
    wall = Wall(qtbot)
    assert wall.shown == [BARE, BARE, ("asked", ""), BARE]
    assert (wall.widget.action, wall.widget.takes_text) == ("Show the answer", False)
    assert not wall.widget.press_digit(1)
    wall.widget.submit()
    assert wall.answers == [Revealed()]
    wall.judge(Revealed())
    assert wall.shown == [BARE, BARE, ("lifted", "the door"), BARE]
    assert wall.widget.solution_hint == ""
    wall.widget.toggle_solution()
    assert wall.shown[3] == BARE


def test_what_is_not_known_is_shown_as_missed(qtbot: QtBot) -> None:
    wall = Wall(qtbot)
    wall.judge(DontKnow())
    assert wall.shown[2] == ("missed", "the door")


def test_all_can_be_covered_and_the_others_uncovered_afterwards(qtbot: QtBot, heard: list[str]) -> None:
    wall = Wall(qtbot, part="the **roof**", hide="all")
    assert [state for state, _ in wall.shown] == ["asked", "covered", "covered", "covered"]
    wall.widget.toggle_solution()
    assert [state for state, _ in wall.shown] == ["asked", "covered", "covered", "covered"], "not before"
    wall.judge(Revealed())
    assert wall.shown == [("lifted", "the roof"), *[("covered", "")] * 3]
    assert wall.widget.solution_hint == "lift the other covers"
    wall.widget.toggle_solution()
    names = ("the roof", "the window", "the door", "the tree")
    assert wall.shown == [("lifted", name) for name in names]
    assert wall.widget.solution_hint == "cover the others again"
    wall.widget.toggle_solution()
    assert wall.shown == [("lifted", "the roof"), *[("covered", "")] * 3]
    assert heard == ["All regions are uncovered", "The other regions are covered"]


# Covered, in writing


def test_a_name_is_written(qtbot: QtBot) -> None:
    wall = Wall(qtbot, typed=True)
    assert wall.widget.takes_text
    assert (type(wall.focus), wall.focus.accessibleName()) == (wall.focus.__class__, "Your answer")
    assert isinstance(wall.focus, QLineEdit)
    assert wall.map.mapTo(wall.window, wall.map.rect().bottomLeft()).y() < wall.focus.pos().y() + 1
    wall.type("the dor")
    wall.press(ENTER)
    assert wall.answers == [Typed("the dor")]
    wall.judge(Typed("the door"))
    assert wall.shown[2] == ("right", "the door")
    assert wall.diffs == ["You typed the door"]


@pytest.mark.parametrize(
    ("typed", "state"),
    [("the door", "right"), ("tehdoor", "missed"), ("the window", "missed"), ("the chimny", "missed")],
)
def test_the_region_shows_how_its_name_fared(qtbot: QtBot, typed: str, state: str) -> None:
    wall = Wall(qtbot, typed=True)
    wall.judge(Typed(typed))
    assert wall.shown[2] == (state, "the door")


def test_another_try_keeps_the_cover(qtbot: QtBot) -> None:
    wall = Wall(qtbot, typed=True)
    wall.type("the wall")
    verdict = grade(wall.kind, wall.question, wall.prompt, Typed("the wall"), PLAIN)
    assert wall.widget.try_again(verdict)
    assert wall.shown[2] == ("asked", "")
    wall.widget.reveal(verdict)
    wall.widget.reveal_again(grade(wall.kind, wall.question, wall.prompt, Typed("the door"), PLAIN))
    assert wall.shown[2] == ("right", "the door")


# Pointed at


def test_a_click_anywhere_answers_by_its_place(qtbot: QtBot) -> None:
    wall = Wall(qtbot, click=True)
    assert (wall.widget.action, wall.widget.key_hint) == ("", "Click, or use arrow keys")
    wall.click(50, 70, Qt.MouseButton.RightButton)
    QTest.mouseClick(wall.map, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert wall.answers == [], "beside the picture, or with another button"
    wall.click(50, 70)
    wall.click(5, 95)
    (first, second) = wall.answers
    assert isinstance(first, Spot)
    assert isinstance(second, Spot)
    assert abs(first.x - 50) < Decimal("0.3")
    assert abs(first.y - 70) < Decimal("0.3")
    assert abs(second.x - 5) < Decimal("0.3")
    assert (first.among, second.among) == (0, 0)


def test_nothing_is_outlined_until_a_key_asks_for_it(qtbot: QtBot) -> None:
    wall = Wall(qtbot, click=True)
    assert wall.shown == [BARE] * 4
    assert QApplication.focusWidget() is wall.map
    wall.press(RIGHT)
    assert wall.at == 1
    assert wall.shown == [("open", "")] * 4
    wall.click(50, 70)
    assert [answer.among for answer in wall.answers] == [4], "they were to be seen"  # type: ignore[attr-defined]


def test_arrows_go_to_regions_and_enter_or_space_picks(qtbot: QtBot) -> None:
    wall = Wall(qtbot, click=True)
    wall.press(RIGHT)
    assert wall.at == 1
    wall.press(DOWN)
    assert wall.at == 2
    wall.press(RIGHT)
    assert wall.at == 3
    wall.press(RIGHT)
    assert wall.at == 4
    wall.press(RIGHT)
    assert wall.at == 4, "there is nothing further right"
    wall.press(LEFT, ENTER)
    wall.press(UP, SPACE)
    assert wall.answers == [Spot(Decimal(50), Decimal("71.5"), 4), Spot(Decimal(46), Decimal("34.5"), 4)]


def test_the_tab_key_reaches_each_region(qtbot: QtBot) -> None:
    wall = Wall(qtbot, click=True)
    seen = []
    for _ in HOUSE:
        wall.press(TAB)
        seen.append(wall.at)
    assert seen == [1, 2, 3, 4]


def test_up_begins_with_the_last(qtbot: QtBot) -> None:
    wall = Wall(qtbot, click=True)
    wall.press(UP)
    assert wall.at == 4


def test_digits_show_the_numbers_first_and_then_pick(qtbot: QtBot, heard: list[str]) -> None:
    wall = Wall(qtbot, click=True)
    assert wall.widget.press_digit(3)
    assert wall.answers == []
    assert heard == ["Regions 1 to 4 are outlined"]
    assert not wall.widget.press_digit(5)
    assert wall.widget.press_digit(3)
    assert wall.answers == [Spot(Decimal(50), Decimal("71.5"), 4)]


def test_a_miss_shows_both_places(qtbot: QtBot, heard: list[str]) -> None:
    wall = Wall(qtbot, click=True)
    wall.press(RIGHT)
    wall.judge(Spot(Decimal(85), Decimal(50), 4))
    assert wall.shown == [BARE, BARE, ("missed", "the door"), ("wrong", "the tree")]
    assert wall.map._spots == [(Decimal(85), Decimal(50), False)]
    assert heard == ["the door is at the bottom"]
    wall.click(50, 70)
    wall.press(RIGHT)
    assert not wall.widget.press_digit(1)
    assert wall.answers == []
    assert [mark.focusPolicy() for mark in wall.map.marks] == [Qt.FocusPolicy.NoFocus] * 4


def test_a_miss_beside_all_shows_the_place(qtbot: QtBot) -> None:
    wall = Wall(qtbot, click=True)
    wall.judge(Spot(Decimal(2), Decimal(2)))
    assert wall.shown == [BARE, BARE, ("missed", "the door"), BARE]
    assert wall.map._spots == [(Decimal(2), Decimal(2), False)]


def test_a_hit(qtbot: QtBot, heard: list[str]) -> None:
    wall = Wall(qtbot, click=True)
    wall.judge(Spot(Decimal(50), Decimal(70)))
    assert wall.shown[2] == ("right", "the door")
    assert wall.map._spots == [(Decimal(50), Decimal(70), True)]
    assert heard == []


def test_not_knowing_shows_the_place(qtbot: QtBot) -> None:
    wall = Wall(qtbot, click=True)
    wall.judge(DontKnow())
    assert wall.shown == [BARE, BARE, ("missed", "the door"), BARE]
    assert wall.map._spots == []


def test_between_tries_only_the_miss_is_shown(qtbot: QtBot) -> None:
    wall = Wall(qtbot, click=True)
    wall.press(LEFT)
    assert wall.at == 4
    wall.press(ENTER)
    assert wall.widget.try_again(grade(wall.kind, wall.question, wall.prompt, wall.answers[0], PLAIN))
    assert wall.shown == [("open", "")] * 3 + [("wrong", "the tree")]
    assert QApplication.focusWidget() is wall.map
    wall.press(UP)
    assert wall.at == 3, "what was tried is passed over"
    wall.press(RIGHT)
    assert wall.at == 3
    wall.press(ENTER)
    wall.judge(wall.answers[1])
    assert wall.shown == [BARE, BARE, ("right", "the door"), ("wrong", "the tree")]
