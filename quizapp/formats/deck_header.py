"""The top of a deck file: what it says of the deck, and of all its cards."""

from collections.abc import Iterator
from typing import Any

import msgspec
from yaml.nodes import CollectionNode, MappingNode

from quizapp.core.deck import Language
from quizapp.formats.card_checks import check_language
from quizapp.formats.card_keys import CARD_KEYS_ALONE, DECK, DECK_ALIASES, DECK_KEYS, OPTIONS
from quizapp.formats.card_reader import Common
from quizapp.formats.deck_text import DeckText
from quizapp.formats.exam_keys import check_exams
from quizapp.formats.fields import read_fields
from quizapp.formats.reading import Entry, Pairs, Reading, closest
from quizapp.formats.yaml_traps import inspect


class Header:
    """The top-level keys of a deck, gathered piece by piece."""

    def __init__(self, file: DeckText) -> None:
        self._file = file
        self.entries: dict[str, tuple[Entry, Reading]] = {}

    def add(self, pairs: Pairs, base: int) -> None:
        """Take over the keys of a piece; the first of its name counts."""
        at = Reading(self._file, base)
        for key, entry in at.entries(pairs, DECK_ALIASES).items():
            if key in self.entries:
                at.duplicate(entry, *self.entries[key])
            else:
                self.entries[key] = entry, at

    def place(self, key: str) -> int:
        """Offset of a key that is there."""
        entry, at = self.entries[key]
        return at.base + int(entry.key.start_mark.index)

    def foreign(self) -> str:
        """A key with a list or a map that no deck of ours has, nor means to have; empty if there is none."""
        for key, (entry, _) in self.entries.items():
            if isinstance(entry.value, CollectionNode) and not closest(key, DECK_KEYS):
                return key
        return ""

    def values(self) -> dict[str, Any]:
        """What it says of the deck, by the deck's attributes; unknown keys are reported."""
        values: dict[str, Any] = {}
        for key, (entry, at) in self.entries.items():
            if key in DECK:
                if inspect(entry.value, at):
                    values |= read_fields(DECK, {key: entry}, at)
            elif key in CARD_KEYS_ALONE:
                at.say("key_of_cards", entry.key, key=str(entry.key.value))
            elif key not in DECK_KEYS:
                at.unknown(entry.key, sorted(DECK_KEYS - self.entries.keys()))
        if "language" in values:
            entry, at = self.entries["language"]
            check_language(values["language"], entry.value, at)
        if "exams" in values:
            entry, at = self.entries["exams"]
            values["exams"] = check_exams(values["exams"], entry.value, at)
        return values

    def common(self, values: dict[str, Any]) -> Common:
        """What it says of all cards."""
        return Common(
            language=values.get("language", Language()),
            tags=values.get("tags", ()),
            sources=values.get("sources", {}),
            defaults=dict(self._defaults()),
        )

    def given(self, values: dict[str, Any], text: str) -> bytes:
        """All that the cards are read by. text: of the header."""
        common = [values.get(name) for name in ("language", "tags", "sources")]
        return msgspec.msgpack.encode((common, text if "defaults" in self.entries else ""))

    def _defaults(self) -> Iterator[tuple[str, tuple[Entry, Reading]]]:
        if "defaults" not in self.entries:
            return
        entry, at = self.entries["defaults"]
        if not isinstance(entry.value, MappingNode):
            at.say("map_expected", entry.value, key="defaults", source=at.source(entry.value))
        elif inspect(entry.value, at):
            for key, option in at.entries(entry.value.value).items():
                if key in OPTIONS:
                    yield key, (option, at)
                else:
                    at.unknown(option.key, sorted(OPTIONS))
