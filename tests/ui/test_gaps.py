"""Gaps of a cloze on screen: picked, numbers and written ones, from the first key to the last reason."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Accept, Answer, Context, DontKnow, Filled, Option, Verdict
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.gaps import GapSpec
from quizapp.ui.kinds.cloze import GapsWidget
from quizapp.ui.kinds.gap_boxes import GapBox
from quizapp.ui.widgets.diff import DiffView
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_row import OptionRow
from tests.ui.desk import Desk

ENTER, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right
MOON = Cloze(
    cloze="The {{c1::Moon :: a body}} is {{c1::384,400}} km away from the {{c1::Earth :: a planet}}.",
    gaps={
        1: GapSpec(wrong=(Option("Sun", "It is *much* farther."), Option("Mars"))),
        2: GapSpec(number="384400", tolerance=(), unit=("km",)),
    },
)
RIVERS = Cloze(cloze="{{c1::Tigris}} and {{c1::Euphrates}}", typed=True, any_order=(1, 2))
COUNTRY = Cloze(cloze="It lies in {{Iraq}}.", gaps={1: GapSpec(wrong=(Option("Iran"), Option("Syria")))})


class Gaps(Desk):
    """A text with gaps on screen."""

    widget: GapsWidget

    @property
    def boxes(self) -> list[GapBox]:
        return self.widget.boxes

    @property
    def at(self) -> int:
        """The number of the gap that has the focus."""
        return next(at for at, box in enumerate(self.boxes, 1) if box.isAncestorOf(self.focus))

    def pick(self, text: str) -> None:
        digit = next(at for at, row in enumerate(self.rows, 1) if row.accessibleName().startswith(text))
        assert self.widget.press_digit(digit)

    def verdict(self, answer: Answer) -> Verdict:
        return grade(self.kind, self.question, self.prompt, answer, Context(language="en"))

    def check(self) -> None:
        """Have the last answer marked."""
        self.widget.reveal(self.verdict(self.answers[-1]))

    def lines(self) -> list[list[str]]:
        """The small print of each gap."""
        return [
            [line.text() for line in box.findChildren(Label) if line.isVisibleTo(box)] for box in self.boxes
        ]


@pytest.fixture
def moon(qtbot: QtBot) -> Gaps:
    return Gaps(qtbot, MOON)


def test_gaps_are_answered_one_after_the_other(moon: Gaps) -> None:
    assert moon.widget.takes_text
    assert moon.widget.progress == "0 of 3 filled"
    assert moon.widget.key_hints == (("Enter", "next gap"), ("1–3", "pick"), ("↑ ↓", "another gap"))
    assert moon.lines() == [["Gap 1 of 3 · a body"], ["Gap 2 of 3"], ["Gap 3 of 3"]]
    assert moon.at == 1
    moon.pick("Sun")
    assert moon.at == 2
    assert moon.focus.accessibleName() == "Gap 2 of 3, a number in km"
    moon.type("384,400 km")
    moon.key(ENTER)
    assert (moon.at, moon.focus.accessibleDescription()) == (3, "a planet")
    assert moon.widget.progress == "2 of 3 filled"
    moon.type("Moon")
    moon.key(ENTER)
    assert moon.answers == [Filled(("Sun", "384,400 km", "Moon"))]
    moon.check()
    assert moon.states() == {"Moon, right answer": "missed", "Sun, chosen": "wrong", "Mars": "left_out"}
    assert moon.diffs == ["You typed 384,400 km", "Expected Earth, you typed Moon"]
    assert moon.lines() == [
        ["Gap 1 of 3 · a body", "Right answer: Moon."],
        ["Gap 2 of 3"],
        ["Gap 3 of 3", "“Moon” belongs in gap 1."],
    ]
    notes = [view.plain_text() for view in moon.boxes[0].findChildren(type(moon.boxes[0].viewers("x")))]
    assert notes == ["It is much farther."]


def test_the_bar_is_told_what_enter_does_at_each_gap(moon: Gaps) -> None:
    def enter() -> tuple[str, str]:
        return dict(moon.widget.key_hints).get("Enter", ""), moon.widget.action_key

    told: list[tuple[str, str]] = []
    moon.widget.changed.connect(lambda: told.append(enter()))
    assert enter() == ("next gap", "Ctrl Enter")
    moon.key(DOWN)
    assert (enter(), told) == (("next gap", "Ctrl Enter"), [])
    moon.key(DOWN)
    assert (enter(), told) == (("", ""), [("", "")])
    moon.key(UP)
    assert (enter(), len(told)) == (("next gap", "Ctrl Enter"), 2)


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_Enter])
def test_ctrl_enter_checks_from_any_gap(moon: Gaps, key: Qt.Key) -> None:
    moon.pick("Sun")
    moon.qtbot.keyClick(moon.focus, key, Qt.KeyboardModifier.ControlModifier)
    assert moon.answers == [Filled(("Sun", "", ""))]


def test_arrows_lead_along_options_and_between_gaps(moon: Gaps) -> None:
    first = moon.focus
    moon.key(RIGHT)
    moon.key(RIGHT)
    moon.key(RIGHT)
    assert moon.focus is moon.rows[2]
    moon.key(LEFT)
    moon.key(DOWN)
    assert moon.at == 2
    moon.key(UP)
    assert moon.focus is moon.rows[1]
    moon.key(UP)
    assert moon.at == 1
    assert moon.focus is not first
    moon.key(ENTER)
    assert moon.at == 2
    assert moon.boxes[0].text() == moon.rows[1].accessibleName().removesuffix(", chosen")
    moon.key(DOWN)
    moon.key(DOWN)
    assert moon.at == 3
    assert moon.answers == []


def test_options_go_from_right_to_left_where_the_words_do(moon: Gaps) -> None:
    moon.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    moon.key(LEFT)
    assert moon.focus is moon.rows[1]
    assert moon.rows[1].x() < moon.rows[0].x()


def test_a_pick_is_read_out_and_can_be_changed(moon: Gaps) -> None:
    assert all(row.accessibleDescription() == "Gap 1 of 3" for row in moon.rows)
    moon.pick("Sun")
    moon.key(UP)
    moon.pick("Mars")
    names = [row.accessibleName() for row in moon.rows]
    assert sorted(names) == ["Mars, chosen", "Moon", "Sun"]
    assert moon.boxes[0].text() == "Mars"


def test_where_the_learner_works_is_said(moon: Gaps) -> None:
    said: list[object] = []
    moon.widget.in_use.connect(said.append)
    moon.key(DOWN)
    moon.key(UP)
    assert said == [moon.boxes[1], moon.boxes[0]]


def test_nothing_is_no_answer(moon: Gaps) -> None:
    moon.key(DOWN)
    moon.key(DOWN)
    moon.key(ENTER)
    assert moon.answers == []
    assert not moon.widget.press_digit(1)  # of a field a digit is text


def test_unknown_gaps_show_what_is_right(moon: Gaps) -> None:
    moon.reveal(DontKnow())
    assert moon.states() == {"Moon, right answer": "missed", "Sun": "left_out", "Mars": "left_out"}
    assert moon.diffs == ["Expected 384,400 km", "Expected Earth"]
    assert moon.lines()[0] == ["Gap 1 of 3 · a body", "Right answer: Moon."]


def test_gaps_in_any_order_say_so(qtbot: QtBot) -> None:
    gaps = Gaps(qtbot, RIVERS)
    assert gaps.lines() == [["Gap 1 of 2 · in any order"], ["Gap 2 of 2 · in any order"]]
    assert gaps.focus.accessibleName() == "Gap 1 of 2, in any order"
    gaps.type("Euphrates")
    gaps.key(ENTER)
    gaps.type("Tigirs")
    gaps.key(ENTER)
    gaps.check()
    assert gaps.diffs == ["You typed Euphrates", "Expected Tigris, you typed Tigirs, 2 letters differ"]
    assert gaps.lines()[1][1].startswith("Two neighbouring letters are swapped")
    assert gaps.boxes[1].findChildren(DiffView)[0].accessibleDescription() == gaps.lines()[1][1]


def test_a_lone_gap_to_pick_is_answered_by_its_key(qtbot: QtBot) -> None:
    gaps = Gaps(qtbot, COUNTRY)
    assert (gaps.widget.takes_text, gaps.widget.action) == (False, "")
    assert gaps.widget.key_hint == "Press 1–3 to answer"
    assert gaps.lines() == [[]]
    gaps.pick("Iraq")
    assert gaps.answers == [Filled(("Iraq",))]
    gaps.check()
    assert gaps.states()["Iraq, your answer"] == "right"
    assert gaps.lines() == [[]]


# Tries


def test_gaps_that_are_right_stay(moon: Gaps) -> None:
    moon.pick("Sun")
    moon.type("384,400")
    moon.key(ENTER)
    moon.type("Mon")
    moon.key(ENTER)
    assert moon.widget.try_again(moon.verdict(moon.answers[-1]))
    assert moon.at == 1
    assert [box.text() for box in moon.boxes] == ["", "384,400", "Mon"]
    assert {name: state for name, state in moon.states().items() if state != "open"} == {
        "Sun, chosen": "wrong"
    }
    moon.pick("Moon")
    moon.key(DOWN)
    moon.type("Earth")
    moon.key(ENTER)
    assert moon.answers[-1] == Filled(("Moon", "384,400", "Earth"))
    assert moon.verdict(moon.answers[-1]).fraction == 1


def test_gaps_that_are_half_right_may_be_tried_again(qtbot: QtBot) -> None:
    half = Cloze(cloze="{{Black Sea}}", gaps={1: GapSpec(accept=(Accept("sea", Decimal("0.5")),))})
    gaps = Gaps(qtbot, half)
    gaps.type("sea")
    gaps.key(ENTER)
    assert gaps.widget.try_again(gaps.verdict(gaps.answers[-1]))
    assert gaps.at == 1
    assert not gaps.widget.can_submit()


def test_another_verdict_takes_the_place_of_the_first(qtbot: QtBot) -> None:
    gaps = Gaps(qtbot, RIVERS)
    answer = Filled(("Euphrtes", "Tigris"))
    gaps.widget.reveal(gaps.verdict(answer))
    assert gaps.lines()[0][1].startswith("A letter is missing")
    gaps.widget.reveal_again(gaps.verdict(Filled(("x", "Tigris"))))
    QApplication.sendPostedEvents()
    assert gaps.lines()[0][1].startswith("“x” for “Euphrates”")
    assert len([line for line in gaps.boxes[0].findChildren(QLabel) if line.isVisibleTo(gaps.boxes[0])]) == 3


# Room


@pytest.fixture
def narrow(qtbot: QtBot) -> Gaps:
    texts = [
        "a short one",
        "another",
        "a very long option that has to be broken into several lines " * 3,
        "x",
    ]
    long = Cloze(
        cloze="{{c1::y}} {{c1::z}}",
        gaps={1: GapSpec(wrong=tuple(map(Option, texts))), 2: GapSpec(reject=("a",))},
    )
    gaps = Gaps(qtbot, long)
    gaps.window.resize(400, 700)
    return gaps


def test_options_keep_to_the_width(narrow: Gaps) -> None:
    strip = narrow.widget.findChildren(OptionRow)[0]
    narrow.qtbot.waitUntil(lambda: strip.width() == 400)
    places = [row.geometry() for row in strip.rows]
    assert all(place.left() >= 0 and place.right() < 400 for place in places)
    assert all(not one.intersects(other) for one in places for other in places if one != other)
    assert strip.heightForWidth(400) == max(place.bottom() for place in places) + 1 == strip.height()
    narrow.widget.reveal(narrow.verdict(Filled(("x", ""))))
    assert [row.geometry() for row in strip.rows if row.height() < 60] == [
        p for p in places if p.height() < 60
    ]
