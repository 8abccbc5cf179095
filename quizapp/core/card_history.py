"""The history of one card: each answer with what it did to the memory, and what else happened to it."""

from collections.abc import Iterable, Mapping, Sequence
from heapq import merge

from msgspec import Struct

from quizapp.core import schedule
from quizapp.core.fsrs6 import STANDARD, Weights
from quizapp.core.reviews import Event, Memory, Moment, Override, Review


class Answered(Struct, frozen=True, kw_only=True):
    """An answer as it counts, and as it was logged."""

    review: Review
    logged: Review
    """The same, unless the learner's word changed how it counts."""
    voided: Moment | None = None
    """When it was taken back; None: it stands."""
    before: float | None = None
    """Probability of recall when it was asked, in (0, 1]; None if nothing was known, or on the same day."""
    after: Memory | None = None
    """What is known after it; None where it moves no schedule."""

    @property
    def moment(self) -> Moment:
        return self.review.moment

    @property
    def interval_days(self) -> int | None:
        """Days until it comes back; None in the learning step, or where it moves no schedule."""
        return self.after.due_day - self.after.last_day if self.after and not self.after.step else None

    @property
    def is_regraded(self) -> bool:
        return self.review.graded != self.logged.graded or self.review.rating != self.logged.rating


class Happened(Struct, frozen=True, kw_only=True):
    """An event about the card, or about the schedule of all."""

    event: Event
    voided: Moment | None = None

    @property
    def moment(self) -> Moment:
        return self.event.moment


Line = Answered | Happened


class Stretch(Struct, frozen=True):
    """What was known from a study day on, until the next one."""

    day: int
    memory: Memory | None
    """None: as if never studied."""


class CardHistory(Struct, frozen=True, kw_only=True):
    """All of it, oldest first."""

    lines: tuple[Line, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    memory: Memory | None = None
    weights: Weights = STANDARD
    """Those in force; the memories are reckoned by them."""

    @property
    def answers(self) -> tuple[Answered, ...]:
        return tuple(line for line in self.lines if isinstance(line, Answered))


class Told(Struct, frozen=True, kw_only=True):
    """What the log holds of a card, in any order."""

    reviews: Sequence[tuple[Review, Review]]
    """As they count, as they were logged."""
    overrides: Sequence[Override]
    events: Sequence[Event]
    voids: Mapping[str, Moment]
    """Id of a review or an event -> when it was taken back."""


def history(told: Told, weights: Weights = STANDARD) -> CardHistory:
    """The lines in the order of the log, with the memory before and after each answer that stands."""
    replayed: dict[str, tuple[float | None, Memory]] = {}
    stretches: list[Stretch] = []
    memory: Memory | None = None
    for step in _steps(told):
        if isinstance(step, Override):
            memory = schedule.override(memory, step)
            if memory is None:
                stretches.append(Stretch(stretches[-1].day if stretches else 0, None))
            continue
        before = _recall(memory, step, weights)
        memory = schedule.apply(memory, step, weights)
        replayed[step.review_id] = (before, memory)
        stretches.append(Stretch(memory.last_day, memory))
    lines: Iterable[Line] = merge(
        sorted((_answered(pair, told, replayed) for pair in told.reviews), key=_order),
        sorted((Happened(event=one, voided=told.voids.get(one.event_id)) for one in told.events), key=_order),
        key=_order,
    )
    return CardHistory(lines=tuple(lines), stretches=tuple(stretches), memory=memory, weights=weights)


def _steps(told: Told) -> Iterable[Review | Override]:
    """What moves the schedule, in the order of the log."""
    counted = (one for one, _ in told.reviews if one.counts and one.review_id not in told.voids)
    return sorted((*counted, *told.overrides), key=schedule.order)


def _recall(memory: Memory | None, review: Review, weights: Weights) -> float | None:
    if memory is None or review.study_day <= memory.last_day:
        return None
    return schedule.retrievability(memory, review.study_day, weights)


def _answered(
    pair: tuple[Review, Review], told: Told, replayed: Mapping[str, tuple[float | None, Memory]]
) -> Answered:
    review, logged = pair
    before, after = replayed.get(review.review_id, (None, None))
    voided = told.voids.get(review.review_id)
    return Answered(review=review, logged=logged, voided=voided, before=before, after=after)


def _order(line: Line) -> tuple[int, str]:
    id_ = line.review.review_id if isinstance(line, Answered) else line.event.event_id
    return (line.moment.at_ms, id_)
