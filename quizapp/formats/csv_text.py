"""Tables of text: CSV, TSV, semicolons, and what people paste from Quizlet and spreadsheets."""

from collections.abc import Mapping
from typing import Final

from quizapp.core.problems import Problem
from quizapp.formats import csv_write
from quizapp.formats.base import Format, Imported, Shipped, Source, Tick, Written, no_tick
from quizapp.formats.columns import is_header
from quizapp.formats.row_cards import Columned, cards_of, choice
from quizapp.formats.tables import guess_separator, rows
from quizapp.formats.text_source import looks_like_html, markup_choice, text_of

_SEPARATORS: Final[Mapping[str, str]] = {
    "\t": "tab",
    ",": "comma",
    ";": "semicolon",
    "|": "bar",
    " - ": "dash between blanks",
    ": ": "colon",
    "=": "equals sign",
}
_ROW_ENDS: Final[Mapping[str, str]] = {"\n": "line end", ";": "semicolon", "\n\n": "empty line"}
_LONGEST_SEPARATOR: Final = 5


class _Csv(Format):
    name = "csv-text"
    label = "CSV or pasted text"
    about = (
        "Tables with commas, semicolons, tabs or other signs, with or without names of columns. Rows with "
        "several choices become multiple choice. Written with one row a note; the rest is listed first."
    )
    suffixes = (".csv", ".tsv", ".txt", ".tab")
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
        separator = choices.get("separator", "")[:_LONGEST_SEPARATOR] or guess_separator(text.text)
        row_end = choices.get("rows", "\n")
        row_end = row_end if row_end in _ROW_ENDS else "\n"
        found = list(rows(text.text, separator, row_end))
        named = choices.get("header", "names" if found and is_header(found[0].cells) else "values")
        names = found[0].cells if found and named == "names" else None
        markup = markup_choice("html" if looks_like_html(text.text) else "plain", choices)
        shown = (
            choice("separator", "Values split by", separator, _SEPARATORS),
            choice("rows", "Rows end with", row_end, _ROW_ENDS),
            text.encoding,
            choice("header", "First line", named, {"names": "names", "values": "a card"}),
            markup,
        )
        kept = found[1:] if names is not None else found
        return cards_of(source, Columned(text, kept, names, shown, markup.value), choices, tick)

    def lost(self, shipped: tuple[Shipped, ...]) -> tuple[Problem, ...]:
        return tuple(csv_write.lost(shipped, self.label))

    def write(self, shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
        return csv_write.write(shipped, "cards.csv")


FORMAT: Final = _Csv()
