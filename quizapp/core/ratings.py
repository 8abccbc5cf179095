"""From an answer to the rating that is suggested to the learner."""

from msgspec import Struct

from quizapp.core.reviews import Rating


class Suggestion(Struct, frozen=True):
    """The rating that has the focus, and why."""

    rating: Rating
    because: str
    """Code of `reasons.RATING_REASONS`."""
    lapse: bool = False
    """True where this Again counts as a lapse: a lucky guess is repeated, but was never known."""
