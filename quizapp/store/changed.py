"""Cards whose question or answer changed since they were learned, unless the learner still knows them.

`keep` (target card_id, payload {"content": hash}) says so of one wording. It is read from the log, so that
any order of arrival says the same, and a void takes it back.
"""

from typing import TYPE_CHECKING

from quizapp.core.content import content_of
from quizapp.core.identity import uid_of
from quizapp.core.renames import Reworded, Wording
from quizapp.store import past, stakes
from quizapp.store.cards import KEYS_OF_SUBJECT
from quizapp.store.shelf import Shelf

if TYPE_CHECKING:
    from quizapp.store.database import Database

_LEARNED = """
SELECT shelf.card_key, card_id, note, part, content_hash FROM shelf JOIN card USING (card_key)
JOIN memory USING (card_key) JOIN review ON review_id = last_review_id
WHERE deck_key = ? AND content_hash <> '' ORDER BY note, shelf.card_key
"""
_KEPT = f"""
SELECT 1 FROM event AS said WHERE type = 'keep' AND json_extract(payload, '$.content') = :content
AND target IN (SELECT card_id FROM card WHERE card_key IN {KEYS_OF_SUBJECT})
AND NOT EXISTS (SELECT 1 FROM event WHERE target = said.event_id AND type = 'void')
"""


def changed_since_learned(db: "Database", shelf: Shelf, deck_key: int) -> tuple[Reworded, ...]:
    """The cards of a deck that say something else than at their last review, in the order of the deck.

    Of reviews from before such hashes were logged nothing is known. KeyError if there is no such deck.
    """
    deck = shelf.deck(deck_key)
    found = []
    for card_key, card_id, index, part, learned in db.con.execute(_LEARNED, (deck_key,)).fetchall():
        note = deck.notes[index]
        content = content_of(note, part)
        if content == learned or _is_kept(db, card_key, content):
            continue
        uid = uid_of(card_id)
        found.append(
            Reworded(
                card_key=card_key,
                card_id=card_id,
                then=_then(db, card_key, learned, uid),
                now=Wording(uid=uid, deck=deck.title, front=note.front(part), back=note.back(part)),
                content=content,
                stake=stakes.total(stakes.by_key(db, [card_key])),
            )
        )
    return tuple(found)


def _is_kept(db: "Database", card_key: int, content: str) -> bool:
    return db.con.execute(_KEPT, {"subject": card_key, "content": content}).fetchone() is not None


def _then(db: "Database", card_key: int, content: str, uid: str) -> Wording | None:
    """As it was learned. Before a link, that may have been another card: it is looked for there as well."""
    keys = [card_key]
    keys += [key for (key,) in db.con.execute("SELECT old_key FROM alias WHERE new_key = ?", (card_key,))]
    for key in keys:
        text = past.by_hash(db, key, content)
        if text is not None:
            return Wording(uid=uid, deck=text.deck, front=text.front, back=text.back)
    return None
