"""Which rows are shown: those of a group, or those of all groups that a search found."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct

from quizapp.core.settings import GROUPS, Setting
from quizapp.ui.i18n import marked
from quizapp.ui.preferences.book import ROWS, Book
from quizapp.ui.preferences.doors import PANELS, Door
from quizapp.ui.preferences.finding import holds_all
from quizapp.ui.preferences.groups import Group


class Section(Struct, frozen=True):
    """What is to stand in one panel."""

    heading: str
    """Translated."""
    rows: tuple[str, ...]
    """Keys of settings, names of doors."""


class _Entry(NamedTuple):
    """Something that can be shown: a setting, a door, or a panel of its own."""

    key: str
    group: str
    section: str
    """"" for a panel of its own."""


class Listing:
    """The choice of group and words, and what follows from it in the scope that the book shows.

    texts: what a search looks into, by the key of a row or panel; asked only while something is searched for.
    """

    def __init__(self, book: Book, doors: Sequence[Door], texts: Callable[[str], tuple[str, ...]]) -> None:
        self._book, self._texts = book, texts
        self._doors = [_Entry(door.name, door.group, door.section) for door in doors]
        self._panels = [_Entry(key, group, "") for group, keys in PANELS.items() for key in keys]
        self.group = GROUPS[0]
        self.words: tuple[str, ...] = ()
        self._all: list[_Entry] = []
        self._found: list[_Entry] = []
        self.update()

    def update(self) -> None:
        """Group, words, scope or texts have changed."""
        self._all = self._entries()
        self._found = [entry for entry in self._all if self._holds(entry.key)] if self.words else []

    def _entries(self) -> list[_Entry]:
        """All in this scope, by group."""
        own = [_Entry(one.key, one.about.group, one.about.section) for one in self._book.rows()]
        whole = own if not self._book.shown.is_all else [*own, *self._doors, *self._panels]
        return sorted(whole, key=lambda entry: GROUPS.index(entry.group))

    def _holds(self, key: str) -> bool:
        return holds_all(self.words, self._texts(key))

    def _shown(self) -> list[_Entry]:
        if self.words:
            return self._found
        return [entry for entry in self._all if entry.group == self.group]

    def has(self, key: str) -> bool:
        """True if the row of this key would be shown in the scope as it is now."""
        return not self.words or self._holds(key)

    def sections(self) -> list[Section]:
        """The panels with rows: a section of the group each, or a group each of what was found."""
        rows = [entry for entry in self._shown() if entry.section]
        headings = dict.fromkeys(self._heading(entry) for entry in rows)
        return [
            Section(marked(heading), tuple(row.key for row in rows if self._heading(row) == heading))
            for heading in headings
        ]

    def _heading(self, entry: _Entry) -> str:
        return entry.group if self.words else entry.section

    def panels(self) -> list[str]:
        """The panels of their own, below."""
        return [entry.key for entry in self._shown() if not entry.section]

    def groups(self) -> list[Group]:
        """All groups as they stand."""
        there = {entry.group for entry in self._all}
        found = [entry.group for entry in self._found] if self.words else None
        return [
            Group(key, marked(key), None if found is None else found.count(key), key in there)
            for key in GROUPS
        ]

    def found(self) -> int:
        """How many were found; 0 while nothing is searched for."""
        return len(self._found) if self.words else 0

    def alike(self) -> int:
        """How many settings are left out because they cannot be set in this scope."""
        here = self._book.rows()
        return sum(self._wanted(setting) for setting in ROWS if setting not in here)

    def _wanted(self, setting: Setting) -> bool:
        return self._holds(setting.key) if self.words else setting.about.group == self.group

    def differs(self) -> bool:
        """Something of the group that is shown can differ by deck."""
        return any(row.about.per_deck for row in self._book.rows() if row.about.group == self.group)
