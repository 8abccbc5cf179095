"""Deck files checked together: each of them, against each other, and with the files beside them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from errno import EINVAL
from pathlib import Path, PurePosixPath

from msgspec import Struct, json

from quizapp.core.course_rules import breaches, undescribed
from quizapp.core.deck import Deck, Note
from quizapp.core.problems import Fix, Problem, Where
from quizapp.core.slugs import slug
from quizapp.formats.card_checks import is_tried
from quizapp.formats.deck_text import shorten
from quizapp.formats.drawing import undrawable
from quizapp.formats.encoding import decode
from quizapp.formats.fixes import first_key, free_id, other_id
from quizapp.formats.markup import images, is_relative, maths
from quizapp.formats.reading import closest
from quizapp.formats.yaml_deck import read

SUFFIXES = (".yaml", ".yml")
EXAMPLES = "examples"
"""Folder of decks that show the format and teach nothing: they owe no source."""


class Report(Struct, frozen=True):
    """What a check found."""

    files: int
    cards: int
    problems: tuple[Problem, ...]

    def count(self, severity: str) -> int:
        return sum(problem.severity == severity for problem in self.problems)


def deck_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and the decks in the folders and below, in the order of their names."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if name.endswith(SUFFIXES) and not name.startswith("."):
                    yield Path(folder, name)


def read_file(file: Path) -> bytes:
    """What stands in a regular file: a pipe or a device would be waited for without end. Raises OSError."""
    if file.exists() and not file.is_file():
        raise OSError(EINVAL, "not a regular file")
    return file.read_bytes()


def check(files: Sequence[Path], *, strict: bool = False) -> Report:
    """Read decks and check them, against each other too; strict: as courses, but for the examples."""
    checking = _Checking(strict=strict)
    for file in dict.fromkeys(files):
        checking.add(file)
    problems = [*checking.problems, *checking.undrawable()]
    order = {str(file): number for number, file in enumerate(dict.fromkeys(files))}
    problems.sort(key=lambda found: (order[found.where.file], found.where.line, found.where.column))
    return Report(len(order), checking.cards, tuple(problems))


class _Checking:
    """Takes one file after the other, and knows which ids and formulas it has seen."""

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._owners: dict[str, tuple[Path, int]] = {}
        self._formulas: dict[str, tuple[Path, Note]] = {}
        self.problems: list[Problem] = []
        self.cards = 0

    def add(self, file: Path) -> None:
        """Read a file and check it, alone and with those before it."""
        try:
            data = read_file(file)
        except OSError as error:
            why = {"file": str(file), "reason": str(error.strerror)}
            self.problems.append(Problem(code="deck_unreadable", where=Where(str(file), 1, 1), args=why))
            return
        loaded = read(data, str(file))
        self.problems += loaded.problems
        if loaded.deck is None:
            return
        text = decode(data).text
        self._check_twins(file, loaded.deck, text)
        for note in loaded.deck.notes:
            self.cards += len(note.parts)
            self.problems += _files(file, note, text)
            self.problems += (_at_note(code, file, note, dict(args)) for code, args in undescribed(note))
            for source in _formulas(note):
                self._formulas.setdefault(source, (file, note))
            if note.id:
                self._check_id(file, note, loaded.deck, text)
        if self._strict and file.absolute().parent.name != EXAMPLES:
            for note, code, args in breaches(loaded.deck):
                self.problems.append(_at_note(code, file, note, dict(args)))

    def _check_id(self, file: Path, note: Note, deck: Deck, text: str) -> None:
        owner, line = self._owners.setdefault(note.id, (file, note.span.line))
        if owner != file:  # within a file its reader says so
            args = {"id": note.id, "line": str(line), "other": str(owner)}
            fix = other_id(text, note.span, self._owners.keys() | {other.id for other in deck.notes})
            self.problems.append(_at_note("id_twice", file, note, args, fix))

    def _check_twins(self, file: Path, deck: Deck, text: str) -> None:
        """The same card twice in a deck: which of them is which, once one is edited?"""
        first: dict[bytes, int] = {}
        taken = {note.id for note in deck.notes}
        for note in (note for note in deck.notes if not note.id):
            line = first.setdefault(json.encode(note.question), note.span.line)
            if line == note.span.line:
                continue
            name = free_id(slug(_front(note)) or "card", taken)
            taken.add(name)
            fix = first_key(text, note.span, f"id: {name}")
            self.problems.append(_at_note("card_twice", file, note, {"line": str(line)}, fix))

    def undrawable(self) -> Iterator[Problem]:
        """Formulas of all files that cannot be drawn, each at the first card that has it."""
        for source in undrawable(list(self._formulas)):
            yield _at_note("maths_undrawable", *self._formulas[source], {"formula": shorten(source)})


def _texts(note: Note) -> tuple[str, ...]:
    return (*note.kind.texts(note.question), *note.hint, note.explain)


def _formulas(note: Note) -> Iterator[str]:
    return (source for text in _texts(note) for source in maths(text) if is_tried(source))


def named_files(note: Note) -> tuple[str, ...]:
    """Pictures and sounds that a note names, in its texts too, as its author wrote them."""
    pictured = [name for text in _texts(note) for name in images(text)]
    return tuple(dict.fromkeys([*note.files, *pictured]))


def _files(file: Path, note: Note, text: str) -> Iterator[Problem]:
    """Pictures and sounds of a note that cannot be shown."""
    for name in named_files(note):
        folder = Path(os.path.realpath(file.parent))
        path = Path(os.path.realpath(folder / name))
        if not is_relative(name) or not path.is_relative_to(folder):
            yield _at_note("image_outside", file, note, {"image": name})
        elif not os.path.isfile(path):
            fix = _near_name(folder, name, note, text)
            yield _at_note("image_missing", file, note, {"image": name}, fix)


def _near_name(folder: Path, name: str, note: Note, text: str) -> Fix | None:
    """The name of a file that is there in place of a misspelt one, if that stands once in the card."""
    try:
        there = [entry.name for entry in os.scandir((folder / name).parent) if entry.is_file()]
    except OSError:
        return None
    alike = {one.casefold(): one for one in there}
    wanted = PurePosixPath(name).name
    near = alike.get(wanted.casefold()) or closest(wanted, there)
    start, end = note.span.start, note.span.end
    if not near or text.count(name, start, end) != 1:
        return None
    last = text.index(name, start, end) + len(name)
    return Fix(last - len(wanted), last, near)


def _at_note(code: str, file: Path, note: Note, args: dict[str, str], fix: Fix | None = None) -> Problem:
    where = Where(str(file), note.span.line, note.span.column)
    return Problem(code=code, where=where, args=args, card=shorten(_front(note)), fix=fix)


def _front(note: Note) -> str:
    return note.front(next(iter(note.parts), ""))
