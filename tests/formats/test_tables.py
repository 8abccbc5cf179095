"""Rows and values of tables: what was written comes back, what is broken costs its line, time is linear."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.tables import excel_separator, guess_row_end, guess_separator, rows

_values = st.text(st.sampled_from('ab"\n,;\t|=- x'), max_size=8)
_tables = st.lists(
    st.lists(_values, min_size=2, max_size=4).filter(lambda row: any(cell.strip() for cell in row)),
    max_size=5,
)


@given(_tables, st.sampled_from("\t,;|"))
def test_what_a_program_writes_comes_back(table: list[list[str]], separator: str) -> None:
    out = StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows(table)
    found = list(rows(out.getvalue(), separator))
    assert [row.cells for row in found] == table
    assert not any(row.quote_open for row in found)


@given(st.text(st.sampled_from('a"\n, '), max_size=60))
def test_every_line_is_in_one_row(text: str) -> None:
    found = list(rows(text, ","))
    lines = [row.line for row in found]
    assert lines == sorted(set(lines))
    seen = {line for row in found for line in range(row.line, row.line + row.raw.count("\n") + 1)}
    told = {
        at for at, line in enumerate(text.split("\n"), 1) if line.replace(",", "").replace('"', "").strip()
    }
    assert told <= seen


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('"a, b" , "c"', [["a, b", "c"]]),
        ('"a "q" b",c', [['a "q" b', "c"]]),
        ('x,"y ""z"""', [["x", 'y "z"']]),
        ('5" nail,x', [['5" nail', "x"]]),
        ('"a\nb",c', [["a\nb", "c"]]),
    ],
)
def test_quotes_as_people_write_them(text: str, cells: list[list[str]]) -> None:
    assert [row.cells for row in rows(text, ",")] == cells


def test_a_quote_that_never_closes_costs_its_own_line():
    found = list(rows('a,b\n"open,c\n"d","e"\n', ","))
    assert [(row.line, row.quote_open) for row in found] == [(1, False), (2, True), (3, False)]
    assert found[2].cells == ["d", "e"]


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a\tb, c\nd\te\n", "\t"),
        ("a;b,c\nd;e\n", ";"),
        ("one - two, three\nfour - five\n", " - "),
        ("word: a, b\nother: c\n", ": "),
        ("alone\n", ","),
        ("a = b\nc = d\n", " = "),
    ],
)
def test_the_separator_that_splits_most_rows_alike(text: str, separator: str) -> None:
    assert guess_separator(text) == separator


def test_cards_in_one_line_as_quizlet_exports_them():
    assert guess_row_end("dog,perro;cat,gato", ",") == ";"
    assert guess_row_end("dog,perro;cat,gato\ncow,vaca", ",") == "\n"
    assert [row.cells for row in rows("a-1\n\nb-2", "-", "\n\n")] == [["a", "1"], ["b", "2"]]


def test_what_stands_behind_a_soft_sign_is_the_second_side():
    assert [row.cells for row in rows("a - b - c", " - ")] == [["a", "b - c"]]


def test_excel_names_its_separator():
    assert excel_separator("sep=;\na;b\n") == ";"
    assert excel_separator("separate\n") == ""


@pytest.mark.parametrize(
    "hostile",
    ['"a' * 60_000, '"x,' * 60_000, '"x\n' + '""y\n' * 40_000, '"' * 200_000, '"   ' * 50_000, " ," * 90_000],
)
def test_hostile_quotes_take_no_longer_than_others(hostile: str) -> None:
    """Would take minutes if it were not linear."""
    assert sum(1 for _ in rows(hostile, ",")) >= 0
