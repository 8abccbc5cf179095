"""Decks as a table, and back."""

import csv
from io import StringIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.core.deck import Note
from quizapp.core.kinds.base import Option
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.true_false import TrueFalse
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.formats.base import Shipped
from quizapp.formats.csv_text import FORMAT
from quizapp.formats.csv_write import COLUMNS, guarded, unguarded
from tests.formats.leaving_decks import (
    PNG,
    all_kinds,
    back,
    basics,
    choices,
    clozes,
    deck_of,
    long_texts,
    shipped,
    texts,
)

_tags = st.lists(st.sampled_from(["a", "b::c", "new york", "d-e"]), unique=True, max_size=2)


@given(basics, _tags, st.lists(texts, max_size=2), long_texts | st.just(""))
def test_what_a_row_holds_comes_back(
    question: Basic, tags: list[str], hints: list[str], explain: str
) -> None:
    note = Note(question=question, id="c1", tags=tuple(tags), hint=tuple(hints), explain=explain)
    (card,) = back(FORMAT, deck_of(note))
    hint = hints[0] if len(hints) == 1 else hints
    expected = {"id": "c1", "q": question.q, "a": question.a, "explain": explain, "hint": hint, "tags": tags}
    assert card == {key: value for key, value in expected.items() if value}


@given(st.lists(choices | clozes, min_size=1, max_size=3))
@example([Choice(q="Which?", a="Oslo", wrong=(Option("`a;b`"),))])
def test_choices_and_holes_come_back(questions: list[Choice | Cloze]) -> None:
    for question, card in zip(questions, back(FORMAT, deck_of(*questions)), strict=True):
        if isinstance(question, Cloze):
            assert card == {"cloze": question.cloze}
        else:
            wrong = [option.text for option in question.wrong]
            assert card == {"q": question.q, "a": question.a, "wrong": wrong}


@given(st.lists(texts, min_size=3, max_size=5, unique=True), texts)
def test_several_right_ones_come_back(options: list[str], other: str) -> None:
    question = Multi(q="Which?", a=tuple(options[:2]), wrong=tuple(map(Option, options[2:])))
    one, two = back(FORMAT, deck_of(question, Basic(q=other, a=other)))
    assert one == {"q": "Which?", "a": options[:2], "wrong": options[2:]}
    assert two == {"q": other, "a": other}


@pytest.mark.parametrize(
    ("question", "card"),
    [
        (Basic(q="a", a="b", reverse=True), {"q": "a", "a": "b", "reverse": "true"}),
        (TypedQuestion(q="a", a="b", typed=True), {"q": "a", "a": "b", "typed": "true"}),
        (TrueFalse(statement="It is.", is_=False), {"statement": "It is.", "is": "false"}),
        (Basic(q="=1+1", a="'-5"), {"q": "=1+1", "a": "'-5"}),
    ],
)
def test_kinds_of_rows(question, card):
    assert back(FORMAT, deck_of(question)) == [card]


@given(st.text(st.sampled_from("'=+-@a\t"), max_size=5))
def test_no_value_is_a_formula(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t"))
    assert unguarded(guarded(text)) == text


@given(all_kinds)
@settings(max_examples=60)
def test_every_card_goes_or_is_refused(deck: Shipped) -> None:
    refused = [one for one in FORMAT.lost((deck,)) if one.severity == "error"]
    written = FORMAT.write((deck,))
    assert written.cards + len(refused) == len(deck.deck.notes)
    rows = list(csv.reader(StringIO(written.files["cards.csv"].decode(), newline="")))
    assert tuple(rows[0][: len(COLUMNS)]) == COLUMNS
    assert len(rows) == written.cards + 1


def test_what_is_lost_is_told():
    deck = shipped(
        "title: D\ncards:\n- {q: a, a: b, wrong: [{c: why}, d], draw: 1}\n"
        "- {q: e, a: f, source: {name: g, at: h}}\n- {q: n, number: 5}\n"
    )
    assert [(one.code, one.args["what"]) for one in FORMAT.lost((deck,))] == [
        ("export_lost", "draw"),
        ("export_changed", "a wrong answer with its reason"),
        ("export_changed", "a source with its place"),
        ("export_changed", "Give the number"),
    ]


def test_files_go_along_and_come_back():
    deck = shipped(
        "title: D\ncards:\n- {q: 'x ![p](media/a.png)', a: b, image: media/c.png, media: media/d.mp3}\n",
        {"media/a.png": PNG, "media/c.png": PNG, "media/d.mp3": b"ID3\x03"},
    )
    written = FORMAT.write((deck,))
    assert set(written.files) == {"cards.csv", "media/a.png", "media/c.png", "media/d.mp3"}
    (card,) = back(FORMAT, deck)
    assert card == {"q": "x ![p](media/a.png)", "a": "b", "image": "media/c.png", "media": "media/d.mp3"}
