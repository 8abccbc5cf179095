"""What was read before and has not changed: an item of a deck is known again by its text.

The text is hashed together with what the deck's header gives all cards. Only items that were read without
a word are kept, so that nothing that is to be told is told from memory.
"""

from collections.abc import Callable, Mapping
from hashlib import blake2b
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from msgspec.structs import replace

from quizapp.core.deck import Note, Span

DIGEST = 16
"""Bytes of a digest."""

Kept: TypeAlias = Mapping[bytes, Note]
"""Digest of an item's text -> its note, with a span that counts from the item."""
Digest: TypeAlias = Callable[[str], bytes]
"""Hashes the text of an item."""

NOTHING: Final[Kept] = MappingProxyType({})


class Origin(NamedTuple):
    """The item that a note was read from."""

    digest: bytes = b""
    """Empty if it must be read again in any case."""
    start: int = 0
    """Offset of its first line."""
    line: int = 0
    """Number of that line, from 0."""


NOWHERE: Final = Origin()


def digests(given: bytes) -> Digest:
    """The hash of items. given: all that the header gives them."""
    root = blake2b(given, digest_size=DIGEST)

    def digest(text: str) -> bytes:
        found = root.copy()
        found.update(text.encode("utf-8", "surrogatepass"))
        return found.digest()

    return digest


def lifted(note: Note, origin: Origin) -> Note:
    """A note with a span that counts from its item."""
    start, end, line, column = _four(note.span)
    return replace(note, span=Span(start - origin.start, end - origin.start, line - origin.line, column))


def placed(note: Note, origin: Origin) -> Note:
    """A note of `lifted`, with the span it has in the file now."""
    start, end, line, column = _four(note.span)
    return replace(note, span=Span(start + origin.start, end + origin.start, line + origin.line, column))


def _four(span: Span) -> tuple[int, int, int, int]:
    return span.start, span.end, span.line, span.column
