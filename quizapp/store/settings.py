"""Settings on disk: typed by their declarations, the last writer wins, whatever does not suit is ignored.

A row whose value is `null` says that a value was taken away, so that this travels like any other change.
"""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from quizapp.core.problems import QuizError
from quizapp.core.settings import BY_KEY, Setting, Settings

if TYPE_CHECKING:
    from quizapp.store.database import Database

DEVICE = "device"
"""The scope of what holds for this machine alone."""

_STORED = "SELECT scope, key, value FROM setting WHERE scope IN (SELECT value FROM json_each(?))"
# Whoever sets something here sees it happen, whatever the clock says.
PUT = """
INSERT INTO setting VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET value = excluded.value, at_ms = max(excluded.at_ms, setting.at_ms + 1),
    device_id = excluded.device_id
"""
"""SQL: a value of a scope and key; an older one than what is there changes nothing."""
_TAKE = """
INSERT INTO setting VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET value = excluded.value, at_ms = excluded.at_ms, device_id = excluded.device_id
WHERE (excluded.at_ms, excluded.device_id, excluded.value) > (setting.at_ms, setting.device_id, setting.value)
"""


class Row(Struct, frozen=True, kw_only=True):
    """A stored value, as it travels."""

    scope: str
    """`all`, `folder:PATH` or `deck:ID`."""
    key: str
    """Perhaps one that only another version knows."""
    value: str
    """JSON; `null`: taken away."""
    at_ms: int
    device_id: str


def load(db: "Database", scopes: Sequence[str] = ()) -> Settings:
    """All settings. scopes: `folder:PATH` and `deck:ID` whose own values count, the nearest last."""
    order = ("all", DEVICE, *scopes)
    rows = db.con.execute(_STORED, (json.dumps(order),)).fetchall()
    values: dict[str, Any] = {}
    for scope, key, text in sorted(rows, key=lambda row: order.index(row[0])):
        value = _known(key, text, scope)
        if value is None:
            continue
        caps = scope not in ("all", DEVICE) and BY_KEY[key].about.caps
        values[key] = min(value, values.get(key, BY_KEY[key].default)) if caps else value
    return Settings(**values)


def get(db: "Database", key: str, scope: str = "") -> Any:
    """One setting: its value in the scope (its own by default), or its default."""
    setting = _declared(key)
    value = held(db, key).get(scope or setting.scope)
    return setting.default if value is None else value


def held(db: "Database", key: str) -> dict[str, Any]:
    """What is kept for a setting: scope -> value."""
    rows = db.con.execute("SELECT scope, value FROM setting WHERE key = ?", (key,))
    found = ((scope, _known(key, text, scope)) for scope, text in rows)
    return {scope: value for scope, value in found if value is not None}


def narrower(db: "Database") -> frozenset[str]:
    """The folders' and decks' scopes in which something is kept."""
    rows = db.con.execute(
        "SELECT DISTINCT scope FROM setting WHERE scope NOT IN ('all', 'device') AND value <> 'null'"
    )
    return frozenset(scope for (scope,) in rows)


def put(db: "Database", key: str, value: Any, scope: str = "") -> None:
    """Keep a value, by default for all decks or this machine, as declared; None takes it away.

    QuizError if it does not suit the setting, or the setting cannot differ by deck.
    """
    setting = _declared(key)
    scope = scope or setting.scope
    if not _belongs(setting, scope):
        raise QuizError("setting_scope", key=key, scope=scope)
    try:
        checked = None if value is None else setting.check(value)
    except msgspec.ValidationError as error:
        raise QuizError("setting_invalid", key=key, value=str(value), reason=str(error)) from error
    row = (scope, key, msgspec.json.encode(checked).decode(), db.now().at_ms, db.device_id)
    with db.transaction():
        db.con.execute(PUT, row)


def travelling(db: "Database") -> tuple[Row, ...]:
    """What goes to other machines: all but the settings of this one."""
    rows = db.con.execute("SELECT * FROM setting WHERE scope <> 'device' ORDER BY scope, key")
    return tuple(Row(**dict(zip(Row.__struct_fields__, row, strict=True))) for row in rows)


def take(db: "Database", rows: Iterable[Row]) -> None:
    """Take in what came from another machine, in any order and any number of times: the last writer wins."""
    with db.transaction():
        db.con.executemany(_TAKE, [msgspec.structs.astuple(row) for row in rows if row.scope != DEVICE])


def _declared(key: str) -> Setting:
    if key not in BY_KEY:
        raise QuizError("setting_unknown", key=key)
    return BY_KEY[key]


def _belongs(setting: Setting, scope: str) -> bool:
    """True if a value of this setting may be kept there."""
    return scope == setting.scope or (setting.about.per_deck and scope.startswith(("folder:", "deck:")))


def _known(key: str, text: str, scope: str) -> Any:
    """A stored value; None if it was taken away, or the setting is gone or is another one now."""
    if key not in BY_KEY or not _belongs(BY_KEY[key], scope):
        return None
    try:
        return BY_KEY[key].check(msgspec.json.decode(text))
    except (msgspec.ValidationError, msgspec.DecodeError):
        return None
