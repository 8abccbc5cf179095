"""The best one-to-one assignment, against trying them all."""

from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.assignment import best_assignment

gains = st.fractions(0, 1, max_denominator=4)
tables = st.integers(0, 5).flatmap(
    lambda size: st.lists(st.lists(gains, min_size=size, max_size=size), min_size=size, max_size=size)
)


def total(table: list[list[Fraction]], columns: tuple[int, ...]) -> tuple[Fraction, int]:
    """(gain, rows at their own place)."""
    at_home = sum(row == column for row, column in enumerate(columns))
    return sum((table[row][column] for row, column in enumerate(columns)), Fraction(0)), at_home


@given(tables)
def test_no_assignment_is_better(table: list[list[Fraction]]) -> None:
    found = best_assignment(table)
    assert sorted(found) == list(range(len(table)))
    assert total(table, found) == max(total(table, each) for each in permutations(range(len(table))))


def test_many_are_assigned() -> None:
    size = 40
    table = [[Fraction(row * column % 7, 7) for column in range(size)] for row in range(size)]
    assert sorted(best_assignment(table)) == list(range(size))
    moved = [[Fraction((row + 1) % size == column) for column in range(size)] for row in range(size)]
    assert best_assignment(moved) == (*range(1, size), 0)
