"""Deck folders for library tests: write cards as YAML, refresh, and see which card each text has become."""

import os
from collections.abc import Iterable
from pathlib import Path

from quizapp.core.identity import normal
from quizapp.store.database import Database
from quizapp.store.folders import Root
from quizapp.store.library import Library
from quizapp.store.reconcile import Changes

CAPITALS = (
    ("Norway", "Oslo"),
    ("Sweden", "Stockholm"),
    ("Denmark", "Copenhagen"),
    ("Finland", "Helsinki"),
    ("Iceland", "Reykjavik"),
    ("Estonia", "Tallinn"),
    ("Latvia", "Riga"),
    ("Lithuania", "Vilnius"),
    ("Poland", "Warsaw"),
    ("Hungary", "Budapest"),
)


def card(front: str, back: str = "something", **more: str) -> str:
    """A card as YAML."""
    lines = [f'- q: "{front}"', f'  a: "{back}"', *(f"  {key}: {value}" for key, value in more.items())]
    return "\n".join(lines)


def capital(country: str, **more: str) -> str:
    return card(f"What is the capital of {country}?", dict(CAPITALS)[country], **more)


COUNTRIES = [country for country, _ in CAPITALS]


class World:
    """A folder of decks with its library."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db = db
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._tick = 1_000_000_000_000
        self.restart()

    def restart(self) -> None:
        """As if the app had been closed and opened."""
        self.library = Library(self.db, [Root(self.folder, "Course")])

    @property
    def shelf(self) -> "object":
        return self.library.shelf

    def write(self, name: str, cards: Iterable[str], *, title: str = "") -> Path:
        """Save a deck, with a time that no other has."""
        head = f"title: {title}\n" if title else ""
        return self.save(name, f"{head}cards:\n" + "\n".join(cards) + "\n")

    def save(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        self.touch(path)
        return path

    def touch(self, path: Path) -> None:
        self._tick += 1_000_000_000
        os.utime(path, ns=(self._tick, self._tick))

    def move(self, name: str, target: str) -> None:
        (self.folder / target).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).rename(self.folder / target)

    def remove(self, name: str) -> None:
        (self.folder / name).unlink()

    def refresh(self) -> Changes:
        return self.library.refresh()

    def keys(self) -> dict[str, int]:
        """Front of the card (and its part, if it has one), as in its deck -> card_key."""
        rows = self.db.con.execute("SELECT card_key, deck_key, note, part FROM shelf ORDER BY card_key")
        found = {}
        for card_key, deck_key, index, part in rows.fetchall():
            note = self.library.shelf.note(deck_key, index)
            found[note.front(part)] = card_key
        return found

    def key(self, front: str) -> int:
        (key,) = (key for text, key in self.keys().items() if normal(front) in normal(text))
        return key

    def deck_key(self, name: str) -> int:
        path = str(self.folder / name)
        return next(file.deck_key for file in self.library.files if file.path == path)

    def codes(self, name: str) -> list[tuple[int, str]]:
        """(line, code) of the problems of a deck."""
        return [(one.where.line, one.code) for one in self.library.shelf.problems(self.deck_key(name))]

    def changes_of(self) -> tuple[int, int]:
        """How many rows were ever written, and what is in the files."""
        (version,) = self.db.con.execute("PRAGMA data_version").fetchone()
        return self.db.con.total_changes, version
