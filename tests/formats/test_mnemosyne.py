"""Mnemosyne's cards: each of its types, ways, holes, formulas, media, and what version 1 wrote."""

import zipfile
from html import escape
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats import recognised
from quizapp.formats.base import Imported, Source
from quizapp.formats.mnemosyne import FORMAT
from tests.formats.shipping import MP3, PNG


def fact(number: int, **texts: str) -> str:
    inner = "".join(f"<{key}>{escape(value)}</{key}>" for key, value in texts.items())
    return f'<log type="16" o_id="fact{number}">{inner}</log>'


def card(number: int, type_: str, *ways: str, tags: str = "t0") -> str:
    return "".join(
        f'<log type="6" card_t="{type_}" fact_v="{type_}.{way}" fact="fact{number}" tags="{tags}" gr="-1"'
        f' o_id="card{number}{way}"></log>'
        for way in ways or ("1",)
    )


def cards_file(*logs: str, files: dict[str, bytes] | None = None, metadata: str = "") -> bytes:
    names = {"t0": "__UNTAGGED__", "t1": "sea"}
    tags = "".join(f'<log type="10" o_id="{own}"><name>{name}</name></log>' for own, name in names.items())
    xml = f'<?xml version="1.0"?><openSM2sync number_of_entries="9">{tags}{"".join(logs)}</openSM2sync>'
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("cards.xml", xml)
        if metadata:
            archive.writestr("METADATA", metadata)
        for name, data in (files or {}).items():
            archive.writestr(name, data)
    return out.getvalue()


def read(data: bytes, name: str = "deck.cards") -> Imported:
    found = FORMAT.read(Source(name, data), {})
    taken = {one.where.line for deck in found.decks for one in deck.cards}
    assert found.read == len(taken) + len(found.skipped)
    return found


def made(*logs: str) -> list[dict[str, Any]]:
    return [dict(one.data) for deck in read(cards_file(*logs)).decks for one in deck.cards]


@pytest.mark.parametrize(
    ("type_", "ways", "texts", "cards"),
    [
        ("1", "1", {"f": "Q", "b": "A"}, [{"q": "Q", "a": "A"}]),
        ("1::my own", "1", {"f": "Q", "b": "A"}, [{"q": "Q", "a": "A"}]),
        ("2", "12", {"f": "Q", "b": "A"}, [{"q": "Q", "a": "A", "reverse": "true"}]),
        ("2", "1", {"f": "Q", "b": "A"}, [{"q": "Q", "a": "A"}]),
        ("2", "2", {"f": "Q", "b": "A"}, [{"q": "A", "a": "Q"}]),
        (
            "3",
            "12",
            {"f": "mare", "p_1": "MA-re", "m_1": "sea", "n": "n."},
            [{"q": "mare", "a": "sea", "reverse": "true", "explain": "MA-re\n\nn."}],
        ),
        ("5", "1", {"text": "The [sea:big] is [blue]"}, [{"cloze": "The {{sea :: big}} is {{blue}}"}]),
        ("6", "1", {"f": "il [mare]", "m_1": "the sea"}, [{"cloze": "il {{mare}}", "explain": "the sea"}]),
        (
            "6",
            "1",
            {"f": "il mare", "m_1": "the sea", "p_1": "p"},
            [{"q": "il mare", "a": "the sea", "explain": "p"}],
        ),
        ("99", "1", {"f": "Q", "b": "A"}, [{"q": "Q", "a": "A"}]),
    ],
)
def test_each_type_of_card(type_: str, ways: str, texts: dict[str, str], cards: list[dict[str, Any]]) -> None:
    assert made(fact(1, **texts), card(1, type_, *ways)) == cards


def test_a_map_is_asked_both_ways() -> None:
    texts = {"loc": "Rome", "marked": '<img src="m.png">', "blank": '<img src="b.png">'}
    found = read(cards_file(fact(1, **texts), card(1, "4", "1", "2"), files={"m.png": PNG, "b.png": PNG}))
    what, where = (one.data for one in found.decks[0].cards)
    assert (what["q"], what["a"]) == ("Which place is marked?\n\n![](media/m.png)", "Rome")
    assert (where["q"], where["a"]) == ("Where is Rome?\n\n![](media/b.png)", "![](media/m.png)")
    assert what["group"] == where["group"] == "fact1"
    assert [one.key for one in found.decks[0].cards] == ["fact1", "fact1/2"]
    assert [one.name for one in found.media] == ["media/m.png", "media/b.png"]


def test_tags_and_the_set_itself() -> None:
    about = "card_set_name:My sea\nauthor_name:me\nnotes:All of it,\n in two lines\nrevision:1\n"
    data = cards_file(fact(1, f="Q", b="A"), card(1, "1", tags="t1,t0,t9"), metadata=about)
    deck = read(data).decks[0]
    assert deck.cards[0].data["tags"] == ["sea"]
    assert (deck.title, deck.header) == ("My sea", {"author": "me", "description": "All of it, in two lines"})


def test_formulas_and_their_brackets() -> None:
    (plain,) = made(fact(1, f="<$>x^2</$> and <latex>y_1</latex>", b="<$$>\\frac{1}{2}</$$>"), card(1, "1"))
    assert plain == {"q": "$x^2$ and $y_1$", "a": "$$\\frac{1}{2}$$"}
    (cloze,) = made(fact(1, text="<$>a[1]</$> is [one]"), card(1, "5"))
    assert cloze == {"cloze": "$a[1]$ is {{one}}"}


def test_html_and_lines() -> None:
    assert made(fact(1, f="one\n<b>two</b>", b="a &lt; b"), card(1, "1")) == [
        {"q": "one\\\n**two**", "a": "a < b"}
    ]


def test_sounds_are_heard_and_more_than_one_is_told() -> None:
    texts = {"f": '<audio src="a.mp3">', "b": 'A <sound src="b.mp3">'}
    found = read(cards_file(fact(1, **texts), card(1, "1"), files={"a.mp3": MP3, "b.mp3": MP3}))
    assert found.decks[0].cards[0].data == {"q": "What do you hear?", "a": "A", "media": "media/a.mp3"}
    assert [(one.code, one.args["what"]) for one in found.warnings] == [("import_lost", "media/b.mp3")]


def test_what_cannot_be_taken_has_its_number_and_reason() -> None:
    found = read(
        cards_file(
            fact(1, f="Q"), fact(2, f="", b="A"), fact(3, text="none"), card(3, "5"), fact(4, f="Q", b="A")
        )
    )
    assert [(one.where.line, one.code) for one in found.skipped] == [
        (1, "import_no_answer"), (2, "import_no_question"), (3, "import_no_holes"),
    ]  # fmt: skip
    assert found.cards == 1


ONE = """<?xml version="1.0" encoding="UTF-8"?>
<mnemosyne core_version="1"><category active="1"><name>sea</name></category>
<item id="a1" gr="2" e="2.5"><cat>sea</cat><Q>mare &lt;b&gt;x&lt;/b&gt;</Q><A>sea</A></item>
<item id="a1.inv" gr="2" e="2.5"><cat>sea</cat><Q>sea</Q><A>mare</A></item>
<item id="b" gr="0"><cat>&lt;default&gt;</cat><Q>Q</Q><A></A></item></mnemosyne>"""


def test_version_one() -> None:
    found = read(ONE.encode(), "old.xml")
    assert [one.data for one in found.decks[0].cards] == [
        {"q": "mare **x**", "a": "sea", "reverse": "true", "tags": ["sea"]}
    ]
    assert [(one.where.line, one.code) for one in found.skipped] == [(2, "import_no_answer")]
    assert recognised(Source("old.xml", ONE.encode()))[0] is FORMAT


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 no zip",
        b"<openSM2sync><log></openSM2sync>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><openSM2sync>&a;</openSM2sync>',
        b"<other/>",
        b"",
    ],
)
def test_what_is_none_costs_a_message(data: bytes) -> None:
    with pytest.raises(QuizError, match=r"\w"):
        read(data)


@given(st.text(st.sampled_from("ab[]:<$>/latex{} \n&\\"), max_size=30), st.sampled_from("123456"))
def test_any_text_is_a_card_or_an_error(text: str, type_: str) -> None:
    keys = ("f", "b", "text", "m_1", "loc", "marked")
    read(cards_file(fact(1, **dict.fromkeys(keys, text)), card(1, type_, "1", "2")))
