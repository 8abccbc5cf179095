"""Tables of other people: the mapping that is guessed, and what is told of what is left out."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.formats import load, recognised
from quizapp.formats.base import Imported, Source
from quizapp.formats.csv_text import FORMAT


def read(text: str | bytes, name: str = "x.csv", **choices: str) -> Imported:
    data = text if isinstance(text, bytes) else text.encode()
    return FORMAT.read(Source(name, data), choices)


def cards(text: str | bytes, **choices: str) -> list[Any]:
    return [card.data for deck in read(text, **choices).decks for card in deck.cards]


@given(st.binary(max_size=200) | st.text(st.sampled_from('ab,;\t"\n {}:=|'), max_size=80).map(str.encode))
@settings(max_examples=300)
def test_each_row_is_a_card_or_named(data: bytes) -> None:
    found = FORMAT.read(Source("x.csv", data.replace(b"\0", b"")[:100] or b"a,b"), {"encoding": "utf-8"})
    assert found.read == found.cards + len(found.skipped)
    assert all(problem.where.line for problem in found.skipped)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dog,perro\ncat,gato\n", [{"q": "dog", "a": "perro"}, {"q": "cat", "a": "gato"}]),
        ("English;Deutsch\ndog;Hund\n", [{"q": "dog", "a": "Hund"}]),
        (
            "element,sign,number\nHydrogen,H,1\nHelium,He,2\n",
            [
                {"q": "Hydrogen", "a": "H"},
                {"q": "Helium", "a": "He"},
            ],
        ),
        ("term,example\nx,y\n", [{"q": "x", "a": "y"}]),
        ("kanji,kana,english\n犬,いぬ,dog\n", [{"q": "犬", "a": "dog", "explain": "いぬ"}]),
        ("Frage;Antwort;Thema\nWas?;Das\n", [{"q": "Was?", "a": "Das"}]),
        ("1,a,b\n2,c,d\n3,e,f\n", [{"q": "a", "a": "b"}, {"q": "c", "a": "d"}, {"q": "e", "a": "f"}]),
        ("question,correct,wrong1,wrong2\nq,a,b,c\n", [{"q": "q", "a": "a", "wrong": ["b", "c"]}]),
        ("question,a,b,c,answer\nq,x,y,z,B\n", [{"q": "q", "a": "y", "wrong": ["x", "z"]}]),
        ("question,options,answer\nq,x|y|z,z\n", [{"q": "q", "a": "z", "wrong": ["x", "y"]}]),
        ("question,options,answer\nq,\"['x', 'y']\",y\n", [{"q": "q", "a": "y", "wrong": ["x"]}]),
        ("question,options,answer\nq,A) x B) y C) z,B\n", [{"q": "q", "a": "y", "wrong": ["x", "z"]}]),
        (
            'question,answer 1,answer 2,answer 3,correct\nq,x,y,z,2\nr,x,y,z,"1,3"\n',
            [{"q": "q", "a": "y", "wrong": ["x", "z"]}, {"q": "r", "a": ["x", "z"], "wrong": ["y"]}],
        ),
        (
            "question,option a,option b,answer\nq,x,y,0\nr,x,y,1\n",
            [{"q": "q", "a": "x", "wrong": ["y"]}, {"q": "r", "a": "y", "wrong": ["x"]}],
        ),
        (
            "q?;red;green;blue;green\nr?;x;y;z;x\n",
            [{"q": "q?", "a": "green", "wrong": ["red", "blue"]}, {"q": "r?", "a": "x", "wrong": ["y", "z"]}],
        ),
        (
            "question,option1,option2,answer\nThe sky is blue,True,False,True\n",
            [{"statement": "The sky is blue", "is": "true"}],
        ),
        ("sep=;\nfront;back\na;b\n", [{"q": "a", "a": "b"}]),
        ("front,back\n<b>x</b>,y<br>z\n", [{"q": "**x**", "a": "y\\\nz"}]),
        (
            "The {{c1::sky::colour}} is blue,x\n",
            [{"cloze": "The {{c1::sky :: colour}} is blue", "explain": "x"}],
        ),
        ("q,a,notetype\nx,y,Basic (and reversed card)\n", [{"q": "x", "a": "y", "reverse": "true"}]),
        ("front\tback\ttags\nx\ty\tone two\n", [{"q": "x", "a": "y", "tags": ["one", "two"]}]),
        ("dog,perro;cat,gato", [{"q": "dog", "a": "perro"}, {"q": "cat", "a": "gato"}]),
    ],
)
def test_the_mapping_that_is_guessed(text: str, expected: list[Any]) -> None:
    assert cards(text) == expected


def test_two_free_separators():
    assert cards("dog***perro%%%cat***gato", separator="***", rows="%%%") == [
        {"q": "dog", "a": "perro"},
        {"q": "cat", "a": "gato"},
    ]
    assert cards("dog\tperro", separator="\\t")[0] == {"q": "dog", "a": "perro"}
    found = {one.key: one for one in read("a\tb").choices}
    assert (found["separator"].value, found["separator"].free, found["rows"].value) == ("\\t", True, "\\n")


def test_programs_of_quizzes():
    kahoot = (
        "Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,"
        "Time limit (sec),Correct answer(s) - choose at least one\nWhat?,x,y,20,2\n"
    )
    assert cards(kahoot) == [{"q": "What?", "a": "y", "wrong": ["x"]}]
    quizizz = (
        "Question Text,Question Type,Option 1,Option 2,Option 3,Correct Answer,Answer explanation\n"
        'What?,Checkbox,a,b,c,"1,3",because\n'
    )
    assert cards(quizizz) == [{"q": "What?", "a": ["a", "c"], "wrong": ["b"], "explain": "because"}]


def test_columns_left_out_are_told_and_can_be_taken():
    text = "question,answer,shoe size\nq,a,44\n"
    (told,) = read(text).warnings
    assert (told.code, told.args["name"]) == ("import_column", "shoe size")
    assert cards(text, **{"column:3": "note"}) == [{"q": "q", "a": "a", "note": "44"}]


def test_a_first_line_of_values_stays_a_card():
    assert len(cards("Question 0 of it?,Answer 0,tag0\nQuestion 1?,Answer 1,tag1\n")) == 2
    assert len(cards("dog,perro\n", header="names")) == 0


def test_what_cannot_be_taken_says_its_line():
    found = read('front,back\na,b\n"open,c\n,d\ne\n\nf,g\n')
    assert [(one.where.line, one.code) for one in found.skipped] == [
        (3, "import_quote"),
        (4, "import_no_question"),
        (5, "import_columns"),
    ]
    assert found.cards == 2


def test_right_ones_that_are_no_choices_are_told():
    found = read("question,option1,option2,correct\nq,x,y,7\n")
    assert [one.code for one in found.skipped] == ["import_no_such_choice"]


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("слово;перевод\nсобака;dog\nкошка;cat\nкорова;cow\n", "cp1251"),
        ("słowo;word\nkot;cat\nżółw;turtle\n", "cp1250"),
        ("člověk;human\nřeka;river\nšaty;dress\nžena;woman\n", "cp1250"),
        ("犬;dog\nねこ;cat\nみず;water\n", "shift_jis"),
        ("학교;school\n물;water\n사람;person\n", "euc_kr"),
        ("学校;school\n水;water\n人;person\n", "gb18030"),
        ("señor;Mr\nniño;child\nÜber;over\n", "cp1252"),
        ("déjà vu;x\nÉlève;pupil\nçà et là;y\n", "cp1252"),
        ("front;back\r\ndog;perro\r\n", "utf-16"),
        ("front;back\r\ndog;señor\r\n", "utf-8-sig"),
    ],
)
def test_encodings_are_found(text: str, codec: str) -> None:
    found = read(text.encode(codec), "x.csv")
    (encoding,) = [one.value for one in found.choices if one.key == "encoding"]
    assert encoding == codec.removesuffix("-sig")
    assert found.decks[0].cards[-1].data["q"] == text.strip().split("\n")[-1].split(";")[0].strip()


def test_files_beside_it_come_along():
    files = {"images/a.png": b"\x89PNG\r\n\x1a\n", "b.mp3": b"ID3"}
    text = "question,answer,image,audio\nq,a,a.png,b.mp3\nr,[sound:b.mp3] s,,\n"
    found = FORMAT.read(Source("x.csv", text.encode(), files.get), {})
    one, two = (card.data for card in found.decks[0].cards)
    assert (one["image"], one["media"]) == ("media/a.png", "media/b.mp3")
    assert (two["a"], two["media"]) == ("s", "media/b.mp3")
    assert {media.name: media.read() for media in found.media} == {
        "media/a.png": files["images/a.png"],
        "media/b.mp3": b"ID3",
    }


def test_decks_and_ids():
    found = read("deck,id,front,back\nA::B,k-one-2,x,y\nC,k-two-3,z,w\n")
    assert [(deck.folders, deck.title, deck.cards[0].key) for deck in found.decks] == [
        (("A",), "B", "k-one-2"),
        ((), "C", "k-two-3"),
    ]


def test_it_reads_what_has_no_other_format():
    assert recognised(Source("", b"dog\tperro"))[0] is load("csv-text")
