"""Which of many short texts somebody means who types a few letters: likeliest first, lately used first."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from rapidfuzz import fuzz

from quizapp.core.text import fold

_WHOLE, _BEGIN, _INSIDE = 100.0, 95.0, 80.0
"""What a typed word is worth that is a word of the text, its beginning, or stands within one."""
_LEAST = 70.0
"""Of 100; a word less like every word of the text means another text."""
_LIKENED = 3
"""From so many letters on a word may have mistakes."""
_LIKE, _ASIDE = 0.95, 0.9
"""What a word with mistakes is worth of one without; and a word that stands beside the text."""
_FULL = 100_000
_WORD = re.compile(r"\w+")


class Entry(Struct, frozen=True):
    """A text to be found, and the name by which its use is remembered."""

    name: str
    text: str
    aside: str = ""
    """More words that find it, less surely."""


def rank(entries: Sequence[Entry], typed: str, recent: Sequence[str] = ()) -> tuple[int, ...]:
    """Indexes of the entries that are meant, likeliest first. Without letters all of them.

    recent: names of those used lately, the last one first; they come first among equals.
    """
    used = {name: at for at, name in enumerate(recent)}
    words = _words(typed)
    scored = [(-_score(words, entry), used.get(entry.name, _FULL), at) for at, entry in enumerate(entries)]
    return tuple(at for score, _, at in sorted(scored) if score < 0 or not words)


def _score(words: tuple[str, ...], entry: Entry) -> float:
    """From 0 (not meant) to 100: the mean of what each typed word is worth."""
    if not words:
        return 0.0
    text, aside = _words(entry.text), _words(entry.aside)
    likeness = [max(_likest(word, text), _ASIDE * _likest(word, aside)) for word in words]
    return sum(likeness) / len(words) if min(likeness) >= _LEAST else 0.0


def _likest(word: str, others: tuple[str, ...]) -> float:
    return max((_alike(word, other) for other in others), default=0.0)


def _alike(word: str, other: str) -> float:
    if word == other:
        return _WHOLE
    if other.startswith(word):
        return _BEGIN
    if word in other:
        return _INSIDE
    # The beginning alone: who types has not come to the end yet.
    return _LIKE * fuzz.ratio(word, other[: len(word) + 1]) if len(word) >= _LIKENED else 0.0


@lru_cache(maxsize=32_768)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text).casefold()))
