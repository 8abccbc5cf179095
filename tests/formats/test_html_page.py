"""Decks as a page to print: all questions, the key behind them, nothing that is loaded or runs."""

import re

import pytest
from hypothesis import given, settings

from quizapp.formats.base import Shipped
from quizapp.formats.html_page import FORMAT
from quizapp.formats.yaml_deck import read
from tests.course import EXAMPLES
from tests.formats.leaving_decks import PNG, all_kinds, shipped
from tests.formats.test_quiz_page import Checked

DECK = (
    "title: The <deck>\ncards:\n- {q: 'Capital of *Norway*?', a: Oslo, explain: A fjord.}\n"
    "- {q: 'x ![p](media/a.png) $x^2$', a: b, image: media/b.svg, media: media/c.mp3, hint: h}\n"
    "- {q: Which?, a: A1, wrong: [B1, C1]}\n"
)


def page(*decks: Shipped) -> str:
    (data,) = FORMAT.write(decks).files.values()
    return data.decode()


def test_questions_and_a_key_behind_them():
    text = page(shipped(DECK))
    read_ = Checked(text)
    assert not read_.all("details")
    assert not read_.all("script")
    questions, key = text.split('<h2 class="key">Key</h2>')
    assert "Capital of <em>Norway</em>?" in questions
    assert "Oslo" not in questions
    assert "Oslo" in key
    assert "A fjord." in key
    assert re.search(r"<strong>[ABC]</strong> A1", key)
    assert questions.count("<li") == key.count("<li") == 3
    assert "<title>The &lt;deck&gt;</title>" in text


def test_pictures_and_formulas_are_in_it():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'
    text = page(shipped(DECK, {"media/a.png": PNG, "media/b.svg": svg}))
    sources = [attributes["src"] for attributes in Checked(text).all("img")]
    assert len(sources) == 3
    assert all((source or "").startswith("data:image/") for source in sources)


def test_what_is_no_picture_is_not_shown():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>'
    text = page(shipped(DECK, {"media/a.png": b"MZ no picture", "media/b.svg": svg}))
    assert [attributes["class"] for attributes in Checked(text).all("img")] == ["formula"]


def test_what_is_lost_is_told():
    told = FORMAT.lost((shipped(DECK, {"media/a.png": PNG}),))
    assert [(one.code, one.args.get("what") or one.args["name"]) for one in told] == [
        ("export_lost", "media"),
        ("export_lost", "hint"),
        ("export_media_missing", "media/b.svg"),
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_all_kinds_of_our_examples(path):
    loaded = read(path.read_bytes(), str(path))
    assert loaded.deck is not None
    deck = Shipped(loaded.deck, "", lambda name: None)
    written = FORMAT.write((deck,))
    assert written.cards == len(loaded.deck.notes)
    Checked(written.files["questions.html"].decode())


@given(all_kinds)
@settings(max_examples=25, deadline=None)
def test_any_deck_makes_a_whole_page(deck: Shipped):
    plain = Shipped(deck.deck, "", lambda path: None)
    assert FORMAT.write((plain,)).cards == len(deck.deck.notes)
