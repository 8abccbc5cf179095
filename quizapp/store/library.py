"""The library: deck folders on one side, the shelf on the other, and the way from one to the other.

`refresh` does it all. A window does it in steps: `survey` and `parse` run in a thread (they take and return
values and know no database), `reconcile` in the window's thread, portion by portion, then `search.update`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.core.problems import Problem
from quizapp.store import trust
from quizapp.store.folders import Found, Root, Survey, survey
from quizapp.store.shelf import DeckFile, Shelf, chunks_of

# What reads decks is imported where it is used: a start with unchanged decks needs none of it.
if TYPE_CHECKING:
    from quizapp.store.database import Database
    from quizapp.store.parsing import Parsed
    from quizapp.store.reconcile import Changes

PORTION = 1_000
"""Notes from which a portion of new decks is large enough: some 50 ms."""


class Library:
    """The decks of some folders. Never writes into one."""

    def __init__(self, db: "Database", roots: Sequence[Root]) -> None:
        self._db = db
        self.roots = tuple(roots)
        self.notices: tuple[Problem, ...] = ()
        """What is wrong with the folders themselves, by the last survey."""
        self.choices: Mapping[str, str] = {}
        """Path of a copy -> CopyChoice.choice."""
        trust.trust_or_drop(db)
        self.shelf = Shelf(db)
        self._files: dict[str, DeckFile] = {}
        self.reload()

    @property
    def files(self) -> tuple[DeckFile, ...]:
        """All deck files, by course and title."""
        return tuple(self._files.values())

    def included(self) -> tuple[Path, ...]:
        """The folders that come with the app: nothing is written into them."""
        return tuple(root.path.resolve() for root in self.roots if root.included)

    def survey(self, touched: Set[str] = frozenset()) -> Callable[[], Survey]:
        """A job that looks at the stamps of all deck files; nothing is read or written.

        touched: files that were written to, whatever their stamps say.
        """
        known = {path: (file.size, file.mtime_ns) for path, file in self._files.items()}
        return partial(survey, self.roots, known, touched)

    def gone(self, seen: Survey) -> frozenset[str]:
        """Known files that are not there any more."""
        present = {found.path for found in seen.files}
        return frozenset(path for path in self._files if path not in present and seen.covers(path))

    def parse(self, found: Found) -> "Callable[[], Parsed]":
        """A job that reads one deck file of `Survey.changed`, what did not change in it from the cache."""
        from quizapp.store.parsing import parse

        file = self._files.get(found.path)
        if file is None:
            return partial(parse, found)
        return partial(parse, found, file.hash, chunks_of(self._db, file.deck_key))

    def portions(self, seen: Survey, parsed: "Sequence[Parsed]") -> "Iterator[Sequence[Parsed]]":
        """What to reconcile at once. Only where all files are new can no card have moved between them."""
        self.notices = seen.problems
        is_known = any(one.found.path in self._files for one in parsed)
        if is_known or self._others_changed(seen) or trust.is_forgotten(self._db):
            yield parsed
            return
        portion: list[Parsed] = []
        for one in parsed:
            portion.append(one)
            if sum(len(each.packed.entries) for each in portion if each.packed) >= PORTION:
                yield portion
                portion = []
        if portion:
            yield portion

    def reconcile(self, seen: Survey, parsed: "Sequence[Parsed]") -> "Changes":
        """Take in what was read, and let go of files that are gone, in one transaction."""
        from quizapp.store.reconcile import reconcile

        changes = reconcile(self._db, seen, parsed, self._files, self.choices)
        self.reload()
        return changes

    def resettle(self, paths: Set[str]) -> "Changes":
        """Tell anew which of these decks are copies, as if they had just come."""
        from quizapp.store.reconcile import reconcile

        found = (Found(file.path, file.course, (file.size, file.mtime_ns)) for file in self.files)
        seen = Survey(files=tuple(found), changed=())
        keys = [self._files[path].deck_key for path in sorted(paths) if path in self._files]
        changes = reconcile(self._db, seen, (), self._files, self.choices, keys)
        self.reload()
        return changes

    def reload(self) -> None:
        """Read the shelf anew, as after a pass that another library made on a twin of the database."""
        self._files = {file.path: file for file in self.shelf.files()}
        self.shelf.forget()

    def renew(self) -> None:
        """Another progress file is in place: begin as at a start."""
        trust.trust_or_drop(self._db)
        self.reload()

    def refresh(self) -> "Changes":
        """Survey, parse, reconcile and index, one after the other. Writes nothing if nothing changed."""
        from quizapp.store import search
        from quizapp.store.reconcile import Changes

        seen = self.survey()()
        parsed = [self.parse(found)() for found in seen.changed]
        changes = Changes()
        for portion in self.portions(seen, parsed):
            changes |= self.reconcile(seen, portion)
        while search.update(self._db, self.shelf):
            pass
        return changes

    def _others_changed(self, seen: Survey) -> bool:
        """True if a known file is gone, or belongs to another course now."""
        courses = {found.path: found.course for found in seen.files}
        moved = any(courses.get(path, file.course) != file.course for path, file in self._files.items())
        return moved or bool(self.gone(seen))
