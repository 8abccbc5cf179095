"""Fit the schedule's parameters to the learner, in a child process that can be killed (store.fit_child).

Nothing is taken from a fit but what the rule of core.fits lets in; what comes of it is an event of the log.
"""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec

from quizapp.core import fits as values
from quizapp.core.evaluate import LEAST, Answer
from quizapp.core.fits import FitPayload, Fitted
from quizapp.core.fsrs6 import STANDARD, Weights
from quizapp.core.problems import QuizError
from quizapp.core.reviews import Event, EventType, Moment
from quizapp.store import fit_child, fits, log, memory, overrides
from quizapp.store.fit_child import LIBRARY, STEPS, FitFound, FitTask

if TYPE_CHECKING:
    from quizapp.store.database import Database

Progress = Callable[[int, int], None]
"""Takes (steps done, all steps); what it raises ends the fit."""

_POLL_S = 0.05
_TOLD = 200
"""Characters of the child's last words that are told."""
_ANSWERS = """
SELECT subject, at_ms, review_id, study_day, rating FROM standing WHERE counts
ORDER BY subject, at_ms, review_id
"""
_word = msgspec.json.Decoder(int | FitFound).decode
_RESETS = f"""
SELECT coalesce(new_key, card_key), at_ms, event_id FROM event JOIN card ON card_id = target
LEFT JOIN alias ON old_key = card_key WHERE type = 'reset' AND {overrides.STANDS} ORDER BY at_ms, event_id
"""


def is_available() -> bool:
    """Whether the extra `fit` is installed."""
    return find_spec(LIBRARY) is not None


def histories(db: "Database") -> list[list[Answer]]:
    """The answers that move the schedule, by card; a card that was made new again begins another history."""
    resets: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for subject, at_ms, event_id in db.con.execute(_RESETS):
        resets[subject].append((at_ms, event_id))
    found: dict[tuple[int, int], list[Answer]] = defaultdict(list)
    for subject, at_ms, review_id, study_day, rating in db.con.execute(_ANSWERS):
        before = sum(reset < (at_ms, review_id) for reset in resets[subject]) if subject in resets else 0
        found[subject, before].append(Answer(at_ms, study_day, rating))
    return list(found.values())


def count(known: list[list[Answer]]) -> int:
    """Answers on a later day than all before them of their history: what a fit goes by."""
    number = 0
    for history in known:
        last = history[0].study_day
        for answer in history:
            number += answer.study_day > last
            last = max(last, answer.study_day)
    return number


def fit(db: "Database", progress: Progress) -> Fitted:
    """Fit to the whole log; nothing is changed. QuizError without the extra, or if the child fails.

    progress: called about twenty times a second; what it raises kills the child and goes on to the caller.
    """
    if not is_available():
        raise QuizError("fit_missing")
    known = histories(db)
    number = count(known)
    if number < LEAST:
        return Fitted(end="too_few", predictions=number)
    found = _in_child(FitTask(known, fits.in_force(db).parameters), progress)
    return values.judged(number, found.parameters, found.before, found.after)


def record(db: "Database", payload: FitPayload, progress: Progress | None = None) -> Event:
    """Log what came of a fit, or a choice; where other parameters are in force then, all cards are folded by
    them. No due day moves."""
    event = _event(db, "fit", "all", msgspec.to_builtins(payload))
    if payload.accepted:
        _change(db, event, Weights(event.event_id, payload.parameters), progress)
    else:
        log.append_event(db, event)
    return event


def take_back(db: "Database", fit_id: str, progress: Progress | None = None) -> None:
    """A fit or choice is as if it had never been; no due day moves."""
    left = values.standing(tuple(one for one in fits.history(db) if one.fit_id != fit_id))
    weights = Weights(left.fit_id, left.payload.parameters) if left else STANDARD
    _change(db, _event(db, "void", fit_id, {}), weights, progress)


def _change(db: "Database", event: Event, weights: Weights, progress: Progress | None) -> None:
    """Log an event after which these parameters are in force.

    Some due days are not in the log: of answers from other programs, or after an undo. They would move with
    the parameters, so they are logged as well, in the same breath.
    """
    if weights == fits.in_force(db):
        log.append_event(db, event)
        return
    pins = [
        _event(db, "set_due", card_id, {"day": day}, event.moment) for card_id, day in _moving(db, weights)
    ]
    if pins:
        log.append_all(db, (), (*pins, event))
        return
    log.append_event(db, event)
    memory.rebuild(db, progress or memory.untold)


def _moving(db: "Database", weights: Weights) -> list[tuple[str, int]]:
    """Cards whose due day is other by these parameters, with the day they have."""
    then = memory.due_days(db, weights)
    now = db.con.execute("SELECT card_key, card_id, due_day FROM memory JOIN card USING (card_key)")
    return [(card_id, day) for key, card_id, day in now if then.get(key, day) != day]


def _event(
    db: "Database", type_: EventType, target: str, payload: dict[str, object], moment: Moment | None = None
) -> Event:
    return Event(
        event_id=db.new_id(),
        type=type_,
        target=target,
        moment=moment or db.now(),
        device_id=db.device_id,
        payload=payload,
    )


def _in_child(task: FitTask, progress: Progress) -> FitFound:
    """What the child found. Files, not pipes: neither side waits for the other to read."""
    with TemporaryDirectory(prefix="quizapp-fit-") as folder:
        given, said, told = (Path(folder) / name for name in ("given", "said", "told"))
        given.write_bytes(msgspec.json.encode(task))
        with given.open("rb") as to, said.open("wb") as out, told.open("wb") as err:
            # -P: what lies in the working folder must not stand in for a library.
            command = [sys.executable, "-P", "-m", fit_child.__name__]
            with subprocess.Popen(command, stdin=to, stdout=out, stderr=err) as child:
                _watch(child, said, progress)
        words = [_word(line) for line in said.read_bytes().splitlines()]
        if child.returncode or not words or not isinstance(words[-1], FitFound):
            raise QuizError("fit_failed", reason=_last_words(told) or f"exit {child.returncode}")
        return words[-1]


def _watch(child: "subprocess.Popen[bytes]", said: Path, progress: Progress) -> None:
    """Tell how far it is until it ends; end it if nobody waits any more."""
    try:
        while child.poll() is None:
            progress(said.read_bytes().count(b"\n"), STEPS + 1)
            with suppress(subprocess.TimeoutExpired):
                child.wait(_POLL_S)
    finally:
        child.kill()


def _last_words(told: Path) -> str:
    """The last line of a failing child: the name and text of what was raised."""
    lines = told.read_text("utf-8", "replace").split("\n")
    return next((line.strip()[:_TOLD] for line in reversed(lines) if line.strip()), "")
