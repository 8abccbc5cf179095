"""Merge logs: whatever arrives first or twice, the same log, and the same tables folded from it.

Reviews and events are inserted or ignored by their ids, settings and texts are the last writer's, what a
tombstone covers does not come back. A merge that ends in the middle leaves a sound log with less in it; folds
that are behind are rebuilt at the next start.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from time import sleep
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from quizapp.core.problems import Problem
from quizapp.core.reviews import Event, Review
from quizapp.formats.log_lines import (
    BAD,
    RECORDS,
    CardLine,
    EventLine,
    NoteLine,
    PastLine,
    Record,
    ReviewLine,
    SessionLine,
    SettingLine,
    Unread,
    decode,
)
from quizapp.store import log, memory, records, settings, twins
from quizapp.store.cards import key_of
from quizapp.store.exporting import export as export
from quizapp.store.records import Entry

if TYPE_CHECKING:
    from quizapp.store.database import Database

TOLD = 200
"""Problems that are listed; the others are counted."""
_SLICE = 500
"""Rows that are written in one transaction, so that answers given meanwhile need not wait."""
_STEP = 10
"""Rows that are logged with their folds in one transaction."""
_WEIGHT = 25
"""Logging a row with its folds costs as much as folding so many anew."""


class Merged(Struct, kw_only=True):
    """What a merge brought."""

    reviews: int = 0
    events: int = 0
    known: int = 0
    """Reviews and events that were here already."""
    purged: int = 0
    """Those that a tombstone covers."""
    cards: int = 0
    """Cards with new reviews or events."""
    settings: int = 0
    twins: int = 0
    """Notes that had two names and are one again."""
    aliases: int = 0
    """Events that say so, logged here."""
    unread: int = 0
    """Lines of a newer version."""
    problems: list[Problem] = []
    more_problems: int = 0
    """Not listed."""

    @property
    def is_new(self) -> bool:
        """True if anything came that was not here."""
        return bool(self.reviews or self.events or self.settings or self.twins)


def merge(db: "Database", found: Iterable[Record | Unread | Problem], *, gap: float = 0) -> Merged:
    """Take in what a log holds; what came, and what was wrong. The folds are current afterwards.

    gap: seconds between two transactions, for others who write: SQLite lets them wait for longer and longer
    where one follows the other at once.
    """
    return _Merge(db, gap).run(found)


class _Merge:
    """The state while logs are merged."""

    def __init__(self, db: "Database", gap: float) -> None:
        self.db, self._gap = db, gap
        self.merged = Merged()
        self._held: dict[str, Entry] | None = {}
        """New rows by id, while they are few enough to be logged one by one; None: in as they come."""
        (reviews,) = db.con.execute("SELECT count(*) FROM review").fetchone()
        self._few = max(_SLICE, reviews // _WEIGHT)
        self._notes: dict[str, NoteLine] = {}
        self._cards: set[str] = set()
        self._takes: dict[type[Any], Any] = {
            CardLine: self._take_card,
            EventLine: lambda line: self._take_entry(line.event_id, records.event_entry(line)),
            NoteLine: self._take_note,
            PastLine: self._take_past,
            Problem: self._take_problem,
            ReviewLine: lambda line: self._take_entry(line.review_id, records.review_entry(line)),
            SessionLine: self._take_session,
            SettingLine: self._take_setting,
            Unread: self._take_unread,
        }

    def run(self, found: Iterable[Record | Unread | Problem]) -> Merged:
        lines = chain(_reread(self.db), found)
        while some := list(islice(lines, _SLICE)):
            with self.db.transaction():
                for line in some:
                    self._takes[type(line)](line)
            sleep(self._gap)
        self._log_held()
        if not memory.is_current(self.db):
            memory.rebuild(self.db)
        self.merged.twins, self.merged.aliases = twins.join(self.db, self._notes.values())
        twins.follow(self.db)
        self.merged.cards = len(self._cards)
        return self.merged

    # The log

    def _take_entry(self, id_: str, entry: Entry) -> None:
        if (self._held is not None and id_ in self._held) or _is_here(self.db, entry.what, id_):
            self.merged.known += 1
        elif self._held is None:
            self._count(entry, _INSERT[type(entry.what)](self.db, *entry))
        else:
            self._held[id_] = entry
            if len(self._held) > self._few:
                self._insert_held(self._held)

    def _insert_held(self, held: dict[str, Entry]) -> None:
        """There are many: log them without their folds."""
        self._held = None
        for entry in sorted(held.values(), key=_order):
            self._count(entry, _INSERT[type(entry.what)](self.db, *entry))

    def _log_held(self) -> None:
        """There were few: log them with their folds, as if they happened now."""
        entries = iter(sorted((self._held or {}).items(), key=lambda pair: _order(pair[1])))
        while some := list(islice(entries, _STEP)):
            with self.db.transaction():
                for id_, entry in some:
                    _APPEND[type(entry.what)](self.db, *entry)
                    self._count(entry, _is_here(self.db, entry.what, id_))
            sleep(self._gap)

    def _count(self, entry: Entry, came: bool) -> None:
        if not came:
            self.merged.purged += 1
        elif isinstance(entry.what, Review):
            self.merged.reviews += 1
            self._cards.add(entry.what.card_id)
        else:
            self.merged.events += 1

    # What stands beside it

    def _take_card(self, line: CardLine) -> None:
        self.db.con.execute(_CARD, (line.card_id, line.first_seen))

    def _take_note(self, line: NoteLine) -> None:
        self._notes[line.uid] = line

    def _take_past(self, line: PastLine) -> None:
        key = key_of(self.db, line.card_id, line.at_ms)
        row = (key, line.content_hash, line.at_ms, line.deck, line.front, line.back)
        self.db.con.execute(_PAST, (*row, line.card_id, line.at_ms))

    def _take_session(self, line: SessionLine) -> None:
        self.db.con.execute(_SESSION, records.row_of(line))

    def _take_setting(self, line: SettingLine) -> None:
        before = self.db.con.total_changes
        settings.take(self.db, [settings.Row(**records.named(line))])
        self.merged.settings += self.db.con.total_changes - before

    def _take_unread(self, line: Unread) -> None:
        self.db.con.execute("INSERT OR IGNORE INTO unread VALUES (?)", (line.text,))
        self.merged.unread += 1

    def _take_problem(self, problem: Problem) -> None:
        if len(self.merged.problems) < TOLD:
            self.merged.problems.append(problem)
        else:
            self.merged.more_problems += 1


_CARD = """
INSERT INTO card (card_id, first_seen) VALUES (?, ?)
ON CONFLICT (card_id) DO UPDATE SET first_seen = excluded.first_seen
WHERE excluded.first_seen < card.first_seen
"""
_PAST = """
INSERT INTO past SELECT ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (
    SELECT 1 FROM event WHERE target = ? AND type = 'tombstone' AND at_ms >= ?
)
ON CONFLICT (card_key, content_hash) DO UPDATE SET
at_ms = excluded.at_ms, deck = excluded.deck, front = excluded.front, back = excluded.back
WHERE (excluded.at_ms, excluded.deck, excluded.front, excluded.back) >
(past.at_ms, past.deck, past.front, past.back)
"""
_SESSION = """
INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (session_id) DO UPDATE SET ended_ms = excluded.ended_ms
WHERE excluded.ended_ms > coalesce(session.ended_ms, -1)
"""
_INSERT: dict[type[Any], Any] = {Review: log.insert_review, Event: log.insert_event}
_APPEND: dict[type[Any], Any] = {Review: log.append_review, Event: log.append_event}
_HERE: dict[type[Any], str] = {
    Review: "SELECT 1 FROM review WHERE review_id = ?",
    Event: "SELECT 1 FROM event WHERE event_id = ?",
}


def _is_here(db: "Database", what: Review | Event, id_: str) -> bool:
    return db.con.execute(_HERE[type(what)], (id_,)).fetchone() is not None


def _order(entry: Entry) -> tuple[bool, int, str]:
    """Tombstones first, then as it happened."""
    what, row = entry
    tombstone = isinstance(what, Event) and what.type == "tombstone"
    return not tombstone, what.moment.at_ms, row[0]


def _reread(db: "Database") -> Iterator[Record | Unread]:
    """Lines that were of a newer version when they came, and can be read now."""
    for (text,) in db.con.execute("SELECT line FROM unread ORDER BY line").fetchall():
        try:
            line = decode(text.encode())
        except BAD:
            continue
        db.con.execute("DELETE FROM unread WHERE line = ?", (text,))
        if isinstance(line, RECORDS):
            yield line
