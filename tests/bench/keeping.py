"""What copies of a large progress cost: one made, one looked into, compared, restored; the deep check."""

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


def _ms(started: float) -> float:
    return (time.perf_counter() - started) * 1000


def backup(folder: Path) -> dict[str, Any]:
    """On a copy of the profile, so that the next run finds it as it was."""
    from quizapp.paths import AppPaths
    from quizapp.profile import clock
    from quizapp.store import backups, contents, integrity, restoring
    from quizapp.store.database import Database

    with (
        TemporaryDirectory(dir=folder.parent) as name,
        Database.open(AppPaths.under(folder).data, now=clock, entropy=os.urandom) as original,
    ):
        backups.copy(original.con, Path(name), clock(), "BENCH").rename(Path(name) / "progress.sqlite3")
        with Database.open(Path(name), now=clock, entropy=os.urandom) as db:
            started = time.perf_counter()
            path = backups.make(db)
            make_ms = _ms(started)
            started = time.perf_counter()
            contents.look_at_all(db.folder, [path])
            look_ms = _ms(started)
            started = time.perf_counter()
            contents.look_at_all(db.folder, [path])
            known_ms = _ms(started)
            started = time.perf_counter()
            found = restoring.compare(db.folder, path)
            compare_ms = _ms(started)
            started = time.perf_counter()
            prepared = restoring.prepare(db, path)
            prepare_ms = _ms(started)
            started = time.perf_counter()
            restoring.put(db, prepared)
            put_ms = _ms(started)
            started = time.perf_counter()
            report = integrity.check(db)
            return {
                "check_ms": _ms(started),
                "answers": report.answers,
                "findings": "; ".join(one.problem.message for one in report.findings),
                "make_ms": make_ms,
                "look_ms": look_ms,
                "known_ms": known_ms,
                "compare_ms": compare_ms,
                "prepare_ms": prepare_ms,
                "put_ms": put_ms,
                "mb": path.stat().st_size / 1e6,
                "same": found.lost == found.gained,
            }
