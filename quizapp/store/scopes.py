"""Where values of a deck may be kept: for the folders it lies in, and for itself."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.settings import Settings
from quizapp.store import settings

if TYPE_CHECKING:
    from quizapp.store.database import Database
    from quizapp.store.folders import Root
    from quizapp.store.shelf import DeckFile

_FOLDER = "folder:"


def of_deck(db: "Database", deck_key: int) -> tuple[str, ...]:
    """The scopes whose values count for a deck, the nearest last: those of all folders above its file, then
    its own. KeyError if there is no such deck."""
    row = db.con.execute("SELECT path, deck_id FROM cache.deck WHERE deck_key = ?", (deck_key,)).fetchone()
    if row is None:
        raise KeyError(deck_key)
    return of_file(*row)


def of_file(path: str, deck_id: str) -> tuple[str, ...]:
    """The same for a deck file, by its path and the id that its author gave it, or ""."""
    return (*of_folder(str(Path(path).parent)), own(path, deck_id))


def own(path: str, deck_id: str) -> str:
    """The scope of a deck itself: by its id, which goes with a file that is moved, else by its path."""
    return f"deck:{deck_id or path}"


class Folder(NamedTuple):
    """A folder of the library with decks in it or below it."""

    path: str
    name: str
    """The title of its course, then the folders inside."""

    @property
    def scope(self) -> str:
        return f"{_FOLDER}{self.path}"

    def holds(self, path: str) -> bool:
        """True of a deck file in it or below it."""
        return self.path in map(str, Path(path).parents)


def folders(files: "Iterable[DeckFile]", roots: "Iterable[Root]") -> tuple[Folder, ...]:
    """The folders for which values may be kept, by name."""
    labels = {path: root.label for root in roots for path in (root.path, root.path.resolve())}
    found = {}
    for file in files:
        parents = Path(file.path).parents
        root = next((parent for parent in parents if parent in labels), None)
        if root is not None:
            for folder in parents[: parents.index(root) + 1]:
                found[folder] = " / ".join((labels[root], *folder.relative_to(root).parts))
    return tuple(sorted((Folder(str(path), name) for path, name in found.items()), key=lambda one: one.name))


def of_folder(path: str) -> tuple[str, ...]:
    """The scopes whose values count in a folder, its own last."""
    inner = Path(path)
    return tuple(f"{_FOLDER}{folder}" for folder in (*reversed(inner.parents), inner))


def decks_with_own(db: "Database") -> dict[int, Settings]:
    """The settings of each deck for which a value is kept that is not that of all decks, by deck_key."""
    kept = settings.narrower(db)
    if not kept:
        return {}
    rows = db.con.execute("SELECT deck_key, path, deck_id FROM cache.deck")
    scopes = {key: of_file(path, deck_id) for key, path, deck_id in rows.fetchall()}
    return {key: settings.load(db, found) for key, found in scopes.items() if not kept.isdisjoint(found)}


def files_with_own(
    db: "Database", key: str, files: "Iterable[DeckFile]"
) -> "Iterator[tuple[DeckFile, object]]":
    """The decks that have a value of their own for a setting, with it."""
    held = settings.held(db, key)
    for file in files:
        if (value := held.get(own(file.path, file.deck_id))) is not None:
            yield file, value
