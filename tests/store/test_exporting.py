"""What travels: every column of every table that is no fold and not of this machine alone."""

import re
from importlib.resources import files
from pathlib import Path

from msgspec import json

from quizapp.formats.log_lines import (
    RECORDS,
    CardLine,
    EventLine,
    NoteLine,
    PastLine,
    ReviewLine,
    SessionLine,
    SettingLine,
)
from quizapp.store import compact, exporting, log, sittings
from quizapp.store import settings as stored
from quizapp.store.database import Database
from tests.store.machines import machine, pour
from tests.store.made import DAY_MS, answer, event, undo

TRAVELS = {
    "card": CardLine,
    "fingerprint": NoteLine,
    "past": PastLine,
    "session": SessionLine,
    "review": ReviewLine,
    "event": EventLine,
    "setting": SettingLine,
}
LOCAL = {"meta", "guess", "unread", "sync_file", "sync_line"}
"""Of this machine, or written line by line."""
STAYS = {
    "card": {"card_key"},
    "fingerprint": {"note_key", "gone_ms"},
    "past": {"card_key"},
    "review": {"seq", "card_key", "guess"},
    "event": {"seq", "type"},
}
"""Columns that are local numbers, or copies of what is in others."""
ADDED = {"past": {"card_id"}, "review": {"card_id"}, "event": {"event"}}
"""Fields that stand for those."""


def test_every_table_travels_is_a_fold_or_is_local(db: Database) -> None:
    schema = (files("quizapp.store") / "schema.sql").read_text("utf-8")
    folds = set(re.findall(r"-- fold[^\n]*(?:\n--[^\n]*)*\nCREATE TABLE (\w+)", schema))
    tables = {name for (name,) in db.con.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")}
    assert tables == folds | LOCAL | TRAVELS.keys()
    assert set(TRAVELS.values()) == set(RECORDS)


def test_every_column_travels_or_is_local(db: Database) -> None:
    for table, record in TRAVELS.items():
        columns = {row[0] for row in db.con.execute("SELECT name FROM pragma_table_info(?)", (table,))}
        fields = set(record.__struct_fields__)
        assert fields == columns - STAYS.get(table, set()) | ADDED.get(table, set()), table


def filled(db: Database) -> None:
    for number in range(12):
        answer(db, f"c{number % 5}", 1 + number % 4)
        db.now.at_ms += DAY_MS
    undo(db)
    log.append_event(db, event(db, "flag", "c2"))
    stored.put(db, "new_per_day", 3)
    sittings.start_session(db, mode="study", title="t", scope={"deck": [1]}, seed=1)


def text(db: Database) -> bytes:
    return b"\n".join(json.encode(line) for line in exporting.export(db))


def test_two_machines_that_agree_write_the_same(tmp_path: Path) -> None:
    with machine(tmp_path, "one") as one, machine(tmp_path, "two") as two:
        filled(one)
        answer(two, "c1")
        pour(one, two)
        pour(two, one)
        assert text(one) == text(two)
        compact.compact(one)
        assert text(one) == text(two)


def test_what_came_later_is_written_alone(db: Database) -> None:
    filled(db)
    place = exporting.end(db)
    assert list(exporting.logged(db, place)) == []
    answer(db, "c1")
    log.append_event(db, event(db, "unflag", "c2"))
    assert [type(line) for line in exporting.logged(db, place)] == [EventLine, ReviewLine]


def test_cards_without_a_log_stay_here(db: Database) -> None:
    answer(db, "seen")
    db.con.execute("INSERT INTO card (card_id, first_seen) VALUES ('on the shelf', 5)")
    cards = [line.card_id for line in exporting.export(db) if isinstance(line, CardLine)]
    assert cards == ["seen"]


def test_settings_of_this_machine_stay_here(db: Database) -> None:
    stored.put(db, "text_size", 150)
    stored.put(db, "new_per_day", 5)
    assert [line.key for line in exporting.export(db) if isinstance(line, SettingLine)] == ["new_per_day"]
