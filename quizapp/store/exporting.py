"""The log as records, for a file or another machine: all of it, or what came after a place in it."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec import Raw, Struct, structs

from quizapp.core.identity import WHOLE, Part
from quizapp.formats.log_lines import (
    CardLine,
    EventLine,
    NoteLine,
    PastLine,
    Record,
    ReviewLine,
    SessionLine,
    SettingLine,
    Unread,
)
from quizapp.store import settings
from quizapp.store.rows import EVENT_COLUMNS, REVIEW_COLUMNS

if TYPE_CHECKING:
    from quizapp.store.database import Database

_LOGGED = """
SELECT card_id, first_seen FROM card WHERE EXISTS (SELECT 1 FROM review WHERE review.card_key = card.card_key)
OR EXISTS (SELECT 1 FROM event WHERE event.target = card.card_id)
OR EXISTS (SELECT 1 FROM alias WHERE alias.new_key = card.card_key)
"""
_NOTES = f"""
SELECT uid, deck, place, kind, front, back, parts FROM fingerprint
WHERE uid IN (SELECT substr(card_id, 1, instr(card_id || '#', '#') - 1) FROM ({_LOGGED})) ORDER BY uid
"""
_PAST = """
SELECT card_id, content_hash, at_ms, deck, front, back FROM past JOIN card USING (card_key)
ORDER BY card_id, content_hash
"""
_EVENTS = f"SELECT {EVENT_COLUMNS} FROM event WHERE seq > ? ORDER BY at_ms, event_id"
_REVIEWS = f"""
SELECT card_id, {REVIEW_COLUMNS} FROM review JOIN card USING (card_key)
WHERE seq > ? ORDER BY at_ms, review_id
"""
_parts = msgspec.json.Decoder(tuple[Part, ...]).decode


class Place(NamedTuple):
    """How far the log goes: the last rows of it."""

    review: int = 0
    event: int = 0


START = Place()


def end(db: "Database") -> Place:
    """How far the log goes now."""
    sql = "SELECT (SELECT coalesce(max(seq), 0) FROM review), (SELECT coalesce(max(seq), 0) FROM event)"
    return Place(*db.con.execute(sql).fetchone())


def export(db: "Database", since: Place = START) -> Iterator[Record | Unread]:
    """All that travels, in an order that depends on nothing but the log. since: without what came before."""
    yield from beside(db)
    yield from logged(db, since)


def beside(db: "Database") -> Iterator[Record | Unread]:
    """What stands beside the log: lines of newer versions, cards, texts, sittings, settings."""
    con = db.con
    for (line,) in con.execute("SELECT line FROM unread ORDER BY line"):
        yield Unread(line)
    for row in con.execute(f"{_LOGGED} ORDER BY card_id"):
        yield CardLine(card_id=row[0], first_seen=row[1])
    for row in con.execute(_NOTES):
        yield NoteLine(**_named(NoteLine, (*row[:-1], _parts(row[-1]) if row[-1] else WHOLE)))
    for row in con.execute(_PAST):
        yield PastLine(**_named(PastLine, row))
    for row in con.execute("SELECT * FROM session ORDER BY session_id"):
        yield SessionLine(**_named(SessionLine, row))
    for one in settings.travelling(db):
        yield SettingLine(**_named(SettingLine, structs.astuple(one)))


def logged(db: "Database", since: Place = START) -> Iterator[EventLine | ReviewLine]:
    """The log itself: events first, so that what a tombstone covers is never taken in."""
    for row in db.con.execute(_EVENTS, (since.event,)):
        yield EventLine(**_named(EventLine, row))
    for row in db.con.execute(_REVIEWS, (since.review,)):
        # `guess`, the last column, is a copy of what is in outcome.
        yield ReviewLine(**_named(ReviewLine, (row[1], row[0], *row[2:-1])))


def _named(type_: type[Struct], row: Sequence[Any]) -> dict[str, Any]:
    """A row, its columns in the order of the record's fields; what is JSON in it stays as it is."""
    named = dict(zip(type_.__struct_fields__, row, strict=True))
    for name in _json_of(type_):
        named[name] = Raw(named[name].encode())
    return named


@cache
def _json_of(type_: type[Struct]) -> tuple[str, ...]:
    """The fields that hold JSON."""
    return tuple(field.name for field in structs.fields(type_) if field.type is Raw)
