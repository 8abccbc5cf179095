"""Formulas of calculated questions: worked out by hand, never run."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.moodle_formula import evaluate

VALUES = {"a": 2.0, "b": -3.0}


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("{a}+{b}*2", -4),
        ("-{a}**2", -4),
        ("2**3**2", 512),
        ("2**-1", 0.5),
        ("(1+2)*3-4/2", 7),
        ("7 % 3", 1),
        ("-7 % 3", -1),
        ("pow({a}, 3) + sqrt(16)", 12),
        ("max(1, {a}, {b}) - min(1, 2)", 1),
        ("round(2.5) + round(1.25, 1) + ROUND(-2.5)", 1.3),
        ("2*pi()", 2 * math.pi),
        ("1.5e3", 1500),
        ("--{a}", 2),
    ],
)
def test_what_it_comes_to(formula: str, result: float) -> None:
    assert evaluate(formula, VALUES) == pytest.approx(result)


NONE = (
    "", "1 2", "1/0", "sqrt(-1)", "{c}", "{a", "(1", "1)", "f(1)", "pow(1)", "9**9**9", "exp(9999)", "a.b",
    "__import__", "(" * 999 + "1" + ")" * 999, "2**" * 999 + "2", "1" * 9999, "pi", "1,2",
)  # fmt: skip


@pytest.mark.parametrize("formula", NONE)
def test_what_is_none(formula: str) -> None:
    assert evaluate(formula, VALUES) is None


@given(st.text(st.sampled_from("0123456789.e{}ab()+-*/%, sqrtpowmin"), max_size=40))
def test_no_text_breaks_it(formula: str) -> None:
    result = evaluate(formula, VALUES)
    assert result is None or math.isfinite(result)
