"""Reviews and events as rows, and back."""

from collections.abc import Sequence
from typing import Any

import msgspec

from quizapp.core.reviews import Event, Graded, Moment, Review

REVIEW_COLUMNS = (
    "review_id, session_id, device_id, at_ms, utc_offset_min, rollover_h, study_day, mode, outcome, rating, "
    "rule_version, due_day, prev_review_id, retention, step_min, fit_id, visible_ms, content_hash, guess"
)
EVENT_COLUMNS = "event_id, type, target, at_ms, utc_offset_min, rollover_h, device_id, payload"

REPLAY_COLUMNS = (
    "at_ms, review_id, study_day, rating, guess, due_day, prev_review_id, retention, step_min, fit_id"
)
"""All that a replay needs; an index holds them."""

_encode = msgspec.json.Encoder().encode
graded_of = msgspec.json.Decoder(Graded).decode
"""The `outcome` JSON of a review."""
_payload = msgspec.json.Decoder(dict[str, Any]).decode
_REPLAYED = (Graded(kind="", outcome=""), Graded(kind="", outcome="", guess=True))


def review_row(review: Review) -> tuple[Any, ...]:
    """The values of REVIEW_COLUMNS."""
    moment = review.moment
    return (
        review.review_id,
        review.session_id,
        review.device_id,
        moment.at_ms,
        moment.utc_offset_min,
        moment.rollover_h,
        review.study_day,
        review.mode,
        _encode(review.graded).decode(),
        review.rating,
        review.rule_version,
        review.due_day,
        review.prev_review_id,
        review.retention,
        review.step_min,
        review.fit_id,
        review.visible_ms,
        review.content_hash,
        review.graded.guess,
    )


def review_of(card_id: str, row: tuple[Any, ...]) -> Review:
    """The review in REVIEW_COLUMNS."""
    review_id, session_id, device_id, at_ms, offset, rollover, day, mode, outcome, rating, *rest = row
    rule_version, due_day, prev_review_id, retention, step_min, fit_id, visible_ms, content_hash, _ = rest
    return Review(
        review_id=review_id,
        card_id=card_id,
        session_id=session_id,
        device_id=device_id,
        moment=Moment(at_ms, offset, rollover),
        study_day=day,
        mode=mode,
        graded=graded_of(outcome),
        rating=rating,
        rule_version=rule_version,
        due_day=due_day,
        prev_review_id=prev_review_id,
        retention=retention,
        step_min=step_min,
        fit_id=fit_id,
        visible_ms=visible_ms,
        content_hash=content_hash,
    )


def replayed_of(card_id: str, row: Sequence[Any]) -> Review:
    """A study review with what REPLAY_COLUMNS holds, the rest left empty."""
    at_ms, review_id, day, rating, guess, due_day, prev_review_id, retention, step_min, fit_id = row
    return Review(
        review_id=review_id,
        card_id=card_id,
        session_id="",
        device_id="",
        moment=Moment(at_ms),
        study_day=day,
        mode="study",
        graded=_REPLAYED[guess],
        rating=rating,
        due_day=due_day,
        prev_review_id=prev_review_id,
        retention=retention,
        step_min=step_min,
        fit_id=fit_id,
    )


def event_row(event: Event) -> tuple[Any, ...]:
    """The values of EVENT_COLUMNS."""
    moment = event.moment
    return (
        event.event_id,
        event.type,
        event.target,
        moment.at_ms,
        moment.utc_offset_min,
        moment.rollover_h,
        event.device_id,
        _encode(event.payload).decode(),
    )


def event_of(row: tuple[Any, ...]) -> Event:
    """The event in EVENT_COLUMNS."""
    event_id, type_, target, at_ms, offset, rollover, device_id, payload = row
    return Event(
        event_id=event_id,
        type=type_,
        target=target,
        moment=Moment(at_ms, offset, rollover),
        device_id=device_id,
        payload=_payload(payload),
    )
