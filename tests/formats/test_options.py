"""Which options are right, however it is said; labels that only count go, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.options import by_letter, by_number, first_number, indexes, split, unlabelled

OPTIONS = ("Oslo", "Bergen", "Bodø", "Tromsø")


@pytest.mark.parametrize(
    ("said", "places"),
    [
        (["Bergen"], {1}),
        (["bergen "], {1}),
        (["B"], {1}),
        (["b)"], {1}),
        (["(B)"], {1}),
        (["option B"], {1}),
        (["answer_b"], {1}),
        (["2"], {1}),
        (["B. Bergen"], {1}),
        (["2) Bergen"], {1}),
        (["A, C"], {0, 2}),
        (["A and C"], {0, 2}),
        (["1;3"], {0, 2}),
        (["ACD"], {0, 2, 3}),
        (["Oslo", "C"], {0, 2}),
        (["E"], None),
        (["9"], None),
        (["Rome"], None),
        (["A", "Rome"], None),
        (["C. Bergen"], None),
        ([], set()),
    ],
)
def test_what_is_said_names_options_or_nothing(said: list[str], places: set[int] | None) -> None:
    assert indexes(OPTIONS, said, first=1) == places


@given(st.integers(0, 3), st.sampled_from([0, 1]))
def test_a_number_counts_from_where_it_is_said_to(place: int, first: int) -> None:
    assert indexes(OPTIONS, [str(place + first)], first=first) == {place}
    assert by_number(str(place + first), 4, first) == place
    assert by_letter("ABCD"[place], 4) == place
    assert by_number(str(4 + first), 4, first) is None


@given(
    st.lists(st.sampled_from(["x", "y z", "3", "A"]), min_size=1, unique=True),
    st.sampled_from([".", ")", ":", "、", ". "]),
)
def test_labels_go_if_they_count_all_options(texts: list[str], sign: str) -> None:
    labelled = [f"{'ABCDEF'[at]}{sign}{text}" for at, text in enumerate(texts)]
    assert unlabelled(labelled) == texts
    assert split(labelled, [labelled[-1]]) == split(texts, [texts[-1]])


@pytest.mark.parametrize("options", [["A. x", "y"], ["1.5", "2.5"], ["B. x", "A. y"], ["a", "b"], []])
def test_what_only_looks_like_labels_stays(options: list[str]) -> None:
    assert unlabelled(options) == options


def test_a_source_that_says_0_counts_from_0() -> None:
    assert first_number([(3, ["0"]), (3, ["2"])]) == 0
    assert first_number([(3, ["1"]), (3, ["3"])]) == 1
