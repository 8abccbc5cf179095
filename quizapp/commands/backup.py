"""quizapp backup: copy the progress now, or list the copies there are. Loads no Qt.

Exit codes:

0  the copy was made, or the copies were listed
1  no copy could be made: the disk is full, the progress was damaged ... says why
2  the arguments are wrong
"""

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from quizapp import paths, profile
from quizapp.core.problems import QuizError
from quizapp.store import backups, contents
from quizapp.store.backups import Made
from quizapp.store.contents import Contents
from quizapp.store.database import Database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.epilog = "Exit codes: 0, done; 1, no copy could be made; 2, the arguments are wrong."
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--to", metavar="DIR", type=Path, help="into this folder; else where the settings say")
    what.add_argument("--list", action="store_true", help="list the copies there are, newest first")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Exit code: see above."""
    folder = paths.find(getattr(args, "data", None)).data
    if args.list:
        _print_list(folder, as_json=args.json)
        return 0
    if args.to is not None and not args.to.is_dir():
        print(f"quizapp backup: there is no folder {args.to}", file=sys.stderr)
        return 2
    try:
        made = _make(folder, args.to)
    except QuizError as error:
        print(f"quizapp backup: {error}", file=sys.stderr)
        return 1
    if made is None:
        return 1
    if made.told is not None:
        print(f"quizapp backup: {made.told.message}", file=sys.stderr)
    found = contents.look(made.path)
    if args.json:
        print(json.dumps(row(made.path, found)))
    else:
        print(f"{made.path}\n{words(found)}")
    return 0


def _make(folder: Path, into: Path | None) -> Made | None:
    """Copy the progress, also beside an open window, which is not disturbed.

    None, after it was told, if a new file has just taken the place of a damaged one: it holds nothing yet.
    """
    try:
        with profile.opened(folder) as db:
            return None if db.notices else _copy(db, into)
    except QuizError as error:
        if error.code != "already_running":
            raise
    with profile.read(folder) as db:
        return _copy(db, into)


def _copy(db: Database, into: Path | None) -> Made:
    if into is None:
        return backups.save(db)
    return Made(backups.copy(db.con, into, db.now(), db.new_id()))


def row(path: Path, found: Contents) -> dict[str, Any]:
    """A copy as JSON values; times are ISO 8601, UTC offset included."""
    return {
        "file": str(path),
        "size": path.stat().st_size,
        "sound": found.sound,
        "usable": found.usable,
        "schema_version": found.version,
        "study_days": found.days,
        "answers": found.answers,
        "cards": found.cards,
        "newest_answer": _time(found.newest_ms).isoformat() if found.newest_ms else None,
    }


def words(found: Contents) -> str:
    """What is in a copy, in a line."""
    if not found.sound:
        return "damaged, or no progress of quizapp"
    newest = f", the last on {_time(found.newest_ms):%Y-%m-%d %H:%M}" if found.newest_ms else ""
    made_by = ", of a newer quizapp" if found.newer else ""
    counts = ((found.answers, "answer"), (found.days, "study day"), (found.cards, "card"))
    return (
        ", ".join(f"{number:,} {unit}{'' if number == 1 else 's'}" for number, unit in counts)
        + newest
        + made_by
    )


def _print_list(folder: Path, *, as_json: bool) -> None:
    listed = backups.listing(folder)
    found = contents.look_at_all(folder, [one.path for one in listed])
    there = [one for one in listed if one.path in found]
    if as_json:
        rows = [row(one.path, found[one.path]) | {"made": _time(one.at_ms).isoformat()} for one in there]
        print(json.dumps(rows, indent=1))
        return
    for one in there:
        print(f"{_time(one.at_ms):%Y-%m-%d %H:%M}  {one.path}\n                  {words(found[one.path])}")
    if not there:
        print(f"There is no backup of {folder}.")


def _time(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000).astimezone()
