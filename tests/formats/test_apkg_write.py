"""Packages of Anki that we write: what they hold, what not, and how their notes are known again."""

import re

import pytest

from quizapp.core.identity import mint, see
from quizapp.core.reviews_in import PastReview
from quizapp.formats import load
from quizapp.formats.base import no_sibling
from tests.formats.anki_made import cards
from tests.formats.shipping import FILES, PNG, packed, reread, shipped


def lost(text: str) -> list[str]:
    """What is said before a deck is written."""
    return [one.message for one in load("apkg").lost((shipped(text),))]


def deck(*lines: str, head: str = "title: D") -> str:
    return "\n".join([head, "cards:", *(f"- {line}" for line in lines)]) + "\n"


def test_media_come_along() -> None:
    text = deck("{id: one-two, q: 'Q ![x](media/map.png)', a: A, media: media/say.mp3}")
    found = reread(shipped(text))
    assert {one.name: one.read() for one in found.media} == FILES
    assert lost(text) == []


def test_media_of_two_decks_that_have_one_name() -> None:
    """Anki has one folder for all."""
    text = deck("{q: 'A ![x](media/map.png)', a: '![y](media/more/Map.png)'}")
    one = shipped(text, {"media/map.png": PNG, "media/more/Map.png": PNG})
    other = shipped(text.replace("q: 'A", "q: 'B"), {"media/map.png": PNG + b"!", "media/more/Map.png": PNG})
    found = reread(one, other)
    assert sorted(item.read() for item in found.media) == [PNG, PNG + b"!"]
    first, second = cards(found)
    named = [re.findall(r"\(([^)]*)\)", f"{card.data['q']}{card.data['a']}") for card in (first, second)]
    content = {item.name: item.read() for item in found.media}
    assert [[content[name] for name in names] for names in named] == [[PNG, PNG], [PNG + b"!", PNG]]


def test_missing_files_are_named_and_left_out() -> None:
    text = deck(
        "{q: 'A ![words](media/none.png)', a: A, explain: '![x](media/gone.png)', media: media/no.mp3}"
    )
    gone = shipped(text)._replace(folder=no_sibling)
    said = [one.args["name"] for one in load("apkg").lost((gone,))]
    assert sorted(said) == ["media/gone.png", "media/no.mp3", "media/none.png"]
    (card,) = cards(reread(gone))
    assert dict(card.data) | {"id": ""} == {"id": "", "q": "A words", "a": "A", "explain": "x"}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "{q: Q, a: A, wrong: [B], draw: 1, tags: [one two]}",
            ["draw", "The tag “one two” becomes “one_two”"],
        ),
        ("{q: Q, a: A, accept: [B], typos: off}", ["accept", "typos"]),
        ("{q: Q, a: A, group: g, by: me, note: x}", ["group", "by", "note"]),
        ("{q: Q, a: A, wrong: [{text: B, credit: 0.5}]}", ["credit"]),
        ("{q: Q, number: 3, tolerance: 1}", ["“Give the number” becomes front and back"]),
        ("{q: Q, order: [a, b, c], status: fact}", ["“Put in order” becomes front and back", "status"]),
        ("{q: Q, image: media/map.png, click: true, regions: [a: 1 2 3 4, b: 9 9 9 9]}", ["click"]),
        ("{cloze: 'a {{b}}', gaps: {1: {accept: [c]}}}", ["gaps"]),
    ],
)
def test_what_has_no_place_is_said(line: str, wanted: list[str]) -> None:
    said = lost(deck(line))
    for words in wanted:
        assert any(words in message for message in said), (words, said)
    assert len(said) == len(wanted)


def test_a_tag_is_told_once() -> None:
    text = deck("{q: Q, a: A}", "{q: R, a: A}", head="title: D\ntags: [a b]")
    assert len(lost(text)) == 1


def test_folders_become_decks_above() -> None:
    text = deck("{q: Q, a: A}", head="title: A::B\ndescription: About *it*")
    found = reread(shipped(text, folders=("Top", "Mid")), shipped(deck("{q: R, a: A}")))
    assert [(one.folders, one.title, one.header.get("description", "")) for one in found.decks] == [
        ((), "D", ""),
        (("Top", "Mid"), "A:B", "About *it*"),
    ]


def test_notes_keep_their_names_from_export_to_export() -> None:
    """Also those without an id, and equal ones; whatever else changes."""
    text = deck("{id: 'a%23b', q: Q, a: A}", "{q: Same, a: A}", "{q: Same, a: B}", "{q: Other, a: C}")
    first = [card.key for card in cards(reread(shipped(text)))]
    assert first[0] == "a#b"
    assert len(set(first)) == 4
    again = text.replace("a: C", "a: changed").replace("a: B", "a: other")
    assert [card.key for card in cards(reread(shipped(again)))] == first


def test_the_same_deck_gives_the_same_package() -> None:
    text = deck("{q: Q, a: A, wrong: [B, C, D, E]}", "{q: R, order: [a, b, c, d]}")
    assert packed(shipped(text)) == packed(shipped(text))


def test_kinds_that_anki_does_not_have_say_all_they_ask_and_answer() -> None:
    text = deck(
        "{q: How many?, number: 2850 ± 10, unit: km}",
        "{q: When?, date: 2025-07-04, within: 3 days}",
        "{statement: So., is: claim}",
        "{q: Order?, order: [a, [b, c]]}",
        "{q: Name?, list: [[a, A], b], ordered: true}",
        "{q: Match?, match: [a: x, b: y], extra: [z]}",
        "{q: Sort?, categories: {G: [a, b], H: [c]}}",
        "{q: Why?, check: [one, two], a: Because}",
    )
    sides = [(str(card.data["q"]), str(card.data["a"])) for card in cards(reread(shipped(text)))]
    fronts, backs = zip(*sides, strict=True)
    assert backs == (
        "2850 ± 10 km",
        "4 July 2025 (± 3 days)",
        "claim",
        "1. a\n2. b / c",
        "1. a / A\n2. b",
        "- a → x\n- b → y",
        "- G: a, b\n- H: c",
        "Because\n\n- one\n- two",
    )
    assert all(word in fronts[2] for word in ("Fact", "Claim", "Contradicted", "Not stated"))
    assert sorted(fronts[3].split("\n")[2:]) == ["- a", "- b", "- c"]
    assert all(f"- {word}" in fronts[5] for word in "abxyz")
    assert all(f"- {word}" in fronts[6] for word in "GHabc")


def test_unnumbered_holes_get_the_free_numbers() -> None:
    text = deck("{cloze: '{{a}} {{c1::b}} {{c}} {{c4::d}} {{c9999::e}}'}")
    (card,) = cards(reread(shipped(text)))
    assert card.data["cloze"] == "{{c2::a}} {{c1::b}} {{c3::c}} {{c4::d}} {{c5::e}}"


def test_signs_that_mean_something_in_anki_mean_themselves() -> None:
    text = deck(
        r"{q: '\\(no formula\\) [sound:x.mp3] [latex]y[/latex]', a: '\[$\]z[/$]'}",
        r"{cloze: 'a \{{c1::b}} {{c}}'}",
    )
    first, second = cards(reread(shipped(text)))
    assert first.data["q"] == r"\\(no formula\\) \[sound:x.mp3\] \[latex\]y\[/latex\]"
    assert "media" not in first.data
    assert second.data["cloze"] == r"a \{{c1::b}} {{c1::c}}"


def test_answers_come_back_with_their_cards() -> None:
    """Also those of notes without an id, which are known by what they say."""
    made = shipped(
        deck("{id: both-1, q: dog, a: perro, reverse: true}", "{q: No id, a: A}", "{cloze: 'a {{b}}'}")
    )
    seen = see(made.deck)
    unnamed = mint([one for one in seen if not one.id], lambda uid: False)
    past = {
        "both-1#back": (PastReview("", 3, 1_000_000, 4000), PastReview("", 1, 90_000_000, 99_000)),
        unnamed[0]: (PastReview("", 4, 1_000_000, 10),),
        f"{unnamed[1]}#b#1": (PastReview("", 2, 5_000_000, 10, "cram"),),
    }
    found = reread(made._replace(reviews=lambda own: past.get(own, ())))
    told = {
        (card.key if card.key == "both-1" else "", part.part): [
            (one.rating, one.at_ms, one.duration_ms, one.kind) for one in part.reviews
        ]
        for card in cards(found)
        for part in card.progress
    }
    assert told == {
        ("both-1", "forward"): [],
        ("both-1", "back"): [(3, 1_000_000, 4000, "study"), (1, 90_000_000, 60_000, "study")],
        ("", ""): [(4, 1_000_001, 10, "study")],
        ("", "c1"): [(2, 5_000_000, 10, "cram")],
    }
