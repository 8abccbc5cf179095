"""Cards that move to another deck say there what they said, and are written as they were."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats.cures import put
from quizapp.formats.deck_moves import bring, merge, move_items, notes_of, split
from quizapp.formats.yaml_deck import read
from quizapp.formats.yaml_edit import header_data, item_data, item_source, items
from tests.formats.splicing import WrittenDeck, decks

SPANISH = """\
# Words
title: Spanish
id: es-1
language: {front: en, back: es}
tags: [spanish, words]
sources:
  rae: Real Academia
  book:
    title: A book
    date: 2020
defaults:
  typed: true
  case: exact
cards:

# About the apple
- q: the apple  # fruit
  a: la manzana
  source: rae

- id: house
  q: the house
  a: la casa
  tags: home
  source:
  - {name: book, at: page 3}
  - A friend

- statement: Spanish has two genders.
  is: true
  language: en
license: MIT
"""
RIVERS = """\
title: Rivers
tags: [geography, words]
sources:
  book: Another book  # mine
defaults: {reverse: true}
cards:
  - q: Budapest
    a: Danube
"""


def test_cards_move_as_they_are_written() -> None:
    moved = move_items(SPANISH, [0, 1], RIVERS, 0)
    assert moved.brought.edited.text == (
        "title: Rivers\n"
        "tags: [geography, words]\n"
        "sources:\n"
        "  book: Another book  # mine\n"
        "  rae: Real Academia\n"
        "  book-2: {title: A book, date: 2020}\n"
        "defaults: {reverse: true}\n"
        "cards:\n"
        "  # About the apple\n"
        "  - q: the apple  # fruit\n"
        "    a: la manzana\n"
        "    reverse: false\n"
        "    typed: true\n"
        "    case: exact\n"
        "    source: rae\n"
        "    language: {front: en, back: es}\n"
        "  - id: house\n"
        "    q: the house\n"
        "    a: la casa\n"
        "    reverse: false\n"
        "    typed: true\n"
        "    case: exact\n"
        "    tags: home\n"
        "    source:\n"
        "    - {name: book-2, at: page 3}\n"
        "    - A friend\n"
        "    language: {front: en, back: es}\n"
        "  - q: Budapest\n"
        "    a: Danube\n"
    )
    assert moved.brought.sources == ("rae", "book-2")
    assert moved.brought.renamed == (("book", "book-2"),)
    assert moved.brought.differs == ()
    assert len(items(moved.source.text)) == 1
    assert moved.source.text.endswith(
        "cards:\n\n- statement: Spanish has two genders.\n  is: true\n  language: en\nlicense: MIT\n"
    )


def test_a_merged_deck_keeps_its_tags() -> None:
    merged = merge(RIVERS, SPANISH)
    assert [item_data(merged.edited.text, index).get("tags") for index in range(4)] == [
        None,
        ["spanish"],
        ["spanish", "home"],
        ["spanish"],
    ]
    before, after = read(SPANISH.encode(), ""), read(merged.edited.text.encode(), "")
    assert before.deck
    assert after.deck
    assert not after.problems
    assert [note.question for note in after.deck.notes[1:]] == [note.question for note in before.deck.notes]
    assert [note.language for note in after.deck.notes[1:]] == [note.language for note in before.deck.notes]
    for old, new in zip(before.deck.notes, after.deck.notes[1:], strict=True):
        assert set(old.tags) <= set(new.tags)


def test_paths_to_files_are_told_anew() -> None:
    deck = "- q: What is ![this](media/a.png)?\n  a: x\n  image: media/b.png\n"
    brought = bring(deck, [0], "", 0, paths=lambda path: f"../{path}")
    assert brought.edited.text == (
        "cards:\n- q: What is ![this](../media/a.png)?\n  a: x\n  image: ../media/b.png\n"
    )


def test_what_cannot_be_kept_is_told() -> None:
    brought = bring("- q: x\n  a: y\n", [0], "language: es\ncards:\n- q: z\n", 1)
    assert brought.differs == (0,)


def test_a_card_that_cannot_be_read_stays() -> None:
    with pytest.raises(QuizError, match="line 2"):
        move_items("cards:\n- q: a: b\n", [0], RIVERS, 0)


def test_a_deck_is_split() -> None:
    made = split(SPANISH, [1], "Spanish, home")
    assert made.text == (
        SPANISH[: SPANISH.index("# About")]
        .replace("title: Spanish", "title: Spanish, home")
        .replace("id: es-1\n", "")
        + SPANISH[SPANISH.index("- id: house") : SPANISH.index("\n- statement")]
        + "license: MIT\n"
    )
    assert [item_data(made.rest.text, index)["q" if not index else "statement"] for index in range(2)] == [
        "the apple",
        "Spanish has two genders.",
    ]
    with pytest.raises(QuizError):
        split("cards: [{q: x}, {q: y}]", [0], "t")
    with pytest.raises(QuizError):
        split(SPANISH, [], "t")


@given(decks(exotic=False), decks(exotic=False), st.data())
def test_cards_of_any_deck_move_to_any_other(
    source: WrittenDeck, target: WrittenDeck, data: st.DataObject
) -> None:
    chosen = data.draw(st.sets(st.integers(0, len(source.cards) - 1), min_size=1))
    at = data.draw(st.integers(0, len(target.cards)))
    moved = move_items(source.text, chosen, target.text, at)
    assert moved.source.text == put(source.text, moved.source.changes)
    assert moved.brought.edited.text == put(target.text, moved.brought.edited.changes)
    there = [
        item_data(moved.brought.edited.text, number) for number in range(len(target.cards) + len(chosen))
    ]
    here = [item_data(source.text, number) for number in range(len(source.cards))]
    before = [item_data(target.text, number) for number in range(len(target.cards))]
    assert there == [*before[:at], *(here[number] for number in sorted(chosen)), *before[at:]]
    left = [here[number] for number in range(len(here)) if number not in chosen]
    assert [item_data(moved.source.text, number) for number in range(len(left))] == left
    assert len(items(moved.source.text)) == len(left)


@given(decks(), st.data())
def test_any_deck_is_split(deck: WrittenDeck, data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.integers(0, len(deck.cards) - 1), min_size=1))
    assume(all(card.sound for card in deck.cards))
    try:
        made = split(deck.text, chosen, "New")
    except QuizError:
        assert deck.exotic
        return
    assert header_data(made.text) == {**header_data(deck.text), "title": "New"}
    sources = [item_source(deck.text, number) for number in range(len(deck.cards))]
    assert [item_source(made.text, number) for number in range(len(chosen))] == [
        sources[number] for number in sorted(chosen)
    ]
    rest = [source for number, source in enumerate(sources) if number not in chosen]
    assert [item_source(made.rest.text, number) for number in range(len(rest))] == rest


def test_notes_are_found_by_their_items() -> None:
    notes = notes_of("- q: x\n  a: y\n- q: a: b\n- q: z\n- q: u\n  a: v\n")
    assert [note and note.front() for note in notes] == ["x", None, None, "u"]
