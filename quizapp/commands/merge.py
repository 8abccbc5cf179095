"""quizapp merge: take in the logs of other machines, write one, or meet them in a synced folder. Loads no Qt.

Exit codes:

0  done; there may be warnings
1  a file, or a line of one, was not taken, or nothing could be done: says why
2  the arguments are wrong
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import quizapp
from quizapp import paths, profile
from quizapp.core.problems import Problem, QuizError, Where
from quizapp.formats import log_files
from quizapp.formats.log_lines import FORMAT, Header, Record, Unread
from quizapp.store import backups, exporting, merging, sources, sync
from quizapp.store.database import Database
from quizapp.store.merging import Merged
from quizapp.terminal import write_json

USE = """\
A FILE is a log (.jsonl, .jsonl.gz, .jsonl.zst), another progress.sqlite3, or
a backup; it is only read. Any order and any number of merges come to the same.
A backup of your progress is made before.

Exit codes: 0, done; 1, a file or a line of one was not taken; 2, the arguments
are wrong.
"""


class _Done(NamedTuple):
    """What was done, as JSON values and in words."""

    facts: dict[str, Any]
    words: list[str]
    problems: list[Problem]
    more_problems: int = 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = USE
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help="a log to take in")
    parser.add_argument("--sync", metavar="DIR", type=Path, help="write what is new here into a synced "
                        "folder and take in what other machines wrote there")  # fmt: skip
    parser.add_argument("--export", metavar="OUT", type=Path, help="write the whole log to a new file; "
                        "its name ends in .jsonl, .jsonl.gz or .jsonl.zst")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Exit code: see above. Files are taken in first, then the folder is synced, then the log is written."""
    if words := _misuse(args):
        print(f"quizapp merge: {words}", file=sys.stderr)
        return 2
    try:
        with profile.opened(paths.find(getattr(args, "data", None)).data, create=not args.export) as db:
            if args.export and db.notices:
                return 1  # what was told: a new file has taken the place of a damaged one, and holds nothing
            done = list(_steps(db, args))
    except QuizError as error:
        print(f"quizapp merge: {error}", file=sys.stderr)
        return 1
    problems = [problem for one in done for problem in one.problems]
    _print(done, problems, as_json=args.json)
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _misuse(args: argparse.Namespace) -> str:
    if not (args.files or args.sync or args.export):
        return "name a file to take in, or --sync DIR, or --export OUT"
    if missing := [str(path) for path in args.files if not path.is_file()]:
        return f"there is no file {missing[0]}"
    if args.sync and not args.sync.is_dir():
        return f"there is no folder {args.sync}"
    if args.export and not args.export.name.endswith(log_files.SUFFIXES):
        return f"the name of {args.export} has to end in {', '.join(log_files.SUFFIXES)}"
    return f"{args.export} is there already" if args.export and args.export.exists() else ""


def _steps(db: Database, args: argparse.Namespace) -> Iterator[_Done]:
    if args.files or args.sync:
        backup = backups.make(db)
        yield _Done({"backup": str(backup)}, [f"backup: {backup}"], [])
    if args.files:
        merged = merging.merge(db, _records(db, args.files))
        yield _Done(_facts(merged), [_words(merged)], merged.problems, merged.more_problems)
    if args.sync:
        yield _sync(db, args.sync)
    if args.export:
        header = Header(format=FORMAT, app=quizapp.__version__, device=db.device_id)
        count = log_files.create(args.export, header, exporting.export(db))
        yield _Done({"exported": count}, [f"{args.export}: {_number(count, 'record')}"], [])


def _sync(db: Database, folder: Path) -> _Done:
    synced = sync.sync(db, folder)
    facts = _facts(synced.merged) | {"files": synced.files, "written": synced.written}
    words = [
        f"{folder}: {_number(synced.written, 'record')} written, {_number(synced.files, 'new file')} read",
        _words(synced.merged),
    ]
    problems = [*synced.problems, *synced.merged.problems]
    return _Done({"sync": facts}, words, problems, synced.merged.more_problems)


def _records(db: Database, files: Iterable[Path]) -> Iterator[Record | Unread | Problem]:
    """Of all files; one that cannot be read is a problem, and the others are taken."""
    for path in files:
        with ExitStack() as stack:
            try:
                records = stack.enter_context(sources.opened(db, path))
            except QuizError as error:
                yield Problem(code=error.code, where=Where(file=str(path)), args=error.args_by_name)
                continue
            yield from records


def _facts(merged: Merged) -> dict[str, Any]:
    return {
        "answers": merged.reviews,
        "events": merged.events,
        "cards": merged.cards,
        "known": merged.known,
        "purged": merged.purged,
        "settings": merged.settings,
        "notes_joined": merged.twins,
        "kept_for_newer": merged.unread,
    }


def _words(merged: Merged) -> str:
    """What came, in a line."""
    new = f"{_number(merged.reviews, 'new answer')} on {_number(merged.cards, 'card')}, " + ", ".join(
        (_number(merged.events, "other entry", "other entries"), _number(merged.settings, "setting"))
    )
    rest = (
        (merged.known, "{} known already"),
        (merged.purged, "{} purged for good"),
        (merged.twins, "{} notes known by two names joined"),
        (merged.unread, "{} lines kept for a newer version"),
    )
    return "; ".join([new, *(words.format(f"{count:,}") for count, words in rest if count)])


def _print(done: Iterable[_Done], problems: list[Problem], *, as_json: bool) -> None:
    more = sum(one.more_problems for one in done)
    if as_json:
        rows = [_row(problem) for problem in problems]
        facts = dict(chain.from_iterable(one.facts.items() for one in done))
        write_json({**facts, "problems": rows, "more_problems": more})
        return
    for problem in problems:
        where = problem.where
        place = f"{where.file}:{where.line}: " if where.line else ""
        print(f"{place}{problem.severity}: {problem.code}: {problem.message}", file=sys.stderr)
    if more:
        print(f"and {_number(more, 'problem')} more", file=sys.stderr)
    for one in done:
        print("\n".join(one.words))


def _row(problem: Problem) -> dict[str, Any]:
    where = problem.where
    words = {"severity": problem.severity, "code": problem.code, "message": problem.message}
    return {"file": where.file, "line": where.line, **words}


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"
