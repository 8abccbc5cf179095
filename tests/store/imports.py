"""Imports of small decks into a folder, for tests."""

from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

from quizapp.core.ids import ulid
from quizapp.core.problems import Where
from quizapp.formats.base import Imported, ImportedCard, ImportedDeck, Media
from quizapp.formats.yaml_deck import read
from quizapp.formats.yaml_edit import Value, item_data, items
from quizapp.store import import_files
from quizapp.store.import_files import Done
from quizapp.store.import_plan import Origin, Plan
from quizapp.store.importing import plan

PICTURE = b"\x89PNG\r\n\x1a\n"
_NUMBERS = count(1)


def card(front: str, back: str = "yes", key: str = "", **more: str) -> ImportedCard:
    return ImportedCard(data={"q": front, "a": back, **more}, where=Where("tides.csv", 1), key=key)


def deck(*cards: ImportedCard, title: str = "Tides", folders: tuple[str, ...] = ()) -> ImportedDeck:
    return ImportedDeck(title=title, cards=cards, folders=folders)


def source(*decks: ImportedDeck, media: Mapping[str, bytes] | None = None) -> Imported:
    files = tuple(Media(name, _gives(data)) for name, data in (media or {}).items())
    return Imported(decks=decks, read=sum(len(one.cards) for one in decks), media=files)


def planned(imported: Imported, folder: Path, name: str = "tides.csv", into: Path | None = None) -> Plan:
    return plan(imported, folder / "decks", Origin("csv-text", name, 1), into=into)


def written(made: Plan, folder: Path) -> Done:
    import_id = ulid(next(_NUMBERS), bytes(10))
    return import_files.write(made, folder / "data", import_id, backups=folder / "backups")


def imported(made: Imported, folder: Path, name: str = "tides.csv") -> Done:
    return written(planned(made, folder, name), folder)


def cards_in(path: Path) -> dict[str, dict[str, Value]]:
    """Id -> its keys, of a deck that the strict loader reads without an error."""
    text = path.read_text("utf-8")
    assert not [one for one in read(text.encode(), str(path)).problems if one.severity == "error"]
    cards = [item_data(text, index) for index in range(len(items(text)))]
    return {str(one["id"]): one for one in cards}


def rewrite(path: Path, old: str, new: str) -> None:
    """What a person changes in a deck."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder, and its folders."""
    return {
        path.relative_to(folder).as_posix(): b"" if path.is_dir() else path.read_bytes()
        for path in folder.rglob("*")
    }


def _gives(data: bytes) -> Callable[[], bytes]:
    return lambda: data
