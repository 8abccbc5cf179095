"""Chance that repeats: numbers fixed by what they are drawn for, on every machine and version of Python."""

from collections.abc import Callable
from zlib import crc32


def draw(*what: str | int) -> float:
    """A number in [0, 1), always the same for the same arguments."""
    return _mixed(crc32("\0".join(map(str, what)).encode()))


def drawer(*what: str | int) -> Callable[[str], float]:
    """`draw` for many: what `draw(*what, last)` gives for each last word."""
    start = crc32("".join(f"{each}\0" for each in what).encode())
    return lambda last: _mixed(crc32(last.encode(), start))


def _mixed(bits: int) -> float:
    """A checksum of near texts is a near number: mix it (the finaliser of MurmurHash3)."""
    bits = (bits ^ bits >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    bits = (bits ^ bits >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
    return (bits ^ bits >> 16) / 2**32
