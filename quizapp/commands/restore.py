"""quizapp restore: put a copy in the place of the progress; what was there is copied first. Loads no Qt.

Exit codes:

0  it is restored, or the answer to the question was no
1  it could not be restored: the window is open, the file is no sound copy ... says why
2  the arguments are wrong, or it was to be asked and there is no terminal
"""

import argparse
import json
import sys
from pathlib import Path

from quizapp import paths, profile
from quizapp.core.problems import QuizError
from quizapp.store import backups, contents, restoring, settings
from quizapp.store.database import Database

LATEST = "latest"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.epilog = "Exit codes: 0, done; 1, it could not be restored; 2, the arguments are wrong."
    parser.add_argument(
        "file", metavar="FILE", help=f"a copy, as “quizapp backup --list” names it; “{LATEST}”: the newest"
    )
    parser.add_argument("--yes", action="store_true", help="restore without asking")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Exit code: see above."""
    try:
        with profile.opened(paths.find(getattr(args, "data", None)).data) as db:
            return _restore(db, args)
    except QuizError as error:
        print(f"quizapp restore: {error}", file=sys.stderr)
        return 1


def _restore(db: Database, args: argparse.Namespace) -> int:
    backup = backups.newest_good(db.folder) if args.file == LATEST else Path(args.file)
    if backup is None or not backup.exists():
        print(f"quizapp restore: there is no backup {args.file}", file=sys.stderr)
        return 2
    found = restoring.compare(db.folder, backup)
    question = f"{backup}\n{_words(found)}"
    if found.lost.answers and settings.get(db, "sync_folder"):
        question += "\nThe folder shared with your other machines brings them back at the next sync."
    if not args.yes:
        if not sys.stdin.isatty():
            print(f"{question}\nquizapp restore: not restored; add --yes to restore", file=sys.stderr)
            return 2
        print(f"{question}\nRestore it? What is there now is copied first. [y/N] ", end="", flush=True)
        if sys.stdin.readline().strip().casefold() not in ("y", "yes"):
            return 0
    before = restoring.restore(db, backup)
    now = contents.look(backup)
    if args.json:
        print(
            json.dumps(
                {
                    "restored": str(backup),
                    "before": str(before),
                    "answers": now.answers,
                    "answers_put_aside": found.lost.answers,
                    "days_put_aside": found.lost.days,
                    "answers_back": found.gained.answers,
                }
            )
        )
    else:
        print(f"Restored: {backup}\nTo take it back: quizapp restore {before}")
    return 0


def _words(found: restoring.Comparison) -> str:
    """What would change, in plain words."""
    lines = []
    if found.lost.answers:
        lines.append(f"{_count(found.lost)} newer than this copy would be put aside.")
    if found.gained.answers:
        lines.append(f"{_count(found.gained)} that are missing now would come back.")
    return "\n".join(lines) or "It holds the same answers as the progress does now."


def _count(only: restoring.Only) -> str:
    answers = f"{only.answers:,} answer{'' if only.answers == 1 else 's'}"
    return f"{only.days:,} day{'' if only.days == 1 else 's'} and {answers}"
