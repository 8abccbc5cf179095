"""One mapping of a deck file being read: its keys, and a place for whatever is wrong with them."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import OSA
from yaml.nodes import MappingNode, Node, ScalarNode

from quizapp.core.problems import MESSAGES, Fix
from quizapp.formats.deck_text import DeckText, shorten
from quizapp.formats.fixes import commented, without
from quizapp.formats.yaml_repair import quoted

_LIKE = 0.6
"""Similarity from which a key is taken for a misspelt one."""
_CLOSE = 5
"""Words of which the best is looked for."""
_DEEP = 100
_ALIAS = re.compile(r"[\s:-]*\*[^\s,\]}]+")
_FRONTS = ("q", "front", "question", "term")
_NO_FRONTS = ("id", "kind", "tags")
CUT = re.compile(r"[ \t]+(?P<cut>#[^\s#](?:[^\n]*[^\s])?)")
"""What YAML cuts off a value and an author may not have meant as a comment."""


Pairs: TypeAlias = list[tuple[Node, Node]]
"""What a mapping node holds."""


class Entry(NamedTuple):
    """A key and what stands behind it."""

    key: Node
    value: Node


class Reading:
    """Tells the problems of the nodes of one piece; `failed` is set by an error."""

    __slots__ = ("_card", "base", "failed", "file", "node")

    def __init__(self, file: DeckText, base: int, node: Node | None = None) -> None:
        self.file = file
        self.base = base
        """Offset of the piece that the nodes' marks count from."""
        self.node = node
        """The card; None for what belongs to the deck."""
        self.failed = False
        self._card: str | None = None

    def say(self, code: str, node: Node, fix: Fix | None = None, **args: str) -> None:
        """Report a problem at a node."""
        self.say_at(code, self.base + node.start_mark.index, fix, **args)

    def say_at(self, code: str, offset: int, fix: Fix | None = None, **args: str) -> None:
        """Report a problem at an offset of the file."""
        self.failed = self.failed or MESSAGES[code][0] == "error"
        if self._card is None:
            self._card = front_of(self.node) if self.node is not None else ""
        self.file.report(code, offset, card=self._card, fix=fix, **args)

    def span(self, node: Node) -> tuple[int, int]:
        """Where a node stands in the file, without the comments behind it."""
        leaf, is_alias = last_leaf(node)
        start, end = self.base + node.start_mark.index, self.base + leaf
        if is_alias and (alias := _ALIAS.match(self.file.copy, end)):
            end = alias.end()
        return start, start + len(self.file.copy[start:end].rstrip(" \t\r\n"))

    def source(self, node: Node) -> str:
        """What the author wrote, for a message."""
        return self.file.shown(*self.span(node))

    def in_quotes(self, node: Node) -> Fix | None:
        """The one-click cure that makes a text of a node; None if it takes several lines."""
        start, end = self.span(node)
        source = self.file.copy[start:end]
        return None if "\n" in source or not source else Fix(start, end, quoted(source))

    def lost_text(self, node: Node) -> Fix | None:
        """The cure for an empty value of which YAML took the text: for a comment, a tag or an anchor."""
        start, end = self.base + node.start_mark.index, self.base + node.end_mark.index
        if start < end and self.file.copy[start] in "!&":
            return self.in_quotes(node)
        cut = CUT.match(self.file.copy, end)
        return None if cut is None else Fix(cut.start("cut"), cut.end("cut"), quoted(cut["cut"]))

    def not_text(self, node: Node, key: str, keys: Iterable[str] = ()) -> None:
        """A list or a map stands where a text belongs, or a map with certain keys.

        Numbers alone are hardly a text whose quotes were forgotten: [1, 2], {2%: 0.5}.
        """
        source = self.source(node)
        if any(map(str.isalpha, source)):
            self.say("text_expected", node, self.in_quotes(node), key=key, source=source)
        elif names := ", ".join(f"{name}:" for name in keys):
            self.say("keys_expected", node, key=key, source=source, keys=names)
        else:
            self.say("value_expected", node, key=key, source=source)

    def entries(self, pairs: Pairs, aliases: Mapping[str, str] = {}) -> dict[str, Entry]:
        """The pairs of a mapping by key, aliases resolved; duplicates and odd keys are reported."""
        found: dict[str, Entry] = {}
        for key_node, value in pairs:
            if key_node.__class__ is not ScalarNode:
                self.say("key_not_text", key_node, self.in_quotes(key_node), source=self.source(key_node))
                continue
            if key_node.value == "<<":
                self.say("merge", key_node)
                continue
            key = aliases.get(key_node.value, key_node.value)
            if key in found:
                self.duplicate(Entry(key_node, value), found[key], self)
            else:
                found[key] = Entry(key_node, value)
        return found

    def duplicate(self, entry: Entry, first: Entry, there: "Reading") -> None:
        """Report a key that `there` read before: what says nothing new may go, else it can be a comment."""
        line = there.file.where(there.base + first.key.start_mark.index).line
        start, end = self.pair_span(entry)
        is_idle = not self._words(entry) or self._words(entry) == there._words(first)
        fix = (without if is_idle else commented)(self.file.copy, start, end)
        self.say("duplicate_key", entry.key, fix, key=str(entry.key.value), first=str(line))

    def pair_span(self, entry: Entry) -> tuple[int, int]:
        """Where a key stands with its value."""
        start, end = self.span(entry.key)
        first, last = self.span(entry.value)
        return (start, last) if first >= end else (start, end)

    def as_comment(self, entry: Entry) -> Fix | None:
        """The cure that keeps a key for the author alone."""
        return commented(self.file.copy, *self.pair_span(entry))

    def nothing_in(self, entry: Entry) -> Fix | None:
        """The cure for a key without a value: the text that YAML took comes back, or the key goes."""
        return self.lost_text(entry.value) or without(self.file.copy, *self.pair_span(entry))

    def _words(self, entry: Entry) -> str:
        """What stands behind a key: a text as it is read, all else as it was written."""
        node = entry.value
        return node.value if node.__class__ is ScalarNode else self.file.copy[slice(*self.span(node))]

    def unknown(self, node: Node, known: Iterable[str]) -> None:
        """Report a key that means nothing here, with the one it resembles."""
        key = str(node.value)
        like = closest(key, known)
        if like:
            start, end = self.span(node)
            self.say("unknown_key_like", node, Fix(start, end, like), key=key, like=like)
        else:
            self.say("unknown_key", node, key=key)


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that a misspelt one resembles; empty if none does.

    Of several the one with the same letters, then the first.
    """
    word, like = word.lower(), OSA.normalized_similarity
    found = process.extract(word, list(known), scorer=like, score_cutoff=_LIKE, limit=_CLOSE)
    letters = sorted(word)
    return max(found, key=lambda one: (one[1], sorted(one[0]) == letters), default=("", 0, 0))[0]


def front_of(node: Node) -> str:
    """The front of a card, as good as it can be told while it is being read."""
    pairs = node.value if isinstance(node, MappingNode) else [(node, node)]
    texts = {key.value: value.value for key, value in pairs if key.__class__ is value.__class__ is ScalarNode}
    named = [texts[key] for key in _FRONTS if key in texts]
    others = [text for key, text in texts.items() if key not in _NO_FRONTS]
    return shorten(next(iter(named + others), ""))


def last_leaf(node: Node) -> tuple[int, bool]:
    """Where the last leaf of a node ends; a block's own end mark lies behind the comments that follow.

    An alias has the marks of its anchor: then the second is True, and it stands behind the offset.
    """
    for _ in range(_DEEP):
        if isinstance(node, ScalarNode) or node.flow_style or not node.value:  # type: ignore[attr-defined]
            break
        if isinstance(node, MappingNode):
            key, child = node.value[-1]
            least = key.end_mark.index
        else:
            *before, child = node.value
            least = before[-1].end_mark.index if before else node.start_mark.index
        if child.start_mark.index < least:
            return int(least), True
        node = child
    return int(node.end_mark.index), False
