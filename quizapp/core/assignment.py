"""One-to-one assignment: who takes what, so that all of them together gain most."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm


def best_assignment(gains: Sequence[Sequence[Fraction]]) -> tuple[int, ...]:
    """The column of each row of a square table, so that the sum is greatest.

    Of several equally good assignments, one that leaves most rows at their own place.
    """
    size = len(gains)
    unit = lcm(*(gain.denominator for row in gains for gain in row)) * (size + 1)
    costs = [
        [-int(gain * unit) - (row == column) for column, gain in enumerate(line)]
        for row, line in enumerate(gains)
    ]
    return _cheapest(costs)


def _cheapest(costs: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The Hungarian method: rows come in one by one, each by the cheapest path of exchanges. O(n³).

    See https://cp-algorithms.com/graph/hungarian-algorithm.html; row and column 0 stand for "none".
    """
    size = len(costs)
    row_price, column_price = [0] * (size + 1), [0] * (size + 1)
    owner = [0] * (size + 1)
    """Of each column: its row."""
    for row in range(1, size + 1):
        owner[0] = row
        column, came_from = _path(costs, owner, row_price, column_price)
        while column:
            owner[column], column = owner[came_from[column]], came_from[column]
    return tuple(owner[1:].index(row) for row in range(1, size + 1))


def _path(
    costs: Sequence[Sequence[int]], owner: list[int], row_price: list[int], column_price: list[int]
) -> tuple[int, list[int]]:
    """The free column at the end of the cheapest path from column 0, and where each column was reached from.

    Moves the prices on the way, so that what is assigned stays cheapest.
    """
    columns = range(len(owner))
    slack: dict[int, int] = {}
    came_from = [0] * len(owner)
    seen = {0}
    at = 0
    while owner[at]:
        row = owner[at]
        for column in columns:
            if column not in seen:
                cost = costs[row - 1][column - 1] - row_price[row] - column_price[column]
                if column not in slack or cost < slack[column]:
                    slack[column], came_from[column] = cost, at
        at = min(slack, key=slack.__getitem__)
        step = slack.pop(at)
        for column in seen:
            row_price[owner[column]] += step
            column_price[column] -= step
        for column in slack:
            slack[column] -= step
        seen.add(at)
    return at, came_from
