"""Cards that say the same, or nearly: found among very many without comparing each with each.

Texts that are alike share some of their rarest words; so only those are compared that meet in the lists of
such words.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil

from rapidfuzz import fuzz

from quizapp.core.likeness import Weights, score, words_in

ALIKE = 0.88
"""Score of two texts from which they are taken for one; 1 = equal."""
_SHARED = 0.7
"""Share of their words that such texts have in common at least."""
_LONGEST_ROW = 60
"""Texts with a word, above which it is too common to tell."""
_MANY = 4
"""Rare words of a text from which on a like one must share two of them: one may be misspelt."""
_STEP = 2_000
"""Texts between two words of progress."""

Progress = Callable[[int, int], None]


def twins(texts: Sequence[str], progress: Progress | None = None) -> tuple[tuple[int, ...], ...]:
    """Groups of texts that are alike, by index, in the order of their first ones; none of one text alone.

    texts: folded; empty ones have no twin. 100,000 of some 30 words take about 6 s.
    """
    same: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        if text.strip():
            same[text].append(index)
    if not same:
        return ()
    distinct = tuple(same)
    roots = _Roots(len(distinct))
    weights = Weights(distinct)
    for one, other in _pairs(distinct, progress):
        if roots.find(one) == roots.find(other):
            continue  # found by way of a third
        close = fuzz.ratio(distinct[one], distinct[other], score_cutoff=100 * (2 * ALIKE - 1))
        if close and score(distinct[one], distinct[other], weights) >= ALIKE:
            roots.join(one, other)
    groups: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(distinct):
        groups[roots.find(number)] += same[text]
    return tuple(sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1))


def _pairs(texts: Sequence[str], progress: Progress | None) -> Iterator[tuple[int, int]]:
    """Pairs that share some of the rarest words of each, and are about as long."""
    words = [frozenset(words_in(text)) for text in texts]
    counts = Counter(word for found in words for word in found)
    rows: dict[str, list[int]] = defaultdict(list)
    for index, found in enumerate(words):
        rarest = _rarest(found, counts)
        met: Counter[int] = Counter()
        for word in rarest:
            row = rows[word]
            if len(row) < _LONGEST_ROW:
                met.update(row)
                row.append(index)
        enough = 2 if len(rarest) >= _MANY else 1
        for other, times in met.items():
            if times >= enough and _SHARED <= len(words[other]) / len(found) <= 1 / _SHARED:
                yield other, index
        if progress and index % _STEP == 0:
            progress(index, len(texts))


def _rarest(found: frozenset[str], counts: Mapping[str, int]) -> Sequence[str]:
    """So many of a text's words, rarest first, that a like text must share one of them."""
    ordered = sorted(found, key=lambda word: (counts[word], word))
    return ordered[: len(found) - ceil(_SHARED * len(found)) + 1]


class _Roots:
    """Which texts belong together so far."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def find(self, one: int) -> int:
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, one: int, other: int) -> None:
        one, other = self.find(one), self.find(other)
        self._parent[max(one, other)] = min(one, other)
