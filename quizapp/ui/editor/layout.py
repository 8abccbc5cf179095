"""Where the cards of a text begin; until formats.yaml_edit tells it."""

from msgspec import Struct

from quizapp.formats.card_keys import CARD_KEYS_ALONE
from quizapp.formats.deck_layout import documents, runs


class Item(Struct, frozen=True):
    """A card in a text: text[start:end], and the line that it begins in, from 1."""

    start: int
    end: int
    line: int


def items(text: str) -> tuple[Item, ...]:
    """Every item of the list of cards, also those that do not parse."""
    copy, found = documents(text)
    cuts = [
        (cut, end)
        for document in found
        for run in runs(copy, document, CARD_KEYS_ALONE)
        if run.is_cards
        for cut, end in zip(run.cuts, (*run.cuts[1:], run.end), strict=True)
    ]
    line, counted, made = 1, 0, []
    for start, end in cuts:
        line += text.count("\n", counted, start)
        counted = start
        made.append(Item(start, end, line))
    return tuple(made)
