"""Plans what deck files will say, to be listed before a byte is written."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from quizapp.core.identity import uid_of
from quizapp.core.problems import QuizError
from quizapp.formats import deck_bulk, deck_moves, deck_replace
from quizapp.formats.deck_bulk import Keys
from quizapp.formats.deck_replace import Hit, Needle
from quizapp.formats.yaml_edit import Edited, item_data, items, new_id, pin_ids
from quizapp.store.browse_rows import Row
from quizapp.store.deck_edits import Change, Opened
from quizapp.store.media import Carrier
from quizapp.ui.kit import Kit


class FilePlan(Struct, frozen=True):
    """A file and how many of its cards change."""

    path: Path
    cards: int


class Plan(Struct, frozen=True):
    """What is going to be written."""

    changes: tuple[Change, ...]
    """In the order of writing."""
    files: tuple[FilePlan, ...]
    carriers: tuple[Carrier, ...] = ()
    """Bring pictures and sounds to their new places, before anything is written."""

    @property
    def cards(self) -> int:
        return sum(file.cards for file in self.files)


NOTHING = Plan((), ())
MOST = 10_000
"""Cards that are changed at one go: the window waits for it."""


class Found(Struct, frozen=True):
    """A deck file that was opened, and the cards in question."""

    opened: Opened
    uids: Mapping[int, str]
    """Number in the list of cards -> what the ids of its cards begin with, in the order of the file."""


class Planner:
    """Opens the files of rows and works out their new texts."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def open(self, rows: Sequence[Row]) -> tuple[Found, ...]:
        """The files of some rows. QuizError if one cannot be read, or says something else than the shelf."""
        if len(rows) > MOST:
            raise QuizError("edit_refused", reason=f"more than {MOST} cards at once")
        shelf = self._kit.services.library.shelf
        notes: dict[int, dict[int, str]] = {}
        for row in rows:
            if not row.missing:
                notes.setdefault(row.deck_key, {})[row.note] = uid_of(row.card_id)
        files = {file.deck_key: file for file in shelf.files()}
        found = []
        for deck_key, uids in notes.items():
            file = files[deck_key]
            opened = self._kit.authoring.open(Path(file.path))
            if opened.hash != file.hash:
                raise QuizError("deck_changed_outside", file=file.path)
            lines = [shelf.note(deck_key, number).span.line for number in uids]
            places = _items_at(opened.text, lines)
            found.append(Found(opened, dict(sorted(zip(places, uids.values(), strict=True)))))
        return tuple(found)

    def tags(self, rows: Sequence[Row], add: Sequence[str], remove: Sequence[str]) -> Plan:
        """Give tags to cards and take tags from them."""

        def change(text: str, uids: Mapping[int, str]) -> Edited:
            return deck_bulk.tag(text, uids, add=add, remove=remove).edited

        return _plan(self.open(rows), change)

    def keys(self, rows: Sequence[Row], keys: Keys) -> Plan:
        """Give keys of cards the same values; None takes a key out."""

        def change(text: str, uids: Mapping[int, str]) -> Edited:
            return deck_bulk.set_many(text, uids, keys).edited

        return _plan(self.open(rows), change)

    def pin(self, rows: Sequence[Row]) -> Plan:
        """Write the ids of cards that have none into their files: their progress then follows any edit."""

        taken = {uid_of(row.card_id) for row in rows}

        def change(text: str, uids: Mapping[int, str]) -> Edited:
            ids = {}
            for at in uids:
                if not item_data(text, at).get("id"):
                    ids[at] = new_id(taken)
                    taken.add(ids[at])
            return pin_ids(text, ids)

        return _plan(self.open(rows), change)

    def move(self, rows: Sequence[Row], to: Path) -> Plan:
        """Take cards to the end of another deck; what gets them is written first."""
        here = self._kit.authoring.open(to)
        text, count = here.text, 0
        changes: list[Change] = []
        files, carriers = [], []
        for found in self.open(rows):
            source = found.opened.path
            if source == to:
                continue
            carriers.append(Carrier(source.parent, to.parent))
            moved = deck_moves.move_items(
                found.opened.text, found.uids, text, len(items(text)), paths=carriers[-1].path
            )
            text = moved.brought.edited.text
            count += len(found.uids)
            changes.append((found.opened, moved.source.text))
            files.append(FilePlan(source, len(found.uids)))
        if not changes:
            return NOTHING
        return Plan(((here, text), *changes), (FilePlan(to, count), *files), tuple(carriers))

    def hits(self, found: Iterable[Found], needle: Needle) -> Iterator[tuple[Found, Hit]]:
        """The texts of opened decks that would change, one by one."""
        for one in found:
            for hit in deck_replace.find(one.opened.text, needle, indexes=one.uids):
                yield one, hit


def replaced(chosen: Iterable[tuple[Found, Hit]]) -> Plan:
    """Make the changes that are wanted."""
    hits: dict[Path, list[Hit]] = {}
    found: dict[Path, Found] = {}
    for one, hit in chosen:
        hits.setdefault(one.opened.path, []).append(hit)
        found[one.opened.path] = one

    def change(text: str, uids: Mapping[int, str]) -> Edited:
        path = next(path for path, one in found.items() if one.uids is uids)
        return deck_replace.replace(text, hits[path]).edited

    return _plan(found.values(), change)


def decks(kit: Kit) -> Mapping[Path, str]:
    """The decks that cards can be moved to: path -> title. The app's own are for reading."""
    library = kit.services.library
    included = library.included()
    found = {Path(file.path): file.title for file in library.shelf.files() if not file.broken}
    return {
        path: title for path, title in found.items() if not any(map(path.resolve().is_relative_to, included))
    }


def _plan(found: Iterable[Found], change: Callable[[str, Mapping[int, str]], Edited]) -> Plan:
    """Change each file by itself. change: (text, uids of its cards in question) -> what it will say."""
    changes: list[Change] = []
    files = []
    for one in found:
        before = one.opened.text
        edited = change(before, one.uids)
        if edited.text != before:
            changes.append((one.opened, edited.text))
            files.append(FilePlan(one.opened.path, _touched(before, edited)))
    return Plan(tuple(changes), tuple(files))


def _items_at(text: str, lines: Iterable[int]) -> list[int]:
    """For each line (from 1) the item of the list of cards that holds it."""
    starts = [item.line for item in items(text)]
    return [max(bisect_right(starts, line) - 1, 0) for line in lines]


def _touched(text: str, edited: Edited) -> int:
    """How many cards a change touches."""
    starts = [item.start for item in items(text)]
    return len({bisect_right(starts, fix.start) for fix in edited.changes})
