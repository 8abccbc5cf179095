"""JSON of other people as trees with lines: several values in a row, comments, a comma too many.

YAML's own reader is no JSON reader: it refuses a character written as two halves, and lines of JSON.
"""

import re
from json import JSONDecodeError, JSONDecoder
from typing import Final, NamedTuple

from quizapp.formats.foreign_tree import DEEPEST, MOST, Branch, Leaf, Table, Tree, whole

_BETWEEN: Final = re.compile(r"(?:[\s\ufeff]|//[^\n]*|/\*(?:[^*]|\*(?!/))*+\*/)*+")
_WORD: Final = re.compile(r"(?:true|false|null|-?(?:\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|Infinity)|NaN)(?![\w.])")
_STRINGS: Final = JSONDecoder(strict=False)
_SHOWN: Final = 20
"""Characters of what is no JSON, in a message."""


class Broken(NamedTuple):
    """A value that cannot be read."""

    line: int
    reason: str


class Values(NamedTuple):
    """All values of a text, in order, and those that are none."""

    trees: list[Tree]
    broken: list[Broken]


class NoJsonError(ValueError):
    """The text is no JSON from here on."""

    def __init__(self, at: int, reason: str) -> None:
        super().__init__(reason)
        self.at = at


def values(text: str) -> Values:
    """The values of a text. One on a line of its own that cannot be read costs that line; NoJsonError if it
    is the first, and nothing behind it can be read either."""
    reader = _Reader(text)
    found = Values([], [])
    first: NoJsonError | None = None
    at = reader.skip(0)
    while at < len(text):
        start = at
        try:
            tree, at = reader.value(at, 0)
            found.trees.append(tree)
            at = reader.skip(at)
        except NoJsonError as error:
            first = first or error
            end = text.find("\n", start)
            if not _is_line(text, start, error.at, end):
                raise
            found.broken.append(Broken(reader.line(start), str(error)))
            at = reader.skip(end if end >= 0 else len(text))
    if first is not None and not found.trees:
        raise first
    return found


def _is_line(text: str, start: int, failed: int, end: int) -> bool:
    """Whether a broken value stands on a line of its own, as in JSON lines, and more may come."""
    end = end if end >= 0 else len(text)
    begin = text.rfind("\n", 0, start) + 1
    return not text[begin:start].strip() and failed <= end and (begin > 0 or text[end:].lstrip()[:1] == "{")


class _Reader:
    """Reads from front to back; places only grow, so that lines are counted once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._left = MOST
        self._line, self._seen = 1, 0

    def line(self, at: int) -> int:
        if at >= self._seen:
            self._line += self._text.count("\n", self._seen, at)
            self._seen = at
            return self._line
        return self._line - self._text.count("\n", at, self._seen)

    def skip(self, at: int) -> int:
        """The next sign that is neither blank nor comment."""
        match = _BETWEEN.match(self._text, at)
        return match.end() if match else at

    def value(self, at: int, depth: int) -> tuple[Tree, int]:
        self._left -= 1
        if self._left < 0 or depth > DEEPEST:
            raise NoJsonError(at, "there is too much nested in it")
        sign = self._text[at : at + 1]
        line = self.line(at)
        if sign == '"':
            text, at = self._string(at)
            return Leaf(text, line, plain=False), at
        if sign == "{":
            return self._map(at, line, depth)
        if sign == "[":
            return self._list(at, line, depth)
        match = _WORD.match(self._text, at)
        if match is None:
            seen = self._text[at : at + _SHOWN].split("\n")[0]
            raise NoJsonError(at, f"a value is expected, not {seen}" if seen else "it ends too early")
        return Leaf(match[0], line), match.end()

    def _list(self, at: int, line: int, depth: int) -> tuple[Tree, int]:
        items: list[Tree] = []
        at = self.skip(at + 1)
        while not self._text.startswith("]", at):
            tree, at = self.value(at, depth + 1)
            items.append(tree)
            at = self._behind(at, "]")
        return Branch(tuple(items), line), at + 1

    def _map(self, at: int, line: int, depth: int) -> tuple[Tree, int]:
        pairs: dict[str, Tree] = {}
        twice: list[tuple[str, Tree]] = []
        at = self.skip(at + 1)
        while not self._text.startswith("}", at):
            if not self._text.startswith('"', at):
                ends = at >= len(self._text)
                raise NoJsonError(at, "it ends too early" if ends else "a key in double quotes is expected")
            key, at = self._string(at)
            at = self.skip(at)
            if not self._text.startswith(":", at):
                raise NoJsonError(at, "a colon is expected behind a key")
            if key in pairs:
                twice.append((key, pairs[key]))
            pairs[key], at = self.value(self.skip(at + 1), depth + 1)
            at = self._behind(at, "}")
        return Table(pairs, line, tuple(twice)), at + 1

    def _behind(self, at: int, end: str) -> int:
        """Where the next item or the end stands; there is a comma between items."""
        at = self.skip(at)
        if self._text.startswith(",", at):
            return self.skip(at + 1)
        if not self._text.startswith(end, at):
            raise NoJsonError(
                at, f"a comma or {end} is expected" if at < len(self._text) else "it ends too early"
            )
        return at

    def _string(self, at: int) -> tuple[str, int]:
        try:
            text, end = _STRINGS.raw_decode(self._text, at)
        except JSONDecodeError as error:
            raise NoJsonError(at, error.msg) from error
        return whole(str(text)), end
