"""Records of the log as what is logged here, and as rows with all that they hold."""

from operator import itemgetter
from typing import Any, NamedTuple, cast

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import astuple

from quizapp.core.reviews import Event, EventType, Mode, Moment, Review
from quizapp.formats.log_lines import EventLine, ReviewLine
from quizapp.store.rows import REVIEW_COLUMNS, graded_of


class Entry(NamedTuple):
    """A row of the log: as this version reads it, and as it is kept."""

    what: Review | Event
    row: tuple[Any, ...]


def review_entry(line: ReviewLine) -> Entry:
    graded = graded_of(line.outcome)
    columns = named(line) | {"guess": graded.guess}
    review = Review(
        review_id=line.review_id,
        card_id=line.card_id,
        session_id=line.session_id,
        device_id=line.device_id,
        moment=Moment(line.at_ms, line.utc_offset_min, line.rollover_h),
        study_day=line.study_day,
        mode=cast(Mode, line.mode),
        graded=graded,
        rating=line.rating,
        rule_version=line.rule_version,
        due_day=line.due_day,
        prev_review_id=line.prev_review_id,
        retention=line.retention,
        step_min=line.step_min,
        fit_id=line.fit_id,
        visible_ms=line.visible_ms,
        content_hash=line.content_hash,
    )
    return Entry(review, _in_columns(columns))


_in_columns = itemgetter(*REVIEW_COLUMNS.split(", "))


def event_entry(line: EventLine) -> Entry:
    event = Event(
        event_id=line.event_id,
        type=cast(EventType, line.event),
        target=line.target,
        moment=Moment(line.at_ms, line.utc_offset_min, line.rollover_h),
        device_id=line.device_id,
        payload=msgspec.json.decode(line.payload),
    )
    return Entry(event, row_of(line))


def named(line: Struct) -> dict[str, Any]:
    """The fields as they stand in columns."""
    return dict(zip(line.__struct_fields__, row_of(line), strict=True))


def row_of(line: Struct) -> tuple[Any, ...]:
    return tuple(bytes(value).decode() if isinstance(value, Raw) else value for value in astuple(line))
