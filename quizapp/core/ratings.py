"""From an answer to the rating that is suggested to the learner, who has the last word."""

from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from quizapp.core.fsrs6 import STANDARD, Weights
from quizapp.core.kinds.base import Verdict
from quizapp.core.reviews import Memory, Rating
from quizapp.core.schedule import retrievability

PASS = Fraction(4, 5)
"""The fraction that counts as passed, unless the card says otherwise (`pass`)."""
KNOWN = 0.8
"""Below this probability a due card that was answered by picking may have been guessed."""


class Suggestion(Struct, frozen=True):
    """The rating that has the focus, and why."""

    rating: Rating
    because: str
    """Code of `reasons.RATING_REASONS`."""
    lapse: bool = False
    """True where this Again counts as a lapse: a lucky guess is repeated, but was never known."""


def suggest(
    verdict: Verdict,
    memory: Memory | None,
    today: int,
    *,
    hints: int = 0,
    tries: int = 1,
    guess: bool = False,
    passing: Decimal | None = None,
    weights: Weights = STANDARD,
) -> Suggestion:
    """The rating for an answer; never Easy, which only a learner can know.

    memory: None for a new card; today: the study day; hints: how many were shown; tries: 1 for the first;
    guess: the learner says so; passing: the card's `pass`, else PASS; weights: by which memory was reckoned.
    """
    if verdict.outcome == "unscored":
        return _by_learner(verdict.marked, hints, passing)
    failure = _failure(verdict, tries, passing)
    if failure:
        return Suggestion(Rating.AGAIN, failure, lapse=True)
    if guess and verdict.options:
        return Suggestion(Rating.AGAIN, "rate_guess")
    recall = retrievability(memory, today, weights) if memory else None
    doubt = _doubt(verdict, recall, hints)
    if doubt:
        return Suggestion(Rating.HARD, doubt)
    return Suggestion(Rating.GOOD, "rate_almost" if verdict.outcome == "almost" else "rate_right")


def _by_learner(marked: Fraction | None, hints: int, passing: Decimal | None) -> Suggestion:
    """The rating of a card that is not graded, by what the learner found right by the check-list, if any."""
    if marked is None:
        return Suggestion(Rating.GOOD, "rate_unscored")
    if not marked or marked < _enough(passing):
        return Suggestion(Rating.AGAIN, "rate_marked_low", lapse=True)
    if marked < 1:
        return Suggestion(Rating.HARD, "rate_marked_passed")
    return Suggestion(Rating.HARD, "rate_hint") if hints else Suggestion(Rating.GOOD, "rate_right")


def _enough(passing: Decimal | None) -> Fraction:
    """The fraction that counts as passed. passing: the card's `pass`."""
    return PASS if passing is None else min(Fraction(passing), Fraction(1))


def passes(verdict: Verdict, passing: Decimal | None = None) -> bool:
    """Is a first try good enough? passing: the card's `pass`, else PASS. A card rated alone is left alone."""
    return verdict.outcome == "unscored" or not _failure(verdict, 1, passing)


def _failure(verdict: Verdict, tries: int, passing: Decimal | None) -> str:
    """Why the card must be repeated; empty if it need not."""
    if verdict.outcome in ("unknown", "blank"):
        return "rate_unknown"
    if tries > 1:
        return "rate_later_try"
    if not verdict.fraction:
        return "rate_wrong"
    return "rate_partial_low" if verdict.fraction < _enough(passing) else ""


def _doubt(verdict: Verdict, recall: float | None, hints: int) -> str:
    """Why a right answer may not have been known well; empty if there is no doubt.

    recall: how likely it was; None for a new card, 1 on the day of the last review, which is then never in
    doubt.
    """
    if verdict.fraction != 1:
        return "rate_partial_passed"
    if hints:
        return "rate_hint"
    if not verdict.options:
        return ""
    if recall is None:
        return "rate_chance_new" if verdict.options < 3 else ""
    return "rate_chance_due" if known(recall, verdict.options) < KNOWN else ""


def known(recall: float, options: int) -> float:
    """Probability that a right pick among `options` was known, not guessed; recall: in (0, 1]."""
    return recall / (recall + (1 - recall) / options)
