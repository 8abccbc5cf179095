"""What was logged while the log was folded: of that alone the cards are folded anew, once the file is held.

A fold of a large log takes seconds, and answers are given meanwhile. It reads the log as it stood when it
began, on a connection of its own; what a card added then is taken out of its sums again.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, NamedTuple

from quizapp.store import effects, regrades
from quizapp.store.cards import subject_of
from quizapp.store.connection import PROGRESS, connect_to_read
from quizapp.store.rows import EVENT_COLUMNS, event_of

if TYPE_CHECKING:
    from quizapp.store.database import Database

FEW = 200
"""Rows of the log that are caught up with; with more the log is folded once more."""
_NEW_REVIEWS = "SELECT seq, review_id, card_key FROM review WHERE seq > ? LIMIT ?"
_NEW_EVENTS = f"SELECT {EVENT_COLUMNS} FROM event WHERE seq > ? ORDER BY seq LIMIT ?"
_VOIDED = """
INSERT OR IGNORE INTO dead SELECT ? WHERE EXISTS (SELECT 1 FROM event WHERE target = ? AND type = 'void')
"""


class End(NamedTuple):
    """How far the log goes: the last rows."""

    review: int
    event: int


def end(db: "Database") -> End:
    (review,) = db.con.execute("SELECT coalesce(max(seq), 0) FROM review").fetchone()
    (event,) = db.con.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()
    return End(review, event)


def is_shared(db: "Database") -> bool:
    """Whether others may write while this connection reads."""
    return not db.con.in_transaction and db.con.execute("PRAGMA main.journal_mode").fetchone() == ("wal",)


@contextmanager
def as_it_stands(db: "Database") -> Iterator["Database"]:
    """The progress as it is now, to be read for as long as one likes, whatever is written meanwhile."""
    with closing(connect_to_read(db.folder / PROGRESS)) as con:
        con.execute("BEGIN")
        yield type(db)(db.folder, con, db.now, db.entropy)


def touched(db: "Database", since: End) -> frozenset[int] | None:
    """The cards, by key, that anything was logged of since; all but memory and totals has come along then.

    None if that is too much. More than needed may be among them.
    """
    reviews = db.con.execute(_NEW_REVIEWS, (since.review, FEW + 1)).fetchall()
    events = [event_of(row) for row in db.con.execute(_NEW_EVENTS, (since.event, FEW + 1))]
    if len(reviews) + len(events) > FEW:
        return None
    found: set[int] = set()
    for event in events:
        found |= effects.subjects_of(db, event)
        effects.take(db, event)
        found |= effects.subjects_of(db, event)
    for seq, review_id, card_key in reviews:
        regrades.refold(db, review_id)
        db.con.execute(_VOIDED, (seq, review_id))
        found |= {card_key, subject_of(db, card_key)}
    for subject in found:
        effects.refold_state(db, subject)
    return frozenset(found)
