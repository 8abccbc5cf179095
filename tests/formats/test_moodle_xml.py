"""Moodle's XML as Moodle writes it, and as other programs do."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats import recognised
from quizapp.formats.base import Source
from tests.formats.moodle_made import XML, answer, card, file, question, quiz
from tests.formats.moodle_trips import Data, codes, read
from tests.formats.moodle_trips import cards as cards_of

CHOICE = answer("100", "<b>A</b>", "Yes.") + answer("33.33333", "B", "Partly.") + answer("-50", "C")
TYPED = answer("100", "a < b", format_="moodle_auto_format") + answer("50", "c*") + answer("0", "*", "No.")
NUMBER = "".join(
    answer(fraction, number, "", f"<tolerance>{within}</tolerance>")
    for fraction, number, within in (("100", "2,5", "0.1"), ("50", "2.5", "1"))
)
PLACES = answer("2", "b") + answer("1", "a") + answer("10", "c")
INFO = "<graderinfo><text>&lt;p&gt;M&lt;/p&gt;&lt;ul&gt;&lt;li&gt;p&lt;/li&gt;&lt;/ul&gt;</text></graderinfo>"
GAPS = {"1": {"wrong": ["Bergen"]}}
UNITS = (
    "<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>"
    "<unitgradingtype>1</unitgradingtype>"
)
PAIRS = "".join(
    f"<subquestion><text>{left}</text><answer><text>{right}</text></answer></subquestion>"
    for left, right in (("a", "1"), ("b", "2"), ("", "3"))
)
WORDS = "".join(f"<selectoption><text>{text}</text><group>{group}</group></selectoption>" for text, group in (
    ("Oslo", 1), ("Norway", 2), ("Bergen", 1),
))  # fmt: skip
CALCULATED = answer(
    "100", "{a}*2+pow({b},2)", "",
    "<tolerance>0.01</tolerance><tolerancetype>1</tolerancetype>"
    "<correctanswerformat>1</correctanswerformat><correctanswerlength>1</correctanswerlength>",
)  # fmt: skip
DATASET = "<dataset_definitions>" + "".join(
    f"<dataset_definition><name><text>{name}</text></name><dataset_items>"
    f"<dataset_item><number>2</number><value>9</value></dataset_item>"
    f"<dataset_item><number>1</number><value>{value}</value></dataset_item>"
    "</dataset_items></dataset_definition>"
    for name, value in (("a", "1.5"), ("b", "-3"))
) + "</dataset_definitions>"  # fmt: skip
FORMULAS = answer("100", "{={a}+1}") + answer("0", "{={b}/2} m")
MARKERS = file("map.png") + "".join(
    f"<drag><no>{number}</no><text>{name}</text></drag><drop><no>{number}</no><shape>{shape}</shape>"
    f"<coords>{coords}</coords><choice>{number}</choice></drop>"
    for number, name, shape, coords in (
        (1, "One", "rectangle", "10,20;30,40"),
        (2, "Two", "circle", "100,50;10"),
        (3, "Three", "polygon", "150,10;190,10;170,30"),
    )
)
LABELS = file("map.png") + (
    "<drag><no>1</no><text>Alpha</text></drag><drag><no>2</no><text>Beta</text></drag>"
    "<drop><no>1</no><choice>2</choice><xleft>20</xleft><ytop>10</ytop></drop>"
)
ROWS = "".join(
    f'<row number="{at}"><rowtext><text>{text}</text></rowtext>'
    f"<feedbacktext><text>{note}</text></feedbacktext></row>"
    for at, text, note in ((1, "It flows.", ""), (2, "It is dry.", "Never."))
) + (
    '<column number="1"><responsetext><text>True</text></responsetext></column>'
    '<column number="2"><responsetext><text>False</text></responsetext></column>'
    '<weight rownumber="1" columnnumber="1"><value>\n1.000\n</value></weight>'
    '<weight rownumber="1" columnnumber="2"><value>0.000</value></weight>'
    '<weight rownumber="2" columnnumber="2"><value>1.000</value></weight>'
)
WRONG = [{"text": "B", "feedback": "Partly.", "credit": "0.3333"}, "C"]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            question("multichoice", "<p>Q</p>", f"<single>true</single>{CHOICE}"),
            {"q": "Q", "a": "**A**", "wrong": WRONG, "explain": "Yes."},
        ),
        (
            question("multichoice", "Q", f"<single>false</single>{CHOICE}"),
            {"q": "Q", "a": ["**A**", "B"], "wrong": ["C"], "explain": "Yes.\n\nPartly."},
        ),
        (
            question("multichoice", "Q", answer("50", "A") + answer("50", "B") + answer("0", "C")),
            {"q": "Q", "a": ["A", "B"], "wrong": ["C"]},
        ),
        (
            question("multichoiceset", "Q", answer("100", "A") + answer("0", "B")),
            {"q": "Q", "a": ["A"], "wrong": ["B"], "scoring": "exact"},
        ),
        (
            question("truefalse", "S", answer("0", "true", "Not so.") + answer("100", "false", "Right.")),
            {"statement": "S", "is": "false", "explain": "Right.\n\nNot so."},
        ),
        (
            question("shortanswer", "Q", f"<usecase>1</usecase>{TYPED}"),
            {
                "q": "Q", "a": "a < b", "typed": "true", "accept": [{"text": "c *", "credit": "0.5"}],
                "case": "exact", "explain": "No.",
            },
        ),
        (
            question("regexp", "Q", answer("100", "\nword\n") + answer("100", "w[ao]rds?")),
            {"q": "Q", "a": "word", "typed": "true"},
        ),
        (
            question("numerical", "Q", NUMBER + UNITS),
            {
                "q": "Q", "number": "2.5", "unit": ["km"], "unit_needed": "true",
                "tolerance": [{"within": "0.1", "credit": "1"}, {"within": "1", "credit": "0.5"}],
            },
        ),
        (question("matching", "Q", PAIRS), {"q": "Q", "match": [{"a": "1"}, {"b": "2"}], "extra": ["3"]}),
        (
            question("ordering", "Q", f"<gradingtype>-1</gradingtype>{PLACES}"),
            {"q": "Q", "order": ["a", "b", "c"], "scoring": "exact"},
        ),
        (
            question("essay", "Q", INFO),
            {"q": "Q", "a": "M", "check": ["p"]},
        ),
        (
            question("kprime", "Q", ROWS),
            {"q": "Q", "categories": {"True": ["It flows."], "False": ["It is dry."]}, "explain": "Never."},
        ),
        (question("essay", "Q"), {"q": "Q", "check": ["The question is answered in full."]}),
        (
            question("gapselect", "<p>[[1]] is in [[2]].</p>", WORDS),
            {"cloze": "{{c1::Oslo}} is in {{c1::Norway}}.", "typed": "true", "gaps": GAPS},
        ),
        (
            question("calculated", "Is {a} + {=2*{a}}?", CALCULATED + DATASET),
            {"q": "Is 1.5 + 3?", "number": "12", "tolerance": "1%"},
        ),
        (
            question("calculatedmulti", "Q {a}", FORMULAS + DATASET),
            {"q": "Q 1.5", "a": "2.5", "wrong": ["-1.5 m"]},
        ),
        (
            question("ddmarker", "Q", MARKERS),
            {
                "q": "Q", "image": "media/map.png", "click": "true",
                "regions": [{"One": "5 20 15 40"}, {"Two": "45 40 10 20"}, {"Three": "75 10 20 20"}],
            },
        ),
        (
            question("ddimageortext", "Q", LABELS),
            {"q": "Q", "image": "media/map.png", "regions": [{"Beta": "10 10 24.75 32"}], "hide": "all"},
        ),
    ],
)  # fmt: skip
def test_each_type(made: str, expected: Data) -> None:
    assert cards_of(XML, quiz(made)) == [expected]


def test_answers_in_the_text() -> None:
    text = (
        "<p>Capital {1:MULTICHOICE:Bergen#too small~=Oslo~%50%Don&#39;t know}, {2:NM:=5:0.1~%50%5:2}, "
        "{:SHORTANSWER_C:=a \\} b~%25%c}, {1:SA:=x}.</p>"
    )
    assert card("cloze", text) == {
        "cloze": "Capital {{c1::Oslo}}, {{c1::5}}, {{c1::a } b}}, {{c1::x}}.",
        "typed": "true",
        "gaps": {
            "1": {"wrong": [{"Bergen": "too small"}, {"text": "Don't know", "credit": "0.5"}]},
            "2": {"tolerance": [{"within": "0.1", "credit": "1"}, {"within": "2", "credit": "0.5"}]},
            "3": {"accept": [{"text": "c", "credit": "0.25"}], "case": "exact"},
        },
    }
    (twice,) = read(XML, quiz(question("cloze", "x {1:MC:=a~b~a~b}"))).decks[0].cards
    assert twice.data == {"cloze": "x {{c1::a}}", "gaps": {"1": {"wrong": ["b"]}}}
    assert codes(read(XML, quiz(question("cloze", "x {1:MC:a~b} y")))) == [(1, "import_syntax")]
    assert codes(read(XML, quiz(question("cloze", "x")))) == [(1, "import_no_holes")]


def test_what_stands_around_a_question() -> None:
    beyond = (
        "<generalfeedback><text>Because.</text></generalfeedback><hint><text>one</text></hint>"
        "<hint><text>two</text></hint><tags><tag><text>t</text></tag><tag><text>t</text></tag></tags>"
        "<idnumber> q-12345 </idnumber>"
    )
    found = read(XML, quiz(
        '<question type="category"><category><text>$course$/top/A/B//C</text></category>'
        "<info><text>About it.</text></info></question>",
        question("truefalse", "S", answer("100", "true") + beyond),
        '<question type="category"><category><text>$course$/D</text></category></question>',
        question("description", "Words."),
        question("stack", "Q"),
        question("truefalse", "T", answer("100", "true")),
    ))  # fmt: skip
    first, second = found.decks
    assert (first.folders, first.title, first.header) == (("A",), "B/C", {"description": "About it."})
    assert (second.folders, second.title, second.cards[0].where.line) == ((), "D", 6)
    assert first.cards[0].key == "q-12345"
    assert first.cards[0].data == {
        "statement": "S", "is": "true", "hint": ["one", "two"], "explain": "Because.", "tags": ["t"],
    }  # fmt: skip
    assert codes(found) == [(4, "import_kind"), (5, "import_kind")]


@pytest.mark.parametrize("format_", ["html", "markdown", "plain_text", "moodle_auto_format"])
def test_texts_in_each_format(format_: str) -> None:
    shown = {"html": "*a* < b", "markdown": "<i>a</i> < b", "plain_text": r"\<i>a\</i> < b"}
    text = f'<questiontext format="{format_}"><text><![CDATA[<i>a</i> < b]]></text></questiontext>'
    made = f'<question type="truefalse"><name><text>N</text></name>{text}{answer("100", "true")}</question>'
    (found,) = cards_of(XML, quiz(made))
    assert str(found["statement"]).replace("\\<", "<") == shown.get(format_, shown["html"]).replace(
        "\\<", "<"
    )


def test_what_is_there_twice_costs_nothing() -> None:
    found = read(XML, quiz(
        question("multichoice", "Q", answer("100", "a") + answer("0", "b") + answer("0", "b")),
        question("ordering", "Q2", "".join(answer(str(at), text) for at, text in enumerate("abca"))),
    ))  # fmt: skip
    assert codes(found) == [(1, "import_twice"), (2, "import_twice")]
    assert found.cards == 2


ONE = quiz(question("truefalse", "Käse", answer("100", "true")))


@pytest.mark.parametrize(
    "data",
    [
        ONE.encode(),
        b"\xef\xbb\xbf" + ONE.encode(),
        ("\n \n" + ONE).encode(),
        ONE.replace("UTF-8", "ISO-8859-1").encode("latin-1"),
        ONE.replace("UTF-8", "windows-1252").encode("cp1252"),
        ONE.replace("UTF-8", "UTF-16").encode("utf-16"),
        ONE.encode("latin-1"),
        ONE.encode("utf-16"),
        ONE.replace("Name", "Na\x0bme").encode(),
        ONE.replace("\n", "\r\n").encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    assert cards_of(XML, data) == [{"statement": "Käse", "is": "true"}]
    assert recognised(Source("x.xml", data))[0] is XML


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (ONE.replace("</quiz>", "</quz>"), "import_not", "line 4"),
        (ONE.replace("<quiz>", '<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>'), "xml_entities", "entities"),
        (ONE.replace("<quiz>", '<!DOCTYPE quiz SYSTEM "http://x/y.dtd"><quiz>'), "xml_entities", "entities"),
        (ONE.replace("Name", "&unknown;"), "import_not", "line 3"),
        ("", "import_not", "no element"),
    ],
)
def test_what_is_refused(data: str, code: str, words: str) -> None:
    with pytest.raises(QuizError, match=words) as caught:
        read(XML, data)
    assert caught.value.code == code


SEED = quiz(question("cloze", "a {1:SA:=b} &#39;", "", file("a.png")), question("numerical", "Q", NUMBER))


@given(
    st.lists(
        st.tuples(st.integers(0, len(SEED)), st.sampled_from(["<", ">", "&", '"', "100", "{", "", "\0"]))
    )
)
def test_a_spoilt_file_is_a_deck_or_a_message(spots: list[tuple[int, str]]) -> None:
    text = SEED
    for at, sign in spots:
        text = text[:at] + sign + text[at + 1 :]
    with suppress(QuizError):
        read(XML, text)
