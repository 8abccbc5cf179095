"""What a new deck begins with: read without a problem, whatever its title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.deck import Language
from quizapp.formats import yaml_deck
from quizapp.formats.deck_templates import BLANK, TEMPLATES, Template

ALL = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)


@ALL
def test_it_is_read_without_a_problem(template: Template) -> None:
    loaded = yaml_deck.read(template.text("My deck: a first one").encode(), "x.yaml")
    expected = [] if template.cards else ["cards_empty"]
    assert [problem.code for problem in loaded.problems] == expected
    assert loaded.deck is not None
    assert loaded.deck.title == "My deck: a first one"
    assert len(loaded.deck.notes) == len(template.cards)
    assert {file for note in loaded.deck.notes for file in note.files} == template.media.keys()


@ALL
@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=30))
def test_its_title_is_what_was_typed(template: Template, title: str) -> None:
    if not title.strip():
        return
    loaded = yaml_deck.read(template.text(title.strip()).encode(), "x.yaml")
    assert loaded.deck is not None
    assert loaded.deck.title == title.strip()


def test_a_vocabulary_speaks_two_languages_and_asks_both_ways() -> None:
    vocabulary = TEMPLATES[1]
    assert vocabulary.speaks
    deck = yaml_deck.read(vocabulary.text("Words", Language("en", "es")).encode(), "x.yaml").deck
    assert deck is not None
    assert deck.language == Language("en", "es")
    assert all(note.parts == ("forward", "back") for note in deck.notes)
    assert "language" not in vocabulary.text("Words")


def test_sources_of_the_facts_are_known() -> None:
    deck = yaml_deck.read(TEMPLATES[2].text("Facts").encode(), "x.yaml").deck
    assert deck is not None
    assert all(citation.name in deck.sources for note in deck.notes for citation in note.source)


def test_the_blank_one_has_a_title_and_a_place_for_cards() -> None:
    assert TEMPLATES[0] is BLANK
    assert BLANK.text("X") == "title: X\ncards:\n"
