"""How two texts differ, letter by letter: an alignment that knows swapped neighbours.

It minimises edits (optimal string alignment: extra, missing, replaced, swapped neighbours, one each), and
among equals replacements. rapidfuzz tells the distance, not the alignment.
"""

import unicodedata
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from msgspec import Struct

from quizapp.core.text import clusters

Op = Literal["equal", "extra", "missing", "replaced", "swapped"]

_EDIT = 1 << 16
_LARGEST = 20_000
"""Cells of the table; above it the texts are compared as wholes (some 10 ms)."""


class Run(Struct, frozen=True, array_like=True):
    """A stretch of a diff. `typed` and `expected` hold the graphemes of either side (one may be empty)."""

    op: Op
    typed: str
    expected: str


class Step(NamedTuple):
    """One step of an alignment: what each side has there."""

    op: Op
    typed: tuple[str, ...]
    expected: tuple[str, ...]


def align(typed: Sequence[str], expected: Sequence[str], same: Callable[[str, str], bool]) -> list[Step]:
    """The cheapest way from what was typed to what was expected, in order."""
    cost = _costs(typed, expected, same)
    steps: list[Step] = []
    i, j = len(typed), len(expected)
    while i or j:
        op, di, dj = next(
            (op, di, dj)
            for op, di, dj, price in _moves(typed, expected, i, j, same)
            if cost[i - di][j - dj] + price == cost[i][j]
        )
        steps.append(Step(op, tuple(typed[i - di : i]), tuple(expected[j - dj : j])))
        i, j = i - di, j - dj
    return steps[::-1]


def _costs(
    typed: Sequence[str], expected: Sequence[str], same: Callable[[str, str], bool]
) -> list[list[int]]:
    cost = [[0] * (len(expected) + 1) for _ in range(len(typed) + 1)]
    for i in range(len(typed) + 1):
        for j in range(len(expected) + 1):
            if i or j:
                cost[i][j] = min(
                    cost[i - di][j - dj] + price for _, di, dj, price in _moves(typed, expected, i, j, same)
                )
    return cost


def _moves(
    typed: Sequence[str], expected: Sequence[str], i: int, j: int, same: Callable[[str, str], bool]
) -> list[tuple[Op, int, int, int]]:
    """(op, letters typed, letters expected, price) of each step that may end at (i, j)."""
    moves: list[tuple[Op, int, int, int]] = []
    if i and j:
        equal = same(typed[i - 1], expected[j - 1])
        moves.append(("equal", 1, 1, 0) if equal else ("replaced", 1, 1, _EDIT + 1))
        if i > 1 and j > 1 and not equal and _swapped(typed[i - 2 : i], expected[j - 2 : j], same):
            moves.append(("swapped", 2, 2, _EDIT))
    if i:
        moves.append(("extra", 1, 0, _EDIT))
    if j:
        moves.append(("missing", 0, 1, _EDIT))
    return moves


def _swapped(typed: Sequence[str], expected: Sequence[str], same: Callable[[str, str], bool]) -> bool:
    return same(typed[0], expected[1]) and same(typed[1], expected[0])


def diff(typed: str, expected: str, *, case: bool = False) -> tuple[Run, ...]:
    """The alignment of two texts as typed, to be shown; empty if nothing differs.

    case: True shows capitals as differences. Texts that have less than half in common are one replaced run:
    a letter-by-letter comparison would be noise.
    """

    def same(a: str, b: str) -> bool:
        return a == b or (not case and a.casefold() == b.casefold())

    a, b = (clusters(unicodedata.normalize("NFC", text.strip())) for text in (typed, expected))
    head = _shared(a, b, same)
    tail = _shared(a[head:][::-1], b[head:][::-1], same)
    middle_a, middle_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if not middle_a and not middle_b:
        return ()
    whole: list[Step] = [Step("replaced" if a and b else "extra" if a else "missing", tuple(a), tuple(b))]
    if len(middle_a) * len(middle_b) > _LARGEST:
        return _runs(whole)
    steps = [Step("equal", (x,), (y,)) for x, y in zip(a[:head], b[:head], strict=True)]
    steps += align(middle_a, middle_b, same)
    steps += [Step("equal", (x,), (y,)) for x, y in zip(a[len(a) - tail :], b[len(b) - tail :], strict=True)]
    edits = sum(step.op != "equal" for step in steps)
    return _runs(steps if 2 * edits <= max(len(a), len(b)) else whole)


def _shared(a: Sequence[str], b: Sequence[str], same: Callable[[str, str], bool]) -> int:
    """Length of the shared beginning."""
    pairs = zip(a, b, strict=False)
    return next((index for index, (x, y) in enumerate(pairs) if not same(x, y)), min(len(a), len(b)))


def _runs(steps: Sequence[Step]) -> tuple[Run, ...]:
    """Neighbouring steps of one kind are one run; each swapped pair stays a run of its own."""
    runs = []
    for (op, _), group in groupby(
        enumerate(steps), key=lambda item: (item[1].op, item[0] if item[1].op == "swapped" else -1)
    ):
        members = [step for _, step in group]
        typed = "".join(letter for step in members for letter in step.typed)
        expected = "".join(letter for step in members for letter in step.expected)
        runs.append(Run(op, typed, expected))
    return tuple(runs)
