"""Searching the settings: which texts hold the words that were typed, and where."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

Span = tuple[int, int]
"""(start, length) in a text."""


def holds_all(words: Sequence[str], texts: Iterable[str]) -> bool:
    """True if each word is part of some text, whatever the case and the accents."""
    whole = "\n".join(_folded(text)[0] for text in texts)
    return all(word in whole for word in words)


def words_of(typed: str) -> tuple[str, ...]:
    """What was typed, as it is looked for."""
    return tuple(_folded(typed)[0].split())


def spans(words: Sequence[str], text: str) -> tuple[Span, ...]:
    """Where the words stand in a text; what overlaps or touches is one part."""
    folded, places = _folded(text)
    found = sorted(hit for word in words for hit in _hits(word, folded))
    merged: list[list[int]] = []
    for start, end in ((places[start], _behind(places, end)) for start, end in found):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return tuple((start, end - start) for start, end in merged)


def _behind(places: Sequence[int], end: int) -> int:
    """The place behind a hit: a letter that became several is marked whole."""
    last = places[end - 1]
    return next(place for place in places[end:] if place > last)


def _hits(word: str, folded: str) -> Iterator[tuple[int, int]]:
    at = folded.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = folded.find(word, at + 1)


@lru_cache(maxsize=2048)
def _folded(text: str) -> tuple[str, Sequence[int]]:
    """A text without case and accents, and for each of its letters, and its end, the place in the text."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        parts = unicodedata.normalize("NFKD", letter.casefold())
        plain = "".join(part for part in parts if not unicodedata.combining(part))
        letters.append(plain)
        places += [at] * len(plain)
    return "".join(letters), [*places, len(text)]
