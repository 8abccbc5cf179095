"""The decks of one reconciling pass, before anything is written: which take part, and which are copies."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.deck import Deck
from quizapp.store.folders import Survey
from quizapp.store.packing import Packed, pack, pack_problems, unpack, unpack_keys, unpack_origins
from quizapp.store.parsing import Parsed
from quizapp.store.shelf import DeckFile, chunks_of

if TYPE_CHECKING:
    from quizapp.store.database import Database

COPY = 0.8
"""Share of a deck's notes that equal another deck's, from which it is taken for a copy."""


class Draft(Struct):
    """A deck whose notes are settled in this pass."""

    file: DeckFile
    packed: Packed
    reading: bytes
    """Packed problems found by reading the file."""
    fresh: bool
    """None of its notes was on the shelf before."""
    copy_of: int = 0
    """The deck it is a copy of, by key."""


class Drafts:
    """What a pass starts from.

    settled: the rows of decks, by key, of which only the row changes, with their problems of reading.
    """

    def __init__(
        self, db: "Database", survey: Survey, known: Mapping[str, DeckFile], choices: Mapping[str, str] = {}
    ) -> None:
        self._db = db
        self._choices = choices
        present = {found.path for found in survey.files}
        self.known = known
        self.gone = {
            file.deck_key: file
            for file in known.values()
            if file.path not in present and survey.covers(file.path)
        }
        self.by_key: dict[int, Draft] = {}
        self.settled: dict[int, tuple[DeckFile, bytes]] = {}
        self._moved = {file.hash: file for file in self.gone.values() if file.hash}
        self._next_key = max((file.deck_key for file in known.values()), default=0) + 1
        for found in survey.files:
            was = known.get(found.path)
            if was and was.course != found.course:
                self.settled[was.deck_key] = (replace(was, course=found.course), self.reading(was.deck_key))

    def take(self, parsed: Parsed) -> None:
        """Enter a file that was looked at."""
        was = self.known.get(parsed.found.path) or self._moved_from(parsed)
        file = self._file(parsed, was)
        if parsed.same and was:
            self.settled[file.deck_key] = (file, self.reading(file.deck_key))
            return
        reading = pack_problems(parsed.problems)
        if was and not (parsed.packed and (parsed.whole or not was.notes)):
            if (file, reading) != (was, self.reading(was.deck_key)):
                self.settled[file.deck_key] = (file, reading)
            return
        packed = parsed.packed or pack(Deck(path=file.path, title=Path(file.path).stem))
        self._add(file, packed, reading, fresh=not (was and was.studied and was.notes))

    def _moved_from(self, parsed: Parsed) -> DeckFile | None:
        """The file that was gone and is this one, by its bytes."""
        was = self._moved.pop(parsed.hash, None)
        if was:
            del self.gone[was.deck_key]
        return was

    def _file(self, parsed: Parsed, was: DeckFile | None) -> DeckFile:
        """The row of a file, with a stamp that lets one that could not be read be tried again."""
        path, packed = parsed.found.path, parsed.packed
        size, mtime_ns = parsed.found.stamp if parsed.hash else (-1, 0)
        if was is None:
            was = DeckFile(
                deck_key=self._next_key,
                path=path,
                title=packed.title if packed else Path(path).stem,
                course="",
                studied=True,
                sequence="",
                problems=0,
                deck_id="",
                notes=0,
                broken=False,
                size=0,
                mtime_ns=0,
                hash=b"",
            )
            self._next_key += 1
        return replace(
            was,
            path=path,
            course=parsed.found.course,
            broken=was.broken if parsed.same else parsed.broken,
            size=size,
            mtime_ns=mtime_ns,
            hash=parsed.hash,
        )

    def path_of(self, deck_key: int) -> str:
        """Where a deck's file is now."""
        if deck_key in self.by_key:
            return self.by_key[deck_key].file.path
        return next(file.path for file in self.known.values() if file.deck_key == deck_key)

    def reading(self, deck_key: int) -> bytes:
        """The packed problems found when a deck was last read."""
        row = self._db.con.execute(
            "SELECT reading FROM cache.deck WHERE deck_key = ?", (deck_key,)
        ).fetchone()
        return bytes(row[0])

    def _add(self, file: DeckFile, packed: Packed, reading: bytes, *, fresh: bool) -> None:
        file = replace(
            file,
            title=packed.title,
            deck_id=packed.deck_id,
            sequence=packed.sequence,
            notes=len(packed.entries),
            studied=True,
        )
        self.settled.pop(file.deck_key, None)
        self.by_key[file.deck_key] = Draft(file, packed, reading, fresh)

    def join(self) -> None:
        """Add the decks that depend on those that changed: copies of them, and holders of the same ids."""
        files = {file.deck_key: file for file in self.known.values()}
        asked: set[int] = set()
        while more := (self.by_key.keys() | self.gone.keys()) - asked:
            ids = [
                entry.seen.id
                for key in more & self.by_key.keys()
                for entry in self.by_key[key].packed.entries
            ]
            asked |= more
            for key in self._tied(more, filter(None, ids)) - asked:
                self.take_again(key, fresh=not files[key].studied)

    def take_again(self, deck_key: int, *, fresh: bool) -> None:
        """Add a deck as it was last read."""
        file = next(file for file in self.known.values() if file.deck_key == deck_key)
        chunks = chunks_of(self._db, deck_key)
        (header,) = self._db.con.execute(
            "SELECT header FROM cache.deck WHERE deck_key = ?", (deck_key,)
        ).fetchone()
        settled, reading = self.settled.get(deck_key, (file, self.reading(deck_key)))
        packed = pack(unpack(header, chunks, file.path), unpack_origins(chunks))
        self._add(settled, packed, reading, fresh=fresh)

    def _tied(self, deck_keys: Iterable[int], ids: Iterable[str]) -> set[int]:
        rows = self._db.con.execute(
            "SELECT deck_key FROM cache.tie WHERE other IN (SELECT value FROM json_each(?)) UNION "
            "SELECT deck_key FROM fingerprint JOIN cache.shelf USING (note_key) "
            "WHERE uid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(deck_keys)), json.dumps(list(ids))),
        )
        return {key for (key,) in rows}

    def find_copies(self) -> None:
        """Tell which fresh decks are copies of one that is studied.

        Of several the one that the learner prefers is none, else that with the shortest path.
        """
        fresh = [draft for draft in self.by_key.values() if draft.fresh and draft.packed.entries]
        if not fresh:
            return
        sought = {key for draft in fresh for key in unpack_keys(draft.packed.keys)}
        holders: dict[int, list[int]] = defaultdict(list)
        for deck_key, keys in self._studied_keys():
            for key in sought.intersection(keys):
                holders[key].append(deck_key)
        for draft in sorted(fresh, key=self._rank):
            equal: Counter[int] = Counter()
            for entry in draft.packed.entries:
                equal.update({deck_key for key in entry.keys for deck_key in holders.get(key, ())})
            likest, count = max(equal.items(), key=lambda pair: (pair[1], -pair[0]), default=(0, 0))
            separate = self._choices.get(draft.file.path) == "separate"
            if count >= COPY * len(draft.packed.entries) and not separate:
                draft.copy_of = likest
                draft.file = replace(draft.file, studied=False)
            else:
                for key in set(unpack_keys(draft.packed.keys)):
                    holders[key].append(draft.file.deck_key)

    def _rank(self, draft: Draft) -> tuple[bool, int, str]:
        path = draft.file.path
        return self._choices.get(path) != "prefer", len(path), path

    def _studied_keys(self) -> Iterable[tuple[int, Iterable[int]]]:
        """Keys of the notes of every deck that is surely studied."""
        rows = self._db.con.execute("SELECT deck_key, keys FROM cache.deck WHERE studied AND notes")
        for deck_key, keys in rows:
            if deck_key not in self.by_key and deck_key not in self.gone:
                yield deck_key, unpack_keys(keys)
        for deck_key, draft in self.by_key.items():
            if not draft.fresh:
                yield deck_key, unpack_keys(draft.packed.keys)
