"""The conditions of a search as SQL: each gives the keys of the cards that meet it, on the shelf or not."""

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.core.query_keys import YOUNG_DAYS
from quizapp.core.query_tests import Between, Contains, Is, Matches, Pattern, Rated, Since, Test
from quizapp.store import expressions, leeches, masks
from quizapp.store.due import AWAKE, RECALL
from quizapp.store.facts import PARTS, folded
from quizapp.store.search import matching

if TYPE_CHECKING:
    from quizapp.store.database import Database

_DAY_MS = 86_400_000


class Asked(NamedTuple):
    """Of whom, and when."""

    db: "Database"
    today: int
    now_ms: int

    def keys(self, sql: str, **more: Any) -> list[int]:
        """The cards of a statement that may name :today."""
        return masks.keys(self.db, sql, {"today": self.today, **more})


SUSPENDED = "coalesce(card_state.suspended, shelf.suspended) = 1"
"""SQL: a card of the shelf with its card_state is suspended."""
MISSING = """
SELECT card_key FROM (SELECT card_key FROM memory UNION SELECT card_key FROM card_state)
WHERE card_key NOT IN (SELECT card_key FROM shelf)
AND NOT EXISTS (SELECT 1 FROM cache.about WHERE key = 'forgotten')
"""
"""SQL: cards that have progress and are in no deck; none while any may be in a deck that is still unread."""

_WITH_STATE = "shelf LEFT JOIN card_state USING (card_key)"
_WAITING = f"SELECT card_key FROM {_WITH_STATE} JOIN memory USING (card_key) WHERE {AWAKE}"
_OF_NOTE = "SELECT card_key FROM cache.fact JOIN cache.face USING (note_key) WHERE"
_MEMORY = "SELECT card_key FROM memory WHERE"
_STATES = {
    "new": "SELECT card_key FROM shelf WHERE card_key NOT IN (SELECT card_key FROM memory)",
    "learning": f"{_MEMORY} step > 0",
    "young": f"{_MEMORY} step = 0 AND due_day - last_day < {YOUNG_DAYS}",
    "mature": f"{_MEMORY} step = 0 AND due_day - last_day >= {YOUNG_DAYS}",
}
_SORTS = {
    **_STATES,
    "due": f"{_WAITING} AND due_day <= :today",
    "late": f"{_WAITING} AND due_day < :today",
    "suspended": f"SELECT card_key FROM {_WITH_STATE} WHERE {SUSPENDED}",
    "buried": "SELECT card_key FROM card_state WHERE buried_day = :today",
    "flagged": "SELECT card_key FROM card_state WHERE flagged = 1",
    "missing": MISSING,
    "changed": """
        SELECT memory.card_key FROM memory JOIN review ON review_id = last_review_id
        JOIN cache.face ON face.card_key = memory.card_key
        WHERE content_hash NOT IN ('', content) AND NOT EXISTS (
            SELECT 1 FROM event AS said JOIN card ON card_id = target
            LEFT JOIN alias ON old_key = card.card_key
            WHERE type = 'keep' AND coalesce(new_key, card.card_key) = memory.card_key
            AND json_extract(payload, '$.content') = content
            AND NOT EXISTS (SELECT 1 FROM event WHERE target = said.event_id AND type = 'void')
        )
    """,
    "stale": f"{_OF_NOTE} valid_day < :today",
}
_RULED: Mapping[str, Callable[["Database"], str]] = {
    "leech": lambda db: (
        f"SELECT memory.card_key FROM memory LEFT JOIN shelf USING (card_key) WHERE {leeches.condition(db)}"
    ),
}
"""Those that the settings have a word in."""
_IS: Mapping[str, Callable[[Asked, str], list[int]]] = {
    "is": lambda asked, value: asked.keys(_RULED[value](asked.db) if value in _RULED else _SORTS[value]),
    "state": lambda asked, value: asked.keys(_STATES[value]),
    "kind": lambda asked, value: asked.keys(f"{_OF_NOTE} kind = :value", value=value),
    "status": lambda asked, value: asked.keys(f"{_OF_NOTE} status = :value", value=value),
    "has": lambda asked, value: asked.keys(f"{_OF_NOTE} has & :bit", bit=1 << PARTS.index(value)),
}
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

_NAMED = "SELECT card_key FROM cache.name JOIN cache.face USING (note_key) WHERE what = :what AND "
_TEXTS = "cache.words_content CROSS JOIN cache.face ON face.note_key = id"
"""Texts and their cards; CROSS: the texts are gone through, whatever SQLite thinks."""
_GONE = """
SELECT card_key FROM fingerprint JOIN card
ON card_id = uid OR card_id >= uid || '#' AND card_id < uid || '$'
WHERE gone_ms IS NOT NULL AND (
    instr(front, :folded) OR instr(back, :folded) OR instr(front, :typed) OR instr(back, :typed)
)
"""
"""Cards whose note is in no deck, by what its fingerprint still tells; that has its marks."""
_RATED = """
SELECT DISTINCT subject AS card_key FROM standing
WHERE at_ms >= :since AND study_day > :today - :days AND study_day <= :today AND rating BETWEEN :low AND :high
"""
_SINCE = {
    "added": "SELECT card_key FROM card WHERE first_seen >= :from_ms",
    "begun": """
        SELECT subject AS card_key FROM standing WHERE mode = 'study' GROUP BY subject
        HAVING min(study_day) > :today - :days AND min(study_day) <= :today
    """,
}


def find(asked: Asked, test: Test) -> list[int]:
    """The keys of the cards that meet a condition; TooSlowError (see expressions) if it takes too long."""
    return _FINDERS[type(test)](asked, test)


def of_decks_alone(test: Test) -> bool:
    """True if what was found stays as long as the decks stay as they are."""
    if isinstance(test, Is):
        return test.what in ("kind", "status", "has")
    return isinstance(test, Contains | Matches | Pattern)


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


def _number(asked: Asked, test: Between) -> list[int]:
    start, what = _NUMBERS[test.what]
    if test.low > 0:
        start = _MEMORY  # 0 is out of bounds, and with it all that was never studied
    sql = f"{start} {what} {_LOW[test.with_low]} :low AND {what} {_HIGH[test.with_high]} :high"
    return asked.keys(sql, low=test.low, high=test.high)


def _name(asked: Asked, test: Matches) -> list[int]:
    pattern = folded(test.pattern)
    if test.what == "deck":
        return _deck(asked, pattern)
    if "*" in pattern:
        names = asked.db.con.execute("SELECT DISTINCT folded FROM cache.name WHERE what = ?", (test.what,))
        found = json.dumps([name for (name,) in names if is_like(pattern, name)])
        return asked.keys(
            f"{_NAMED} folded IN (SELECT value FROM json_each(:found))", what=test.what, found=found
        )
    below = pattern if test.what == "tag" else "\U0010ffff"
    sql = "(folded = :name OR folded >= :low AND folded < :high)"
    return asked.keys(_NAMED + sql, what=test.what, name=pattern, low=f"{below}::", high=f"{below}:;")


def _deck(asked: Asked, pattern: str) -> list[int]:
    rows = asked.db.con.execute("SELECT deck_key, title, course FROM cache.deck WHERE studied")
    found = [key for key, *names in rows if any(is_like(pattern, name) for name in deck_names(*names))]
    sql = "SELECT card_key FROM shelf WHERE deck_key IN (SELECT value FROM json_each(:found))"
    return asked.keys(sql, found=json.dumps(found))


def _words(asked: Asked, test: Contains) -> list[int]:
    sought = " ".join(folded(test.words).split())
    held, args = matching([sought])
    found = masks.keys(asked.db, f"SELECT card_key FROM {_TEXTS} WHERE {held}", args)
    return found + asked.keys(_GONE, folded=sought, typed=" ".join(test.words.lower().split()))


def _rated(asked: Asked, test: Rated) -> list[int]:
    low, high = (test.rating, test.rating) if test.rating else (1, 4)
    since = asked.now_ms - (test.days + 1) * _DAY_MS
    return asked.keys(_RATED, since=since, days=test.days, low=low, high=high)


def _since(asked: Asked, test: Since) -> list[int]:
    from_ms = asked.now_ms - test.days * _DAY_MS
    return asked.keys(_SINCE[test.what], from_ms=from_ms, days=test.days)


_FINDERS: Mapping[type[Any], Callable[[Asked, Any], list[int]]] = {
    Contains: _words,
    Matches: _name,
    Is: lambda asked, test: _IS[test.what](asked, test.value),
    Between: _number,
    Rated: _rated,
    Since: _since,
    Pattern: lambda asked, test: expressions.find(asked.db, test.pattern),
}
