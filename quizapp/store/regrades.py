"""The learner's word on an answer that is in the log: it counts with another outcome and rating.

A fold like the others: of several `regrade` events on a review the latest counts that no void takes back,
whichever arrives first. What is no Regrade changes nothing.
"""

from typing import TYPE_CHECKING

import msgspec

from quizapp.core.reviews import Graded, Regrade

if TYPE_CHECKING:
    from quizapp.store.database import Database

SUBJECTS = """
SELECT DISTINCT coalesce(new_key, card_key) FROM regrade CROSS JOIN review USING (seq)
LEFT JOIN alias ON old_key = card_key
"""
"""SQL: the cards, by key, with a review that counts otherwise."""

_SAID = """
SELECT payload FROM event AS said WHERE target = ? AND type = 'regrade'
AND NOT EXISTS (SELECT 1 FROM event WHERE target = said.event_id AND type = 'void')
ORDER BY at_ms DESC, event_id DESC
"""
_graded = msgspec.json.Decoder(Graded).decode
_regrade = msgspec.json.Decoder(Regrade).decode
_encode = msgspec.json.Encoder().encode


def refold(db: "Database", review_id: str) -> bool:
    """Fold what was said of one review; True if it counts otherwise than it was logged."""
    row = db.con.execute("SELECT seq, outcome FROM review WHERE review_id = ?", (review_id,)).fetchone()
    if row is None:
        return False
    seq, outcome = row
    said = _last_word(db, review_id)
    if said is None:
        db.con.execute("DELETE FROM regrade WHERE seq = ?", (seq,))
        return False
    graded = _encode(said.of(_graded(outcome))).decode()
    db.con.execute(
        "INSERT OR REPLACE INTO regrade VALUES (?, ?, ?, ?)", (seq, graded, said.rating, said.guess)
    )
    return True


def rebuild(db: "Database") -> None:
    """Fold all that was said anew."""
    db.con.execute("DELETE FROM regrade")
    for (review_id,) in db.con.execute("SELECT DISTINCT target FROM event WHERE type = 'regrade'").fetchall():
        refold(db, review_id)


def concerned(db: "Database", event_id: str) -> str:
    """The review that a `regrade` is about; empty if the event is none."""
    row = db.con.execute(
        "SELECT target FROM event WHERE event_id = ? AND type = 'regrade'", (event_id,)
    ).fetchone()
    return row[0] if row else ""


def _last_word(db: "Database", review_id: str) -> Regrade | None:
    for (payload,) in db.con.execute(_SAID, (review_id,)):
        try:
            return _regrade(payload)
        except msgspec.ValidationError:
            continue
    return None
