"""Tables of text: CSV, TSV, semicolons, and what people paste from Quizlet and spreadsheets."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from quizapp.core.problems import Problem
from quizapp.formats import csv_write
from quizapp.formats.base import Format, Imported, Shipped, Source, Tick, Written, no_tick
from quizapp.formats.columns import is_header
from quizapp.formats.row_cards import Columned, cards_of, choice
from quizapp.formats.tables import HARD, SOFT, excel_separator, guess_row_end, guess_separator, rows
from quizapp.formats.text_source import looks_like_html, markup_choice, text_of

_SEPARATORS: Final[Mapping[str, str]] = {
    "\\t": "tab",
    ",": "comma",
    ";": "semicolon",
    "|": "bar",
    " - ": "dash between blanks",
    " – ": "long dash between blanks",
    ": ": "colon",
    "::": "two colons",
    "=": "equals sign",
}
_ROW_ENDS: Final[Mapping[str, str]] = {"\\n": "line end", ";": "semicolon", "\\n\\n": "empty line"}
_WRITTEN: Final = (("\t", "\\t"), ("\n", "\\n"))
"""Signs that cannot be typed, and how a person writes them."""
_LONGEST_SEPARATOR: Final = 20


class _Csv(Format):
    name = "csv-text"
    label = "CSV or pasted text"
    about = (
        "Tables with commas, semicolons, tabs or other signs, with or without names of columns. Rows with "
        "several choices become multiple choice. Written with one row a note; the rest is listed first."
    )
    suffixes = (".csv", ".tsv", ".txt", ".tab")
    guesses: ClassVar[Mapping[str, str]] = {
        "separator": "Values split by",
        "rows": "Rows end with",
        "encoding": "Encoding",
        "header": "First line",
        "text": "Texts are",
        "kind": "Kind",
        "column:N": "what a column holds",
    }
    writes = True

    def sniff(self, source: Source) -> int:
        if source.suffix in (".csv", ".tsv", ".tab"):
            return 60
        head = source.data[:4000].decode("utf-8", "ignore")
        lines = [line for line in head.split("\n")[:-1] if line.strip()] or [head]
        tabbed = sum("\t" in line for line in lines)
        if tabbed * 2 > len(lines):
            return 50
        return 20 if source.suffix in (".txt", "") and len(head.strip()) > 0 else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        text = text_of(source, choices, self.label)
        told = excel_separator(text.text)
        body = "\n" + text.text.partition("\n")[2] if told else text.text
        separator = _typed(choices.get("separator", "")) or told or _by_names(body) or guess_separator(body)
        row_end = _typed(choices.get("rows", "")) or guess_row_end(body, separator)
        found = list(rows(body, separator, row_end))
        first = found[0].cells if found else []
        guess = separator not in SOFT and is_header(first, [row.cells for row in found[1:]])
        named = choices.get("header", "names" if guess else "values")
        names = first if found and named == "names" else None
        markup = markup_choice(_markup(names, text.text), choices)
        shown = (
            choice("separator", "Values split by", _shown(separator), _SEPARATORS, free=True),
            choice("rows", "Rows end with", _shown(row_end), _ROW_ENDS, free=True),
            text.encoding,
            choice("header", "First line", named, {"names": "names", "values": "a card"}),
            markup,
        )
        kept = found[1:] if names is not None else found
        own = _is_own(names)
        if own:
            kept = [row._replace(cells=[csv_write.unguarded(cell) for cell in row.cells]) for row in kept]
        table = Columned(text, kept, names, shown, markup.value, own=own)
        return cards_of(source, table, choices, tick)

    def lost(self, shipped: tuple[Shipped, ...]) -> tuple[Problem, ...]:
        return tuple(csv_write.lost(shipped, self.label))

    def write(self, shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
        return csv_write.write(shipped, "cards.csv", tick)


def _markup(names: Sequence[str] | None, text: str) -> str:
    """How texts are written, by the names that our own tables have, or by what stands there."""
    if _is_own(names):
        return "markdown"
    return "html" if looks_like_html(text) else "plain"


def _by_names(text: str) -> str:
    """The sign that splits the first row into names of columns; "" if none does."""
    firsts = {sign: next(rows(text, sign), None) for sign in HARD}
    named = {sign: row.cells for sign, row in firsts.items() if row and is_header(row.cells)}
    return max(named, key=lambda sign: len(named[sign])) if named else ""


def _is_own(names: Sequence[str] | None) -> bool:
    """Whether these are the columns of a table that we wrote."""
    return names is not None and tuple(names[: len(csv_write.COLUMNS)]) == csv_write.COLUMNS


def _typed(sign: str) -> str:
    """A separator as a person writes it: \\t and \\n for what cannot be typed."""
    for meant, written in _WRITTEN:
        sign = sign.replace(written, meant)
    return sign[:_LONGEST_SEPARATOR]


def _shown(sign: str) -> str:
    for meant, written in _WRITTEN:
        sign = sign.replace(meant, written)
    return sign


FORMAT: Final = _Csv()
