"""Tables of text: values split by a sign, with quotes where a value holds it, in rows that say their line.

Forgiving as people's files need it, and never silent: a quote that opens and never closes costs its own line.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

SEPARATORS: Final = ("\t", ",", ";", "|", " - ", ": ", "=")
"""Guessed in this order where several fit equally."""
_SEEN: Final = 100
"""Rows that a guess looks at."""
_MOST: Final = 1_000
"""Values of a row; the rest stays in the last one."""


class Row(NamedTuple):
    """One row."""

    line: int
    """From 1."""
    cells: list[str]
    raw: str
    """As it was written."""
    quote_open: bool = False
    """A quote opened and never closed: the cells are the line's, split as if it were none."""


def rows(text: str, separator: str, row_end: str = "\n") -> Iterator[Row]:
    """All rows that hold anything. text: with "\\n" line ends; row_end: what stands between rows."""
    if row_end != "\n":
        yield from _parted(text, separator, row_end)
        return
    at, line = 0, 1
    while at < len(text):
        end, cells, is_open = _row(text, at, separator)
        raw = text[at:end]
        if any(cell.strip() for cell in cells):
            yield Row(line, cells, raw, is_open)
        line += raw.count("\n") + 1
        at = end + 1


def guess_separator(text: str) -> str:
    """The sign that splits most rows into the same number of values."""
    lines = [line for line in text.split("\n", _SEEN * 5)[: _SEEN * 5] if line.strip()][:_SEEN]
    sample = "\n".join(lines)
    best, most = "\t" if "\t" in sample else ",", 0.0
    for separator in SEPARATORS:
        widths = Counter(len(row.cells) for row in rows(sample, separator) if len(row.cells) > 1)
        if widths:
            width, count = widths.most_common(1)[0]
            agreed = count + 0.01 * min(width, 20) if separator in "\t,;|" else count * 0.9
            if agreed > most * 1.001:
                best, most = separator, agreed
    return best


def _parted(text: str, separator: str, row_end: str) -> Iterator[Row]:
    """Rows between other signs than line ends: no quotes there, as people paste them."""
    line = 1
    for part in text.split(row_end):
        lead = len(part) - len(part.lstrip("\n"))
        if part.strip():
            cells = [cell.strip() for cell in part.strip("\n").split(separator, _MOST)]
            yield Row(line + lead, cells, part.strip("\n"))
        line += part.count("\n") + row_end.count("\n")


def _row(text: str, start: int, separator: str) -> tuple[int, list[str], bool]:
    """Where a row ends, its values, and whether a quote is open in it."""
    cells: list[str] = []
    at = start
    stop = _stop(separator)
    while len(cells) < _MOST:
        quoted = _quoted(text, at, separator) if text.startswith('"', at) else None
        if quoted is not None:
            cell, at = quoted
            cells.append(cell)
        else:
            match = stop.search(text, at)
            end = match.start() if match else len(text)
            cells.append(text[at:end])
            at = end
        if not text.startswith(separator, at):
            return at, cells, _is_open(cells, text, start, at, separator)
        at += len(separator)
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    cells.append(text[at:end])
    return end, cells, False


def _quoted(text: str, start: int, separator: str) -> tuple[str, int] | None:
    """A value in quotes and where it ends; None if what stands there is none.

    A quote that is not followed by the sign or the row's end belongs to the value, as long as the value stays
    in its line: over several lines that would swallow the rows below.
    """
    at = start + 1
    while True:
        close = text.find('"', at)
        if close < 0:
            return None
        if text.startswith('"', close + 1):
            at = close + 2
            continue
        behind = close + 1
        if behind == len(text) or text[behind] == "\n" or text.startswith(separator, behind):
            return text[start + 1 : close].replace('""', '"'), behind
        if "\n" in text[start:close]:
            return None
        at = close + 1


def _is_open(cells: list[str], text: str, start: int, end: int, separator: str) -> bool:
    """True if a value begins with a quote that nothing closes in its row."""
    if '"' not in text[start:end]:
        return False
    return any(
        cell.startswith('"') and not cell.rstrip().endswith('"', 1) and cell.count('"') % 2 for cell in cells
    )


def _stop(separator: str) -> re.Pattern[str]:
    return re.compile(re.escape(separator) + "|\n")
