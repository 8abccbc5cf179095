"""Decks as Markdown, and back."""

import pytest
from hypothesis import given, settings

from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.cloze import Cloze
from quizapp.formats.base import Shipped
from quizapp.formats.markdown import FORMAT
from quizapp.formats.markup import to_html
from tests.formats.leaving_decks import PNG, all_kinds, back, basics, clozes, deck_of, shipped


@given(basics)
def test_question_and_answer_come_back(question: Basic) -> None:
    (card,) = back(FORMAT, deck_of(question))
    assert to_html(card["q"]) == to_html(question.q)
    assert to_html(card["a"]) == to_html(question.a)


@given(clozes)
def test_holes_come_back(question: Cloze) -> None:
    (card,) = back(FORMAT, deck_of(question))
    assert to_html(card["cloze"]) == to_html(question.cloze)


@given(all_kinds)
@settings(max_examples=60)
def test_every_card_goes_or_is_refused(deck: Shipped) -> None:
    told = FORMAT.lost((deck,))
    refused = [one for one in told if one.severity == "error"]
    assert FORMAT.write((deck,)).cards + len(refused) == len(deck.deck.notes)


def test_the_text_that_is_written():
    deck = shipped(
        "title: The deck\ncards:\n- {q: Capital?, a: Oslo, tags: [x]}\n"
        "- cloze: 'The {{sky :: colour}} [is] {{blue}}'\n"
        "- {q: Which?, a: A, wrong: [B]}\n"
    )
    (data,) = FORMAT.write((deck,)).files.values()
    text = data.decode()
    assert text.startswith(
        '---\nname = "The deck"\n---\n\nQ: Capital?\nA: Oslo\n\n'
        "C: The [sky] \\[is\\] [blue]\n\nQ: Which?\n\n- "
    )
    assert text.endswith("A: A\n")
    assert [(one.code, one.args["what"]) for one in FORMAT.lost((deck,))] == [
        ("export_lost", "tags"),
        ("export_changed", "a hole with a hint"),
        ("export_changed", "Choose one"),
    ]


def test_pictures_go_along():
    deck = shipped(
        "title: D\ncards:\n- {q: 'x ![p](media/a.png)', a: b, image: media/b.png}\n",
        {"media/a.png": PNG, "media/b.png": PNG},
    )
    written = FORMAT.write((deck,))
    assert set(written.files) == {"d.md", "media/a.png", "media/b.png"}
    assert [one.code for one in FORMAT.lost((deck,))] == ["export_changed"]
    assert back(FORMAT, deck) == [{"q": "![](media/b.png)\n\nx ![p](media/a.png)", "a": "b"}]


@pytest.mark.parametrize("question", ["a\nQ: b", "a\n---\nb", "x\nA: y"])
def test_lines_that_look_like_cards_stay_texts(question: str) -> None:
    (card,) = back(FORMAT, deck_of(Basic(q=question, a="b")))
    assert to_html(card["q"]) == to_html(question)
