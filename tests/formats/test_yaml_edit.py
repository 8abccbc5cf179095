"""Every splice changes what it is asked to and nothing else, or says why nothing was done."""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats.cures import put
from quizapp.formats.yaml_deck import read
from quizapp.formats.yaml_edit import (
    Edited,
    delete_item,
    emit_item,
    insert_item,
    item_data,
    item_source,
    items,
    move_item,
    pin_ids,
    replace_item,
    set_header,
    set_key,
)
from tests.formats.splicing import WrittenDeck, bracket_decks, decks, seen, texts, values, without_line_ends

KEYS = ("id", "kind", "q", "statement", "a", "wrong", "match", "hint", "explain", "tags", "anser", "new: key")
CARD = {"q": "new", "a": ["one", "two\nlines"], "hint": "it's: #1"}


def edit(deck: WrittenDeck, change: Callable[[], Edited]) -> Edited | None:
    """What a change makes; None if it is refused, which only odd decks may be."""
    try:
        edited = change()
    except QuizError as error:
        if error.code == "edit_refused" and deck.exotic:
            return None
        raise
    assert edited.text == put(deck.text, edited.changes)
    ends = [place for change in edited.changes for place in (change.start, change.end)]
    assert ends == sorted(ends)
    if is_json(deck.text):
        assert is_json(edited.text), edited.text
    if "\r\n" in deck.text:
        assert "\n" not in edited.text.replace("\r\n", "")
    return edited


def assert_cards(deck: WrittenDeck, edited: Edited, wanted: Sequence[Any]) -> None:
    """wanted: what each card says afterwards; a number stands for one of before, untouched."""
    before, after = items(deck.text), items(edited.text)
    assert len(after) == len(wanted), edited.text
    for item, want in zip(after, wanted, strict=True):
        if isinstance(want, int):
            old = before[want]
            assert edited.text[item.start : item.end] == deck.text[old.start : old.end]
    old_cards, new_cards = seen(deck.text), seen(edited.text)
    if old_cards is not None:
        says = [old_cards[want] if isinstance(want, int) else without_line_ends(want) for want in wanted]
        assert new_cards == says, edited.text


def is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


SPELT = (
    *(
        "yaml",
        "tab",
        "no_space",
        "indent",
        "no_dash",
        "dash_column",
        "quote_needed",
        "quote_broken",
        "unclosed",
    ),
    *("unclosed", "tag", "anchor", "alias_outside", "cut_comment", "digit_comma", "folded"),
    *("odd_space", "zero_width", "line_separator"),
)
"""What is wrong with how a card is written, not with what it says."""


def assert_well_spelt(deck: WrittenDeck, index: int, edited: Edited) -> None:
    """The loader finds nothing new to say of other cards, nor of how this one is written."""
    assert spelt(edited.text) <= spelt(deck.text), edited.text
    if deck.cards[index].text:  # in brackets a line may hold several cards
        assert told(edited.text, index) == told(deck.text, index), edited.text


def spelt(text: str) -> Counter[str]:
    problems = read(text.encode("utf-8", "surrogateescape"), "").problems
    return Counter(problem.code for problem in problems if problem.code in SPELT)


def told(text: str, but: int) -> Counter[str]:
    """The problems outside one card."""
    starts = [item.line for item in items(text)]
    problems = read(text.encode("utf-8", "surrogateescape"), "").problems
    found = Counter(
        problem.code for problem in problems if bisect_right(starts, problem.where.line) - 1 != but
    )
    del found["duplicate_id"]  # an id that goes takes the warning of its twin along
    return found


def lines(text: str) -> list[str]:
    """Without spaces at their ends."""
    return [line.rstrip() for line in text.split("\n")]


def outside(deck: WrittenDeck, index: int, edited: Edited) -> None:
    """No change reaches beyond the lines of a card."""
    start, end = deck.spans[index]
    for change in edited.changes:
        assert start <= change.start <= change.end <= end, edited.text


def a_key_gets_a_value(deck: WrittenDeck, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(deck.cards) - 1))
    key, value = data.draw(st.sampled_from(KEYS)), data.draw(values)
    edited = edit(deck, lambda: set_key(deck.text, index, key, value))
    if edited is None:
        return
    outside(deck, index, edited)
    if deck.cards[index].data is None:
        return
    assert_well_spelt(deck, index, edited)
    says = item_data(deck.text, index)
    assert item_data(edited.text, index) == says | {key: value}
    old, new = list(says), list(item_data(edited.text, index))
    assert [name for name in new if name in old] == old
    written = dict(deck.cards[index].data or {})
    written["front" if key == "q" and "front" in written else key] = value
    wanted: list[Any] = list(range(len(deck.cards)))
    wanted[index] = written
    assert_cards(deck, edited, wanted)


def a_key_goes(deck: WrittenDeck, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(deck.cards) - 1))
    card = deck.cards[index].data or {}
    key = data.draw(st.sampled_from([*card, "note"]))
    name = "q" if key == "front" else key
    if card.keys() == {key}:
        with pytest.raises(QuizError):
            set_key(deck.text, index, name, None)
        return
    edited = edit(deck, lambda: set_key(deck.text, index, name, None))
    if edited is None:
        return
    outside(deck, index, edited)
    if deck.cards[index].data is None:
        return
    wanted: list[Any] = list(range(len(deck.cards)))
    wanted[index] = {other: value for other, value in card.items() if other != key}
    assert_cards(deck, edited, wanted)


def a_card_is_replaced(deck: WrittenDeck, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(deck.cards) - 1))
    edited = edit(deck, lambda: replace_item(deck.text, index, emit_item(CARD)))
    if edited is None:
        return
    outside(deck, index, edited)
    assert_cards(deck, edited, [*range(index), CARD, *range(index + 1, len(deck.cards))])
    back = edit(deck, lambda: replace_item(deck.text, index, item_source(deck.text, index)))
    assert back is None or lines(back.text) == lines(deck.text)


def a_card_is_put_in(deck: WrittenDeck, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(deck.cards)))
    edited = edit(deck, lambda: insert_item(deck.text, index, emit_item(CARD)))
    if edited is None:
        return
    assert all(change.start == change.end for change in edited.changes)
    assert_cards(deck, edited, [*range(index), CARD, *range(index, len(deck.cards))])
    back = delete_item(edited.text, index)
    assert_cards(deck, back, range(len(deck.cards)))


def a_card_goes(deck: WrittenDeck, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(deck.cards) - 1))
    edited = edit(deck, lambda: delete_item(deck.text, index))
    if edited is None:
        return
    start, end = deck.spans[index]
    for change in edited.changes:
        assert not change.text
        above = deck.text[change.start : max(start, change.start)].splitlines()
        assert all(line.lstrip().startswith("#") for line in above if line.strip())
        assert change.end <= end
    assert_cards(deck, edited, [number for number in range(len(deck.cards)) if number != index])


def a_card_moves(deck: WrittenDeck, data: st.DataObject) -> None:
    index, to = (data.draw(st.integers(0, len(deck.cards) - 1)) for _ in range(2))
    edited = edit(deck, lambda: move_item(deck.text, index, to))
    if edited is None:
        return
    wanted = [number for number in range(len(deck.cards)) if number != index]
    wanted.insert(to, index)
    assert_cards(deck, edited, wanted)
    if deck.cards[index].text == "":
        return  # in brackets there are no lines of a card
    kept = sorted(line.strip() for line in deck.text.splitlines() if line.strip())
    assert sorted(line.strip() for line in edited.text.splitlines() if line.strip()) == kept


def ids_are_pinned(deck: WrittenDeck, data: st.DataObject) -> None:
    free = [number for number, card in enumerate(deck.cards) if card.data and "id" not in card.data]
    chosen = data.draw(st.sets(st.sampled_from(free))) if free else set()
    edited = edit(deck, lambda: pin_ids(deck.text, {number: f"n{number}" for number in chosen}))
    if edited is None:
        return
    wanted: list[Any] = list(range(len(deck.cards)))
    for number in chosen:
        wanted[number] = {"id": f"n{number}", **(deck.cards[number].data or {})}
        assert next(iter(item_data(edited.text, number))) == "id"
    assert_cards(deck, edited, wanted)


def the_deck_gets_a_key(deck: WrittenDeck, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(("title", "language", "tags", "license", "sources")))
    value = data.draw(st.one_of(st.none(), texts, st.lists(texts, max_size=2)))
    if value is None and deck.text.count(f"{key}:") < 1:
        return
    edited = edit(deck._replace(exotic=True), lambda: set_header(deck.text, key, value))
    if edited is not None:
        assert_cards(deck, edited, range(len(deck.cards)))


CHECKS = (
    a_key_gets_a_value,
    a_key_goes,
    a_card_is_replaced,
    a_card_is_put_in,
    a_card_goes,
    a_card_moves,
    ids_are_pinned,
    the_deck_gets_a_key,
)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@given(st.one_of(decks(), decks(), bracket_decks()), st.data())
def test_all_else_stays(
    check: Callable[[WrittenDeck, st.DataObject], None], deck: WrittenDeck, data: st.DataObject
) -> None:
    check(deck, data)


@pytest.mark.slow
@settings(max_examples=5000)
@given(st.one_of(decks(), decks(), decks(), bracket_decks()), st.data())
def test_all_else_stays_in_5000_decks(deck: WrittenDeck, data: st.DataObject) -> None:
    for check in CHECKS:
        check(deck, data)
