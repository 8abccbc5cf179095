"""Where everything stands in a deck's text, for those who change it: items, header, and their trees.

An item that does not parse has a place too. Nothing is reported here; that is the loader's part.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from quizapp.formats.card_keys import CARDS
from quizapp.formats.deck_layout import Run
from quizapp.formats.deck_parts import Parts
from quizapp.formats.deck_text import DeckText
from quizapp.formats.reading import Reading
from quizapp.formats.yaml_nodes import PIECE, Broken, Piece, Pieces
from quizapp.formats.yaml_repair import Keys

Tree: TypeAlias = str | tuple[object, ...]
"""What a node says, to be compared: a text, or a tuple of a mark and what is below it."""

_MOST_NODES = 20_000
_DEEPEST = 40
_REST_OF_LINE = re.compile(r"[ \t]*(?:(?<=[ \t])#[^\r\n]*)?(?=\r?\n|\r|\Z)")
_COMMENT_LINE = re.compile(r"\r?\n([ \t]*)#[^\r\n]*")
_BLANK_OR_COMMENT = re.compile(r"[ \t\r]*(?:#.*)?")


class Slot(NamedTuple):
    """One item of a list of cards."""

    start: int
    """Offset of its dash; in a list in brackets, of the item itself."""
    end: int
    """Behind its last word and the comment that follows it in that line or is indented below it."""
    line: int
    """From 1."""
    column: int
    """Of its dash, from 0."""
    node: Node | None
    """None if it does not parse."""
    base: int
    """What the node's marks count from."""
    list_: int
    """Which list of the file it is in."""


class CardList(NamedTuple):
    """A list of cards: hardly ever is there more than one."""

    start: int
    """Of the key `cards:`, or of the first item."""
    end: int
    """In brackets: behind the closing one."""
    flow: bool
    has_key: bool
    """True below a line `cards:`."""


class Outline:
    """One text of a deck, taken apart. All offsets count characters of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.file = DeckText("", text)
        parts = _Whole(self.file, PIECE)
        self.copy = self.file.copy
        self.newline = newline_of(text)
        self.header = parts.header.entries
        """The deck's keys, `cards` only if no items stand below it line by line."""
        self.lists, self.slots = parts.places()
        self.broken = tuple(self.copy[part.start : part.end] for part in parts.lost)
        """Stretches of the header that do not parse."""

    def span(self, node: Node, base: int) -> tuple[int, int]:
        """Where a node stands, without comments behind it."""
        return Reading(self.file, base).span(node)

    def tree(self, index: int) -> Tree:
        """What an item says; of one that does not parse its text."""
        slot = self.slots[index]
        if slot.node is None:
            return ("?", self.copy[slot.start : slot.end])
        return self.tree_of(slot.node, slot.base)

    def tree_of(self, node: Node, base: int) -> Tree:
        """What a node says."""
        try:
            return tree(node)
        except RecursionError:
            return ("?", self.copy[slice(*self.span(node, base))])

    def head(self) -> dict[str, Tree]:
        """What the deck's keys say."""
        return {
            key: self.tree_of(entry.value, at.base)
            for key, (entry, at) in self.header.items()
            if not (key == "cards" and isinstance(entry.value, SequenceNode))
        }

    def own_start(self, index: int) -> int:
        """Start of the line of an item's dash, or of the comments directly above it."""
        slot = self.slots[index]
        least = self.slots[index - 1].end if index else self.lists[slot.list_].start
        start = self.copy.rfind("\n", 0, slot.start) + 1
        while start > least:
            above = self.copy.rfind("\n", 0, start - 1) + 1
            if above <= least or not self.copy[above:start].lstrip(" \t").startswith("#"):
                break
            start = above
        return start


@lru_cache(maxsize=2)
def outline(text: str) -> Outline:
    """The outline of a text; that of the last one is kept, since edits come one after the other."""
    return Outline(text)


def newline_of(text: str) -> str:
    """The line end that a text uses first."""
    match = re.search(r"\r\n|\n|\r", text)
    return match[0] if match else "\n"


def tree(node: Node) -> Tree:
    """What a node says. A block of text loses the line ends behind it, as for a reader of cards.

    Raises RecursionError if it is nested too deeply, or has too much that aliases repeat.
    """
    return _Walk().tree(node, 0)


class _Walk:
    def __init__(self) -> None:
        self._visited = 0

    def tree(self, node: Node, depth: int) -> Tree:
        self._visited += 1
        if self._visited > _MOST_NODES or depth > _DEEPEST:
            raise RecursionError
        found = self._untagged(node, depth)
        return found if node.tag is None else ("!", node.tag, found)

    def _untagged(self, node: Node, depth: int) -> Tree:
        if isinstance(node, MappingNode):
            pairs = ((self.tree(key, depth + 1), self.tree(value, depth + 1)) for key, value in node.value)
            return (":", *pairs)
        if isinstance(node, SequenceNode):
            return ("-", *(self.tree(each, depth + 1) for each in node.value))
        return text_of(node)


def text_of(node: Node) -> str:
    """A scalar's text as a reader of cards takes it."""
    text = str(node.value)
    return text.rstrip("\n") if (getattr(node, "style", "") or "") in tuple("|>") else text


class _Whole(Parts):
    """The parts of a file with those that do not parse, undiagnosed."""

    def __init__(self, file: DeckText, size: int) -> None:
        self.lost: list[Broken] = []
        super().__init__(file, size)

    def _report_broken(self, broken: Broken, kind: type[CollectionNode], keys: Keys) -> None:
        self.lost.append(broken)

    def places(self) -> tuple[tuple[CardList, ...], tuple[Slot, ...]]:
        """The lists of cards and their items."""
        lists: list[CardList] = []
        slots: list[Slot] = []
        for number, part in enumerate(self._lists):
            if isinstance(part, Piece):
                start, end = Reading(self._file, part.base).span(part.root)
                lists.append(CardList(start, end, flow=bool(part.root.flow_style), has_key=False))
                slots += self._in_brackets(part, number)
            else:
                has_key = part.key >= 0
                start = part.key if has_key else part.cuts[0]
                lists.append(CardList(start, part.end, flow=False, has_key=has_key))
                slots += self._dashed(part, number)
        return tuple(lists), tuple(slots)

    def _in_brackets(self, piece: Piece, number: int) -> Iterator[Slot]:
        at = Reading(self._file, piece.base)
        for node in piece.root.value:
            start, end = at.span(node)
            yield Slot(start, end, self._file.where(start).line, 0, node, piece.base, number)

    def _dashed(self, run: Run, number: int) -> Iterator[Slot]:
        pieces = Pieces(self._file.copy, SequenceNode, CARDS, PIECE)
        for piece in pieces.parse(run.cuts, run.end):
            if isinstance(piece, Broken):
                start = self._first(piece.start)
                end = _content_end(self._file.copy, start, piece.end)
                yield self._slot(start, end, piece.end, None, piece.start, number)
                continue
            cuts = _cuts(run.cuts, piece, len(piece.root.value))
            at = Reading(self._file, piece.base)
            for node, (cut, limit) in zip(piece.root.value, pairwise((*cuts, piece.end)), strict=True):
                start = self._first(cut)
                end = max(at.span(node)[1], start + 1)
                yield self._slot(start, end, limit, node, piece.base, number)

    def _slot(self, start: int, end: int, limit: int, node: Node | None, base: int, number: int) -> Slot:
        where = self._file.where(start)
        column = where.column - 1
        rest = _REST_OF_LINE.match(self._file.copy, end)
        end = rest.end() if rest else end
        while comment := _COMMENT_LINE.match(self._file.copy, end, limit):
            if len(comment[1]) <= column:
                break
            end = comment.end()
        return Slot(start, end, where.line, column, node, base, number)

    def _first(self, start: int) -> int:
        """Offset of the first sign from a start of a line on."""
        copy = self._file.copy
        while copy[start : start + 1] in (" ", "\t"):
            start += 1
        return start


def _cuts(cuts: Sequence[int], piece: Piece, count: int) -> list[int]:
    """Where the items of a piece begin. One item may have lines that look like others."""
    inside = [cut for cut in cuts if piece.base < cut < piece.end]
    return [piece.base, *inside] if len(inside) + 1 == count else [piece.base]


def _content_end(text: str, start: int, end: int) -> int:
    """The end of text[start:end] without comments and blank lines behind it."""
    lines = text[start:end].split("\n")
    while len(lines) > 1 and _BLANK_OR_COMMENT.fullmatch(lines[-1]):
        lines.pop()
    return start + len("\n".join(lines).rstrip())
