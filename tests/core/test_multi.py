"""multi: any number of options is picked."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Context, DontKnow, Option, Picks, Verdict
from quizapp.core.kinds.multi import MULTI, NONE_APPLY, Multi
from quizapp.core.problems import MESSAGES
from quizapp.core.reasons import SCORES, sentence
from tests.strategies import multis


def multi(right: str, wrong: str, scoring: str = "") -> Multi:
    options = tuple(Option(text, f"why {text}") for text in wrong)
    return Multi(q="?", a=tuple(right), wrong=options, scoring=scoring)  # type: ignore[arg-type]


def chosen(question: Multi, picks: str) -> Verdict:
    return grade(MULTI, question, MULTI.ask(question, "", 1), Picks(tuple(picks)), Context())


@pytest.mark.parametrize(
    ("picks", "fraction", "score"),
    [
        ("ab", Fraction(2, 3), "2 of 3 found, no wrong option chosen: 2/3."),
        ("abx", Fraction(1, 6), "2 of 3 found, minus 1 of 2 wrong options chosen: 2/3 − 1/2 = 1/6."),
        ("abcx", Fraction(1, 2), "3 of 3 found, minus 1 of 2 wrong options chosen: 3/3 − 1/2 = 1/2."),
        ("abcxy", 0, "3 of 3 found, minus 2 of 2 wrong options chosen: 3/3 − 2/2 = 0."),
        ("", 0, "0 of 3 found, no wrong option chosen: 0."),
        ("abc", 1, "3 of 3 found, no wrong option chosen: 1."),
        ("ax", 0, "1 of 3 found, minus 1 of 2 wrong options chosen: 1/3 − 1/2, so 0 (never below 0)."),
    ],
)
def test_three_of_five_are_right(picks: str, fraction: Fraction, score: str) -> None:
    verdict = chosen(multi("abc", "xy"), picks)
    assert verdict.fraction == fraction
    assert verdict.outcome == ("correct" if fraction == 1 else "partial" if fraction else "wrong")
    assert verdict.because == f"chose_{verdict.outcome}"
    assert sentence(SCORES, verdict.score, verdict.args) == score


def test_without_wrong_options_the_share_found_counts() -> None:
    assert chosen(multi("abc", ""), "a").fraction == Fraction(1, 3)


def test_none_apply() -> None:
    verdict = chosen(multi("", "xyz"), "")
    assert (verdict.fraction, verdict.score, verdict.given, verdict.expected) == (
        1, "score_none_apply", NONE_APPLY, NONE_APPLY
    )  # fmt: skip
    missed = chosen(multi("", "xyz"), "x")
    assert (missed.fraction, missed.score) == (0, "score_none_missed")
    assert sentence(SCORES, missed.score, missed.args).endswith("the answer has 1 of 3: 0.")
    assert MULTI.back(multi("", "xy"), "") == NONE_APPLY


@pytest.mark.parametrize(
    ("picks", "exact", "per_option"),
    [("abc", 1, Fraction(1)), ("ab", 0, Fraction(4, 5)), ("abcx", 0, Fraction(4, 5)), ("xy", 0, Fraction(0)),
     ("", 0, Fraction(2, 5))],
)  # fmt: skip
def test_other_scorings(picks: str, exact: int, per_option: Fraction) -> None:
    strict = chosen(multi("abc", "xy", "exact"), picks)
    assert (strict.fraction, strict.score) == (exact, "score_found" if exact else "score_exact")
    each = chosen(multi("abc", "xy", "per_option"), picks)
    assert (each.fraction, each.score) == (per_option, "score_per_option")
    assert (
        sentence(SCORES, each.score, each.args)
        == f"{per_option * 5} of 5 options judged rightly: {per_option}."
    )


def test_marks_and_words() -> None:
    question = multi("ab", "xy")
    prompt = MULTI.ask(question, "", 4)
    verdict = grade(MULTI, question, prompt, Picks(("x", "a")), Context(plain={"a": "Alpha", "b": "Beta"}))
    marks = {part.key: (part.mark, part.feedback) for part in verdict.parts}
    assert marks == {
        "a": ("right", ""), "b": ("missed", ""), "x": ("wrong", "why x"), "y": ("left_out", "why y")
    }  # fmt: skip
    order = [option.text for option in prompt.options]
    assert [part.key for part in verdict.parts] == order
    assert verdict.given == ", ".join(
        sorted(["Alpha", "x"], key=lambda text: order.index({"Alpha": "a"}.get(text, text)))
    )
    assert set(verdict.expected.split(", ")) == {"Alpha", "Beta"}
    assert verdict.options == 4


def test_not_knowing_shows_the_right_options() -> None:
    question = multi("ab", "x")
    verdict = grade(MULTI, question, MULTI.ask(question, "", 1), DontKnow(), Context())
    assert {part.key: part.mark for part in verdict.parts} == {"a": "missed", "b": "missed", "x": "left_out"}
    assert verdict.expected == "a, b"


def test_only_the_options_shown_count() -> None:
    question = Multi(q="?", a=("a", "b"), wrong=tuple(map(Option, "wxyz")), draw=2)
    prompt = MULTI.ask(question, "", 1)
    shown = [option.text for option in prompt.options]
    extra = next(text for text in shown if text not in "ab")
    gone = next(text for text in "wxyz" if text not in shown)
    assert len(shown) == 4
    assert grade(MULTI, question, prompt, Picks(("a", "b", extra)), Context()).fraction == Fraction(1, 2)
    assert grade(MULTI, question, prompt, Picks(("a", "b", gone)), Context()).fraction == 1


def test_blind_guessing_earns_little() -> None:
    options = "abcxy"
    guesses = [picks for size in range(6) for picks in combinations(options, size)]

    def mean(scoring: str) -> float:
        question = multi("abc", "xy", scoring)
        return float(sum(chosen(question, "".join(picks)).fraction or 0 for picks in guesses) / len(guesses))

    assert mean("") == pytest.approx(0.19, abs=0.03)
    assert mean("per_option") == 0.5


@given(multis(), st.integers(), st.data())
def test_the_formula(question: Multi, seed: int, data: st.DataObject) -> None:
    prompt = MULTI.ask(question, "", seed)
    shown = [option.text for option in prompt.options]
    picks = data.draw(st.lists(st.sampled_from(shown), unique=True))
    verdict = grade(MULTI, question, prompt, Picks(tuple(picks)), Context())
    marks = [part.mark for part in verdict.parts]
    right, found = marks.count("right") + marks.count("missed"), marks.count("right")
    wrong, extra = marks.count("wrong") + marks.count("left_out"), marks.count("wrong")
    perfect = found == right and not extra
    assert len(marks) == len(shown)
    if question.scoring == "per_option":
        expected = Fraction(found + wrong - extra, right + wrong)
    elif question.scoring == "exact" or not right:
        expected = Fraction(perfect)
    else:
        expected = max(Fraction(0), Fraction(found, right) - (Fraction(extra, wrong) if extra else 0))
    assert verdict.fraction == expected
    assert (verdict.outcome == "correct") == perfect
    assert sentence(SCORES, verdict.score, verdict.args)


@given(multis(), st.integers(), st.data())
def test_the_order_of_picking_does_not_matter(question: Multi, seed: int, data: st.DataObject) -> None:
    prompt = MULTI.ask(question, "", seed)
    picks = [option.text for option in prompt.options][: data.draw(st.integers(0, 4))]
    mixed = data.draw(st.permutations(picks))
    assert grade(MULTI, question, prompt, Picks(tuple(picks)), Context()) == grade(
        MULTI, question, prompt, Picks(tuple(mixed)), Context()
    )


@given(multis(), st.integers())
def test_what_is_shown(question: Multi, seed: int) -> None:
    shown = [option.text for option in MULTI.ask(question, "", seed).options]
    wrong = len(question.wrong) if question.draw is None else question.draw
    assert set(question.a) <= set(shown)
    assert len(shown) == len(set(shown)) == len(question.a) + wrong
    assert not question.last or shown[-1] == question.last


def test_complaints() -> None:
    loud = Multi(q="?", a=("a", "a"), wrong=(Option("x", credit=Decimal("0.5")),), draw=3, last="z")
    assert all(MESSAGES[code][1].format_map(args) for code, _, args in MULTI.complaints(loud))
    assert len(list(MULTI.complaints(loud))) == 4
    credit = Multi(q="?", a=("a",), wrong=(Option("x", credit=Decimal("0.5")),))
    assert [(code, key) for code, key, _ in MULTI.complaints(credit)] == [("credit_unused", "wrong")]
    assert MULTI.ask(credit, "", 0).options[0].credit == MULTI.ask(credit, "", 0).options[1].credit == 0
    few = Multi(q="?", a=("a",), wrong=())
    assert [code for code, _, _ in MULTI.complaints(few)] == ["options_too_few"]
    twice = Multi(q="?", a=("a", "a"), wrong=(Option("x"),))
    assert [code for code, _, _ in MULTI.complaints(twice)] == ["option_twice"]
    assert not list(MULTI.complaints(multi("", "xy")))


def test_each_right_answer_is_an_answer_of_the_deck() -> None:
    assert MULTI.answers(multi("ab", "x"), "") == ("a", "b")
    assert MULTI.back(multi("ab", "x"), "") == "a, b"
    assert MULTI.texts(multi("ab", "")) == ("?", "a", "b", "a, b")
