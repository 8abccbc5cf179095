"""Cards with progress whose text is in no deck. They wait: their text or id brings them back."""

import json
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from quizapp.core.identity import Print, card_id, uid_of
from quizapp.core.renames import Orphan, Wording
from quizapp.store import identities, past, stakes, trust
from quizapp.store.cards import KEYS_OF_SUBJECT
from quizapp.store.finding import MISSING
from quizapp.store.identities import Known

if TYPE_CHECKING:
    from quizapp.store.database import Database


def card_keys(db: "Database") -> tuple[int, ...]:
    """The cards; none while the decks are still being read anew, since any may be in one of them."""
    if trust.is_forgotten(db):
        return ()
    return tuple(key for (key,) in db.con.execute(MISSING))


_COUNT = """
SELECT count(*) FROM fingerprint JOIN card
ON card_id = uid OR (card_id >= uid || '#' AND card_id < uid || '$')
WHERE gone_ms IS NOT NULL AND (
    EXISTS (SELECT 1 FROM memory WHERE memory.card_key = card.card_key)
    OR EXISTS (SELECT 1 FROM card_state WHERE card_state.card_key = card.card_key)
)
"""
"""The ids of a note's cards: its uid, or that with a sub-key behind "#", after which "$" is the next sign."""


def count(db: "Database") -> int:
    """How many cards of missing notes there are: quick also beside 100,000 others, unlike `card_keys`."""
    (cards,) = db.con.execute(_COUNT).fetchone()
    return 0 if trust.is_forgotten(db) else int(cards)


def listing(db: "Database") -> tuple[Orphan, ...]:
    """The cards with all that is known of them, those that left last first."""
    cards = stakes.by_key(db, card_keys(db))
    texts = past.last(db, [card.card_key for card in cards])
    notes = {
        known.print.uid: known for known in identities.of_uids(db, {uid_of(card.card_id) for card in cards})
    }
    gone = _gone_ms(db, notes.values())
    found = [_orphan(card, texts.get(card.card_key), notes.get(uid_of(card.card_id)), gone) for card in cards]
    return tuple(sorted(found, key=lambda orphan: (-orphan.since_ms, orphan.card_key)))


def ids_of(db: "Database", card_keys: Collection[int]) -> tuple[str, ...]:
    """All ids that the progress of some cards is logged under: what a purge has to name."""
    found: list[str] = []
    for key in card_keys:
        sql = f"SELECT card_id FROM card WHERE card_key IN {KEYS_OF_SUBJECT}"
        found += [id_ for (id_,) in db.con.execute(sql, {"subject": key})]
    return tuple(found)


def _gone_ms(db: "Database", notes: Iterable[Known]) -> dict[int, int]:
    """Since when notes are in no deck, by note_key; those that are in one are left out."""
    rows = db.con.execute(
        "SELECT note_key, gone_ms FROM fingerprint WHERE gone_ms IS NOT NULL "
        "AND note_key IN (SELECT value FROM json_each(?))",
        (json.dumps([known.note_key for known in notes]),),
    )
    return dict(rows.fetchall())


def _orphan(
    card: stakes.Progress,
    text: past.Text | None,
    note: Known | None,
    gone: dict[int, int],
) -> Orphan:
    since = gone.get(note.note_key) if note else None
    return Orphan(
        card_key=card.card_key,
        card_id=card.card_id,
        wording=_wording(card.card_id, text, note.print if note else None),
        since_ms=since or (text.at_ms if text else 0),
        stake=stakes.total([card]),
        whole=note is None or since is not None,
    )


def _wording(id_: str, text: past.Text | None, print_: Print | None) -> Wording:
    uid = uid_of(id_)
    if text is not None:
        return Wording(uid=uid, deck=text.deck, front=text.front, back=text.back)
    if print_ is None:
        return Wording(uid=uid, deck="", front=uid, back="", exact=False)
    name = next((part.seen for part in print_.parts if card_id(uid, part.key) == id_), "")
    front = f"{print_.front} ({name})" if name and len(print_.parts) > 1 else print_.front
    return Wording(uid=uid, deck=print_.deck, front=front, back=print_.back, exact=False)
