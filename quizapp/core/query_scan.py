"""The pieces that a query is written in: words, phrases, keys with values, minus, or, brackets."""

from collections.abc import Iterator
from typing import Literal

import regex
from msgspec import Struct

DEEPEST = 40
"""Brackets within brackets."""

_KEY = regex.compile(r"([A-Za-z_]+):")
_QUOTED = regex.compile(r'"((?:[^"\\]|\\.|\\$)*)("|$)', regex.DOTALL)
_ESCAPED = regex.compile(r'\\(["\\])')
_ADDRESS = regex.compile(r"[A-Za-z]+://")
_PROP = regex.compile(r"(?i)(prop):([a-z_]+)(?=[<>=])")
"""`prop:stability>30`, as other apps write it, is `stability:>30`."""


class Piece(Struct, frozen=True, kw_only=True):
    """One piece, and where it stands."""

    role: Literal["word", "phrase", "key", "minus", "or", "open", "close"]
    start: int
    end: int
    text: str = ""
    """The word or phrase, or the value behind a key; without quotes."""
    key: str = ""
    """The key as it was typed, in lower case."""
    value_start: int = 0
    """Where the value behind a key begins."""
    closed: bool = True
    """False if its quotation mark is never closed."""


def scan(text: str) -> Iterator[Piece]:
    """The pieces of a query, in order; only white space lies between them."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        piece = _piece(text, at)
        yield piece
        at = piece.end


def quoted(text: str) -> str:
    """A text between quotation marks."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def word(text: str) -> str:
    """A text as it must be written to be taken literally."""
    pieces = list(scan(text))
    is_plain = len(pieces) == 1 and pieces[0].role == "word" and pieces[0].text == text
    return text if is_plain else quoted(text)


def value(text: str) -> str:
    """A text as it must be written behind a key."""
    return text if _value_end(text, 0) == len(text) and text and not text.startswith('"') else quoted(text)


def _piece(text: str, at: int) -> Piece:
    if text[at] in _SIGNS:
        return Piece(role=_SIGNS[text[at]], start=at, end=at + 1)
    if text[at] == "-" and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] != ")":
        return Piece(role="minus", start=at, end=at + 1)
    if text[at] == '"':
        words, end, closed = _phrase(text, at)
        return Piece(role="phrase", start=at, end=end, text=words, closed=closed)
    if (key := _reads_as_key(text, at)) is not None:
        return _keyed(text, at, key)
    end = _value_end(text, at)
    run = text[at:end]
    return Piece(role="or" if run.casefold() == "or" else "word", start=at, end=end, text=run)


_SIGNS: dict[str, Literal["open", "close"]] = {"(": "open", ")": "close"}


def _reads_as_key(text: str, at: int) -> "regex.Match[str] | None":
    """A key at this place: `name:`, or `prop:name` before a sign of comparison."""
    if _ADDRESS.match(text, at):
        return None
    found: regex.Match[str] | None = _PROP.match(text, at) or _KEY.match(text, at)
    return found


def _keyed(text: str, at: int, key: "regex.Match[str]") -> Piece:
    start, closed = key.end(), True
    if text.startswith('"', start):
        words, end, closed = _phrase(text, start)
    else:
        end = _value_end(text, start)
        words = text[start:end]
    name = key[key.lastindex or 0].lower()
    return Piece(role="key", start=at, end=end, text=words, key=name, value_start=start, closed=closed)


def _phrase(text: str, at: int) -> tuple[str, int, bool]:
    """The words between quotation marks, where they end, and whether they do."""
    found = _QUOTED.match(text, at)
    assert found
    return _ESCAPED.sub(r"\1", found[1]), found.end(), bool(found[2])


def _value_end(text: str, at: int) -> int:
    """Where a run of letters ends: at white space, a quotation mark, or a bracket that opened before it."""
    depth = 0
    while at < len(text) and not text[at].isspace() and text[at] != '"':
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth < 0:
            break
        at += 1
    return at
