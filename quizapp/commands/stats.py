"""quizapp stats: print the numbers of the progress, as the window has them. Loads no Qt and changes nothing.

Exit codes:

0  the numbers were printed
1  they cannot be read: there is no progress yet, or quizapp has to bring the files up to date ... says why
2  the arguments are wrong, or the query cannot be searched for as it stands
"""

import argparse
import sys

from quizapp import paths, profile
from quizapp.core.problems import QuizError
from quizapp.core.stats import PERIODS
from quizapp.core.stats_words import as_json, report
from quizapp.store import settings, stats, workload
from quizapp.store.browse import Browse
from quizapp.store.shelf import Shelf
from quizapp.terminal import write, write_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.epilog = (
        "Exit codes: 0, printed; 1, the numbers cannot be read; 2, the arguments are wrong. "
        "The window may be open meanwhile."
    )
    parser.add_argument("--query", metavar="QUERY", default="", help="of the cards that a search finds alone")
    parser.add_argument("--period", choices=PERIODS, default="year", help="how far back (year)")
    parser.add_argument("--json", action="store_true", help="print JSON: all numbers")


def run(args: argparse.Namespace) -> int:
    """Exit code: see above."""
    try:
        with profile.read(paths.find(getattr(args, "data", None)).data) as db:
            shelf = Shelf(db)
            mistakes = Browse(db, shelf).search(args.query).mistakes
            for mistake in mistakes:
                cure = f" Did you mean {mistake.fix}?" if mistake.fix else ""
                write(f"quizapp stats: {mistake.sentence}{cure}", sys.stderr)
            if mistakes:
                return 2
            costs = workload.loads(db)
            found = stats.statistics(db, shelf, args.query, args.period, settings=settings.load(db))
    except QuizError as error:
        write(f"quizapp stats: {error}", sys.stderr)
        return 1
    if args.json:
        write_json(as_json(found, costs), indent=None)
    else:
        write(report(found, costs))
    return 0
