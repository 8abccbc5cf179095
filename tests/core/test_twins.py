"""Texts that say nearly the same are found, and no others."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.likeness import Weights, score
from quizapp.core.twins import ALIKE, twins

WORDS = ("river", "danube", "rhine", "elbe", "flows", "through", "city", "budapest", "vienna", "of")
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), max_size=14)


def test_equal_texts_and_a_slip_of_the_pen() -> None:
    texts = [
        "which river flows through budapest danube",
        "what is the capital of norway oslo",
        "which river flows trough budapest danube",
        "what is the capital of norway oslo",
        "what is the capital of sweden stockholm",
    ]
    assert twins(texts) == ((0, 2), (1, 3))


def test_texts_that_differ_in_what_tells_them_apart_are_no_twins() -> None:
    places = ["sinaloa", "jalisco", "el salvador", "durango", "chiapas"]
    assert twins([f"find its mark on the map {place}" for place in places]) == ()


def test_another_year_is_another_question() -> None:
    texts = [f"what happened in the year {year} in this country" for year in range(1900, 1960)]
    assert twins(texts) == ()


def test_texts_without_words_are_no_twins() -> None:
    assert twins(["", " ", ""]) == ()
    assert twins([]) == ()


@given(TEXTS)
def test_equal_texts_are_always_found(texts: list[str]) -> None:
    group_of = {index: at for at, group in enumerate(twins(texts)) for index in group}
    for one, other in combinations(range(len(texts)), 2):
        if texts[one] == texts[other] and texts[one]:
            assert group_of[one] == group_of[other]


@given(TEXTS)
def test_each_of_a_group_is_like_another_of_it(texts: list[str]) -> None:
    groups = twins(texts)
    assert [index for group in groups for index in group] == list(dict.fromkeys(i for g in groups for i in g))
    if groups:
        weights = Weights(list(dict.fromkeys(text for text in texts if text.strip())))
        for group in groups:
            for index in group:
                others = (texts[other] for other in group if other != index)
                assert max(score(texts[index], other, weights) for other in others) >= ALIKE


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    twins([f"text number {at}" for at in range(5)], lambda done, total: told.append((done, total)))
    assert told == [(0, 5)]


@pytest.mark.parametrize("count", [2, 200])
def test_many_equal_ones_are_one_group(count: int) -> None:
    assert twins(["the same words over and over"] * count) == (tuple(range(count)),)
