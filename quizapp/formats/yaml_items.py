"""Items of the list of cards: taken out, put in, moved, replaced. The rest of the text stays as it is."""

import re
from collections.abc import Iterable

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizapp.core.problems import Fix
from quizapp.formats.yaml_emit import flow
from quizapp.formats.yaml_flow import put_in, taken_out
from quizapp.formats.yaml_outline import Outline, outline
from quizapp.formats.yaml_slots import Slot
from quizapp.formats.yaml_sources import LINE_END, TOO_MUCH, parsed, shifted, slot_of, source_of, value_of
from quizapp.formats.yaml_splice import Edited, checked, refuse
from quizapp.formats.yaml_trees import Tree, tree

_LINE_REST = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
_ONLY_COMMENTS = re.compile(r"(?:\s*(?:#[^\r\n]*|\Z))*")
_BLANK_LINE = re.compile(r"(?:\n|\r(?!\n))[ \t]*(?:\r?\n|\r)\Z")
_REST = re.compile(r"[^\r\n]*")
_DEEPEST = 40
_BLANKS = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*")


def replace_item(text: str, index: int, item: str) -> Edited:
    """Put an item in the place of another; comments above it stay."""
    whole = outline(text)
    slot = slot_of(whole, index)
    lines, says = _item(item)
    words = _fitting(whole, slot, lines)
    wanted: list[int | Tree] = list(range(len(whole.slots)))
    wanted[index] = says
    return checked(whole, [Fix(slot.start, slot.end, words)], wanted)


def insert_item(text: str, index: int, item: str) -> Edited:
    """Put an item before the one of this number; behind the last for their count, be it 0."""
    return insert_items(text, index, [item])


def insert_items(text: str, index: int, items: Iterable[str]) -> Edited:
    """Put items before the one of this number, in their order. They may bring comments above them."""
    whole = outline(text)
    count = len(whole.slots)
    if not 0 <= index <= count:
        refuse("there is no such place")
    read = [_item(item) for item in items]
    wanted: list[int | Tree] = [*range(index), *(says for _, says in read), *range(index, count)]
    if not read:
        return Edited(text)
    return checked(whole, [_inserted(whole, index, [lines for lines, _ in read])], wanted, _filled(whole))


def delete_item(text: str, index: int) -> Edited:
    """Take an item out, with the comments directly above it."""
    return delete_items(text, [index])


def delete_items(text: str, indexes: Iterable[int]) -> Edited:
    """Take items out, with the comments directly above them."""
    whole = outline(text)
    gone = sorted(set(indexes))
    changes = _removals(whole, gone)
    left = [index for index in range(len(whole.slots)) if index not in set(gone)]
    return checked(whole, changes, left, {} if left else _emptied(whole))


def move_item(text: str, index: int, to: int) -> Edited:
    """Take an item to another place in the deck, as it is written, with the comments directly above it.

    to: its number afterwards.
    """
    whole = outline(text)
    slot_of(whole, index)
    slot_of(whole, to)
    if to == index:
        return Edited(text)
    wanted = [number for number in range(len(whole.slots)) if number != index]
    before = wanted[to] if to < len(wanted) else len(whole.slots)
    wanted.insert(to, index)
    return checked(whole, [*_removals(whole, [index]), _put(whole, index, before, to)], wanted)


def _put(whole: Outline, index: int, before: int, neighbour: int) -> Fix:
    """The change that puts an item that is there before another place; its neighbour tells the column."""
    slot, there = whole.slots[index], whole.slots[neighbour]
    if whole.list_of(slot).flow:
        return put_in(_spans(whole), before, [whole.text[slot.start : slot.end]])
    if slot.column == there.column:
        return _inserted(whole, before, [LINE_END.split(whole.text[whole.own_start(index) : slot.end])], 0)
    lines = source_of(whole, index, with_comments=True).split("\n")[:-1]
    return _inserted(whole, before, [lines], there.column)


def _item(item: str) -> tuple[list[str], Tree]:
    lines, node = parsed(item)
    try:
        return lines, tree(node)
    except RecursionError:
        refuse(TOO_MUCH)


def _fitting(whole: Outline, slot: Slot, lines: list[str]) -> str:
    """An item as it stands in the place of a slot: behind its column, or in the same brackets."""
    if whole.list_of(slot).flow:
        json = is_json(whole.node(whole.slots.index(slot)))
        lines, node = parsed("\n".join(lines))
        if isinstance(node, MappingNode) and node.flow_style and is_json(node) >= json:
            return "\n".join(lines)[node.start_mark.index : node.end_mark.index]
        return flow(value_of(node), json=json)
    return "\n".join(shifted(line, slot.column) for line in lines)[slot.column :]


def is_json(node: Node | None) -> bool:
    """True for a card in braces of which the keys stand in double quotes."""
    return isinstance(node, MappingNode) and bool(node.value) and node.value[0][0].style == '"'


def _inserted(whole: Outline, index: int, items: list[list[str]], shift: int | None = None) -> Fix:
    """The change that puts items before the one of this number.

    shift: columns by which their lines move; without it to those of their neighbour.
    """
    if not whole.slots:
        return _first(whole, items)
    slot = whole.slots[min(index, len(whole.slots) - 1)]
    is_last = index == len(whole.slots)
    if whole.list_of(slot).flow:
        return put_in(_spans(whole), index, [_fitting(whole, slot, lines) for lines in items])
    gap = gap_of(whole, slot)
    by = slot.column if shift is None else shift
    words = gap.join("\n".join(shifted(line, by) for line in lines) for lines in items)
    if not is_last:
        start = whole.own_start(index)
        return Fix(start, start, words + gap)
    ends = LINE_END.match(whole.text, slot.end)
    if ends:
        return Fix(ends.end(), ends.end(), gap[1:] + words + "\n")
    return Fix(slot.end, slot.end, gap + words)


def _spans(whole: Outline) -> list[tuple[int, int]]:
    return [(slot.start, slot.end) for slot in whole.slots]


def gap_of(whole: Outline, slot: Slot) -> str:
    """The line ends between two cards: blank lines before this one, or below it if it is the first, count."""
    places = [other for other in whole.slots if other.list_ == slot.list_]
    at = places.index(slot)
    return "\n\n" if _blank_above(whole, places[at if len(places) == 1 else max(at, 1)]) else "\n"


def _blank_above(whole: Outline, slot: Slot) -> bool:
    start = whole.own_start(whole.slots.index(slot))
    return bool(_BLANK_LINE.search(whole.text, max(0, start - 40), start))


def _first(whole: Outline, items: list[list[str]]) -> Fix:
    """The change that puts items into a deck without any."""
    text = whole.text
    words = "\n".join("\n".join(lines) for lines in items)
    entry = whole.header.get("cards")
    if entry is None:
        if not whole.header and not _ONLY_COMMENTS.fullmatch(text):
            refuse("there is no list of cards to put it into")
        gap = "\n" if text and not text.endswith(("\n", "\r")) else ""
        return Fix(len(text), len(text), f"{gap}cards:\n{words}\n")
    (_, value), at = entry
    start, end = whole.span(value, at.base)
    if isinstance(value, SequenceNode) and not value.value:
        if whole.in_braces:
            values = [value_of(parsed("\n".join(lines))[1]) for lines in items]
            return Fix(start, end, flow(values, json=whole.in_json))
        return _below(text, start, end, words)
    if isinstance(value, ScalarNode) and not value.value:
        return _below(text, start, end, words)
    return refuse("cards: holds something else than a list")


def _below(text: str, start: int, end: int, words: str) -> Fix:
    """The change that puts lines below one of which text[start:end] goes."""
    match = _REST.match(text, end)
    rest = match[0] if match else ""
    before = text[:start].rstrip(" \t")
    return Fix(len(before), end + len(rest), f"{' ' * bool(rest.strip())}{rest.strip()}\n{words}")


def _removals(whole: Outline, gone: list[int]) -> list[Fix]:
    """The changes that take items out."""
    for index in gone:
        slot_of(whole, index)
    if gone and whole.list_of(whole.slots[gone[0]]).flow:
        return taken_out(whole.copy, _spans(whole), gone)
    missing = set(gone)
    last = {slot.list_: index for index, slot in enumerate(whole.slots) if index not in missing}
    return [_removal(whole, index, last.get(whole.slots[index].list_, -1)) for index in gone]


def _removal(whole: Outline, index: int, last: int) -> Fix:
    """The lines of an item, and the blank ones that separate it from the next, or else from the last.

    last: the last item of its list that stays, -1 if there is none.
    """
    slot, text = whole.slots[index], whole.text
    start = whole.own_start(index)
    ends = LINE_END.match(text, slot.end)
    end = ends.end() if ends else slot.end
    blanks = _BLANKS.match(text, end)
    below = blanks.end() if blanks else end
    if last > index:
        return Fix(start, below, "")
    if last == index - 1 >= 0 and not _ends_in_block(whole, last):
        rest = _LINE_REST.match(text, len(text[:start].rstrip()))
        start = min(rest.end(), start) if rest else start
    is_last = index + 1 == len(whole.slots) or whole.slots[index + 1].list_ != slot.list_
    return Fix(start, end if is_last else below, "")


def _ends_in_block(whole: Outline, index: int) -> bool:
    """True if blank lines below an item may be part of its last text."""
    node = whole.node(index)
    for _ in range(_DEEPEST):  # an alias may make a circle
        if node is None or isinstance(node, ScalarNode) or not node.value:
            break
        last = node.value[-1]
        node = last[1] if isinstance(node, MappingNode) else last
    return not isinstance(node, ScalarNode) or (node.style or "") in ("|", ">")


def _filled(whole: Outline) -> dict[str, Tree | None]:
    return {} if whole.slots else {"cards": None}


def _emptied(whole: Outline) -> dict[str, Tree | None]:
    """What stands in the header once the list is empty: `cards:` with nothing, if it was not in brackets."""
    return {"cards": ""} if any(each.has_key for each in whole.lists) else {}
