"""HTML that never closes what it opens is read once, not once for each opening."""

import pytest

from quizapp.formats.from_html import from_html
from quizapp.formats.html_tree import parse
from tests.formats.fuzzing import bounded, watched

OPENINGS = [
    *(
        "<a ",
        "<a b='",
        "<!--",
        "<!-- >",
        "<![",
        "<?",
        "</",
        "<b>",
        "<li>",
        "<table>",
        "<script></",
        "&",
        "&#",
    ),
    *("\\(", "\\[", "[$]", "[$$]", "[latex]", "<anki-mathjax", "<anki-mathjax>", "*", "`", "$$", "[sound:"),
]
SIZE = 300_000
"""Characters: what takes the square of it takes minutes."""


@pytest.mark.parametrize("opening", OPENINGS)
def test_openings_without_end_take_no_square_of_time(opening: str) -> None:
    with bounded(), watched():
        from_html(opening * (SIZE // len(opening)) + "x")


def test_what_is_open_at_the_end_is_text() -> None:
    assert parse("a <b>c</b> d < e &amp; <f g").children[2:] == [" d < e & <f g"]


def test_a_comment_ends_where_it_ends() -> None:
    assert from_html("a<!-- b --> c").markdown == "a c"
    assert from_html("<b>a</b> <!-- b > c").markdown == "**a** <!-- b > c"


@pytest.mark.parametrize("odd", ["<![if x]>", "<![$$CDATA[<![CD", "<!doctype", "<![", "<!x y>"])
def test_declarations_are_passed_over(odd: str) -> None:
    assert parse(f"a{odd}").children[0] == "a" or parse(f"a{odd}").children == [f"a{odd}"]
