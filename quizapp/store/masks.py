"""Sets of cards as one large number: a byte a card_key, so that and, or and not take microseconds."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import compress
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from quizapp.store.database import Database

_list = msgspec.json.Decoder(list[int]).decode


def keys(db: "Database", sql: str, args: Any = ()) -> list[int]:
    """The only column of a statement, in its order; as one text, which is three times as fast as by rows.

    sql: calls that column card_key.
    """
    (text,) = db.con.execute(f"SELECT json_group_array(card_key) FROM ({sql})", args).fetchone()
    return _list(text)


def of(card_keys: Iterable[int], size: int) -> int:
    """The set of some card keys; those from `size` on are left out."""
    flags = bytearray(size)
    for key in card_keys:
        if key < size:
            flags[key] = 1
    return int.from_bytes(flags, "little")


def count(mask: int) -> int:
    """How many cards are in a set."""
    return mask.bit_count()


def kept(order: Sequence[int], mask: int, size: int) -> "array[int]":
    """The keys of a sequence that are in a set, in the order of the sequence."""
    flags = mask.to_bytes(size, "little")
    return array("q", compress(order, map(flags.__getitem__, order)))
