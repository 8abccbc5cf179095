"""Identifiers that sort by time and are unique on every machine (ULID)."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""
RANDOM_BYTES = 10
LENGTH = 26
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}


def ulid(ms: int, random: bytes) -> str:
    """26 letters from UTC milliseconds since 1970 (48 bits) and 10 random bytes."""
    if not 0 <= ms < 1 << 48:
        raise ValueError(f"time out of range: {ms} ms")
    if len(random) != RANDOM_BYTES:
        raise ValueError(f"{RANDOM_BYTES} random bytes needed, got {len(random)}")
    return _letters(ms << 80 | int.from_bytes(random, "big"))


def next_ulid(previous: str, ms: int, random: bytes) -> str:
    """Like `ulid`, but always after `previous`, even within one millisecond or when the clock went back."""
    fresh = ulid(ms, random)
    return fresh if fresh > previous else _letters(_number(previous) + 1)


def _letters(number: int) -> str:
    return "".join(ALPHABET[number >> shift & 31] for shift in range(5 * (LENGTH - 1), -1, -5))


def _number(text: str) -> int:
    number = 0
    for letter in text:
        number = number << 5 | _VALUES[letter]
    return number
