"""FSRS-6's formulas for whole logs: the numbers of py-fsrs to 1e-9 (a property test), some ten times as fast.

The schedule itself goes through py-fsrs (core.schedule). This serves questions about many reviews at once:
how well parameters predict, what they would change.
"""

from collections.abc import Sequence
from math import exp

from msgspec import Struct

Parameters = tuple[float, ...]
"""The 21 weights of FSRS-6, as py-fsrs orders them."""

ALGORITHM = "fsrs-6"
DEFAULT: Parameters = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
"""What py-fsrs starts with (a test compares)."""
LOWEST: Parameters = (
    0.001, 0.001, 0.001, 0.001, 1.0, 0.001, 0.001, 0.001, 0.0, 0.0, 0.001,
    0.001, 0.001, 0.001, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.1,
)  # fmt: skip
HIGHEST: Parameters = (
    100.0, 100.0, 100.0, 100.0, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5,
    5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8,
)  # fmt: skip
LEAST_STABILITY = 0.001
EASIEST, HARDEST = 1.0, 10.0


def are_valid(parameters: Sequence[float]) -> bool:
    """Whether py-fsrs takes them: 21 numbers, each within its bounds (NaN is within none)."""
    return len(parameters) == len(DEFAULT) and all(
        low <= one <= high for low, one, high in zip(LOWEST, parameters, HIGHEST, strict=True)
    )


def factor_of(decay: float) -> float:
    """Of the forgetting curve R = (1 + factor * days / stability) ** -decay: 90 % after `stability` days."""
    return float(0.9 ** (-1 / decay) - 1)


class Weights(Struct, frozen=True):
    """Parameters in force, and by which fit they are."""

    fit_id: str = ""
    """Empty: those that FSRS-6 starts with."""
    parameters: Parameters = DEFAULT

    @property
    def decay(self) -> float:
        return self.parameters[20]


STANDARD = Weights()


class Model:
    """The formulas under some parameters; ratings are 1-4, times whole days."""

    def __init__(self, parameters: Sequence[float] = DEFAULT) -> None:
        w = tuple(parameters)
        self._w = w
        self.decay = w[20]
        self.factor = factor_of(w[20])
        self._first = tuple(
            (max(w[rating - 1], LEAST_STABILITY), _clamped(self._raw_difficulty(rating)))
            for rating in range(1, 5)
        )
        self._target = w[7] * self._raw_difficulty(4)
        self._growth = exp(w[8])
        self._bonus = (0.0, 0.0, w[15], 1.0, w[16])
        self._short = tuple(exp(w[17] * (rating - 3 + w[18])) for rating in range(5))
        self._lost = exp(w[17] * w[18])

    def recall(self, stability: float, days: int) -> float:
        """The probability of recall after some days, in (0, 1]."""
        return float((1 + self.factor * days / stability) ** -self.decay)

    def first(self, rating: int) -> tuple[float, float]:
        """Stability and difficulty after the first answer."""
        return self._first[rating - 1]

    def next(
        self, stability: float, difficulty: float, days: int, rating: int, recall: float = 1.0
    ) -> tuple[float, float]:
        """Stability and difficulty after one more answer. recall: as `recall` says it for these days."""
        grown = self._later if days > 0 else self._same_day
        return (
            max(grown(stability, difficulty, rating, recall), LEAST_STABILITY),
            self._next_difficulty(difficulty, rating),
        )

    def _later(self, stability: float, difficulty: float, rating: int, recall: float) -> float:
        w = self._w
        if rating == 1:
            long = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * exp((1 - recall) * w[14])
            return float(min(long, stability / self._lost))
        grown = self._growth * (11 - difficulty) * stability ** -w[9] * (exp((1 - recall) * w[10]) - 1)
        return float(stability * (1 + grown * self._bonus[rating]))

    def _same_day(self, stability: float, difficulty: float, rating: int, recall: float) -> float:
        grown = self._short[rating] * stability ** -self._w[19]
        return float(stability * (grown if rating == 1 else max(grown, 1.0)))

    def _next_difficulty(self, difficulty: float, rating: int) -> float:
        moved = difficulty - (10.0 - difficulty) * self._w[6] * (rating - 3) / 9.0
        return _clamped(self._target + (1 - self._w[7]) * moved)

    def _raw_difficulty(self, rating: int) -> float:
        return self._w[4] - exp(self._w[5] * (rating - 1)) + 1


def _clamped(difficulty: float) -> float:
    return min(max(difficulty, EASIEST), HARDEST)
