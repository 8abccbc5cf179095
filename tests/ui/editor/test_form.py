"""The form of a card: each change is one splice, and what is written on keeps focus and caret."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import KINDS
from quizapp.formats import yaml_edit
from quizapp.ui.editor.fields.cell import Cell
from quizapp.ui.work import Work
from tests.ui.editor.hand import Form

BY_NAME = {kind.name: kind for kind in KINDS}
DECK = """\
title: Rivers
tags: [geography, water]
sources:
  un: {title: World rivers}
cards:
- q: Which river runs through Budapest?  # a comment
  a: Danube
  wrong: [Rhine, Elbe]   # more to come
  tags: hungary

# The next one.
- front: the apple
  back: la manzana
"""


@pytest.fixture
def work(qapp: QApplication) -> Iterator[Work]:
    work = Work()
    yield work
    work.close()


@pytest.fixture
def form(qtbot: QtBot, work: Work) -> Form:
    return Form(qtbot, work, DECK)


def cell(form: Form, key: str) -> Cell:
    found = form.editor(key).findChildren(Cell)
    return found[0]


def test_typing_is_spliced_in_place(form: Form) -> None:
    form.editor("q").focus_field()
    form.key(Qt.Key.Key_Home)
    form.type("So: ")
    assert form.text == DECK.replace(
        "q: Which river runs through Budapest?", 'q: "So: Which river runs through Budapest?"'
    )
    assert form.focus is cell(form, "q")
    assert cell(form, "q").textCursor().position() == 4


def test_typing_is_one_step_of_undo_for_each_field(form: Form) -> None:
    form.editor("q").focus_field()
    form.type(" Ha")
    form.editor("a").focus_field()
    form.type("XY")
    form.document.undo()
    assert cell(form, "a").text == "Danube"
    assert cell(form, "q").text.endswith("Ha")
    form.document.undo()
    assert form.text == DECK
    form.document.redo()
    assert cell(form, "q").text.endswith("? Ha")


def test_a_new_line_at_the_end_stays_while_one_writes(form: Form) -> None:
    form.editor("explain").focus_field()
    form.type("First")
    form.key(Qt.Key.Key_Return)
    form.read()
    assert cell(form, "explain").text == "First\n"
    form.type("second")
    assert yaml_edit.item_data(form.text, 0)["explain"] == "First\nsecond"


def test_names_of_the_author_stay(form: Form) -> None:
    form.document.select(1)
    form.editor("a").focus_field()
    form.type("s")
    assert "  back: la manzanas\n" in form.text
    assert "- front: the apple\n" in form.text


def test_what_others_change_is_shown_and_the_caret_stays(form: Form) -> None:
    form.editor("a").focus_field()
    form.document.apply(yaml_edit.set_key(form.text, 0, "q", "Which one?"))
    assert cell(form, "q").text == "Which one?"
    assert form.focus is cell(form, "a")
    form.document.apply(yaml_edit.set_key(form.text, 0, "a", "Da"))
    assert cell(form, "a").textCursor().position() == 2


def test_a_mistake_is_told_at_its_field(form: Form) -> None:
    form.editor("a").focus_field()
    form.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    form.key(Qt.Key.Key_Delete)
    form.read()
    block = form.pane.fields.blocks["a"]
    assert block._problem.isVisible()
    assert "is empty" in cell(form, "a").accessibleDescription()
    form.type("Danube")
    form.read()
    assert not block._problem.isVisible()
    assert "is empty" not in cell(form, "a").accessibleDescription()


def test_an_emptied_option_goes_but_what_makes_the_kind_stays(form: Form) -> None:
    form.editor("explain").focus_field()
    form.type("x")
    form.key(Qt.Key.Key_Backspace)
    assert form.text == DECK
    wrong = form.editor("wrong")
    for line in list(wrong.lines[:-1]):  # type: ignore[attr-defined]
        line.cross.click()
    assert yaml_edit.item_data(form.text, 0)["wrong"] == []
    assert form.pane.kind is BY_NAME["choice"]


def test_a_kind_that_keeps_everything_is_taken_at_once(form: Form) -> None:
    form.pane.bar.chosen.emit(BY_NAME["multi"])
    assert form.pane.kind is BY_NAME["multi"]
    assert yaml_edit.item_data(form.text, 0)["a"] == ["Danube"]
    form.document.undo()
    assert form.text == DECK
    assert form.pane.kind is BY_NAME["choice"]


def test_what_a_kind_would_lose_is_said_before(form: Form) -> None:
    bar = form.pane.bar
    bar.chosen.emit(BY_NAME["order"])
    assert bar.asks
    assert "Wrong answers" in bar._words.text()
    assert form.text == DECK
    bar.stay.click()
    assert not bar.asks
    assert form.pane.kind is BY_NAME["choice"]
    bar.chosen.emit(BY_NAME["order"])
    bar.go.click()
    assert yaml_edit.item_data(form.text, 0) == {
        "q": "Which river runs through Budapest?",
        "order": ["Danube"],
        "tags": "hungary",
    }
    assert "# a comment" in form.text
    assert form.pane.kind is BY_NAME["order"]


def test_groups_of_fields_are_opened_and_stay(form: Form) -> None:
    form.pane._buttons["dates"].click()
    assert form.focus is cell(form, "as_of")
    form.type("2025")
    assert "  as_of: 2025\n" in form.text
    assert not form.pane._buttons["dates"].isVisible()
    form.document.select(1)
    assert form.pane._buttons["dates"].isVisible()
    form.document.select(0)
    assert "as_of" in form.pane.fields.blocks
    assert "valid_until" not in form.pane.fields.blocks


def test_what_points_elsewhere_is_not_rewritten(qtbot: QtBot, work: Work) -> None:
    text = "cards:\n- q: &one Twice?\n  a: *one\n"
    form = Form(qtbot, work, text)
    form.editor("a").focus_field()
    form.type("x")
    assert form.text == text
    assert cell(form, "a").text == "Twice?"
    assert form.pane.fields.blocks["a"]._problem.isVisible()


def test_odd_shapes_can_be_read_and_lead_to_the_text(qtbot: QtBot, work: Work) -> None:
    text = "cards:\n- q: Why?\n  a: yes\n  hint: {one: {two: three}}\n"
    form = Form(qtbot, work, text)
    block = form.pane.fields.blocks["hint"]
    assert block.is_raw
    with qtbot.waitSignal(form.pane.yaml_wanted):
        qtbot.mouseClick(block._raw.button, Qt.MouseButton.LeftButton)  # type: ignore[union-attr]
    form.editor("a").focus_field()
    form.type("!")
    assert form.text == text.replace("a: yes", "a: yes!")


def test_a_card_that_does_not_parse_is_shown_as_text(qtbot: QtBot, work: Work) -> None:
    form = Form(qtbot, work, 'cards:\n- q: "open\n- q: Fine?\n  a: yes\n')
    assert form.pane.data is None
    assert form.pane._raw.isVisible()
    assert '- q: "open' in form.pane._raw._text.text()
    form.document.select(1)
    assert not form.pane._raw.isVisible()
    assert form.pane.kind is BY_NAME["basic"]


def test_ctrl_enter_asks_for_the_next_card(qtbot: QtBot, form: Form) -> None:
    form.editor("q").focus_field()
    with qtbot.waitSignal(form.pane.next_wanted):
        form.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.text == DECK


def test_tab_goes_through_the_fields_in_reading_order(form: Form) -> None:
    form.pane.bar.menu.setFocus()
    seen = []
    for _ in range(11):
        form.key(Qt.Key.Key_Tab)
        seen.append(form.focus.accessibleName().split(",")[0])
    assert seen == [
        "More",
        "Question",
        "Right answer",
        "Wrong answers",
        "Wrong answers",
        "Wrong answers",
        "Wrong answers",
        "Wrong answers",
        "Say what each earns",
        "Explain",
        "Source: None",
    ]


def test_a_deck_without_cards_says_so(qtbot: QtBot, work: Work) -> None:
    form = Form(qtbot, work, "title: Empty\ncards:\n")
    assert form.pane._nothing.isVisible()
    assert form.pane.kind is None
