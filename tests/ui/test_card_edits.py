"""Cards deleted, put in order, tagged: each at one stroke of undo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from quizapp.ui.editor.card_edits import CardEdits
from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.work import Work
from tests.ui.written import RIVERS, Writer

FIVE = "title: x\ncards:\n" + "".join(f"- q: {letter}\n  a: y\n\n" for letter in "abcde")


@pytest.fixture
def writer(qtbot: QtBot, work: Work) -> Writer:
    return Writer(qtbot, DeckDocument(work), FIVE)


def order(document: DeckDocument) -> str:
    return "".join(str((document.data(at) or {}).get("q")) for at in range(len(document.items)))


@given(st.sets(st.integers(0, 4), min_size=1), st.integers(0, 5))
def test_dropped_cards_stand_together_before_the_one_they_were_dropped_on(
    work: Work, cards: set[int], before: int
) -> None:
    document = DeckDocument(work)
    document.show_file("x.yaml", FIVE)
    moved = CardEdits(document).drop(sorted(cards), before)
    rest = [card for card in range(5) if card not in cards]
    at = sum(card < before for card in rest)
    wanted = [*rest[:at], *sorted(cards), *rest[at:]]
    assert order(document) == "".join("abcde"[card] for card in wanted)
    assert [wanted[place] for place in moved] == sorted(cards)
    document.undo()
    assert document.text == FIVE


def test_cards_move_by_one_and_stop_at_the_ends(writer: Writer) -> None:
    edits = CardEdits(writer.document)
    writer.document.select(1)
    assert edits.move((1, 2), 1) == (2, 3)
    assert order(writer.document) == "adbce"
    assert writer.document.card == 2
    assert edits.move((2, 3), 1) == (3, 4)
    assert edits.move((3, 4), 1) == (3, 4)
    assert order(writer.document) == "adebc"


def test_deleted_cards_come_back_at_one_stroke(writer: Writer) -> None:
    CardEdits(writer.document).delete((1, 3))
    assert order(writer.document) == "ace"
    assert writer.document.card == 1
    writer.document.undo()
    assert writer.document.text == FIVE


def test_the_last_card_can_be_deleted(writer: Writer) -> None:
    CardEdits(writer.document).delete((4,))
    assert writer.document.card == 3
    CardEdits(writer.document).delete((0, 1, 2, 3))
    assert writer.document.card == -1
    writer.wait_read()
    assert writer.document.loaded.deck is not None


def test_tags_are_given_and_taken(writer: Writer) -> None:
    edits = CardEdits(writer.document)
    assert edits.set_tags((0, 2), ["a", "b"]) == 0
    assert writer.document.data(2) == {"q": "c", "a": "y", "tags": ["a", "b"]}
    assert edits.set_tags((0, 1), ["a"], ["b"]) == 0
    assert (writer.document.data(0) or {})["tags"] == ["a"]
    assert edits.set_tags((0, 1, 2), [], ["a"]) == 0
    assert "tags" not in (writer.document.data(0) or {})
    for _ in range(3):
        writer.document.undo()
    assert writer.document.text == FIVE


def test_a_card_that_cannot_be_read_gets_no_tag(writer: Writer) -> None:
    writer.document.show_file("rivers.yaml", RIVERS)
    assert CardEdits(writer.document).set_tags((0, 1, 2), ["new"]) == 1
    assert writer.document.text.count("new") == 2


def test_ids_are_pinned_where_there_are_none(writer: Writer) -> None:
    edits = CardEdits(writer.document)
    assert edits.pin_ids(range(5), set()) == 5
    ids = {str((writer.document.data(at) or {})["id"]) for at in range(5)}
    assert len(ids) == 5
    assert edits.pin_ids(range(5), ids) == 0
    writer.document.undo()
    assert writer.document.text == FIVE


def test_cards_are_put_in_as_written(writer: Writer) -> None:
    edits = CardEdits(writer.document)
    edits.insert(1, edits.sources((4, 0)))
    assert order(writer.document) == "aeabcde"
    assert writer.document.card == 1
