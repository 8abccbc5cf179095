"""When a card comes back: FSRS-6 behind one door, counted in study days.

The library knows stability and difficulty. Days, the learning step, fuzz and load are decided here. It is
called with empty steps, no fuzz, an explicit card id and times made from day numbers: left alone it counts
periods of 24 hours, draws from the global generator, reads the clock and accepts one that runs backwards.
It is imported at the first answer, since that takes some 15 ms.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from quizapp.core import chance
from quizapp.core.fsrs6 import STANDARD, Parameters, Weights, factor_of
from quizapp.core.reviews import Memory, Moment, Override, Rating, Review
from quizapp.core.setting_values import Ease
from quizapp.core.settings import Settings

if TYPE_CHECKING:
    from fsrs import Card, Scheduler, State

SCHEDULE_VERSION = 1
"""Version of the rules in this file; a memory folded by another version is folded again."""

MAX_DAYS = 36_500
MAX_STABILITY = 1e9
"""Days. Odd parameters make it grow without end, and the library fails at what is no number any more."""
FUZZ_FROM = 2.5
FUZZ_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
"""(from, to, share): one day plus this share of each stretch of the interval, to either side."""


class Planned(Struct, frozen=True, kw_only=True):
    """What a rating would mean."""

    due_day: int
    due_ms: int = 0
    """In the learning step: when to show the card again, UTC milliseconds; else 0."""
    interval_days: int = 0


class _Answered(Struct, frozen=True):
    stability: float
    difficulty: float
    interval_days: int
    day: int
    step: int


def apply(memory: Memory | None, review: Review, weights: Weights = STANDARD) -> Memory:
    """What is known of a card after one more study review, by the parameters in force.

    The logged due day counts while the review's predecessor is still the one it was chosen after: other
    parameters do not move it.
    """
    rating = Rating(review.rating)
    answered = _answer(memory, rating, review.study_day, review.retention, weights.parameters)
    reps = memory.reps + 1 if memory else 1
    lapsed = memory is not None and not memory.step and rating is Rating.AGAIN and not review.graded.guess
    last_id = memory.last_review_id if memory else ""
    if answered.step:
        due_day = answered.day
    elif review.due_day and review.prev_review_id == last_id:
        due_day = review.due_day
    else:
        due_day = answered.day + fuzzed(answered.interval_days, answered.day, review.card_id, reps, {})
    return Memory(
        stability=answered.stability,
        difficulty=answered.difficulty,
        last_day=answered.day,
        due_day=due_day,
        due_ms=review.moment.at_ms + review.step_min * 60_000 if answered.step else 0,
        step=answered.step,
        reps=reps,
        lapses=(memory.lapses if memory else 0) + lapsed,
        last_review_id=review.review_id,
        fit_id=weights.fit_id,
    )


def override(memory: Memory | None, word: Override) -> Memory | None:
    """What is known of a card after the learner's word on it: its due day moves, or all is forgotten.

    The other day holds until the next review; of a card that was never studied there is nothing to move.
    """
    if memory is None or word.due_day is None:
        return None
    return replace(memory, due_day=word.due_day, due_ms=0, step=0)


def replay(
    reviews: Iterable[Review],
    voids: Container[str] = (),
    overrides: Iterable[Override] = (),
    weights: Weights = STANDARD,
) -> Memory | None:
    """The memory of one card from all its reviews, in any order; None if none of them counts."""
    counted = (one for one in reviews if one.counts and one.review_id not in voids)
    return fold(sorted((*counted, *overrides), key=order), weights)


def fold(steps: Iterable[Review | Override], weights: Weights = STANDARD) -> Memory | None:
    """The memory of one card from what happened to it, in the order of the log."""
    memory = None
    for step in steps:
        memory = apply(memory, step, weights) if isinstance(step, Review) else override(memory, step)
    return memory


def order(step: Review | Override) -> tuple[int, str]:
    """The order of the log: by time, the same on every machine."""
    if isinstance(step, Review):
        return (step.moment.at_ms, step.review_id)
    return (step.at_ms, step.event_id)


def plan(
    memory: Memory | None,
    rating: Rating,
    moment: Moment,
    card_id: str,
    settings: Settings,
    load: Mapping[int, int],
    weights: Weights = STANDARD,
) -> Planned:
    """When the card comes back after this rating. load: study day -> cards already due on it."""
    return preview(memory, moment, card_id, settings, load, weights)[rating]


def preview(
    memory: Memory | None,
    moment: Moment,
    card_id: str,
    settings: Settings,
    load: Mapping[int, int],
    weights: Weights = STANDARD,
) -> dict[Rating, Planned]:
    """What each of the four buttons would do: a better rating never brings the card back sooner."""
    reps = memory.reps + 1 if memory else 1
    plans = {}
    earliest = 0
    busy = load if settings.balance else {}
    for rating in Rating:
        answered = _answer(memory, rating, moment.study_day, settings.desired_retention, weights.parameters)
        if answered.step:
            due_ms = moment.at_ms + settings.learning_step_min * 60_000
            plans[rating] = Planned(due_day=answered.day, due_ms=due_ms)
            continue
        days = max(
            earliest, fuzzed(answered.interval_days, answered.day, card_id, reps, busy, settings.easy_days)
        )
        earliest = days
        plans[rating] = Planned(due_day=answered.day + days, interval_days=days)
    return plans


def retrievability(memory: Memory, study_day: int, weights: Weights = STANDARD) -> float:
    """Probability of recall on a study day, in (0, 1]; 1 on the day of the last review."""
    elapsed = max(0, study_day - memory.last_day)
    decay = weights.decay
    return float((1 + factor_of(decay) * elapsed / memory.stability) ** -decay)


def _answer(
    memory: Memory | None, rating: Rating, study_day: int, retention: float, parameters: Parameters
) -> _Answered:
    """Stability, difficulty, the interval before fuzz, and whether the card is in the (re)learning step."""
    library = _library()
    start = _epoch()
    if memory is None:
        elapsed = 0
        card = library.Card(card_id=0, due=start)
    else:
        elapsed = min(max(0, study_day - memory.last_day), MAX_DAYS)
        card = library.Card(
            card_id=0,
            state=library.review,
            stability=min(memory.stability, MAX_STABILITY),
            difficulty=memory.difficulty,
            due=start,
            last_review=start,
        )
    now = _epoch(elapsed)
    card, _ = _scheduler(retention, parameters).review_card(card, library.ratings[rating], now)
    assert card.stability is not None
    assert card.difficulty is not None
    stays = rating is Rating.HARD and (memory is None or memory.step > 0)
    return _Answered(
        stability=card.stability,
        difficulty=card.difficulty,
        interval_days=(card.due - now).days,
        day=study_day if memory is None else max(study_day, memory.last_day),
        step=1 if rating is Rating.AGAIN or stays else 0,
    )


class _Library(NamedTuple):
    """What each answer takes from py-fsrs; looked up once, since a replay asks a million times."""

    Card: type["Card"]
    review: "State"
    ratings: tuple[Any, ...]
    """By number, from 1."""


@cache
def _library() -> _Library:
    from fsrs import Card, State
    from fsrs import Rating as Theirs

    class Passing(Card):
        """A card that nobody looks at again: the library need not spare it by a copy."""

        def __copy__(self) -> "Passing":
            return self

    return _Library(Passing, State.Review, (None, *map(Theirs, Rating)))


def warm_up() -> None:
    """Load the library now, so that the first answer need not."""
    _scheduler(Settings().desired_retention, STANDARD.parameters)


@lru_cache(maxsize=16)
def _scheduler(retention: float, parameters: Parameters) -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        parameters=parameters,
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=MAX_DAYS,
        enable_fuzzing=False,
    )


@lru_cache(maxsize=4096)
def _epoch(days: int = 0) -> datetime:
    return datetime(2000, 1, 1, tzinfo=UTC) + timedelta(days=days)


EASE: Mapping[Ease, int] = {"normal": 1, "less": 2, "least": 20}
"""How many times over a card counts on a day of the week, so that it gets half as many, or hardly any."""
_ALL_ALIKE: tuple[Ease, ...] = ("normal",) * 7
_THURSDAY = 3
"""The study day 0 was one, counted from Monday."""


def fuzzed(
    days: int,
    today: int,
    card_id: str,
    reps: int,
    load: Mapping[int, int],
    easy_days: Sequence[Ease] = _ALL_ALIKE,
) -> int:
    """The interval moved by chance, which is fixed by card and repetition; the least loaded day wins.

    easy_days: Monday first; they fill up sooner.
    """
    if days < FUZZ_FROM:
        return days
    choices = fuzz_range(days)
    first = int(chance.draw(card_id, reps) * len(choices))

    def burden(choice: int) -> int:
        day = today + choice
        return (load.get(day, 0) + 1) * EASE[ease_of(day, easy_days)]

    best: int = min((*choices[first:], *choices[:first]), key=burden)
    return best


def ease_of(day: int, easy_days: Sequence[Ease]) -> Ease:
    """How many reviews a study day may get, by its day of the week."""
    return easy_days[(day + _THURSDAY) % 7]


def fuzz_range(days: int) -> range:
    """The intervals that are as good for memory as this one; itself alone if it is short."""
    if days < FUZZ_FROM:
        return range(days, days + 1)
    spread = 1.0 + sum(share * max(min(days, end) - start, 0.0) for start, end, share in FUZZ_RANGES)
    return range(max(2, round(days - spread)), min(round(days + spread), MAX_DAYS) + 1)
