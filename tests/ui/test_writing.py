"""Numbers and dates on screen: what the field asks for, what is shown and heard after the check."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Context, DontKnow, Question, Typed
from quizapp.core.kinds.date import DateQuestion
from quizapp.core.kinds.numeric import Numeric
from quizapp.core.kinds.quantity import Tier
from tests.ui.desk import QUESTIONS, Desk


@pytest.mark.parametrize(
    ("question", "name", "placeholder"),
    [
        (Numeric(q="?", number="5"), "Your answer, a number", ""),
        (Numeric(q="?", number="5", unit=("km", "kilometres")), "Your answer, a number in km", "In km"),
        (Numeric(q="?", number="5", unit=("{x}",)), "Your answer, a number in {x}", "In {x}"),
        (DateQuestion(q="?", date="2025"), "Your answer: Year", "Year"),
        (DateQuestion(q="?", date="2025-07"), "Your answer: Month and year", "Month and year"),
        (DateQuestion(q="?", date="2025-07-04"), "Your answer: Day, month and year", "Day, month and year"),
        (QUESTIONS["typed"], "Your answer", ""),
    ],
)
def test_the_field_says_what_is_asked(qtbot: QtBot, question: Question, name: str, placeholder: str) -> None:
    field = Desk(qtbot, question).focus
    assert isinstance(field, QLineEdit)
    assert (field.accessibleName(), field.placeholderText().strip()) == (name, placeholder)
    description = QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Description)
    assert description.strip() == "", "the placeholder is not said behind a name that has it"


@pytest.mark.parametrize(
    ("kind", "typed", "heard"),
    [
        ("numeric", "2850", "You typed 2850"),
        ("numeric", "1,780 miles", "You typed 1,780 miles"),
        ("numeric", "2600 km", "Expected 2,850 km, you typed 2600 km"),
        ("numeric", "2850 ells", "Expected 2,850 km, you typed 2850 ells"),
        ("date", "Nov 9, 1989", "You typed Nov 9, 1989"),
        ("date", "1989", "Expected 9 November 1989, you typed 1989"),
    ],
)
def test_a_wrong_answer_stands_above_the_right_one(qtbot: QtBot, kind: str, typed: str, heard: str) -> None:
    desk = Desk(qtbot, QUESTIONS[kind])
    desk.key(Qt.Key.Key_Return)
    assert desk.answers == []
    desk.type(typed)
    desk.key(Qt.Key.Key_Return)
    assert desk.answers == [Typed(typed)]
    field = desk.focus
    desk.reveal(desk.answers[0])
    assert desk.diffs == [heard]
    assert not field.isVisible()


@pytest.mark.parametrize(("kind", "expected"), [("numeric", "2,850 km"), ("date", "9 November 1989")])
def test_an_answer_that_is_not_known_is_shown(qtbot: QtBot, kind: str, expected: str) -> None:
    desk = Desk(qtbot, QUESTIONS[kind])
    desk.reveal(DontKnow())
    assert desk.diffs == [f"Expected {expected}"]


@pytest.mark.parametrize("kind", ["numeric", "date", "typed"])
def test_the_enter_of_an_input_method_does_not_submit(qtbot: QtBot, kind: str) -> None:
    desk = Desk(qtbot, QUESTIONS[kind])
    desk.type("2")
    QApplication.sendEvent(desk.focus, QInputMethodEvent("に", []))
    desk.key(Qt.Key.Key_Return)
    assert desk.answers == []
    QApplication.sendEvent(desk.focus, QInputMethodEvent("", []))
    desk.key(Qt.Key.Key_Return)
    assert desk.answers == [Typed("2")]


def test_a_second_try_begins_with_the_first_marked(qtbot: QtBot) -> None:
    question = Numeric(q="How long?", number="2850", tolerance=(Tier("2%"),), unit=("km",))
    desk = Desk(qtbot, question)
    desk.type("2600")
    desk.key(Qt.Key.Key_Return)
    verdict = grade(desk.kind, question, desk.prompt, desk.answers[0], Context(language="en"))
    assert desk.widget.try_again(verdict)
    assert not desk.widget.can_submit()
    desk.type("2840")
    desk.key(Qt.Key.Key_Return)
    assert desk.answers == [Typed("2600"), Typed("2840")]
