"""The log as JSON lines: UTF-8, one record a line with its type, made to be read in fifty years.

A file begins with a header (version of the format, app, device) and ends with an End; between them records
stand in any order. Names of fields are those of the columns in schema.sql.
"""

from collections.abc import Callable
from typing import Annotated, Any, cast

import msgspec
from msgspec import Meta, Raw, Struct

from quizapp.core.identity import Part
from quizapp.core.reviews import Graded

FORMAT = 1
"""Version of the format; raised when old readers would misread new files."""

Id = Annotated[str, Meta(min_length=1, max_length=10_000)]
Whole = Annotated[int, Meta(ge=-(2**53), le=2**53)]
Time = Annotated[int, Meta(ge=0, lt=1 << 48)]
"""UTC milliseconds since 1970, as ids can hold them."""
_Offset = Annotated[int, Meta(ge=-1440, le=1440)]
_Hour = Annotated[int, Meta(ge=0, le=23)]


class Line(Struct, frozen=True, kw_only=True, tag_field="type", forbid_unknown_fields=True):
    """A record of the log."""


class Header(Line, frozen=True, kw_only=True, tag="quizapp-log"):
    """The first line."""

    format: Annotated[int, Meta(ge=1)]
    app: str = ""
    device: Id


class End(Line, frozen=True, kw_only=True, tag="end"):
    """The last line: a file without it was cut short."""

    lines: int
    """Before this one."""
    hash: str
    """Of all bytes before this line."""


class CardLine(Line, frozen=True, kw_only=True, tag="card"):
    """A card that something is logged of."""

    card_id: Id
    first_seen: Time


class NoteLine(Line, frozen=True, kw_only=True, tag="fingerprint"):
    """How a note looked when it was last seen: by it a note is found again that another machine calls
    otherwise."""

    uid: Id
    deck: str
    place: Whole
    kind: str
    front: str
    back: str
    parts: tuple[Part, ...]


class PastLine(Line, frozen=True, kw_only=True, tag="past"):
    """How a card with progress read before its text changed."""

    card_id: Id
    content_hash: str
    at_ms: Time
    deck: str
    front: str
    back: str


class SessionLine(Line, frozen=True, kw_only=True, tag="session"):
    """A sitting."""

    session_id: Id
    device_id: Id
    mode: str
    title: str
    scope: Raw
    seed: Whole
    started_ms: Time
    ended_ms: Time | None = None


class ReviewLine(Line, frozen=True, kw_only=True, tag="review"):
    """An answer. `outcome` stays as it was written, with what only a newer version reads."""

    review_id: Id
    card_id: Id
    session_id: str
    device_id: Id
    at_ms: Time
    utc_offset_min: _Offset
    rollover_h: _Hour
    study_day: Whole
    mode: Id
    outcome: Raw
    rating: Annotated[int, Meta(ge=1, le=4)]
    rule_version: Whole
    due_day: Whole
    prev_review_id: str
    retention: Annotated[float, Meta(ge=0, le=1)]
    step_min: Whole
    fit_id: str
    visible_ms: Whole
    content_hash: str


class EventLine(Line, frozen=True, kw_only=True, tag="event"):
    """Anything else that happened. Types of a newer version are kept and change nothing."""

    event_id: Id
    event: Id
    """Its type in core.reviews.Event: `type` says here what the line is."""
    target: str
    at_ms: Time
    utc_offset_min: _Offset
    rollover_h: _Hour
    device_id: Id
    payload: Raw


class SettingLine(Line, frozen=True, kw_only=True, tag="setting"):
    """A setting that travels."""

    scope: Id
    key: Id
    value: Raw
    at_ms: Time
    device_id: Id


class Unread(Struct, frozen=True):
    """A line of a newer version, kept as it is: a record of unknown type, or one with unknown fields."""

    text: str


Record = CardLine | NoteLine | PastLine | SessionLine | ReviewLine | EventLine | SettingLine
RECORDS = (CardLine, NoteLine, PastLine, SessionLine, ReviewLine, EventLine, SettingLine)
KNOWN: dict[str, type[Line]] = {str(one.__struct_config__.tag): one for one in (Header, *RECORDS, End)}
"""Type -> what a line of it is."""

BAD = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What decoding a line may raise."""


class _Alias(Struct):
    to: Id


class _Apart(Struct):
    alike: float | None = None


class _Typed(Struct):
    type: str


_line = msgspec.json.Decoder(Header | Record | End).decode
_typed = msgspec.json.Decoder(_Typed).decode
_fields = msgspec.json.Decoder(dict[str, Raw]).decode
_any = msgspec.json.Decoder().decode
_object = msgspec.json.Decoder(dict[str, Any]).decode
_graded = msgspec.json.Decoder(Graded).decode
_PAYLOADS: dict[str, Callable[[Raw], object]] = {
    "alias": msgspec.json.Decoder(_Alias).decode,
    "apart": msgspec.json.Decoder(_Apart).decode,
}
"""Event type -> reads a payload without which the log could not be folded."""
_INSIDE: dict[type[Line], Callable[[Any], object]] = {
    ReviewLine: lambda line: _graded(line.outcome),
    EventLine: lambda line: _PAYLOADS.get(line.event, _object)(line.payload),
    SessionLine: lambda line: _object(line.scope),
    SettingLine: lambda line: _any(line.value),
}
"""JSON within a column is read as those read it who use it."""


def decode(line: bytes) -> Header | Record | End:
    """One line; raises one of BAD if anything of it is wrong or unknown."""
    line.decode("utf-8")
    found = _line(line)
    if inside := _INSIDE.get(type(found)):
        inside(found)
    return cast(Header | Record | End, found)


def type_of(line: bytes) -> str | None:
    """What a line says it is; None if it is no line of a log at all."""
    try:
        line.decode("utf-8")
        return _typed(line).type
    except BAD:
        return None


def known_part(line: bytes, type_: type[Line]) -> Header | Record | End | None:
    """A line without the fields that this version does not know; None if they are not what is wrong."""
    names = {"type", *type_.__struct_fields__}
    try:
        fields = _fields(line)
        if fields.keys() <= names:
            return None
        return decode(msgspec.json.encode({name: raw for name, raw in fields.items() if name in names}))
    except BAD:
        return None
