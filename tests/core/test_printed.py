"""Versions of a paper: other orders, the same questions, one key."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.deck import Citation, Source
from quizapp.core.printed import (
    VERSIONS,
    KeyLine,
    cited,
    key_lines,
    printed,
    split_version,
    version,
    version_code,
)
from tests.core.papers import paper
from tests.course import COURSE, EXAMPLES

CODE = "kite-8402"
QUESTIONS = tuple(one for path in EXAMPLES for one in paper(path))


def versions(shuffle: bool = True):  # type: ignore[no-untyped-def]
    codes = [version_code(CODE, letter) for letter in VERSIONS]
    return [printed(version(QUESTIONS, code, shuffle=shuffle)) for code in codes]


@given(st.text("kite-8402 bD", min_size=1), st.sampled_from(VERSIONS))
def test_a_version_is_a_code_that_names_it(code: str, letter: str):
    base, _ = split_version(code)
    again = version_code(code, letter)
    assert version_code(again, letter) == again or split_version(base) != (base, "A")
    if letter != "A":
        assert split_version(again) == (base, letter)


def test_codes_in_words():
    assert split_version("kite-8402") == ("kite-8402", "A")
    assert split_version("kite-8402-B") == ("kite-8402", "B")
    assert split_version("kite-8402-e") == ("kite-8402-e", "A")
    assert version_code("kite-8402-b", "A") == "kite-8402"
    assert version_code("kite-8402", "C") == "kite-8402-c"


def test_version_a_is_the_paper_as_it_is():
    assert version(QUESTIONS, CODE, shuffle=True) == QUESTIONS


def test_versions_hold_the_same_questions_in_another_order():
    found = versions()
    orders = [[one.posed.card_id for one in one_version] for one_version in found]
    assert all(sorted(order) == sorted(orders[0]) for order in orders)
    assert len({tuple(order) for order in orders}) == len(VERSIONS)


def test_without_shuffling_only_what_is_in_the_questions_is_mixed():
    found = versions(shuffle=False)
    for first, second in pairwise(found):
        assert [one.posed.card_id for one in first] == [one.posed.card_id for one in second]
        assert any(one.form.key != other.form.key for one, other in zip(first, second, strict=True))


def test_one_key_tells_where_each_question_stands_and_its_letter():
    found = versions()
    lines: tuple[KeyLine, ...] = key_lines(found)
    assert len(lines) == len(QUESTIONS)
    for line in lines:
        for number, key, one_version in zip(line.numbers, line.keys, found, strict=True):
            one = one_version[number - 1]
            assert one.posed.card_id == line.posed.card_id
            assert one.form.key == key
    assert key_lines([]) == ()


@pytest.mark.parametrize("path", COURSE, ids=lambda path: path.stem)
def test_a_paper_is_always_the_same(path):  # type: ignore[no-untyped-def]
    one, other = printed(paper(path)), printed(paper(path))
    assert one == other
    assert all(line.expected for line in key_lines([one]))


def test_a_source_in_words():
    posed = QUESTIONS[0]
    named = Citation("essay", "page 3")
    assert cited(posed, Citation("A book", "p. 2")) == "A book, p. 2"
    known = posed.__class__(
        card_id="x", seed=1, note=posed.note, deck="", path="",
        sources={"essay": Source(title="On ships", author="A. Writer"), "web": Source(url="https://x.org")},
    )  # fmt: skip
    assert cited(known, named) == "A. Writer, On ships, page 3"
    assert cited(known, Citation("web")) == "https://x.org"
