"""Answers from other programs become rows of the log; the replay gives what is known of each card.

Ids are made from the content, so that a file taken in on two machines is the same rows after a merge. An
answer that counts already, of this card at this time, is not added again, whatever it came from.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import count
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from quizapp.core import ids
from quizapp.core.identity import WHOLE, Part, card_id, normal, uid_of, uid_of_id
from quizapp.core.problems import Problem, Where
from quizapp.core.reviews import Event, Graded, Moment, Review
from quizapp.core.reviews_in import PastReview
from quizapp.formats import review_csv
from quizapp.store import effects, log
from quizapp.store.cards import KEYS_OF_SUBJECT, subject_of

if TYPE_CHECKING:
    from quizapp.store.database import Database

DEVICE = "import"
"""In place of the machine: no machine of the learner's can own what all of them may take in."""
LONGEST_MS = 60_000

_GRADED = Graded(kind="basic", outcome="unscored")
"""The learner rated alone; more is not known."""
_COUNTED = f"""
SELECT at_ms, rating FROM standing WHERE subject = :subject AND card_key IN {KEYS_OF_SUBJECT}
"""
_parts = msgspec.json.Decoder(tuple[Part, ...]).decode


class ReviewsReport(Struct, frozen=True, kw_only=True):
    """What became of a history."""

    read: int
    """Answers in the file that could be read."""
    added: int
    known: int
    """Those that were there already, or twice in the file."""
    purged: int
    """Those of cards that the learner deleted with their progress."""
    cards: int
    """Cards of the collection that have answers in the file."""
    unmatched: tuple[str, ...]
    """What the file calls those cards that are not in the collection: their answers wait under that name."""
    days: tuple[int, int] | None
    """First and last study day of what was added."""
    problems: tuple[Problem, ...]
    session_id: str
    """Under which the answers are logged: `take_back` undoes the import by it. Empty if nothing was added."""


class _Plan(Struct, frozen=True):
    reviews: list[Review]
    known: int
    purged: int


def import_reviews(
    db: "Database", data: bytes, *, utc_offset_min: int, rollover_h: int, dry_run: bool = False
) -> ReviewsReport:
    """Take in a table of text (formats.review_csv).

    The zone is that in which the answers were given: with the hour at which a day starts it tells the study
    days. dry_run: only say what would be done.
    """
    table = review_csv.read(data, utc_offset_min=utc_offset_min)
    zone = Moment(0, utc_offset_min, rollover_h)
    return take_in(db, table.rows, zone=zone, problems=table.problems, dry_run=dry_run)


def take_in(
    db: "Database",
    rows: Sequence[PastReview],
    *,
    zone: Moment,
    problems: Sequence[Problem] = (),
    dry_run: bool = False,
) -> ReviewsReport:
    """Take in answers that any reader found, with the problems it had. zone: see `import_reviews`."""
    now_ms = db.now().at_ms
    past = [row for row in rows if row.at_ms <= now_ms]
    found = resolve(db, {row.card for row in past})
    session_id = _session(db, past, zone)
    plan = _plan(db, past, found, zone, session_id)
    if not dry_run:
        log.append_all(db, plan.reviews, _now_known(db, found))
    days = [review.study_day for review in plan.reviews]
    return ReviewsReport(
        read=len(rows),
        added=len(plan.reviews),
        known=plan.known,
        purged=plan.purged,
        cards=len(set(found.values())),
        unmatched=tuple(dict.fromkeys(row.card for row in past if row.card not in found)),
        days=(min(days), max(days)) if days else None,
        problems=(*problems, *(_future(row) for row in rows if row.at_ms > now_ms)),
        session_id=session_id if days else "",
    )


def take_back(db: "Database", session_id: str) -> None:
    """Undo an import: none of its answers counts any more. The same file can be taken in again."""
    log.append_event(
        db,
        Event(
            event_id=db.new_id(),
            type="tombstone",
            target=session_id,
            moment=db.now(),
            device_id=db.device_id,
        ),
    )


def resolve(db: "Database", names: Iterable[str]) -> dict[str, str]:
    """Name in a file -> id of the card in the collection: by the card's id, the note's id, or the question.

    A name that fits several cards, or none, is not in it.
    """
    wanted = list(dict.fromkeys(names))
    found = _by_id(db, wanted)
    return found | _by_question(db, [name for name in wanted if name not in found])


def _by_id(db: "Database", names: Sequence[str]) -> dict[str, str]:
    uids = {uid for name in names for uid in (uid_of(name), uid_of_id(name))}
    notes = {uid: cards for uid, _, cards in _notes(db, "uid", uids)}
    found = {}
    for name in names:
        cards = notes.get(uid_of_id(name)) or notes.get(name, [])
        if name in notes.get(uid_of(name), ()):
            found[name] = name
        elif len(cards) == 1:
            found[name] = cards[0]
    return found


def _by_question(db: "Database", names: Sequence[str]) -> dict[str, str]:
    asked: dict[str, list[str]] = defaultdict(list)
    for _, front, cards in _notes(db, "gone_ms IS NULL AND front", map(normal, names)):
        asked[front] += cards
    cards_of = {name: asked.get(normal(name), []) for name in names}
    return {name: cards[0] for name, cards in cards_of.items() if len(cards) == 1}


def _notes(db: "Database", where: str, among: Iterable[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Uid, front and card ids of notes by their fingerprints."""
    sql = f"SELECT uid, front, parts FROM fingerprint WHERE {where} IN (SELECT value FROM json_each(?))"
    for uid, front, packed in db.con.execute(sql, (json.dumps(list(among)),)):
        parts = _parts(packed) if packed else WHOLE
        yield uid, front, [card_id(uid, part.key) for part in parts if part.live]


def _plan(
    db: "Database", rows: Sequence[PastReview], found: Mapping[str, str], zone: Moment, session_id: str
) -> _Plan:
    """What is to be logged, in the order of time."""
    by_card: dict[str, list[PastReview]] = defaultdict(list)
    for row in rows:
        by_card[found.get(row.card) or uid_of_id(row.card)].append(row)
    reviews = []
    known = purged = 0
    for card, answers in by_card.items():
        counted = _counted(db, {card, *(uid_of_id(row.card) for row in answers)})
        for row in answers:
            if (row.at_ms, row.rating) in counted:
                known += 1
                continue
            counted.add((row.at_ms, row.rating))
            review = _review(db, row, card, zone, session_id)
            if effects.is_purged(db, review):
                purged += 1
            else:
                reviews.append(review)
    reviews.sort(key=lambda review: review.review_id)
    return _Plan(reviews, known, purged)


def _counted(db: "Database", card_ids: Iterable[str]) -> set[tuple[int, int]]:
    """Time and rating of all that counts of a card already."""
    counted: set[tuple[int, int]] = set()
    for card in card_ids:
        row = db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (card,)).fetchone()
        if row:
            counted.update(db.con.execute(_COUNTED, {"subject": subject_of(db, row[0])}))
    return counted


def _review(db: "Database", row: PastReview, card: str, zone: Moment, session_id: str) -> Review:
    moment = Moment(row.at_ms, zone.utc_offset_min, zone.rollover_h)
    return Review(
        review_id=_review_id(db, row, card, moment),
        card_id=card,
        session_id=session_id,
        device_id=DEVICE,
        moment=moment,
        study_day=moment.study_day,
        mode=row.kind,
        graded=_GRADED,
        rating=row.rating,
        visible_ms=min(row.duration_ms, LONGEST_MS),
    )


def _review_id(db: "Database", row: PastReview, card: str, moment: Moment) -> str:
    """Made from all that the row becomes; another one where an answer with this one was taken back."""
    what = (card, row.rating, row.duration_ms, row.kind, moment.utc_offset_min, moment.rollover_h)
    for number in count():
        review_id = ids.ulid(row.at_ms, _digest(*what, number))
        if db.con.execute("SELECT 1 FROM review WHERE review_id = ?", (review_id,)).fetchone() is None:
            break
    return review_id


def _session(db: "Database", rows: Sequence[PastReview], zone: Moment) -> str:
    """The same for the same answers, until they were taken back."""
    last = max((row.at_ms for row in rows), default=0)
    what = [(row.card, row.rating, row.at_ms) for row in rows]
    for number in count():
        session_id = ids.ulid(last, _digest(what, zone.utc_offset_min, zone.rollover_h, number))
        gone = "SELECT 1 FROM event WHERE target = ? AND type = 'tombstone'"
        if db.con.execute(gone, (session_id,)).fetchone() is None:
            break
    return session_id


def _digest(*what: Any) -> bytes:
    return blake2b(msgspec.json.encode(what), digest_size=ids.RANDOM_BYTES).digest()


def _now_known(db: "Database", found: Mapping[str, str]) -> Iterator[Event]:
    """Cards that were not in the collection at an earlier import and are now: their answers go over."""
    for name, card in found.items():
        waiting = uid_of_id(name)
        if waiting == card or not _has_answers(db, waiting):
            continue
        yield Event(
            event_id=db.new_id(),
            type="alias",
            target=waiting,
            moment=db.now(),
            device_id=db.device_id,
            payload={"to": card},
        )


def _has_answers(db: "Database", card: str) -> bool:
    """True if answers are kept under this id itself, not as a part of another card."""
    row = db.con.execute(
        "SELECT 1 FROM card JOIN review USING (card_key) WHERE card_id = ? "
        "AND card_key NOT IN (SELECT old_key FROM alias) LIMIT 1",
        (card,),
    ).fetchone()
    return row is not None


def _future(row: PastReview) -> Problem:
    return Problem(code="reviews_future", where=Where(line=row.line, column=1))
