"""Kill the app in the middle of its work, again and again: nothing that was acknowledged may be lost.

    python tests/kill9.py --rounds 500

A child answers cards, takes answers back, changes settings and copies its progress through the store, and
says each of these once it is done. It is killed at a random moment. Then the files are opened again and
checked: everything that was said is there, SQLite finds no damage, the memory is a replay of the log, the
totals are its fold, and the copies are sound and hold what was said before them.

The children are forks of a server that has loaded everything: a round takes some tenths of a second.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from quizapp.core import schedule
from quizapp.core.reviews import Review
from quizapp.store import backups, contents, log, memory, settings, totals
from quizapp.store.connection import readable
from quizapp.store.database import Database
from tests.kill9_child import COUNTED, Chance

LONGEST_LIFE = 0.15
"""Seconds of a child."""
OPENED = 0.8
"""Share of the children that live on from the moment they have the files open; others from their fork."""
ROUNDS_A_FOLDER = 50
"""Then a new folder begins, so that the check stays quick."""


@dataclass
class Tally:
    """What the rounds came to."""

    rounds: int = 0
    acknowledged: int = 0
    copies: int = 0
    unclean: int = 0
    failures: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"kill9: {self.rounds} rounds, {self.acknowledged} answers, undos and settings and "
            f"{self.copies} copies acknowledged, {self.unclean} killed with the files open, "
            f"{len(self.failures)} failures"
        )


@dataclass
class Said:
    """What was acknowledged about the files of one folder."""

    ids: set[str] = field(default_factory=set)
    counted: int = 0
    copies: list[tuple[Path, int]] = field(default_factory=list)
    """Each with the number of answers that were acknowledged before it."""

    def take(self, line: str) -> None:
        if line.startswith("copy "):
            self.copies.append((Path(line[5:]), len(self.ids)))
        elif line.startswith(COUNTED):
            self.counted = int(line.split()[1])
        else:
            self.ids.add(line)


def run(folder: Path, rounds: int, seed: int = 1) -> Tally:
    """Kill one child after the other over the same files; check after each."""
    tally = Tally()
    chance = random.Random(seed)
    said = Said()
    with Server() as server:
        for number in range(rounds):
            place = folder / str(number // ROUNDS_A_FOLDER)
            if number % ROUNDS_A_FOLDER == 0:
                said = Said()
            life, opened = chance.random() * LONGEST_LIFE, chance.random() < OPENED
            lines = server.live_and_die(place, seed * 1_000 + number, life, opened=opened)
            for line in lines:
                said.take(line)
            tally.rounds += 1
            tally.copies += sum(line.startswith("copy ") for line in lines)
            tally.acknowledged += len(lines)
            tally.unclean += (place / "progress.sqlite3-wal").exists()
            tally.failures += [f"round {number}: {failure}" for failure in check(place, said, number)]
    tally.acknowledged -= tally.copies
    return tally


class Server:
    """A process that forks one child after the other."""

    def __enter__(self) -> "Server":
        command = [sys.executable, str(Path(__file__).with_name("kill9_child.py"))]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def live_and_die(self, folder: Path, seed: int, seconds: float, *, opened: bool) -> list[str]:
        """What a child said before it was killed. opened: its life counts from when it has the files open."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(f"{seed} {folder}\n")
        stdin.flush()
        lines: list[str] = []
        while not (line := stdout.readline()).startswith("forked "):
            assert line, "the server is gone"
        child = int(line.split()[1])
        if opened:
            assert stdout.readline() == "opened\n"
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        while (line := stdout.readline()) != "dead\n":
            assert line, "the server is gone"
            lines.append(line.rstrip("\n"))
        return [line for line in lines if line != "opened"]


def check(folder: Path, said: Said, number: int) -> list[str]:
    """What is not as it was said."""
    failures = []
    with Chance(100_000 + number).open(folder) as db:
        failures += [notice.message for notice in db.notices]
        if db.con.execute("PRAGMA main.quick_check").fetchone() != ("ok",):
            failures.append("damaged")
        logged = {review.review_id for review in log.reviews(db)} | {
            event.event_id for event in log.events(db)
        }
        failures += [f"lost: {lost}" for lost in sorted(said.ids - logged)]
        if settings.get(db, COUNTED) < said.counted:
            failures.append(f"lost: the setting {said.counted}")
        if not memory.is_current(db):
            failures.append("the folds are stale")
        failures += _folded(db)
    return failures + _copied(folder, said)


def _copied(folder: Path, said: Said) -> list[str]:
    """Copies that are there are sound, also those that were not acknowledged; only the last two are kept."""
    failures = [f"lost: {path.name}" for path, _ in said.copies if not path.exists()]
    for path, count in said.copies:
        if path.exists() and _logged(path) < count:
            failures.append(f"{path.name} does not hold what was said before it")
    listed = [one.path for one in backups.listing(folder)]
    failures += [f"unsound: {path.name}" for path in listed if not contents.look(path).usable]
    for path in listed[2:]:
        path.unlink()
    said.copies.clear()
    return failures


def _logged(path: Path) -> int:
    """How many answers and events a copy holds."""
    with closing(readable(path)) as con:
        counts = "SELECT (SELECT count(*) FROM review) + (SELECT count(*) FROM event)"
        (count,) = con.execute(counts).fetchone()
    return int(count)


def _folded(db: Database) -> list[str]:
    """Compare the folds with a replay of the whole log."""
    failures = []
    voids = {event.target for event in log.events(db)}
    sums = totals.Totals(totals.day_of(db))
    for card_id, found in groupby(sorted(log.reviews(db), key=_by_card), key=lambda review: review.card_id):
        reviews = [review for review in found if review.review_id not in voids]
        (key,) = db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (card_id,)).fetchone()
        if memory.get(db, key) != schedule.replay(reviews):
            failures.append(f"memory of {card_id} is not its replay")
        sums.take(key, map(_counted, reviews))
    stored = (
        {(day, mode): numbers for day, mode, *numbers in db.con.execute("SELECT * FROM day_total")},
        {(day, hour): numbers for day, hour, *numbers in db.con.execute("SELECT * FROM hour_total")},
        {(key,): numbers for key, *numbers in db.con.execute("SELECT * FROM card_total")},
    )
    for name, table, counted in zip(totals.NAMES, stored, sums.tables, strict=True):
        if table != counted:
            failures.append(f"{name} is not the fold of the log")
    return failures


def _counted(review: Review) -> totals.Row:
    moment = review.moment
    return (
        review.study_day,
        review.mode,
        review.rating,
        review.visible_ms,
        moment.at_ms,
        moment.utc_offset_min,
    )


def _by_card(review: Review) -> tuple[str, int, str]:
    return (review.card_id, *schedule.order(review))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder), args.rounds, args.seed)
    for failure in tally.failures:
        print(failure)
    print(tally)
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
