"""The shelf: what the library last read, by key. Reads the cache alone, never a deck file."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from quizapp.core.problems import Problem
from quizapp.core.session import Item

# What a deck is made of is imported where one is unpacked: home needs none of it.
if TYPE_CHECKING:
    from quizapp.core.deck import Deck, Note
    from quizapp.store.database import Database
    from quizapp.store.packing import Chunk

DECKS_KEPT = 4
CHUNKS_KEPT = 16


class DeckFile(Struct, frozen=True, kw_only=True):
    """A deck file as it was last read: a row of cache.deck."""

    deck_key: int
    path: str
    title: str
    course: str
    studied: bool
    """False for a copy of another deck: none of its cards is on the shelf."""
    sequence: str
    problems: int
    """Errors, in the file and in its identity among the others."""
    deck_id: str
    notes: int
    broken: bool
    """The file cannot be read now; the rest is from when it last could."""
    size: int
    mtime_ns: int
    hash: bytes


FILE_COLUMNS = ", ".join(DeckFile.__struct_fields__)


class Shelf:
    """Decks, notes and cards by key. What was read lately is kept until `forget`."""

    def __init__(self, db: "Database") -> None:
        self._db = db
        self._deck = lru_cache(DECKS_KEPT)(self._read_deck)
        self._chunk = lru_cache(CHUNKS_KEPT)(self._read_chunk)

    def files(self) -> tuple[DeckFile, ...]:
        """All deck files, by course and title."""
        rows = self._db.con.execute(f"SELECT {FILE_COLUMNS} FROM cache.deck ORDER BY course, title, path")
        return tuple(_file(*row) for row in rows)

    def deck(self, deck_key: int) -> "Deck":
        """A whole deck; KeyError if there is none."""
        return self._deck(deck_key)

    def header(self, deck_key: int) -> "Deck":
        """A deck without its notes; KeyError if there is none."""
        from quizapp.store import packing

        header, path = self._deck_row(deck_key, "header, path")
        return packing.unpack(header, (), path)

    def note(self, deck_key: int, index: int) -> "Note":
        """One note, without reading its whole deck; KeyError if there is none."""
        from quizapp.store import packing

        notes = self._chunk(deck_key, index // packing.CHUNK)
        if index % packing.CHUNK >= len(notes):
            raise KeyError((deck_key, index))
        return notes[index % packing.CHUNK]

    def item(self, card_key: int) -> Item | None:
        """Where a card is; None if it is not on the shelf."""
        return self._item("card_key", card_key)

    def item_of(self, card_id: str) -> Item | None:
        """Where the card of an id is; None if it is not on the shelf."""
        return self._item("card_id", card_id)

    def _item(self, column: str, value: int | str) -> Item | None:
        row = self._db.con.execute(
            "SELECT card_key, card_id, deck_key, note, part FROM cache.shelf JOIN card USING (card_key) "
            f"WHERE {column} = ?",
            (value,),
        ).fetchone()
        return Item(*row) if row else None

    def problems(self, deck_key: int) -> tuple[Problem, ...]:
        """What is to be mended in a deck file, in the order of lines; KeyError if there is none."""
        from quizapp.store import packing

        reading, standing = self._deck_row(deck_key, "reading, standing")
        found = (*packing.unpack_problems(reading), *packing.unpack_problems(standing))
        return tuple(sorted(found, key=lambda problem: (problem.where.line, problem.where.column)))

    def forget(self) -> None:
        """Read everything anew: decks changed."""
        self._deck.cache_clear()
        self._chunk.cache_clear()

    def _read_deck(self, deck_key: int) -> "Deck":
        from quizapp.store import packing

        header, path = self._deck_row(deck_key, "header, path")
        return packing.unpack(header, chunks_of(self._db, deck_key), path)

    def _read_chunk(self, deck_key: int, number: int) -> "tuple[Note, ...]":
        from quizapp.store import packing

        sql = "SELECT notes, origins FROM cache.chunk WHERE deck_key = ? AND number = ?"
        row = self._db.con.execute(sql, (deck_key, number)).fetchone()
        return packing.unpack_notes(*row) if row else ()

    def _deck_row(self, deck_key: int, columns: str) -> tuple[Any, ...]:
        row: tuple[Any, ...] | None = self._db.con.execute(
            f"SELECT {columns} FROM cache.deck WHERE deck_key = ?", (deck_key,)
        ).fetchone()
        if row is None:
            raise KeyError(deck_key)
        return row


def chunks_of(db: "Database", deck_key: int) -> "list[Chunk]":
    """The packed notes of a deck."""
    from quizapp.store.packing import Chunk

    sql = "SELECT notes, origins FROM cache.chunk WHERE deck_key = ? ORDER BY number"
    return [Chunk(*row) for row in db.con.execute(sql, (deck_key,))]


def _file(*row: Any) -> DeckFile:
    values = dict(zip(DeckFile.__struct_fields__, row, strict=True))
    return DeckFile(**values | {"studied": bool(values["studied"]), "broken": bool(values["broken"])})
