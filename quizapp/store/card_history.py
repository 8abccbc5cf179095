"""What the log holds of one card, all of it: taken back, judged anew, and of what it was before."""

import json
from typing import TYPE_CHECKING

from msgspec.structs import replace

from quizapp.core import card_history
from quizapp.core.card_history import CardHistory, Told
from quizapp.core.reviews import Event, Moment, Review
from quizapp.store import fits, overrides
from quizapp.store.cards import KEYS_OF_SUBJECT
from quizapp.store.rows import EVENT_COLUMNS, REVIEW_COLUMNS, event_of, graded_of, review_of

if TYPE_CHECKING:
    from quizapp.store.database import Database


def _of(table: str, columns: str) -> str:
    """Columns that another table has too."""
    return ", ".join(f"{table}.{name}" for name in columns.split(", "))


_REVIEWS = f"""
SELECT card_id, regrade.outcome, regrade.rating, {_of("review", REVIEW_COLUMNS)}
FROM review JOIN card USING (card_key) LEFT JOIN regrade USING (seq)
WHERE card_key IN {KEYS_OF_SUBJECT} ORDER BY at_ms, review_id
"""
_DEAD = f"SELECT review_id FROM review JOIN dead USING (seq) WHERE card_key IN {KEYS_OF_SUBJECT}"
_IDS = f"SELECT card_id FROM card WHERE card_key IN {KEYS_OF_SUBJECT}"
_ABOUT = f"""
SELECT {EVENT_COLUMNS} FROM event WHERE target IN (SELECT value FROM json_each(?)) ORDER BY at_ms, event_id
"""
_FITS = f"""
SELECT {_of("event", EVENT_COLUMNS)} FROM event JOIN param_fit ON fit_id = event_id
WHERE accepted AND event.at_ms >= ? ORDER BY event.at_ms, event_id
"""


def history(db: "Database", card_key: int) -> CardHistory:
    """All that was logged of a card, with the memory after each answer."""
    subject = {"subject": card_key}
    reviews = [_review(*row) for row in db.con.execute(_REVIEWS, subject)]
    ids = [id_ for (id_,) in db.con.execute(_IDS, subject)]
    about = _about(db, [*ids, *(one.review_id for one, _ in reviews)])
    voids = {event.target: event.moment for event in about if event.type == "void"}
    events = [event for event in about if event.type != "void"]
    for event in _about(db, [event.event_id for event in events]):
        if event.type == "void":
            voids.setdefault(event.target, event.moment)
    _bury(db, card_key, reviews, events, voids)
    if reviews:
        events += [event_of(row) for row in db.con.execute(_FITS, (reviews[0][0].moment.at_ms,))]
    told = Told(reviews=reviews, overrides=overrides.of_card(db, card_key), events=events, voids=voids)
    return card_history.history(told, fits.in_force(db))


def _review(card_id: str, outcome: str | None, rating: int | None, *row: object) -> tuple[Review, Review]:
    """As it counts, as it was logged. A day that was chosen for another rating is worth nothing."""
    logged = review_of(card_id, row)
    if outcome is None or rating is None:
        return logged, logged
    due_day = logged.due_day if rating == logged.rating else 0
    return replace(logged, graded=graded_of(outcome), rating=rating, due_day=due_day), logged


def _about(db: "Database", targets: list[str]) -> list[Event]:
    """Events with one of these targets."""
    return [event_of(row) for row in db.con.execute(_ABOUT, (json.dumps(targets),))]


def _bury(
    db: "Database",
    card_key: int,
    reviews: list[tuple[Review, Review]],
    events: list[Event],
    voids: dict[str, Moment],
) -> None:
    """Answers that were forgotten with all progress of the card, or with their sitting: taken back then."""
    by_id = {one.review_id: one for one, _ in reviews}
    dead = [by_id[id_] for (id_,) in db.con.execute(_DEAD, {"subject": card_key}) if id_ not in voids]
    of_sittings = _about(db, [one.session_id for one in dead])
    graves = [event for event in (*events, *of_sittings) if event.type == "tombstone"]
    for review in dead:
        hit = (one.moment for one in graves if one.target in (review.card_id, review.session_id))
        later = (moment for moment in hit if moment.at_ms >= review.moment.at_ms)
        voids[review.review_id] = next(later, review.moment)
