"""Decks as the cache holds them: small blobs that can be read alone, and what identity asks of each note."""

import struct
from array import array
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.collection import no_collection
from quizapp.core.deck import Deck, Note
from quizapp.core.identity import Seen, see
from quizapp.core.problems import Problem
from quizapp.formats.kept import DIGEST, NOWHERE, Kept, Origin, lifted, placed

CHUNK = 200
"""Notes in one blob: decoded in some 0.1 ms."""
_DECK_BITS = 20
STRETCH = f"(deck_key << {_DECK_BITS}) + note / ?"
"""SQL: the stretch of a note on the shelf, see `stretch`; the argument is CHUNK."""
SHOWN = 80
"""Letters of a card's front in a problem."""
LAYOUT = 3
"""Version of what stands in the blobs; raised when reading a file comes to give another deck."""

_origin = struct.Struct(f"<{DIGEST}sqq")
_NO_DIGEST = bytes(DIGEST)
_encode = msgspec.msgpack.Encoder().encode
_notes = msgspec.msgpack.Decoder(tuple[Note, ...]).decode
_deck = msgspec.msgpack.Decoder(Deck).decode
_problems = msgspec.msgpack.Decoder(tuple[Problem, ...]).decode


class Entry(Struct, frozen=True, gc=False):
    """A note for the pass that settles identities."""

    seen: Seen
    line: int
    group: str
    suspended: bool
    shown: str
    """Its front, shortened."""
    keys: tuple[int, ...]
    """Numbers that two notes share if they have the same text or the same id."""


class Chunk(NamedTuple):
    """Some notes. What an edit above them moves stands apart from them."""

    notes: bytes
    origins: bytes


class Packed(Struct, frozen=True, kw_only=True):
    """A deck ready to be cached."""

    title: str
    deck_id: str
    sequence: str
    header: bytes
    chunks: tuple[Chunk, ...]
    entries: tuple[Entry, ...]
    keys: bytes
    """The keys of all entries; see `unpack_keys`."""


def pack(deck: Deck, origins: Sequence[Origin] = ()) -> Packed:
    """Make the blobs of a deck. origins: of its notes, where they are known."""
    origins = origins or [NOWHERE] * len(deck.notes)
    with no_collection():
        notes = [*map(lifted, deck.notes, origins)]
        entries = tuple(map(_entry, deck.notes, see(deck)))
    return Packed(
        title=deck.title,
        deck_id=deck.id,
        sequence=deck.sequence,
        header=_encode(replace(deck, notes=())),
        chunks=tuple(
            Chunk(_encode(notes[at : at + CHUNK]), _pack_origins(origins[at : at + CHUNK]))
            for at in range(0, len(notes), CHUNK)
        ),
        entries=entries,
        keys=array("q", (key for entry in entries for key in entry.keys)).tobytes(),
    )


def _entry(note: Note, seen: Seen) -> Entry:
    front = note.front(seen.parts[0] if seen.parts else "")
    shown = front if len(front) <= SHOWN else front[: SHOWN - 1] + "…"
    return Entry(seen, note.span.line, note.group, note.suspended, shown, _keys(seen))


def stretch(deck_key: int, place: int) -> int:
    """A number for the notes of a deck that are in one blob."""
    return (deck_key << _DECK_BITS) + place // CHUNK


def unpack(header: bytes, chunks: Sequence[Chunk], path: str) -> Deck:
    """The deck of some blobs; without chunks, all but its notes."""
    with no_collection():
        notes = tuple(note for chunk in chunks for note in unpack_notes(*chunk))
        return replace(_deck(header), notes=notes, path=path)


def unpack_notes(notes: bytes, origins: bytes = b"") -> tuple[Note, ...]:
    """The notes of one chunk; without origins, where they stand is not told."""
    found = _notes(notes)
    return tuple(map(placed, found, _unpack_origins(origins))) if origins else found


def unpack_origins(chunks: Iterable[Chunk]) -> list[Origin]:
    """Where the notes of a deck came from."""
    return [origin for chunk in chunks for origin in _unpack_origins(chunk.origins)]


def unpack_kept(chunks: Iterable[Chunk]) -> Kept:
    """What need not be read again, of the deck of these chunks."""
    with no_collection():
        return {
            origin.digest: note
            for chunk in chunks
            for note, origin in zip(_notes(chunk.notes), _unpack_origins(chunk.origins), strict=True)
            if origin.digest
        }


def _pack_origins(origins: Iterable[Origin]) -> bytes:
    return b"".join(_origin.pack(digest or _NO_DIGEST, start, line) for digest, start, line in origins)


def _unpack_origins(blob: bytes) -> list[Origin]:
    return [
        Origin(b"" if digest == _NO_DIGEST else digest, start, line)
        for digest, start, line in _origin.iter_unpack(blob)
    ]


def pack_problems(problems: Sequence[Problem]) -> bytes:
    return _encode(problems) if problems else b""


def unpack_problems(blob: bytes) -> tuple[Problem, ...]:
    return _problems(blob) if blob else ()


def unpack_keys(blob: bytes) -> Sequence[int]:
    return array("q", blob)


def _keys(seen: Seen) -> tuple[int, ...]:
    text = _number(f"{seen.front}\0{seen.back}")
    return (text, _number(f"id\0{seen.id}")) if seen.id else (text,)


def _number(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
