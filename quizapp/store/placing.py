"""Write what a pass settled: deck rows, packed notes, the shelf, and what search has to look at again."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.identity import Print, card_id
from quizapp.core.problems import Problem
from quizapp.store import identities
from quizapp.store.drafts import Draft
from quizapp.store.packing import CHUNK, STRETCH, Entry, pack_problems, unpack_problems
from quizapp.store.shelf import FILE_COLUMNS, DeckFile, chunks_of

if TYPE_CHECKING:
    from quizapp.store.database import Database

_BLOBS = ("reading", "standing", "header", "keys")
_DECK = f"""
INSERT OR REPLACE INTO cache.deck ({FILE_COLUMNS}, {", ".join(_BLOBS)})
VALUES ({", ".join("?" * (len(DeckFile.__struct_fields__) + len(_BLOBS)))})
"""
_SETTLED = f"""
UPDATE cache.deck SET ({FILE_COLUMNS}, reading) = ({", ".join("?" * (len(DeckFile.__struct_fields__) + 1))})
WHERE deck_key = ?
"""
_SHELF = "card_key, deck_key, note, part, sibling, suspended, note_key"
_AMONG = "IN (SELECT value FROM json_each(?))"
_ShelfRow = tuple[int, int, int, str, int | None, int, int]


class Placed(Struct, frozen=True):
    """A note that found its identity, and its number in `fingerprint`."""

    draft: Draft
    entry: Entry
    note_key: int
    print: Print


def put_settled(db: "Database", file: DeckFile, reading: bytes) -> None:
    """Write the row of a deck whose notes are as before."""
    (standing,) = db.con.execute(
        "SELECT standing FROM cache.deck WHERE deck_key = ?", (file.deck_key,)
    ).fetchone()
    file = _counted(file, reading, standing)
    db.con.execute(_SETTLED, (*_values(file), reading, file.deck_key))


def put_deck(db: "Database", draft: Draft, standing: Sequence[Problem]) -> list[int]:
    """Write a deck and its notes; the numbers of the chunks that changed, all if the header did."""
    packed, deck_key = draft.packed, draft.file.deck_key
    header = db.con.execute("SELECT header FROM cache.deck WHERE deck_key = ?", (deck_key,)).fetchone()
    blob = pack_problems(standing)
    file = _counted(draft.file, draft.reading, blob)
    db.con.execute(_DECK, (*_values(file), draft.reading, blob, packed.header, packed.keys))
    was = chunks_of(db, deck_key)
    changed = [
        number
        for number, chunk in enumerate(packed.chunks)
        if number >= len(was) or was[number].notes != chunk.notes
    ]
    db.con.executemany(
        "INSERT OR REPLACE INTO cache.chunk VALUES (?, ?, ?, ?)",
        [(deck_key, number, *packed.chunks[number]) for number in changed],
    )
    db.con.executemany(
        "UPDATE cache.chunk SET origins = ? WHERE deck_key = ? AND number = ?",
        [(chunk.origins, deck_key, number) for number, chunk in enumerate(packed.chunks)],
    )
    db.con.execute(
        "DELETE FROM cache.chunk WHERE deck_key = ? AND number >= ?", (deck_key, len(packed.chunks))
    )
    return changed if header == (packed.header,) else list(range(len(packed.chunks)))


def put_ties(db: "Database", deck_keys: Iterable[int], ties: Iterable[tuple[int, int]]) -> None:
    """Write on which decks these depend: (deck, other)."""
    db.con.execute(f"DELETE FROM cache.tie WHERE deck_key {_AMONG}", (json.dumps(list(deck_keys)),))
    db.con.executemany("INSERT OR IGNORE INTO cache.tie VALUES (?, ?)", ties)


def remove_decks(db: "Database", deck_keys: Iterable[int]) -> None:
    """Forget decks; their cards leave the shelf by `put_shelf`."""
    keys = json.dumps(list(deck_keys))
    for table in ("deck", "chunk", "tie"):
        db.con.execute(f"DELETE FROM cache.{table} WHERE deck_key {_AMONG}", (keys,))


def put_shelf(
    db: "Database",
    deck_keys: Iterable[int],
    placed: Sequence[Placed],
    now_ms: int,
    settled: Collection[int] = (),
) -> set[int]:
    """Write all that these decks have on the shelf; the note_keys of which cards came or went.

    settled: stretches that stay as they are.
    """
    keys = list(deck_keys)
    wanted = [
        (one, index, part.seen, card_id(one.print.uid, part.key))
        for one in placed
        for index, part in enumerate(one.print.parts[: len(one.entry.seen.parts)])
    ]
    card_keys = identities.card_keys(db, [row[-1] for row in wanted], () if settled else keys, now_ms)
    now = {card_keys[id_]: _shelf_row(card_keys[id_], one, name) for one, _, name, id_ in wanted}
    rows = db.con.execute(
        f"SELECT {_SHELF} FROM cache.shelf WHERE deck_key {_AMONG} AND {STRETCH} NOT {_AMONG}",
        (json.dumps(keys), CHUNK, json.dumps(list(settled))),
    )
    was: dict[int, _ShelfRow] = {row[0]: row for row in rows}
    db.con.executemany(
        "DELETE FROM cache.shelf WHERE card_key = ?", [(key,) for key in was.keys() - now.keys()]
    )
    changed = [row for key, row in now.items() if was.get(key) != row]
    db.con.executemany(f"INSERT OR REPLACE INTO cache.shelf ({_SHELF}) VALUES (?, ?, ?, ?, ?, ?, ?)", changed)
    return {key for *_, key in _cards(was.values()) ^ _cards(now.values())}


def put_pending(db: "Database", note_keys: Iterable[int]) -> None:
    """Have search look at these notes again."""
    db.con.executemany("INSERT OR IGNORE INTO cache.pending VALUES (?)", [(key,) for key in note_keys])


def in_chunks(placed: Iterable[Placed], changed: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """The note_keys of the notes in changed chunks. changed: deck_key -> numbers of its chunks."""
    sets = {deck_key: frozenset(numbers) for deck_key, numbers in changed.items()}
    for one in placed:
        if one.entry.seen.place // CHUNK in sets[one.draft.file.deck_key]:
            yield one.note_key


def _cards(rows: Iterable[_ShelfRow]) -> set[tuple[int, str, int]]:
    """(card_key, part, note_key) of each."""
    return {(card_key, part, note_key) for card_key, _, _, part, _, _, note_key in rows}


def _shelf_row(card_key: int, one: Placed, name: str) -> _ShelfRow:
    deck_key, seen = one.draft.file.deck_key, one.entry.seen
    return (card_key, deck_key, seen.place, name, _sibling(one), int(one.entry.suspended), one.note_key)


def _sibling(one: Placed) -> int | None:
    """A number that the cards of one note, or of one `group` of a deck, share."""
    seen, group = one.entry.seen, one.entry.group
    if group:
        digest = blake2b(f"{seen.deck}\0{group}".encode(), digest_size=7).digest()
        return -1 - int.from_bytes(digest, "big")
    return one.note_key if len(seen.parts) > 1 else None


def _counted(file: DeckFile, *problems: bytes) -> DeckFile:
    errors = sum(problem.severity == "error" for blob in problems for problem in unpack_problems(blob))
    return replace(file, problems=errors)


def _values(file: DeckFile) -> tuple[Any, ...]:
    return tuple(getattr(file, name) for name in DeckFile.__struct_fields__)
