"""Ways to damage a file, and what SQLite still reads of it."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from quizapp.store.connection import DAMAGE

PAGE = 4096


def pages(data: bytes, chance: random.Random) -> bytes:
    """Some random pages are noise."""
    harmed = bytearray(data)
    for _ in range(chance.randint(1, max(1, len(data) // PAGE // 8))):
        at = chance.randrange(len(data) // PAGE) * PAGE
        harmed[at : at + PAGE] = chance.randbytes(PAGE)
    return bytes(harmed)


def bits(data: bytes, chance: random.Random) -> bytes:
    """Some bytes of one page are others."""
    harmed = bytearray(data)
    start = chance.randrange(len(data) // PAGE) * PAGE
    for _ in range(chance.randint(1, 40)):
        harmed[start + chance.randrange(PAGE)] = chance.randrange(256)
    return bytes(harmed)


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end is missing, in the middle of a page or not."""
    return data[: chance.randrange(len(data))]


def beheaded(data: bytes, chance: random.Random) -> bytes:
    """The header is zeros, or the whole first page."""
    size = chance.choice((16, 100, PAGE))
    return bytes(size) + data[size:]


HARMS: tuple[Callable[[bytes, random.Random], bytes], ...] = (pages, bits, cut, beheaded)


def readable_ids(damaged: Path, work: Path) -> set[str]:
    """The ids of answers that plain SQL gets out of a damaged file, from either end."""
    copy = work / "plain.sqlite3"
    shutil.copyfile(damaged, copy)
    found: set[str] = set()
    con = sqlite3.connect(copy)
    con.text_factory = bytes
    for way in ("", "DESC"):
        try:
            for seq, id_ in con.execute(f"SELECT seq, review_id FROM review NOT INDEXED ORDER BY seq {way}"):
                if isinstance(id_, bytes) and len(id_) == 26 and seq > 0:
                    found.add(id_.decode("ascii", "replace"))
        except DAMAGE:
            continue
    con.close()
    return found
