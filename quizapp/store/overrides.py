"""The learner's word on a card's schedule: what `reset` and `set_due` events say, for replays.

A word that was voided, before or after it arrived, is as if it had never been; so is one that says nothing.
"""

from typing import TYPE_CHECKING

import msgspec

from quizapp.core.reviews import Override, SetDue
from quizapp.store.cards import KEYS_OF_SUBJECT

if TYPE_CHECKING:
    from quizapp.store.database import Database

TYPES = ("reset", "set_due")
STANDS = "NOT EXISTS (SELECT 1 FROM event AS void WHERE void.target = event.event_id AND void.type = 'void')"
"""SQL: no void takes the event back."""
OF_SUBJECT = f"target IN (SELECT card_id FROM card WHERE card_key IN {KEYS_OF_SUBJECT})"
"""SQL: the event is about the card :subject, or what it was before."""
SUBJECTS = f"""
SELECT DISTINCT coalesce(new_key, card_key) FROM event JOIN card ON card_id = target
LEFT JOIN alias ON old_key = card_key WHERE type IN {TYPES}
"""
"""SQL: the cards, by key, of which anything was said."""

_SAID = f"""
SELECT at_ms, event_id, type, payload FROM event WHERE {OF_SUBJECT} AND type IN {TYPES} AND {STANDS}
ORDER BY at_ms, event_id
"""
_LATER = f"""
SELECT 1 FROM event WHERE {OF_SUBJECT} AND type IN {TYPES} AND (at_ms, event_id) > (:at_ms, :id) LIMIT 1
"""
_set_due = msgspec.json.Decoder(SetDue).decode


def of_card(db: "Database", subject: int) -> list[Override]:
    """What was said of a card, in the order of the log."""
    words = []
    for at_ms, event_id, type_, payload in db.con.execute(_SAID, {"subject": subject}):
        try:
            day = _set_due(payload).day if type_ == "set_due" else None
        except msgspec.ValidationError:
            continue
        words.append(Override(at_ms, event_id, day))
    return words


def is_later(db: "Database", subject: int, at_ms: int, id_: str) -> bool:
    """Whether anything was said of a card after a moment of the log."""
    at = {"subject": subject, "at_ms": at_ms, "id": id_}
    return db.con.execute(_LATER, at).fetchone() is not None
