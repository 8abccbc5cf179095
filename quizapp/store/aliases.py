"""Cards that turned out to be another card: what `alias` events say, folded in the order (time, id).

An alias that was voided, before or after it arrived, is as if it had never been.
"""

from typing import TYPE_CHECKING

from quizapp.core.reviews import Event
from quizapp.store.cards import key_of, subject_of

if TYPE_CHECKING:
    from quizapp.store.database import Database


_ENDS = "target, json_extract(payload, '$.to'), at_ms"
"""The columns of an alias that `_ends` takes."""


def subjects(db: "Database", event: Event) -> set[int]:
    """The cards, by key, whose folds an alias changes. Mostly it is the newest; else all are folded anew."""
    if _is_voided(db, event):
        return set()
    old, new = _ends(db, event.target, event.payload["to"], event.moment.at_ms)
    if _is_newest(db, event):
        return {old, new, subject_of(db, old), subject_of(db, new)}
    return {old, new, *(key for pair in _links(db) for key in pair)}


def join(db: "Database", event: Event) -> None:
    """Take in an alias, already in the log."""
    if _is_voided(db, event):
        return
    if _is_newest(db, event):
        _link(db, *_ends(db, event.target, event.payload["to"], event.moment.at_ms))
    else:
        rebuild(db)


def subjects_of_void(db: "Database", event: Event) -> set[int]:
    """The cards whose folds a void changes that takes an alias back: all that have one, they form chains."""
    ends = _taken_back(db, event)
    return {*ends, *(key for pair in _links(db) for key in pair)} if ends else set()


def take_back(db: "Database", event: Event) -> None:
    """Take in a void, already in the log; of something else than an alias it changes nothing here."""
    if _taken_back(db, event):
        rebuild(db)


def rebuild(db: "Database") -> None:
    """Fold all aliases anew."""
    db.con.execute("DELETE FROM alias")
    for old, new in _links(db):
        _link(db, old, new)


def _link(db: "Database", old: int, new: int) -> None:
    """From now on `new` is a card of its own, and `old` and all that had become `old` are that card."""
    db.con.execute("DELETE FROM alias WHERE old_key = ?", (new,))
    if old != new:
        db.con.execute("UPDATE alias SET new_key = ? WHERE new_key = ?", (new, old))
        db.con.execute("INSERT OR REPLACE INTO alias VALUES (?, ?)", (old, new))


def _links(db: "Database") -> list[tuple[int, int]]:
    rows = db.con.execute(
        f"SELECT {_ENDS} FROM event AS said WHERE type = 'alias' "
        "AND NOT EXISTS (SELECT 1 FROM event WHERE target = said.event_id AND type = 'void') "
        "ORDER BY at_ms, event_id"
    )
    return [_ends(db, *row) for row in rows.fetchall()]


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


def _is_newest(db: "Database", event: Event) -> bool:
    later = db.con.execute(
        "SELECT 1 FROM event WHERE type = 'alias' AND (at_ms, event_id) > (?, ?) LIMIT 1",
        (event.moment.at_ms, event.event_id),
    )
    return later.fetchone() is None
