"""How well somebody knows how well they know: stated probabilities beside what the answers earned.

The Brier score is the mean of (p - f)²; its reference is what somebody would get who always states their own
average, a(1 - a) for answers that are right or wrong. Skill is 1 - Brier / reference: above 0, the stated
probabilities tell right from wrong.
"""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from statistics import fmean
from typing import Literal, NamedTuple

from msgspec import Struct

from quizapp.core.marking import Bounds, wilson

FROM = 20
"""Rated answers from which something is said at all."""
HOLLOW_BELOW = 5
"""A bin with fewer answers is shown hollow."""
CONFIDENT = 0.85
"""Stated from here on, one is sure."""
_STATED_FROM = 0.5
"""Below stand guesses: one among k options, or 1 in 4."""
_EVEN = 0.03
"""A difference of means this small is none."""

Leaning = Literal["over", "under", "even"]


class Rated(NamedTuple):
    """One answer: the stated probability of being right, and what it earned, both in [0, 1]."""

    stated: float
    earned: Fraction


class Bin(Struct, frozen=True):
    """The answers with one stated probability (guesses among different numbers of options stand together)."""

    stated: float
    """Their mean."""
    count: int
    earned: float
    """Their mean."""
    bounds: Bounds

    @property
    def hollow(self) -> bool:
        return self.count < HOLLOW_BELOW


class Calibration(Struct, frozen=True, kw_only=True):
    """A whole set of rated answers."""

    count: int
    stated: float
    """Mean of the stated probabilities."""
    earned: float
    """Mean of what was earned."""
    brier: float
    reference: float
    bins: tuple[Bin, ...]

    @property
    def skill(self) -> float | None:
        """None where all answers were right, or all wrong: there is nothing to tell apart."""
        return 1 - self.brier / self.reference if self.reference else None

    @property
    def leaning(self) -> Leaning:
        """Too sure, not sure enough, or neither."""
        if abs(self.stated - self.earned) < _EVEN:
            return "even"
        return "over" if self.stated > self.earned else "under"


def calibration(rated: Sequence[Rated]) -> Calibration | None:
    """None below FROM answers: too few to say anything."""
    if len(rated) < FROM:
        return None
    earned = fmean(float(one.earned) for one in rated)
    return Calibration(
        count=len(rated),
        stated=fmean(one.stated for one in rated),
        earned=earned,
        brier=fmean((one.stated - float(one.earned)) ** 2 for one in rated),
        reference=earned * (1 - earned),
        bins=_bins(rated),
    )


def _bins(rated: Sequence[Rated]) -> tuple[Bin, ...]:
    by_level: dict[float, list[Rated]] = defaultdict(list)
    for one in rated:
        by_level[one.stated if one.stated >= _STATED_FROM else 0.0].append(one)
    return tuple(_bin(by_level[level]) for level in sorted(by_level))


def _bin(rated: Sequence[Rated]) -> Bin:
    earned = fmean(float(one.earned) for one in rated)
    return Bin(fmean(one.stated for one in rated), len(rated), earned, wilson(earned, len(rated)))


def is_confident_and_wrong(one: Rated) -> bool:
    """Sure, and nothing earned: what is studied first."""
    return one.stated >= CONFIDENT and not one.earned
