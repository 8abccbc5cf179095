"""Due days moved in the background: on a connection of its own, all or nothing, looked at before."""

from quizapp.core.due_days import Move, Shift
from quizapp.core.settings import Settings
from quizapp.store import due_days
from quizapp.store.database import Database
from quizapp.store.due_days import Batch
from quizapp.ui.work import Progress

Done = tuple[int, Batch | None]
"""How many cards moved, and the step that can be taken back now."""


def look_at_spread(db: Database, keep: int, days: int) -> Shift:
    """What spreading the backlog would do."""
    with db.twin() as twin:
        return due_days.spread(twin, twin.now(), keep=keep, days=days)


def look_at_settings(db: Database, usual: Settings, progress: Progress) -> Shift:
    """What the present settings would move."""
    with db.twin() as twin:
        return due_days.by_settings(twin, twin.now(), usual, progress)


def apply(db: Database, moves: tuple[Move, ...], what: str, progress: Progress) -> Done:
    """Move the cards."""
    with db.twin() as twin:
        due_days.apply(twin, moves, what, progress)
        return len(moves), due_days.last(twin)


def take_back(db: Database, batch_id: str, progress: Progress) -> Done:
    """Undo a whole step."""
    with db.twin() as twin:
        count = due_days.undo(twin, batch_id, progress)
        return count, due_days.last(twin)
