"""Lines of a source that are read otherwise than they stand there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.base import Source
from quizapp.formats.line_edits import lines_at, other_separator, resplit, with_lines
from quizapp.formats.tables import rows

LINE = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=12)
CELLS = st.lists(
    LINE.map(str.strip).filter(lambda cell: cell and ";" not in cell and '"' not in cell),
    min_size=2,
    max_size=5,
)


@given(st.lists(LINE, min_size=1, max_size=8), st.data())
def test_one_line_is_another_and_all_others_stay(lines: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(lines)))
    mended = data.draw(LINE)
    source = Source("a.csv", "\n".join(lines).encode())
    found = with_lines(source, {number: mended}, "utf-8")
    expected = [*lines[: number - 1], mended, *lines[number:]]
    assert found.data.decode() == "\n".join(expected).removeprefix("\ufeff")
    assert with_lines(source, {}) is source


def test_the_encoding_stays_where_it_can() -> None:
    source = Source("a.csv", "caf\xe9;x\r\nthe;y".encode("cp1252"))
    assert with_lines(source, {2: "th\xe9;y"}, "cp1252").data == b"caf\xe9;x\nth\xe9;y"
    assert with_lines(source, {2: "дом;y"}, "cp1252").data == "café;x\nдом;y".encode()
    assert lines_at(source, (1, 2, 3, 0), "cp1252") == {1: "café;x", 2: "the;y"}


def test_a_number_beyond_the_end_changes_nothing() -> None:
    source = Source("a.csv", b"one\ntwo")
    assert with_lines(source, {0: "x", 3: "y"}).data == source.data


@pytest.mark.parametrize(
    ("line", "present", "sign"),
    [
        ("el perro;the dog", ",", ";"),
        ("a\tb", ",", "\t"),
        ("a|b|c", ",", "|"),
        ("a;", ",", ""),
        ("nothing", ",", ""),
        ("a,b", ",", ""),
    ],
)
def test_the_other_sign(line: str, present: str, sign: str) -> None:
    assert other_separator(line, present) == sign


@given(CELLS)
def test_a_line_that_is_split_anew_reads_as_its_values(cells: list[str]) -> None:
    line = resplit(";".join(cells), ";", ",")
    (row,) = rows(line, ",")
    assert row.cells == cells
