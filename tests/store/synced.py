"""Machines that share a folder: until they agree, and that they do."""

from pathlib import Path

from quizapp.store import compact, memory, sync
from quizapp.store.database import Database
from tests.store.machines import all_tables
from tests.store.made import drop_folds

SESSIONS = ("S", "T", "U")
CARDS = tuple(f"~{number:024x}" for number in range(6))


def codes(synced: sync.Synced) -> list[str]:
    return [problem.code for problem in synced.problems]


def meet(folder: Path, *machines: Database) -> None:
    """Until nothing is new to anybody."""
    for _ in range(3):
        for db in machines:
            assert codes(sync.sync(db, folder)) == []


def agree(*machines: Database) -> None:
    for db in machines:
        compact.compact(db)
        assert memory.is_current(db)
    found = all_tables(machines[0])
    assert [all_tables(db) == found for db in machines] == [True] * len(machines)
    drop_folds(machines[0])
    memory.rebuild(machines[0])
    assert all_tables(machines[0]) == found
