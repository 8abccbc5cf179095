"""What a quiz, an exam or a quick round does to the schedule: nothing, unless the learner asks for it.

An answer that counts is logged once, in its own mode, with the due day that was chosen after it: by that a
replay knows that it moves the schedule (`Review.counts`).
"""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from quizapp.core import schedule
from quizapp.core.fsrs6 import STANDARD, Weights
from quizapp.core.reviews import Memory, Rating, Review
from quizapp.core.setting_values import ExamsCount
from quizapp.core.settings import Settings

_WANTED: Mapping[ExamsCount, Callable[[Rating], bool]] = {
    "never": lambda rating: False,
    "wrong": lambda rating: rating is Rating.AGAIN,
    "all": lambda rating: True,
}
"""Whether an answer that would be rated so counts."""
_NOT_TRIED = "blank"


def counted(
    review: Review,
    rating: Rating,
    memory: Memory | None,
    settings: Settings,
    load: Mapping[int, int],
    weights: Weights = STANDARD,
) -> Review:
    """The answer as it is logged. rating: what it would suggest in study; load: see schedule.plan.

    What was left blank says nothing of a card, and a card that was never studied stays new.
    """
    if memory is None or review.graded.outcome == _NOT_TRIED or not _WANTED[settings.exams_count](rating):
        return review
    planned = schedule.plan(memory, rating, review.moment, review.card_id, settings, load, weights)
    return replace(
        review,
        rating=int(rating),
        due_day=planned.due_day,
        prev_review_id=memory.last_review_id,
        retention=settings.desired_retention,
        step_min=settings.learning_step_min,
        fit_id=weights.fit_id,
    )
