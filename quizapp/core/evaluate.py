"""How well parameters predict a learner: the loss of what they said of each review on a later study day.

All answers move the memory, those of the same day too; only the first one of a later day is a prediction,
since what one has just read tells nothing of forgetting.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import floor, log, sqrt
from typing import NamedTuple

from msgspec import Struct

from quizapp.core.fsrs6 import DEFAULT, Model, Parameters

HELD_OUT = 0.2
"""Share of the predictions, the last ones by time, that a fit is judged by and never sees."""
LEAST = 400
"""Predictions below which a fit says nothing."""
SURE = 1e-7
"""No prediction counts as nearer to 0 or 1 than this: a loss stays finite."""


class Answer(NamedTuple):
    """One answer of a card's history."""

    at_ms: int
    study_day: int
    rating: int


History = Sequence[Answer]
"""The answers to one card in the order of time, from when it was new (or was made so)."""


class Prediction(NamedTuple):
    """What was to be expected of a review on a later day, and what came."""

    at_ms: int
    recall: float
    passed: bool
    days: int
    """Since the answer before."""
    number: int
    """Of the review among those of the card that came on another day than the one before, from 1."""
    lapses: int
    """Those of these that were failed before."""


class Score(Struct, frozen=True):
    """How far the predictions were from what came; less is better."""

    n: int
    log_loss: float
    rmse: float
    """Of the mean recall in bins of like reviews (days, number, lapses), as benchmarks of FSRS bin them."""


def predictions(histories: Iterable[History], parameters: Parameters = DEFAULT) -> list[Prediction]:
    """All predictions, in the order of time."""
    model = Model(parameters)
    found: list[Prediction] = []
    for history in histories:
        found += _of_card(history, model)
    found.sort()
    return found


def held_out(found: Sequence[Prediction]) -> Sequence[Prediction]:
    """The last of them, by which a fit is judged."""
    return found[split(len(found)) :]


def split(n: int) -> int:
    """How many of so many rows, the first ones by time, a fit may see."""
    return int(n * (1 - HELD_OUT))


def score(found: Sequence[Prediction]) -> Score:
    """How good they were; all 0 where there is none."""
    if not found:
        return Score(0, 0.0, 0.0)
    loss = -sum(log(_sure(one.recall if one.passed else 1 - one.recall)) for one in found)
    return Score(len(found), loss / len(found), _rmse(found))


def _of_card(history: History, model: Model) -> Iterable[Prediction]:
    number = lapses = 0
    last = stability = difficulty = None
    for at_ms, study_day, rating in history:
        if last is None or stability is None or difficulty is None:
            last = study_day
            stability, difficulty = model.first(rating)
            continue
        days = max(0, study_day - last)
        recall = model.recall(stability, days)
        if days:
            number += 1
            yield Prediction(at_ms, recall, rating > 1, days, number, lapses)
            lapses += rating == 1
        stability, difficulty = model.next(stability, difficulty, days, rating, recall)
        last += days


def _sure(probability: float) -> float:
    return min(max(probability, SURE), 1 - SURE)


def _rmse(found: Sequence[Prediction]) -> float:
    bins: dict[tuple[float, ...], list[Prediction]] = defaultdict(list)
    for one in found:
        bins[_bin(one)].append(one)
    squares = 0.0
    for likes in bins.values():
        gap = sum(one.recall - one.passed for one in likes) / len(likes)
        squares += len(likes) * gap * gap
    return sqrt(squares / len(found))


def _bin(one: Prediction) -> tuple[float, ...]:
    return (
        round(2.48 * _step(one.days, 3.62), 2),
        round(1.99 * _step(one.number + 1, 1.89)),
        round(1.65 * _step(one.lapses, 1.73)) if one.lapses else 0,
    )


def _step(value: int, base: float) -> float:
    """The power of the base at or below a value."""
    return float(base ** floor(log(value) / log(base)))
