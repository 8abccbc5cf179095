"""The numbers of a chart as a table: for the screen, for paper, and for other programs."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import NamedTuple


class Column(NamedTuple):
    """What stands in a column."""

    title: str
    figures: bool = True
    """Numbers: they end where the column ends."""
    role: str = "small"
    token: str = "text"
    silent: bool = False
    """Its title is not painted: the column before says what it is."""


class Figure(NamedTuple):
    """A number in a table."""

    raw: object
    """For other programs: a number, an ISO date or a word; None for nothing."""
    words: str


Row = tuple[Figure, ...]


class Table(NamedTuple):
    """Columns and their rows; the first column says what a row is about."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def named(text: str) -> Figure:
    """A word that is the same for everybody."""
    return Figure(text, text)


def row_words(table: Table, row: int) -> str:
    """A row, read aloud."""
    first, *rest = zip(table.columns, table.rows[row], strict=True)
    said = [f"{column.title}: {figure.words}" for column, figure in rest if figure.words]
    return ", ".join((first[1].words, *said))


def to_csv(table: Table) -> bytes:
    """RFC 4180 in UTF-8, with a header and plain numbers."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.title for column in table.columns])
    writer.writerows(_raws(table.rows))
    return out.getvalue().encode()


def _raws(rows: Iterable[Row]) -> Iterable[list[object]]:
    for row in rows:
        yield ["" if figure.raw is None else _plain(figure.raw) for figure in row]


def _plain(raw: object) -> object:
    """A text that a spreadsheet would take for a formula is kept one."""
    if isinstance(raw, str) and raw[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{raw}"
    return raw
