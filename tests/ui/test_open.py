"""Own words on screen: written, compared with a check-list, ticked and rated, all by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.base import DontKnow, Revealed
from quizapp.core.kinds.open import Open, Written
from quizapp.ui.kinds.open import OpenWidget
from quizapp.ui.widgets.choice_row import ChoiceRow
from quizapp.ui.widgets.label import Label
from tests.ui.desk import Desk
from tests.ui.learning import School
from tests.ui.reader import ALT, CTRL, Reader, hints, said
from tests.ui.stage import role_and_name

ENTER, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down
PLANT = Open(q="What does a plant need?", check=("light", "**water**", "air"), a="Light, *water* and air.")
DECK = """\
title: Plants
language: en
cards:
- id: plant
  q: What does a plant need?
  check: [light, water, air, salts]
  pass: 0.5
- id: next
  q: And then?
  a: Nothing
"""


class Paper(Desk):
    """An open question on screen."""

    widget: OpenWidget

    def words(self) -> list[str]:
        return [line.text() for line in self.widget.findChildren(Label) if line.isVisible()]


@pytest.fixture
def paper(qtbot: QtBot) -> Paper:
    return Paper(qtbot, PLANT)


def test_an_answer_is_written_and_stays_readable(paper: Paper) -> None:
    assert (paper.widget.action, paper.widget.action_key) == ("Show the points", "Ctrl Enter")
    assert paper.widget.key_hints == (("Enter", "new line"),)
    paper.type("Light")
    paper.key(ENTER)
    paper.type("and water")
    paper.qtbot.keyClick(paper.focus, ENTER, CTRL)
    assert paper.answers == [Written("Light\nand water")]
    paper.reveal(paper.answers[0])
    assert paper.words() == [
        "Your answer",
        "Light\nand water",
        "Model answer",
        "Tick the points that you made",
    ]
    assert not paper.widget.area.isVisible()
    assert paper.widget.wants_focus_after_reveal


def test_it_need_not_be_written(paper: Paper) -> None:
    assert paper.widget.can_submit()
    paper.type("  ")
    paper.widget.submit()
    assert paper.answers == [Revealed()]
    paper.reveal(Revealed())
    assert paper.words() == ["Model answer", "Tick the points that you made"]


def test_points_are_ticked_by_space(paper: Paper) -> None:
    amended: list[object] = []
    paper.widget.amended.connect(amended.append)
    paper.type("so")
    paper.reveal(Written("so"))
    paper.widget.focus_answer()
    paper.key(SPACE)
    paper.key(DOWN)
    paper.key(SPACE)
    paper.qtbot.keyClick(paper.focus, Qt.Key.Key_Up)
    paper.key(SPACE)
    assert amended == [
        Written("so", ("light",)), Written("so", ("light", "**water**")), Written("so", ("**water**",)),
    ]  # fmt: skip
    assert [role_and_name(row) for row in paper.rows] == [
        (QAccessible.Role.CheckBox, name) for name in ("light", "water", "air")
    ]
    assert not paper.widget.press_digit(1)


def test_who_gave_up_ticks_nothing(paper: Paper) -> None:
    paper.reveal(DontKnow())
    assert paper.words() == ["Model answer", "What a good answer says"]
    assert not paper.widget.wants_focus_after_reveal
    assert paper.states() == {"light": "missed", "water": "missed", "air": "missed"}
    assert not any(row.isCheckable() for row in paper.rows)


# In a sitting


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    school = School(tmp_path, DECK)
    reader = Reader(qtbot, school)
    reader.sit_down()
    yield reader
    reader.close()
    school.close()


def rating(at: Reader) -> str:
    return at.judged.suggestion.rating.name if at.judged else ""


def test_from_the_first_letter_to_the_next_card(at: Reader) -> None:
    assert hints(at)["go_on"] == "Ctrl Enter"
    at.type("Light")
    at.press(ENTER, modifier=CTRL)
    assert "Which of these points did you make?" in said(at)
    assert isinstance(at.focus, ChoiceRow)
    assert (rating(at), hints(at)["go_on"]) == ("GOOD", "Enter")
    at.press(SPACE)
    assert "You made one of four points" in said(at)
    assert (rating(at), at.focus.accessibleName()) == ("AGAIN", "light")
    at.press(DOWN, SPACE)
    assert "You made two of four points" in said(at)
    assert (rating(at), at.focus.accessibleName()) == ("HARD", "water")
    at.press(DOWN, SPACE, DOWN, SPACE)
    assert "You made every point" in said(at)
    assert rating(at) == "GOOD"
    at.press(ENTER)
    assert at.note == "next"
    (review,) = at.school.logged()
    assert (review.rating, review.graded.outcome, review.graded.fraction) == (3, "unscored", "")
    assert review.graded.answer == {
        "type": "written", "text": "Light", "points": ["light", "water", "air", "salts"],
    }  # fmt: skip


def test_digits_rate_while_points_are_ticked(at: Reader) -> None:
    at.press(ENTER, modifier=CTRL)
    at.press(SPACE)
    at.press("4")
    assert at.note == "next"
    assert [review.rating for review in at.school.logged()] == [4]


def test_giving_up_rates_again(at: Reader) -> None:
    at.press(Qt.Key.Key_0, modifier=ALT)
    assert "Now you know" in said(at)
    assert rating(at) == "AGAIN"
    assert not isinstance(at.focus, ChoiceRow)
    at.press(SPACE)
    assert at.note == "next"


def test_tab_leads_from_the_points_to_the_ratings(at: Reader) -> None:
    at.press(ENTER, modifier=CTRL)
    at.press(SPACE)
    for _ in range(9):
        if "Again" in at.focus.accessibleName() or getattr(at.focus, "words", "") == "Again":
            break
        at.press(Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert not isinstance(at.focus, ChoiceRow)
