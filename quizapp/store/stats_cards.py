"""The cards on the shelf as statistics see them, column by column: that is read far faster than rows.

What is counted together comes as one number.
"""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from quizapp.core.query_keys import YOUNG_DAYS
from quizapp.core.stats import BINS, SPANS, Period
from quizapp.core.stats_sums import CardSums
from quizapp.store.due import AWAKE
from quizapp.store.finding import SUSPENDED
from quizapp.store.totals import NUMBERS, CardRows

if TYPE_CHECKING:
    from quizapp.store.database import Database

NEW, LEARNING, YOUNG, MATURE, SET_ASIDE = STATES = range(5)
_STATE = f"""
CASE WHEN {SUSPENDED} THEN {SET_ASIDE} WHEN memory.card_key IS NULL THEN {NEW} WHEN step > 0 THEN {LEARNING}
WHEN due_day - last_day < {YOUNG_DAYS} THEN {YOUNG} ELSE {MATURE} END
"""
_WAIT = f"""
CASE WHEN memory.card_key IS NULL OR {SUSPENDED} THEN -1
WHEN due_day > :today THEN due_day - :today WHEN {AWAKE} THEN 0 ELSE 1 END
"""
_BELOW = " ".join(f"WHEN stability < {high!r} THEN {place}" for place, high in enumerate(BINS[1:]))
_BIN = f"CASE WHEN memory.card_key IS NULL THEN -1 {_BELOW} ELSE {len(BINS) - 1} END"
_BINS = len(BINS) + 1
_FACTS = ("deck_key", "coalesce(kind, '')", "coalesce(status, '')", "coalesce(tags, '')")
_STANDING = f"(({_WAIT} + 1) * {_BINS} + {_BIN} + 1) * {len(STATES)} + {_STATE}"
_FROM = """
LEFT JOIN memory USING (card_key) LEFT JOIN card_state USING (card_key) LEFT JOIN card_total USING (card_key)
LEFT JOIN cache.fact USING (note_key)
"""
_SOME = "json_each(:keys) CROSS JOIN shelf ON shelf.card_key = value"

_list = msgspec.json.Decoder(list[Any]).decode


class Cards(NamedTuple):
    """Each a column, a value a card."""

    decks: list[int]
    """By key."""
    kinds: list[str]
    statuses: list[str]
    tags: list[str]
    """One a line. Those of a note that is not indexed yet are missing, as its kind is."""
    standings: list[int]
    """To be read by `standing_of`."""
    sums: CardSums
    """Its answers in the period."""


class Standing(NamedTuple):
    """How a card stands."""

    wait: int
    """Days until it is due, 0 if it waits; -1 if it was never studied or is suspended."""
    bin: int
    """The place of its stability in BINS; -1 if it was never studied."""
    state: int
    """One of STATES."""


def standing_of(number: int) -> Standing:
    """What a number of the column means."""
    rest, state = divmod(number, len(STATES))
    wait, place = divmod(rest, _BINS)
    return Standing(wait - 1, place - 1, state)


def read(db: "Database", today: int, period: Period, only: Sequence[int] | None, newer: CardRows) -> Cards:
    """The cards on the shelf: all, or some. newer: rows that are true in place of those in card_total."""
    span = f"{period}_" if period in SPANS else ""
    sums = [f"coalesce({span}{name}, 0)" for name in NUMBERS]
    columns = ["shelf.card_key", *_FACTS, _STANDING, *sums]
    named = ", ".join(f"{sql} AS c{place}" for place, sql in enumerate(columns))
    lists = ", ".join(f"json_group_array(c{place})" for place in range(len(columns)))
    source = "shelf" if only is None else _SOME
    args = {"today": today, "keys": json.dumps(list(only or ()))}
    row = db.con.execute(f"SELECT {lists} FROM (SELECT {named} FROM {source} {_FROM})", args).fetchone()
    keys, decks, kinds, statuses, tags, standings, *numbers = map(_list, row)
    _patch(keys, numbers, newer, period)
    return Cards(decks, kinds, statuses, tags, standings, CardSums(*numbers))


def _patch(keys: list[int], sums: list[list[int]], newer: CardRows, period: Period) -> None:
    """Take the numbers of some cards from other rows of card_total."""
    if not newer:
        return
    start = len(NUMBERS) * (1 + list(SPANS).index(period)) if period in SPANS else 0
    for at, key in enumerate(keys):
        if row := newer.get((key,)):
            for column, number in zip(sums, row[start : start + len(NUMBERS)], strict=True):
                column[at] = number
