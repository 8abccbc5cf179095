"""The formulas of Moodle's calculated questions: arithmetic and a few functions, read by hand, never run."""

import math
import re
from collections.abc import Callable, Mapping
from typing import Final

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?)|\{(?P<name>[^{}]*)\}"
    r"|(?P<function>[a-zA-Z]\w*)|(?P<sign>\*\*|[-+*/%(),]))"
)
_DEEPEST: Final = 60
"""Brackets within brackets."""
_LONGEST: Final = 2000
"""Characters of a formula."""


def _remainder(one: float, other: float) -> float:
    """Of whole numbers, with the sign of the first."""
    return math.fmod(math.trunc(one), math.trunc(other))


def _round(value: float, places: float = 0) -> float:
    """Halves away from zero."""
    scale = 10.0 ** int(places)
    return math.copysign(math.floor(abs(value) * scale + 0.5) / scale, value)


_OF_MATHS: Final = (
    "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "ceil", "cos", "cosh", "exp", "expm1",
    "floor", "fmod", "log", "log10", "log1p", "pow", "sin", "sinh", "sqrt", "tan", "tanh",
)  # fmt: skip
_FUNCTIONS: Final[Mapping[str, Callable[..., float]]] = {
    **{name: getattr(math, name) for name in _OF_MATHS},
    "abs": abs,
    "deg2rad": math.radians,
    "max": lambda *values: max(values),
    "min": lambda *values: min(values),
    "pi": lambda: math.pi,
    "rad2deg": math.degrees,
    "round": _round,
}
_BINARY: Final[Mapping[str, Callable[[float, float], float]]] = {
    "+": lambda one, other: one + other,
    "-": lambda one, other: one - other,
    "*": lambda one, other: one * other,
    "/": lambda one, other: one / other,
    "%": _remainder,
}


def evaluate(formula: str, values: Mapping[str, float]) -> float | None:
    """What a formula comes to; None for what is none, or has no finite value. values: of its {names}."""
    if len(formula) > _LONGEST:
        return None
    try:
        result = _Reader(formula, values).all()
    except (ValueError, ArithmeticError, TypeError, LookupError):
        return None
    return result if math.isfinite(result) else None


class _Reader:
    """Reads from left to right: sums of products of powers."""

    def __init__(self, formula: str, values: Mapping[str, float]) -> None:
        self._values = values
        self._tokens = _tokens(formula)
        self._at = 0
        self._depth = 0

    def all(self) -> float:
        result = self._sum()
        if self._sign():
            raise ValueError
        return result

    def _sign(self) -> str:
        """The token that comes next, as a sign; "" at the end."""
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _take(self, *signs: str) -> str:
        """The next token if it is one of these signs."""
        sign = self._sign()
        if sign in signs:
            self._at += 1
            return sign
        return ""

    def _sum(self) -> float:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError
        result = self._product()
        while sign := self._take("+", "-"):
            result = _BINARY[sign](result, self._product())
        self._depth -= 1
        return result

    def _product(self) -> float:
        result = self._signed()
        while sign := self._take("*", "/", "%"):
            result = _BINARY[sign](result, self._signed())
        return result

    def _signed(self) -> float:
        minus = False
        while sign := self._take("+", "-"):
            minus ^= sign == "-"
        power = self._power()
        return -power if minus else power

    def _power(self) -> float:
        base = self._one()
        return math.pow(base, self._signed_once()) if self._take("**") else base

    def _signed_once(self) -> float:
        """An exponent; powers of powers are taken from the right."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError
        result = self._signed()
        self._depth -= 1
        return result

    def _one(self) -> float:
        """A number, a name, a function or something in brackets."""
        kind, text = self._tokens[self._at]
        self._at += 1
        if kind == "number":
            return float(text)
        if kind == "name":
            return self._values[text.strip()]
        if kind == "function":
            return float(_FUNCTIONS[text.lower()](*self._arguments()))
        if text != "(":
            raise ValueError
        result = self._sum()
        self._close()
        return result

    def _arguments(self) -> list[float]:
        if not self._take("("):
            raise ValueError
        if self._take(")"):
            return []
        found = [self._sum()]
        while self._take(","):
            found.append(self._sum())
        self._close()
        return found

    def _close(self) -> None:
        if not self._take(")"):
            raise ValueError


def _tokens(formula: str) -> list[tuple[str, str]]:
    """(sort, text) of each. ValueError for anything else."""
    found = []
    at, end = 0, len(formula.rstrip())
    while at < end:
        match = _TOKEN.match(formula, at, end)
        if match is None or match.lastgroup is None:
            raise ValueError
        found.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found
