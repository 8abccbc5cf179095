"""The library: deck folders on one side, the shelf on the other, and the way from one to the other.

`refresh` does it all. A window does it in steps: `survey` and `parse` run in a thread (they take and return
values and know no database), `reconcile` in the window's thread, portion by portion, then `search.update`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from quizapp.core.problems import Problem
from quizapp.store import packing, search
from quizapp.store.folders import Found, Root, Survey, survey
from quizapp.store.parsing import Parsed, parse
from quizapp.store.reconcile import TOKEN, Changes, reconcile
from quizapp.store.shelf import DeckFile, Shelf

if TYPE_CHECKING:
    from quizapp.store.database import Database

PORTION = 1_000
"""Notes from which a portion of new decks is large enough: some 50 ms."""
LAYOUT = "layout"
"""Key of cache.about: how the blobs are laid out."""


class Library:
    """The decks of some folders. Never writes into one."""

    def __init__(self, db: "Database", roots: Sequence[Root]) -> None:
        self._db = db
        self.roots = tuple(roots)
        self.notices: tuple[Problem, ...] = ()
        """What is wrong with the folders themselves, by the last survey."""
        self._trust_or_drop_cache()
        self.shelf = Shelf(db)
        self._files = {file.path: file for file in self.shelf.files()}

    @property
    def files(self) -> tuple[DeckFile, ...]:
        """All deck files, by course and title."""
        return tuple(self._files.values())

    def survey(self) -> Callable[[], Survey]:
        """A job that looks at the stamps of all deck files; nothing is read or written."""
        known = {path: (file.size, file.mtime_ns) for path, file in self._files.items()}
        return partial(survey, self.roots, known)

    def parse(self, found: Found) -> Callable[[], Parsed]:
        """A job that reads one deck file of `Survey.changed`."""
        file = self._files.get(found.path)
        return partial(parse, found, file.hash if file else b"")

    def portions(self, seen: Survey, parsed: Sequence[Parsed]) -> Iterator[Sequence[Parsed]]:
        """What to reconcile at once. Only where all files are new can no card have moved between them."""
        if any(one.found.path in self._files for one in parsed) or self._gone(seen):
            yield parsed
            return
        portion: list[Parsed] = []
        for one in parsed:
            portion.append(one)
            if sum(len(each.packed.entries) for each in portion if each.packed) >= PORTION:
                yield portion
                portion = []
        yield portion

    def reconcile(self, seen: Survey, parsed: Sequence[Parsed]) -> Changes:
        """Take in what was read, and let go of files that are gone, in one transaction."""
        self.notices = seen.problems
        changes = reconcile(self._db, seen, parsed, self._files)
        self._files = {file.path: file for file in self.shelf.files()}
        if changes:
            self.shelf.forget()
        return changes

    def refresh(self) -> Changes:
        """Survey, parse, reconcile and index, one after the other. Writes nothing if nothing changed."""
        seen = self.survey()()
        parsed = [self.parse(found)() for found in seen.changed]
        changes = Changes()
        for portion in self.portions(seen, parsed):
            changes |= self.reconcile(seen, portion)
        while search.update(self._db, self.shelf):
            pass
        return changes

    def _gone(self, seen: Survey) -> bool:
        present = {found.path for found in seen.files}
        return any(path not in present and seen.covers(path) for path in self._files)

    def _trust_or_drop_cache(self) -> None:
        """A cache of other fingerprints (a restored backup, a crash between two files) starts anew."""
        rows = dict(self._db.con.execute("SELECT key, value FROM cache.about"))
        layout = packing.layout()
        if rows.get(TOKEN) != self._db.meta(TOKEN) or rows.get(LAYOUT) != layout:
            self._db.reset_cache()
            self._db.con.execute("INSERT INTO cache.about VALUES (?, ?)", (LAYOUT, layout))
            token = self._db.meta(TOKEN)
            if token is not None:
                self._db.con.execute("INSERT INTO cache.about VALUES (?, ?)", (TOKEN, token))
