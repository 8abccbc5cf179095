"""Decks with their pictures and sounds as one file, to be shared: a zip of YAML files and what they name."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from quizapp.core.problems import Problem, QuizError, Where
from quizapp.formats.base import (
    Format,
    Imported,
    ImportedCard,
    ImportedDeck,
    Media,
    Shipped,
    Source,
    Tick,
    Written,
    no_tick,
)
from quizapp.formats.checking import named_files
from quizapp.formats.limits import MEDIA_MB, Archive
from quizapp.formats.text_source import problem_at
from quizapp.formats.yaml_deck import read as read_deck
from quizapp.formats.yaml_edit import header_data, item_data, items
from quizapp.formats.yaml_emit import Value

_SUFFIXES: Final = (".yaml", ".yml")
_STAMP: Final = (1980, 1, 1, 0, 0, 0)
"""The same decks give the same file, byte for byte."""


class _Bundle(Format):
    name = "bundle"
    label = "Decks in one file"
    about = (
        "Decks of quizapp with the pictures and sounds they name, in one zip file: to give to somebody else."
    )
    suffixes = (".zip", ".quizdeck")
    writes = True
    whole_cards = True

    def sniff(self, source: Source) -> int:
        if not source.data.startswith(b"PK"):
            return 0
        try:
            names = zipfile.ZipFile(BytesIO(source.data)).namelist()
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
            return 20 if source.suffix in self.suffixes else 0
        return 80 if any(name.lower().endswith(_SUFFIXES) for name in names) else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        archive = Archive(source.data, source.name)
        names = [member.name for member in archive if member.name.lower().endswith(_SUFFIXES)]
        if not names:
            raise QuizError("import_not", file=source.name, format=self.label, reason="it holds no deck")
        decks: list[ImportedDeck] = []
        problems: list[Problem] = [*archive.problems]
        media: dict[str, Media] = {}
        count = 0
        for number, name in enumerate(sorted(names)):
            tick(number, len(names))
            deck, told, read = _deck(archive, name)
            decks += [deck] if deck.cards else []
            problems += told
            count += read
        for member in archive:
            if not member.name.lower().endswith(_SUFFIXES):
                inner = _below_deck(member.name, names)
                media.setdefault(inner, Media(inner, _reader(archive, member.name)))
        return Imported(decks=tuple(decks), read=count, problems=tuple(problems), media=tuple(media.values()))

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
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            seen: set[str] = set()
            for number, one in enumerate(shipped):
                tick(number, len(shipped))
                folder = PurePosixPath(*one.folders)
                _put(archive, str(folder / PurePosixPath(one.deck.path).name), one.text.encode(), seen)
                for name in dict.fromkeys(name for note in one.deck.notes for name in named_files(note)):
                    data = one.folder(name)
                    if data is not None:
                        _put(archive, str(folder / name), data, seen)
        return Written({"decks.zip": out.getvalue()}, sum(len(one.deck.notes) for one in shipped))


def _deck(archive: Archive, name: str) -> tuple[ImportedDeck, list[Problem], int]:
    """A deck of ours, card by card as it is written."""
    data = archive.read(name)
    loaded = read_deck(data, name)
    text = data.decode("utf-8-sig", "replace")
    cards, problems = [], []
    listed = items(text) if loaded.deck is not None else ()
    good = {note.span.line for note in loaded.deck.notes} if loaded.deck is not None else set()
    for index, item in enumerate(listed):
        if item.readable and item.line in good:
            card: Mapping[str, Value] = item_data(text, index)
            cards.append(ImportedCard(data=card, where=Where(name, item.line), key=str(card.get("id", ""))))
        else:
            found = next((one for one in loaded.problems if one.where.line >= item.line), None)
            reason = found.message if found is not None else ""
            problems.append(problem_at(name, item.line, "import_refused", reason=reason))
    header = header_data(text) if loaded.deck is not None else {}
    title = header.pop("title", header.pop("deck", PurePosixPath(name).stem))
    folders = PurePosixPath(name).parent.parts
    deck = ImportedDeck(title=str(title), header=header, cards=tuple(cards), folders=folders)
    return deck, problems, len(listed)


def _below_deck(name: str, decks: list[str]) -> str:
    """How the decks of its folder name a file."""
    folders = sorted({str(PurePosixPath(deck).parent) for deck in decks}, key=len, reverse=True)
    for folder in folders:
        if folder == "." or name.startswith(folder + "/"):
            return name if folder == "." else name[len(folder) + 1 :]
    return name


def _reader(archive: Archive, name: str) -> Callable[[], bytes]:
    return lambda: archive.read(name, MEDIA_MB)


def _put(archive: zipfile.ZipFile, name: str, data: bytes, seen: set[str]) -> None:
    if name not in seen:
        seen.add(name)
        archive.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)


FORMAT: Final = _Bundle()
