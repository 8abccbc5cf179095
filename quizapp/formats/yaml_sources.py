"""One item of a list of cards on its own: as it is written, moved to the margin, and what it says."""

import re

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizapp.formats.yaml_emit import Value
from quizapp.formats.yaml_nodes import compose
from quizapp.formats.yaml_outline import Outline
from quizapp.formats.yaml_slots import Slot
from quizapp.formats.yaml_splice import refuse
from quizapp.formats.yaml_trees import text_of, tree

LINE_END = re.compile(r"\r\n|\r|\n")
TOO_MUCH = "there is too much in it"
_DASH = re.compile(r"-(?=\s|\Z)")


def slot_of(whole: Outline, index: int) -> Slot:
    """The item of a number; refused if there is none."""
    if not 0 <= index < len(whole.slots):
        refuse("there is no such card")
    return whole.slots[index]


def source_of(whole: Outline, index: int, *, with_comments: bool = False) -> str:
    """An item as it is written, from its dash on, moved to the margin; lines end with \\n."""
    slot = slot_of(whole, index)
    if whole.lists[slot.list_].flow:
        return "- " + LINE_END.sub("\n", whole.text[slot.start : slot.end]) + "\n"
    start = whole.own_start(index) if with_comments else slot.start
    lead = "" if with_comments else " " * slot.column
    lines = LINE_END.split(lead + whole.text[start : slot.end])
    return "".join(f"{shifted(line, -slot.column)}\n" for line in lines)


def value_of(node: Node) -> Value:
    """What a node says, as texts, lists and maps; of a key that is there twice the first counts.

    Refused if that is more than a card may hold: an alias can repeat a lot by few signs.
    """
    try:
        tree(node)
    except RecursionError:
        refuse(TOO_MUCH)
    return _value(node)


def _value(node: Node) -> Value:
    if isinstance(node, MappingNode):
        values: dict[str, Value] = {}
        for key, value in node.value:
            values.setdefault(text_of(key) if isinstance(key, ScalarNode) else "", _value(value))
        return values
    if isinstance(node, SequenceNode):
        return [_value(each) for each in node.value]
    return text_of(node)


def parsed(item: str) -> tuple[list[str], Node]:
    """The lines of an item with its dash and the node of what it says."""
    lines = LINE_END.split(item)
    while lines and not lines[-1].strip():
        lines.pop()
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    if not _DASH.match(first.lstrip(" ")):
        lines = [line and ("- " if number == 0 else "  ") + line for number, line in enumerate(lines)]
    margin = len(first) - len(first.lstrip(" ")) if _DASH.match(first.lstrip(" ")) else 0
    lines = [shifted(line, -margin) for line in lines]
    try:
        root = compose("\n".join((*lines, "")))
    except yaml.YAMLError:
        refuse("the card cannot be read")
    if not isinstance(root, SequenceNode) or len(root.value) != 1:
        refuse("it is not one card")
    return lines, root.value[0]


def shifted(line: str, by: int) -> str:
    """A line moved to the right, or as far to the left as there are spaces."""
    if by >= 0:
        return " " * by + line if line else line
    return line[min(-by, len(line) - len(line.lstrip(" "))) :]
