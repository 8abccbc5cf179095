"""deck → GIFT → deck is the same for what GIFT holds; the rest is listed first."""

from hypothesis import example, given

from quizapp.formats import load
from quizapp.formats.base import Shipped
from quizapp.formats.yaml_emit import Value
from tests.formats.leaving_decks import all_kinds, shipped
from tests.formats.moodle_trips import BEYOND, IN_BOTH, cards, read, trip

GIFT = load("gift")


@given(IN_BOTH, BEYOND)
@example({"q": "0", "check": ["one point"]}, {})
@example({"q": "0", "a": "- one", "wrong": ["1. two", "three"]}, {})
def test_what_gift_holds_comes_back(data: dict[str, Value], beyond: dict[str, Value]) -> None:
    if "check" in data:
        beyond.pop("explain", None)
    before, after = trip(GIFT, data | beyond)
    assert after == before


@given(all_kinds)
def test_every_card_is_written_or_refused(deck: Shipped) -> None:
    lost = GIFT.lost((deck,))
    refused = sum(one.severity == "error" for one in lost)
    (data,) = GIFT.write((deck,)).files.values()
    assert read(GIFT, data).read == len(deck.deck.notes) - refused


GOLDEN = """\
$CATEGORY: Europe/Capitals//Rivers

// [id:paris-one] [tag:all] [tag:towns]
::Paris is the capital of France.::Paris is the capital of France. {TRUE####It is.}

// [id:river] [tag:all]
::Which river\\: the long one?::[html]Which <em>river</em>\\: the long one? {
\t=Danube
\t~Rhine#No.
\t~%50%Elbe
}

// [id:height] [tag:all]
::How high?::How high? {#
\t=-8.5:0.5
\t=%50%-8.5:2
}
"""
DECK = """\
title: Capitals/Rivers
tags: [all]
cards:
- {id: paris-one, statement: Paris is the capital of France., is: true, explain: It is., tags: [towns]}
- {id: river, q: "Which *river*: the long one?", a: Danube, wrong: [Rhine: No., {text: Elbe, credit: 0.5}]}
- {id: height, q: How high?, number: -8.5, tolerance: [{within: 0.5, credit: 1}, {within: 2, credit: 0.5}]}
"""


def test_the_text_is_what_a_person_would_write() -> None:
    (data,) = GIFT.write((shipped(DECK, folders=("Europe",)),)).files.values()
    assert data.decode() == GOLDEN


def test_no_blank_line_stands_within_a_question() -> None:
    deck = shipped('title: D\ncards:\n- {q: "a\\n\\nb", a: "c\\n\\nd", wrong: [e], explain: "f\\n\\ng"}\n')
    (data,) = GIFT.write((deck,)).files.values()
    assert data.decode().count("\n\n") == 1
    assert cards(GIFT, data)[0]["q"] == "a\n\nb"


def test_what_is_lost_is_named() -> None:
    deck = shipped(
        "title: D\ncards:\n"
        "- {q: Q, a: A, hint: h}\n"
        "- {q: Q2, order: [a, b, c]}\n"
        "- {q: 'Q3 ![x](media/a.png)', a: A, wrong: [B], draw: 1}\n"
        "- {q: Q4, number: 3, unit: km}\n"
    )
    told = [(one.where.line, one.severity, one.args.get("what", "")) for one in GIFT.lost((deck,))]
    assert told == [
        (3, "warning", "Turning the card over"),
        (3, "warning", "hint"),
        (4, "error", ""),
        (5, "warning", "draw"),
        (6, "warning", "unit"),
        (5, "warning", "the picture media/a.png"),
    ]
