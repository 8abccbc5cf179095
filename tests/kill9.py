"""Kill the app in the middle of answering, again and again: no acknowledged answer may be lost.

    python tests/kill9.py --rounds 200

A child answers cards through the store and says each answer's id once it is committed. It is killed at a
random moment. Then the files are opened again and checked: every id that was said is in the log, SQLite
finds no damage, the memory is a replay of the log, and the daily totals are its fold.
"""

import argparse
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from quizapp.core import schedule
from quizapp.core.reviews import Event, Graded, Moment, Rating, Review
from quizapp.core.settings import Settings
from quizapp.store import due, log, memory, sittings, totals
from quizapp.store.database import Database

CARDS = 40
START_MS = 1_763_990_000_000
MINUTE_MS = 60_000
LONGEST_LIFE = 0.25
"""Seconds from the moment the child opens the files to its end."""


class Chance:
    """Clock and entropy of one child: every answer is a few hours after the one before."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.at_ms = START_MS + seed * 1000 * MINUTE_MS

    def now(self) -> Moment:
        self.at_ms += self.random.randrange(200 * MINUTE_MS)
        return Moment(self.at_ms)

    def open(self, folder: Path) -> Database:
        return Database.open(folder, now=self.now, entropy=self.random.randbytes)


def answer_forever(folder: Path, seed: int) -> None:
    """The child: answer, sometimes undo, and say what is committed."""
    chance = Chance(seed)
    print("ready", flush=True)
    db = chance.open(folder)
    sitting = sittings.start_session(db, mode="study", title="", scope={}, seed=seed)
    while True:
        card_id = f"deck/{chance.random.randrange(CARDS)}#"
        review = _review(db, card_id, sitting.session_id, chance.random.randint(1, 4))
        log.append_review(db, review)
        print(review.review_id, flush=True)
        if chance.random.random() < 0.1:
            last = log.last_voidable(db, sitting.session_id)
            assert last is not None
            void = Event(
                event_id=db.new_id(),
                type="void",
                target=last.review_id,
                moment=db.now(),
                device_id=db.device_id,
            )
            log.append_event(db, void)
            print(void.event_id, flush=True)


def _review(db: Database, card_id: str, session_id: str, rating: int) -> Review:
    moment = db.now()
    row = db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (card_id,)).fetchone()
    known = memory.get(db, row[0]) if row else None
    load = due.load(db, moment)
    planned = schedule.plan(known, Rating(rating), moment, card_id, Settings(), load)
    return Review(
        review_id=db.new_id(),
        card_id=card_id,
        session_id=session_id,
        device_id=db.device_id,
        moment=moment,
        study_day=moment.study_day,
        mode="study",
        graded=Graded(kind="basic", outcome="unscored", answer={"type": "revealed"}),
        rating=rating,
        due_day=planned.due_day,
        prev_review_id=known.last_review_id if known else "",
        visible_ms=5_000,
    )


@dataclass
class Tally:
    """What the rounds came to."""

    rounds: int = 0
    acknowledged: int = 0
    unclean: int = 0
    failures: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"kill9: {self.rounds} rounds, {self.acknowledged} answers and undos acknowledged, "
            f"{self.unclean} killed with the files open, {len(self.failures)} failures"
        )


def run(folder: Path, rounds: int, seed: int = 1) -> Tally:
    """Kill one child after the other over the same files; check after each."""
    tally = Tally()
    chance = random.Random(seed)
    said: set[str] = set()
    for number in range(1, rounds + 1):
        ids = _live_and_die(folder, number, chance.random() * LONGEST_LIFE)
        said |= ids
        tally.rounds += 1
        tally.acknowledged += len(ids)
        tally.unclean += (folder / "progress.sqlite3-wal").exists()
        tally.failures += [f"round {number}: {failure}" for failure in _check(folder, said, number)]
    return tally


def _live_and_die(folder: Path, seed: int, seconds: float) -> set[str]:
    child = subprocess.Popen(
        [sys.executable, __file__, "--child", str(folder), "--seed", str(seed)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
    rest, _ = child.communicate()
    # A line without its end was cut by the kill; what it says was committed all the same.
    return {line for line in rest.split("\n") if len(line) == 26}


def _check(folder: Path, said: set[str], number: int) -> list[str]:
    failures = []
    with Chance(10_000 + number).open(folder) as db:
        failures += [notice.message for notice in db.notices]
        if db.con.execute("PRAGMA main.quick_check").fetchone() != ("ok",):
            failures.append("damaged")
        logged = {review.review_id for review in log.reviews(db)} | {
            event.event_id for event in log.events(db)
        }
        failures += [f"lost: {lost}" for lost in sorted(said - logged)]
        if not memory.is_current(db):
            failures.append("the folds are stale")
        failures += _folded(db)
    return failures


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
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        answer_forever(args.child, args.seed)
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder), args.rounds, args.seed)
    for failure in tally.failures:
        print(failure)
    print(tally)
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
