"""Decks with their pictures and sounds as one file, to be shared: a zip of YAML files and what they name."""

import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from quizapp.core.deck import Deck
from quizapp.core.problems import Problem, QuizError, Where
from quizapp.formats.base import (
    Format,
    Imported,
    ImportedDeck,
    Media,
    Shipped,
    Source,
    Tick,
    Written,
    no_tick,
)
from quizapp.formats.checking import named_files
from quizapp.formats.limits import MEDIA_MB, Archive, member_names, safe_name
from quizapp.formats.own_deck import own_deck
from quizapp.formats.text_source import problem_at
from quizapp.formats.yaml_deck import read as read_deck

_SUFFIXES: Final = (".yaml", ".yml")
_LIST: Final = "bundle.json"
"""The member that tells which of the files are decks."""
_VERSION: Final = 1
_STAMP: Final = (1980, 1, 1, 0, 0, 0)
"""The same decks give the same file, byte for byte."""
_RUBBISH: Final = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What systems put into archives unasked."""


class _Bundle(Format):
    name = "bundle"
    label = "Decks in one file"
    about = (
        "Decks of quizapp with the pictures and sounds they name, in one zip file: to give to somebody else. "
        "Nothing is lost but comments, and the progress stays here."
    )
    unit = "line"
    suffixes = (".zip", ".quizdeck")
    writes = True
    whole_cards = True

    def sniff(self, source: Source) -> int:
        if not source.data.startswith(b"PK"):
            return 0
        names = member_names(source.data)
        if names is None:
            return 20 if source.suffix in self.suffixes else 0
        if _LIST in names:
            return 90
        return 80 if any(name.lower().endswith(_SUFFIXES) for name in names) else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        archive = Archive(source.data, source.name)
        names = _listed(archive)
        if not names:
            raise QuizError("import_not", file=source.name, format=self.label, reason="it holds no deck")
        decks: list[ImportedDeck] = []
        problems: list[Problem] = [*archive.problems]
        used = {_LIST, *names}
        count = 0
        for number, name in enumerate(names):
            tick(number, len(names))
            found = _deck(archive, name)
            decks += [found.deck] if found.deck.cards else []
            problems += found.problems
            used |= found.used
            count += found.read
        for member in archive:
            path = PurePosixPath(member.name)
            if member.name not in used and path.name not in _RUBBISH and path.parts[0] not in _RUBBISH:
                problems.append(problem_at(source.name, 0, "import_lost", what=member.name))
        return Imported(decks=tuple(decks), read=count, problems=tuple(problems))

    def lost(self, shipped: tuple[Shipped, ...]) -> tuple[Problem, ...]:
        return tuple(
            Problem(
                code="export_media_missing", where=Where(one.deck.path, note.span.line), args={"name": name}
            )
            for one in shipped
            for note in one.deck.notes
            for name in named_files(note)
            if one.folder(name) is None
        )

    def write(self, shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
        out = BytesIO()
        names: list[str] = []
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            files: set[str] = set()
            for number, one in enumerate(shipped):
                tick(number, len(shipped))
                folder = PurePosixPath(*one.folders)
                name = _free(str(folder / PurePosixPath(one.deck.path.replace("\\", "/")).name), names)
                names.append(name)
                _put(archive, name, one.text.encode())
                for file in _named(one.deck):
                    path, data = _inside(folder, file), one.folder(file)
                    if data is not None and path and path not in files:
                        files.add(path)
                        _put(archive, path, data)
            _put(archive, _LIST, json.dumps({"quizapp": _VERSION, "decks": names}, indent=1).encode())
        return Written({"decks.zip": out.getvalue()}, sum(len(one.deck.notes) for one in shipped))


class _Found(NamedTuple):
    """A deck of a bundle."""

    deck: ImportedDeck
    read: int
    problems: tuple[Problem, ...]
    used: frozenset[str]
    """Members that it names."""


def _listed(archive: Archive) -> list[str]:
    """The members that are decks: those of the list, else all YAML files."""
    there = [member.name for member in archive if member.name.lower().endswith(_SUFFIXES)]
    there = [name for name in sorted(there) if name.split("/")[0] not in _RUBBISH]
    try:
        said = json.loads(archive.read(_LIST, 1)) if _LIST in archive else {}
    except (ValueError, RecursionError):
        return there
    names = said.get("decks") if isinstance(said, dict) else None
    listed = dict.fromkeys(names if isinstance(names, list) and all(map(_is_text, names)) else ())
    return [name for name in listed if name in archive] or there


def _deck(archive: Archive, name: str) -> _Found:
    """A deck of ours, card by card as it is written; for what is none, an error."""
    data = archive.read(name)
    path = PurePosixPath(name)
    own = own_deck(data, name, path.parent.parts)
    if own is None or not own.read:
        told = problem_at(name, 1, "import_refused", reason="It is no deck of quizapp with cards.")
        return _Found(ImportedDeck(title=path.stem, cards=()), 1, (told,), frozenset())
    media, missing = [], []
    deck = read_deck(data, name).deck
    for file in _named(deck) if deck is not None else ():
        member = _inside(path.parent, file)
        if member and member in archive:
            media.append(Media(file, _reader(archive, member)))
        else:
            missing.append(problem_at(name, 0, "import_media_missing", name=file))
    taken = ImportedDeck(
        title=own.deck.title,
        header=own.deck.header,
        cards=own.deck.cards,
        folders=own.deck.folders,
        media=tuple(media),
    )
    used = frozenset(_inside(path.parent, one.name) for one in media)
    return _Found(taken, own.read, (*own.problems, *missing), used)


def _named(deck: Deck) -> Iterator[str]:
    """The files that a deck's cards name, each once."""
    yield from dict.fromkeys(name for note in deck.notes for name in named_files(note))


def _inside(folder: PurePosixPath, name: str) -> str:
    """Where a file that a deck in a folder names stands in the archive; "" for one that is not below the
    folder, is hidden or could be a deck."""
    hidden = any(part.startswith(".") for part in PurePosixPath(name).parts)
    if safe_name(name) != name or hidden or name.lower().endswith(_SUFFIXES):
        return ""
    return str(folder / name)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _reader(archive: Archive, name: str) -> Callable[[], bytes]:
    return lambda: archive.read(name, MEDIA_MB)


def _free(name: str, taken: list[str]) -> str:
    stem, _, suffix = name.rpartition(".")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{stem}-{number}.{suffix}"
    return free


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)


FORMAT: Final = _Bundle()
