"""How alike two notes' texts are, for recognising an edited note among others of its deck.

In a deck on capitals every note is 80 % like every other. So a score is the mean of two things: the plain
ratio of the texts, and how much of the words that set a note apart is found again in the other one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from math import log
from typing import NamedTuple

import regex
from rapidfuzz import fuzz, process

_WORDS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{L}\p{N}\p{M}]+")
_DIGIT = regex.compile(r"\p{Nd}")

POOL = 48
"""Texts compared in full with a new one: those that share most letter triples with it."""
VOTES = 2000
"""Shared triples counted for one text: a bound on its cost."""
TELLING = 0.3
"""Share of the greatest weight from which a word tells a note from others."""
MISTYPED, EDITED = 0.8, 0.4
"""How alike two words must be to be one: where a word or two differ, and where much does."""
FEW_WORDS = 2
MUCH_THE_SAME = 0.7
"""How alike texts are, letter by letter, that were mistyped all over but not put in other words."""
LONGEST = 600
"""Words of a text that are compared one by one with those of another, which takes the square of them."""
FEW = 5
"""Matches kept for one text."""


class Match(NamedTuple):
    """A pair of texts by index, and how alike they are, in [0, 1]."""

    score: float
    new: int
    old: int


def words_in(text: str) -> list[str]:
    """The words of a text; of scripts without spaces each letter."""
    found: list[str] = _WORDS.findall(text)
    return found


def _first_words(text: str) -> list[str]:
    return [found[0] for found in islice(_WORDS.finditer(text), LONGEST)]


def ratio(one: str, other: str) -> float:
    """1 for equal texts, 0 for texts without a common letter."""
    return fuzz.ratio(one, other) / 100


class Weights:
    """What each word tells about a note: little if all notes of the sample have it, much if few do."""

    def __init__(self, sample: Sequence[str]) -> None:
        """sample: texts of the decks in question, at least one."""
        counts = Counter(word for text in sample for word in set(_WORDS.findall(text)))
        self._most = log(len(sample) + 1)
        self._weights = {word: log((len(sample) + 1) / count) for word, count in counts.items()}

    def kept(self, one: str, other: str, alike: float = 0.0) -> float:
        """How much of the telling words of either text is found in the other, on average; 0 to 1.

        alike: words less alike than this are not found at all.
        """
        ours, theirs = _first_words(one), _first_words(other)
        return (self._found(ours, theirs, alike) + self._found(theirs, ours, alike)) / 2

    def swapped(self, one: str, other: str) -> bool:
        """True if telling words of either text have no counterpart in the other: one stands for another.

        So it is if the whole is put in other words, whatever single words are like.
        """
        ours, theirs = Counter(_first_words(one)), Counter(_first_words(other))
        lost, gained = sorted(ours - theirs), sorted(theirs - ours)
        few = max(len(lost), len(gained)) <= FEW_WORDS
        alike = MISTYPED if few else EDITED
        missed = self._misses(lost, gained, alike) and self._misses(gained, lost, alike)
        return missed or (not few and ratio(one, other) < MUCH_THE_SAME)

    def _misses(self, words: Sequence[str], there: Sequence[str], alike: float) -> bool:
        telling = (word for word in words if self._weights.get(word, self._most) >= TELLING * self._most)
        return any(_best(word, there) < alike for word in telling)

    def _found(self, words: Sequence[str], there: Sequence[str], alike: float) -> float:
        weights = [self._weights.get(word, self._most) * len(word) for word in words]
        total = sum(weights)
        known = set(there)
        found = sum(
            weight * (1.0 if word in known else _best(word, there, alike))
            for word, weight in zip(words, weights, strict=True)
        )
        return found / total if total else 0.0


def _best(word: str, words: Sequence[str], alike: float = 0.0) -> float:
    """How alike the likest of some words is, none of them equal; 0 below `alike`. Another number never is."""
    hit = None if _DIGIT.search(word) else process.extractOne(word, words, scorer=fuzz.ratio)
    return hit[1] / 100 if hit and hit[1] >= alike * 100 else 0.0


def score(one: str, other: str, weights: Weights) -> float:
    """How alike two texts are, in [0, 1]."""
    return (ratio(one, other) + weights.kept(one, other)) / 2


def matches(new: Sequence[str], old: Sequence[str], weights: Weights, cutoff: float) -> list[Match]:
    """For each new text the few old ones that are most alike, down to a ratio of `cutoff`."""
    rows: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(old):
        for triple in _triples(text):
            rows[triple].append(index)
    return [
        Match(score(text, was, weights), index, at)
        for index, text in enumerate(new)
        for was, _, at in process.extract(
            text,
            {at: old[at] for at in _pool(text, rows)},
            scorer=fuzz.ratio,
            score_cutoff=cutoff * 100,
            limit=FEW,
        )
    ]


def _pool(text: str, rows: dict[str, list[int]]) -> Iterable[int]:
    """Indexes of the texts that share most letter triples with `text`, the rarest asked first."""
    votes: Counter[int] = Counter()
    budget = VOTES
    for row in sorted((rows[triple] for triple in sorted(_triples(text)) if triple in rows), key=len):
        votes.update(row[:budget])
        budget -= len(row)
        if budget <= 0:
            break
    return [index for index, _ in votes.most_common(POOL)]


def _triples(text: str) -> set[str]:
    padded = f"  {text} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
