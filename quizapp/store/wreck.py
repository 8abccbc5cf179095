"""A damaged progress file, read as far as SQLite can, and beyond that page by page. It stays as it is."""

import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from quizapp.core.reviews import Event, Review
from quizapp.store import pages
from quizapp.store.connection import DAMAGE, connect
from quizapp.store.rows import EVENT_COLUMNS, REVIEW_COLUMNS, event_of, review_of

_HEADER = 100
_ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}")
_REVIEW = ("seq", "card_key", *REVIEW_COLUMNS.split(", "))
_EVENT = ("seq", *EVENT_COLUMNS.split(", "))
_FURTHEST = 1 << 40

Values = tuple[Any, ...]
_Logs = dict[str, dict[object, Values]]
"""Table -> rows by id, or by rowid where that is none: in a damaged page two rows may claim one number."""


class Read(Struct):
    """What could be read. Answers whose card has no name any more are counted, not kept."""

    reviews: dict[str, Review] = {}
    """By review_id."""
    events: dict[str, Event] = {}
    """By event_id."""
    tables: dict[str, list[Values]] = {}
    """Rows of the smaller tables: session, setting, fingerprint, past, param_fit."""
    unreadable: list[str] = []
    """Rows that are there and say nothing: "review 12"."""
    nameless: set[str] = set()
    """Answers, by review_id, to cards whose id could not be read."""
    whole: bool = True
    """SQLite met no damage in the log."""


ASIDE = {
    "session": "session_id",
    "setting": "scope, key",
    "fingerprint": "note_key",
    "param_fit": "fit_id",
}
"""Table -> its order, forward and backward, of those that are taken along as they are."""


def read(damaged: Path, work: Path, sibling: Path | None = None) -> Read:
    """Read a damaged file. work: an empty folder for a copy, since SQLite would write to the file itself.

    sibling: a sound file of the same progress, whose beginning stands in for a lost one.
    """
    copy = work / "wreck.sqlite3"
    shutil.copyfile(damaged, copy)
    wal = damaged.with_name(damaged.name + "-wal")
    if wal.exists():
        shutil.copyfile(wal, copy.with_name(copy.name + "-wal"))
    con = _opened(copy, sibling.read_bytes()[:65536] if sibling else b"")
    cards: dict[int, str] = {}
    logs: _Logs = {"review": {}, "event": {}}
    skipped: dict[str, set[int]] = {}
    found = Read()
    if con is not None:
        with closing(con):
            cards |= _cards(con)
            for table, columns in (("review", _REVIEW), ("event", _EVENT)):
                rows, whole, skipped[table] = _by_rowid(con, table, columns)
                logs[table] = {_known_by(row[columns.index(f"{table}_id")], row[0]): row for row in rows}
                found.whole = found.whole and whole
            for table, order in ASIDE.items():
                found.tables[table] = _both_ways(con, f"SELECT * FROM {table}", order)
            _settle(con)
    if con is None or not found.whole:
        found.whole = False
        _from_pages(copy, logs, cards)
    _take(found, logs, cards)
    for table, rowids in skipped.items():
        lost = rowids - {row[0] for row in logs[table].values()}
        found.unreadable += [f"{table} {rowid}" for rowid in sorted(lost)]
    return found


def _opened(copy: Path, template: bytes) -> sqlite3.Connection | None:
    """Open the copy as it is; else with a sound header; else with the whole first page of a sibling."""
    data = copy.read_bytes()
    size = pages.page_size(template) or pages.page_size(data) or 4096
    beginnings = [b"", template[:_HEADER], template[:size]] if template else [b""]
    for beginning in beginnings:
        if beginning:
            copy.write_bytes(beginning + data[len(beginning) :])
        con = connect(copy)
        try:
            con.text_factory = bytes
            con.execute("PRAGMA writable_schema = ON")  # a file shorter than it says is read all the same
            con.execute("PRAGMA cell_size_check = ON")
            if con.execute("SELECT 1 FROM sqlite_schema WHERE name = 'review'").fetchone():
                con.execute("SELECT 1 FROM review LIMIT 0")
                return con
        except DAMAGE:
            pass
        con.close()
    return None


def _settle(con: sqlite3.Connection) -> None:
    """What the WAL holds goes into the pages."""
    try:
        con.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except DAMAGE:
        return


def _cards(con: sqlite3.Connection) -> dict[int, str]:
    """By the table, and by the index, which holds the same once more."""
    by_table, _, _ = _by_rowid(con, "card", ("card_key", "card_id"))
    by_index = _both_ways(con, "SELECT card_key, card_id FROM card", "card_id")
    named = ((row[0], _text(row[1])) for row in (*by_index, *by_table))
    return {key: card_id for key, card_id in named if isinstance(key, int) and card_id}


def _by_rowid(
    con: sqlite3.Connection, table: str, columns: tuple[str, ...]
) -> tuple[list[Values], bool, set[int]]:
    """Rows in the order of rowid, jumping over what cannot be read; whether there was nothing to jump over,
    and the rows that are there but cannot be read."""
    sql = f"SELECT rowid, {', '.join(columns)} FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid"
    found: list[Values] = []
    skipped: set[int] = set()
    at, whole = 0, True
    while at < _FURTHEST:
        try:
            for rowid, *row in con.execute(sql, (at,)):
                found.append(tuple(row))
                at = max(at, rowid)
            break
        except DAMAGE:
            after, at, whole = at, _beyond(con, sql, at), False
            skipped |= _rowids(con, table, after, at)
    return found, whole, skipped


def _rowids(con: sqlite3.Connection, table: str, after: int, to: int) -> set[int]:
    found: set[int] = set()
    sql = f"SELECT rowid FROM {table} NOT INDEXED WHERE rowid > ? AND rowid <= ?"
    try:
        found.update(rowid for (rowid,) in con.execute(sql, (after, to)))
    except DAMAGE:
        return found
    return found


def _beyond(con: sqlite3.Connection, sql: str, at: int) -> int:
    """The end of a stretch, beginning after `at`, from whose rows nothing can be read."""

    def readable(rowid: int) -> bool:
        try:
            con.execute(f"{sql} LIMIT 1", (rowid,)).fetchall()
        except DAMAGE:
            return False
        return True

    step = 1
    while not readable(at + step):
        step *= 2
        if at + step > _FURTHEST:
            return _FURTHEST
    bad, good = at + step // 2, at + step
    while good - bad > 1:
        middle = (bad + good) // 2
        bad, good = (bad, middle) if readable(middle) else (middle, good)
    return good


def _both_ways(con: sqlite3.Connection, sql: str, order: str) -> list[Values]:
    """The rows from either end up to what cannot be read."""
    found: dict[Values, None] = {}
    for way in ("", " DESC"):
        by = ", ".join(f"{name}{way}" for name in order.split(", "))
        try:
            for row in con.execute(f"{sql} ORDER BY {by}"):
                found[tuple(row)] = None
            break
        except DAMAGE:
            continue
    return list(found)


def _known_by(id_: object, rowid: object) -> object:
    return id_ if _is_id(id_) else rowid


def _from_pages(copy: Path, logs: _Logs, cards: dict[int, str]) -> None:
    """Add what stands on pages to which no way leads any more."""
    data = copy.read_bytes()
    size = pages.page_size(data) or 4096
    for rowid, values in pages.rows(data, size, frozenset(_SHAPES)):
        if values[0] is None and rowid > 0:
            _SHAPES[len(values)](rowid, values, logs, cards)


def _page_review(rowid: int, values: Values, logs: _Logs, _: dict[int, str]) -> None:
    _, id_, key, *rest = values
    if _is_id(id_):
        logs["review"].setdefault(id_, (rowid, key, id_, *rest))


def _page_event(rowid: int, values: Values, logs: _Logs, _: dict[int, str]) -> None:
    if _is_id(values[1]):
        logs["event"].setdefault(values[1], (rowid, *values[1:]))


def _page_card(rowid: int, values: Values, _: _Logs, cards: dict[int, str]) -> None:
    if isinstance(values[2], int) and (name := _text(values[1])):
        cards.setdefault(rowid, name)


_SHAPES = {len(_REVIEW): _page_review, len(_EVENT): _page_event, 3: _page_card}
"""Number of columns -> what a row with so many is."""


def _take(found: Read, logs: _Logs, cards: dict[int, str]) -> None:
    """Rows become reviews and events; those that say nothing are listed."""
    for event in _decoded(found, "event", logs["event"], _event):
        found.events[event.event_id] = event
    for key, review in _decoded(found, "review", logs["review"], _review):
        if key in cards:
            found.reviews[review.review_id] = msgspec.structs.replace(review, card_id=cards[key])
        else:
            found.nameless.add(review.review_id)


def _decoded(found: Read, table: str, rows: dict[object, Values], decode: Any) -> Iterator[Any]:
    for row in rows.values():
        try:
            yield decode(_texts(row))
        except (msgspec.MsgspecError, TypeError, ValueError, AttributeError):
            found.unreadable.append(f"{table} {row[0]}")


def _review(row: Values) -> tuple[int, Review]:
    _, key, *values = row
    review = review_of("", tuple(values))
    _validated(review, Review, review.review_id)
    if not 1 <= review.rating <= 4:
        raise ValueError(review.rating)
    return key, review


def _event(row: Values) -> Event:
    event = event_of(row[1:])
    _validated(event, Event, event.event_id)
    return event


def _validated(value: Any, type_: Any, id_: str) -> None:
    """A row of a damaged page may hold anything: what no quizapp writes is not believed."""
    if not _ID.fullmatch(id_):
        raise ValueError(id_)
    msgspec.convert(msgspec.to_builtins(value), type_)


def _is_id(value: object) -> bool:
    return isinstance(value, bytes) and bool(_ID.fullmatch(_text(value)))


def _texts(row: Iterable[Any]) -> Values:
    return tuple(value.decode("utf-8") if isinstance(value, bytes) else value for value in row)


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""
