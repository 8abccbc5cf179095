"""The text that the parser sees: as long as the file's, without what YAML would trip over."""

from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.deck_text import DeckText, shorten
from quizapp.formats.yaml_nodes import compose


@given(st.text(st.sampled_from("- q:ax|>\n\r\t \x00\x07\x85\xa0\u200b\u2028\u3000\ufeff\ufffe\udc80é😀")))
def test_the_copy_has_the_same_offsets(text: str) -> None:
    file = DeckText("d", text)
    assert len(file.copy) == len(text)
    for old, new in zip(text, file.copy, strict=True):
        assert old == new or new in " \ufffd\n"
    with suppress(yaml.MarkedYAMLError):
        compose(file.copy)
    for problem in file.problems:
        assert problem.fix is None or ord(text[problem.fix.start]) == int(problem.args["character"][2:], 16)


@given(st.text(st.sampled_from("ab\n"), min_size=1), st.data())
def test_places_count_from_one(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    where = DeckText("d", text).where(offset)
    lines = text[:offset].split("\n")
    assert (where.file, where.line, where.column) == ("d", len(lines), len(lines[-1]) + 1)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("- q: a\u00a0b\u200bc\u3000d", []),
        ("- q: |\n    \u00a0a\n\n    \u00a0b\n  a: c", []),
        ("- q: |\n    a\n\u00a0 a: c", ["odd_space"]),
        ("-\u00a0-\u2003q:\u200ba", ["odd_space", "odd_space", "zero_width"]),
        ("\u2060- q: a\u2029", ["zero_width", "line_separator"]),
        ("- q: a\x7f", ["control_character"]),
    ],
)
def test_only_what_stands_in_the_structure_is_replaced(text: str, codes: list[str]) -> None:
    assert [problem.code for problem in DeckText("d", text).problems] == codes


def test_many_odd_characters_are_not_told_one_by_one() -> None:
    problems = DeckText("d", "\x07" * 500).problems
    assert len(problems) == 101
    assert (problems[-1].code, problems[-1].args["count"]) == ("more_odd_characters", "400")


def test_shorten() -> None:
    assert shorten(" a\n  b ") == "a b"
    assert shorten("x" * 61) == "x" * 59 + "…"
