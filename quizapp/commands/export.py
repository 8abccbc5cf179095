"""quizapp export: decks in another program's format; what that cannot hold is listed first. Loads no Qt.

Exit codes: 0, everything is in it; 1, something has no place there, and is listed; 2, the arguments are wrong
or nothing can be written.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from quizapp.core.problems import Problem, QuizError
from quizapp.formats import FORMATS, load
from quizapp.formats.base import Format, Shipped
from quizapp.formats.checking import deck_files
from quizapp.store.shipping import ship, with_progress, write_files
from quizapp.terminal import write_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.epilog = (
        "Exit codes: 0, everything is in it; 1, something has no place there; 2, nothing can be written."
    )
    writers = [name for name in FORMATS if load(name).writes]
    parser.add_argument("decks", metavar="DECK", nargs="+", type=Path, help="a deck file or a folder")
    parser.add_argument("--format", metavar="F", required=True, choices=writers, help=", ".join(writers))
    parser.add_argument("-o", "--out", metavar="OUT", required=True, type=Path, help="what to write")
    parser.add_argument("--progress", action="store_true", help="with your answers, where it can hold them")
    parser.add_argument("--dry-run", action="store_true", help="only list what the format cannot hold")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(args: argparse.Namespace) -> int:
    """Exit code: see above."""
    missing = [path for path in args.decks if not os.path.exists(path)]
    if missing:
        print(f"quizapp export: there is no {missing[0]}", file=sys.stderr)
        return 2
    format_ = load(args.format)
    try:
        shipped = ship(list(deck_files(args.decks)))
        if args.progress and format_.carries_progress:
            return _with_progress(format_, shipped, args)
        return _export(format_, shipped, args)
    except QuizError as error:
        print(f"quizapp export: {error}", file=sys.stderr)
        return 2


def _with_progress(format_: Format, shipped: Sequence[Shipped], args: argparse.Namespace) -> int:
    from quizapp import paths, profile

    with profile.opened(paths.find(getattr(args, "data", None)).data) as db:
        return _export(format_, with_progress(db, shipped), args)


def _export(format_: Format, shipped: Sequence[Shipped], args: argparse.Namespace) -> int:
    lost = format_.lost(tuple(shipped))
    count = 0
    if not args.dry_run:
        written = format_.write(tuple(shipped))
        write_files(written, args.out, shipped)
        count = written.cards
    _print(lost, count, args)
    return 1 if lost else 0


def _print(lost: Sequence[Problem], count: int, args: argparse.Namespace) -> None:
    if args.json:
        entries = [
            {"where": f"{one.where.file}:{one.where.line}", "reason": one.message, "code": one.code}
            for one in lost
        ]
        report = {"written": count, "lost": entries, "out": str(args.out)}
        write_json(report)
        return
    for one in lost:
        print(f"{one.where.file}:{one.where.line}: {one.message}")
    if not args.dry_run:
        print(f"{args.out}: {count} cards written")
