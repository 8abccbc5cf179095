"""A typed number graded in one call."""

from fractions import Fraction

from quizapp.core.kinds.base import Context, Verdict
from quizapp.core.kinds.quantity import QUANTITY_WORDS, Quantity, judge_number

KM = {"unit": ("km", "kilometre")}


def judged(number: str, typed: str, language: str = "en", **keys: object) -> Verdict:
    return judge_number(Quantity(**keys), number, typed, Context(language=language))  # type: ignore[arg-type]


def earned(number: str, typed: str, language: str = "en", **keys: object) -> Fraction:
    fraction = judged(number, typed, language, **keys).fraction
    assert fraction is not None
    return fraction


def rule(verdict: Verdict) -> str:
    return QUANTITY_WORDS.reasons[verdict.because].format_map(verdict.args)
