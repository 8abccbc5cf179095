"""Which cards a quick round may ask: those that are neither put aside nor out of date, deck by deck."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.store.database import Database

_CARDS = """
SELECT deck_key, shelf.card_key FROM json_each(?) JOIN cache.shelf ON shelf.card_key = value
LEFT JOIN card_state ON card_state.card_key = shelf.card_key LEFT JOIN cache.fact USING (note_key)
WHERE NOT coalesce(card_state.suspended, shelf.suspended) AND NOT coalesce(valid_day < ?, 0)
"""


def by_deck(db: "Database", card_keys: Sequence[int]) -> dict[int, list[int]]:
    """deck_key -> the cards of these that may be asked, in their order."""
    decks: dict[int, list[int]] = {}
    for deck_key, card_key in db.con.execute(_CARDS, (json.dumps(list(card_keys)), db.now().study_day)):
        decks.setdefault(deck_key, []).append(card_key)
    return decks
