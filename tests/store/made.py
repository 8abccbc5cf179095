"""What store tests make: a clock that is set by hand, reviews, events, shelves, and a look at all tables."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from quizapp.core.problems import QuizError
from quizapp.core.reviews import Event, Graded, Memory, Moment, Review
from quizapp.store import log, memory, spans
from quizapp.store.database import Database

START_MS = 1_763_990_000_000
DAY_MS = 86_400_000
TODAY = Moment(START_MS).study_day


class Clock:
    """Says the moment it was set to, one millisecond later each time."""

    def __init__(self, at_ms: int = START_MS, utc_offset_min: int = 0, rollover_h: int = 4) -> None:
        self.at_ms = at_ms
        self.utc_offset_min = utc_offset_min
        self.rollover_h = rollover_h

    def __call__(self) -> Moment:
        self.at_ms += 1
        return Moment(self.at_ms, self.utc_offset_min, self.rollover_h)

    def next_day(self, days: int = 1) -> None:
        self.at_ms += days * DAY_MS


def opened(folder: Path, clock: Clock | None = None, seed: int = 1) -> Database:
    return Database.open(folder, now=clock or Clock(), entropy=random.Random(seed).randbytes)


@contextmanager
def fresh(clock: Clock | None = None) -> Iterator[Database]:
    """A new database, in memory where the system has a folder for that: hundreds are made in a run."""
    shared = Path("/dev/shm")
    place = shared if os.access(shared, os.W_OK) else None
    with TemporaryDirectory(dir=place) as folder, hasty(Path(folder) / "data", clock) as db:
        yield db


def hasty(folder: Path, clock: Clock | None = None, seed: int = 1) -> Database:
    """Without waiting for the disk: nothing here survives a power cut."""
    db = opened(folder, clock, seed)
    db.con.execute("PRAGMA main.synchronous = OFF")
    return db


def review(db: Database, card_id: str = "deck/note#", rating: int = 3, **more: Any) -> Review:
    """An answer given now."""
    moment = more.pop("moment", None) or db.now()
    return Review(
        **{
            "review_id": db.new_id(),
            "card_id": card_id,
            "session_id": "S",
            "device_id": db.device_id,
            "moment": moment,
            "study_day": moment.study_day,
            "mode": "study",
            "graded": Graded(kind="basic", outcome="unscored"),
            "rating": rating,
            "visible_ms": 4_000,
            **more,
        }
    )


def event(db: Database, type_: str, target: str, **payload: Any) -> Event:
    """Something that happens now."""
    return Event(
        event_id=db.new_id(),
        type=type_,
        target=target,
        moment=db.now(),
        device_id=db.device_id,
        payload=payload,
    )


def shelve(
    db: Database,
    card_ids: list[str],
    *,
    deck: int = 1,
    groups: dict[str, int] | None = None,
    suspended: tuple[str, ...] = (),
    sequence: str = "",
    studied: bool = True,
    problems: int = 0,
) -> dict[str, int]:
    """Put a deck of these cards on the shelf; their keys."""
    with db.transaction():
        db.con.execute(
            "INSERT INTO deck (deck_key, path, title, course, studied, sequence, problems) "
            "VALUES (?, ?, ?, 'course', ?, ?, ?)",
            (deck, f"{deck:02}.yaml", f"Deck {deck}", studied, sequence, problems),
        )
        for note, card_id in enumerate(card_ids):
            db.con.execute("INSERT OR IGNORE INTO card (card_id, first_seen) VALUES (?, 0)", (card_id,))
            db.con.execute(
                "INSERT INTO shelf (card_key, deck_key, note, part, sibling, suspended) "
                "SELECT card_key, ?, ?, '', ?, ? FROM card WHERE card_id = ?",
                (deck, note, (groups or {}).get(card_id), card_id in suspended, card_id),
            )
    return {card_id: key_of(db, card_id) for card_id in card_ids}


def key_of(db: Database, card_id: str) -> int:
    (key,) = db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (card_id,)).fetchone()
    return key


_TABLES = {
    "review": "SELECT card_id, review.* FROM review JOIN card USING (card_key)",
    "event": "SELECT * FROM event",
    "dead": "SELECT review_id FROM dead JOIN review USING (seq)",
    "regrade": "SELECT review_id, regrade.* FROM regrade JOIN review USING (seq)",
    "alias": "SELECT old.card_id AS was, new.card_id AS is_now FROM alias "
    "JOIN card AS old ON old.card_key = old_key JOIN card AS new ON new.card_key = new_key",
    "card_state": "SELECT card_id, card_state.* FROM card_state JOIN card USING (card_key)",
    "memory": "SELECT card_id, memory.* FROM memory JOIN card USING (card_key)",
    "day_total": "SELECT * FROM day_total",
    "hour_total": "SELECT * FROM hour_total",
    "card_total": "SELECT card_id, card_total.* FROM card_total JOIN card USING (card_key)",
    "param_fit": "SELECT * FROM param_fit",
}
FOLDS = (
    "dead",
    "regrade",
    "alias",
    "card_state",
    "memory",
    "day_total",
    "hour_total",
    "card_total",
    "param_fit",
)


def tables(db: Database, *names: str) -> dict[str, list[tuple[Any, ...]]]:
    """What the tables hold, sorted, without the numbers that differ from machine to machine; as of TODAY."""
    spans.bring_up(db, TODAY)
    found = {}
    for name in names or _TABLES:
        cursor = db.con.execute(_TABLES[name])
        keep = [at for at, column in enumerate(cursor.description) if column[0] not in ("seq", "card_key")]
        found[name] = sorted((tuple(row[at] for at in keep) for row in cursor), key=repr)
    return found


def drop_folds(db: Database) -> None:
    for name in FOLDS:
        db.con.execute(f"DELETE FROM {name}")
    db.con.execute("DELETE FROM meta WHERE key = 'folded'")


def undo(db: Database, session_id: str = "S") -> Review:
    last = log.last_voidable(db, session_id)
    assert last is not None
    log.append_event(db, event(db, "void", last.review_id))
    return last


def memory_of(db: Database, card_id: str = "deck/note#") -> Memory | None:
    return memory.get(db, key_of(db, card_id))


def play(db: Database, log_lines: list[Review | Event]) -> None:
    for line in log_lines:
        if isinstance(line, Review):
            log.append_review(db, line)
        else:
            log.append_event(db, line)


PROGRESS = "progress.sqlite3"


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def code_of(folder: Path) -> str:
    with pytest.raises(QuizError) as failed:
        opened(folder)
    return failed.value.code


def answer(db: Database, card_id: str, rating: int = 3, **more) -> None:
    log.append_review(db, review(db, card_id, rating, **more))
