"""The conditions of a search as SQL: each gives the keys of the cards that meet it, on the shelf or not."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.core.query_keys import LEECH_LAPSES, YOUNG_DAYS
from quizapp.core.query_tests import (
    Between,
    Contains,
    Is,
    Matches,
    Pattern,
    Rated,
    Since,
    Test,
)
from quizapp.core.query_values import compiled
from quizapp.store.due import AWAKE, RECALL
from quizapp.store.facts import PARTS, folded
from quizapp.store.search import matching

if TYPE_CHECKING:
    from quizapp.store.database import Database

Keys = Iterable[tuple[int]]


class Asked(NamedTuple):
    """Of whom, and when."""

    db: "Database"
    today: int
    now_ms: int

    def run(self, sql: str, **more: Any) -> Keys:
        """The rows of a statement that may name :today."""
        return self.db.con.execute(sql, {"today": self.today, **more})


LEECH = f"lapses >= {LEECH_LAPSES} AND due_day - last_day < {YOUNG_DAYS}"
"""SQL: a card of memory is a leech."""
SUSPENDED = "coalesce(card_state.suspended, shelf.suspended) = 1"
_WITH_STATE = "shelf LEFT JOIN card_state USING (card_key)"
_NEW = "SELECT card_key FROM shelf EXCEPT SELECT card_key FROM memory"
_WAITING = f"SELECT card_key FROM {_WITH_STATE} JOIN memory USING (card_key) WHERE {AWAKE}"
MISSING = """
SELECT card_key FROM (SELECT card_key FROM memory UNION SELECT card_key FROM card_state)
WHERE card_key NOT IN (SELECT card_key FROM shelf)
"""
"""Cards that have progress and are in no deck."""

_OF_NOTE = "SELECT card_key FROM cache.fact JOIN cache.face USING (note_key) WHERE"
_STATES = {
    "new": _NEW,
    "learning": "SELECT card_key FROM memory WHERE step > 0",
    "young": f"SELECT card_key FROM memory WHERE step = 0 AND due_day - last_day < {YOUNG_DAYS}",
    "mature": f"SELECT card_key FROM memory WHERE step = 0 AND due_day - last_day >= {YOUNG_DAYS}",
}
_SORTS = {
    **_STATES,
    "due": f"{_WAITING} AND due_day <= :today",
    "late": f"{_WAITING} AND due_day < :today",
    "suspended": f"SELECT card_key FROM {_WITH_STATE} WHERE {SUSPENDED}",
    "buried": "SELECT card_key FROM card_state WHERE buried_day = :today",
    "leech": f"SELECT card_key FROM memory WHERE {LEECH}",
    "flagged": "SELECT card_key FROM card_state WHERE flagged = 1",
    "missing": MISSING,
    "stale": f"{_OF_NOTE} valid_day < :today",
}
_IS: Mapping[str, Callable[[Asked, str], Keys]] = {
    "is": lambda asked, value: asked.run(_SORTS[value]),
    "state": lambda asked, value: asked.run(_STATES[value]),
    "kind": lambda asked, value: asked.run(f"{_OF_NOTE} kind = :value", value=value),
    "status": lambda asked, value: asked.run(f"{_OF_NOTE} status = :value", value=value),
    "has": lambda asked, value: asked.run(f"{_OF_NOTE} has & :bit", bit=1 << PARTS.index(value)),
}
_MEMORY = "SELECT card_key FROM memory WHERE"
_ALL_MEMORY = "SELECT card_key FROM shelf LEFT JOIN memory USING (card_key) WHERE"
_NUMBERS = {
    "due": (_MEMORY, "due_day - :today"),
    "stability": (_MEMORY, "stability"),
    "difficulty": (_MEMORY, "difficulty"),
    "recall": (_MEMORY, f"100 * {RECALL}"),
    "interval": (_MEMORY, "due_day - last_day"),
    "forgotten": (_ALL_MEMORY, "coalesce(lapses, 0)"),
    "reviews": (_ALL_MEMORY, "coalesce(reps, 0)"),
}
"""What -> where it stands, and what it is; a card that was never studied has 0 reviews."""
_LOW = {True: ">=", False: ">"}
_HIGH = {True: "<=", False: "<"}

_TEXTS = "cache.words JOIN cache.face ON face.note_key = words.rowid"
_NAMED = "SELECT card_key FROM cache.name JOIN cache.face USING (note_key) WHERE what = :what AND "
_RATED = """
SELECT subject FROM standing WHERE at_ms >= :since AND study_day > :today - :days AND study_day <= :today
AND rating BETWEEN :low AND :high
"""
_SINCE = {
    "added": "SELECT card_key FROM card WHERE first_seen >= :from_ms",
    "begun": """
        SELECT subject FROM standing WHERE mode = 'study' GROUP BY subject
        HAVING min(study_day) > :today - :days AND min(study_day) <= :today
    """,
}


def find(asked: Asked, test: Test) -> Keys:
    """The keys of the cards that meet a condition."""
    return _FINDERS[type(test)](asked, test)


def is_like(pattern: str, name: str) -> bool:
    """Whether a folded name fits a folded pattern with `*` in it."""
    first, *rest = pattern.split("*")
    if not rest:
        return name == pattern
    *middle, last = rest
    if not name.startswith(first) or len(name) < len(first) + len(last):
        return False
    at, end = len(first), len(name) - len(last)
    for piece in middle:
        at = name.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return name.endswith(last)


def deck_names(title: str, course: str) -> tuple[str, ...]:
    """What a deck is called, folded: its title, the folders it is in, and these together."""
    folders = folded(course).split(" / ")
    name = folded(title)
    tails = ["/".join(folders[at:]) for at in range(len(folders))]
    return (name, *folders, *tails, *(f"{tail}/{name}" for tail in tails))


def _number(asked: Asked, test: Between) -> Keys:
    start, what = _NUMBERS[test.what]
    sql = f"{start} {what} {_LOW[test.with_low]} :low AND {what} {_HIGH[test.with_high]} :high"
    return asked.run(sql, low=test.low, high=test.high)


def _name(asked: Asked, test: Matches) -> Keys:
    pattern = folded(test.pattern)
    if test.what == "deck":
        return _deck(asked, pattern)
    if "*" in pattern:
        return asked.run(_NAMED + "folded GLOB :glob", what=test.what, glob=_glob(test.what, pattern))
    if test.what == "tag":
        bounds = {"low": f"{pattern}::", "high": f"{pattern}:;"}
        sql = "(folded = :folded OR folded >= :low AND folded < :high)"
        return asked.run(_NAMED + sql, what=test.what, folded=pattern, **bounds)
    return asked.run(_NAMED + "folded = :folded", what=test.what, folded=pattern)


def _glob(what: str, pattern: str) -> str:
    return pattern.replace("[", "[[]").replace("?", "[?]")


def _deck(asked: Asked, pattern: str) -> Keys:
    rows = asked.db.con.execute("SELECT deck_key, title, course FROM cache.deck WHERE studied")
    keys = [
        key
        for key, title, course in rows
        if any(is_like(pattern, name) for name in deck_names(title, course))
    ]
    return asked.run(
        "SELECT card_key FROM shelf WHERE deck_key IN (SELECT value FROM json_each(:keys))",
        keys=json.dumps(keys),
    )


def _words(asked: Asked, test: Contains) -> Keys:
    notes, args = matching([" ".join(folded(test.words).split())])
    return asked.db.con.execute(f"SELECT card_key FROM {_TEXTS} WHERE {notes}", args)


def _rated(asked: Asked, test: Rated) -> Keys:
    low, high = (test.rating, test.rating) if test.rating else (1, 4)
    since = asked.now_ms - (test.days + 1) * _DAY_MS
    return asked.run(_RATED, since=since, days=test.days, low=low, high=high)


def _since(asked: Asked, test: Since) -> Keys:
    from_ms = asked.now_ms - test.days * _DAY_MS
    return asked.run(_SINCE[test.what], from_ms=from_ms, days=test.days)


def _pattern(asked: Asked, test: Pattern) -> Keys:
    pattern = compiled(test.pattern)
    assert pattern is not None
    rows = asked.db.con.execute(
        "SELECT card_key, text FROM cache.words JOIN cache.face ON note_key = words.rowid"
    )
    return [(key,) for key, text in rows if pattern.search(text)]


_DAY_MS = 86_400_000
_FINDERS: Mapping[type[Any], Callable[[Asked, Any], Keys]] = {
    Contains: _words,
    Matches: _name,
    Is: lambda asked, test: _IS[test.what](asked, test.value),
    Between: _number,
    Rated: _rated,
    Since: _since,
    Pattern: _pattern,
}
