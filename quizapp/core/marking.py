"""How the answers of a quiz or exam are marked: three profiles, each one sentence with its numbers.

Formula scoring takes back what blind guessing would earn on average. Certainty-based marking (A. R.
Gardner-Medwin, 1995) rewards knowing how well one knows: who is sure earns more if right and pays if wrong.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from math import sqrt
from typing import NamedTuple

from msgspec import Struct

from quizapp.core.plan import ProfileName

_Z = 1.959963984540054
"""Of the normal distribution: 95 % lie within so many standard deviations."""
_PENALTY = {1: Fraction(0), 2: Fraction(-2), 3: Fraction(-6)}
"""Certainty -> what a wrong answer costs."""
_SURE_FROM = ((0.85, 3), (0.7, 2))
"""(stated probability, certainty); below all of them it is 1."""


class Answered(Struct, frozen=True, kw_only=True):
    """One question of a quiz, as far as marking looks at it."""

    fraction: Fraction = Fraction()
    """What the grader gave, in [0, 1]."""
    tried: bool = True
    """False if it was left blank, or the answer was "I don't know"."""
    options: int = 0
    """Among how many options the answer was picked; 0 where it was recalled."""
    confidence: float | None = None
    """The stated probability of being right."""

    @property
    def certainty(self) -> int:
        """1, 2 or 3; without a word on it 1."""
        stated = self.confidence or 0.0
        return next((certainty for least, certainty in _SURE_FROM if stated >= least), 1)

    @property
    def is_wrong(self) -> bool:
        return self.tried and not self.fraction


class Profile(Struct, frozen=True):
    """A way of marking."""

    name: ProfileName
    label: str
    rule: str
    """The rule in one sentence with its numbers. Both marked for translation."""
    points: Callable[[Answered], Fraction]
    most: Fraction
    """What one question can earn."""
    floor: Fraction | None = None
    """Below which the total does not fall."""

    def total(self, answers: Iterable[Answered]) -> "Score":
        """The score of a whole quiz."""
        points = [self.points(answered) for answered in answers]
        earned = sum(points, Fraction())
        if self.floor is not None:
            earned = max(self.floor, earned)
        return Score(earned, self.most * len(points))


class Score(NamedTuple):
    """Points earned, of the most that could be."""

    earned: Fraction
    most: Fraction

    @property
    def share(self) -> Fraction | None:
        return self.earned / self.most if self.most else None


def _plain(answered: Answered) -> Fraction:
    return answered.fraction


def _formula(answered: Answered) -> Fraction:
    if answered.is_wrong and answered.options > 1:
        return Fraction(-1, answered.options - 1)
    return answered.fraction


def _certainty(answered: Answered) -> Fraction:
    if answered.is_wrong:
        return _PENALTY[answered.certainty]
    return answered.fraction * answered.certainty


PROFILES: tuple[Profile, ...] = (
    Profile(
        "plain",
        "Plain",
        "1 mark for right, 0 for wrong. Partly right earns its part.",
        _plain,
        Fraction(1),
    ),
    Profile(
        "formula",
        "Guessing costs",
        "A wrong choice of 4 takes 1/3 mark: guessing earns nothing.",
        _formula,
        Fraction(1),
        Fraction(0),
    ),
    Profile(
        "certainty",
        "How sure are you?",
        "Sure 3 marks, fairly 2, unsure 1. Wrong takes 6, 2 or 0.",
        _certainty,
        Fraction(3),
    ),
)


def profile(name: ProfileName) -> Profile:
    """By its name."""
    return next(one for one in PROFILES if one.name == name)


class Bounds(NamedTuple):
    """Where a share that was seen may truly lie, in [0, 1]."""

    low: float
    high: float


def wilson(share: float, count: int) -> Bounds:
    """The 95 % interval of a share seen in `count` cases (E. B. Wilson, 1927); all of [0, 1] for none."""
    if not count:
        return Bounds(0.0, 1.0)
    square = _Z * _Z / count
    middle = (share + square / 2) / (1 + square)
    half = _Z * sqrt(share * (1 - share) / count + square / (4 * count)) / (1 + square)
    return Bounds(max(0.0, middle - half), min(1.0, middle + half))
