"""What the progress of some cards amounts to."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.identity import uid_of_id
from quizapp.core.renames import Stake
from quizapp.store.cards import KEYS_OF_SUBJECT

if TYPE_CHECKING:
    from quizapp.store.database import Database

_OF_SUBJECT = KEYS_OF_SUBJECT.replace(":subject", "card.card_key")
_CARDS = f"""
SELECT card_key, card_id, stability, due_day, (
    SELECT count(*) FROM standing WHERE subject = card.card_key AND standing.card_key IN {_OF_SUBJECT}
)
FROM card LEFT JOIN memory USING (card_key) WHERE %s IN (SELECT value FROM json_each(?))
"""


class Progress(NamedTuple):
    """Of one card."""

    card_key: int
    card_id: str
    stability: float | None
    due_day: int | None
    reviews: int


def by_key(db: "Database", card_keys: Iterable[int]) -> list[Progress]:
    """The progress of cards; those without any too."""
    return [Progress(*row) for row in db.con.execute(_CARDS % "card_key", (json.dumps(list(card_keys)),))]


def by_id(db: "Database", card_ids: Iterable[str]) -> list[Progress]:
    """The progress of cards by id; those never seen are left out."""
    return [Progress(*row) for row in db.con.execute(_CARDS % "card_id", (json.dumps(list(card_ids)),))]


def of_id(db: "Database", explicit: str) -> list[Progress]:
    """The progress of all cards that a note with this id makes or made."""
    uid = uid_of_id(explicit)
    rows = db.con.execute(
        "SELECT card_key FROM card WHERE card_id = ? OR (card_id >= ? AND card_id < ?)",
        (uid, f"{uid}#", f"{uid}$"),
    )
    return by_key(db, [key for (key,) in rows])


def at(db: "Database", path: str, note: int) -> list[Progress]:
    """The progress of the cards of a note, by its place in a deck file as that was last read."""
    rows = db.con.execute(
        "SELECT card_key FROM cache.shelf JOIN cache.deck USING (deck_key) WHERE path = ? AND note = ?",
        (path, note),
    )
    return by_key(db, [key for (key,) in rows])


def total(cards: Iterable[Progress]) -> Stake:
    """The progress of some cards together."""
    known = [card for card in cards if card.reviews or card.stability is not None]
    return Stake(
        cards=len(known),
        reviews=sum(card.reviews for card in known),
        stability=min((card.stability for card in known if card.stability is not None), default=None),
        due_day=min((card.due_day for card in known if card.due_day is not None), default=None),
    )
