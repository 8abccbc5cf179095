"""YAML → nodes by libyaml: text only, in pieces, so that one mistake costs one piece.

Nothing is ever constructed: no tag is resolved, every scalar stays the text that was typed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node

if (
    not yaml.__with_libyaml__
):  # pragma: no cover - the pure-Python loader is 15 times slower, its marks differ
    raise ImportError("PyYAML is installed without libyaml; install one of its wheels")

PIECE = 65_536
"""Characters parsed at one go: no parse holds the interpreter for longer than some 20 ms."""
_ANCHOR = re.compile(r"[\s:,\[{-]&[^\s&]")
JOINED = 50
"""Items joined at most in search of a closing quote or bracket."""
_JOINS = 2000
"""Joins tried at most in a stretch of text."""


class Piece(NamedTuple):
    """A stretch of the text that parsed. The marks of its nodes count from its start."""

    root: CollectionNode
    base: int
    """Offset of its start."""
    end: int
    line: int
    """Line of its start, from 0."""
    edges: Sequence[int] = ()
    """Where its items begin, and its end, if each of them parses alone."""


class Broken(NamedTuple):
    """A stretch that did not parse."""

    start: int
    end: int
    error: yaml.MarkedYAMLError


class _TextLoader(yaml.CSafeLoader):
    """Gives a node without a written tag the tag None."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        return None

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def compose(text: str) -> Node | None:
    """The one node of a text, None if it is empty. Raises yaml.MarkedYAMLError."""
    loader = _TextLoader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


class Starts(NamedTuple):
    """How items look where they begin."""

    fresh: re.Pattern[str]
    """A line where an item begins beyond doubt: nothing that a quote or a bracket left open swallows may look
    so, and an item that does not parse is split there once more."""
    front: re.Pattern[str]
    """A line with a key that an item has once at most, whatever stands before it."""


class Pieces:
    """Parses a stretch of text item by item."""

    def __init__(self, text: str, kind: type[CollectionNode], starts: Starts, size: int) -> None:
        self._text = text
        self._kind = kind
        self._starts = starts
        self._size = size
        self._counted = self._line = 0
        self._joins = _JOINS

    def parse(self, cuts: Sequence[int], end: int) -> Iterator[Piece | Broken]:
        """The items of text[cuts[0]:end], which begin at `cuts`, some 64 kB at a time.

        Where that fails, or finds other items, each is parsed alone.
        """
        edges = [*cuts, end]
        first = 0
        while first < len(cuts):
            last = max(first + 1, bisect_right(edges, edges[first] + self._size) - 1)
            root = None
            if not _ANCHOR.search(
                self._text, edges[first], edges[last]
            ):  # no alias reaches over to another item
                root = self._collection(edges[first], edges[last], last - first)
            if isinstance(root, CollectionNode):
                yield self._piece(root, edges[first : last + 1])
                first = last
            while first < last:
                after, result = self._joined(edges, first)
                if after == first + 1 and isinstance(result, CollectionNode):
                    yield self._piece(result, edges[first : after + 1])
                else:
                    yield from self._alone(edges[first], edges[after], result)
                first = after

    def line_of(self, offset: int) -> int:
        """The line of an offset, from 0; asked in the order of the text."""
        self._line += self._text.count("\n", self._counted, offset)
        self._counted = offset
        return self._line

    def _piece(self, root: CollectionNode, edges: Sequence[int], *, alone: bool = True) -> Piece:
        base, end = edges[0], edges[-1]
        return Piece(root, base, end, self.line_of(base), edges if alone else ())

    def _collection(self, start: int, end: int, count: int) -> CollectionNode | yaml.MarkedYAMLError:
        try:
            root = compose(self._text[start:end])
        except yaml.MarkedYAMLError as error:
            return error.with_traceback(None)  # its frames would keep the parser in memory
        if isinstance(root, self._kind):
            found = len(root.value)
            if found == count or (found > count and isinstance(root, MappingNode)):
                return root
        return yaml.MarkedYAMLError(problem="did not find what belongs here")

    def _joined(self, edges: Sequence[int], first: int) -> tuple[int, CollectionNode | yaml.MarkedYAMLError]:
        """One item with what stands in its quotes or brackets, and the number of the next item."""
        errors = []
        for after in range(first + 1, min(first + JOINED, len(edges) - 1) + 1):
            result = self._collection(edges[first], edges[after], 1)
            if isinstance(result, CollectionNode):
                return after, result
            errors.append(result)
            is_new = self._starts.fresh.match(self._text, edges[after]) is not None
            if is_new or not self._joins or not self._is_open(result, edges[first], edges[after]):
                break
            self._joins -= 1
        return first + 1, errors[0]

    def _is_open(self, error: yaml.MarkedYAMLError, start: int, end: int) -> bool:
        """True if a parse failed at the end of its text: more of it might help."""
        mark = error.problem_mark
        return mark is not None and not self._text[start + mark.index : end].strip()

    def _alone(
        self, start: int, end: int, result: CollectionNode | yaml.MarkedYAMLError
    ) -> Iterator[Piece | Broken]:
        """An item, or what can be saved of it."""
        if isinstance(result, CollectionNode):
            yield self._piece(result, (start, end), alone=False)
            return
        inner = [match.start() for match in self._starts.fresh.finditer(self._text, start + 1, end)]
        inner = inner or self._second(start, end)
        if not inner:
            yield Broken(start, end, result)
            return
        for sub_start, sub_end in pairwise([start, *inner, end]):
            part = self._collection(sub_start, sub_end, 1)
            if isinstance(part, CollectionNode):
                yield self._piece(part, (sub_start, sub_end), alone=False)
            else:
                yield Broken(sub_start, sub_end, part)

    def _second(self, start: int, end: int) -> list[int]:
        """Where an item ends that parses, if one whose dash is damaged follows."""
        fronts = [match.start() for match in self._starts.front.finditer(self._text, start, end)]
        cut = fronts[1] if len(fronts) > 1 else start
        while cut > fronts[0] if fronts else False:
            if isinstance(self._collection(start, cut, 1), CollectionNode):
                return [cut]
            cut = self._text.rfind("\n", start, cut - 1) + 1
        return []
