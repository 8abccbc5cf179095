"""Settings on disk: typed by their declarations, the last writer wins, whatever does not suit is ignored."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from quizapp.core.problems import QuizError
from quizapp.core.settings import BY_KEY, Setting, Settings

if TYPE_CHECKING:
    from quizapp.store.database import Database

_PUT = """
INSERT INTO setting VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET value = excluded.value, at_ms = excluded.at_ms, device_id = excluded.device_id
WHERE (excluded.at_ms, excluded.device_id) >= (setting.at_ms, setting.device_id)
"""


def load(db: "Database", scopes: Sequence[str] = ()) -> Settings:
    """All settings. scopes: `folder:PATH` and `deck:ID` whose own values count, the nearest last."""
    values: dict[str, Any] = {}
    for scope in ("all", "device", *scopes):
        rows = db.con.execute("SELECT key, value FROM setting WHERE scope = ?", (scope,))
        values |= {key: value for key, text in rows if (value := _known(key, text)) is not None}
    return Settings(**values)


def get(db: "Database", key: str, scope: str = "") -> Any:
    """One setting: its value in the scope (its own by default), or its default."""
    setting = _declared(key)
    row = db.con.execute(
        "SELECT value FROM setting WHERE scope = ? AND key = ?", (scope or setting.scope, key)
    ).fetchone()
    value = _known(key, row[0]) if row else None
    return setting.default if value is None else value


def put(db: "Database", key: str, value: Any, scope: str = "") -> None:
    """Keep a value; QuizError if it does not suit the setting."""
    setting = _declared(key)
    try:
        checked = setting.check(value)
    except msgspec.ValidationError as error:
        raise QuizError("setting_invalid", key=key, value=str(value), reason=str(error)) from error
    row = (scope or setting.scope, key, msgspec.json.encode(checked).decode(), db.now().at_ms, db.device_id)
    with db.transaction():
        db.con.execute(_PUT, row)


def _declared(key: str) -> Setting:
    if key not in BY_KEY:
        raise QuizError("setting_unknown", key=key)
    return BY_KEY[key]


def _known(key: str, text: str) -> Any:
    """A stored value; None if the setting is gone or its values have changed."""
    if key not in BY_KEY:
        return None
    try:
        return BY_KEY[key].check(msgspec.json.decode(text))
    except (msgspec.ValidationError, msgspec.DecodeError):
        return None
