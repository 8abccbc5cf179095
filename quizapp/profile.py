"""The learner's files as a command opens them, without a window; and the clock that both tell the time by."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from quizapp.core.problems import QuizError
from quizapp.core.reviews import Moment
from quizapp.store import settings
from quizapp.store.connection import PROGRESS
from quizapp.store.database import Database
from quizapp.store.reading import reader


def clock(rollover_h: int = 4) -> Moment:
    """The present moment, as this machine tells the time."""
    now = datetime.now().astimezone()
    offset = now.utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset else 0
    return Moment(time.time_ns() // 1_000_000, minutes, rollover_h)


class _Clock:
    """Tells the time with the learner's own start of a day, once that is known."""

    def __init__(self) -> None:
        self.rollover_h = 4

    def __call__(self) -> Moment:
        return clock(self.rollover_h)


@contextmanager
def opened(folder: Path, *, create: bool = False) -> Iterator[Database]:
    """The files in a folder, held by this process until the end. What must be told of them goes to stderr.

    create: make them if there are none. QuizError if there are none, if the window has them, or if they
    cannot be used.
    """
    if not create and not os.path.lexists(folder / PROGRESS):
        raise QuizError("progress_missing", folder=str(folder))
    now = _Clock()
    with Database.open(folder, now=now, entropy=os.urandom) as db:
        now.rollover_h = settings.get(db, "day_start_hour")
        for notice in db.notices:
            sys.stderr.write(f"quizapp: {notice.message}\n")
        yield db


@contextmanager
def read(folder: Path) -> Iterator[Database]:
    """The files in a folder, to read them alone: also while the window has them, which is not disturbed.

    QuizError if there are none, or if they cannot be read as they are.
    """
    now = _Clock()
    with reader(folder, now) as db:
        now.rollover_h = settings.get(db, "day_start_hour")
        yield db
