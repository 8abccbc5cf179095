"""What a desired retention would cost: a year of reviews simulated from what is known of a learner's cards.

The same learner always gives the same numbers: what is left to chance is drawn by card and repetition, and is
the same for every retention, so that two of them differ by the retention alone. New cards are not foreseen.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from quizapp.core import chance
from quizapp.core.due_days import interval
from quizapp.core.fsrs6 import DEFAULT, Model, Parameters
from quizapp.core.reviews import Rating
from quizapp.core.stats import Load

RETENTIONS = tuple(percent / 100 for percent in range(70, 98))
"""All that can be set."""
YEAR = 365
SAMPLE = 500
"""Cards that stand for all."""


class Known(Struct, frozen=True):
    """A card of the sample, as the scheduler knows it."""

    stability: float
    difficulty: float
    elapsed: int
    """Days since it was last answered."""


class Learner(Struct, frozen=True, kw_only=True):
    """Whom the simulation is about."""

    cards: int
    """How many there are; the sample stands for them."""
    sample: tuple[Known, ...]
    passed: tuple[float, float, float] = (0.1, 0.8, 0.1)
    """Shares of Hard, Good and Easy among the answers that recalled."""
    seconds: float = 10.0
    """Of an answer that recalled."""
    seconds_failed: float = 15.0
    parameters: Parameters = DEFAULT


class _Cost(Struct):
    reviews: int = 0
    seconds: float = 0.0


def workload(
    learner: Learner,
    retentions: Sequence[float] = RETENTIONS,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Load, ...]:
    """Reviews and minutes a day in the year to come, for each retention; () without a card."""
    if not learner.sample:
        return ()
    model = Model(learner.parameters)
    loads = []
    for number, retention in enumerate(retentions):
        if progress is not None:
            progress(number, len(retentions))
        cost = _Cost()
        for at, card in enumerate(learner.sample):
            _live(card, at, retention, learner, model, cost)
        times = learner.cards / len(learner.sample) / YEAR
        loads.append(Load(retention, cost.reviews * times, cost.seconds * times / 60))
    return tuple(loads)


def _live(card: Known, at: int, retention: float, learner: Learner, model: Model, cost: _Cost) -> None:
    """A year of one card. A card that was forgotten is passed on the same day, as sittings go."""
    stability, difficulty = card.stability, card.difficulty
    waits = interval(stability, retention, model.decay)
    elapsed = max(waits, card.elapsed)
    day = max(0, waits - card.elapsed)
    number = 0
    while day < YEAR:
        recall = model.recall(stability, elapsed)
        number += 1
        drawn = chance.draw(at, number)
        rating = _rating(drawn / recall, learner) if drawn < recall else Rating.AGAIN
        stability, difficulty = model.next(stability, difficulty, elapsed, rating, recall)
        cost.reviews += 1
        cost.seconds += learner.seconds
        if rating is Rating.AGAIN:
            cost.reviews += 1
            cost.seconds += learner.seconds_failed
            stability, difficulty = model.next(stability, difficulty, 0, Rating.GOOD)
        elapsed = interval(stability, retention, model.decay)
        day += elapsed


def _rating(share: float, learner: Learner) -> Rating:
    """share: drawn evenly from [0, 1)."""
    hard, good, _ = learner.passed
    if share < hard:
        return Rating.HARD
    return Rating.GOOD if share < hard + good else Rating.EASY
