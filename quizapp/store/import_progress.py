"""Answers and states that an import brings along, put into the log."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from quizapp.core.identity import card_id, uid_of_id
from quizapp.core.reviews import Event, EventType, Moment
from quizapp.core.reviews_in import PastReview
from quizapp.formats.base import ImportedCard, PartProgress
from quizapp.store import log, past_reviews
from quizapp.store.import_files import Logged
from quizapp.store.import_plan import Plan

if TYPE_CHECKING:
    from quizapp.store.database import Database


def log_progress(db: "Database", plan: Plan, zone: Moment) -> Logged:
    """Log what was known of the cards elsewhere. zone: in which the answers were given (see past_reviews).

    An answer is taken once. What is put aside or flagged there is so here when its card is new; later that is
    for the learner to say.
    """
    rows = [review for card, part in _parts(plan) for review in _reviews(card, part)]
    report = past_reviews.take_in(db, rows, zone=zone)
    events = [event for card, part in _states(plan) for event in _events(db, card, part)]
    log.append_events(db, events)
    return Logged(report.session_id, tuple(event.event_id for event in events))


def take_back(db: "Database", logged: Logged) -> None:
    """Undo what an import put into the log."""
    if logged.session_id:
        past_reviews.take_back(db, logged.session_id)
    log.append_events(db, [_event(db, "void", event_id) for event_id in logged.events])


def reviews_in(plan: Plan) -> int:
    """How many answers an import could bring along."""
    return sum(len(part.reviews) for _, part in _parts(plan))


def brings_progress(plan: Plan) -> bool:
    """Whether there is anything to be logged."""
    return reviews_in(plan) > 0 or any(part.suspended or part.flagged for _, part in _states(plan))


def _states(plan: Plan) -> Iterator[tuple[ImportedCard, PartProgress]]:
    """Those of cards that are new."""
    fresh = {own for deck in plan.decks for own in deck.fresh}
    return ((card, part) for card, part in _parts(plan) if str(card.data["id"]) in fresh)


def _parts(plan: Plan) -> Iterator[tuple[ImportedCard, PartProgress]]:
    return ((card, part) for deck in plan.decks for card in deck.cards for part in card.progress)


def _id(card: ImportedCard, part: PartProgress) -> str:
    return card_id(uid_of_id(str(card.data["id"])), part.part)


def _reviews(card: ImportedCard, part: PartProgress) -> Iterator[PastReview]:
    own = _id(card, part)
    return (replace(review, card=own) for review in part.reviews)


def _events(db: "Database", card: ImportedCard, part: PartProgress) -> Iterator[Event]:
    wanted: dict[EventType, bool] = {"suspend": part.suspended, "flag": part.flagged}
    for type_, is_so in wanted.items():
        if is_so:
            yield _event(db, type_, _id(card, part))


def _event(db: "Database", type_: EventType, target: str) -> Event:
    return Event(event_id=db.new_id(), type=type_, target=target, moment=db.now(), device_id=db.device_id)
