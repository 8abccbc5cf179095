"""The columns that a table of cards is sorted by, as SQL."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from msgspec import Struct

from quizapp.store import masks
from quizapp.store.due import RECALL
from quizapp.store.facts import folded

if TYPE_CHECKING:
    from quizapp.store.database import Database

Column = Literal[
    "question", "kind", "deck", "tags", "due", "stability", "difficulty", "recall", "interval", "reviews",
    "lapses", "added", "status",
]  # fmt: skip
COLUMNS: tuple[Column, ...] = get_args(Column)


class Sort(Struct, frozen=True):
    """By which column; cards without a value in it come last either way."""

    column: Column = "due"
    descending: bool = False


class _Order(NamedTuple):
    """Where a column stands, and what it is; only cards that have a value in it."""

    table: str
    by: str
    then: str = "card_key"
    of_decks: bool = True
    """It stays as long as the decks stay as they are."""


def _memory(by: str) -> _Order:
    return _Order("memory", by, of_decks=False)


_FACT = "cache.fact JOIN cache.face USING (note_key)"
_ORDERS: Mapping[Column, _Order] = {
    "question": _Order("cache.face", "rank"),
    "kind": _Order(_FACT, "kind"),
    "deck": _Order("shelf JOIN json_each(:decks) ON deck_key = value", "json_each.key", "note, card_key"),
    "tags": _Order(f"{_FACT} WHERE tags <> ''", "tag_rank"),
    "due": _memory("due_day"),
    "stability": _memory("stability"),
    "difficulty": _memory("difficulty"),
    "recall": _memory(RECALL),
    "interval": _memory("due_day - last_day"),
    "reviews": _memory("reps"),
    "lapses": _memory("lapses"),
    "added": _Order("card", "first_seen"),
    "status": _Order(f"{_FACT} WHERE status <> ''", "status"),
}


def of_decks_alone(sort: Sort) -> bool:
    """True if the order stays as long as the decks stay as they are."""
    return _ORDERS[sort.column].of_decks


def ordered(db: "Database", sort: Sort, today: int) -> list[int]:
    """The keys of all cards that have a value in the column, sorted; equals by age, or by place in a deck."""
    order = _ORDERS[sort.column]
    direction = "DESC" if sort.descending else "ASC"
    sql = f"SELECT card_key FROM {order.table} ORDER BY {order.by} {direction}, {order.then}"
    return masks.keys(db, sql, {"today": today, "decks": _decks(db)})


def _decks(db: "Database") -> str:
    """The keys of all decks, as JSON, by title as it is read."""
    rows = db.con.execute("SELECT title, deck_key FROM cache.deck").fetchall()
    return json.dumps([key for _, key in sorted((folded(title), key) for title, key in rows)])
