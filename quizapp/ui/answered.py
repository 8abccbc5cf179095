"""A logged answer as its sitting counts it: whether it passed, and when the card comes back."""

from quizapp.core.kinds.base import Answer, strings
from quizapp.core.reviews import Rating, Review
from quizapp.core.schedule import Planned
from quizapp.core.session import Answered

_REPEAT_MS = 600_000
"""Outside the schedule a missed card comes back after the others, or after this."""


def answered_of(review: Review, card_key: int, again_ms: int) -> Answered:
    """A logged review as the session counts it."""
    graded = review.graded
    return Answered(
        card_key=card_key,
        review_id=review.review_id,
        outcome=graded.outcome,
        passed=_passed(review),
        again_ms=again_ms,
        fraction=graded.fraction,
        visible_ms=review.visible_ms,
    )


def _passed(review: Review) -> bool:
    """A graded answer passes by what it earned, a card rated alone by the learner's word."""
    rating = review.rating if review.graded.outcome == "unscored" else review.graded.suggested
    return rating > Rating.AGAIN


def again_ms(review: Review, planned: Planned | None) -> int:
    """When the card comes back within the sitting, UTC milliseconds; 0 if it is done. planned: in study."""
    if planned is not None:
        return planned.due_ms
    return 0 if _passed(review) else review.moment.at_ms + _REPEAT_MS


def in_words(answer: Answer) -> str:
    """An answer of one text, as it was given; "" for all others."""
    texts = strings(answer)
    return texts[0] if len(texts) == 1 else ""
