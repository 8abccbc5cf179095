"""Where everything stands in a deck's text, for those who change it: items, header, and their trees.

An item that does not parse has a place too. Nothing is reported here; that is the loader's part.
"""

import re
from collections import deque
from collections.abc import Mapping

import yaml
from yaml.nodes import Node, SequenceNode

from quizapp.core.collection import no_collection
from quizapp.formats.deck_text import DeckText
from quizapp.formats.reading import Entry, Reading
from quizapp.formats.yaml_nodes import compose
from quizapp.formats.yaml_slots import CardList, Layout, Slot, common_end, common_start, dashed_anew
from quizapp.formats.yaml_trees import Tree, tree


class Outline:
    """One text of a deck, taken apart. All offsets count characters of the text."""

    def __init__(self, text: str, like: "Outline | None" = None) -> None:
        """like: of a text that is the same for the most part, if there is one."""
        self.text = text
        self.file = DeckText("", text)
        layout = Layout(self.file)
        self.copy = self.file.copy
        self.newline = newline_of(text)
        self.header: Mapping[str, tuple[Entry, Reading]] = layout.header.entries
        """The deck's keys, `cards` only if no items stand below it line by line."""
        self.broken = tuple(self.copy[part.start : part.end] for part in layout.lost)
        """Stretches of the header that do not parse."""
        self.lists = layout.lists
        found = [self._anew(number, like) or layout.slots(number) for number in range(len(self.lists))]
        self.slots: tuple[Slot, ...] = tuple(slot for slots in found for slot in slots)
        self._nodes: dict[int, Node | None] = {}

    def _anew(self, number: int, like: "Outline | None") -> list[Slot] | None:
        """The items of a list, if most of them are those of another text."""
        if like is None or len(like.lists) != len(self.lists) or not self.lists[number].cuts:
            return None
        slots = [slot for slot in like.slots if slot.list_ == number] if len(self.lists) > 1 else like.slots
        return dashed_anew(self.file, self.lists[number], number, like.copy, like.lists[number], slots)

    @property
    def in_braces(self) -> bool:
        """True for a deck that is one map in braces, so for JSON."""
        starts = [at.base + int(entry.key.start_mark.index) for entry, at in self.header.values()]
        return bool(starts) and self.copy[: min(starts)].rstrip().endswith("{")

    @property
    def in_json(self) -> bool:
        """True for such a map of which the keys stand in double quotes."""
        keys = [entry.key for entry, _ in self.header.values()]
        return self.in_braces and getattr(keys[0], "style", "") == '"'

    def list_of(self, slot: Slot) -> CardList:
        """The list that an item is in."""
        return self.lists[slot.list_]

    def node(self, index: int) -> Node | None:
        """What an item says; its marks count from the item's base. None if it does not parse."""
        if index not in self._nodes:
            self._nodes[index] = self._composed(self.slots[index])
        return self._nodes[index]

    def _composed(self, slot: Slot) -> Node | None:
        if not slot.readable:
            return None
        try:
            root = compose(self.copy[slot.base : slot.limit])
        except yaml.YAMLError:  # in brackets: an alias of another card
            return None
        if self.list_of(slot).flow:
            return root
        return root.value[0] if isinstance(root, SequenceNode) else None

    def span(self, node: Node, base: int) -> tuple[int, int]:
        """Where a node stands, without comments behind it."""
        return Reading(self.file, base).span(node)

    def source(self, index: int) -> str:
        """All that is parsed for an item."""
        slot = self.slots[index]
        return self.copy[slot.base : slot.limit]

    def tree(self, index: int) -> Tree:
        """What an item says; of one that does not parse its text."""
        slot, node = self.slots[index], self.node(index)
        if node is None:
            return ("?", self.copy[slot.start : slot.end])
        return self.tree_of(node, slot.base)

    def tree_of(self, node: Node, base: int) -> Tree:
        """What a node says."""
        try:
            return tree(node)
        except RecursionError:
            return ("?", self.copy[slice(*self.span(node, base))])

    def head(self) -> dict[str, Tree]:
        """What the deck's keys say."""
        return {
            key: self.tree_of(entry.value, at.base)
            for key, (entry, at) in self.header.items()
            if not (key == "cards" and isinstance(entry.value, SequenceNode))
        }

    def own_start(self, index: int) -> int:
        """Start of the line of an item's dash, or of the comments directly above it.

        Comments that the file begins with are those of the file.
        """
        slot, copy = self.slots[index], self.copy
        cards = self.list_of(slot)
        least = self.slots[index - 1].end if index else cards.start if cards.has_key else 0
        dash = start = copy.rfind("\n", 0, slot.start) + 1
        while start > least:
            above = copy.rfind("\n", 0, start - 1) + 1
            if above < least or not copy[above:start].lstrip(" \t").startswith("#"):
                break
            start = above
        return start or dash


_recent: deque[Outline] = deque(maxlen=4)


def outline(text: str) -> Outline:
    """The outline of a text. Those of the last few are kept: edits come one after the other."""
    known = tuple(_recent)
    for each in known:
        if each.text == text:
            return each
    like = max(known, key=lambda each: _shared(each.text, text), default=None)
    with no_collection():
        made = Outline(text, like)
    _recent.append(made)
    return made


def _shared(first: str, second: str) -> int:
    """How many signs two texts have in common, at their start and at their end."""
    start = common_start(first, second)
    return start + common_end(first, second, start)


def newline_of(text: str) -> str:
    """The line end that a text uses first."""
    match = re.search(r"\r\n|\n|\r", text)
    return match[0] if match else "\n"
