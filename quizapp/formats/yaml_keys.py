"""Keys of a card or of a deck: values changed where they stand, keys put in at their place and taken out."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, SequenceNode

from quizapp.core.problems import Fix
from quizapp.formats.yaml_emit import Place, Style, Value, behind_colon, entry, flow, flow_pair
from quizapp.formats.yaml_flow import put_in, taken_out
from quizapp.formats.yaml_outline import Outline
from quizapp.formats.yaml_splice import refuse
from quizapp.formats.yaml_trees import Tree, tree_of_value
from quizapp.formats.yaml_values import BLOCK_HEAD, Spot, line_end, updated, whole_lines

_COLON = re.compile(r"[ \t]*:")
_COMMENT = re.compile(r"[ \t]+(?P<comment>#[^\r\n]*)")


class Pair(NamedTuple):
    """A key of a mapping with its value."""

    name: str
    """As the rest of the program knows the key."""
    key: Node
    value: Node
    base: int
    """What the marks of both count from."""

    @property
    def start(self) -> int:
        return self.base + int(self.key.start_mark.index)

    @property
    def key_end(self) -> int:
        return self.base + int(self.key.end_mark.index)

    @property
    def is_alias(self) -> bool:
        """True if the value stands elsewhere: an alias has the marks of its anchor."""
        return bool(self.value.start_mark.index < self.key.end_mark.index)


class Map(NamedTuple):
    """A mapping to be changed: a card, or the keys of a deck."""

    whole: Outline
    pairs: Sequence[Pair]
    flow: bool
    column: int
    """Where its keys stand, if not in braces."""
    order: Mapping[str, int]
    """Known keys -> their place."""
    style: Style

    def find(self, name: str) -> Pair | None:
        """The pair of a key; refused if it is there twice."""
        found = [pair for pair in self.pairs if pair.name == name]
        if len(found) > 1:
            refuse(f"{name}: is there twice")
        return found[0] if found else None

    def end(self, pair: Pair) -> int:
        """Where a pair ends, without comments behind it."""
        return max(self.whole.span(pair.value, pair.base)[1], pair.key_end)

    def line_end(self, pair: Pair) -> int:
        """The end of the last line of a pair."""
        return line_end(self.whole, self.end(pair), self.column)

    def spot(self, pair: Pair) -> Spot:
        """Where the value of a pair stands."""
        place: Place = "flow_value" if self.flow else "value"
        least = int(pair.key.end_mark.index)
        return Spot(self.whole, pair.base, least, self.column, place, self.style)


def set_value(map_: Map, name: str, value: Value) -> list[Fix]:
    """The changes that give a key a value."""
    pair = map_.find(name)
    if pair is None:
        return [_added(map_, name, value)]
    _refuse_alias(pair)
    changes = None if _repeats(pair.value) else updated(map_.spot(pair), pair.value, value)
    return [_rewritten(map_, pair, value)] if changes is None else changes


def _repeats(root: Node) -> bool:
    """True if something below a node is there twice, by an alias."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            return True
        seen.add(id(node))
        if isinstance(node, MappingNode):
            waiting += [side for pair in node.value for side in pair]
        elif isinstance(node, SequenceNode):
            waiting += node.value
    return False


def remove(map_: Map, name: str) -> list[Fix]:
    """The changes that take a key out."""
    pair = map_.find(name)
    if pair is None:
        return []
    if len(map_.pairs) == 1:
        refuse("nothing would be left")
    index = list(map_.pairs).index(pair)
    if not map_.flow:
        return [_removed_lines(map_, pair, index)]
    return taken_out(map_.whole.copy, _spans(map_), [index])


def _spans(map_: Map) -> list[tuple[int, int]]:
    """Where the pairs stand in braces."""
    for pair in map_.pairs:
        _refuse_alias(pair)
    return [(pair.start, map_.end(pair)) for pair in map_.pairs]


def says(map_: Map, name: str, value: Value | None) -> Tree:
    """What the mapping says once a key has a value, or is gone."""
    tree_of = map_.whole.tree_of
    pairs = [(tree_of(pair.key, pair.base), tree_of(pair.value, pair.base)) for pair in map_.pairs]
    names = [pair.name for pair in map_.pairs]
    if value is None:
        return (":", *(pair for pair, key in zip(pairs, names, strict=True) if key != name))
    if name in names:
        at = names.index(name)
        pairs[at] = pairs[at][0], tree_of_value(value)
    else:
        pairs.insert(_place(map_, name), (name, tree_of_value(value)))
    return (":", *pairs)


def _refuse_alias(pair: Pair) -> None:
    if pair.is_alias:
        refuse(f"{pair.name}: refers to another text by *; change it by hand")


def _place(map_: Map, name: str) -> int:
    """How many keys stand before a new one."""
    last = len(map_.order)
    rank = map_.order.get(name, last)
    ranks = [map_.order.get(pair.name, last) for pair in map_.pairs]
    return max((number + 1 for number, other in enumerate(ranks) if other <= rank), default=0)


def _added(map_: Map, name: str, value: Value) -> Fix:
    """The change that puts in a new key."""
    place = _place(map_, name)
    if not map_.pairs:
        refuse("the card is empty")
    if map_.flow:
        return put_in(_spans(map_), place, [flow_pair(name, value, json=map_.style.json)])
    margin = " " * map_.column
    lines = [line and margin + line for line in entry(name, value, map_.style)]
    if place:
        end = map_.line_end(map_.pairs[place - 1])
        return Fix(end, end, "".join(f"\n{line}" for line in lines))
    words = "".join(f"{line}\n" for line in lines)
    start = map_.pairs[0].start
    return Fix(start, start, words[map_.column :] + margin)


def _removed_lines(map_: Map, pair: Pair, index: int) -> Fix:
    """The change that takes out the lines of a key; what stands before the first key stays."""
    text, end = map_.whole.text, map_.line_end(pair)
    if not index:
        following = map_.pairs[1].start
        if not text[end:following].strip():
            return Fix(pair.start, following, "")
        lead = text[: pair.start].rstrip(" \t")
        return Fix(len(lead), end, "")
    return whole_lines(text, pair.start, end)


def _rewritten(map_: Map, pair: Pair, value: Value) -> Fix:
    """The change that writes the value of a key anew; a comment in its line stays."""
    text = map_.whole.text
    start, end = map_.spot(pair).span(pair.value)
    colon = _COLON.match(map_.whole.copy, pair.key_end)
    if colon is None:
        refuse(f"{pair.name}: is written in an unusual way")
    if map_.flow:
        words = flow(value, "flow_value", json=map_.style.json)
        return Fix(start, end, words if start > colon.end() else f" {words}")
    matches = _COMMENT.match(text, colon.end()), BLOCK_HEAD.match(text, start), _COMMENT.match(text, end)
    comment = next((match["comment"] for match in matches if match and match["comment"]), "")
    end = matches[2].end() if matches[2] else end
    first, *rest = behind_colon(pair.name, value, map_.style)
    margin = " " * map_.column
    below = "".join("\n" + (line and margin + line) for line in rest)
    return Fix(colon.end(), end, f"{first}{comment and '  ' + comment}{below}")
