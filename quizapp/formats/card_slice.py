"""One card of a deck read and changed by itself, however large the deck is.

A form is typed into letter by letter, and reading the whole deck at each would be felt. A card in a list
with dashes can be taken out and put back; of a list in brackets the whole is read.
"""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from quizapp.core.problems import Fix
from quizapp.formats import yaml_edit
from quizapp.formats.yaml_edit import Edited, Value


class Place(Protocol):
    """Where an item of the list stands."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class _Slice(NamedTuple):
    text: str
    start: int


def read_card(text: str, index: int, place: Place) -> dict[str, Value]:
    """As `yaml_edit.item_data`. Raises QuizError where the card cannot be read."""
    taken = _taken(text, place)
    return yaml_edit.item_data(taken.text, 0) if taken else yaml_edit.item_data(text, index)


def write_card(text: str, index: int, place: Place, keys: Mapping[str, Value | None]) -> Edited:
    """As `yaml_edit.set_keys` for one card."""
    taken = _taken(text, place)
    if taken is None:
        return yaml_edit.set_keys(text, {index: keys})
    edited = yaml_edit.set_keys(taken.text, {0: keys})
    changes = tuple(Fix(fix.start + taken.start, fix.end + taken.start, fix.text) for fix in edited.changes)
    return Edited(text[: taken.start] + edited.text + text[taken.start + len(taken.text) :], changes)


def _taken(text: str, place: Place) -> _Slice | None:
    """The lines of a card, if it has them for itself."""
    start = text.rfind("\n", 0, place.start) + 1
    if text[start : place.start].strip(" ") or text[place.start : place.start + 1] != "-":
        return None
    end = text.find("\n", place.end)
    end = len(text) if end < 0 else end + 1
    return _Slice(text[start:end], start) if not text[place.end : end].strip() else None
