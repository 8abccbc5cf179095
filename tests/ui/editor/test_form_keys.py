"""Every key of every kind: the form shows it, edits it, all other bytes stay, and undo gives them back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.kinds import KINDS, AnyKind
from quizapp.formats import yaml_deck, yaml_edit
from quizapp.formats.card_form import note_fields, question_fields
from quizapp.ui.editor.fields.cell import Cell
from quizapp.ui.editor.fields.many import stops
from quizapp.ui.editor.words import words
from quizapp.ui.work import Work
from tests.ui.editor.hand import Form

EXAMPLES = Path(__file__).parents[3] / "decks" / "examples"
BY_NAME = {kind.name: kind for kind in KINDS}


def keys_of(kind: AnyKind) -> list[str]:
    return [field.key for field in (*question_fields(kind), *note_fields(kind))]


@pytest.fixture
def work(qapp: QApplication) -> Iterator[Work]:
    work = Work()
    yield work
    work.close()


def example(kind: AnyKind) -> str:
    return (EXAMPLES / f"{kind.name}.yaml").read_text("utf-8")


def test_each_key_has_words() -> None:
    for kind in KINDS:
        for field in (*question_fields(kind), *note_fields(kind)):
            named = words.of(field, kind.name)
            assert named.name
            assert named.about
            assert named.name != field.key


def assert_rest_unchanged(before: str, after: str, card: int, key: str) -> None:
    """Nothing but one key of one card is another."""
    old, new = yaml_edit.items(before), yaml_edit.items(after)
    assert len(old) == len(new)
    assert before[: old[card].start] == after[: new[card].start]
    assert before[old[card].end :] == after[new[card].end :]
    was, now = yaml_edit.item_data(before, card), yaml_edit.item_data(after, card)
    assert {name: value for name, value in was.items() if name != key} == {
        name: value for name, value in now.items() if name != key
    }
    lines = after[new[card].start : new[card].end].split("\n")
    for name in was.keys() - {key}:
        (line,) = [
            one
            for one in before[old[card].start : old[card].end].split("\n")
            if one[2:].startswith(f"{name}:")
        ]
        assert line[2:] in [one[2:] for one in lines]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_key_is_edited_and_taken_back(qtbot: QtBot, work: Work, kind: AnyKind) -> None:
    text = example(kind)
    form = Form(qtbot, work, text, path=str(EXAMPLES / "x.yaml"))
    assert form.pane.kind is kind
    for key in keys_of(kind):
        form.editor(key)
        block = form.pane.fields.blocks[key]
        assert not block.is_raw
        old = form.document.data(0)
        form.change(key)
        assert form.text != text, key
        assert_rest_unchanged(text, form.text, 0, key)
        data = form.document.data(0)
        assert old is not None
        assert data is not None
        if key in data:
            assert data[key] == block.written
        assert data.get(key) != old.get(key)
        for _ in range(20):
            form.document.undo()
        assert form.text == text, key
        form.read()
        assert form.pane.kind is kind, key


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_card_of_the_examples_is_shown_and_stays(qtbot: QtBot, work: Work, kind: AnyKind) -> None:
    text = example(kind)
    form = Form(qtbot, work, text, path=str(EXAMPLES / "x.yaml"))
    loaded = yaml_deck.read(text.encode(), "x.yaml")
    assert loaded.deck is not None
    for card, note in enumerate(loaded.deck.notes):
        form.document.select(card)
        assert form.pane.kind is note.kind
        data = form.document.data(card)
        assert data is not None
        shown = form.pane.fields.blocks
        data.pop("kind", None)  # the drop-down above the fields
        data.pop("id", None)  # shown on wish
        for key, value in data.items():
            assert key in shown
            assert not shown[key].is_raw
            assert shown[key].written == value
    assert form.text == text


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_field_is_named_for_screen_readers(qtbot: QtBot, work: Work, kind: AnyKind) -> None:
    form = Form(qtbot, work, example(kind))
    for key in keys_of(kind):
        form.editor(key)
    for widget in stops(form.pane):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
    for block in form.pane.fields.blocks.values():
        for cell in block.editor.findChildren(Cell):
            assert block.editor.words.name.split(",")[0] in cell.accessibleName() or is_inner(
                cell, block.editor
            )
            assert cell.accessibleDescription()


def is_inner(cell: QWidget, editor: QWidget) -> bool:
    """Is it a field of a gap?"""
    return bool(editor.findChildren(QWidget, "gap")) or "Gap" in type(editor).__name__
