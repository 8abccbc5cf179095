"""Tables of HTML as rows of equal length, whatever their cells span."""

from typing import Final

from quizapp.formats.html_tree import Element

_WIDEST: Final = 50
"""Columns or rows that a cell may span."""


def grid(table: Element) -> list[list[Element | None]]:
    """The cells of a table, row by row; None where one from above or from the left goes on."""
    made: list[list[Element | None]] = []
    reaching: dict[int, int] = {}
    """Column -> rows that a cell from above still covers."""
    for cells in _rows(table):
        row: list[Element | None] = []
        for cell in cells:
            while reaching.get(len(row), 0):
                row.append(None)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for at in range(wide):
                reaching[len(row)] = high
                row.append(None if at else cell)
        reaching = {column: left - 1 for column, left in reaching.items() if left > 1}
        made.append(row)
    width = max(map(len, made), default=0)
    return [row + [None] * (width - len(row)) for row in made]


def captions(table: Element) -> list[Element]:
    """What stands above it."""
    return [child for child in table.children if isinstance(child, Element) and child.tag == "caption"]


def _span(cell: Element, name: str) -> int:
    said = cell.attributes.get(name, "").strip()
    return min(max(int(said), 1), _WIDEST) if said.isdecimal() and len(said) < 6 else 1


def _rows(table: Element) -> list[list[Element]]:
    rows: list[list[Element]] = []
    for child in table.children:
        if isinstance(child, Element):
            if child.tag == "tr":
                cells = [cell for cell in child.children if isinstance(cell, Element)]
                rows.append([cell for cell in cells if cell.tag in ("td", "th")])
            elif child.tag in ("tbody", "thead", "tfoot"):
                rows += _rows(child)
    return [row for row in rows if row]
