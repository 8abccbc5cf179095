"""quizapp check: list what is wrong in deck files, with file, line and column, and cure it. Loads no Qt.

Made for people, for pre-commit and for continuous integration. Exit codes:

0  nothing is wrong, or warnings only
1  there are errors, with --strict warnings too; with --fix also when a file was changed or would have been,
   as the hooks of pre-commit that change files do
2  the arguments name no deck, or cannot be read
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from quizapp.core.cures import cure as words_of_cure
from quizapp.core.cures import is_safe, title
from quizapp.core.problems import Problem, QuizError
from quizapp.formats.checking import Report, check, deck_files, read_file
from quizapp.formats.cures import Cured, cure
from quizapp.formats.deck_text import DeckText
from quizapp.formats.encoding import Decoded, decode
from quizapp.terminal import write, write_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.epilog = (
        "Exit codes: 0, nothing is wrong or warnings only; 1, there are errors, with --strict warnings too, "
        "with --fix also when a file was changed or would have been; 2, no deck is named."
    )
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", type=Path, help="a deck file, or a folder with decks in it"
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="warnings fail as well, and decks (but for those in a folder “examples”) must be fit for a "
        "course: each card with source, place and status, no answer given away",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="cure what can be cured beyond doubt: shows the changes, then asks before it writes them; "
        "a backup of each file is kept",
    )
    parser.add_argument("--yes", action="store_true", help="with --fix: write without asking")
    parser.add_argument(
        "--json", action="store_true", help="print a JSON list of the problems, each with its cure"
    )


def run(args: argparse.Namespace) -> int:
    """Exit code: see above."""
    missing = [f"there is no {path}" for path in args.paths if not os.path.exists(path)]
    missing = missing or [f"there is no deck in {path}" for path in args.paths if _is_empty(path)]
    if args.yes and not args.fix:
        missing = ["--yes belongs to --fix"]
    for words in missing:
        write(f"quizapp check: {words}", sys.stderr)
    if missing:
        return 2
    files = list(dict.fromkeys(deck_files(args.paths)))
    changed = args.fix and _fix(files, args)
    report = check(files, strict=args.strict)
    _print(report, as_json=args.json)
    failures = report.problems if args.strict else report.count("error")
    return 1 if failures or changed else 0


def _is_empty(path: Path) -> bool:
    return next(deck_files([path]), None) is None


# The cures


class _Draft(NamedTuple):
    """A file and its text with all safe cures."""

    file: Path
    decoded: Decoded
    cured: Cured

    def diff(self) -> Iterator[str]:
        """What changes, line by line."""
        before, after = self.decoded.text.splitlines(), self.cured.text.splitlines()
        return unified_diff(before, after, str(self.file), f"{self.file} (cured)", lineterm="")


def _fix(files: Sequence[Path], args: argparse.Namespace) -> bool:
    """Show the safe cures and write them if that is wished; True if there were any."""
    drafts = list(_drafts(files))
    stream = sys.stderr if args.json else sys.stdout
    for line in (line for draft in drafts for line in draft.diff()):
        write(line, stream)
    if drafts and _is_wished(drafts, args, stream):
        for draft in drafts:
            _save(draft, args)
    return bool(drafts)


def _drafts(files: Iterable[Path]) -> Iterator[_Draft]:
    """The files with a safe cure; those that cannot be read or are no UTF-8 are for the report."""
    for file in files:
        try:
            decoded = decode(read_file(file))
        except OSError:
            continue
        cured = Cured(decoded.text) if decoded.looks else cure(decoded.text, str(file))
        if cured.changes:
            yield _Draft(file, decoded, cured)


def _is_wished(drafts: Sequence[_Draft], args: argparse.Namespace, stream: TextIO) -> bool:
    """Ask at a terminal; elsewhere only --yes will do."""
    cures = _plural(sum(len(draft.cured.problems) for draft in drafts), "cure")
    what = f"{cures} in {_plural(len(drafts), 'file')}"
    if args.yes:
        write(f"{what} written", stream)
        return True
    if not sys.stdin.isatty():
        write(f"quizapp check: {what} not written; add --yes to write", sys.stderr)
        return False
    stream.write(f"Write {what}? [y/N] ")
    stream.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _save(draft: _Draft, args: argparse.Namespace) -> None:
    """Write a file as the editor does: with a backup, and not over what somebody else wrote meanwhile."""
    from quizapp.paths import find
    from quizapp.store import deck_edits

    try:
        opened = deck_edits.open_deck(draft.file)
        if opened.text != draft.decoded.text:
            raise QuizError("deck_changed_outside", file=str(draft.file))
        deck_edits.save(
            opened, draft.cured.text, backups=find(getattr(args, "data", None)).data / "deck-backups"
        )
    except (OSError, QuizError) as error:
        write(f"quizapp check: {draft.file} is not written: {error}", sys.stderr)


# The report


def _print(report: Report, *, as_json: bool) -> None:
    if as_json:
        write_json(list(_as_json(report.problems)))
        return
    for problem in report.problems:
        where = problem.where
        place = f"{where.file}:{where.line}:{where.column}"
        write(f"{place}: {problem.severity}: {problem.code}: {problem.message}")
    write(_summary(report))


def _as_json(problems: Iterable[Problem]) -> Iterator[dict[str, Any]]:
    """One object a problem; a fix replaces text[start:end] of the file without its byte order mark."""
    texts: dict[str, DeckText] = {}
    for problem in problems:
        where = problem.where
        yield {
            "file": where.file,
            "line": where.line,
            "column": where.column,
            "severity": problem.severity,
            "code": problem.code,
            "title": title(problem).format_map(problem.args),
            "message": problem.message,
            "card": problem.card,
            "cure": words_of_cure(problem).format_map(problem.args),
            "safe": is_safe(problem),
            "fix": _fix_as_json(problem, texts) if problem.fix else None,
        }


def _fix_as_json(problem: Problem, texts: dict[str, DeckText]) -> dict[str, Any]:
    """Offsets count characters from 0, lines and columns from 1; the end is the first place behind it."""
    path, fix = problem.where.file, problem.fix
    assert fix is not None
    if path not in texts:
        texts[path] = DeckText(path, decode(Path(path).read_bytes()).text)
    first, last = texts[path].where(fix.start), texts[path].where(fix.end)
    return {
        "start": fix.start,
        "end": fix.end,
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
        "text": fix.text,
    }


def _summary(report: Report) -> str:
    """ "3 files, 57 cards: 1 error, 2 warnings"."""
    read_in = f"{_plural(report.files, 'file')}, {_plural(report.cards, 'card')}"
    found = [_plural(count, word) for word in ("error", "warning") if (count := report.count(word))]
    return f"{read_in}: {', '.join(found) or 'no problems'}"


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
