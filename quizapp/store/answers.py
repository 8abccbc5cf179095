"""An answer with what follows from it, in one transaction: it may make its card a leech, which is marked."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from quizapp.core.reviews import Review
from quizapp.store import leeches, log

if TYPE_CHECKING:
    from quizapp.store.database import Database


def append(db: "Database", review: Review) -> Review:
    """Log an answer, durable on return; as it was logged, with the ids of what came with it."""
    with db.transaction():
        marks = leeches.marks(db, review)
        if marks:
            ids = tuple(mark.event_id for mark in marks)
            review = replace(review, graded=replace(review.graded, marks=ids))
        log.append_review(db, review)
        log.append_events(db, marks)
    return review
