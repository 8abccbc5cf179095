"""What the learner said of the choices of a card: options that are right as well, and passes by picking.

Read from the log itself, by its indexes: nothing here can go stale, and any order of arrival says the same.
"""

from typing import TYPE_CHECKING

from quizapp.store import overrides
from quizapp.store.cards import KEYS_OF_SUBJECT, subject_of

if TYPE_CHECKING:
    from quizapp.store.database import Database

_EXCLUDED = f"""
SELECT DISTINCT json_extract(payload, '$.text') FROM event AS said
WHERE type = 'exclude' AND json_type(payload, '$.text') = 'text'
AND target IN (SELECT card_id FROM card WHERE card_key IN {KEYS_OF_SUBJECT})
AND NOT EXISTS (SELECT 1 FROM event WHERE target = said.event_id AND type = 'void')
AND NOT EXISTS (
    SELECT 1 FROM event WHERE target = said.target AND type = 'tombstone' AND at_ms >= said.at_ms
)
"""
_ANSWERS = f"""
SELECT rating, guess, json_extract(outcome, '$.outcome'), coalesce(json_extract(outcome, '$.options'), 0)
FROM standing WHERE subject = :subject AND card_key IN {KEYS_OF_SUBJECT} AND mode <> 'cram'
AND NOT EXISTS (
    SELECT 1 FROM event WHERE {overrides.OF_SUBJECT} AND type = 'reset' AND {overrides.STANDS}
    AND (event.at_ms, event.event_id) > (standing.at_ms, standing.review_id)
)
ORDER BY at_ms DESC, review_id DESC
"""


def excluded(db: "Database", card_key: int) -> frozenset[str]:
    """Texts (Markdown) that the learner never wants among the options of a card, whatever id it had.

    An `exclude` is taken back by a void of its event_id, and goes with a card that is purged.
    """
    rows = db.con.execute(_EXCLUDED, {"subject": subject_of(db, card_key)})
    return frozenset(text for (text,) in rows)


def passed_as_choice(db: "Database", card_key: int) -> int:
    """How often a card was passed by picking since it was last failed, or reset; a lucky guess is neither.
    Quick rounds do not count."""
    passes = 0
    for rating, guess, outcome, options in db.con.execute(_ANSWERS, {"subject": subject_of(db, card_key)}):
        if guess:
            continue
        if rating == 1 or outcome not in ("correct", "almost", "partial", "unscored"):
            break
        passes += outcome == "correct" and options > 0
    return passes
