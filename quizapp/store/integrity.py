"""The deep check: can all be read that the progress file holds, and are its folds a replay of the log?

It is made on a copy, so that nothing waits for it. `repair` cures what follows from the log, and drops
nothing.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from quizapp.core.problems import Problem, QuizError
from quizapp.store import backups, memory, migrations, totals
from quizapp.store.connection import DAMAGE, PROGRESS, connect, is_of_system, reason_of
from quizapp.store.rows import graded_of

if TYPE_CHECKING:
    from quizapp.store.database import Database

_SHOWN = 20
"""Rows and sentences of one sort that are listed one by one."""
_FOLD = re.compile(r"^-- fold:.*\n(?:--.*\n)*CREATE TABLE (\w+)", re.MULTILINE)
"""How schema.sql marks a table that follows from the log."""
_DRAWN = """
SELECT name, sql FROM main.sqlite_schema WHERE type IN ('trigger', 'index', 'view') AND sql NOT NULL
"""
_INDEX = ("missing from index", "wrong # of entries in index", "non-unique entry in index")
"""How SQLite's words begin, or go on, where an index does not say what its table says."""


class Finding(Struct, frozen=True):
    """Something that is not as it should be, with its cure in its words."""

    problem: Problem
    curable: bool
    """`repair` cures it."""


class Report(Struct, frozen=True):
    """What the deep check found, and how much it looked at."""

    findings: tuple[Finding, ...]
    answers: int
    events: int
    cards: int


@cache
def folds() -> tuple[str, ...]:
    """The tables that follow from the log."""
    return tuple(_FOLD.findall((files("quizapp.store") / "schema.sql").read_text("utf-8")))


def check(db: "Database", progress: Callable[[int, int], None] = memory.untold) -> Report:
    """Look at everything; for a thread. progress: called with (answers done, all answers) now and then."""
    try:
        with (
            TemporaryDirectory(prefix="check-", dir=db.folder) as name,
            closing(connect(Path(name) / PROGRESS)) as con,
        ):
            db.con.backup(con)
            con.execute("PRAGMA synchronous = OFF")
            copy = type(db)(Path(name), con, db.now, db.entropy)
            return _report(copy, progress)
    except (OSError, sqlite3.OperationalError) as error:
        raise QuizError("check_failed", folder=str(db.folder), reason=reason_of(error)) from error


def repair(db: "Database", progress: Callable[[int, int], None] = memory.untold) -> Path:
    """Bring everything that follows from the log back to what the log says; return the copy made before.

    An unsound file is copied as it is. progress: called with (answers done, all answers) now and then; what
    it raises ends the repair, with nothing left half done. QuizError if the log itself is damaged: then a
    copy is to be restored, or what the file still holds to be saved.
    """
    progress(0, 1)
    before = backups.copy_as_it_is(db)
    with db.transaction():
        _draw_anew(db)
    for (name,) in db.con.execute(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall():
        progress(0, 1)
        db.con.execute(f"REINDEX main.{name}")
    try:
        memory.rebuild(db, progress)
    except DAMAGE as error:
        if is_of_system(error):
            raise
        before.unlink()  # the log is as it was: its copy would only pass for a good one
        raise QuizError("progress_unsound", folder=str(before.parent)) from error
    return before


def _report(db: "Database", progress: Callable[[int, int], None]) -> Report:
    findings: list[Finding] = []
    answers = events = cards = 0
    try:
        findings += _pages(db)
        answers, events, cards = (_count(db, table) for table in ("review", "event", "card"))
        for look in (_drawn, _foreign, _outcomes, _payloads):
            findings += look(db)
        if not any(not one.curable and one.problem.code == "check_page" for one in findings):
            findings += _folds(db, progress)
    except DAMAGE as error:
        if is_of_system(error):
            raise  # a full disk is no damage of the file
        findings.append(_found("check_page", what=str(error)))
    return Report(tuple(findings), answers, events, cards)


def _pages(db: "Database") -> Iterator[Finding]:
    """What SQLite itself finds."""
    told: set[str] = set()
    for (text,) in db.con.execute(f"PRAGMA main.integrity_check({_SHOWN})").fetchall():
        index = next((text.rpartition("index ")[2] for words in _INDEX if words in text), "")
        if text == "ok" or index in told:
            continue
        told.add(index or text)
        yield _found("check_index", curable=True, index=index) if index else _found("check_page", what=text)


def _drawn(db: "Database") -> Iterator[Finding]:
    """Triggers, indexes and views that should be there."""
    for name in sorted(_missing(db)):
        yield _found("check_schema", curable=True, name=name)


def _foreign(db: "Database") -> Iterator[Finding]:
    """Rows that refer to a row which is not there: above all, answers to unknown cards."""
    counts: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in db.con.execute("PRAGMA main.foreign_key_check"):
        counts[table, parent] = counts.get((table, parent), 0) + 1
    for (table, parent), count in sorted(counts.items()):
        yield _found(
            "check_reference", curable=table in folds(), count=str(count), table=table, parent=parent
        )


def _outcomes(db: "Database") -> Iterator[Finding]:
    yield from _unreadable(db, "SELECT seq, outcome FROM review NOT INDEXED", "check_answer", graded_of)


def _payloads(db: "Database") -> Iterator[Finding]:
    decode = msgspec.json.Decoder(dict).decode
    yield from _unreadable(db, "SELECT seq, payload FROM event NOT INDEXED", "check_event", decode)


def _unreadable(db: "Database", sql: str, code: str, decode: Callable[[str], object]) -> Iterator[Finding]:
    """Rows whose JSON says nothing."""
    bad = []
    for seq, text in db.con.execute(sql):
        try:
            decode(text)
        except msgspec.MsgspecError:
            bad.append(seq)
    if bad:
        more = ", …" if len(bad) > _SHOWN else ""
        yield _found(code, count=str(len(bad)), rows=", ".join(map(str, bad[:_SHOWN])) + more)


def _folds(db: "Database", progress: Callable[[int, int], None]) -> Iterator[Finding]:
    """Fold the log anew, on the copy, and compare."""
    if not memory.is_current(db):
        yield _found("check_stale", curable=True)
        return
    for table in folds():
        db.con.execute(f"CREATE TEMP TABLE was_{table} AS SELECT * FROM main.{table}")
    # The spans of cards end with the day on which they were last looked at, which need not be today.
    memory.rebuild(db, progress, span_day=totals.day_of(db))
    for table in folds():
        one, other = f"SELECT * FROM main.{table}", f"SELECT * FROM temp.was_{table}"
        ways = (f"{one} EXCEPT {other}", f"{other} EXCEPT {one}")
        differ = max(db.con.execute(f"SELECT count(*) FROM ({way})").fetchone()[0] for way in ways)
        if differ:
            yield _found("check_fold", curable=True, count=str(differ), table=table)


def _missing(db: "Database") -> dict[str, str]:
    """Name -> SQL of what a new file has and this one has not, or has otherwise."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        migrations.create(con, "X")
        wanted = dict(con.execute(_DRAWN))
    there = {name: _plain(sql) for name, sql in db.con.execute(_DRAWN)}
    return {name: sql for name, sql in wanted.items() if there.get(name) != _plain(sql)}


def _draw_anew(db: "Database") -> None:
    kinds = dict(db.con.execute("SELECT name, type FROM main.sqlite_schema"))
    for name, sql in _missing(db).items():
        if name in kinds:
            db.con.execute(f"DROP {kinds[name]} main.{name}")
        db.con.execute(sql)


def _plain(sql: str) -> str:
    return " ".join(sql.split())


def _count(db: "Database", table: str) -> int:
    (count,) = db.con.execute(f"SELECT count(*) FROM main.{table} NOT INDEXED").fetchone()
    return int(count)


def _found(code: str, *, curable: bool = False, **args: str) -> Finding:
    return Finding(Problem(code=code, args=args), curable)
