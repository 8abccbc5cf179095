"""What a course owes its learners: each rule on a deck that breaks it, and on one that does not."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from msgspec.structs import replace

from quizapp.core.course_rules import breaches, undescribed
from quizapp.core.deck import Deck
from quizapp.core.problems import MESSAGES
from quizapp.formats import yaml_deck
from tests.strategies import decks

HEAD = "language: en\nsources: {book: A book}\ncards:\n"
COMMON = "  source: book\n  at: page 1\n  status: fact\n"


def broken(*cards: str, common: str = COMMON) -> list[tuple[str, Mapping[str, str]]]:
    """The rules that a deck of these cards breaks."""
    text = HEAD + "".join(f"- {card}\n{common}" for card in cards)
    loaded = yaml_deck.read(text.encode(), "deck.yaml")
    assert loaded.deck is not None
    assert [problem.code for problem in loaded.problems if problem.severity == "error"] == []
    found = [(code, args) for _, code, args in breaches(loaded.deck)]
    return found + [one for note in loaded.deck.notes for one in undescribed(note)]


OSLO = "q: Which city is the capital of Norway?\n  a: Oslo\n  typed: true"


def test_a_sound_card_breaks_nothing() -> None:
    assert broken(OSLO, "q: Which river flows through Budapest?\n  a: Danube\n  wrong: [Rhine, Elbe]") == []


@pytest.mark.parametrize(
    ("common", "expected"),
    [
        ("  at: page 1\n  status: fact\n", [("source_absent", {})]),
        ("  source: book\n  status: fact\n", [("place_absent", {"name": "book"})]),
        ("  source: book\n  at: page 1\n", [("status_absent", {})]),
        ("", [("source_absent", {}), ("status_absent", {})]),
    ],
)
def test_a_card_says_where_it_is_from_and_what_it_is(
    common: str, expected: list[tuple[str, Mapping[str, str]]]
) -> None:
    assert broken(OSLO, common=common) == expected


@pytest.mark.parametrize("picture", ["image: media/map.svg", "explain: See ![](map.svg)"])
def test_a_picture_has_words(picture: str) -> None:
    assert [code for code, _ in broken(f"{OSLO}\n  {picture}")] == ["alt_absent"]


@pytest.mark.parametrize("picture", ["image: media/map.svg\n  alt: A map", "explain: See ![A map](map.svg)"])
def test_a_picture_with_words_is_fine(picture: str) -> None:
    assert broken(f"{OSLO}\n  {picture}") == []


def test_two_cards_do_not_ask_the_same() -> None:
    again = "q: Which city is Norway’s capital? The capital of Norway is …\n  a: Oslo\n  group: norway"
    again = again.replace("Norway’s capital? The", "the")
    assert broken(f"{OSLO}\n  group: norway", again) == [("prompt_near", {"line": "4"})]


GIVES = "q: Of which country is Oslo the capital city?\n  a: Norway"


def test_no_question_gives_the_answer_of_another_away() -> None:
    found = broken(OSLO, GIVES)
    assert ("key_given_away", {"text": "Oslo", "line": "10"}) in found
    assert ("key_given_away", {"text": "Norway", "line": "4"}) in found


def test_one_group_may_give_away_as_it_is_not_asked_on_one_day() -> None:
    assert broken(f"{OSLO}\n  group: norway", f"{GIVES}\n  group: norway") == []


def test_an_answer_that_stands_in_a_question_on_something_else_is_fine() -> None:
    assert broken(OSLO, "q: Which painter worked in Oslo for most of his life?\n  a: Edvard Munch") == []


@pytest.mark.parametrize(
    ("card", "option"),
    [
        ("q: Which gang?\n  a: Los Zetas\n  wrong: [Zetas, MS-13]", "Zetas"),
        ("q: Which country?\n  a: United States\n  accept: [USA]\n  wrong: [USA, Mexico]", "USA"),
        ("q: Which ones?\n  a: [Mexico City, Lima]\n  wrong: [Mexico, Bogotá]", "Mexico"),
    ],
)
def test_no_wrong_option_is_right_as_well(card: str, option: str) -> None:
    assert broken(card) == [("second_right", {"text": option})]


@given(decks)
def test_any_deck_can_be_looked_at(deck: Deck) -> None:
    for _, code, args in breaches(replace(deck, path="deck.yaml")):
        severity, words = MESSAGES[code]
        assert severity == "warning"
        assert words.format_map(args)
