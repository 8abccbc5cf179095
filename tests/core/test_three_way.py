"""What changed there and not here is taken over; what I changed stays, whatever they did."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.three_way import Clash, merge

CARDS = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["", "x", "y", "z"]))
Card = dict[str, str]


def merged(base: Card | None, mine: Card, theirs: Card) -> Card:
    made: dict[str, str | None] = {**mine, **merge(base, mine, theirs).changes}
    return {key: value for key, value in made.items() if value is not None}


def changed(one: Mapping[str, str], other: Mapping[str, str]) -> set[str]:
    return {key for key in {*one, *other} if one.get(key) != other.get(key)}


@given(CARDS, CARDS, CARDS)
def test_nothing_of_mine_is_overwritten_and_theirs_taken_where_i_did_not_touch(
    base: Card, mine: Card, theirs: Card
) -> None:
    made = merged(base, mine, theirs)
    ours, there = changed(base, mine), changed(base, theirs)
    assert all(made.get(key) == mine.get(key) for key in ours)
    assert all(made.get(key) == theirs.get(key) for key in there - ours)
    assert {clash.key for clash in merge(base, mine, theirs).clashes} == {
        key for key in ours & there if mine.get(key) != theirs.get(key)
    }


@given(CARDS, CARDS, CARDS)
def test_the_same_version_once_more_changes_nothing_and_clashes_once(
    base: Card, mine: Card, theirs: Card
) -> None:
    again = merge(theirs, merged(base, mine, theirs), theirs)
    assert again.changes == {}
    assert again.clashes == ()


@given(CARDS, CARDS)
def test_without_a_known_version_all_of_mine_stays(mine: Card, theirs: Card) -> None:
    made = merged(None, mine, theirs)
    assert made == {**theirs, **mine}
    assert merged(made, made, theirs) == theirs  # as it was imported: it is theirs again


@given(CARDS, CARDS)
def test_one_side_alone_wins(base: Card, other: Card) -> None:
    assert merged(base, base, other) == other
    assert merged(base, other, base) == other
    assert merge(base, other, other) == merge(None, other, other)


def test_a_clash_says_both_sides() -> None:
    base, mine, theirs = {"q": "1", "hint": "h"}, {"q": "2", "hint": "h"}, {"q": "3"}
    found = merge(base, mine, theirs)
    assert found.clashes == (Clash("q", "2", "3"),)
    assert found.changes == {"hint": None}
