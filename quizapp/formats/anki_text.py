"""Anki's text files: a table whose first lines, behind #, say how it is to be read."""

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from quizapp.core.problems import Problem
from quizapp.formats import anki_text_write
from quizapp.formats.base import Format, Imported, Shipped, Source, Tick, Written, no_tick
from quizapp.formats.deck_text import shorten
from quizapp.formats.row_card import kind_of, tags_of
from quizapp.formats.row_cards import Columned, cards_of, choice
from quizapp.formats.tables import Row, guess_separator, rows
from quizapp.formats.text_source import looks_like_html, markup_choice, problem_at, text_of

_HEADER: Final = re.compile(r"#([\w ]+):(.*)")
_SEPARATORS: Final[Mapping[str, str]] = {
    "tab": "\t",
    "comma": ",",
    "semicolon": ";",
    "space": " ",
    "pipe": "|",
    "colon": ":",
}
_SHOWN: Final = {name: name for name in _SEPARATORS}
_NAMED: Final = {sign: name for name, sign in _SEPARATORS.items()}
_COLUMNS: Final[Mapping[str, str]] = {
    "guid column": "id",
    "tags column": "tags",
    "deck column": "deck",
    "notetype column": "kind",
}
"""Header -> what its column becomes."""
_LONGEST: Final = 4
"""Digits from which a number is that of no column."""
_KEYS: Final = frozenset(
    {*_COLUMNS, "separator", "html", "columns", "tags", "deck", "notetype", "if matches"}
)


class _AnkiText(Format):
    name = "anki-text"
    label = "Anki text"
    about = (
        "What Anki exports as “Notes in Plain Text”, with its lines behind #: separator, HTML, "
        "columns, tags, decks, guids. Written for the note types that every Anki has."
    )
    suffixes = (".txt", ".csv", ".tsv")
    guesses: ClassVar[Mapping[str, str]] = {
        "separator": "Values split by",
        "encoding": "Encoding",
        "text": "Texts are",
        "kind": "Kind",
        "column:N": "what a column holds",
    }
    writes = True

    def sniff(self, source: Source) -> int:
        head = source.data[:4000].decode("utf-8-sig", "ignore")
        first = head.lstrip().partition("\n")[0]
        known = _HEADER.fullmatch(first.strip())
        if known and known[1].strip() in _KEYS:
            return 95
        return 65 if first.startswith("#") and "\t" in head and source.suffix in self.suffixes else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        text = text_of(source, choices, self.label)
        said, body = _header(text.text)
        sign = _sign(said, choices, body)
        guess = said.get("html", "").strip().lower()
        is_html = guess == "true" or (guess != "false" and looks_like_html(body))
        markup = markup_choice("html" if is_html else "plain", choices)
        found = list(rows(body, sign))
        separator = choice("separator", "Values split by", _NAMED.get(sign, sign), _SHOWN, free=True)
        table = Columned(
            text=text._replace(problems=(*text.problems, *_comments(source.name, found))),
            rows=[row for row in found if not row.raw.startswith("#")],
            names=_names(said, sign),
            choices=(separator, text.encoding, markup),
            markup=markup.value,
            roles=_roles(said),
            tags=tuple(tags_of(said.get("tags", ""))),
            deck=said.get("deck", "").strip(),
            kind=kind_of(said.get("notetype", ""), ""),
        )
        return cards_of(source, table, choices, tick)

    def lost(self, shipped: tuple[Shipped, ...]) -> tuple[Problem, ...]:
        return tuple(anki_text_write.lost(shipped, self.label))

    def write(self, shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
        return anki_text_write.write(shipped, tick)


def _comments(file: str, found: Sequence[Row]) -> list[Problem]:
    """Lines behind # among the notes, which Anki passes over."""
    return [
        problem_at(file, row.line, "import_lost", row.raw, what=f"The comment {shorten(row.raw)}")
        for row in found
        if row.raw.startswith("#")
    ]


def _names(said: Mapping[str, str], sign: str) -> list[str] | None:
    """Of the columns, if the header tells them."""
    if not said.get("columns", "").strip():
        return None
    row = next(rows(said["columns"], sign), None)
    return row.cells if row else None


def _header(text: str) -> tuple[dict[str, str], str]:
    """What the lines behind # say, and the text with these lines empty, so that lines keep their numbers."""
    said: dict[str, str] = {}
    at = 0
    blank = 0
    while text.startswith(("#", "\n"), at):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        match = _HEADER.fullmatch(text[at:end])
        if match:
            said.setdefault(match[1].strip().lower(), match[2])
        blank += 1
        at = min(end + 1, len(text))
    return said, "\n" * blank + text[at:]


def _sign(said: Mapping[str, str], choices: Mapping[str, str], body: str) -> str:
    """What splits the values."""
    for word in (choices.get("separator", ""), said.get("separator", "")):
        sign = _SEPARATORS.get(word.strip().lower()) or word.replace("\\t", "\t")
        if sign:
            return sign if word in choices.values() else sign[:1]
    return guess_separator(body)


def _roles(said: Mapping[str, str]) -> tuple[str, ...] | None:
    """What the header says of columns, by number."""
    numbers = ((said.get(key, "").strip(), role) for key, role in _COLUMNS.items())
    told = {
        int(number) - 1: role
        for number, role in numbers
        if number.isdecimal() and len(number) < _LONGEST and int(number)
    }
    return tuple(told.get(at, "") for at in range(max(told) + 1)) if told else None


FORMAT: Final = _AnkiText()
