"""The child process that fits: a FitTask in JSON in, steps and a FitFound out, a line each.

The library (the extra `fit`) holds the interpreter for a whole fit and panics past `except Exception` on what
it does not like; here it may. It may be killed at any time.
"""

import gc
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any

import msgspec
from msgspec import Struct

from quizapp.core.evaluate import Answer, History, Score, held_out, predictions, score, split
from quizapp.core.fsrs6 import HIGHEST, LOWEST, Parameters

LIBRARY = "fsrs_rs_python"
MOST = 400_000
"""Rows that a fit learns from, the last ones: more take long and say nothing new of the learner."""
LONGEST = 256
"""Answers up to a row; the library leaves out those that have more."""
STEPS = 3
"""How far the learner's present parameters predict, the fit, how far the new ones do."""


class FitTask(Struct, frozen=True):
    """What is to be fitted."""

    histories: Sequence[Sequence[Answer]]
    parameters: Parameters
    """Those in force, which the new ones are to beat."""


class FitFound(Struct, frozen=True):
    """What came of it; both scores are of the held-out rows."""

    parameters: Parameters
    before: Score
    after: Score


def rows(histories: Sequence[History]) -> list[tuple[int, list[tuple[int, int]]]]:
    """(at_ms, [(rating, days since the answer before)]) up to each answer on a later day, by time.

    What the library learns from: bare numbers, checked here, since it checks nothing.
    """
    found = [row for history in histories for row in _of_card(history)]
    found.sort(key=lambda row: row[0])
    return found


def _of_card(history: History) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    steps: list[tuple[int, int]] = []
    last = history[0].study_day
    for at_ms, study_day, rating in history:
        days = max(0, study_day - last)
        last += days
        steps.append((rating, days))
        if days and len(steps) <= LONGEST:
            yield at_ms, list(steps)


def fitted(histories: Sequence[History], start: Parameters) -> Parameters:
    """The parameters that fit the rows best which are not held out."""
    library: Any = import_module(LIBRARY)

    @cache
    def review(rating: int, days: int) -> Any:
        return library.FSRSReview(rating, days)

    known = rows(histories)
    seen = known[: split(len(known))][-MOST:]
    items = [library.FSRSItem([review(*step) for step in steps]) for _, steps in seen]
    return within_bounds(library.FSRS(list(start)).compute_parameters(items))


def within_bounds(parameters: Sequence[float]) -> Parameters:
    """The library computes in single precision, and so may miss a bound by a hair."""
    return tuple(min(max(one, low), high) for low, one, high in zip(LOWEST, parameters, HIGHEST, strict=True))


def run(task: FitTask) -> Iterator[int | FitFound]:
    """The number of each step as it begins, and at last what was found."""
    yield 0
    before = score(held_out(predictions(task.histories, task.parameters)))
    yield 1
    parameters = fitted(task.histories, task.parameters)
    yield 2
    after = score(held_out(predictions(task.histories, parameters)))
    yield FitFound(parameters, before, after)


def main() -> None:
    replies = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints must not be taken for a reply
    gc.disable()  # millions of small lists, and then the process ends
    task = msgspec.json.decode(sys.stdin.buffer.read(), type=FitTask)
    for word in run(task):
        replies.write(msgspec.json.encode(word) + b"\n")
        replies.flush()


if __name__ == "__main__":
    main()
