"""Cards that turned out to be another card: what `alias` events say, folded in the order (time, id).

An alias that was voided, before or after it arrived, is as if it had never been. Those that a merge found,
because two machines gave one note two names, hold from the beginning.
"""

from typing import TYPE_CHECKING

from quizapp.core.reviews import Event
from quizapp.store.cards import key_of, subject_of

if TYPE_CHECKING:
    from quizapp.store.database import Database


TWIN_MS = 0
"""The time of aliases that a merge found: two names of one note hold from the beginning."""

_ENDS = "target, json_extract(payload, '$.to'), at_ms"
"""The columns of an alias that `_ends` takes."""
_STANDS = "NOT EXISTS (SELECT 1 FROM event WHERE target = said.event_id AND type = 'void')"
_TWINS = f"""
SELECT target, json_extract(payload, '$.to') FROM event AS said
WHERE type = 'alias' AND at_ms = {TWIN_MS} AND {_STANDS}
"""


def subjects(db: "Database", event: Event) -> set[int]:
    """The cards, by key, whose folds an alias changes. Mostly it is the newest; else all are folded anew."""
    if _is_voided(db, event):
        return set()
    old, new = _ends(db, event.target, event.payload["to"], event.moment.at_ms)
    near = {old, new, subject_of(db, old), subject_of(db, new)}
    return near if _is_simple(db, event) else near | _linked(db)


def join(db: "Database", event: Event) -> None:
    """Take in an alias, already in the log."""
    if _is_voided(db, event):
        return
    if _is_simple(db, event):
        _link(db, *_ends(db, event.target, event.payload["to"], event.moment.at_ms))
    else:
        rebuild(db)


def subjects_of_void(db: "Database", event: Event) -> set[int]:
    """The cards whose folds a void changes that takes an alias back: all that have one, they form chains."""
    ends = _taken_back(db, event)
    return {*ends, *_linked(db)} if ends else set()


def take_back(db: "Database", event: Event) -> None:
    """Take in a void, already in the log; of something else than an alias it changes nothing here."""
    if _taken_back(db, event):
        rebuild(db)


def rebuild(db: "Database") -> None:
    """Fold all aliases anew: what is said of one twin is said of the note that both are."""
    db.con.execute("DELETE FROM alias")
    twins = _twins(db)
    for old, new in _links(db):
        _link(db, twins.get(old, old), twins.get(new, new))
    for old, new in twins.items():
        db.con.execute("INSERT INTO alias VALUES (?, ?)", (old, subject_of(db, new)))


def _link(db: "Database", old: int, new: int) -> None:
    """From now on `new` is a card of its own, and `old` and all that had become `old` are that card."""
    db.con.execute("DELETE FROM alias WHERE old_key = ?", (new,))
    if old != new:
        db.con.execute("UPDATE alias SET new_key = ? WHERE new_key = ?", (new, old))
        db.con.execute("INSERT OR REPLACE INTO alias VALUES (?, ?)", (old, new))


def _linked(db: "Database") -> set[int]:
    """All cards of which an alias was logged."""
    return {key for pair in (*_links(db), *_twins(db).items()) for key in pair}


def _links(db: "Database") -> list[tuple[int, int]]:
    """What was said of cards in the course of time."""
    rows = db.con.execute(
        f"SELECT {_ENDS} FROM event AS said WHERE type = 'alias' AND at_ms <> {TWIN_MS} AND {_STANDS} "
        "ORDER BY at_ms, event_id"
    )
    return [_ends(db, *row) for row in rows.fetchall()]


def _twins(db: "Database") -> dict[int, int]:
    """Cards that are the same as another, by key -> the one of all those that stands for them."""
    first: dict[str, str] = {}

    def root(card_id: str) -> str:
        while card_id in first:
            card_id = first[card_id]
        return card_id

    for pair in sorted(db.con.execute(_TWINS)):
        winner, loser = sorted(map(root, pair), key=rank)
        if winner != loser:
            first[loser] = winner
    return {key_of(db, one, TWIN_MS): key_of(db, root(one), TWIN_MS) for one in sorted(first)}


def rank(card_id: str) -> tuple[bool, str]:
    """Which of two names of one card stands for both on every machine: an id that the deck gives, else the
    smaller one."""
    return card_id.startswith("~"), card_id


def _ends(db: "Database", old_id: str, new_id: str, at_ms: int) -> tuple[int, int]:
    return key_of(db, old_id, at_ms), key_of(db, new_id, at_ms)


def _taken_back(db: "Database", event: Event) -> tuple[int, ...]:
    """Both cards of the alias that an event voids; empty if it voids none."""
    if event.type != "void":
        return ()
    sql = f"SELECT {_ENDS} FROM event WHERE event_id = ? AND type = 'alias'"
    row = db.con.execute(sql, (event.target,)).fetchone()
    return _ends(db, *row) if row else ()


def _is_voided(db: "Database", event: Event) -> bool:
    sql = "SELECT 1 FROM event WHERE target = ? AND type = 'void'"
    return db.con.execute(sql, (event.event_id,)).fetchone() is not None


def _is_simple(db: "Database", event: Event) -> bool:
    """True if an alias was said after all others and neither card is one of those that became another."""
    if event.moment.at_ms == TWIN_MS:
        return False
    later = db.con.execute(
        "SELECT 1 FROM event WHERE type = 'alias' AND (at_ms, event_id) > (?, ?) LIMIT 1",
        (event.moment.at_ms, event.event_id),
    )
    became = "SELECT 1 FROM alias JOIN card ON card_key = old_key WHERE card_id IN (?, ?)"
    named = db.con.execute(became, (event.target, event.payload["to"]))
    return later.fetchone() is None and named.fetchone() is None
