"""Decks as Anki's text, and back."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.core.deck import Note
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.holes import holes
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.formats.anki_text import FORMAT
from quizapp.formats.base import Shipped, Source
from quizapp.formats.markup import to_html, to_plain
from tests.formats.leaving_decks import PNG, all_kinds, back, basics, clozes, deck_of, shipped, texts

DECK = (
    "title: D\ntags: [all of it]\ncards:\n- {id: one-two-3, q: A, a: B, tags: [x], explain: why}\n"
    "- {q: C, a: D, reverse: true}\n- {q: E, a: F, typed: true, accept: [G]}\n"
    "- {cloze: 'The {{sky :: colour}} {{c5::is}}', explain: because}\n- {q: Which?, a: A1, wrong: [B1]}\n"
)


@given(basics, st.lists(st.sampled_from(["a", "b::c", "d-e"]), unique=True))
@example(Basic(q="Oslo\n\n\\*", a="Oslo\n\n\\*"), [])
@example(Basic(q="- \\*\n- 1\\.", a="- x\n\n- x"), [])
@example(Basic(q="Oslo\n\n\\`\\`\\`", a="Oslo\\\n\\*"), [])
def test_question_answer_and_tags_come_back(question: Basic, tags: list[str]) -> None:
    (card,) = back(FORMAT, deck_of(Note(question=question, tags=tuple(tags))))
    assert (_tight(card["q"]), _tight(card["a"])) == (_tight(question.q), _tight(question.a))
    assert card.get("tags", []) == tags


def _tight(markdown: str) -> str:
    """What a text shows; lists without the space between their items, which no list that is read keeps."""
    return to_html(markdown).replace("<li><p>", "<li>").replace("</p></li>", "</li>")


@given(texts, texts)
def test_typed_answers_come_back(question: str, answer: str) -> None:
    (card,) = back(FORMAT, deck_of(TypedQuestion(q=question, a=answer, typed=True)))
    assert (to_plain(card["q"]), to_plain(card["a"])) == (to_plain(question), to_plain(answer))
    assert card["typed"] == "true"


@given(clozes)
def test_holes_come_back(question: Cloze) -> None:
    (card,) = back(FORMAT, deck_of(question))
    hidden = [to_plain(hole.markdown) for hole in holes(card["cloze"]).holes]
    assert hidden == [to_plain(hole.markdown) for hole in holes(question.cloze).holes]


@given(all_kinds)
@settings(max_examples=60)
def test_every_card_goes_or_is_refused(deck: Shipped) -> None:
    refused = [one for one in FORMAT.lost((deck,)) if one.severity == "error"]
    assert FORMAT.write((deck,)).cards + len(refused) == len(deck.deck.notes)


def test_the_text_that_is_written():
    text = FORMAT.write((shipped(DECK, folders=("Up",)),)).files["notes.txt"].decode()
    lines = text.split("\n")
    assert lines[:6] == [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#notetype column:2",
        "#deck column:3",
        "#tags column:6",
    ]
    rows = [line.split("\t") for line in lines[6:] if line]
    assert rows[0] == ["one-two-3", "Basic", "Up::D", "A", "B", "all_of_it x"]
    assert [row[1] for row in rows] == [
        "Basic",
        "Basic (and reversed card)",
        "Basic (type in the answer)",
        "Cloze",
        "Basic",
    ]
    assert rows[3][3:5] == ["The {{c1::sky::colour}} {{c5::is}}", "because"]
    assert rows[4][3].startswith("<p>Which?</p><ul><li>")


def test_it_reads_back_with_decks_and_ids():
    deck = shipped(DECK, folders=("Up",))
    found = FORMAT.read(Source("notes.txt", FORMAT.write((deck,)).files["notes.txt"]), {})
    assert [(one.folders, one.title) for one in found.decks] == [(("Up",), "D")]
    assert found.decks[0].cards[0].key == "one-two-3"
    assert found.decks[0].cards[1].data["reverse"] == "true"
    assert found.decks[0].cards[3].data["cloze"] == "The {{c1::sky :: colour}} {{c5::is}}"
    assert not found.problems


def test_what_is_lost_is_told():
    assert [(one.code, one.args["what"]) for one in FORMAT.lost((shipped(DECK),))] == [
        ("export_lost", "explain"),
        ("export_lost", "accept"),
        ("export_changed", "Choose one"),
    ]


def test_media_go_along_and_come_back():
    deck = shipped(
        "title: D\ncards:\n- {q: 'x ![p](media/a.png)', a: b, media: media/c.mp3}\n",
        {"media/a.png": PNG, "media/c.mp3": b"ID3\x03"},
    )
    written = FORMAT.write((deck,))
    assert set(written.files) == {"notes.txt", "collection.media/a.png", "collection.media/c.mp3"}
    (card,) = back(FORMAT, deck)
    assert card == {"q": "x ![p](media/a.png)", "a": "b", "media": "media/c.mp3"}


@pytest.mark.parametrize("text", ["#x", ' "a" ', "a\tb", "#deck:A"])
def test_signs_that_mean_something_there(text: str) -> None:
    (card,) = back(FORMAT, deck_of(Note(question=Basic(q=text, a=text), id=f"{text}id".strip())))
    assert to_plain(card["q"]).split() == to_plain(text).split()
