"""Gaps of a cloze that are picked, numbers or written, and gaps whose answers may change places."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Accept, Context, DontKnow, Filled, Option, Verdict
from quizapp.core.kinds.cloze import CLOZE, Cloze
from quizapp.core.kinds.gaps import GapSpec
from quizapp.core.kinds.quantity import Tier
from quizapp.core.problems import MESSAGES
from quizapp.core.reasons import REASONS, SCORES, sentence
from tests.clozes import filled_clozes, right_texts
from tests.strategies import texts

ENGLISH = Context(language="en")
TWO_RIVERS = "The land between {{c1::Euphrates}} and {{c1::Tigris}} is called {{c2::Mesopotamia}}."
HALF = Option("Pumori", "", Decimal("0.5"))
PEAK = Cloze(
    cloze="Mount {{c1::Everest}} is {{c1::8849}} m high and stands in {{c1::Nepal}} and {{c1::China}}.",
    gaps={
        1: GapSpec(wrong=(Option("K2", "It is second."), Option("Elbrus"), HALF)),
        2: GapSpec(tolerance=(Tier("10"), Tier("1%", Decimal("0.5"))), unit=("m",)),
        3: GapSpec(accept=(Accept("Federal Democratic Republic of Nepal"),)),
    },
)  # fmt: skip


def filled(question: Cloze, *typed: str, context: Context = ENGLISH, seed: int = 0) -> Verdict:
    prompt = CLOZE.ask(question, CLOZE.parts(question)[0], seed)
    return grade(CLOZE, question, prompt, Filled(typed), context)


def said(verdict: Verdict) -> list[str]:
    """What is said of each gap."""
    tables = ((REASONS, "because"), (SCORES, "score"))
    return [
        " ".join(
            sentence(table, getattr(part, name), part.args) for table, name in tables if getattr(part, name)
        ).strip()
        for part in verdict.parts
    ]


# Ways


def test_each_gap_is_asked_in_its_way() -> None:
    prompt = CLOZE.ask(PEAK, "c1", 0)
    assert prompt.answered
    assert [gap.way for gap in prompt.gaps] == ["choice", "number", "typed", "typed"]
    assert {option.text for option in prompt.gaps[0].options} == {"Everest", "K2", "Elbrus", "Pumori"}
    assert [gap.unit for gap in prompt.gaps] == ["", "m", "", ""]


def test_options_are_shuffled_by_the_seed() -> None:
    orders = {CLOZE.ask(PEAK, "c1", seed).gaps[0].options for seed in range(30)}
    assert len(orders) > 10
    for seed in range(5):
        assert filled(PEAK, "Everest", "8849", "Nepal", "China", seed=seed).fraction == 1


def test_each_gap_is_graded_and_explained_in_its_way() -> None:
    verdict = filled(PEAK, "K2", "8800", "nepal", "Nepl")
    assert [part.mark for part in verdict.parts] == ["wrong", "almost", "right", "wrong"]
    assert verdict.fraction == Fraction(3, 8)
    assert [(part.given, part.expected) for part in verdict.parts] == [
        ("K2", "Everest"), ("8800", "8,849 m"), ("nepal", "Nepal"), ("Nepl", "China"),
    ]  # fmt: skip
    assert verdict.parts[0].feedback == "It is second."
    assert said(verdict) == [
        "",
        "8,800 lies within 1 % of 8,849 m: up to 88.49 m off counts. "
        "This near it earns 1/2 of a right answer.",
        "",
        "“Nepl” belongs in gap 3.",
    ]
    assert sentence(SCORES, verdict.score, verdict.args) == "1 of 4 gaps right, others in part: 3/8."
    assert verdict.options == 0


def test_what_was_not_filled_in_is_missed() -> None:
    verdict = filled(PEAK, "", "5", "", "China")
    assert [part.mark for part in verdict.parts] == ["missed", "wrong", "missed", "right"]
    assert said(verdict)[0] == "Nothing was filled in."
    unknown = grade(CLOZE, PEAK, CLOZE.ask(PEAK, "c1", 0), DontKnow(), ENGLISH)
    assert unknown.expected == "Everest, 8,849 m, Nepal, China"
    assert [part.expected for part in unknown.parts] == ["Everest", "8,849 m", "Nepal", "China"]


def test_an_option_earns_its_credit_and_is_known_by_its_plain_text() -> None:
    question = Cloze(
        cloze="It is {{**A**}}.", gaps={1: GapSpec(wrong=(Option("*B*", "no", Decimal("0.5")), Option("C")))}
    )
    context = Context(plain={"**A**": "A", "*B*": "B"})
    assert filled(question, "A", context=context).fraction == 1
    half = filled(question, "*B*", context=context)
    assert (half.fraction, half.given, half.expected, half.feedback, half.options) == (
        Fraction(1, 2), "B", "A", "no", 3,
    )  # fmt: skip
    assert filled(question, "nothing of it", context=context).outcome == "wrong"
    assert CLOZE.picks(question, "**a**#1")
    assert CLOZE.spelled(question, "**a**#1") is not None


def test_a_card_of_choices_alone_may_be_guessed() -> None:
    two = GapSpec(wrong=(Option("x"), Option("y")))
    question = Cloze(cloze="{{c1::a}} {{c1::b}}", gaps={1: two, 2: two})
    verdict = filled(question, "a", "b")
    assert (verdict.fraction, verdict.options) == (1, 9)


def test_the_cards_of_gaps_without_a_word_are_revealed() -> None:
    question = Cloze(cloze=TWO_RIVERS, gaps={3: GapSpec(accept=(Accept("Iraq", Decimal("0.5")),))})
    assert not CLOZE.scored(question, "c1")
    assert CLOZE.scored(question, "c2")


def test_one_gap_with_a_word_has_all_of_its_card_answered() -> None:
    question = Cloze(cloze=TWO_RIVERS, gaps={2: GapSpec(reject=("Tigre",))})
    prompt = CLOZE.ask(question, "c1", 0)
    assert [gap.way for gap in prompt.gaps] == ["typed", "typed"]
    assert filled(question, "Eufrates", "Tigris").outcome == "almost"


def test_keys_of_the_card_hold_where_a_gap_has_none() -> None:
    question = Cloze(cloze="{{c1::Au}} {{c1::Ag}}", case="exact", gaps={1: GapSpec(accept=(Accept("gold"),))})
    assert [part.mark for part in filled(question, "au", "ag").parts] == ["wrong", "wrong"]
    assert [part.mark for part in filled(question, "gold", "Ag").parts] == ["right", "right"]


def test_a_number_gap_is_the_hidden_number_or_its_own() -> None:
    hidden = Cloze(cloze="{{12}} months", gaps={1: GapSpec(tolerance=(Tier("1"),))})
    assert filled(hidden, "eleven").fraction == 1
    own = Cloze(cloze="{{a dozen}} eggs", gaps={1: GapSpec(number="12")})
    assert filled(own, "12").fraction == 1
    assert filled(own, "a dozen").because == "number_none"
    assert CLOZE.spelled(own, "a dozen#1") is None


def test_an_ambiguous_number_is_asked_for_the_first_gap_that_has_one() -> None:
    question = Cloze(
        cloze="{{c1::ab}} {{c1::1000}} {{c1::2000}}", gaps={2: GapSpec(unit=("m",)), 3: GapSpec(unit=("m",))}
    )
    prompt = CLOZE.ask(question, "c1", 0)
    answer = Filled(("1,234", "1,000", "2,000"))
    first = CLOZE.readings(question, prompt, answer, Context())
    assert {reading.answer for reading in first} == {
        Filled(("1,234", "1000", "2,000")), Filled(("1,234", "1.0000", "2,000")),
    }  # fmt: skip
    second = CLOZE.readings(question, prompt, first[0].answer, Context())
    assert {reading.answer.texts[2] for reading in second} == {"2000", "2.0000"}  # type: ignore[attr-defined]
    assert CLOZE.readings(question, prompt, second[0].answer, Context()) == ()
    assert CLOZE.readings(question, prompt, answer, ENGLISH) == ()


# Any order

RIVERS = Cloze(cloze=TWO_RIVERS, typed=True, any_order=(1, 2))


def test_answers_of_free_gaps_may_change_places() -> None:
    verdict = filled(RIVERS, "Tigris", "Euphrates")
    assert (verdict.outcome, verdict.fraction) == ("correct", 1)
    assert [(part.given, part.expected) for part in verdict.parts] == [
        ("Tigris", "Tigris"), ("Euphrates", "Euphrates"),
    ]  # fmt: skip
    assert [gap.free for gap in CLOZE.ask(RIVERS, "c1", 0).gaps] == [True, True]
    assert [gap.free for gap in CLOZE.ask(RIVERS, "c2", 0).gaps] == [False]


def test_an_answer_given_twice_counts_once() -> None:
    verdict = filled(RIVERS, "Tigris", "tigris ")
    assert verdict.fraction == Fraction(1, 2)
    assert [part.mark for part in verdict.parts] == ["right", "twice"]
    assert said(verdict)[1] == "“tigris” names what stands in another gap already; it counts once."
    for entries in (("Tigirs", "Tigris"), ("Tigris", "Tigirs")):
        slip = filled(RIVERS, *entries)
        assert slip.fraction == Fraction(1, 2)
        assert [part.mark for part in slip.parts].count("twice") == 1
    alike = Cloze(
        cloze="{{c1::Elbe}} {{c1::Oder}}", any_order=(1, 2),
        gaps={1: GapSpec(accept=(Accept("a river"),)), 2: GapSpec(accept=(Accept("a river"),))},
    )  # fmt: skip
    assert filled(alike, "a river", "a river").fraction == Fraction(1, 2)
    twins = Cloze(cloze="{{c1::ab}} {{c1::ab}}", typed=True, any_order=(1, 2))
    assert filled(twins, "ab", "ab").fraction == 1


def test_the_best_assignment_counts() -> None:
    """What may stand in two gaps makes room for what may stand in one."""
    question = Cloze(
        cloze="{{c1::Elbe}} {{c1::Oder}} {{c1::Rhine}}", any_order=(1, 2, 3),
        gaps={2: GapSpec(accept=(Accept("Elbe"),)), 3: GapSpec(accept=(Accept("Oder", Decimal("0.5")),))},
    )  # fmt: skip
    verdict = filled(question, "Oder", "Elbe", "Rhine")
    assert verdict.fraction == 1
    assert filled(question, "Elbe", "Oder", "Elbe").fraction == Fraction(2, 3)


# Decks


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (PEAK, []),
        (RIVERS, []),
        (Cloze(cloze="{{a}}", gaps={0: GapSpec(wrong=(Option("b"),)), 2: GapSpec(number="5")}),
         [("gap_unknown", "gaps"), ("gap_unknown", "gaps")]),
        (Cloze(cloze="{{a}}", gaps={1: GapSpec(wrong=(Option("b"),), number="5")}), [("gap_ways", "gaps")]),
        (Cloze(cloze="{{a}}", gaps={1: GapSpec(wrong=(Option("a"),))}), [("option_twice", "gaps")]),
        (Cloze(cloze="{{a}}", gaps={1: GapSpec(wrong=(Option("b", "", Decimal(2)),))}),
         [("credit_range", "gaps")]),
        (Cloze(cloze="{{a}}", gaps={1: GapSpec(number="1,5")}), [("number_comma", "gaps")]),
        (Cloze(cloze="{{a}}", gaps={1: GapSpec(unit=("m",))}), [("gap_no_number", "gaps")]),
        (Cloze(cloze="{{2,850}}", gaps={1: GapSpec(unit=("m",))}), [("gap_no_number", "gaps")]),
        (Cloze(cloze="{{5}}", gaps={1: GapSpec(number="6..7")}), [("gap_other_number", "gaps")]),
        (Cloze(cloze="{{5}}", gaps={1: GapSpec(number="5..7", unit_needed=True)}),
         [("unit_needed_none", "gaps")]),
        (Cloze(cloze="{{5}}", gaps={1: GapSpec(tolerance=(Tier("x"),))}), [("tolerance_unreadable", "gaps")]),
        (Cloze(cloze="{{a}}", gaps={1: GapSpec(reject=("a",), accept=(Accept("b", Decimal(2)),))}),
         [("credit_range", "gaps"), ("reject_right", "gaps")]),
        (Cloze(cloze=TWO_RIVERS, typed=True, any_order=(1, 4)),
         [("any_order_unknown", "any_order"), ("any_order_alone", "any_order")]),
        (Cloze(cloze=TWO_RIVERS, typed=True, any_order=(1, 2, 3)), [("any_order_alone", "any_order")]),
        (Cloze(cloze=TWO_RIVERS, any_order=(1, 2)), [("any_order_idle", "any_order")]),
        (Cloze(cloze=TWO_RIVERS, any_order=(1, 2), gaps={1: GapSpec(number="5")}),
         [("any_order_ways", "any_order"), ("any_order_ways", "any_order")]),
        (Cloze(cloze=TWO_RIVERS, any_order=(1, 2), gaps={n: GapSpec(wrong=(Option("b"),)) for n in (1, 2)}),
         [("any_order_ways", "any_order"), ("any_order_ways", "any_order")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_deck(question: Cloze, found: list[tuple[str, str]]) -> None:
    complaints = list(CLOZE.complaints(question))
    assert [(code, key) for code, key, _ in complaints] == found
    assert all(MESSAGES[code][1].format_map(args) for code, _, args in complaints)


# Properties


@given(filled_clozes(), st.integers(), st.lists(texts, max_size=5), st.data())
def test_any_answer_earns_a_share(question: Cloze, seed: int, typed: list[str], data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(CLOZE.parts(question)))
    prompt = CLOZE.ask(question, part, seed)
    right = right_texts(question, part)
    assert grade(CLOZE, question, prompt, Filled(right), ENGLISH).fraction == 1
    mixed = data.draw(st.permutations([*right, *typed]))[: len(right)]
    verdict = grade(CLOZE, question, prompt, Filled(tuple(mixed)), ENGLISH)
    assert verdict.fraction is not None
    assert 0 <= verdict.fraction <= 1
    assert len(verdict.parts) == len(right)
    assert (verdict.fraction == 1) == all(part.mark in ("right", "almost") for part in verdict.parts) or any(
        part.score for part in verdict.parts
    )


@given(filled_clozes(), st.integers(), st.lists(texts, max_size=5), st.data())
def test_texts_of_free_gaps_may_be_permuted(
    question: Cloze, seed: int, typed: list[str], data: st.DataObject
) -> None:
    part = data.draw(st.sampled_from(CLOZE.parts(question)))
    prompt = CLOZE.ask(question, part, seed)
    given_texts = data.draw(st.permutations([*right_texts(question, part), *typed]))[: len(prompt.gaps)]
    free = [at for at, gap in enumerate(prompt.gaps) if gap.free]
    moved = list(given_texts)
    for at, other in zip(free, data.draw(st.permutations(free)), strict=True):
        moved[at] = given_texts[other]
    fractions = {
        grade(CLOZE, question, prompt, Filled(tuple(each)), ENGLISH).fraction for each in (given_texts, moved)
    }
    assert len(fractions) == 1
