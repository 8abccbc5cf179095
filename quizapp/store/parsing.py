"""A deck file read and packed for the cache. Pure towards the database, so that it can run in a thread."""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from quizapp.core.problems import Problem, Where
from quizapp.store.folders import Found
from quizapp.store.packing import Chunk, Packed, pack, unpack_kept, unpack_notes, unpack_origins

LIMIT_MB = 32
"""Larger files are not read: no deck written by hand comes near."""


class Parsed(Struct, frozen=True, kw_only=True):
    """A deck file after a look at its bytes."""

    found: Found
    hash: bytes = b""
    """Of its bytes; empty if they could not be read: then the next survey tries again."""
    same: bool = False
    """The bytes are those read before; nothing else is filled in."""
    packed: Packed | None = None
    problems: tuple[Problem, ...] = ()
    broken: bool = False
    """A part of the file could not be read."""
    whole: bool = True
    """What is `packed` holds for all cards; False if it is just what could be saved of a broken file."""


def parse(found: Found, known: bytes = b"", chunks: Sequence[Chunk] = ()) -> Parsed:
    """Read a deck file.

    known: hash of its bytes when they were last read; chunks: the notes that were read then.
    """
    megabytes = found.stamp[0] / 1_000_000
    if megabytes > LIMIT_MB:
        return _refused(found, "deck_too_big", hash=b"big", size=f"{megabytes:.0f}", limit=str(LIMIT_MB))
    try:
        data = Path(found.path).read_bytes()
    except OSError as error:
        return _refused(found, "deck_unreadable", reason=error.strerror or str(error))
    if known and len(data) != found.stamp[0]:
        # It is being written just now, and what is missing yet must not go; its stamp will be another soon.
        return Parsed(found=found, hash=known, same=True)
    digest = blake2b(data, digest_size=16).digest()
    if digest == known:
        return Parsed(found=found, hash=digest, same=True)
    # Imported late: a start with unchanged decks needs no YAML.
    from quizapp.formats.yaml_deck import read

    loaded = read(data, found.path, kept=unpack_kept(chunks))
    if not loaded.unsure and any(problem.severity == "error" for problem in loaded.problems):
        from quizapp.store.lastgood import completed

        before = [note for chunk in chunks for note in unpack_notes(*chunk)]
        loaded = completed(loaded, before, unpack_origins(chunks))
    return Parsed(
        found=found,
        hash=digest,
        packed=pack(loaded.deck, loaded.origins) if loaded.deck else None,
        problems=loaded.problems,
        broken=loaded.broken,
        whole=not (loaded.broken and loaded.unsure),
    )


def _refused(found: Found, code: str, hash: bytes = b"", **args: str) -> Parsed:
    problem = Problem(code=code, where=Where(found.path), args={"file": found.path, **args})
    return Parsed(found=found, hash=hash, problems=(problem,), broken=True, whole=False)
