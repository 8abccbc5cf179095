"""Each kind's answer widget, driven by keys through question, answer and marks."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import KINDS
from quizapp.core.kinds.base import (
    Answer,
    DontKnow,
    Filled,
    Option,
    Picked,
    Picks,
    Revealed,
    Typed,
)
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.ui.kinds import AnswerWidget, widget_for
from quizapp.ui.widgets.diff import DiffView
from tests.ui.desk import QUESTIONS, Desk


@pytest.fixture
def desk(qtbot: QtBot, request: pytest.FixtureRequest) -> Desk:
    return Desk(qtbot, QUESTIONS[request.param])


def on_desk(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("desk", [name], indirect=True)


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_every_kind_answers_and_reveals(qtbot: QtBot, name: str) -> None:
    desk = Desk(qtbot, QUESTIONS[name])
    assert bool(desk.widget.action) != bool(desk.widget.key_hint)
    assert desk.widget.heightForWidth(768) >= 0
    desk.reveal(DontKnow())
    qtbot.waitUntil(lambda: desk.widget.heightForWidth(768) > 40)


@on_desk("basic")
def test_basic_is_turned_over(desk: Desk) -> None:
    assert desk.widget.can_submit()
    assert desk.widget.action == "Show the answer"
    assert desk.widget.heightForWidth(768) == 0
    assert not desk.widget.press_digit(1)
    desk.widget.submit()
    assert desk.answers == [Revealed()]
    desk.reveal(Revealed())
    assert desk.widget.back.plain_text() == "la manzana"  # type: ignore[attr-defined]


def test_cloze_is_turned_over(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Cloze(cloze="{{The Danube}} flows into the Black Sea."))
    desk.widget.submit()
    assert desk.answers == [Revealed()]
    desk.reveal(Revealed())
    assert desk.widget.back.plain_text() == "The Danube flows into the Black Sea."  # type: ignore[attr-defined]


@on_desk("cloze")
def test_gaps_are_filled_one_after_the_other(desk: Desk) -> None:
    first = desk.focus
    assert first.accessibleName() == "Gap 1 of 2"
    assert not desk.widget.can_submit()
    assert desk.widget.takes_text
    desk.widget.submit()
    desk.type("The Danube")
    assert desk.widget.can_submit()
    assert desk.changes == len("The Danube")
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is not first
    assert desk.focus.placeholderText().strip() == "which sea?"  # type: ignore[attr-defined]
    desk.type("Blakc Sea")
    desk.key(Qt.Key.Key_Return)
    assert desk.answers == [Filled(("The Danube", "Blakc Sea"))]
    desk.reveal(desk.answers[0])
    assert desk.diffs == ["You typed The Danube", "Expected Black Sea, you typed Blakc Sea, 2 letters differ"]
    assert not first.isVisible()


@on_desk("cloze")
def test_unknown_gaps_show_what_is_expected(desk: Desk) -> None:
    desk.reveal(DontKnow())
    assert desk.diffs == ["Expected The Danube", "Expected Black Sea"]


def test_a_single_gap_submits_at_once(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Cloze(cloze="{{The Danube}} flows.", typed=True))
    assert desk.focus.accessibleName() == "The gap"
    desk.type("Rhine")
    desk.key(Qt.Key.Key_Return)
    assert desk.answers == [Filled(("Rhine",))]
    desk.reveal(desk.answers[0])
    assert desk.diffs[0].startswith("Expected The Danube, you typed Rhine")


@on_desk("choice")
def test_choice_submits_on_its_key(desk: Desk) -> None:
    assert desk.widget.key_hint == "Press 1–3 to answer"
    assert not desk.widget.can_submit()
    assert desk.widget.press_digit(desk.number_of("Rhine"))
    assert desk.answers == [Picked("Rhine")]
    desk.reveal(Picked("Rhine"))
    assert desk.states() == {
        "Danube, right answer": "missed",
        "Rhine, chosen": "wrong",
        "Elbe": "left_out",
    }
    notes = {row.accessibleName(): row.accessibleDescription() for row in desk.rows}
    assert notes["Rhine, chosen"] == "It is in Germany."
    assert not desk.widget.press_digit(1)


@on_desk("choice")
def test_choice_by_arrow_and_enter(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    picked = desk.rows[1].accessibleName()
    assert desk.answers == [Picked(picked)]


@on_desk("choice")
def test_a_right_choice(desk: Desk) -> None:
    desk.reveal(Picked("Danube"))
    assert desk.states() == {"Danube, your answer": "right", "Rhine": "left_out", "Elbe": "left_out"}
    assert all(not row.accessibleDescription() for row in desk.rows)


@on_desk("choice")
def test_an_unknown_choice(desk: Desk) -> None:
    desk.reveal(DontKnow())
    assert desk.states() == {"Danube, right answer": "missed", "Rhine": "left_out", "Elbe": "left_out"}


def test_a_half_right_choice(qtbot: QtBot) -> None:
    option = Option("Donau", "So it is called there.", Decimal("0.5"))
    desk = Desk(qtbot, Choice(q="Which?", a="Danube", wrong=(option,)))
    desk.reveal(Picked("Donau"))
    assert desk.states() == {"Danube, right answer": "missed", "Donau, your answer": "almost"}


@on_desk("multi")
def test_multi_is_checked_when_asked(desk: Desk) -> None:
    assert desk.widget.action == "None of them"
    assert desk.widget.can_submit()
    desk.widget.press_digit(desk.number_of("Latvia"))
    assert desk.widget.action == "Check"
    desk.key(Qt.Key.Key_Space)
    assert desk.widget.action == "None of them"
    desk.widget.press_digit(desk.number_of("Austria"))
    desk.widget.press_digit(desk.number_of("Latvia"))
    assert desk.changes == 4
    assert desk.answers == []
    desk.widget.submit()
    assert sorted(desk.answers[0].texts) == ["Austria", "Latvia"]  # type: ignore[attr-defined]
    desk.reveal(desk.answers[0])
    assert desk.states() == {"Austria": "right", "Slovakia, missed": "missed", "Latvia, chosen": "wrong"}


@on_desk("multi")
def test_none_of_them_is_an_answer(desk: Desk) -> None:
    desk.widget.submit()
    assert desk.answers == [Picks(())]


@on_desk("true_false")
def test_true_or_false(desk: Desk) -> None:
    assert [row.accessibleName() for row in desk.rows] == ["True", "False"]
    assert desk.widget.heightForWidth(768) == desk.widget.height() == 60
    desk.widget.press_digit(1)
    assert desk.answers == [Picked("true")]
    desk.reveal(Picked("true"))
    assert desk.states() == {"True, chosen": "wrong", "False, right answer": "missed"}


@on_desk("verdict")
def test_fact_or_claim(desk: Desk) -> None:
    assert [row.accessibleDescription() for row in desk.rows] == [
        "Reported as settled",
        "Argued, and open to dispute",
        "The source says the opposite",
        "The source neither says nor denies it",
    ]
    desk.widget.press_digit(2)
    assert desk.answers == [Picked("claim")]
    desk.reveal(Picked("claim"))
    assert list(desk.states().values()) == ["missed", "almost", "left_out", "left_out"]
    assert desk.rows[1].accessibleDescription() == "Argued, and open to dispute"


@on_desk("typed")
def test_typed_shows_the_diff_in_the_field_s_place(desk: Desk) -> None:
    field = desk.focus
    assert field.height() == 66
    top = field.mapTo(desk.window, field.rect().topLeft())
    assert not desk.widget.can_submit()
    desk.key(Qt.Key.Key_Return)
    desk.type("  ")
    desk.key(Qt.Key.Key_Return)
    assert desk.answers == []
    desk.type("Tren de Arauga")
    desk.key(Qt.Key.Key_Return)
    assert desk.answers == [Typed("  Tren de Arauga")]
    desk.reveal(desk.answers[0])
    assert desk.diffs == ["Expected Tren de Aragua, you typed Tren de Arauga, 2 letters differ"]
    view = desk.widget.findChildren(DiffView)[0]
    desk.qtbot.waitUntil(lambda: view.height() == 120)
    assert view.mapTo(desk.window, view.rect().topLeft()) == top
    assert not field.isVisible()


@pytest.mark.parametrize(
    ("answer", "heard"),
    [
        (Typed("tren de aragua"), "You typed tren de aragua"),
        (DontKnow(), "Expected Tren de Aragua"),
        (Typed("Sinaloa"), "Expected Tren de Aragua, you typed Sinaloa"),
    ],
)
@on_desk("typed")
def test_typed_answers_are_compared(desk: Desk, answer: Answer, heard: str) -> None:
    desk.reveal(answer)
    assert desk.diffs[0].startswith(heard)


def test_a_kind_that_is_none_is_told() -> None:
    with pytest.raises(ModuleNotFoundError):
        widget_for("nosuch")


def test_the_bare_contract_does_nothing(qtbot: QtBot) -> None:
    bare = AnswerWidget()
    qtbot.addWidget(bare)
    assert (bare.can_submit(), bare.press_digit(1), bare.action, bare.key_hint) == (False, False, "", "")
    bare.submit()
    bare.focus_answer()
