"""quizapp import: YAML decks made of other programs' decks, with a full report. Loads no Qt.

Exit codes: 0, everything was imported; 1, something was left out, with its place and the reason; 2, the
arguments name nothing that can be imported.
"""

import argparse
import os
import re
import shlex
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from quizapp import paths, profile
from quizapp.core import ids
from quizapp.core.problems import Problem, QuizError
from quizapp.core.reviews import Moment
from quizapp.formats import FORMATS, load, sources
from quizapp.formats.base import Choice, Format
from quizapp.formats.checking import deck_files, read_file
from quizapp.store import import_files, past_reviews
from quizapp.store.import_files import NOTHING_LOGGED, Done
from quizapp.store.import_plan import Origin, Plan
from quizapp.store.import_progress import brings_progress, log_progress, reviews_in, take_back
from quizapp.store.importing import plan
from quizapp.terminal import write_json

_ID: Final = re.compile(r"""(?:^|[\s{,-])id:[ \t]*["']?([^"'\n,}]+)""", re.MULTILINE)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.epilog = (
        "Exit codes: 0, everything was imported; 1, something was left out, with its place and the reason; "
        "2, nothing can be imported."
    )
    known = ", ".join(name for name in FORMATS if load(name).reads)
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help="what is to be imported")
    parser.add_argument("--to", metavar="DIR", type=Path, help="the folder that gets the decks")
    parser.add_argument("--into", metavar="DECK", type=Path, help="add the cards to this deck file instead")
    parser.add_argument("--format", metavar="F", choices=FORMATS, help=f"what it is: {known}")
    parser.add_argument(
        "--set", metavar="KEY=VALUE", action="append", default=[],
        help="read it otherwise than guessed; --dry-run tells the keys and what they can be",
    )  # fmt: skip
    parser.add_argument(
        "--progress", action="store_true", help="take over answers and what is suspended as well"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument("--undo", action="store_true", help="take the last import back")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(args: argparse.Namespace) -> int:
    """Exit code: see above."""
    found = paths.find(getattr(args, "data", None))
    if args.undo:
        return _undo(found.data)
    if not args.files or any("=" not in word for word in args.set):
        _say("name a file to import" if not args.files else "--set takes KEY=VALUE")
        return 2
    choices = dict(word.split("=", 1) for word in args.set)
    reports, refused = [], []
    for file in args.files:
        try:
            reports.append(_import(file, choices, args, found))
        except QuizError as error:
            refused.append({"where": file.name, "reason": str(error), "code": error.code})
            _say(str(error) if file.name in str(error) else f"{file}: {error}")
    _print(reports, refused, as_json=args.json, dry=args.dry_run)
    if not reports:
        return 2
    return 1 if refused or any(report.skipped for report in reports) else 0


class _Report(NamedTuple):
    """What became of one file."""

    file: Path
    format: Format
    read: int
    imported: int
    updated: int
    unchanged: int
    skipped: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    decks: tuple[str, ...]
    reviews: int
    choices: tuple[Choice, ...]
    conflicts: tuple[str, ...]


def _import(
    file: Path, choices: Mapping[str, str], args: argparse.Namespace, places: paths.AppPaths
) -> _Report:
    source = sources.open_source(file)
    reading = sources.read(source, args.format or "", choices)
    imported = reading.imported
    _check_heeded(choices, imported.choices)
    if imported.reviews:
        return _take_reviews(file, reading, args, places)
    moment = profile.clock()
    origin = Origin(reading.format.name, source.name, moment.at_ms)
    folder = args.to or places.decks
    planned = plan(imported, folder, origin, into=args.into, taken=_ids_in((folder, places.decks)))
    if not args.dry_run:
        _write(planned, args, places, moment)
    return _report(file, reading, planned, args)


def _ids_in(folders: Iterable[Path]) -> frozenset[str]:
    """What the cards of the decks there are called, at a quick look: a name too many does no harm."""
    found: set[str] = set()
    for path in set(deck_files(folders)):
        with suppress(OSError):
            text = read_file(path).decode("utf-8", "replace")
            found.update(name.strip() for name in _ID.findall(text))
    return frozenset(found)


def _check_heeded(wanted: Mapping[str, str], offered: tuple[Choice, ...]) -> None:
    """QuizError for what cannot be set, or not to this."""
    by_key = {choice.key: choice for choice in offered}
    for key, value in wanted.items():
        choice = by_key.get(key)
        if choice is None:
            raise QuizError("import_set_key", key=key, keys=", ".join(by_key) or "none")
        values = [option.value for option in choice.options]
        meant = choice.value.replace("\\t", "\t").replace("\\n", "\n")
        if value not in (*values, choice.value, meant):
            raise QuizError("import_set_value", key=key, value=value, values=_listed(values))


def _listed(values: list[str]) -> str:
    """As a shell takes them."""
    return ", ".join(f"'{value}'" if "," in value else shlex.quote(value) for value in values)


def _write(planned: Plan, args: argparse.Namespace, places: paths.AppPaths, moment: Moment) -> Done:
    import_id = ids.ulid(moment.at_ms, os.urandom(ids.RANDOM_BYTES))
    backups = places.data / "deck-backups"
    if not args.progress or not brings_progress(planned):
        return import_files.write(planned, places.data, import_id, backups=backups)
    with profile.opened(places.data, create=True) as db:
        return import_files.write(
            planned,
            places.data,
            import_id,
            backups=backups,
            session=lambda: log_progress(db, planned, db.now()),
        )


def _take_reviews(
    file: Path, reading: sources.Reading, args: argparse.Namespace, places: paths.AppPaths
) -> _Report:
    """A review history: it goes into the log alone."""
    imported = reading.imported
    offset = int(imported.choices[0].value) if imported.choices else 0
    with profile.opened(places.data, create=True) as db:
        zone = Moment(0, offset, db.now().rollover_h)
        done = past_reviews.take_in(
            db, imported.reviews, zone=zone, problems=imported.problems, dry_run=args.dry_run
        )
    errors = tuple(problem for problem in done.problems if problem.severity == "error")
    return _Report(
        file=file,
        format=reading.format,
        read=imported.read,
        imported=done.added,
        updated=0,
        unchanged=done.known,
        skipped=errors,
        warnings=tuple(problem for problem in done.problems if problem.severity == "warning"),
        decks=(),
        reviews=done.added,
        choices=imported.choices,
        conflicts=(),
    )


def _report(file: Path, reading: sources.Reading, planned: Plan, args: argparse.Namespace) -> _Report:
    return _Report(
        file=file,
        format=reading.format,
        read=planned.read,
        imported=planned.added,
        updated=planned.updated,
        unchanged=planned.unchanged,
        skipped=planned.skipped,
        warnings=planned.warnings,
        decks=tuple(str(deck.opened.path) for deck in planned.decks),
        reviews=reviews_in(planned) if args.progress else 0,
        choices=reading.imported.choices,
        conflicts=tuple(
            f"{deck.opened.path}:{conflict.line}: {conflict.front}"
            for deck in planned.decks
            for conflict in deck.conflicts
        ),
    )


def _undo(data: Path) -> int:
    """Take the last import back."""
    last = next(iter(import_files.listing(data)), None)
    if last is None:
        _say("there is no import to take back")
        return 2
    if last.logged != NOTHING_LOGGED:
        with profile.opened(data) as db:
            take_back(db, last.logged)
    undone = import_files.undo(data, last)
    print(f"{last.source}: taken back")
    for path in undone.kept:
        print(f"  {path} was changed since and stays")
    return 1 if undone.kept else 0


def _print(reports: list[_Report], refused: list[dict[str, str]], *, as_json: bool, dry: bool) -> None:
    if as_json:
        write_json(_json(reports, refused))
        return
    for report in reports:
        _print_one(report, dry=dry)


def _json(reports: list[_Report], refused: list[dict[str, str]]) -> dict[str, Any]:
    """The report. refused: entries of the files that cannot be read at all."""
    skipped = [_entry(report, problem) for report in reports for problem in report.skipped]
    return {
        "read": sum(report.read for report in reports),
        "imported": sum(report.imported for report in reports),
        "updated": sum(report.updated for report in reports),
        "unchanged": sum(report.unchanged for report in reports),
        "skipped": [*refused, *skipped],
        "warnings": [_entry(report, problem) for report in reports for problem in report.warnings],
        "conflicts": [words for report in reports for words in report.conflicts],
        "decks": [path for report in reports for path in report.decks],
        "reviews": sum(report.reviews for report in reports),
        "files": [
            {
                "file": str(report.file),
                "format": report.format.name,
                "choices": {choice.key: choice.value for choice in report.choices},
            }
            for report in reports
        ],
    }


def _entry(report: _Report, problem: Problem) -> dict[str, str]:
    entry = {"where": _where(report, problem), "reason": problem.message, "code": problem.code}
    return entry | ({"text": problem.card} if problem.card else {})


def _where(report: _Report, problem: Problem) -> str:
    place = f"{report.format.unit} {problem.where.line}" if problem.where.line else ""
    return ", ".join(filter(None, (problem.where.file or report.file.name, place)))


def _print_one(report: _Report, *, dry: bool) -> None:
    done = "to be imported" if dry else "imported"
    print(
        f"{report.file} ({report.format.label}): {report.read} read, {report.imported} {done}, "
        f"{report.updated} updated, {report.unchanged} as they were, {len(report.skipped)} left out"
        + (f", {len(report.conflicts)} in conflict" if report.conflicts else "")
    )
    for path in report.decks:
        print(f"  {path}")
    for problem in (*report.skipped, *report.warnings):
        print(f"  {_where(report, problem)}: {problem.message}")
    for words in report.conflicts:
        print(f"  {words}: changed here and there; yours stays")
    if dry:
        for choice in report.choices:
            values = _listed([option.value for option in choice.options])
            print(f"  --set {shlex.quote(f'{choice.key}={choice.value}')}    {choice.label}: {values}")


def _say(words: str) -> None:
    print(f"quizapp import: {words}", file=sys.stderr)
