"""A deck of ours as an import: each card key by key as it is written, its header too, its problems told."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import PurePath
from typing import Final, NamedTuple

from quizapp.core.problems import Problem, Where
from quizapp.formats.base import ImportedCard, ImportedDeck
from quizapp.formats.card_keys import REQUIRED
from quizapp.formats.text_source import problem_at
from quizapp.formats.yaml_deck import Loaded
from quizapp.formats.yaml_deck import read as read_deck
from quizapp.formats.yaml_edit import header_data, item_data, item_source, items
from quizapp.formats.yaml_emit import Value

_OURS: Final = re.compile(rf'(?m)(?:^[ ]*(?:-[ ]+)?|[{{,]\s*)"?(?:{"|".join(sorted(REQUIRED))})"?[ ]*:')
"""A key of a card under our own name for it."""


class Own(NamedTuple):
    """A deck that was read."""

    deck: ImportedDeck
    read: int
    """Cards that the file has, be they readable or not."""
    problems: tuple[Problem, ...]
    """An error for each card that is not in the deck, with its line."""


def own_deck(data: bytes, name: str, folders: tuple[str, ...] = ()) -> Own | None:
    """A deck file of ours; None if it is none."""
    loaded = read_deck(data, name)
    if loaded.deck is None:
        return None
    text = data.decode("utf-8-sig", "replace")
    good = {note.span.line for note in loaded.deck.notes}
    cards: list[ImportedCard] = []
    left: list[Problem] = []
    listed = items(text)
    reasons = _Reasons(loaded, [item.line for item in listed])
    for index, item in enumerate(listed):
        if item.readable and item.line in good:
            card: Mapping[str, Value] = item_data(text, index)
            cards.append(ImportedCard(data=card, where=Where(name, item.line), key=str(card.get("id", ""))))
        else:
            raw = item_source(text, index)
            left.append(problem_at(name, item.line, "import_refused", raw, reason=reasons.of(index)))
    header = header_data(text)
    title = header.pop("title", header.pop("deck", PurePath(name).stem))
    deck = ImportedDeck(title=str(title), header=header, cards=tuple(cards), folders=folders)
    return Own(deck, len(listed), tuple(left))


def is_ours(data: bytes, name: str) -> bool:
    """Whether a file is written as a deck of ours, with our keys alone."""
    if not _OURS.search(data.decode("utf-8-sig", "replace")):
        return False
    loaded = read_deck(data, name)
    if loaded.deck is None or not loaded.deck.notes:
        return False
    codes = [problem.code for problem in loaded.problems]
    failed = sum(problem.severity == "error" for problem in loaded.problems)
    strange = sum("unknown" in code for code in codes)
    return not strange and failed <= len(loaded.deck.notes)


class _Reasons:
    """Why items could not be read."""

    def __init__(self, loaded: Loaded, lines: list[int]) -> None:
        self._by_item: dict[int, str] = {}
        for problem in loaded.problems:
            if problem.severity == "error":
                index = bisect_right(lines, problem.where.line) - 1
                self._by_item.setdefault(index, problem.message)

    def of(self, index: int) -> str:
        return self._by_item.get(index, "It cannot be read.")
