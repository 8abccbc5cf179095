"""Which entry of a list stands for which item: against all ways to assign them."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds.naming import Fits, Pairing, in_any_order, in_order

fits_lists = st.integers(1, 4).flatmap(
    lambda items: st.tuples(
        st.just(items),
        st.lists(
            st.builds(Fits, st.frozensets(st.integers(0, items - 1), max_size=3), st.booleans()), max_size=4
        ),
    )
)
Worth = tuple[int, int, int]
"""Hits, those without a slip, and entries at the very place of their items."""


def worth(hits: dict[int, int], fits: list[Fits]) -> Worth:
    return len(hits), sum(not fits[at].slip for at in hits), sum(at == item for at, item in hits.items())


def found(pairing: Pairing, fits: list[Fits]) -> Worth:
    both = {**pairing.hits, **pairing.misplaced}
    assert len(set(both.values())) == len(both) == len(pairing.hits) + len(pairing.misplaced)
    assert all(item in fits[entry].items for entry, item in both.items())
    assert pairing.outright(fits) == worth(dict(pairing.hits), fits)[1]
    return worth(dict(pairing.hits), fits)


@given(fits_lists)
def test_the_assignment_is_the_best_there_is(case: tuple[int, list[Fits]]) -> None:
    items, fits = case
    places = [*range(items), *[None] * len(fits)]
    choices = [
        {at: item for at, item in enumerate(chosen) if item in fits[at].items}
        for chosen in set(permutations(places, len(fits)))
    ]
    rising = [choice for choice in choices if list(choice.values()) == sorted(choice.values())]
    assert found(in_any_order(fits, items), fits)[:2] == max(worth(choice, fits)[:2] for choice in choices)
    assert found(in_order(fits, items), fits) == max(worth(choice, fits) for choice in rising)


@given(fits_lists)
def test_what_is_out_of_order_is_a_match_of_the_rest(case: tuple[int, list[Fits]]) -> None:
    """No entry that fits an item which nothing stands for is left without one."""
    items, fits = case
    pairing = in_order(fits, items)
    taken = {*pairing.hits.values(), *pairing.misplaced.values()}
    for at, fit in enumerate(fits):
        assert at in pairing.hits or at in pairing.misplaced or fit.items <= taken
    assert in_any_order(fits, items).misplaced == {}


@pytest.mark.parametrize(
    ("fits", "hits", "misplaced"),
    [
        ([{0}, {1}, {2}], {0: 0, 1: 1, 2: 2}, {}),
        ([{2}, {0}, {1}], {1: 0, 2: 1}, {0: 2}),
        ([{0, 1}, {1, 2}, {2}], {0: 0, 1: 1, 2: 2}, {}),
        ([{1}, {1}, set()], {1: 1}, {}),
    ],
)
def test_in_order(fits: list[set[int]], hits: dict[int, int], misplaced: dict[int, int]) -> None:
    assert in_order([Fits(frozenset(items), slip=False) for items in fits], 3) == (hits, misplaced)
