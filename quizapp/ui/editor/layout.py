"""Where the cards of a text are, told without reading them: quick enough for each key that is pressed."""

from collections.abc import Callable, Mapping, Sequence
from typing import overload

from quizapp.core.problems import Fix, QuizError
from quizapp.formats import yaml_edit
from quizapp.formats.card_keys import CARD_KEYS_ALONE
from quizapp.formats.deck_layout import documents, runs
from quizapp.formats.yaml_edit import Edited, Item, Value


def items(text: str, *, broken: bool = False) -> tuple[Item, ...]:
    """Every item of the list of cards, also those that do not parse.

    broken: something in the text does not parse; then only a closer look tells where cards end, and the
    same for cards in brackets.
    """
    found = () if broken else _by_layout(text)
    return found or yaml_edit.items(text)


class Shifted(Sequence[Item]):
    """Items after an edit inside a line of one of them: they are where they were, or a little further on."""

    def __init__(self, base: Sequence[Item], at: int, by: int) -> None:
        """at: the item that was edited; by: how much longer it is."""
        self._base, self.at, self.by = base, at, by

    def __len__(self) -> int:
        return len(self._base)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        place = index + len(self) if index < 0 else index
        item, by = self._base[place], self.by
        if place < self.at:
            return item
        start = item.start + (by if place > self.at else 0)
        return item._replace(start=start, end=item.end + by)

    def and_then(self, at: int, by: int) -> "Shifted":
        """After one more edit."""
        return Shifted(self._base, at, self.by + by) if at == self.at else Shifted(tuple(self), at, by)


def after_edit(items: Sequence[Item], at: int, by: int) -> Shifted:
    """Items after an edit inside a line of one of them."""
    return items.and_then(at, by) if isinstance(items, Shifted) else Shifted(items, at, by)


def _by_layout(text: str) -> tuple[Item, ...]:
    copy, parts = documents(text)
    cuts = [
        (cut, end)
        for document in parts
        for run in runs(copy, document, CARD_KEYS_ALONE)
        if run.is_cards
        for cut, end in zip(run.cuts, (*run.cuts[1:], run.end), strict=True)
    ]
    line, counted, made = 1, 0, []
    for cut, following in cuts:
        line += text.count("\n", counted, cut)
        counted = cut
        words = text[cut:following]
        start = cut + len(words) - len(words.lstrip())
        made.append(Item(start, cut + len(words.rstrip()), line, readable=True))
    return tuple(made)


class Card:
    """One card of a text, cut out, so that no other one has to be read to change it."""

    def __init__(self, text: str, items: Sequence[Item], index: int) -> None:
        item = items[index]
        self._start = text.rfind("\n", 0, item.start) + 1
        end = text.find("\n", item.end)
        self._text = text[self._start : len(text) if end < 0 else end + 1]
        self._index = 0
        if len(yaml_edit.items(self._text)) != 1:  # in brackets, or entangled with its neighbours
            self._start, self._text, self._index = 0, text, index

    def data(self) -> dict[str, Value]:
        """Its keys as plain texts; QuizError if it cannot be read."""
        return yaml_edit.item_data(self._text, self._index)

    def source(self) -> str:
        """Its YAML, at the margin."""
        return yaml_edit.item_source(self._text, self._index)

    def set_keys(self, values: Mapping[str, Value | None]) -> tuple[Fix, ...]:
        """The changes in the whole text that give keys a value, or take them out for None."""
        return self._changes(lambda text, index: yaml_edit.set_keys(text, {index: values}))

    def replace(self, item: str) -> tuple[Fix, ...]:
        """The changes in the whole text that put another card in its place."""
        return self._changes(lambda text, index: yaml_edit.replace_item(text, index, item))

    def _changes(self, edit: Callable[[str, int], Edited]) -> tuple[Fix, ...]:
        by = self._start
        return tuple(
            Fix(fix.start + by, fix.end + by, fix.text) for fix in edit(self._text, self._index).changes
        )


def data_of(text: str, items: Sequence[Item], index: int) -> dict[str, Value] | None:
    """The keys of a card as plain texts; None if it cannot be read."""
    try:
        return Card(text, items, index).data()
    except QuizError:
        return None
