"""What an import brought, kept beside the deck it made, so that a later version of its source can be merged.

A hidden file beside the deck; it goes where the folder goes. Without it an update still overwrites nothing:
then every difference is a conflict.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct

from quizapp.formats.yaml_emit import Value

VERSION = 1
_Data: TypeAlias = dict[str, Any]


class Brought(Struct, frozen=True):
    """A card as its source had it."""

    id: str
    """In the deck."""
    data: _Data
    """By our keys, as it was written."""


class Record(Struct, frozen=True, kw_only=True):
    """The last import into a deck."""

    version: int = VERSION
    format: str
    source: str
    """Name of the file."""
    deck: str
    """Title of the deck in the source."""
    at_ms: int
    cards: dict[str, Brought]
    """What names a card in each version of its source (composing.key_of) -> as it was."""

    def known(self, key: str) -> Mapping[str, Value] | None:
        brought = self.cards.get(key)
        return brought.data if brought else None


def file_name(deck_file: str) -> str:
    """Where the record of a deck file lies, beside it."""
    return f".{deck_file}.imported.json"


def encode(record: Record) -> bytes:
    return msgspec.json.encode(record)


def decode(data: bytes) -> Record | None:
    """None for what is no record, or one of a later version: as if there were none."""
    try:
        record = msgspec.json.decode(data, type=Record)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return record if record.version <= VERSION else None
