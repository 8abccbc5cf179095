"""Progress files of former versions, from the dumps in `schemas`."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.store.made import PROGRESS

DUMPS = {int(path.stem.split("-")[1]): path for path in Path(__file__).with_name("schemas").glob("*.sql")}


def make(folder: Path, version: int) -> Path:
    """The file, as the quizapp of that time left it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / PROGRESS
    with closing(sqlite3.connect(path)) as con:
        con.executescript(DUMPS[version].read_text("utf-8"))
        con.execute("PRAGMA journal_mode = WAL")
    return path


def rows(con: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    cursor = con.execute(f"SELECT * FROM {table} ORDER BY 1")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def shape(con: sqlite3.Connection) -> dict[str, Any]:
    """What a schema is, however it was written: columns in order, keys, indexes, views and triggers."""
    found: dict[str, Any] = {}
    for type_, name, sql in con.execute("SELECT type, name, sql FROM main.sqlite_schema").fetchall():
        if type_ == "table":
            flags = con.execute("SELECT wr, strict FROM pragma_table_list(?) WHERE schema = 'main'", (name,))
            columns = con.execute("SELECT * FROM pragma_table_xinfo(?)", (name,))
            keys = con.execute("SELECT * FROM pragma_foreign_key_list(?)", (name,))
            checks = re.findall(r"CHECK \([^()]*\)", sql or "")
            found[name] = (*flags.fetchall(), columns.fetchall(), sorted(keys.fetchall()), checks)
        elif type_ == "index":
            found[name] = con.execute("SELECT * FROM pragma_index_xinfo(?)", (name,)).fetchall()
            found[f"{name} where"] = _plain(sql or "").partition(" WHERE ")[2]
        else:
            found[name] = _plain(sql)
    return found


def _plain(sql: str) -> str:
    return " ".join(re.sub(r"--[^\n]*", "", sql).split())
