"""Answers of quizzes, exams and quick rounds on their way into the log: some count, if the learner asks."""

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.core import counting
from quizapp.core.kinds.base import Verdict
from quizapp.core.ratings import suggest
from quizapp.core.reviews import Review
from quizapp.store import answers, due, fits, memory, scopes, settings
from quizapp.store.cards import subject_of

if TYPE_CHECKING:
    from quizapp.store.database import Database


class Counting:
    """For the answers of one moment."""

    def __init__(self, db: "Database") -> None:
        self._db = db
        self._settings = settings.load(db)

    @cached_property
    def _load(self) -> dict[int, int]:
        return due.load(self._db, self._db.now())

    def log(self, review: Review, verdict: Verdict | None, passing: Decimal | None = None) -> Review:
        """Log an answer; as it was logged. verdict: None if none was given; passing: the card's `pass`."""
        if verdict is not None and self._settings.exams_count != "never":
            review = self._counted(review, verdict, passing)
        if review.counts:
            self._load[review.due_day] = self._load.get(review.due_day, 0) + 1
        return answers.append(self._db, review)

    def _counted(self, review: Review, verdict: Verdict, passing: Decimal | None) -> Review:
        row = self._db.con.execute(
            "SELECT card_key, deck_key FROM card LEFT JOIN cache.shelf USING (card_key) WHERE card_id = ?",
            (review.card_id,),
        ).fetchone()
        if row is None:
            return review
        key, deck = row
        own = settings.load(self._db, scopes.of_deck(self._db, deck)) if deck is not None else self._settings
        known = memory.get(self._db, subject_of(self._db, key))
        weights = fits.in_force(self._db)
        rating = suggest(verdict, known, review.study_day, passing=passing, weights=weights).rating
        return counting.counted(review, rating, known, own, self._load, weights)
