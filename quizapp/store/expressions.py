"""Regular expressions in the texts of all cards, within a time."""

from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING

import regex

from quizapp.core.query_values import compiled, is_quick

if TYPE_CHECKING:
    from quizapp.store.database import Database

SECONDS = 1.5
"""How long an expression may be looked for in all cards."""
_STEP = 50
"""Texts between two looks at the time."""
_SHORT = 2_000
"""Letters: one repeat takes the square of them, some 50 ms at the worst."""
_TEXTS = "SELECT card_key, c0 FROM cache.words_content CROSS JOIN cache.face ON face.note_key = id"


class TooSlowError(Exception):
    """An expression was given up."""


def find(db: "Database", pattern: str) -> list[int]:
    """The cards, by key, in whose text it is found; TooSlowError if that takes too long."""
    return list(_search(db, pattern, monotonic() + SECONDS))


def _search(db: "Database", pattern: str, end: float) -> Iterator[int]:
    expression = compiled(pattern)
    assert expression is not None
    short = _SHORT if is_quick(pattern) else -1
    rows = db.con.execute(_TEXTS)
    while some := rows.fetchmany(_STEP):
        for card_key, text in some:
            # Within a text, asking for the time costs more than the search itself.
            if expression.search(text) if len(text) <= short else _in_time(expression, text, end):
                yield card_key
        if monotonic() > end:
            raise TooSlowError


def _in_time(expression: "regex.Pattern[str]", text: str, end: float) -> bool:
    try:
        return bool(expression.search(text, timeout=max(0.001, end - monotonic())))
    except TimeoutError as error:
        raise TooSlowError from error
