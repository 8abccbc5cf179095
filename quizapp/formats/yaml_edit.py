"""A deck's text changed in place: one card, one key, one place at a time. All other bytes stay.

Text in, text out. Each change is read again before it is given back: every other item and every other key
says what it said, or QuizError("edit_refused") tells why nothing was done.
"""

import secrets
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from quizapp.core.ids import ALPHABET
from quizapp.core.problems import Fix
from quizapp.formats.card_keys import ALIASES, DECK_ORDER, ORDER
from quizapp.formats.yaml_emit import Style as Style
from quizapp.formats.yaml_emit import Value as Value
from quizapp.formats.yaml_emit import emit_item as emit_item
from quizapp.formats.yaml_emit import entry
from quizapp.formats.yaml_items import delete_item as delete_item
from quizapp.formats.yaml_items import delete_items as delete_items
from quizapp.formats.yaml_items import insert_item as insert_item
from quizapp.formats.yaml_items import insert_items as insert_items
from quizapp.formats.yaml_items import is_json
from quizapp.formats.yaml_items import move_item as move_item
from quizapp.formats.yaml_items import replace_item as replace_item
from quizapp.formats.yaml_keys import Map, Pair, remove, says, set_value
from quizapp.formats.yaml_outline import Outline, outline
from quizapp.formats.yaml_outline import newline_of as newline_of
from quizapp.formats.yaml_sources import slot_of, source_of, value_of
from quizapp.formats.yaml_splice import Edited as Edited
from quizapp.formats.yaml_splice import checked, refuse, then
from quizapp.formats.yaml_splice import whole_change as whole_change
from quizapp.formats.yaml_trees import Tree, tree_of_value

_ID_LENGTH = 10
"""Letters of 5 bits each: among 100,000 such ids two are the same once in 200,000 times."""


class Item(NamedTuple):
    """Where an item of the list of cards stands, be it readable or not."""

    start: int
    """Offset of its dash (in a list in brackets: of the item)."""
    end: int
    """Behind its last word and the comments that belong to it."""
    line: int
    """From 1."""
    readable: bool
    """False if it is no YAML."""


def items(text: str) -> tuple[Item, ...]:
    """Every item of the list of cards, in the order of the file."""
    return tuple(Item(slot.start, slot.end, slot.line, slot.readable) for slot in outline(text).slots)


def item_source(text: str, index: int) -> str:
    """A card as it is written, with its dash, moved to the margin."""
    return source_of(outline(text), index)


def item_data(text: str, index: int) -> dict[str, Value]:
    """What a card says: its keys in the order of the file, aliases such as `front` by their own name."""
    data: dict[str, Value] = {}
    for pair in card_of(outline(text), index).pairs:
        data.setdefault(pair.name, value_of(pair.value))
    return data


def header_data(text: str) -> dict[str, Value]:
    """What the deck says of itself: its keys but for `cards:`, as texts, lists and maps."""
    whole = outline(text)
    return {key: value_of(entry.value) for key, (entry, _) in whole.header.items() if key != "cards"}


def set_key(text: str, index: int, key: str, value: Value | None) -> Edited:
    """Give a key of a card a value, None to take the key out."""
    return set_keys(text, {index: {key: value}})


def pin_ids(text: str, ids: Mapping[int, str]) -> Edited:
    """Give cards an id: number of the card -> id. A card that has one gets the new one."""
    return set_keys(text, {index: {"id": id_} for index, id_ in ids.items()})


def set_keys(text: str, values: Mapping[int, Mapping[str, Value | None]]) -> Edited:
    """Give keys of several cards a value at one go, None to take them out."""
    edited = Edited(text)
    rounds = max(map(len, values.values()), default=0)
    for number in range(rounds):
        keys = {index: list(keys.items())[number] for index, keys in values.items() if number < len(keys)}
        edited = then(edited, _with_keys(edited.text, keys))
    return edited


def _with_keys(text: str, keys: Mapping[int, tuple[str, Value | None]]) -> Edited:
    """One key of each of several cards changed."""
    whole = outline(text)
    changes: list[Fix] = []
    wanted: list[int | Tree] = list(range(len(whole.slots)))
    for index, (key, value) in keys.items():
        card = card_of(whole, index)
        changes += remove(card, key) if value is None else set_value(card, key, value)
        wanted[index] = says(card, key, value)
    return checked(whole, changes, wanted)


def set_header(text: str, key: str, value: Value | None) -> Edited:
    """Give a key of the deck a value, None to take the key out; a bare list becomes `cards:` below it."""
    whole = outline(text)
    header = _header(whole)
    tree = {key: None if value is None else tree_of_value(value)}
    wanted = list(range(len(whole.slots)))
    if value is None:
        return checked(whole, remove(header, key), wanted, tree)
    if header.pairs:
        return checked(whole, set_value(header, key, value), wanted, tree)
    return checked(whole, [_first_key(whole, key, value)], wanted, tree)


def new_id(taken: Collection[str], draw: Callable[[int], bytes] = secrets.token_bytes) -> str:
    """A short id that nobody has: a letter first, so that no program takes it for a number."""
    while True:
        first, *rest = draw(_ID_LENGTH)
        letters = [ALPHABET[10 + first % 22], *(ALPHABET[byte % 32] for byte in rest)]
        found = "".join(letters).lower()
        if found not in taken:
            return found


def card_of(whole: Outline, index: int) -> Map:
    """An item as a mapping."""
    slot = slot_of(whole, index)
    node = whole.node(index)
    if node is None:
        refuse("the card cannot be read")
    if not isinstance(node, MappingNode):
        refuse("the card has no keys")
    pairs = [
        Pair(ALIASES.get(str(key.value), str(key.value)), key, value, slot.base)
        for key, value in node.value
        if isinstance(key, ScalarNode)
    ]
    if len(pairs) != len(node.value):
        refuse("a key of the card is no text")
    column = pairs[0].key.start_mark.column if pairs else 0
    style = Style(_is_indented(whole, pairs), is_json(node))
    return Map(whole, pairs, bool(node.flow_style), column, ORDER, style)


def _is_indented(whole: Outline, pairs: list[Pair]) -> bool:
    """True if dashes below a key stand further right than it: in this card, else as the cards do."""
    below = [
        pair.value.start_mark.column > pair.key.start_mark.column
        for pair in pairs
        if isinstance(pair.value, SequenceNode) and not pair.value.flow_style and not pair.is_alias
    ]
    return below[0] if below else any(slot.column for slot in whole.slots[:1])


def _header(whole: Outline) -> Map:
    pairs = sorted(
        (Pair(key, entry.key, entry.value, at.base) for key, (entry, at) in whole.header.items()),
        key=lambda pair: pair.start,
    )
    column = pairs[0].key.start_mark.column if pairs else 0
    style = Style(_is_indented(whole, pairs), whole.in_json)
    return Map(whole, pairs, whole.in_braces, column, DECK_ORDER, style)


def _first_key(whole: Outline, key: str, value: Value) -> Fix:
    """The change that puts the first key into a deck that has none."""
    words = "".join(f"{line}\n" for line in entry(key, value))
    if not whole.lists:
        if whole.text.strip():
            end = len(whole.text)
            return Fix(end, end, ("" if whole.text.endswith(("\n", "\r")) else "\n") + words)
        return Fix(0, 0, words)
    if whole.lists[0].flow:
        refuse("the deck is a list in brackets")
    if whole.lists[0].has_key:
        return Fix(whole.lists[0].start, whole.lists[0].start, words)
    start = whole.own_start(0)
    return Fix(start, start, words + "cards:\n")
