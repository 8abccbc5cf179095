"""quizapp check: list what is wrong in deck files, with file, line and column. Loads no Qt."""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from errno import EINVAL
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from quizapp.core.course_rules import breaches
from quizapp.core.deck import Note
from quizapp.core.problems import Problem, Where
from quizapp.formats.card_checks import is_tried
from quizapp.formats.deck_text import shorten
from quizapp.formats.drawing import undrawable
from quizapp.formats.markup import images, is_relative, maths
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


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", type=Path, help="a deck file, or a folder with decks in it"
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="warnings fail as well, and decks (but for those in a folder “examples”) must be fit for a "
        "course: each card with source, place and status, pictures with words, no answer given away",
    )
    parser.add_argument("--json", action="store_true", help="print a JSON list of the problems")


def run(args: argparse.Namespace) -> int:
    """Exit code: 1 if there are errors (with --strict warnings too), 2 where there is no deck, else 0."""
    missing = [f"there is no {path}" for path in args.paths if not os.path.exists(path)]
    missing = missing or [f"there is no deck in {path}" for path in args.paths if _is_empty(path)]
    for words in missing:
        _write(f"quizapp check: {words}", sys.stderr)
    if missing:
        return 2
    report = check(list(deck_files(args.paths)), strict=args.strict)
    if args.json:
        _write(json.dumps([_as_json(problem) for problem in report.problems], ensure_ascii=False, indent=1))
    else:
        for problem in report.problems:
            where = problem.where
            place = f"{where.file}:{where.line}:{where.column}"
            _write(f"{place}: {problem.severity}: {problem.code}: {problem.message}")
        _write(_summary(report))
    failures = report.problems if args.strict else report.count("error")
    return 1 if failures else 0


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


def _is_empty(path: Path) -> bool:
    return next(deck_files([path]), None) is None


def check(files: Sequence[Path], *, strict: bool = False) -> Report:
    """Read decks and check them, against each other too; strict: as courses, but for the examples."""
    problems: list[Problem] = []
    owners: dict[str, tuple[Path, int]] = {}
    formulas: dict[str, tuple[Path, Note]] = {}
    cards = 0
    for file in dict.fromkeys(files):
        try:
            if file.exists() and not file.is_file():  # a pipe or a device would be waited for without end
                raise OSError(EINVAL, "not a regular file")
            data = file.read_bytes()
        except OSError as error:
            args = {"file": str(file), "reason": str(error.strerror)}
            problems.append(Problem(code="deck_unreadable", where=Where(str(file), 1, 1), args=args))
            continue
        loaded = read(data, str(file))
        found = list(loaded.problems)
        for note in loaded.deck.notes if loaded.deck else ():
            cards += len(note.parts)
            found += _missing_files(file, note)
            formulas = {source: (file, note) for source in _formulas(note)} | formulas
            owner, line = owners.setdefault(note.id, (file, note.span.line)) if note.id else (file, 0)
            if owner != file:
                args = {"id": note.id, "line": str(line), "other": str(owner)}
                found.append(_at_note("id_twice", file, note, args))
        if strict and loaded.deck and file.absolute().parent.name != EXAMPLES:
            found += [_at_note(code, file, note, dict(args)) for note, code, args in breaches(loaded.deck)]
        problems += found
    for source in undrawable(list(formulas)):
        problems.append(_at_note("maths_undrawable", *formulas[source], {"formula": shorten(source)}))
    order = {str(file): number for number, file in enumerate(dict.fromkeys(files))}
    problems.sort(key=lambda found: (order[found.where.file], found.where.line, found.where.column))
    return Report(len(set(files)), cards, tuple(problems))


def _texts(note: Note) -> tuple[str, ...]:
    return (*note.kind.texts(note.question), *note.hint, note.explain)


def _formulas(note: Note) -> Iterator[str]:
    return (source for text in _texts(note) for source in maths(text) if is_tried(source))


def _missing_files(file: Path, note: Note) -> Iterator[Problem]:
    """Pictures and sounds of a note that cannot be shown."""
    pictured = [name for text in _texts(note) for name in images(text)]
    for name in dict.fromkeys([*note.files, *pictured]):
        folder = Path(os.path.realpath(file.parent))
        path = Path(os.path.realpath(folder / name))
        if not is_relative(name) or not path.is_relative_to(folder):
            yield _at_note("image_outside", file, note, {"image": name})
        elif not os.path.isfile(path):
            yield _at_note("image_missing", file, note, {"image": name})


def _at_note(code: str, file: Path, note: Note, args: dict[str, str]) -> Problem:
    where = Where(str(file), note.span.line, note.span.column)
    return Problem(code=code, where=where, args=args, card=shorten(note.front(next(iter(note.parts), ""))))


def _as_json(problem: Problem) -> dict[str, str | int]:
    return {
        "file": problem.where.file,
        "line": problem.where.line,
        "column": problem.where.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "card": problem.card,
    }


def _summary(report: Report) -> str:
    """ "3 files, 57 cards: 1 error, 2 warnings"."""
    read_in = f"{_plural(report.files, 'file')}, {_plural(report.cards, 'card')}"
    found = [_plural(count, word) for word in ("error", "warning") if (count := report.count(word))]
    return f"{read_in}: {', '.join(found) or 'no problems'}"


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _write(text: str, stream: TextIO | None = None) -> None:
    """Print a line; what the terminal cannot show is escaped."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
