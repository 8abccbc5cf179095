"""Anki's text files: the lines behind #, and the notes below."""

from typing import Any

import pytest

from quizapp.formats import recognised
from quizapp.formats.anki_text import FORMAT
from quizapp.formats.base import Imported, Source


def read(text: str) -> Imported:
    return FORMAT.read(Source("notes.txt", text.encode()), {})


def cards(text: str) -> list[Any]:
    return [card.data for deck in read(text).decks for card in deck.cards]


@pytest.mark.parametrize(
    ("word", "sign"),
    [
        ("tab", "\t"),
        ("Comma", ","),
        ("semicolon", ";"),
        ("Pipe", "|"),
        ("colon", ":"),
        (";", ";"),
        ("\t", "\t"),
    ],
)
def test_separators_by_name_and_sign(word: str, sign: str) -> None:
    assert cards(f"#separator:{word}\n#html:false\na b{sign}c, d\n" if sign != "," else
                 f"#separator:{word}\na b,c\n")[0]["q"] == "a b"  # fmt: skip


def test_all_headers():
    text = (
        "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
        "#tags:all of-them\n#if matches:update current\n"
        "g1$aB.x\tBasic (and reversed card)\tA::B\t<b>x</b>\ty\tone two::three\n"
        "g2$aB.x\tCloze\tC\tThe {{c1::sky::hint}}\tmore\t\n"
        "g3$aB.x\tBasic\tC\tq\ta\t\n"
    )
    found = read(text)
    assert [(deck.folders, deck.title) for deck in found.decks] == [(("A",), "B"), ((), "C")]
    one, two, three = (card for deck in found.decks for card in deck.cards)
    assert one.key == "g1$aB.x"
    assert one.data == {
        "q": "**x**",
        "a": "y",
        "reverse": "true",
        "tags": ["one", "two::three", "all", "of-them"],
    }
    assert two.data["cloze"] == "The {{c1::sky :: hint}}"
    assert two.data["explain"] == "more"
    assert three.data == {"q": "q", "a": "a", "tags": ["all", "of-them"]}
    assert not found.problems


def test_named_columns_are_mapped_by_their_names():
    assert cards("#separator:Comma\n#columns:Back,Front,Tags\n#tags column:3\na,q,x\n") == [
        {"q": "q", "a": "a", "tags": ["x"]}
    ]


def test_a_cloze_notetype_for_all():
    (card,) = cards("#separator:tab\n#html:true\n#notetype:Lückentext\nA {{c1::b<br>c}}\tx\n")
    assert card["cloze"] == "A {{c1::b\\\nc}}"


def test_quoted_values_hold_lines_and_signs():
    (card,) = cards('#separator:tab\n#html:true\n"a<br>\n""b"""\t"#c"\n')
    assert card == {"q": 'a\\\n"b"', "a": "#c"}


def test_covered_pictures_are_regions():
    shape = "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4:oi=1}}"
    (card,) = cards(f"#separator:tab\n#html:true\n{shape}\t<img src=a.png>\tWhat is it?\tmore\n")
    assert (card["q"], card["image"], card["explain"]) == ("What is it?", "media/a.png", "more")
    assert [list(region) for region in card["regions"]] == [["1"]]


def test_comments_among_notes_are_told():
    found = read("#separator:tab\nq\ta\n# aside\tx\nr\tb\n")
    assert (found.read, found.cards) == (2, 2)
    assert [(one.code, one.where.line) for one in found.warnings] == [("import_lost", 3)]


def test_without_the_word_html_the_notes_say_it():
    assert cards("#separator:tab\n<i>x</i>\ta\n")[0]["q"] == "*x*"
    assert cards("#separator:tab\n#html:false\n<i>x</i>\ta\n")[0]["q"] == "<i>x</i>"


def test_lines_keep_their_numbers():
    assert read("#separator:tab\n#html:false\nq\ta\n\n\tb\n").skipped[0].where.line == 5


def test_it_is_known_by_its_first_line():
    assert recognised(Source("x.csv", b"#separator:tab\na\tb\n"))[0] is FORMAT
    assert recognised(Source("x.txt", b"\xef\xbb\xbf#deck:A\r\na;b\r\n"))[0] is FORMAT
