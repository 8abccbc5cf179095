"""order: permutations are graded pair by pair."""

from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Context, DontKnow, Verdict
from quizapp.core.kinds.order import ORDER, Order, Ordered, lines
from quizapp.core.problems import MESSAGES
from quizapp.core.reasons import HEADINGS, REASONS, SCORES, heading, sentence
from tests.strategies import orders


def order(text: str, scoring: str = "") -> Order:
    """ "ab(cd)e": c and d may change places."""
    groups: list[tuple[str, ...]] = []
    tied: list[str] | None = None
    for letter in text:
        if letter == "(":
            tied = []
        elif letter == ")":
            groups.append(tuple(tied or ()))
            tied = None
        elif tied is not None:
            tied.append(letter)
        else:
            groups.append((letter,))
    return Order(q="?", order=tuple(groups), scoring=scoring)  # type: ignore[arg-type]


def given_as(question: Order, texts: str | tuple[str, ...]) -> Verdict:
    return grade(ORDER, question, ORDER.ask(question, "", 1), Ordered(tuple(texts)), Context())


def said(verdict: Verdict) -> tuple[str, str, str]:
    code, args = heading(verdict)
    return (
        sentence(HEADINGS, code, args),
        sentence(REASONS, verdict.because, verdict.args),
        sentence(SCORES, verdict.score, verdict.args),
    )


RUN = "The lines with a tick are in order; move the rest."


PARTLY, NOT_YET = "Partly right: {} of five in order", "Not yet: {} of five in order"


@pytest.mark.parametrize(
    ("texts", "fraction", "heading", "score"),
    [
        ("12345", 1, "Right", "All 10 pairs in order: 1."),
        ("12354", Fraction(4, 5), PARTLY.format("four"),
         "9 of 10 pairs in order, 1 the other way round: 1 − 2·1/10 = 4/5."),
        ("51234", Fraction(1, 5), PARTLY.format("four"),
         "6 of 10 pairs in order, 4 the other way round: 1 − 2·4/10 = 1/5."),
        ("32415", Fraction(1, 5), PARTLY.format("three"),
         "6 of 10 pairs in order, 4 the other way round: 1 − 2·4/10 = 1/5."),
        ("54312", 0, NOT_YET.format("two"),
         "1 of 10 pairs in order, 9 the other way round: 1 − 2·9/10, so 0 (never below 0)."),
        ("54321", 0, "Not yet: exactly the other way round",
         "0 of 10 pairs in order, 10 the other way round: 1 − 2·10/10, so 0 (never below 0)."),
    ],
)  # fmt: skip
def test_order_of_five(texts: str, fraction: Fraction, heading: str, score: str) -> None:
    verdict = given_as(order("12345"), texts)
    assert verdict.fraction == fraction
    assert verdict.outcome == ("correct" if fraction == 1 else "partial" if fraction else "wrong")
    rule = {"12345": "", "54321": "Turn the whole order round."}.get(texts, RUN)
    assert said(verdict) == (heading, rule, score)


def test_half_the_pairs_earn_nothing_by_the_plain_formula() -> None:
    assert said(given_as(order("1234"), "2413"))[2].startswith("3 of 6 pairs in order")
    assert said(given_as(order("1234"), "4123"))[2].endswith("1 − 2·3/6 = 0.")


@pytest.mark.parametrize(
    ("texts", "exact", "longest"),
    [("12354", 0, Fraction(3, 4)), ("51234", 0, Fraction(3, 4)), ("54321", 0, 0)],
)
def test_other_scorings(texts: str, exact: int, longest: Fraction) -> None:
    strict, run = given_as(order("12345", "exact"), texts), given_as(order("12345", "longest"), texts)
    assert (strict.fraction, run.fraction) == (exact, longest)
    assert strict.score == "score_order_exact"
    kept = longest * 4 + 1
    assert said(run)[2] == (
        f"The longest run in order has {kept} of 5 lines: ({kept} − 1)/(5 − 1) = {longest}."
    )


@pytest.mark.parametrize("scoring", ["", "exact", "longest"])
def test_all_in_order_is_said_alike(scoring: str) -> None:
    given = given_as(order("12345", scoring), "12345")
    assert (given.fraction, said(given)[2]) == (1, "All 10 pairs in order: 1.")


def test_all_or_nothing_says_what_was_in_order() -> None:
    assert said(given_as(order("1234", "exact"), "1243")) == (
        "Not yet: three of four in order",
        RUN,
        "5 of 6 pairs in order, 1 the other way round. All or nothing: 0.",
    )


@pytest.mark.parametrize(
    ("texts", "right", "kept"),
    [("abcd", 5, "abcd"), ("acbd", 5, "acbd"), ("cabd", 4, "cbd"), ("dcba", 0, "cb"), ("bacd", 4, "bcd")],
)
def test_ties_stand_either_way_round(texts: str, right: int, kept: str) -> None:
    verdict = given_as(order("a(bc)d"), texts)
    assert verdict.args["right"] == str(right)
    assert verdict.fraction == max(0, 1 - Fraction(2 * (5 - right), 5))
    if "a" not in kept:
        assert len(kept) == sum(part.mark == "right" for part in verdict.parts)
    else:
        assert kept == "".join(part.key for part in verdict.parts if part.mark == "right")


def test_a_whole_reversal_with_ties() -> None:
    run = given_as(order("a(bc)d", "longest"), "dcba")
    assert run.fraction == Fraction(1, 3)
    assert said(run)[0] == "Partly right: the other way round"
    assert said(given_as(order("a(bc)d"), "dbca"))[0] == "Not yet: exactly the other way round"


def test_marks_say_where_each_row_belongs() -> None:
    verdict = given_as(order("12345"), "31245")
    assert [(part.key, part.mark, part.expected) for part in verdict.parts] == [
        ("3", "wrong", "3"), ("1", "right", "1"), ("2", "right", "2"), ("4", "right", "4"),
        ("5", "right", "5"),
    ]  # fmt: skip
    assert verdict.given == "3; 1; 2; 4; 5"
    assert verdict.expected == "1; 2; 3; 4; 5"


def test_of_several_runs_one_leaves_most_at_home() -> None:
    assert [line.text for line in lines(order("123"), "321") if line.kept] == ["2"]
    assert [line.text for line in lines(order("12345"), "12543") if line.kept] == ["1", "2", "4"]


def test_tied_items_keep_the_learner_s_order_among_them() -> None:
    places = {line.text: line.place for line in lines(order("a(bcd)e"), "debca")}
    assert places == {"a": 1, "d": 2, "b": 3, "c": 4, "e": 5}


def test_items_that_are_not_in_the_answer_are_in_no_order() -> None:
    verdict = given_as(order("1234"), ("1", "2", "gone", "2"))
    assert (verdict.args["right"], verdict.args["pairs"], verdict.fraction) == ("1", "6", 0)
    assert [part.key for part in verdict.parts] == ["1", "2"]
    assert given_as(order("1234", "longest"), ()).fraction == 0


def test_markdown_is_plain_in_words() -> None:
    question = order("abc")
    context = Context(plain={"a": "Alpha", "a; b; c": "Alpha; b; c"})
    prompt = ORDER.ask(question, "", 1)
    verdict = grade(ORDER, question, prompt, Ordered(("b", "a", "c")), context)
    assert verdict.given == "b; Alpha; c"
    assert verdict.expected == "Alpha; b; c"
    assert [part.given for part in verdict.parts] == ["b", "Alpha", "c"]


def test_not_knowing_shows_a_right_order() -> None:
    question = order("a(bc)d")
    verdict = grade(ORDER, question, ORDER.ask(question, "", 1), DontKnow(), Context())
    assert [(part.key, part.mark, part.expected) for part in verdict.parts] == [
        ("a", "missed", "1"), ("b", "missed", "2"), ("c", "missed", "3"), ("d", "missed", "4")
    ]  # fmt: skip
    assert verdict.expected == "a; b / c; d"
    assert ORDER.texts(question) == ("?", "a", "b", "c", "d", "a; b / c; d")


# Properties

permuted = orders().flatmap(lambda question: st.tuples(st.just(question), st.permutations(question.items)))


@given(permuted)
def test_the_formulas(case: tuple[Order, list[str]]) -> None:
    question, texts = case
    verdict = given_as(question, tuple(texts))
    rank = {text: number for number, tied in enumerate(question.order) for text in tied}
    pairs = [(rank[one], rank[other]) for one, other in combinations(texts, 2) if rank[one] != rank[other]]
    inverted = sum(one > other for one, other in pairs)
    longest = max(
        size
        for size in range(1, len(texts) + 1)
        for run in combinations([rank[text] for text in texts], size)
        if list(run) == sorted(run)
    )
    expected = {
        "": max(Fraction(0), 1 - Fraction(2 * inverted, len(pairs))),
        "exact": Fraction(not inverted),
        "longest": Fraction(longest - 1, len(texts) - 1),
    }
    assert verdict.fraction == expected[question.scoring]
    assert (verdict.outcome == "correct") == (not inverted)
    assert sum(part.mark == "right" for part in verdict.parts) == longest
    assert all(said(verdict)[::2])


@given(permuted)
def test_moving_the_marked_rows_mends_the_order(case: tuple[Order, list[str]]) -> None:
    question, texts = case
    verdict = given_as(question, tuple(texts))
    mended = [part.key for part in sorted(verdict.parts, key=lambda part: int(part.expected))]
    kept = [part.key for part in verdict.parts if part.mark == "right"]
    assert given_as(question, tuple(mended)).fraction == 1
    assert [text for text in mended if text in kept] == kept


@given(permuted, st.integers(), st.integers())
def test_the_order_shown_changes_no_grade(case: tuple[Order, list[str]], one: int, other: int) -> None:
    question, texts = case
    prompts = ORDER.ask(question, "", one), ORDER.ask(question, "", other)
    assert (
        len({repr(grade(ORDER, question, prompt, Ordered(tuple(texts)), Context())) for prompt in prompts})
        == 1
    )


@given(permuted)
def test_turning_key_and_answer_round_changes_no_grade(case: tuple[Order, list[str]]) -> None:
    question, texts = case
    turned = Order(q="?", order=question.order[::-1], scoring=question.scoring)
    assert given_as(question, tuple(texts)).fraction == given_as(turned, tuple(texts[::-1])).fraction


@given(permuted, st.data())
def test_mending_two_neighbours_costs_nothing(case: tuple[Order, list[str]], data: st.DataObject) -> None:
    question, texts = case
    rank = {text: number for number, tied in enumerate(question.order) for text in tied}
    at = data.draw(st.integers(0, len(texts) - 2))
    before = given_as(question, tuple(texts))
    texts[at : at + 2] = sorted(texts[at : at + 2], key=rank.__getitem__)
    assert (given_as(question, tuple(texts)).fraction or 0) >= (before.fraction or 0)


@given(orders(ties=False))
def test_the_right_order_earns_all_and_its_reverse_nothing(question: Order) -> None:
    assert given_as(question, question.items).fraction == 1
    assert given_as(question, question.items[::-1]).fraction == 0


@given(orders(), st.integers())
def test_what_is_shown_is_never_solved(question: Order, seed: int) -> None:
    prompt = ORDER.ask(question, "", seed)
    assert sorted(prompt.items) == sorted(question.items)
    assert given_as(question, prompt.items).outcome != "correct"
    assert prompt.dense


def test_every_order_but_the_right_one_is_shown() -> None:
    question = order("abc")
    shown = {ORDER.ask(question, "", seed).items for seed in range(100)}
    assert shown == set(permutations("abc")) - {("a", "b", "c")}


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        (order("abc"), []),
        (order("a(bc)"), []),
        (order("ab"), ["order_short"]),
        (order("(abc)"), ["order_tied"]),
        (order("(ab)"), ["order_short"]),
        (order("abca"), ["order_twice"]),
        (order("a(ab)c"), ["order_twice"]),
        (order("abc()"), ["item_empty"]),
        (order("()(abc)"), ["item_empty", "order_tied"]),
        (Order(q="?", order=(("a b",), ("a  b ",), ("c",))), ["order_twice"]),
        (Order(q="?", order=()), ["order_short"]),
    ],
)  # fmt: skip
def test_complaints(question: Order, codes: list[str]) -> None:
    complaints = list(ORDER.complaints(question))
    assert [code for code, _, _ in complaints] == codes
    assert all(key == "order" and MESSAGES[code][1].format_map(args) for code, key, args in complaints)
