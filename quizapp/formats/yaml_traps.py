"""What YAML does to a text without a word: it cuts comments, splits numbers, takes & * ! for its own.

Only pieces in which something looks like that are looked at this closely.
"""

import re
from itertools import pairwise

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizapp.core.problems import Fix
from quizapp.formats.reading import CUT, Reading
from quizapp.formats.yaml_repair import quoted

SUSPECT = re.compile(r"(?:^|[:\-,\[{?])[ \t]*[&*!]|[ \t]#[^\s#]|\d,\d", re.MULTILINE)
"""Without a match a piece holds none of these traps."""
_MOST_NODES = 10_000
_DEEPEST = 20
_DIGITS = re.compile(r"(?<=\d),\d")
_NAME = re.compile(r"(?:!\S*\s+)?&(?P<name>[^\s,\[\]{}]+)")


class _TooComplexError(Exception):
    """There is more below a node than a card may hold."""


def inspect(root: Node, at: Reading) -> bool:
    """Report the traps below a node; False if it must not be read at all."""
    try:
        _Inspection(root, at).walk(root, 0)
    except _TooComplexError:
        at.say("too_complex", root)
        return False
    return True


class _Inspection:
    """One walk over the nodes of a card; what an alias stands for counts every time."""

    def __init__(self, root: Node, at: Reading) -> None:
        self._at = at
        self._copy = at.file.copy
        self._first, self._last = root.start_mark.index, root.end_mark.index
        self._visited = 0
        self._seen: set[int] = set()
        self._keys: set[int] = set()

    def walk(self, node: Node, depth: int) -> None:
        self._visited += 1
        if self._visited > _MOST_NODES or depth > _DEEPEST:
            raise _TooComplexError
        if not self._first <= node.start_mark.index <= self._last:
            self._alias("alias_outside", node)
            return
        if id(node) not in self._seen:
            self._seen.add(id(node))
            self._own(node)
        elif isinstance(node, MappingNode):
            self._alias("alias_map", node)
        for child in self._children(node):
            self.walk(child, depth + 1)

    def _children(self, node: Node) -> list[Node]:
        if isinstance(node, MappingNode):
            self._keys.update(id(key) for key, _ in node.value)
            return [side for pair in node.value for side in pair]
        return node.value if isinstance(node, SequenceNode) else []

    def _own(self, node: Node) -> None:
        """What a node itself says, where it stands."""
        start, at = self._at.base + node.start_mark.index, self._at
        sign = self._copy[start : start + 1]
        if node.tag is not None or sign == "!":
            at.say("tag", node, at.in_quotes(node), source=at.source(node))
        elif sign == "&" and not self._uses(node):
            is_text = isinstance(node, ScalarNode) and id(node) not in self._keys
            fix = at.in_quotes(node) if is_text else None
            at.say("anchor", node, fix, source=at.source(node))
        if isinstance(node, SequenceNode):
            self._split_numbers(node)
        elif isinstance(node, ScalarNode) and not node.style:
            self._cut_comment(node)

    def _name(self, node: Node) -> str:
        match = _NAME.match(self._copy, self._at.base + node.start_mark.index)
        return match["name"] if match else ""

    def _uses(self, node: Node) -> list[tuple[int, int]]:
        """Where aliases of a node may stand in this card."""
        pattern = re.compile(rf"\*{re.escape(self._name(node))}(?![^\s,\]}}])")
        bounds = self._at.base + self._first, self._at.base + self._last
        return [match.span() for match in pattern.finditer(self._copy, *bounds)]

    def _alias(self, code: str, node: Node) -> None:
        start, end = next(iter(self._uses(node)), (self._at.base + self._first, 0))
        source = self._copy[start:end]
        self._at.say_at(code, start, Fix(start, end, quoted(source)) if source else None, source=source)

    def _cut_comment(self, node: ScalarNode) -> None:
        start, end = self._at.base + node.start_mark.index, self._at.base + node.end_mark.index
        cut = CUT.match(self._copy, end)
        if cut is None:
            return
        whole = Fix(start, cut.end("cut"), quoted(self._copy[start : cut.end("cut")]))
        fix = whole if node.value else Fix(*cut.span("cut"), quoted(cut["cut"]))
        multiline = "\n" in self._copy[start:end]
        self._at.say_at("cut_comment", cut.start("cut"), None if multiline else fix, cut=cut["cut"])

    def _split_numbers(self, node: SequenceNode) -> None:
        """`[1,235, 1,236]` has four items."""
        runs: list[list[Node]] = [[item] for item in node.value[:1]]
        for before, after in pairwise(node.value):
            touches = before.end_mark.index + 1 == after.start_mark.index
            if touches and _DIGITS.match(self._copy, self._at.base + before.end_mark.index):
                runs[-1].append(after)
            else:
                runs.append([after])
        spans = [(run[0].start_mark.index, run[-1].end_mark.index) for run in runs if len(run) > 1]
        if not spans:
            return
        base, fixed, done = self._at.base, "", spans[0][0]
        for start, end in spans:
            fixed += self._copy[base + done : base + start] + quoted(self._copy[base + start : base + end])
            done = end
        start, end = spans[0][0] + base, spans[0][1] + base
        self._at.say_at("digit_comma", start, Fix(start, base + done, fixed), source=self._copy[start:end])
