"""Where the letters of a diff stand: cells that hold both sides, broken into lines."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

import regex
from msgspec import Struct

from quizapp.core.kinds.base import Run
from quizapp.core.text import clusters

CELL_PAD = 1.5
"""A letter that differs gets this much at each side, px."""
_NARROWEST = "n"
"""No cell of a letter that differs is narrower than this one: a mark on an i must be seen."""
_BY_LETTER = 6
"""Replaced stretches of at most so many letters, as many on both sides, are compared letter by letter."""
_WORDS = regex.compile(r"\S+\s*|\s+")

Measure = Callable[[str], float]
"""Width of a text in px."""


class Cell(Struct, frozen=True):
    """A place for a letter or word of either side, one above the other."""

    run: int
    """Number of the run it belongs to: neighbours of one run share their fill."""
    op: str
    typed: str
    expected: str
    width: float


class Line(Struct, frozen=True):
    """Cells side by side; `lefts` are their left edges in px from where the line begins."""

    cells: tuple[Cell, ...]
    lefts: tuple[float, ...]

    @property
    def width(self) -> float:
        return self.lefts[-1] + self.cells[-1].width if self.cells else 0.0

    def stretches(self) -> Iterator[tuple[Cell, float, float, int]]:
        """(first cell, left, right, how many cells) of each run's part in this line."""
        at = 0
        while at < len(self.cells):
            end = at
            while end < len(self.cells) and self.cells[end].run == self.cells[at].run:
                end += 1
            right = self.lefts[end - 1] + self.cells[end - 1].width
            yield self.cells[at], self.lefts[at], right, end - at
            at = end


def cells_of(runs: Sequence[Run], measure: Measure) -> list[Cell]:
    """The cells of an alignment, in reading order."""
    cells = []
    for number, run in enumerate(runs):
        differs = run.op != "equal"
        least = measure(_NARROWEST) if differs else 0
        for typed, expected in _pairs(run):
            width = max(measure(typed), measure(expected), least) + 2 * CELL_PAD * differs
            cells.append(Cell(number, run.op, typed, expected, width))
    return cells


def _pairs(run: Run) -> Iterator[tuple[str, str]]:
    typed, expected = clusters(run.typed), clusters(run.expected)
    longest = max(len(typed), len(expected))
    by_letter = len(typed) == len(expected) and longest <= _BY_LETTER
    if run.op in ("extra", "missing", "swapped") or (run.op == "replaced" and by_letter):
        return zip_longest(typed, expected, fillvalue="")
    return zip_longest(_WORDS.findall(run.typed), _WORDS.findall(run.expected), fillvalue="")


def fitted(cells: Sequence[Cell], measure: Measure, width: float) -> Iterator[Cell]:
    """The cells, those of words too long for a line of `width` px cut between letters."""
    for cell in cells:
        if cell.width <= width:
            yield cell
        else:
            yield from _cut(cell, measure, width)


def _cut(cell: Cell, measure: Measure, width: float) -> Iterator[Cell]:
    pad = 2 * CELL_PAD * (cell.op != "equal")
    widths: dict[str, float] = {"": 0.0}
    typed = expected = ""
    used = pad
    for pair in zip_longest(clusters(cell.typed), clusters(cell.expected), fillvalue=""):
        for letter in pair:
            if letter not in widths:
                widths[letter] = measure(letter)
        letters = max(widths[letter] for letter in pair)
        if used + letters > width and used > pad:
            yield Cell(cell.run, cell.op, typed, expected, used)
            typed, expected, used = "", "", pad
        typed, expected, used = typed + pair[0], expected + pair[1], used + letters
    yield Cell(cell.run, cell.op, typed, expected, used)


def side_by_side(typed: str, expected: str, measure: Measure, width: float) -> list[Line]:
    """Lines of two texts that are not compared: each is broken for itself."""
    sides = [
        ["".join(cell.typed for cell in line.cells) for line in lines_of(runs, measure, width)]
        for runs in ((Run("equal", text, text),) for text in (typed, expected))
    ]
    return [
        Line((Cell(0, "equal", first, second, max(measure(first), measure(second))),), (0.0,))
        for first, second in zip_longest(*sides, fillvalue="")
    ]


def lines_of(runs: Sequence[Run], measure: Measure, width: float) -> list[Line]:
    """An alignment in lines of a width in px."""
    return break_lines([*fitted(cells_of(runs, measure), measure, width)], width)


def break_lines(cells: Sequence[Cell], width: float) -> list[Line]:
    """Fill lines of a width in px, breaking only where a word ends if there is such a place."""
    lines: list[Line] = []
    rest = list(cells)
    while rest:
        count = _fitting(rest, width)
        lines.append(_line(rest[:count]))
        rest = rest[count:]
    return lines or [Line((), ())]


def _fitting(cells: Sequence[Cell], width: float) -> int:
    used, word_end = 0.0, 0
    for count, cell in enumerate(cells):
        used += cell.width
        if used > width and count:
            return word_end or count
        if (cell.expected or cell.typed)[-1:].isspace():
            word_end = count + 1
    return len(cells)


def _line(cells: Sequence[Cell]) -> Line:
    lefts, left = [], 0.0
    for cell in cells:
        lefts.append(left)
        left += cell.width
    return Line(tuple(cells), tuple(lefts))


def right_to_left(text: str) -> bool:
    """True if the first letter with a direction runs from right to left."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind in ("R", "AL") for kind in strong if kind in ("L", "R", "AL")), False)
