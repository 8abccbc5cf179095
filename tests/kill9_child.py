"""The process that tests/kill9.py kills: forks children that study, and say each thing once it is done."""

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from quizapp.core import schedule
from quizapp.core.reviews import Event, Graded, Moment, Rating, Review
from quizapp.core.settings import Settings
from quizapp.store import backups, due, log, memory, settings, sittings
from quizapp.store.database import Database

CARDS = 40
START_MS = 1_763_990_000_000
MINUTE_MS = 60_000
COUNTED = "new_per_day"
"""The setting that the child counts up."""


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


def work_forever(folder: Path, seed: int) -> None:
    """The child: mostly answers, and says what is on the disk."""
    chance = Chance(seed)
    db = chance.open(folder)
    os.write(1, b"opened\n")
    sitting = sittings.start_session(db, mode="study", title="", scope={}, seed=seed)
    answered = 0
    while True:
        deed = chance.random.choices(tuple(_DEEDS), _DEEDS.values())[0] if answered else _answer
        os.write(1, f"{deed(db, sitting.session_id, chance.random)}\n".encode())
        answered += deed is _answer


def _answer(db: Database, session_id: str, chance: random.Random) -> str:
    review = _review(db, f"deck/{chance.randrange(CARDS)}#", session_id, chance.randint(1, 4))
    log.append_review(db, review)
    return review.review_id


def _undo(db: Database, session_id: str, chance: random.Random) -> str:
    last = log.last_voidable(db, session_id)
    if last is None:
        return _answer(db, session_id, chance)
    now, device = db.now(), db.device_id
    void = Event(event_id=db.new_id(), type="void", target=last.review_id, moment=now, device_id=device)
    log.append_event(db, void)
    return void.event_id


def _set(db: Database, session_id: str, chance: random.Random) -> str:
    value = settings.get(db, COUNTED) + 1
    settings.put(db, COUNTED, value)
    return f"{COUNTED} {value}"


def _back_up(db: Database, session_id: str, chance: random.Random) -> str:
    return f"copy {backups.make(db)}"


_DEEDS: dict[Callable[[Database, str, random.Random], str], int] = {
    _answer: 77,
    _undo: 9,
    _set: 7,
    _back_up: 7,
}
"""What the child does, and how often."""


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


def serve() -> None:
    """For each line of the input, fork a child and wait for its end."""
    for line in sys.stdin:
        seed, folder = line.rstrip("\n").split(" ", 1)
        child = os.fork()
        if child == 0:
            os.write(1, f"forked {os.getpid()}\n".encode())
            work_forever(Path(folder), int(seed))
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    serve()
