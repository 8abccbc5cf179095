"""Answer widgets between two tries, and with another verdict on the same answer."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Accept, Answer, Context, Filled, Picked, Typed, Verdict
from quizapp.core.kinds.cloze import Cloze
from quizapp.ui.kinds import AnswerWidget
from quizapp.ui.kinds import base as kinds_base
from tests.ui.desk import QUESTIONS, Desk
from tests.ui.joining import Table

ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down

CLOZE = Cloze(
    cloze="{{c1::The Danube}} flows into the {{c1::Black Sea}}.",
    typed=True,
    accept=(Accept("Pontus", Decimal("0.5")),),
)


def verdict(desk: Desk, answer: Answer) -> Verdict:
    return grade(desk.kind, desk.question, desk.prompt, answer, Context(language="en"))


def fields(desk: Desk) -> list[QLineEdit]:
    return [field for field in desk.widget.findChildren(QLineEdit) if field.isVisible()]


def test_the_bare_contract_wants_a_fresh_widget_and_keeps_its_marks(qtbot: QtBot):
    bare = AnswerWidget()
    qtbot.addWidget(bare)
    wrong = Verdict(outcome="wrong", because="")
    assert not bare.try_again(wrong)
    bare.reveal_again(wrong)


@pytest.mark.parametrize(
    ("texts", "focus"),
    [
        (("Rhine", "Black Sea"), 0),
        (("The Danube", "North Sea"), 1),
        (("The Danbue", "North Sea"), 1),
        (("Rhine", ""), 0),
        (("The Danube", "Pontus"), 1),
    ],
)
def test_gaps_that_are_right_are_left_alone(qtbot: QtBot, texts: tuple[str, str], focus: int):
    desk = Desk(qtbot, CLOZE)
    for field, text in zip(fields(desk), texts, strict=True):
        field.setText(text)
    assert desk.widget.try_again(verdict(desk, Filled(texts)))
    assert desk.focus is fields(desk)[focus]
    assert tuple(field.text() for field in fields(desk)) == texts
    assert fields(desk)[focus].selectedText() == texts[focus]
    assert not desk.widget.can_submit(), "the same is not tried twice"
    desk.type("Bosporus")
    assert desk.widget.can_submit()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told of a check."""
    said: list[str] = []
    monkeypatch.setattr(kinds_base, "announce", lambda widget, text: said.append(text))
    return said


def is_refused(desk: Desk, heard: list[str], *keys: Qt.Key) -> None:
    """Check, fail, and check the same: by the screen's Enter, and by that of the field."""
    desk.widget.check()
    answer = desk.answers.pop()
    assert (heard, desk.widget.why_not()) == ([], "")
    assert desk.widget.try_again(verdict(desk, answer))
    desk.widget.check()
    for key in keys:
        desk.key(key)
    assert (desk.answers, desk.widget.why_not()) == ([], "Change it first")
    assert heard == ["Change it first"] * (2 if keys else 1)


def test_a_text_that_was_wrong_is_refused_aloud(qtbot: QtBot, heard: list[str]):
    desk = Desk(qtbot, QUESTIONS["typed"])
    desk.widget.check()
    assert (heard, desk.widget.why_not()) == ([], ""), "an empty field is plain to see"
    desk.type("Los Zetas")
    is_refused(desk, heard, ENTER)
    desk.type("Tren")
    assert desk.widget.why_not() == ""


def test_a_list_that_was_wrong_is_refused_aloud(qtbot: QtBot, heard: list[str]):
    desk = Desk(qtbot, QUESTIONS["list"])
    desk.type("Estonia")
    desk.key(ENTER)
    is_refused(desk, heard, ENTER)
    desk.type("L")
    assert desk.widget.why_not() == ""


def test_gaps_that_were_wrong_are_refused_aloud(qtbot: QtBot, heard: list[str]):
    desk = Desk(qtbot, CLOZE)
    for field in fields(desk):
        field.setText("Rhine")
    is_refused(desk, heard, DOWN, ENTER)
    desk.type("Bosporus")
    assert desk.widget.why_not() == ""


def test_an_order_that_was_wrong_is_refused_aloud(qtbot: QtBot, heard: list[str]):
    desk = Desk(qtbot, QUESTIONS["order"])
    is_refused(desk, heard)
    desk.qtbot.keyClick(desk.focus, DOWN, Qt.KeyboardModifier.AltModifier)
    assert desk.widget.why_not() == ""


def test_pairs_that_were_wrong_are_refused_aloud(qtbot: QtBot, heard: list[str]):
    desk = Table(qtbot)
    desk.join("*koruna*", "złoty", "forint")
    desk.widget.check()
    answer = desk.answers.pop()
    assert desk.widget.try_again(verdict(desk, answer))
    desk.widget.check()
    assert heard == [], "pairs came off: that is plain to see"
    desk.join("*koruna*", "złoty")
    desk.widget.check()
    assert (desk.answers, heard) == ([], ["Change it first"])
    desk.join("złoty", "*koruna*")
    desk.widget.check()
    assert len(desk.answers) == 1


def test_another_verdict_on_the_same_gaps(qtbot: QtBot):
    desk = Desk(qtbot, CLOZE)
    answer = Filled(("The Danbue", "Black Sea"))
    desk.reveal(answer)
    before = desk.diffs
    desk.widget.reveal_again(verdict(desk, answer))
    desk.qtbot.waitUntil(lambda: desk.diffs == before)


def test_another_verdict_on_the_same_text(qtbot: QtBot):
    desk = Desk(qtbot, QUESTIONS["typed"])
    desk.reveal(Typed("Tren de Arauga"))
    before = desk.diffs
    desk.widget.reveal_again(verdict(desk, Typed("Tren de Arauga")))
    desk.qtbot.waitUntil(lambda: desk.diffs == before)


def test_an_option_that_was_wrong_is_out(qtbot: QtBot):
    desk = Desk(qtbot, QUESTIONS["choice"])
    rhine = desk.number_of("Rhine")
    assert desk.widget.try_again(verdict(desk, Picked("Rhine")))
    assert desk.states()["Rhine, chosen"] == "wrong"
    assert desk.rows.index(desk.focus) + 1 != rhine  # type: ignore[arg-type]
    desk.widget.press_digit(rhine)
    desk.qtbot.mouseClick(desk.rows[rhine - 1], Qt.MouseButton.LeftButton)
    assert desk.answers == []
    stops = set()
    for key in (Qt.Key.Key_Up,) * 3 + (Qt.Key.Key_Down,) * 3:
        desk.key(key)
        stops.add(desk.rows.index(desk.focus) + 1)  # type: ignore[arg-type]
    assert stops == {1, 2, 3} - {rhine}
    desk.widget.press_digit(desk.number_of("Elbe"))
    assert desk.answers == [Picked("Elbe")]


def test_what_was_ruled_out_stays_wrong_at_the_reveal(qtbot: QtBot):
    desk = Desk(qtbot, QUESTIONS["choice"])
    desk.widget.try_again(verdict(desk, Picked("Rhine")))
    desk.reveal(Picked("Danube"))
    assert desk.states() == {"Rhine, chosen": "wrong", "Danube, your answer": "right", "Elbe": "left_out"}
