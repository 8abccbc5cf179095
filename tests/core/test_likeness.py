"""How alike texts are: what an edit keeps, and what another card of the same mould shares."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.likeness import FEW, LONGEST, Weights, matches, ratio, score

CAPITALS = [
    f"what is the capital of {name}?\n{city}"
    for name, city in (
        ("norway", "oslo"),
        ("sweden", "stockholm"),
        ("denmark", "copenhagen"),
        ("finland", "helsinki"),
        ("iceland", "reykjavik"),
        ("estonia", "tallinn"),
    )
]
WEIGHTS = Weights(CAPITALS)
TEXTS = st.text("ab 12é挪", max_size=12)


@given(TEXTS, TEXTS)
def test_scores_lie_between_0_and_1_and_do_not_ask_who_comes_first(one: str, other: str) -> None:
    weights = Weights([one, other])
    assert 0 <= score(one, other, weights) <= 1
    assert score(one, other, weights) == pytest.approx(score(other, one, weights))
    assert ratio(one, one) == 1


def test_a_typo_counts_less_than_another_word() -> None:
    typo = score(CAPITALS[0], CAPITALS[0].replace("norway", "norwey"), WEIGHTS)
    other = score(CAPITALS[0], CAPITALS[1], WEIGHTS)
    assert ratio(CAPITALS[0], CAPITALS[1]) > 0.65
    assert typo > 0.9
    assert other < 0.7


def test_numbers_are_equal_or_not() -> None:
    weights = Weights(["the year 1989", "the year 1789"])
    assert weights.kept("1989", "1989") == 1
    assert weights.kept("1989", "1789") == 0


@pytest.mark.parametrize(
    ("one", "other", "swapped"),
    [
        ("the capital of norway", "the capital of sweden", True),
        ("the capital of norway", "the capital of norwey", False),
        ("the capital of norway", "the capital of norway again", False),
        ("norway and norway", "norway and sweden", True),
        ("the capital of norway", "a capital for norway", False),
        ("the year 1989", "the year 1789", True),
        ("", "norway", False),
    ],
)
def test_a_telling_word_in_the_place_of_another(one: str, other: str, swapped: bool) -> None:
    usual = ["the a of for and year"] * 20
    assert Weights([*usual, *CAPITALS]).swapped(one, other) is swapped
    assert Weights([*usual, *CAPITALS]).swapped(other, one) is swapped


def test_where_much_is_mistyped_words_may_differ_more() -> None:
    weights = Weights(["a"] * 9)
    assert weights.swapped("bern", "brno")
    assert not weights.swapped("bern lies upon a rivar", "brno leis upn a rivre")


def test_words_less_alike_than_wanted_are_not_found() -> None:
    weights = Weights(["x"] * 3)
    assert weights.kept("ghent", "greta") > 0
    assert weights.kept("ghent", "greta", 0.8) == 0
    assert weights.kept("seville", "sevilla", 0.8) > 0.8


def test_texts_of_one_note_still_weigh() -> None:
    assert Weights(["the danube"]).kept("the danube", "the danube") == 1


def test_a_language_without_spaces_is_compared_by_its_letters() -> None:
    weights = Weights(["挪威的首都是什么", "瑞典的首都是什么"])
    assert weights.kept("挪威的首都是什么", "瑞典的首都是什么") < 0.7
    assert weights.kept("挪威的首都", "挪威的首都是什么") > 0.7


def test_matches_are_the_likest_few() -> None:
    found = matches(["what is the capital of norwey?\noslo"], CAPITALS, WEIGHTS, 0.4)
    assert 1 < len(found) <= FEW
    assert max(found).old == 0
    assert matches(["zzz"], CAPITALS, WEIGHTS, 0.4) == []


def test_one_among_thousands_is_found() -> None:
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefgh", k=5)) for _ in range(300)]
    old = [f"what does {' '.join(chance.sample(words, 4))} mean?" for _ in range(3000)]
    new = old[1234].replace("what does", "wht doos")
    assert max(matches([new], old, Weights(old), 0.4)).old == 1234


def test_of_very_long_texts_the_first_words_are_compared_one_by_one() -> None:
    head, weights = " ".join(f"w{number}" for number in range(LONGEST)), Weights(["w0"])
    one, other = f"{head} alpha beta", f"{head} gamma delta"
    assert (weights.kept(one, other), weights.swapped(one, other)) == (1, False)
    assert weights.kept(f"alpha {head}", f"gamma {head}") < 1
    assert ratio(one, other) < score(one, other, weights) < 1
