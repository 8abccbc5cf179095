"""What stands in the rows of a table of cards."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.identity import uid_of
from quizapp.core.query_keys import YOUNG_DAYS
from quizapp.store import leeches, past
from quizapp.store.facts import line, of_note, tags_of
from quizapp.store.finding import SUSPENDED
from quizapp.store.shelf import Shelf

if TYPE_CHECKING:
    from quizapp.store.database import Database

State = Literal["new", "learning", "young", "mature"]


class Row(Struct, frozen=True, kw_only=True):
    """A card in a table."""

    card_key: int
    card_id: str
    deck_key: int
    """0 if it is in no deck, as `note` and `part`."""
    note: int
    part: str
    question: str
    kind: str
    status: str
    deck: str
    """The deck's title."""
    path: str
    tags: tuple[str, ...]
    state: State
    due_day: int | None
    """Study day; None as long as it was never studied, as what follows."""
    stability: float | None
    difficulty: float | None
    interval: int | None
    reviews: int
    lapses: int
    added_ms: int
    suspended: bool
    buried: bool
    flagged: bool
    leech: bool
    missing: bool
    """Gone from its deck; its progress is kept."""


_ROWS = f"""
SELECT card.card_key, card_id, coalesce(shelf.deck_key, 0), coalesce(shelf.note, 0), coalesce(part, ''),
    coalesce(face.front, ''), coalesce(fact.kind, ''), coalesce(fact.status, ''), coalesce(title, ''),
    coalesce(deck.path, ''), coalesce(fact.tags, ''), step, due_day, stability, difficulty,
    due_day - last_day,
    coalesce(reps, 0), coalesce(lapses, 0), first_seen, coalesce({SUSPENDED}, 0),
    coalesce(buried_day = :today, 0), coalesce(flagged, 0), coalesce({{leech}}, 0), shelf.card_key IS NULL,
    pending.note_key IS NOT NULL OR face.card_key IS NULL
FROM json_each(:keys) JOIN card ON card.card_key = value
LEFT JOIN shelf ON shelf.card_key = value LEFT JOIN cache.deck USING (deck_key)
LEFT JOIN memory ON memory.card_key = value LEFT JOIN card_state ON card_state.card_key = value
LEFT JOIN cache.face ON face.card_key = value LEFT JOIN cache.fact ON fact.note_key = shelf.note_key
LEFT JOIN cache.pending ON pending.note_key = shelf.note_key
ORDER BY json_each.key
"""
_PRINT = "SELECT front, kind, deck FROM fingerprint WHERE uid = ?"


def read(db: "Database", shelf: Shelf, keys: Sequence[int]) -> tuple[Row, ...]:
    """The rows of some cards, in this order; keys of no card are left out."""
    args = {"keys": json.dumps(list(keys)), "today": db.now().study_day}
    rows = db.con.execute(_ROWS.format(leech=leeches.condition(db)), args).fetchall()
    return tuple(_row(db, shelf, row) for row in rows)


def _row(db: "Database", shelf: Shelf, values: tuple[Any, ...]) -> Row:
    key, card_id, deck_key, note, part, question, kind, status, deck, path, tags, step, *rest = values
    due_day, stability, difficulty, interval, reviews, lapses, added_ms, *marks, stale = rest
    suspended, buried, flagged, leech, missing = map(bool, marks)
    row = Row(
        card_key=key,
        card_id=card_id,
        deck_key=deck_key,
        note=note,
        part=part,
        question=question,
        kind=kind,
        status=status,
        deck=deck,
        path=path,
        tags=tuple(tags.splitlines()),
        state=_state(step, interval),
        due_day=due_day,
        stability=stability,
        difficulty=difficulty,
        interval=interval,
        reviews=reviews,
        lapses=lapses,
        added_ms=added_ms,
        suspended=suspended,
        buried=buried,
        flagged=flagged,
        leech=leech,
        missing=missing,
    )
    if missing:
        return _last_seen(db, row)
    return _fresh(shelf, row) if stale else row


def _state(step: int | None, interval: int) -> State:
    if step is None:
        return "new"
    return "learning" if step else "young" if interval < YOUNG_DAYS else "mature"


def _last_seen(db: "Database", row: Row) -> Row:
    """A missing card as it was last read, or by the fingerprint of its note."""
    found = db.con.execute(_PRINT, (uid_of(row.card_id),)).fetchone()
    front, kind, deck = found or ("", "", "")
    if text := past.last(db, [row.card_key]).get(row.card_key):
        front, deck = line(text.front), text.deck
    return replace(row, question=front, kind=kind, deck=deck)


def _fresh(shelf: Shelf, row: Row) -> Row:
    """A card whose note the index has not caught up with, as its deck has it now."""
    note = shelf.note(row.deck_key, row.note)
    facts = of_note(note, shelf.header(row.deck_key), [(row.card_key, row.part)])
    return replace(row, question=facts.front, kind=note.kind.name, status=note.status, tags=tags_of(facts))
