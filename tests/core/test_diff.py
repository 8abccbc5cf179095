"""The alignment of two texts and its runs."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from quizapp.core.diff import Run, align, diff
from tests.strategies import texts

near = st.text("abcß", max_size=7)


def shape(typed: str, expected: str, *, case: bool = False) -> list[tuple[str, str, str]]:
    return [(run.op, run.typed, run.expected) for run in diff(typed, expected, case=case)]


@pytest.mark.parametrize(
    ("typed", "expected", "runs"),
    [
        ("Arauga", "Aragua", [("equal", "Ara", "Ara"), ("swapped", "ug", "gu"), ("equal", "a", "a")]),
        (
            "Guatemla",
            "Guatemala",
            [("equal", "Guatem", "Guatem"), ("missing", "", "a"), ("equal", "la", "la")],
        ),
        ("Oslow", "Oslo", [("equal", "Oslo", "Oslo"), ("extra", "w", "")]),
        (
            "organisation",
            "organization",
            [("equal", "organi", "organi"), ("replaced", "s", "z"), ("equal", "ation", "ation")],
        ),
        ("abXYcd", "abcd", [("equal", "ab", "ab"), ("extra", "XY", ""), ("equal", "cd", "cd")]),
        ("abcdba", "abcdab", [("equal", "abcd", "abcd"), ("swapped", "ba", "ab")]),
        (
            "badcxxxx",
            "abcdxxxx",
            [("swapped", "ba", "ab"), ("swapped", "dc", "cd"), ("equal", "xxxx", "xxxx")],
        ),
        ("Rhine", "Danube", [("replaced", "Rhine", "Danube")]),
        ("", "Oslo", [("missing", "", "Oslo")]),
        ("Oslo", "", [("extra", "Oslo", "")]),
        ("año", "ano", [("equal", "a", "a"), ("replaced", "ñ", "n"), ("equal", "o", "o")]),
        (" Oslo ", "Oslo", []),
        ("e\u0301", "é", []),
        ("", "", []),
    ],
)
def test_runs(typed: str, expected: str, runs: list[tuple[str, str, str]]) -> None:
    assert shape(typed, expected) == runs


def test_capitals_are_shown_only_where_they_count() -> None:
    assert shape("OSLO", "Oslo") == []
    assert shape("MAdrid", "Madrod") == [
        ("equal", "MAdr", "Madr"),
        ("replaced", "i", "o"),
        ("equal", "d", "d"),
    ]
    assert shape("Mcdonald", "McDonald", case=True) == [
        ("equal", "Mc", "Mc"),
        ("replaced", "d", "D"),
        ("equal", "onald", "onald"),
    ]


def test_letters_are_what_a_reader_sees() -> None:
    typed, expected = "xe\u0331🇫🇷abc", "xe\u0331🇩🇪abc"
    assert shape(typed, expected) == [
        ("equal", "xe\u0331", "xe\u0331"),
        ("replaced", "🇫🇷", "🇩🇪"),
        ("equal", "abc", "abc"),
    ]


def test_half_is_the_limit_of_a_letter_by_letter_comparison() -> None:
    assert len(diff("abXX", "abcd")) == 2
    assert diff("aXXX", "abcd") == (Run("replaced", "aXXX", "abcd"),)


def test_long_texts_are_compared_as_wholes() -> None:
    long = "abcdefghij" * 20
    assert diff("x" + long, long + "y") == (Run("replaced", "x" + long, long + "y"),)
    assert [run.op for run in diff(long + "x" + long, long + "y" + long)] == ["equal", "replaced", "equal"]


@given(texts | near, texts | near, st.booleans())
def test_runs_join_to_both_sides(typed: str, expected: str, case: bool) -> None:
    runs = diff(typed, expected, case=case)
    if runs:
        assert "".join(run.typed for run in runs) == unicodedata.normalize("NFC", typed.strip())
        assert "".join(run.expected for run in runs) == unicodedata.normalize("NFC", expected.strip())
        assert any(run.op != "equal" for run in runs)
    else:
        assert typed.strip().casefold() == expected.strip().casefold() or not typed.isascii()


@given(near, near)
def test_each_run_is_what_it_says(typed: str, expected: str) -> None:
    for run in diff(typed, expected, case=True):
        assert (run.op == "equal") == (run.typed == run.expected)
        assert (run.op == "extra") == (run.expected == "")
        assert (run.op == "missing") == (run.typed == "")
        if run.op == "swapped":
            assert len(run.typed) == 2
            assert run.typed == run.expected[::-1]


@given(near, near)
def test_neighbouring_runs_differ_in_kind_unless_swapped(typed: str, expected: str) -> None:
    ops = [run.op for run in diff(typed, expected)]
    assert all(a != b or a == "swapped" for a, b in pairwise(ops))


@given(near, near)
def test_the_alignment_is_as_short_as_the_distance(typed: str, expected: str) -> None:
    steps = align(typed, expected, str.__eq__)
    assert sum(step.op != "equal" for step in steps) == OSA.distance(typed, expected)
    assert "".join("".join(step.typed) for step in steps) == typed
    assert "".join("".join(step.expected) for step in steps) == expected


def test_among_equals_the_alignment_replaces_least() -> None:
    assert [step.op for step in align("abcx", "xabc", str.__eq__)].count("replaced") == 0
    assert [step.op for step in align("ab", "cd", str.__eq__)] == ["replaced", "replaced"]
