"""Cards that turned out to be another card: what `alias` events say, folded in the order (time, id)."""

from typing import TYPE_CHECKING

from quizapp.core.reviews import Event
from quizapp.store.cards import key_of, subject_of

if TYPE_CHECKING:
    from quizapp.store.database import Database


def subjects(db: "Database", event: Event) -> set[int]:
    """The cards, by key, whose folds an alias changes. Mostly it is the newest; else all are folded anew."""
    old, new = _ends(db, event.target, event.payload["to"], event.moment.at_ms)
    if _is_newest(db, event):
        return {old, new, subject_of(db, old), subject_of(db, new)}
    return {key for pair in _links(db) for key in pair}


def join(db: "Database", event: Event) -> None:
    """Take in an alias, already in the log."""
    if _is_newest(db, event):
        _link(db, *_ends(db, event.target, event.payload["to"], event.moment.at_ms))
    else:
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
        "SELECT target, json_extract(payload, '$.to'), at_ms FROM event WHERE type = 'alias' "
        "ORDER BY at_ms, event_id"
    )
    return [_ends(db, *row) for row in rows.fetchall()]


def _ends(db: "Database", old_id: str, new_id: str, at_ms: int) -> tuple[int, int]:
    return key_of(db, old_id, at_ms), key_of(db, new_id, at_ms)


def _is_newest(db: "Database", event: Event) -> bool:
    later = db.con.execute(
        "SELECT 1 FROM event WHERE type = 'alias' AND (at_ms, event_id) > (?, ?) LIMIT 1",
        (event.moment.at_ms, event.event_id),
    )
    return later.fetchone() is None
