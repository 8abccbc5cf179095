"""The deck files in the library's folders: which there are, and which changed since they were last read.

Pure towards the database, so that it can run in a thread: `survey` takes the stamps known so far.
"""

import os
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct

from quizapp.core.problems import Problem, Where

SUFFIXES = (".yaml", ".yml")
MOST = 10_000
"""Folders and deck files of one root that are looked at: who adds a whole disk does not mean it."""

Stamp = tuple[int, int]
"""Size in bytes, and the time of the last change in nanoseconds."""


class Root(Struct, frozen=True):
    """A folder of the library, or a single deck file."""

    path: Path
    label: str
    """Title of its course; a folder inside makes the course "label / folder"."""
    skip: frozenset[str] = frozenset()
    """Folders inside that are left out, by their path from the root, with slashes."""
    included: bool = False
    """True if it comes with the app: its decks are for reading."""


class Found(Struct, frozen=True):
    """A deck file."""

    path: str
    course: str
    stamp: Stamp


class Survey(Struct, frozen=True, kw_only=True):
    """What is in the folders."""

    files: tuple[Found, ...]
    """All deck files, in the order of folders and names."""
    changed: tuple[Found, ...]
    """Those that are new or have another stamp."""
    unread: tuple[str, ...] = ()
    """Folders that could not be looked into: what was known of their files still holds."""
    folders: tuple[str, ...] = ()
    """All folders that were looked into; for one that is not there the nearest one above it."""
    problems: tuple[Problem, ...] = ()

    def covers(self, path: str) -> bool:
        """True if a known file that is not among `files` is really gone."""
        return not any(path.startswith(folder + os.sep) for folder in self.unread)


def survey(roots: Sequence[Root], known: Mapping[str, Stamp], touched: Set[str] = frozenset()) -> Survey:
    """Look at every deck file; nothing is read.

    known: path -> stamp when it was last read; touched: files that were written to, whatever their stamps.
    """
    walk = _Walk()
    files = [found for root in roots for found in walk.files(root)]
    return Survey(
        files=tuple(files),
        changed=tuple(
            found for found in files if known.get(found.path) != found.stamp or found.path in touched
        ),
        unread=tuple(walk.unread),
        folders=tuple(dict.fromkeys(walk.folders)),
        problems=tuple(walk.problems),
    )


class _Walk:
    """A walk that comes to each folder and each file once, whatever links there are."""

    def __init__(self) -> None:
        self.folders: list[str] = []
        self.unread: list[str] = []
        self.problems: list[Problem] = []
        self._been: set[tuple[int, int]] = set()

    def files(self, root: Root) -> Iterator[Found]:
        """The deck files below a root, folder by folder, by name."""
        if root.path.is_file():
            self.folders.append(str(root.path.parent))
            yield from self._deck_file(str(root.path), root.label)
            return
        if not root.path.is_dir():
            is_deck = root.path.name.lower().endswith(SUFFIXES)
            self._tell("deck_missing" if is_deck else "folder_missing", str(root.path))
            self.folders.append(str(next(above for above in root.path.absolute().parents if above.is_dir())))
            return
        waiting = [(str(root.path), root.label, "")]
        left = MOST
        while waiting:
            folder, course, inside = waiting.pop()
            entries, below = self._entries(folder), []
            left -= 1 + len(entries)
            if left < 0:
                self._leave(root, [folder, *(path for path, _, _ in waiting)])
                return
            for entry, is_folder in entries:
                if not is_folder:
                    yield from self._deck_file(entry.path, course)
                elif (here := f"{inside}/{entry.name}".lstrip("/")) not in root.skip:
                    below.append((entry.path, f"{course} / {entry.name}", here))
            waiting += reversed(below)

    def _leave(self, root: Root, folders: Sequence[str]) -> None:
        """It is too much: what was known of these folders still holds."""
        self.unread += folders
        self._tell("folder_full", str(root.path), limit=str(MOST))

    def _entries(self, folder: str) -> list[tuple[os.DirEntry[str], bool]]:
        """What is in a folder and can be a deck, or a folder of decks (True), by name."""
        found = []
        try:
            if self._is_known(os.stat(folder)):
                return []
            self.folders.append(folder)
            with os.scandir(folder) as entries:
                for entry in entries:
                    is_folder = _is_folder(entry)
                    if not entry.name.startswith(".") and (
                        is_folder or entry.name.lower().endswith(SUFFIXES)
                    ):
                        found.append((entry, is_folder))
        except OSError as error:
            self.unread.append(folder)
            self._tell("folder_unreadable", folder, reason=error.strerror or str(error))
        return sorted(found, key=lambda pair: pair[0].name)

    def _deck_file(self, path: str, course: str) -> Iterator[Found]:
        try:
            path.encode()
            stat = os.stat(path)
        except UnicodeEncodeError:
            self._tell("file_name_odd", os.fsencode(path).decode(errors="replace"))
        except OSError:
            return  # a link to nowhere, or gone since
        else:
            # A pipe or a device of that name would be waited for without end.
            if S_ISREG(stat.st_mode) and not self._is_known(stat):
                yield Found(path, course, (stat.st_size, stat.st_mtime_ns))

    def _is_known(self, stat: os.stat_result) -> bool:
        """True if this file or folder was met before; some systems number none, there all are new."""
        key = (stat.st_dev, stat.st_ino)
        known = key in self._been
        if stat.st_ino:
            self._been.add(key)
        return known

    def _tell(self, code: str, path: str, **args: str) -> None:
        self.problems.append(Problem(code=code, where=Where(path), args={"file": path, **args}))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False
