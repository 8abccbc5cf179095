"""What the parts of a deck file's lines are, for colours: keys, and what is quiet beside the text."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from quizapp.formats.card_keys import CARD_KEYS, DECK_KEYS

Sort = Literal["key", "quiet"]

_DASHES = re.compile(r" *(?:-(?: +|$))*")
_KEY = re.compile(
    r"(?:(?:\"[^\"]*\"|'[^']*') *|(?:[^\s#\"'{}\[\],&*!|>%@`-]|-[^\s:#])[^:#]*)(?P<colon>:)(?=\s|$)"
)
"""Nothing in it can match the same in two ways: a line may be very long, and is looked at with each paint."""
_KEY_IN_BRACES = re.compile(r"(?<=[{,])\s*(?P<key>[\w.-]+)\s*(?P<colon>:)(?=\s|$)")
_BLOCK = re.compile(r"[|>][-+0-9]{0,2}\s*(?:#.*)?$")
_MARKER = re.compile(r"(?:---|\.\.\.)(?=\s|$)")
_PART = re.compile(r"\"|'|(?:(?<=\s)|^)#.*")
_CLOSING = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}
_KNOWN = CARD_KEYS | DECK_KEYS
_BESIDE_TEXT = frozenset(("text", "feedback", "credit", "within", "name", "number", "front", "back"))
"""Keys inside the values of cards."""


class Token(NamedTuple):
    """A part of a line."""

    start: int
    length: int
    sort: Sort


def tokens(lines: Iterable[str]) -> Iterator[list[Token]]:
    """The parts of each line of a stretch that begins where a card, or the file, begins."""
    state = _State()
    for line in lines:
        yield list(state.line(line))


class _State:
    """What a line has to know of those above it."""

    def __init__(self) -> None:
        self._block = -1
        """Lines that are indented further belong to a block of text; -1: there is none."""
        self._quote = ""
        """The quote that is open."""
        self._card = -1
        """Column of the card's dash."""

    def line(self, line: str) -> Iterator[Token]:
        indent = len(line) - len(line.lstrip(" "))
        if self._block >= 0:
            if indent > self._block or not line.strip():
                return
            self._block = -1
        at = 0
        if not self._quote:
            if marker := _MARKER.match(line):
                yield Token(0, marker.end(), "quiet")
                return
            dashes = _DASHES.match(line)
            assert dashes is not None  # all of it may be empty
            at = dashes.end()
            if "-" in dashes[0]:
                yield Token(indent, at - indent, "quiet")
                self._card = indent if self._card < 0 else self._card
            key = _KEY.match(line, at)
            if key is not None:
                yield from self._key(key, nested=indent > self._card >= 0 and "-" in dashes[0])
                self._open_block(line, key.end(), at)
                at = key.end()
            else:
                self._open_block(line, at, indent)
        yield from self._value(line, at)

    def _key(self, key: re.Match[str], *, nested: bool) -> Iterator[Token]:
        """nested: in a list inside a card: what looks like a key there is an option and its feedback."""
        name = key[0][: key.start("colon") - key.start()].strip(" '\"")
        if not nested or name in _BESIDE_TEXT or name in _KNOWN:
            yield Token(key.start(), key.start("colon") - key.start(), "key")
        yield Token(key.start("colon"), 1, "quiet")

    def _open_block(self, line: str, at: int, column: int) -> None:
        if _BLOCK.match(line, at + len(line[at:]) - len(line[at:].lstrip(" "))):
            self._block = column

    def _value(self, line: str, at: int) -> Iterator[Token]:
        """Keys in braces, and the comment."""
        if self._quote:
            at = self._closed(line, at)
        end = self._end_of_value(line, at)
        if line[at:end].lstrip().startswith("{"):
            for key in _KEY_IN_BRACES.finditer(line, at, end):
                yield Token(key.start("key"), len(key["key"]), "key")
                yield Token(key.start("colon"), 1, "quiet")
        if end < len(line):
            yield Token(end, len(line) - end, "quiet")

    def _end_of_value(self, line: str, at: int) -> int:
        """Where a comment begins; a quote may stay open."""
        begin = at
        is_flow = line[at:].lstrip()[:1] in ("[", "{")
        while part := _PART.search(line, at):
            if part[0].startswith("#"):
                return part.start()
            at = part.end()
            last = _last_before(line, begin, part.start())
            if not last or (is_flow and last in "[{,:"):
                self._quote = part[0]
                at = self._closed(line, at)
        return len(line)

    def _closed(self, line: str, at: int) -> int:
        """Where the open quote ends; the end of the line if it stays open."""
        closing = _CLOSING[self._quote].match(line, at)
        if closing is None:
            return len(line)
        self._quote = ""
        return closing.end()


def _last_before(line: str, begin: int, end: int) -> str:
    """The last letter of a stretch that is no space; empty if there is none. The stretch may be long."""
    while end > begin and line[end - 1].isspace():
        end -= 1
    return line[end - 1 : end] if end > begin else ""
