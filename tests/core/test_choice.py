"""choice, true_false and verdict: one option is picked."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Context, DontKnow, Option, Picked, Verdict
from quizapp.core.kinds.choice import CHOICE, Choice
from quizapp.core.kinds.true_false import TRUE_FALSE, TrueFalse
from quizapp.core.kinds.verdict import VERDICT, VERDICTS, VerdictQuestion
from quizapp.core.problems import MESSAGES
from tests.strategies import choices, verdicts

RIVER = Choice(
    q="Which river runs through *Budapest*?",
    a="**Danube**",
    wrong=(Option("Rhine", "It runs to Rotterdam."), Option("Tisza", credit=Decimal("0.25")), Option("Elbe")),
    last="Elbe",
)
PLAIN = Context(plain={"**Danube**": "Danube"})


def picked(text: str, question: Choice = RIVER, seed: int = 1) -> Verdict:
    return grade(CHOICE, question, CHOICE.ask(question, "", seed), Picked(text), PLAIN)


def test_the_right_option_earns_all() -> None:
    verdict = picked("**Danube**")
    assert (verdict.outcome, verdict.fraction, verdict.because) == ("correct", 1, "picked_correct")
    assert (verdict.given, verdict.expected, verdict.options) == ("Danube", "Danube", 4)
    assert {part.key: part.mark for part in verdict.parts} == {
        "**Danube**": "right", "Rhine": "left_out", "Tisza": "left_out", "Elbe": "left_out"
    }  # fmt: skip


def test_a_wrong_option_earns_nothing_and_says_why() -> None:
    verdict = picked("Rhine")
    assert (verdict.outcome, verdict.fraction, verdict.because) == ("wrong", 0, "picked_wrong")
    assert (verdict.given, verdict.expected, verdict.feedback) == ("Rhine", "Danube", "It runs to Rotterdam.")
    marks = {part.key: (part.mark, part.feedback) for part in verdict.parts}
    assert marks["Rhine"] == ("wrong", "It runs to Rotterdam.")
    assert marks["**Danube**"] == ("missed", "")


def test_an_option_may_earn_a_part() -> None:
    verdict = picked("Tisza")
    assert (verdict.outcome, verdict.fraction) == ("partial", Fraction(1, 4))
    assert (verdict.because, verdict.args) == ("picked_partial", {"credit": "1/4"})
    assert {part.key: part.mark for part in verdict.parts}["Tisza"] == "almost"


def test_marks_stand_in_the_order_shown() -> None:
    prompt = CHOICE.ask(RIVER, "", 5)
    verdict = grade(CHOICE, RIVER, prompt, Picked("Rhine"), PLAIN)
    assert [part.key for part in verdict.parts] == [option.text for option in prompt.options]


def test_not_knowing_shows_the_right_option() -> None:
    verdict = grade(CHOICE, RIVER, CHOICE.ask(RIVER, "", 1), DontKnow(), PLAIN)
    assert (verdict.outcome, verdict.fraction, verdict.expected) == ("unknown", 0, "Danube")
    assert {part.mark for part in verdict.parts if part.key == "**Danube**"} == {"missed"}
    assert {part.mark for part in verdict.parts if part.key != "**Danube**"} == {"left_out"}


def test_an_option_that_is_gone_from_the_deck_is_wrong() -> None:
    verdict = picked("Volga")
    assert (verdict.outcome, verdict.given) == ("wrong", "Volga")


def test_the_front_and_back() -> None:
    assert (CHOICE.front(RIVER, ""), CHOICE.back(RIVER, "")) == (RIVER.q, RIVER.a)
    assert CHOICE.ask(RIVER, "", 1).text == RIVER.q


# What is shown


@given(choices(), st.integers())
def test_a_seed_shows_the_same_options_again(question: Choice, seed: int) -> None:
    assert CHOICE.ask(question, "", seed) == CHOICE.ask(question, "", seed)


@given(choices(), st.integers())
def test_what_is_shown(question: Choice, seed: int) -> None:
    shown = [option.text for option in CHOICE.ask(question, "", seed).options]
    wrong = [option.text for option in question.wrong]
    assert len(set(shown)) == len(shown)
    assert set(shown) <= {question.a, *wrong}
    assert question.a in shown
    assert len(shown) == 1 + (len(wrong) if question.draw is None else question.draw)
    if question.last:
        assert shown[-1] == question.last


def test_the_order_changes_with_the_seed_and_so_do_those_drawn() -> None:
    question = Choice(q="?", a="a", wrong=tuple(map(Option, "bcdefg")), draw=2)
    shown = [tuple(option.text for option in CHOICE.ask(question, "", seed).options) for seed in range(200)]
    assert {place for options in shown for place, text in enumerate(options) if text == "a"} == {0, 1, 2}
    assert {text for options in shown for text in options} == set("abcdefg")


def test_each_order_is_equally_likely() -> None:
    question = Choice(q="?", a="a", wrong=tuple(map(Option, "bc")))
    shown = ["".join(option.text for option in CHOICE.ask(question, "", seed).options) for seed in range(600)]
    assert all(60 < shown.count(order) < 140 for order in ("abc", "acb", "bac", "bca", "cab", "cba"))


def test_more_drawn_than_there_are_shows_all() -> None:
    question = Choice(q="?", a="a", wrong=(Option("b"), Option("c")), draw=9)
    assert len(CHOICE.ask(question, "", 1).options) == 3


@given(choices(), st.integers(), st.data())
def test_the_key_earns_one_and_others_their_credit(question: Choice, seed: int, data: st.DataObject) -> None:
    prompt = CHOICE.ask(question, "", seed)
    option = data.draw(st.sampled_from(prompt.options))
    verdict = grade(CHOICE, question, prompt, Picked(option.text), Context())
    assert verdict.fraction == (1 if option.text == question.a else Fraction(option.credit))
    assert sum(part.mark in ("right", "missed") for part in verdict.parts) == 1


def complaints(question: Choice) -> list[tuple[str, str]]:
    assert all(MESSAGES[code][1].format_map(args) for code, _, args in CHOICE.complaints(question))
    return [(code, key) for code, key, _ in CHOICE.complaints(question)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (Choice(q="?", a="a"), [("options_too_few", "wrong")]),
        (Choice(q="?", a="a", wrong=(Option("b"),)), []),
        (
            Choice(q="?", a="a", wrong=(Option("a"), Option("b"), Option("b"))),
            [("option_twice", "wrong")] * 2,
        ),
        (Choice(q="?", a="a", wrong=(Option("b"),), draw=0), [("draw_none", "draw")]),
        (Choice(q="?", a="a", wrong=(Option("b"),), draw=1), []),
        (Choice(q="?", a="a", wrong=(Option("b"),), draw=2), [("draw_too_many", "draw")]),
        (Choice(q="?", a="a", wrong=(Option("b"),), last="c"), [("last_unknown", "last")]),
        (Choice(q="?", a="a", wrong=(Option("b"),), last="a"), []),
        (Choice(q="?", a="a", wrong=(Option("b", credit=Decimal(2)),)), [("credit_range", "wrong")]),
        (Choice(q="?", a="a", wrong=(Option("b", credit=Decimal(1)),)), []),
        (Choice(q="?", a="a", wrong=(Option("b"),), reject=("a",)), [("reject_right", "reject")]),
    ],
)
def test_complaints(question: Choice, expected: list[tuple[str, str]]) -> None:
    assert complaints(question) == expected


# true_false


@pytest.mark.parametrize(
    ("is_", "answer", "outcome"),
    [
        (True, "true", "correct"),
        (True, "false", "wrong"),
        (False, "false", "correct"),
        (False, "true", "wrong"),
    ],
)
def test_true_or_false(is_: bool, answer: str, outcome: str) -> None:
    question = TrueFalse(statement="The Rhine rises in Germany.", is_=is_)
    prompt = TRUE_FALSE.ask(question, "", 3)
    assert (prompt.text, prompt.quoted) == ("The Rhine rises in Germany.", True)
    verdict = grade(TRUE_FALSE, question, prompt, Picked(answer), Context())
    assert (verdict.outcome, verdict.fraction) == (outcome, int(outcome == "correct"))
    assert (verdict.given, verdict.expected) == (answer.title(), str(is_))
    assert (verdict.options, [part.key for part in verdict.parts]) == (2, ["true", "false"])
    assert TRUE_FALSE.back(question, "") == str(is_).lower()
    unknown = grade(TRUE_FALSE, question, prompt, DontKnow(), Context())
    assert (unknown.expected, {part.mark for part in unknown.parts}) == (str(is_), {"missed", "left_out"})


# verdict


def test_fact_or_claim() -> None:
    question = VerdictQuestion(statement="Tariffs work.", is_="claim", near=("not stated",))
    prompt = VERDICT.ask(question, "", 0)
    assert (prompt.text, prompt.quoted) == ("Tariffs work.", True)
    assert prompt.lead
    fractions = {
        answer: grade(VERDICT, question, prompt, Picked(answer), Context()).fraction for answer in VERDICTS
    }
    assert fractions == {"fact": 0, "claim": 1, "contradicted": 0, "not stated": Fraction(1, 2)}
    near = grade(VERDICT, question, prompt, Picked("not stated"), Context())
    assert (near.outcome, near.given, near.expected, near.options) == (
        "partial", "Not in the source", "A claim of the author", 4
    )  # fmt: skip
    assert {part.key: part.mark for part in near.parts} == {
        "fact": "left_out", "claim": "missed", "contradicted": "left_out", "not stated": "almost"
    }  # fmt: skip
    assert grade(VERDICT, question, prompt, DontKnow(), Context()).expected == "A claim of the author"


@given(verdicts, st.sampled_from(list(VERDICTS)))
def test_near_verdicts_earn_half(question: VerdictQuestion, answer: str) -> None:
    fraction = grade(VERDICT, question, VERDICT.ask(question, "", 0), Picked(answer), Context()).fraction
    assert fraction == (1 if answer == question.is_ else Fraction(answer in question.near, 2))


def test_near_names_another_verdict() -> None:
    question = VerdictQuestion(statement="x", is_="fact", near=("fact", "lie", "claim"))
    assert [(code, args["text"]) for code, _, args in VERDICT.complaints(question)] == [
        ("near_unknown", "fact"),
        ("near_unknown", "lie"),
    ]
