"""Regular expressions in the texts of all cards, within a time."""

from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING

from quizapp.core.query_values import compiled, is_quick

if TYPE_CHECKING:
    from quizapp.store.database import Database

SECONDS = 1.5
"""How long an expression may be looked for in all cards."""
_STEP = 50
"""Texts between two looks at the time, where no single one can take long."""
_TEXTS = "SELECT card_key, c0 FROM cache.words_content CROSS JOIN cache.face ON face.note_key = id"


class TooSlowError(Exception):
    """An expression was given up."""


def find(db: "Database", pattern: str) -> list[int]:
    """The cards, by key, in whose text it is found; TooSlowError if that takes too long."""
    search = _timed if not is_quick(pattern) else _untimed
    return list(search(db, pattern, monotonic() + SECONDS))


def _untimed(db: "Database", pattern: str, end: float) -> Iterator[int]:
    """The time is asked for between texts: within one it costs more than the search itself."""
    expression = compiled(pattern)
    assert expression is not None
    found = expression.search
    rows = db.con.execute(_TEXTS)
    while some := rows.fetchmany(_STEP):
        yield from [card_key for card_key, text in some if found(text)]
        if monotonic() > end:
            raise TooSlowError


def _timed(db: "Database", pattern: str, end: float) -> Iterator[int]:
    expression = compiled(pattern)
    assert expression is not None
    for card_key, text in db.con.execute(_TEXTS):
        try:
            if expression.search(text, timeout=max(0.001, end - monotonic())):
                yield card_key
        except TimeoutError as error:
            raise TooSlowError from error
