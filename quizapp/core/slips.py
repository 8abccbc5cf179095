"""A typed text beside the form that it may be a slip of, word by word: what the guards of `typos` look at."""

from functools import cached_property
from itertools import product
from typing import NamedTuple

from rapidfuzz.distance import OSA

from quizapp.core.alphabets import OWN_LETTERS, primary
from quizapp.core.diff import Step, align
from quizapp.core.text import Form, Manner, clusters, fold, folded, form, has_symbols

MOST_EDITS = 2
"""In the whole answer."""
LONGEST = 100
"""Letters of a word; a longer one is never excused (whole sentences, in scripts without spaces)."""
_SHOWN = 40
"""Letters of a word in a reason."""
_FAR = 100
"""Edits beyond which it no longer matters how many."""

Args = dict[str, str]


def comparable(text: Form, manner: Manner) -> str:
    """A form with all that may differ taken away: two answers are the same if these are equal."""
    return (text if manner.marks else folded(text, manner.language)).joined


def distance(typed: Form, key: Form, manner: Manner) -> int:
    """Edits between two forms, for choosing the nearest; above some 100 all are the same."""
    return edits_between(comparable(typed, manner), comparable(key, manner), _FAR)


def edits_between(a: str, b: str, most: int) -> int:
    return OSA.distance(a, b, score_cutoff=most)


class Pair(NamedTuple):
    """Two words at the same place that differ."""

    typed: str
    expected: str
    steps: tuple[Step, ...]
    """Their alignment; empty if they are too far apart."""

    @property
    def edits(self) -> list[Step]:
        return [step for step in self.steps if step.op != "equal"]

    @property
    def letters(self) -> int:
        return len(clusters(self.expected))

    @property
    def allowed(self) -> int:
        """Edits: the longer the word, the less likely another one is near."""
        return 0 if self.letters <= 4 else 1 if self.letters <= 8 else 2

    @property
    def words(self) -> Args:
        return {"typed": self.typed, "expected": self.expected}


class Case:
    """A typed text beside the form it may be a slip of."""

    def __init__(
        self, typed: Form, key: Form, manner: Manner, others: tuple[str, ...], own: frozenset[str]
    ) -> None:
        self.typed, self.key, self.manner, self.others, self.own = typed, key, manner, others, own

    @cached_property
    def pairs(self) -> list[Pair]:
        """The words that differ, where there are as many on both sides."""
        language = "" if self.manner.marks else primary(self.manner.language)
        pairs = zip(self._words(self.typed), self._words(self.key), strict=True)
        spelled = [_nearest_spellings(*pair, language) for pair in pairs]
        different = [(typed, expected) for typed, expected in spelled if typed != expected]
        return [_pair(typed, expected, close=len(different) <= MOST_EDITS) for typed, expected in different]

    def _words(self, text: Form) -> tuple[str, ...]:
        return text.words if self.manner.marks else folded(text, self.manner.language, respell=False).words

    def excuse(self) -> tuple[str, Args]:
        """The words for a slip that passed all guards."""
        edits = [(pair, step) for pair in self.pairs for step in pair.edits]
        pair, step = edits[0]
        args = {**pair.words, "letters": str(pair.letters)}
        return ("typo_two" if len(edits) > 1 else f"typo_{step.op}_{pair.allowed}"), args


def _pair(typed: str, expected: str, *, close: bool) -> Pair:
    if not close or edits_between(typed, expected, MOST_EDITS) > MOST_EDITS or len(expected) > LONGEST:
        return Pair(typed, expected, ())
    return Pair(typed, expected, tuple(align(clusters(typed), clusters(expected), str.__eq__)))


def _nearest_spellings(typed: str, expected: str, language: str) -> tuple[str, str]:
    """The words as written, or with respelled letters ("ae" for "ä") where that brings them nearer."""
    options = product(_spellings(typed, language), _spellings(expected, language))
    return min(options, key=lambda option: edits_between(option[0], option[1], _FAR))


def _spellings(word: str, language: str) -> list[str]:
    letters = word
    for letter, respelled in OWN_LETTERS.get(language, {}).items():
        letters = letters.replace(respelled, letter)
    return [word] if letters == word else [word, letters]


def as_written(args: Args, typed: str, key: str, manner: Manner) -> Args:
    """The words that a reason names as they were written, with capitals and marks; long ones are cut."""
    sides = {"typed": typed, "expected": key}
    symbols = has_symbols(key, manner)
    return {
        name: _short(_written(sides[name], symbols, manner).get(word, word) if name in sides else word)
        for name, word in args.items()
    }


def _written(text: str, symbols: bool, manner: Manner) -> dict[str, str]:
    """Comparable word -> the word with its capitals and marks."""
    plain = form(text, manner, symbols).words
    whole = form(text, manner._replace(case=True), symbols).words
    bare = (fold(word, manner.language, respell=False) for word in plain)
    pairs = [*zip(bare, whole, strict=False), *zip(plain, whole, strict=False)]
    return dict(pairs) if len(plain) == len(whole) else {}


def _short(word: str) -> str:
    letters = clusters(word)
    return word if len(letters) <= _SHOWN else f"{''.join(letters[:_SHOWN])}…"
