"""What a note of Anki gives: one card of ours or several, or the reason why there is none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quizapp.core.problems import Problem, Where
from quizapp.formats.base import ImportedDeck, Media
from quizapp.formats.media_names import named
from quizapp.formats.yaml_emit import Value

_LISTED = 3
"""Files that are named in a message on many."""


class Made(NamedTuple):
    """One item of a deck."""

    data: dict[str, Value]
    parts: Mapping[int, str]
    """ord of Anki's card -> part of ours, for its history."""
    suffix: str = ""
    """Tells several items of one note apart."""


Remark = tuple[str, Mapping[str, str]]
"""Code of core.import_words, arguments."""


class Found(NamedTuple):
    """What a note gives."""

    made: tuple[Made, ...]
    lost: tuple[Remark, ...] = ()
    """What is otherwise, or why there is no card."""
    of_type: tuple[Remark, ...] = ()
    """What holds for other notes of its type as well: to be told once."""


class Told:
    """Which remarks on note types were made."""

    def __init__(self) -> None:
        self._told: set[tuple[str, str]] = set()

    def new_of(self, found: Found) -> Iterator[Remark]:
        """What is to be told of a note."""
        yield from found.lost
        for code, args in found.of_type:
            if (code, args["what"]) not in self._told:
                self._told.add((code, args["what"]))
                yield code, args


def used(
    media: Sequence[Media], decks: Iterable[ImportedDeck], file: str
) -> tuple[tuple[Media, ...], list[Problem]]:
    """The media that cards name; a word on the others: further sounds of a card, files of notes left out."""
    names = {name for deck in decks for card in deck.cards for name in named(dict(card.data))}
    kept = tuple(one for one in media if one.name in names)
    spare = [one.name for one in media if one.name not in names]
    listed = ", ".join(spare[:_LISTED]) + (" …" if len(spare) > _LISTED else "")
    what = {"what": f"What no card names any more ({len(spare)}: {listed})"}
    return kept, [Problem(code="import_lost", where=Where(file), args=what)] if spare else []


def nothing(why: str) -> Found:
    """No card. why: a code of core.import_words."""
    return Found((), ((why, {}),))


def add(data: dict[str, Value], key: str, value: str | list[Value]) -> None:
    """Say a key, unless its value is empty."""
    if value.strip() if isinstance(value, str) else value:
        data[key] = value
