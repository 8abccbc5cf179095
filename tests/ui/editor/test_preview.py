"""The preview: the card as it is studied, answerable, never with a trace, and never taking the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.core.deck import Deck, Note
from quizapp.core.kinds.base import Picked
from quizapp.ui.editor.preview import PreviewPane
from quizapp.ui.kit import Kit
from quizapp.ui.widgets.verdict import VerdictPanel
from tests.ui.desk import QUESTIONS
from tests.ui.stage import show

KIT = Kit(*[None] * len(Kit._fields))  # type: ignore[arg-type]


def deck_of(*notes: Note) -> Deck:
    return Deck(path="x.yaml", notes=notes)


@pytest.fixture
def pane(qtbot: QtBot) -> PreviewPane:
    pane = PreviewPane(None, KIT)
    show(qtbot, pane, width=320)
    return pane


def show_kind(pane: PreviewPane, name: str, **more: object) -> Note:
    note = Note(question=QUESTIONS[name], **more)  # type: ignore[arg-type]
    pane.show_note(note, deck_of(note))
    return note


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_kind_is_shown_with_question_and_answer(pane: PreviewPane, name: str) -> None:
    show_kind(pane, name)
    assert pane.trial is not None
    assert pane.trial.column.panel is None
    pane.side.show_choice(1)
    pane.side.chosen.emit(1)
    assert pane.trial.column.panel is not None


def test_it_is_answered_and_says_what_that_earns(qtbot: QtBot, pane: PreviewPane) -> None:
    note = show_kind(pane, "choice")
    assert pane.trial is not None
    pane.trial.column.answer.submitted.emit(Picked("Rhine"))
    assert pane.side.at == 1
    assert pane.trial.column.panel is not None
    assert pane.trial.column.panel.accessibleName() == "Not yet"
    panel = pane.trial.column.panel
    pane.show_note(note, deck_of(note))
    assert pane.trial.column.panel is panel  # the same card again keeps the answer


def test_the_check_waits_for_an_answer(qtbot: QtBot, pane: PreviewPane) -> None:
    show_kind(pane, "typed")
    assert pane.trial is not None
    assert pane.trial.check.isVisible()
    assert not pane.trial.check.isEnabled()
    pane.trial.focus_answer()
    qtbot.keyClicks(QApplication.focusWidget(), "Tren de Aragua")
    assert pane.trial.check.isEnabled()
    qtbot.mouseClick(pane.trial.check, Qt.MouseButton.LeftButton)
    assert pane.trial.column.panel is not None
    assert not pane.trial.check.isVisible()


def test_hints_are_shown_one_by_one(qtbot: QtBot, pane: PreviewPane) -> None:
    show_kind(pane, "basic", hint=("red", "round"))
    assert pane.trial is not None
    qtbot.mouseClick(pane.trial.hint, Qt.MouseButton.LeftButton)
    assert pane.trial.hint.isVisible()
    qtbot.mouseClick(pane.trial.hint, Qt.MouseButton.LeftButton)
    assert not pane.trial.hint.isVisible()


def test_it_takes_no_focus_while_somebody_types(qtbot: QtBot) -> None:
    field, pane = QLineEdit(), PreviewPane(None, KIT)
    show(qtbot, field, pane)
    field.setFocus()
    for name in QUESTIONS:
        show_kind(pane, name)
        assert field.hasFocus()


def test_cards_of_one_text_are_stepped_through(qtbot: QtBot, pane: PreviewPane) -> None:
    image = show_kind(pane, "image")
    assert pane.part == "Kosovo"
    pane._steps.stepped.emit(1)
    assert pane.part == "**Albania**"
    pane.show_note(image, deck_of(image, image))
    assert pane.part == "**Albania**"  # the deck was read anew, the place is kept
    pane._steps.stepped.emit(1)
    assert pane.part == "Kosovo"
    pane.show_note(image, deck_of(image), "**Albania**")
    assert pane.part == "**Albania**"
    show_kind(pane, "basic")
    assert not pane._steps.isVisible()


def test_a_card_that_cannot_be_read_shows_its_last_version(pane: PreviewPane) -> None:
    note = Note(question=QUESTIONS["basic"])
    deck = deck_of(note)
    pane.show_note(None, deck, last=note, others=9)
    assert pane.panel.line == "badline"
    words = [label.text() for label in pane._apology.findChildren(type(pane._apology._others))]
    assert "This card cannot be read" in words
    assert "Last version that worked" in words
    assert pane.trial is not None
    pane.show_note(None, deck, others=9)
    assert pane.trial is None
    assert pane.panel.isVisible()
    pane.show_note(note, deck)
    assert pane.panel.line == "line"
    pane.clear()
    assert not pane.panel.isVisible()


def test_the_focus_goes_to_where_it_is_answered(qtbot: QtBot, pane: PreviewPane) -> None:
    for name in QUESTIONS:
        show_kind(pane, name)
        pane.side.setFocus()
        pane.setFocus()
        focus = QApplication.focusWidget()
        assert focus is not None
        assert pane.trial is not None
        assert pane.trial.isAncestorOf(focus), name
        assert focus.focusPolicy() != Qt.FocusPolicy.NoFocus, name
        pane.side.show_choice(1)
        pane.side.chosen.emit(1)
        pane.setFocus()
        assert pane.side.isAncestorOf(QApplication.focusWidget()), name
        pane.side.show_choice(0)


def test_the_answer_that_is_shown_is_not_read_out(
    qtbot: QtBot, pane: PreviewPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(VerdictPanel, "announce", lambda panel, answer="", then="": heard.append(then))
    show_kind(pane, "choice")
    pane.side.show_choice(1)
    pane.side.chosen.emit(1)
    assert heard == [], "nobody answered"
    pane.side.show_choice(0)
    pane.side.chosen.emit(0)
    assert pane.trial is not None
    pane.trial.column.answer.submitted.emit(Picked("Rhine"))
    assert heard == [""], "and nothing comes after it"
