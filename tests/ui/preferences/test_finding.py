"""Searching the settings."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.ui.preferences.finding import holds_all, spans, words_of

_TEXT = st.text(st.sampled_from("aÄäßİ é ﬁ-B"), max_size=12)


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("day", "Reviews a day, every DAY", ["day", "DAY"]),
        ("cafe", "Café", ["Café"]),
        ("ss", "Straße", ["ß"]),
        ("new day", "New cards a day", ["New", "day"]),
        ("aa", "aaaa", ["aaaa"]),
        ("x", "nothing", []),
        ("", "nothing", []),
    ],
)
def test_what_is_marked(typed: str, text: str, marked: list[str]) -> None:
    assert [text[at : at + length] for at, length in spans(words_of(typed), text)] == marked


@given(text=_TEXT, at=st.integers(0, 11), length=st.integers(1, 5))
@example(text="İst", at=1, length=1)
@example(text="Bİﬁ", at=1, length=1)
def test_every_part_of_a_text_is_found_in_it_and_marked(text: str, at: int, length: int) -> None:
    words = words_of(text[at : at + length])
    found = spans(words, text)
    assert holds_all(words, [text])
    assert bool(found) == bool(words)
    ends = [(start, start + size) for start, size in found]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert all(end < later for (_, end), (later, _) in pairwise(ends))


def test_each_word_may_stand_in_another_text() -> None:
    assert holds_all(words_of("dark theme"), ["Theme", "dark light"])
    assert not holds_all(words_of("dark theme"), ["Theme", "light"])
    assert not holds_all(words_of("ab"), ["a", "b"])
