"""Cards by number: local keys for ids, and the card that an id has become."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.store.database import Database

KEYS_OF_SUBJECT = "(SELECT :subject UNION ALL SELECT old_key FROM alias WHERE new_key = :subject)"
"""SQL: the keys whose reviews and events belong to one card."""


def key_of(db: "Database", card_id: str, at_ms: int) -> int:
    """The local key of a card id, made if it is new. at_ms: when it was first seen, UTC."""
    row = db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (card_id,)).fetchone()
    if row is None:
        row = db.con.execute(
            "INSERT INTO card (card_id, first_seen) VALUES (?, ?) RETURNING card_key", (card_id, at_ms)
        ).fetchone()
    key: int = row[0]
    return key


def subject_of(db: "Database", card_key: int) -> int:
    """The key of the card that this one has become, by alias; itself if by none."""
    row = db.con.execute("SELECT new_key FROM alias WHERE old_key = ?", (card_key,)).fetchone()
    return row[0] if row else card_key


def is_flagged(db: "Database", card_key: int) -> bool:
    """True if the learner flagged the card."""
    row = db.con.execute("SELECT flagged FROM card_state WHERE card_key = ?", (card_key,)).fetchone()
    return bool(row and row[0])


def with_siblings(db: "Database", card_key: int) -> tuple[str, ...]:
    """The ids of the cards of one group with this one, itself among them."""
    rows = db.con.execute(
        "SELECT card_id FROM shelf JOIN card USING (card_key) WHERE card_key = :key OR sibling = "
        "(SELECT sibling FROM shelf WHERE card_key = :key) ORDER BY card_key",
        {"key": card_key},
    )
    return tuple(card_id for (card_id,) in rows)


def suspended(db: "Database", card_keys: Iterable[int]) -> frozenset[int]:
    """Those of these cards that are put aside, by the learner or by their deck."""
    rows = db.con.execute(
        "SELECT card_key FROM json_each(?) JOIN shelf ON card_key = value "
        "LEFT JOIN card_state USING (card_key) WHERE coalesce(card_state.suspended, shelf.suspended) = 1",
        (json.dumps(list(card_keys)),),
    )
    return frozenset(key for (key,) in rows)
