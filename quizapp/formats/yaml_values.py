"""A value changed where it stands, by as few signs as that takes: its quotes, its comments, its form stay."""

import re
from typing import NamedTuple

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from quizapp.core.problems import Fix
from quizapp.formats.yaml_emit import (
    WIDTH,
    Place,
    Style,
    Value,
    block_head,
    block_lines,
    double_quoted,
    entry,
    flow,
    flow_pair,
    is_block,
    item,
    may_be_block,
    scalar,
    single_quoted,
)
from quizapp.formats.yaml_flow import put_in, taken_out
from quizapp.formats.yaml_outline import Outline
from quizapp.formats.yaml_trees import text_of, tree_of_value

BLOCK_HEAD = re.compile(r"[|>](?P<sign>[-+0-9]{0,2})(?:[ \t]+(?P<comment>#[^\r\n]*))?[ \t]*(?:\r\n|\r|\n)")
LINE_END = re.compile(r"\r\n|\r|\n")
_REST_OF_LINE = re.compile(r"[^\r\n]*")
_COMMENT_BEHIND = re.compile(r"[ \t]+#")
_COMMENT_LINE = re.compile(r"(?:\r\n|\r|\n)(?P<lead>[ \t]*)#[^\r\n]*")


class Spot(NamedTuple):
    """Where a value stands."""

    whole: Outline
    base: int
    """What the marks count from."""
    least: int
    """Marks below this belong to something else that an alias repeats."""
    column: int
    """What its lines are indented against."""
    place: Place
    style: Style

    @property
    def in_flow(self) -> bool:
        return self.place.startswith("flow")

    def span(self, node: Node) -> tuple[int, int]:
        """Where a node stands, without comments behind it."""
        start, end = self.whole.span(node, self.base)
        return start, max(start, end)

    def dashed(self, node: CollectionNode) -> "Spot":
        """The place of the items of a list."""
        place: Place = "flow" if self.in_flow or node.flow_style else "item"
        return self._replace(place=place, column=int(node.start_mark.column))

    def paired(self, node: CollectionNode) -> "Spot":
        """The place of the values of a map."""
        place: Place = "flow_value" if self.in_flow or node.flow_style else "value"
        return self._replace(place=place, column=int(node.start_mark.column))


def line_end(whole: Outline, end: int, column: int) -> int:
    """The end of the line of what ends somewhere, and of comments below that are indented further."""
    rest = _REST_OF_LINE.match(whole.copy, end)
    end = rest.end() if rest else end
    while (comment := _COMMENT_LINE.match(whole.copy, end)) and len(comment["lead"]) > column:
        end = comment.end()
    return end


def updated(spot: Spot, node: Node, value: Value) -> list[Fix] | None:
    """The changes that make a node say something else; None if it must be written anew.

    So must be what is or holds an alias, an anchor or a tag, and what becomes of another sort.
    """
    start = spot.base + int(node.start_mark.index)
    if node.start_mark.index < spot.least or spot.whole.copy[start : start + 1] in ("&", "!"):
        return None
    if isinstance(node, ScalarNode):
        return _text(spot, node, value) if isinstance(value, str) else None
    if isinstance(node, SequenceNode):
        return _list(spot, node, value) if isinstance(value, list) else None
    return _map(spot, node, value) if isinstance(node, MappingNode) and isinstance(value, dict) else None


def _text(spot: Spot, node: ScalarNode, value: str) -> list[Fix] | None:
    if text_of(node) == value:
        return []
    start, end = spot.span(node)
    style = str(node.style or "")
    if style == '"' and not text_of(node) and not spot.style.json:
        style = ""  # there was nothing to write otherwise: these are no quotes of the author's choice
    if start == end:
        return None
    if style in ("|", ">"):
        return _block(spot, node, value)
    if not spot.in_flow and is_block(value):
        if spot.place == "key" or _COMMENT_BEHIND.match(spot.whole.copy, end):
            return None
        return [Fix(start, end, "\n".join((block_head(value), *block_lines(value, spot.column + 2))))]
    return [Fix(start, end, _in_style(value, style, spot))]


def _in_style(value: str, style: str, spot: Spot) -> str:
    """A text in the quotes that were there, if that needs no escapes."""
    if style == '"' and (spot.style.json or double_quoted(value) == f'"{value}"'):
        return double_quoted(value)
    if style == "'" and (in_quotes := single_quoted(value)):
        return in_quotes
    return scalar(value, spot.place)


def _block(spot: Spot, node: ScalarNode, value: str) -> list[Fix] | None:
    """A block stays one, and keeps its head and its indentation; a folded one becomes a literal one."""
    start, end = spot.span(node)
    text = spot.whole.text
    head = BLOCK_HEAD.match(text, start)
    if head is None or not may_be_block(value) or value.lstrip("\n")[:1] in (" ", "\t"):
        return None
    line = next((line for line in LINE_END.split(text[head.end() : end]) if line.strip()), "")
    indent = len(line) - len(line.lstrip(" "))
    if indent <= spot.column or any(sign.isdigit() for sign in head["sign"]):
        return None
    literal = [] if node.style == "|" else [Fix(start, start + 1, "|")]
    return [*literal, Fix(head.end(), end, "\n".join(block_lines(value, indent)))]


def _map(spot: Spot, node: MappingNode, value: dict[str, Value]) -> list[Fix] | None:
    """Pairs change one by one; further ones are put in behind the last; or some are taken out."""
    if not node.value:
        return None if value else []
    if len(node.value) > len(value):
        return _pairs_removed(spot.paired(node), node, value)
    inner = spot.paired(node)
    keys = inner._replace(place="flow_key" if inner.in_flow else "key")
    changes: list[Fix] = []
    wanted = list(value.items())
    for (key, below), (name, each) in zip(node.value, wanted, strict=False):
        found = updated(keys, key, name), updated(inner, below, each)
        if found[0] is None or found[1] is None:
            return None
        changes += [*found[0], *found[1]]
    more = wanted[len(node.value) :]
    return [*changes, _appended(inner, node.value[-1][1], more)] if more else changes


def _pairs_removed(spot: Spot, node: MappingNode, value: dict[str, Value]) -> list[Fix] | None:
    """Pairs taken out of a map, if nothing else changes."""
    kept = [(text_of(key), spot.whole.tree_of(below, spot.base)) for key, below in node.value]
    gone = [number for number, (name, _) in enumerate(kept) if name not in value]
    left = [pair for pair in kept if pair[0] in value]
    if not value or left != [(name, tree_of_value(each)) for name, each in value.items()]:
        return None
    spans = [(spot.span(key)[0], spot.span(below)[1]) for key, below in node.value]
    if spot.in_flow:
        return taken_out(spot.whole.copy, spans, gone)
    stretches = [(spans[number][0], line_end(spot.whole, spans[number][1], spot.column)) for number in gone]
    if any(spot.whole.copy[start - spot.column - 1 : start].strip(" ") != "\n" for start, _ in stretches):
        return None
    return [whole_lines(spot.whole.text, start, end) for start, end in stretches]


def whole_lines(text: str, start: int, end: int) -> Fix:
    """The change that takes out the lines from the one with `start` to the one that ends at `end`."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    ends = LINE_END.match(text, end)
    if ends is None:  # the last line of a file without a line end: that of the line above goes
        return Fix(len(text[:first].rstrip("\r\n")), end, "")
    return Fix(first, ends.end(), "")


def _appended(spot: Spot, last: Node, pairs: list[tuple[str, Value]]) -> Fix:
    """Pairs put in behind the last one of a map."""
    end = spot.span(last)[1]
    if spot.in_flow:
        return Fix(end, end, "".join(f", {flow_pair(*pair, json=spot.style.json)}" for pair in pairs))
    end, margin = line_end(spot.whole, end, spot.column), " " * spot.column
    lines = [line and margin + line for pair in pairs for line in entry(*pair, spot.style)]
    return Fix(end, end, "".join(f"\n{line}" for line in lines))


def _list(spot: Spot, node: SequenceNode, value: list[Value]) -> list[Fix] | None:
    nodes: list[Node] = node.value
    if not nodes or not value:
        return [] if not nodes and not value else None
    if (
        len(value) != len(nodes)
        and not spot.in_flow
        and spot.column + len(flow(value)) > WIDTH
        and node.flow_style
    ):
        return None
    inner = spot.dashed(node)
    before = _same(spot, nodes, value)
    behind = _same(spot, nodes[before:][::-1], value[before:][::-1])
    old, new = nodes[before : len(nodes) - behind], value[before : len(value) - behind]
    changes: list[Fix] = []
    for below, each in zip(old, new, strict=False):
        found = updated(inner, below, each)
        if found is None:
            return None
        changes += found
    kept = before + min(len(old), len(new))
    if len(new) > len(old):
        added = _added(inner, nodes, kept, new[len(old) :])
    else:
        added = _removed(inner, nodes, kept, len(old) - len(new))
    return None if added is None else changes + added


def _same(spot: Spot, nodes: list[Node], values: list[Value]) -> int:
    """How many nodes say already what they should, from the first on."""
    count = 0
    for node, value in zip(nodes, values, strict=False):
        if spot.whole.tree_of(node, spot.base) != tree_of_value(value):
            break
        count += 1
    return count


def _added(spot: Spot, nodes: list[Node], at: int, values: list[Value]) -> list[Fix] | None:
    """Items put in behind the one before `at`, or before the first."""
    if spot.in_flow:
        words = [flow(value, json=spot.style.json) for value in values]
        return [put_in(list(map(spot.span, nodes)), at, words)]
    margin = " " * spot.column
    lines = [line and margin + line for value in values for line in item(value, spot.style)]
    if at:
        behind = _item_end(spot, nodes[at - 1])
        return None if behind is None else [Fix(behind, behind, "".join(f"\n{line}" for line in lines))]
    dash = _dash(spot, nodes[0])
    return None if dash is None else [Fix(dash, dash, "".join(f"{line}\n" for line in lines))]


def _removed(spot: Spot, nodes: list[Node], at: int, count: int) -> list[Fix] | None:
    """Items taken out from `at` on; there are others."""
    if not count:
        return []
    if spot.in_flow:
        return taken_out(spot.whole.copy, list(map(spot.span, nodes)), range(at, at + count))
    start, behind = _dash(spot, nodes[at]), _item_end(spot, nodes[at + count - 1])
    if start is None or behind is None:
        return None
    return [whole_lines(spot.whole.text, start, behind)]


def _dash(spot: Spot, node: Node) -> int | None:
    """Start of the line of an item's dash; None if the item does not begin in that line."""
    copy, start = spot.whole.copy, spot.base + int(node.start_mark.index)
    line = copy.rfind("\n", 0, start) + 1
    lead = copy[line:start]
    is_item = lead[: spot.column].strip() == "" and lead[spot.column :].rstrip(" ") == "-"
    return line if is_item and node.start_mark.index >= spot.least else None


def _item_end(spot: Spot, node: Node) -> int | None:
    """The end of an item's last line; None for an alias."""
    if node.start_mark.index < spot.least:
        return None
    return line_end(spot.whole, spot.span(node)[1], spot.column)
