"""GIFT as its documentation has it, and as people write it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats import load, recognised
from quizapp.formats.base import Source
from tests.formats.fuzzing import bounded, watched
from tests.formats.moodle_trips import cards, codes, read

GIFT = load("gift")


def card(text: str) -> dict[str, object]:
    """The one card of a text."""
    (found,) = cards(GIFT, text)
    return dict(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q {=a ~b ~c}", {"q": "Q", "a": "a", "wrong": ["b", "c"]}),
        (
            "Grant is {~buried =entombed} in it.",
            {"q": r"Grant is _____ in it.", "a": "entombed", "wrong": ["buried"]},
        ),
        ("Q {=a ~b}.", {"q": "Q", "a": "a", "wrong": ["b"]}),
        ("Q {~%50%a ~%50%b ~%-100%c}", {"q": "Q", "a": ["a", "b"], "wrong": ["c"]}),
        ("Q {~%100%a ~b}", {"q": "Q", "a": "a", "wrong": ["b"]}),
        ("Q {~%100%a ~%-50%b}", {"q": "Q", "a": ["a"], "wrong": ["b"]}),
        (
            "Q {=a ~%33.33333%b#nearly}",
            {"q": "Q", "a": "a", "wrong": [{"text": "b", "feedback": "nearly", "credit": "0.3333"}]},
        ),
        (
            "Q {=a#Yes. ~b#No.####Both.}",
            {"q": "Q", "a": "a", "wrong": [{"b": "No."}], "explain": "Yes.\n\nBoth."},
        ),
        ("S {T}", {"statement": "S", "is": "true"}),
        (
            "S {FALSE#you are wrong#you are right}",
            {"statement": "S", "is": "false", "explain": "you are wrong\n\nyou are right"},
        ),
        (
            "Q {=one =%50%two =uno}",
            {"q": "Q", "a": "one", "typed": "true", "accept": [{"text": "two", "credit": "0.5"}, "uno"]},
        ),
        ("Q {four}", {"q": "Q", "a": "four", "typed": "true"}),
        ("Q {=Paris*}", {"q": "Q", "a": "Paris", "typed": "true", "accept": ["Paris *"]}),
        ("Q {#3}", {"q": "Q", "number": "3"}),
        ("Q {#-3.5:0,25}", {"q": "Q", "number": "-3.5", "tolerance": "0.25"}),
        ("Q {#-5..-1}", {"q": "Q", "number": "-5..-1"}),
        ("Q {#1 .. 5#in between}", {"q": "Q", "number": "1..5", "explain": "in between"}),
        (
            "Q {#=3:0#right =%50%3:2#near =%0%*#far}",
            {
                "q": "Q",
                "number": "3",
                "tolerance": [{"within": "0", "credit": "1"}, {"within": "2", "credit": "0.5"}],
                "explain": "right\n\n3:2: near\n\nfar",
            },
        ),
        (
            "Q {=a -> 1 =[html]<b>b</b> -> 2 = -> 3}",
            {"q": "Q", "match": [{"a": "1"}, {"**b**": "2"}], "extra": ["3"]},
        ),
        ("Q {}", {"q": "Q", "check": ["The question is answered in full."]}),
        ("Q {####A model.}", {"q": "Q", "a": "A model.", "check": ["It says what the model answer says."]}),
        (r"Q\: \{a\} \~ \= \# {=\{x\} ~y\\z}", {"q": "Q: {a} ~ = #", "a": "{x}", "wrong": [r"y\z"]}),
        (
            "[html]<p>Is <i>x</i> &lt; 1?</p>{=<b>a</b> ~[plain]<b>}",
            {"q": "Is *x* < 1?", "a": "**a**", "wrong": ["<b>"]},
        ),
        ("[markdown]Is *x*?\\n\\n- a {=**a** ~b}", {"q": "Is *x*?\n\n- a", "a": "**a**", "wrong": ["b"]}),
        (
            "No tag: a < b, but <br>&nbsp;one {=a ~b}",
            {"q": "No tag: a < b, but\\\none", "a": "a", "wrong": ["b"]},
        ),
        (r"What is \(x^2\)? {=$$y$$ ~z}", {"q": "What is $x^2$?", "a": "$$y$$", "wrong": ["z"]}),
        ("::Title::{=a ~b}", {"q": "Title", "a": "a", "wrong": ["b"]}),
        ("::T\\:1:: Q {=a ~b}", {"q": "Q", "a": "a", "wrong": ["b"]}),
        (
            r"What is $\frac{1}{2}$? {=0.5 ~2}",
            {"q": r"What is \$\\frac{1}{2}\$?", "a": "0.5", "wrong": ["2"]},
        ),
    ],
)
def test_each_form(text: str, expected: dict[str, object]) -> None:
    assert card(text) == expected


def test_blank_lines_and_braces_stand_within_answers() -> None:
    text = "Q {\n\n=int f() { return 0; }\n\n~\\{ \\}\n\n// no question\n\n}\n\nS {T}\n"
    first, second = cards(GIFT, text)
    assert (first["a"], first["wrong"]) == ("int f() { return 0; }", ["{ }"])
    assert second == {"statement": "S", "is": "true"}


def test_blank_lines_stand_within_questions() -> None:
    text = (
        "::Title::\n\nOne {T}\n\nTwo\n\n\n{=a\n~b}\n\nwords alone\n\n::C:: Three {T}\n\n"
        "[html]<pre>\nint f() \\{\n\n\\}\n</pre>\n{=a ~b}\n"
    )
    found = read(GIFT, text)
    assert codes(found) == [(11, "import_kind")]
    assert [each.where.line for each in found.decks[0].cards] == [1, 5, 13, 15]
    assert found.decks[0].cards[3].data["q"] == "```\nint f() {\n\n}\n```"


def test_questions_stand_line_by_line_too() -> None:
    text = "::A:: One {=a ~b}\n::B:: Two {T}\nThree {}\nFour {#4\n}\nFive {=x\n~y} is\n"
    assert [each.get("q", each.get("statement")) for each in cards(GIFT, text)] == [
        "One", "Two", "Three", "Four", r"Five _____ is",
    ]  # fmt: skip


def test_a_brace_that_never_closes_costs_its_question_alone() -> None:
    text = "A {=a ~b}\n\nB {=a\n~b\n\nC {T}\n\n::D:: D {=a\n\n~b}\n\nE {\n"
    found = read(GIFT, text)
    assert codes(found) == [(3, "import_syntax"), (12, "import_syntax")]
    assert [each.where.line for each in found.decks[0].cards] == [1, 6, 8]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("only words", "import_kind"),
        ("Q {~a ~b}", "import_no_answer"),
        ("Q {#many}", "import_syntax"),
        ("Q {#}", "import_no_answer"),
        ("Q {=a ->\n=b -> c}", "import_syntax"),
        ("Q {=a -> b}", "import_no_answer"),
        ("{=a ~b}", "import_no_question"),
    ],
)
def test_what_makes_no_card_is_named(text: str, code: str) -> None:
    assert codes(read(GIFT, text)) == [(1, code)]


def test_an_option_that_is_there_twice_costs_nothing() -> None:
    found = read(GIFT, "Q {=a ~b ~b#note ~a}")
    assert codes(found) == [(1, "import_twice")] * 2
    assert found.decks[0].cards[0].data == {"q": "Q", "a": "a", "wrong": ["b"]}
    assert cards(GIFT, "Q {=a ~a}") == [{"q": "Q", "a": "a"}]


def test_categories_ids_and_tags() -> None:
    text = (
        "// [id:q-seven] [tag:one] [tag:two]\n// question: 12\n::A:: A {T}\n\n"
        "$CATEGORY: $course$/top/Loops/For//While\n\nB {F}\n\n$CATEGORY: $course$/top/Other\nC {T}\n"
    )
    found = read(GIFT, text)
    assert [(deck.folders, deck.title) for deck in found.decks] == [
        ((), "questions"), (("Loops",), "For/While"), ((), "Other"),
    ]  # fmt: skip
    (first,), *_ = [deck.cards for deck in found.decks]
    assert (first.key, first.data["tags"], first.where.line) == ("q-seven", ["one", "two"], 3)


@pytest.mark.parametrize(
    "data",
    [
        "\ufeff::T:: Käse {=ä ~b}\r\n\r\nS {T}".encode(),
        "::T:: Käse {=ä ~b}\r\rS {T}\r".encode("cp1252"),
        "::T:: Käse {=ä ~b}\n\nS {T}".encode("utf-16"),
    ],
)
def test_encodings_and_line_ends(data: bytes) -> None:
    first, second = cards(GIFT, data)
    assert first == {"q": "Käse", "a": "ä", "wrong": ["b"]}
    assert second["is"] == "true"
    assert recognised(Source("x.txt", data))[0] is GIFT


def test_its_own_signs_tell_it_whatever_the_file_is_called() -> None:
    assert recognised(Source("questions.dat", b"$CATEGORY: a\n\nS {T}"))[0] is GIFT
    assert GIFT not in recognised(Source("questions.dat", b"S {T}"))


def test_a_picture_in_the_text_is_kept() -> None:
    found = read(GIFT, '[html]<img src\\="data:image/png;base64,iVBORw0KGgo\\="> {=a ~b}')
    (media,) = found.media
    assert media.read() == b"\x89PNG\r\n\x1a\n"
    assert found.decks[0].cards[0].data["q"] == f"![]({media.name})"


@pytest.mark.parametrize(
    "piece",
    [
        "a {\n\n",
        "= {\n\n",
        "{{}",
        "q {=a ~b}\n",
        "::",
        "{\n\n::",
        "a {=\\",
        "[html]<p {",
        "<pre>\n\n",
        "\n",
        "x\n\n{",
        "::a::\n\n",
        "=a\n\n~b\n",
    ],
)
def test_a_long_file_takes_no_long_time(piece: str) -> None:
    with bounded(), watched():
        read(GIFT, "x {T}\n\n" + piece * 20_000)


SIGNS = [*"{}~=#\\:->%50TF[html]$CATEGORY: \n", "::", "####", "\n\n", "//", "..", "*"]


@given(st.lists(st.sampled_from(SIGNS), max_size=60))
def test_any_signs_are_cards_or_named(signs: list[str]) -> None:
    with suppress(QuizError):
        read(GIFT, "".join(signs))
