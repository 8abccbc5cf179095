"""The cards on the shelf as statistics see them, column by column: that is read far faster than rows."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from quizapp.core.query_keys import YOUNG_DAYS
from quizapp.core.stats import BINS, SPANS, Period
from quizapp.core.stats_sums import CardSums
from quizapp.store import leeches
from quizapp.store.due import AWAKE
from quizapp.store.finding import SUSPENDED
from quizapp.store.totals import NUMBERS, CardRows

if TYPE_CHECKING:
    from quizapp.store.database import Database

NEW, LEARNING, YOUNG, MATURE, SET_ASIDE = range(5)
_STATE = f"""
CASE WHEN {SUSPENDED} THEN {SET_ASIDE} WHEN memory.card_key IS NULL THEN {NEW} WHEN step > 0 THEN {LEARNING}
WHEN due_day - last_day < {YOUNG_DAYS} THEN {YOUNG} ELSE {MATURE} END
"""
_WAIT = f"""
CASE WHEN memory.card_key IS NULL OR {SUSPENDED} THEN NULL
WHEN due_day > :today THEN due_day - :today WHEN {AWAKE} THEN 0 ELSE 1 END
"""
_BELOW = " ".join(f"WHEN stability < {high!r} THEN {place}" for place, high in enumerate(BINS[1:]))
_BIN = f"CASE WHEN memory.card_key IS NULL THEN NULL {_BELOW} ELSE {len(BINS) - 1} END"
_COLUMNS = {
    "card_key": "shelf.card_key",
    "deck": "deck_key",
    "kind": "coalesce(kind, '')",
    "status": "coalesce(status, '')",
    "tags": "coalesce(tags, '')",
    "state": _STATE,
    "wait": _WAIT,
    "bin": _BIN,
}
_FROM = """
LEFT JOIN memory USING (card_key) LEFT JOIN card_state USING (card_key) LEFT JOIN card_total USING (card_key)
LEFT JOIN cache.fact USING (note_key)
"""
_SOME = "json_each(:keys) CROSS JOIN shelf ON shelf.card_key = value"

_list = msgspec.json.Decoder(list[Any]).decode


class Cards(NamedTuple):
    """Each a column, a value a card."""

    keys: list[int]
    decks: list[int]
    """By key."""
    kinds: list[str]
    statuses: list[str]
    tags: list[str]
    """One a line. Those of a note that is not indexed yet are missing, as its kind is."""
    states: list[int]
    """NEW, LEARNING, YOUNG, MATURE or SET_ASIDE."""
    waits: list[int | None]
    """Days until the card is due, 0 if it waits; None if it was never studied or is suspended."""
    bins: list[int | None]
    """The place of its stability in BINS; None if it was never studied."""
    leeches: list[int]
    """0 or 1."""
    sums: CardSums
    """Its answers in the period."""


def read(db: "Database", today: int, period: Period, only: Sequence[int] | None, newer: CardRows) -> Cards:
    """The cards on the shelf: all, or some. newer: rows that are true in place of those in card_total."""
    span = f"{period}_" if period in SPANS else ""
    sums = [f"coalesce({span}{name}, 0)" for name in NUMBERS]
    columns = [*_COLUMNS.values(), f"coalesce({leeches.condition(db)}, 0)", *sums]
    named = ", ".join(f"{sql} AS c{place}" for place, sql in enumerate(columns))
    lists = ", ".join(f"json_group_array(c{place})" for place in range(len(columns)))
    source = "shelf" if only is None else _SOME
    args = {"today": today, "keys": json.dumps(list(only or ()))}
    row = db.con.execute(f"SELECT {lists} FROM (SELECT {named} FROM {source} {_FROM})", args).fetchone()
    found = [_list(text) for text in row]
    keys, decks, kinds, statuses, tags, states, waits, bins, leech, *numbers = found
    _patch(keys, numbers, newer, period)
    return Cards(
        keys=keys,
        decks=decks,
        kinds=kinds,
        statuses=statuses,
        tags=tags,
        states=states,
        waits=waits,
        bins=bins,
        leeches=leech,
        sums=CardSums(*numbers),
    )


def _patch(keys: list[int], sums: list[list[int]], newer: CardRows, period: Period) -> None:
    """Take the numbers of some cards from other rows of card_total."""
    if not newer:
        return
    start = len(NUMBERS) * (1 + list(SPANS).index(period)) if period in SPANS else 0
    for at, key in enumerate(keys):
        if row := newer.get((key,)):
            for column, number in zip(sums, row[start : start + len(NUMBERS)], strict=True):
                column[at] = number
