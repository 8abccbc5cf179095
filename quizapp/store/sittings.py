"""Sittings: when they began, what they were for, and the one that waits to be gone on with."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from quizapp.core.reviews import Mode, Review
from quizapp.store import log

if TYPE_CHECKING:
    from quizapp.store.database import Database


class Sitting(Struct, frozen=True, kw_only=True):
    """A session as it is kept."""

    session_id: str
    mode: Mode
    title: str
    scope: dict[str, Any]
    """What was to be studied, as the app wrote it."""
    seed: int
    started_ms: int
    reviews: tuple[Review, ...] = ()
    """Those that count, in the order they were appended."""


def start_session(db: "Database", *, mode: Mode, title: str, scope: Mapping[str, Any], seed: int) -> Sitting:
    """Begin a sitting; an older one of this mode that was left open ends."""
    sitting = Sitting(
        session_id=db.new_id(),
        mode=mode,
        title=title,
        scope=dict(scope),
        seed=seed,
        started_ms=db.now().at_ms,
    )
    with db.transaction():
        db.con.execute(
            "UPDATE session SET ended_ms = ? WHERE ended_ms IS NULL AND mode = ? AND device_id = ?",
            (sitting.started_ms, mode, db.device_id),
        )
        db.con.execute(
            "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
            (
                sitting.session_id,
                db.device_id,
                mode,
                title,
                msgspec.json.encode(sitting.scope).decode(),
                seed,
                sitting.started_ms,
            ),
        )
    return sitting


def end_session(db: "Database", session_id: str) -> None:
    """The sitting is over: nothing to resume."""
    with db.transaction():
        db.con.execute(
            "UPDATE session SET ended_ms = ? WHERE session_id = ? AND ended_ms IS NULL",
            (db.now().at_ms, session_id),
        )


def open_session(db: "Database", mode: Mode = "study") -> Sitting | None:
    """The unfinished sitting of this machine with its reviews so far; None if there is none."""
    row = db.con.execute(
        "SELECT session_id, mode, title, scope, seed, started_ms FROM session "
        "WHERE ended_ms IS NULL AND mode = ? AND device_id = ? ORDER BY session_id DESC LIMIT 1",
        (mode, db.device_id),
    ).fetchone()
    if row is None:
        return None
    session_id, mode, title, scope, seed, started_ms = row
    return Sitting(
        session_id=session_id,
        mode=mode,
        title=title,
        scope=msgspec.json.decode(scope, type=dict[str, Any]),
        seed=seed,
        started_ms=started_ms,
        reviews=tuple(log.of_session(db, session_id)),
    )
