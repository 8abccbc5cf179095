"""The deck being written: one text, one caret, one history; read again after each pause."""

import pytest
from pytestqt.qtbot import QtBot

from quizapp.ui.editor.document import NO_CARD, DeckDocument
from quizapp.ui.work import Work
from tests.ui.written import RIVERS, Writer


@pytest.fixture
def writer(qtbot: QtBot, work: Work) -> Writer:
    return Writer(qtbot, DeckDocument(work), RIVERS)


def test_each_card_is_read_with_its_problems(writer: Writer) -> None:
    document = writer.document
    assert [document.note(index) is None for index in range(3)] == [False, True, False]
    assert [problem.code for problem in document.problems_of(1)] == ["quote_needed"]
    assert document.problems_of(0) == document.problems_of(2) == document.problems_of(NO_CARD) == ()
    assert document.is_read


def test_the_caret_decides_which_card_it_is(writer: Writer) -> None:
    document = writer.document
    assert document.card == 0
    writer.at_line(7)
    assert (document.card, writer.cards) == (1, [0, 1])
    document.select(2)
    assert (document.card, document.cursor.block().text()) == (2, "- q: The longest?")
    document.select(NO_CARD)
    assert document.card == NO_CARD
    assert writer.cards == [0, 1, 2, -1]


def test_selecting_the_card_of_the_caret_leaves_the_caret(writer: Writer) -> None:
    writer.at_line(4)
    place = writer.document.cursor.position()
    writer.document.select(0)
    assert writer.document.cursor.position() == place


def test_typing_keeps_the_card_and_reads_again(writer: Writer) -> None:
    document = writer.document
    writer.at_line(10)
    for letter in "# hm":
        writer.insert(letter)
    assert document.card == 2
    assert not document.is_read
    writer.wait_read()
    assert document.card == 2
    assert document.note(2) is None
    writer.insert("\n- q: The shortest?")
    assert document.card == 3


def test_a_card_that_breaks_keeps_its_last_version(writer: Writer) -> None:
    document = writer.document
    before = document.note(0)
    writer.apply("Budapest?", "Budapest: which?")
    writer.wait_read()
    assert document.note(0) is None
    assert document.last_note(0) == before
    assert document.last_note(1) is None


def test_cards_added_above_leave_the_others_their_last_version(writer: Writer) -> None:
    document = writer.document
    last = document.note(2)
    writer.apply("- q: Which river?", "- q: New\n  a: card\n- q: Which river?")
    writer.apply("longest?", "longest: one?")
    writer.wait_read()
    assert [document.note(index) is None for index in range(4)] == [False, False, True, True]
    assert document.last_note(3) == last


def test_edits_of_one_field_are_one_step(writer: Writer) -> None:
    document = writer.document
    writer.apply("Danube", "Dan", merge="a")
    writer.apply("Dan", "Danu", merge="a")
    writer.apply("river", "stream", merge="q")
    document.undo()
    assert "Danu\n" in document.text
    assert "river" in document.text
    document.undo()
    assert document.text == RIVERS
    document.redo()
    document.redo()
    assert "stream" in document.text


def test_typing_between_edits_of_a_field_parts_them(writer: Writer) -> None:
    writer.apply("Danube", "Dan", merge="a")
    writer.insert("# ")
    writer.apply("Dan", "Danu", merge="a")
    writer.document.undo()
    assert "a: Dan\n" in writer.document.text


def test_an_undo_brings_the_caret_to_the_card(writer: Writer) -> None:
    document = writer.document
    writer.apply("Volga", "Amazon")
    document.select(0)
    document.undo()
    assert document.card == 2


def test_only_the_newest_text_is_told(writer: Writer) -> None:
    document = writer.document
    document.read_now()
    writer.apply("Volga", "Amazon")
    document.read_now()
    writer.wait_read()
    note = document.note(2)
    assert note is not None
    assert note.back() == "Amazon"


def test_a_stretch_can_be_selected(writer: Writer) -> None:
    start = RIVERS.index("Danube")
    writer.document.go_to(start, start + 6)
    assert writer.document.cursor.selectedText() == "Danube"


def test_another_file_begins_with_a_history_of_its_own(writer: Writer) -> None:
    writer.apply("Volga", "Amazon")
    writer.document.show_file("other.yaml", "- q: x\n  a: y\n\n- q: z\n  a: y", line=4)
    writer.wait_read()
    assert not writer.document.file.isUndoAvailable()
    assert writer.document.card == 1


def test_the_keys_of_a_card_are_read_and_written_alone(writer: Writer) -> None:
    document = writer.document
    assert document.data(0) == {"q": "Which river?", "a": "Danube", "hint": "Budapest?"}
    assert document.data(1) is None
    document.set_keys(2, {"a": "Nile", "tags": ["river"]}, merge="a")
    document.set_keys(2, {"a": "Amazon"}, merge="a")
    assert document.data(2) == {"q": "The longest?", "a": "Amazon", "tags": ["river"]}
    assert document.text.startswith(RIVERS[: RIVERS.index("Volga")])
    document.undo()
    assert document.text == RIVERS


def test_a_card_is_replaced(writer: Writer) -> None:
    writer.document.replace_card(0, "- q: Which one?\n  a: Elbe\n")
    assert writer.document.data(0) == {"q": "Which one?", "a": "Elbe"}
    writer.document.undo()
    assert writer.document.text == RIVERS


def test_a_card_put_between_others_has_no_last_version_yet(writer: Writer) -> None:
    document = writer.document
    writer.apply("- q: The longest?", "- q: New\n  a:\n- q: The longest?")
    writer.wait_read()
    last = [document.last_note(index) for index in range(4)]
    assert [note.front() if note else "" for note in last] == ["Which river?", "", "", "The longest?"]
