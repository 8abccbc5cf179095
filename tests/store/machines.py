"""Several machines for tests of merging and syncing: each with a log of its own."""

import random
from pathlib import Path

from quizapp.core.problems import Problem
from quizapp.formats import log_files
from quizapp.formats.log_lines import Header
from quizapp.store import exporting, merging
from quizapp.store.database import Database
from tests.store.made import Clock, hasty, tables

_BESIDE = {
    "session": "SELECT * FROM session",
    "setting": "SELECT * FROM setting WHERE scope <> 'device'",
    "param_fit": "SELECT * FROM param_fit",
    "past": "SELECT card_id, past.* FROM past JOIN card USING (card_key)",
    "unread": "SELECT * FROM unread",
}


def machine(folder: Path, name: str, *, at_ms: int | None = None, offset: int = 0) -> Database:
    """A machine of its own; at_ms: what its clock says, which may be wrong."""
    clock = Clock(utc_offset_min=offset) if at_ms is None else Clock(at_ms, offset)
    return hasty(folder / name, clock, seed=random.Random(name).getrandbits(32))


def header(db: Database) -> Header:
    return Header(format=1, app="test", device=db.device_id)


def pour(source: Database, target: Database) -> merging.Merged:
    """Merge all that one machine has into another."""
    return merging.merge(target, list(exporting.export(source)))


def through_file(source: Database, target: Database, path: Path) -> merging.Merged:
    """The same by way of a file."""
    log_files.create(path, header(source), exporting.export(source))
    with log_files.open_log(path) as opened:
        merged = merging.merge(target, log_files.read(opened, str(path)))
    assert not merged.problems
    return merged


def all_tables(db: Database) -> dict[str, list[tuple]]:
    """All that has to be the same on every machine."""
    found = tables(db)
    for name, sql in _BESIDE.items():
        cursor = db.con.execute(sql)
        keep = [at for at, column in enumerate(cursor.description) if column[0] not in ("card_key", "seq")]
        found[name] = sorted((tuple(row[at] for at in keep) for row in cursor), key=repr)
    return found


def read_lines(text: bytes, path: Path) -> tuple[list, list[Problem]]:
    """What a file with these bytes holds, and what is wrong with it."""
    path.write_bytes(text)
    with log_files.open_log(path) as opened:
        found = list(log_files.read(opened, path.name))
    return [one for one in found if not isinstance(one, Problem)], [
        one for one in found if isinstance(one, Problem)
    ]
