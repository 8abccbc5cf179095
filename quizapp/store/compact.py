"""Purge: take out of the log what tombstones cover. The tombstones stay, so that no merge brings it back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from quizapp.store import backups, effects, memory, sync

if TYPE_CHECKING:
    from quizapp.store.database import Database

_COVERED = """
SELECT review.seq FROM review JOIN card USING (card_key) JOIN event
ON event.type = 'tombstone' AND event.target IN (card_id, session_id) AND event.at_ms >= review.at_ms
"""

_ATTEMPTS = f"""
SELECT seq FROM event WHERE type IN {effects.ATTEMPTS}
AND EXISTS (SELECT 1 FROM event AS gone WHERE gone.target = event.target AND gone.type = 'tombstone')
"""
"""Quizzes and exams that were deleted."""
_SAID_BY_PURGED = """
EXISTS (
    SELECT 1 FROM card JOIN event ON event.target = card_id AND event.type = 'tombstone'
    WHERE card.card_key = past.card_key AND event.at_ms >= past.at_ms
)
"""
"""What cards said that were purged later."""
_STEPS = 3
"""Copied, deleted, the file made smaller."""


class Preview(Struct, frozen=True, kw_only=True):
    """What would go."""

    reviews: int
    cards: int
    """That these reviews are of."""
    attempts: int
    """Quizzes and exams."""
    texts: int
    """Former texts of cards."""

    def __bool__(self) -> bool:
        return bool(self.reviews or self.attempts or self.texts)


def preview(db: "Database") -> Preview:
    """What `compact` would delete; nothing is changed."""
    reviews, cards = db.con.execute(
        f"SELECT count(*), count(DISTINCT card_key) FROM review WHERE seq IN ({_COVERED})"
    ).fetchone()
    (attempts,) = db.con.execute(
        f"SELECT count(DISTINCT target) FROM event WHERE seq IN ({_ATTEMPTS})"
    ).fetchone()
    (texts,) = db.con.execute(f"SELECT count(*) FROM past WHERE {_SAID_BY_PURGED}").fetchone()
    return Preview(reviews=reviews, cards=cards, attempts=attempts, texts=texts)


def compact(db: "Database", progress: Callable[[int, int], None] = memory.untold) -> Path:
    """Delete the rows that tombstones cover; return the backup made before.

    They leave the synced folder as well, at the next sync, as far as this machine wrote them there.
    progress: called before each of its steps; what it raises ends all with nothing deleted.
    """
    progress(0, _STEPS)
    backup = backups.make(db)
    progress(1, _STEPS)
    with db.transaction():
        current = memory.is_current(db)
        db.set_meta("compacting", "1")
        db.con.execute(f"DELETE FROM review WHERE seq IN ({_COVERED})")
        db.con.execute(f"DELETE FROM event WHERE seq IN ({_ATTEMPTS})")
        db.con.execute(f"DELETE FROM past WHERE {_SAID_BY_PURGED}")
        db.con.execute("DELETE FROM meta WHERE key = 'compacting'")
        sync.forget(db)
        if current:
            db.set_meta("folded", memory.stamp(db))
        progress(2, _STEPS)
    db.con.execute("VACUUM main")
    return backup
