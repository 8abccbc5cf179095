"""Holes made and opened: what is hidden is what was marked, and opening gives the text back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.hole_edits import make_hole, open_hole
from quizapp.core.kinds.holes import holes

PLAIN = st.text(st.characters(categories=["L", "N", "Zs"]), max_size=20)


@given(PLAIN, PLAIN, PLAIN)
def test_a_hole_hides_what_was_marked_and_opens_again(before: str, hidden: str, after: str) -> None:
    text = before + hidden + after
    made = make_hole(text, len(before), len(before) + len(hidden))
    if not hidden.strip():
        return
    assert made is not None
    assert made.text[made.start : made.end] == hidden.strip()
    (hole,) = holes(made.text).holes
    assert hole.hidden == hidden.strip()
    assert open_hole(made.text, 0) == text


@pytest.mark.parametrize(
    ("text", "marked", "made"),
    [
        ("The Danube flows", "Danube", "The {{Danube}} flows"),
        ("{{c1::a}} b c", "b", "{{c1::a}} {{c2::b}} c"),
        ("{{a}} b", "b", "{{a}} {{b}}"),
        ("run `x = 1` now", "1", "run `x = {{c1::1}}` now"),
        ("$x^2$", "2", "$x^{{c1::2}}$"),
    ],
)
def test_numbers_go_on(text: str, marked: str, made: str) -> None:
    at = text.rindex(marked)
    found = make_hole(text, at, at + len(marked))
    assert found is not None
    assert found.text == made


def test_without_a_mark_the_word_at_the_caret_is_hidden() -> None:
    found = make_hole("the Black Sea", 6, 6)
    assert found is not None
    assert found.text == "the {{Black}} Sea"


@pytest.mark.parametrize(("text", "start", "end"), [("a  b", 2, 2), ("{{a}} b", 2, 3), ("{{a}} b", 0, 7)])
def test_what_cannot_be_hidden_stays(text: str, start: int, end: int) -> None:
    assert make_hole(text, start, end) is None


def test_a_hint_goes_with_its_hole() -> None:
    assert open_hole("{{a :: b}} and {{c2::d}}", 1) == "{{a :: b}} and d"
    assert open_hole("{{a :: b}} and {{c2::d}}", 0) == "a and {{c2::d}}"
