"""Cards in Markdown notes: how people write them, and what is none."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.formats.base import Imported, Source
from quizapp.formats.markdown import FORMAT
from quizapp.formats.markdown_notes import STYLES


def read(text: str, **choices: str) -> Imported:
    return FORMAT.read(Source("notes.md", text.encode()), choices)


def cards(text: str, **choices: str) -> list[Any]:
    return [card.data for deck in read(text, **choices).decks for card in deck.cards]


@given(
    st.lists(
        st.sampled_from(
            [
                "Q: a",
                "A: b",
                "C: [x] y",
                "---",
                "```",
                "a::b",
                "?",
                "# h",
                "==x==",
                "",
                "<!-- c",
                "-->",
                "#t",
                "$",
                "`",
            ]
        ),
        max_size=12,
    ).map("\n".join),
    st.sampled_from(sorted(STYLES)),
)
@settings(max_examples=300)
def test_each_card_is_taken_or_named_with_its_line(text: str, style: str) -> None:
    found = read(text, style=style)
    assert found.read == found.cards + len(found.skipped)
    lines = [card.where.line for deck in found.decks for card in deck.cards]
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q: a\nb\nA: c\n\n---\nQ: d\nA:\ne", [{"q": "a\nb", "a": "c"}, {"q": "d", "a": "e"}]),
        (
            "C: The [sky] is [$x$], see [link](u) \\[no\\] [^1]",
            [{"cloze": "The {{sky}} is {{$x$}}, see [link](u) \\[no\\] [^1]"}],
        ),
        ("Q: a\nA: ```\nQ: no\n---\n```", [{"q": "a", "a": "```\nQ: no\n---\n```"}]),
        ("a::b\nc ::: d", [{"q": "a", "a": "b"}, {"q": "c", "a": "d", "reverse": "true"}]),
        ("- a::b", [{"q": "a", "a": "b"}]),
        ("two\nlines\n?\nback\nmore", [{"q": "two\nlines", "a": "back\nmore"}]),
        ("a\n??\nb", [{"q": "a", "a": "b", "reverse": "true"}]),
        ("The ==sky==^[colour] is {{blue}}", [{"cloze": "The {{sky :: colour}} is {{blue}}"}]),
        ("{{c1::a::hint}} b {{c2::c}}", [{"cloze": "{{c1::a :: hint}} b {{c2::c}}"}]),
        ("`x::y` and $a::b$ and [[n::m]] and https://a.b::c", []),
        ("# T\n\nx::y", [{"q": "x", "a": "y", "tags": ["T"]}]),
        ("#flashcards\n\n#geo #x\n\na::b", [{"q": "a", "a": "b", "tags": ["geo", "x"]}]),
        ("- Front #card\n\t- Back", [{"q": "Front", "a": "Back"}]),
        ("## W? #card-reverse #geo\nThat", [{"q": "W?", "a": "That", "reverse": "true", "tags": ["geo"]}]),
        (
            "# What?\nAn x.\n\n## More?\n- list\n",
            [{"q": "What?", "a": "An x."}, {"q": "More?", "a": "- list", "tags": ["What?"]}],
        ),
        ("## A\n```\n# no heading\n```\n## B\n", [{"q": "A", "a": "```\n# no heading\n```"}]),
        ("a [[b|c]] :: [[d]]", [{"q": "a c", "a": "d"}]),
    ],
)
def test_cards_as_people_write_them(text: str, expected: list[Any]) -> None:
    if text.startswith("# What"):
        text = f"intro\n{text}"
    assert cards(text) == expected


def test_bold_words_are_holes_only_if_it_is_asked():
    text = "x **y** z and ==w==\n\nonly **bold**\n"
    assert cards(text) == [{"cloze": "x **y** z and {{w}}"}]
    assert cards(text, bold="hole") == [{"cloze": "x {{y}} z and {{w}}"}, {"cloze": "only {{bold}}"}]


def test_tags_name_decks():
    found = read("---\ntags: [flashcards/a, x]\n---\na::b\n\n#flashcards/c/d\n\ne::f\n\n#flashcards/g h::i\n")
    assert [(deck.folders, deck.title) for deck in found.decks] == [((), "a"), (("c",), "d"), ((), "g")]
    assert found.decks[0].cards[0].data["tags"] == ["x"]


def test_a_heading_may_hold_tags_too():
    (deck,) = read("# Bones #flashcards/body\n\nulna::arm\n").decks
    assert (deck.title, deck.cards[0].data["tags"]) == ("body", ["Bones"])


def test_cards_under_the_title_count_for_the_style():
    assert cards("# Cells\n\nQ: a\nA: b\n---\n## More\n\nword\n") == [{"q": "a", "a": "b"}]


@pytest.mark.parametrize(
    "head",
    ["---\ntitle: 'The deck'\n---\n", '+++\nname = "The deck"\n+++\n', '---\nname = "The deck"\n---\n'],
)
def test_the_head_of_a_note_names_its_deck(head: str) -> None:
    found = read(f"{head}Q: a\nA: b")
    assert found.decks[0].title == "The deck"
    assert found.decks[0].cards[0].where.line == 4


def test_a_title_with_an_introduction():
    found = read("# Title\nintro\n\n## Q\nA\n\n## R\nB\n")
    assert (found.decks[0].title, found.decks[0].header) == ("Title", {"description": "intro"})
    assert [card.data["q"] for card in found.decks[0].cards] == ["Q", "R"]


def test_comments_are_no_cards_and_schedules_are_told():
    found = read("a::b <!--SR:!2024-01-01,1,2-->\n\n<!-- c::d\ne::f -->\n\ng::h\n<!--SR:!2024-01-01,1,2-->\n")
    assert [card.data["q"] for card in found.decks[0].cards] == ["a", "g"]
    assert found.decks[0].cards[0].data["a"] == "b"
    (told,) = found.warnings
    assert told.code == "import_lost"
    assert "(2)" in told.message


def test_pictures_and_sounds_beside_it_come_along():
    files = {"attachments/p.png": b"\x89PNG\r\n\x1a\n", "s.mp3": b"ID3"}
    text = "a ![[p.png|100]] :: b ![[s.mp3]]\n\nc ![x](p.png) :: d\n"
    found = FORMAT.read(Source("n.md", text.encode(), files.get), {})
    one, two = (card.data for card in found.decks[0].cards)
    assert one == {"q": "a ![](media/p.png)", "a": "b", "media": "media/s.mp3"}
    assert two["q"] == "c ![x](media/p.png)"
    assert not found.problems


def test_what_is_missing_is_named():
    found = read("Q: a\nA:\n\nC: no hole\n\nQ:\nA: b\n")
    assert [(one.code, one.where.line) for one in found.skipped] == [
        ("import_no_answer", 1),
        ("import_no_holes", 4),
        ("import_no_question", 6),
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "".join("`" * k + " x " for k in range(1, 600)), "[[" * 90_000, "![" * 90_000, "<!--" * 50_000,
        "==a " * 50_000, "{{a" * 60_000, "$$a " * 50_000, " " * 200_000 + "::", "![[a|" * 40_000,
        "![](a" + "b" * 200_000, "**a" * 60_000, "#card " * 30_000,
    ],
    ids=range(12),
)  # fmt: skip
def test_hostile_notes_take_no_longer_than_others(hostile: str) -> None:
    """Would take minutes if it were not linear."""
    for style in STYLES:
        found = read(hostile, style=style, bold="hole")
        assert found.read == found.cards + len(found.skipped)
