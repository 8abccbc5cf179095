"""Values → YAML as a person would be glad to have written it, and as the loader reads back without a word.

Texts stay plain where that is safe, else they are quoted; those of several lines become blocks. Short lists
stand in brackets, others line by line.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from quizapp.formats.deck_text import BLANK, REFUSED
from quizapp.formats.yaml_nodes import compose
from quizapp.formats.yaml_repair import quoted

Value: TypeAlias = str | list["Value"] | dict[str, "Value"]
"""What a key holds: every scalar is text."""
Place: TypeAlias = Literal["value", "item", "key", "flow", "flow_value", "flow_key"]

WIDTH = 100
"""Characters of a line up to which a list may stand in brackets."""
_ITEM_WIDTH = 40
"""Characters of an item of such a list."""
_WORD_WIDTH = 16
"""Characters of a value of a map in braces."""
_PROBES: Mapping[Place, str] = {
    "value": "k: {}\nz: z",
    "item": "- {}\n- z",
    "key": "{}: v\nz: z",
    "flow": "[{}, z]",
    "flow_value": "{{k: {}, z: z}}",
    "flow_key": "{{{}: v, z: z}}",
}
_ODD_AT_EDGE = re.compile(rf"[\s{BLANK}]|.*[\s{BLANK}]\Z", re.DOTALL)
_NEVER_PLAIN = re.compile(rf"[\t\r\n{REFUSED}\ud800-\udfff]")
_NEVER_BLOCK = re.compile(rf"[\r{REFUSED}\ud800-\udfff]|\n\Z|^[{BLANK}]", re.MULTILINE)
_TO_ESCAPE = re.compile(rf"[\\\"\t\r\n{REFUSED}]")
_ESCAPES = {"\t": "\\t", "\r": "\\r", "\n": "\\n", "\\": "\\\\", '"': '\\"'}


class Style(NamedTuple):
    """How a file writes what has several forms."""

    indented: bool = False
    """Dashes below a key stand further right than the key."""
    json: bool = False
    """Everything stands in double quotes."""


PLAINLY = Style()


def emit_item(data: Mapping[str, Value], style: Style = PLAINLY) -> str:
    """A card from its keys, in their order, with its dash."""
    lines = [line for key, value in data.items() for line in entry(key, value, style)] or ["{}"]
    return "".join(f"{line}\n" for line in _behind_dash(lines))


def entry(key: str, value: Value, style: Style = PLAINLY) -> list[str]:
    """The lines of a key with its value; the first begins with the key, at the margin."""
    head = scalar(key, "key") + ":"
    first, *rest = behind_colon(key, value, style)
    return [head + first, *rest]


def behind_colon(key: str, value: Value, style: Style) -> list[str]:
    """What stands behind the colon of a key, and the lines below it."""
    inline = _inline(key, value)
    if inline is not None:
        return [f" {inline}"]
    if isinstance(value, str):
        return [f" {block_head(value)}", *block_lines(value, 2)]
    if isinstance(value, dict):
        below, margin = [line for name, each in value.items() for line in entry(name, each, style)], "  "
    else:
        below, margin = [line for each in value for line in item(each, style)], "  " * style.indented
    return ["", *(margin + line if line else "" for line in below)]


def item(value: Value, style: Style = PLAINLY) -> list[str]:
    """The lines of an item of a list, with its dash."""
    if isinstance(value, str):
        if is_block(value):
            return [f"- {block_head(value)}", *block_lines(value, 2)]
        return [f"- {scalar(value, 'item')}"]
    if isinstance(value, list):
        inline = flow(value)
        if len(inline) <= WIDTH or any(not isinstance(each, str) for each in value):
            return [f"- {inline}"]
        return _behind_dash([line for each in value for line in item(each, style)])
    if len(value) != 1:
        inline = flow(value)
        if not value or (len(inline) <= WIDTH and all(isinstance(each, str) for each in value.values())):
            return [f"- {inline}"]
    return _behind_dash([line for name, each in value.items() for line in entry(name, each, style)])


def scalar(text: str, place: Place, *, json: bool = False) -> str:
    """A text in one line: plain if it reads back as it is, else quoted."""
    if not json and is_plain(text, place):
        return text
    if json or re.search(rf"[\t\r\n{REFUSED}]", text):
        return double_quoted(text)
    return quoted(text)


def double_quoted(text: str) -> str:
    """A text in double quotes, whatever is in it."""
    return '"' + _TO_ESCAPE.sub(_escape, text) + '"'


def single_quoted(text: str) -> str:
    """A text in single quotes; empty if that cannot hold it."""
    return "" if re.search(rf"[\t\r\n{REFUSED}]", text) else "'" + text.replace("'", "''") + "'"


def flow(value: Value, place: Place = "flow", *, json: bool = False) -> str:
    """A value in one line, as it stands between brackets."""
    if isinstance(value, str):
        return scalar(value, place, json=json)
    if isinstance(value, list):
        return "[" + ", ".join(flow(each, json=json) for each in value) + "]"
    return "{" + ", ".join(flow_pair(key, each, json=json) for key, each in value.items()) + "}"


def flow_pair(key: str, value: Value, *, json: bool = False) -> str:
    """A key with its value, as it stands between braces."""
    return f"{scalar(key, 'flow_key', json=json)}: {flow(value, 'flow_value', json=json)}"


@lru_cache(maxsize=4096)
def is_plain(text: str, place: Place) -> bool:
    """True if a text without quotes is read as it stands. Remembered: keys and tags come again and again."""
    if not text or _ODD_AT_EDGE.match(text) or _NEVER_PLAIN.search(text):
        return False
    try:
        root = compose(_PROBES[place].format(text))
    except yaml.YAMLError:
        return False
    nodes = list(_two(root))
    return len(nodes) == 2 and _is_text(nodes[0], text) and _is_text(nodes[1], "z")


def is_block(text: str) -> bool:
    """True for a text of several lines that can be written as a block."""
    return "\n" in text and not _NEVER_BLOCK.search(text)


def may_be_block(text: str) -> bool:
    """True for a text that can be written as a block, be it one line long."""
    return bool(text.strip()) and not _NEVER_BLOCK.search(text)


def block_head(text: str, sign: str = "|-") -> str:
    """What a block begins with; a text that begins with a space has its indentation told."""
    return f"{sign[0]}2{sign[1:]}" if text.lstrip("\n")[:1] in (" ", "\t") else sign


def block_lines(text: str, indent: int) -> list[str]:
    """The lines of a block."""
    return [" " * indent + line if line else "" for line in text.split("\n")]


def _inline(key: str, value: Value) -> str | None:
    """The value in the line of its key; None if it is better off below."""
    if isinstance(value, str):
        in_block = is_block(value) or (
            key == "cloze" and may_be_block(value) and not is_plain(value, "value")
        )
        return None if in_block else scalar(value, "value")
    inline = flow(value)
    if not value:
        return inline
    if isinstance(value, dict):
        short = all(isinstance(each, str) and len(each) <= _WORD_WIDTH for each in value.values())
        return inline if short and len(value) <= 3 and len(key) + len(inline) < WIDTH else None
    return inline if len(key) + len(inline) < WIDTH and all(map(_is_short, value)) else None


def _is_short(each: Value) -> bool:
    """True for what may stand between brackets: short, with no more quotes there than elsewhere."""
    if isinstance(each, dict):
        return False
    if isinstance(each, list):
        return all(isinstance(inner, str) and _is_short(inner) for inner in each)
    return len(each) <= _ITEM_WIDTH and (is_plain(each, "flow") or not is_plain(each, "item"))


def _behind_dash(lines: list[str]) -> list[str]:
    first, *rest = lines
    return [f"- {first}", *(f"  {line}" if line else "" for line in rest)]


def _two(root: Node | None) -> Iterable[Node]:
    """The nodes of a probe that should say the text, and what stands behind it."""
    if isinstance(root, MappingNode):
        if len(root.value) == 2:
            (key, value), (_, last) = root.value
            yield key if value.value == "v" and key.value != "k" else value
            yield last
    elif root is not None and len(root.value) == 2:
        yield from root.value


def _is_text(node: Node, text: str) -> bool:
    return isinstance(node, ScalarNode) and node.value == text and node.tag is None and not node.style


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04x}"
