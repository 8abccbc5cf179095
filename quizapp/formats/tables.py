"""Tables of text: values split by a sign, with quotes where a value holds it, in rows that say their line.

Forgiving as people's files need it, and never silent: a quote that opens and never closes costs its own line.
Time is linear in the text, whatever stands in it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

HARD: Final = ("\t", ",", ";", "|")
"""Signs that split a row as often as they stand there."""
SOFT: Final = (" - ", " – ", " — ", "::", " = ", ": ", "=", " -> ", " → ")
"""Signs between two sides: what stands behind the first one belongs to the second side."""
SEPARATORS: Final = (*HARD, *SOFT)
"""Guessed in this order where several fit equally."""
_SEEN: Final = 100
"""Rows that a guess looks at."""
_SEEN_CHARACTERS: Final = 200_000
_MOST: Final = 1_000
"""Values of a row; the rest stays in the last one."""
_EXCEL: Final = re.compile(r"sep=(.)\n", re.IGNORECASE)


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
    if row_end != "\n" or '"' in separator:
        yield from _parted(text, separator, row_end)
        return
    reader = _Reader(text, separator)
    at, line = 0, 1
    while at < len(text):
        end, cells, is_open = reader.row(at)
        raw = text[at:end]
        if any(cell.strip() for cell in cells):
            yield Row(line, cells, raw, is_open)
        line += raw.count("\n") + 1
        at = end + 1


def excel_separator(text: str) -> str:
    """The sign that a first line `sep=;` names, as Excel reads and some programs write it; "" for none."""
    match = _EXCEL.match(text)
    return match[1] if match else ""


def guess_separator(text: str) -> str:
    """The sign that splits most rows into the same number of values."""
    sample = _sample(text)
    best, most = "\t" if "\t" in sample else ",", 0.0
    for separator in SEPARATORS:
        found = [len(row.cells) for row in rows(sample, separator)]
        widths = Counter(width for width in found if width > 1)
        if widths:
            width, count = widths.most_common(1)[0]
            agreed = count + 0.01 * min(width, 20) if separator in HARD else count * 0.9
            agreed -= 0.5 * (len(found) - widths.total()) if separator in ",|;" else 0
            if agreed > most * 1.001:
                best, most = separator, agreed
    return best


def guess_row_end(text: str, separator: str) -> str:
    """What stands between rows: line ends, unless all cards stand in one line, as Quizlet can export them."""
    lines = [line for line in text[:_SEEN_CHARACTERS].split("\n", _SEEN) if line.strip()]
    if len(lines) != 1 or separator == ";" or '"' in lines[0]:
        return "\n"
    parts = [part for part in lines[0].split(";") if part.strip()]
    return ";" if len(parts) > 1 and all(part.count(separator) == 1 for part in parts) else "\n"


def _sample(text: str) -> str:
    seen = text[:_SEEN_CHARACTERS].split("\n", _SEEN * 5)[: _SEEN * 5]
    return "\n".join([line for line in seen if line.strip()][:_SEEN])


def _most(separator: str) -> int:
    """How often it may split a row."""
    return 1 if separator in SOFT else _MOST


def _parted(text: str, separator: str, row_end: str) -> Iterator[Row]:
    """Rows between other signs than line ends: no quotes there, as people paste them."""
    line = 1
    for part in text.split(row_end):
        lead = len(part) - len(part.lstrip("\n"))
        if part.strip():
            cells = [cell.strip() for cell in part.strip("\n").split(separator, _most(separator))]
            yield Row(line + lead, cells, part.strip("\n"))
        line += part.count("\n") + row_end.count("\n")


class _Reader:
    """Takes rows out of a text."""

    def __init__(self, text: str, separator: str) -> None:
        self._text, self._separator = text, separator
        sign = re.escape(separator)
        blank = "" if separator.startswith(" ") else "[ ]*"
        self._stop = re.compile(f"{sign}|\n")
        self._opening = re.compile(f'{blank}"')
        self._closed = re.compile(rf'(?:[^"]|"")*+"{blank}(?={sign}|\n|\Z)')
        """What stands behind an opening quote, over lines as well."""
        self._closing = re.compile(f'"{blank}(?={sign}|\n|\\Z)')
        self._hopeless = -1
        """Up to where no quote closes a value within its line."""

    def row(self, start: int) -> tuple[int, list[str], bool]:
        """Where the row that begins here ends, its values, and whether a quote is open in it."""
        text, separator = self._text, self._separator
        cells: list[str] = []
        at, is_open = start, False
        while len(cells) < _most(separator):
            opening = self._opening.match(text, at)
            quoted = self._quoted(opening.end()) if opening else None
            if quoted is not None:
                cell, at = quoted
            else:
                match = self._stop.search(text, at)
                end = match.start() if match else len(text)
                cell, at = text[at:end], end
                is_open = is_open or (opening is not None and cell.count('"') % 2 == 1)
            cells.append(cell)
            if not text.startswith(separator, at):
                return at, cells, is_open
            at += len(separator)
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        cells.append(text[at:end])
        return end, cells, is_open

    def _quoted(self, start: int) -> tuple[str, int] | None:
        """The value behind an opening quote and where it ends; None if what stands there is none.

        A quote that is not followed by the sign or the row's end belongs to the value, as long as the value
        stays in its line: over several lines that would swallow the rows below.
        """
        text = self._text
        found = self._closed.match(text, start)
        if found is not None:
            return text[start : found.end()].rstrip(" ")[:-1].replace('""', '"'), found.end()
        if start <= self._hopeless:
            return None
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        closing = self._closing.search(text, start, end + 1)
        if closing is None:
            self._hopeless = end
            return None
        return text[start : closing.start()].replace('""', '"'), closing.end()
