"""Cures that take a key, an item or a dash out of a card, or put one in: a replacement that keeps all else.

Each returns None where it could not keep comments and layout; then the problem has no one-click cure.
All offsets count characters of the file.
"""

import re
from collections.abc import Container, Iterable, Sequence

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from quizapp.core.deck import Span
from quizapp.core.problems import Fix
from quizapp.formats.yaml_nodes import compose
from quizapp.formats.yaml_repair import quoted

_DASHES = re.compile(r"[ ]*(?:-[ ]+)*")
_DASH_BEFORE = re.compile(r"(-)[ ]*\Z")
_BLANK = re.compile(r"[ \t\r\n]*")
_COMMA = re.compile(r"[ \t]*,[ \t]*")
_LINE_END = re.compile(r"[ \t]*(?:\r?\n|\Z)")


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def without(text: str, start: int, end: int) -> Fix | None:
    """Take text[start:end], a key with its value or an item with its dash, out of a block or of brackets."""
    first = _line_start(text, start)
    lead = text[first:start]
    if not lead.strip(" "):
        tail = _LINE_END.match(text, end)
        return Fix(first, tail.end(), "") if tail and tail.end() > first else Fix(start, end, "")
    if _DASHES.fullmatch(lead):
        return _first_of_item(text, start, end, len(lead))
    return _of_flow(text, start, end)


def _first_of_item(text: str, start: int, end: int, column: int) -> Fix | None:
    """A key that stands behind the dash: the next one moves up."""
    blank = _BLANK.match(text, end)
    assert blank is not None  # it may be empty
    after = blank.end()
    is_next = "\n" in blank[0] and after < len(text) and after - _line_start(text, after) == column
    return Fix(start, after, "") if is_next and text[after] != "#" else None


def _of_flow(text: str, start: int, end: int) -> Fix | None:
    """One of several in brackets, with the comma behind it or else before it."""
    comma = _COMMA.match(text, end)
    if comma:
        return Fix(start, comma.end(), "")
    before = re.compile(r"[ \t]*,[ \t]*\Z").search(text, _line_start(text, start), start)
    return Fix(before.start(), end, "") if before else None


def commented(text: str, start: int, end: int) -> Fix | None:
    """Make a comment of text[start:end], a key of a block with its value; not of the first of an item."""
    first = _line_start(text, start)
    lead = text[first:start]
    if lead.strip(" "):
        return None
    lines = text[start:end].split("\n")
    return Fix(start, end, "\n".join(_as_comment(line, lead, number) for number, line in enumerate(lines)))


def _as_comment(line: str, lead: str, number: int) -> str:
    if not number:
        return f"# {line}"
    return f"{lead}# {line.removeprefix(lead)}" if line.strip() else f"{lead}#{line.lstrip(' ')}"


def key_before(text: str, start: int, source: str) -> Fix | None:
    """Put `key: value` before the key that begins at an offset, on a line of its own in a block."""
    lead = text[_line_start(text, start) : start]
    if not _DASHES.fullmatch(lead):
        return Fix(start, start, f"{source}, ")
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    return Fix(start, start, f"{source}{end_of_line}{' ' * len(lead)}")


def shifted(text: str, start: int, end: int, columns: int) -> Fix:
    """Move whole lines, text[start:end], to the right by so many columns, or to the left."""
    lines = text[start:end].split("\n")
    return Fix(start, end, "\n".join(_moved(line, columns) for line in lines))


def _moved(line: str, columns: int) -> str:
    if columns >= 0:
        return " " * columns + line if line.strip() else line
    room = len(line) - len(line.lstrip(" "))
    return line[min(room, -columns) :]


def without_item(text: str, offset: int) -> Fix | None:
    """Take out an empty item of a block, whose dash stands before the offset."""
    dash = _DASH_BEFORE.search(text, _line_start(text, offset), offset)
    return without(text, dash.start(1), dash.end(1)) if dash else None


def without_one_of(text: str, base: int, items: Sequence[Node], words: str) -> Fix | None:
    """Take out the last of several items that says these words and nothing else.

    base: what the nodes' marks count from. An only item stays: an empty list is no cure.
    """
    found = [item for item in items if isinstance(item, ScalarNode) and item.value == words]
    if not found or len(items) < 2:
        return None
    start, end = (base + mark.index for mark in (found[-1].start_mark, found[-1].end_mark))
    end = start + len(text[start:end].rstrip())
    dash = _DASH_BEFORE.search(text, _line_start(text, start), start)
    return without(text, dash.start(1) if dash else start, end)


def first_words(item: Node) -> str:
    """What an item says, or the text that it says more of."""
    if not isinstance(item, MappingNode) or not item.value:
        return str(item.value) if isinstance(item, ScalarNode) else ""
    by_key = {key.value: value for key, value in item.value}
    said = by_key.get("text", item.value[0][0])
    return str(said.value) if isinstance(said, ScalarNode) else ""


def without_dashes(text: str, start: int, end: int, items: Iterable[int]) -> Fix | None:
    """Make one map of a block of maps, text[start:end], whose items begin at those offsets."""
    found, done = "", start
    for item in items:
        dash = _DASH_BEFORE.search(text, _line_start(text, item), item)
        if dash is None:
            return None
        found += text[done : dash.start(1)] + " "
        done = dash.end(1)
    return Fix(start, end, found + text[done:end])


def free_id(wanted: str, taken: Container[str]) -> str:
    """An id like the wanted one that no other card has: the-wall, the-wall-2, the-wall-3."""
    number, found = 2, wanted
    while found in taken:
        found = f"{wanted}-{number}"
        number += 1
    return found


def first_key(text: str, card: Span, source: str) -> Fix | None:
    """Put `key: value` before all other keys of a card."""
    if text.startswith("{", card.start):
        return Fix(card.start + 1, card.start + 1, f"{source}, ")
    return key_before(text, card.start, source)


def other_id(text: str, card: Span, taken: Container[str]) -> Fix | None:
    """Give a card that has an id another one, that no other card has."""
    shift = card.column - 1  # the first line of a block needs the column of the others
    try:
        root = compose(" " * shift + text[card.start : card.end])
    except yaml.MarkedYAMLError:
        return None
    pairs = root.value if isinstance(root, MappingNode) else []
    for key, value in pairs:
        if key.value == "id" and isinstance(value, ScalarNode):
            found = free_id(value.value.strip(), taken)
            start, end = (card.start - shift + mark.index for mark in (value.start_mark, value.end_mark))
            return Fix(start, end, quoted(found) if value.style else found)
    return None
