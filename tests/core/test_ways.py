"""One fact, asked as written, in writing or as a choice."""

from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core import ways
from quizapp.core.choices import Neighbours
from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Language, Note
from quizapp.core.kinds.base import Accept, DontKnow, Option, Picked, Question, Typed
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.true_false import TrueFalse
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.setting_values import Way
from quizapp.core.ways import Posed, as_written, asked_as, asked_scored
from tests.strategies import decks

BASIC = Basic(q="alpha", a="**Oslo**")
TYPED = TypedQuestion(q="bravo", a="Lima", accept=(Accept("Ciudad de los Reyes"),), typos="off")
CHOICE = Choice(q="charlie", a="Quito", wrong=(Option("Bonn"),), accept=(Accept("San Francisco"),))
GAP = Cloze(cloze="delta {{c1::Vienna :: a city}} echo")
GAPS = Cloze(cloze="{{c1::Rome}} foxtrot {{c1::Bern}}")
DECK = Deck(
    path="d",
    language=Language("en", "en"),
    notes=tuple(
        Note(question=question, plain={"**Oslo**": "Oslo"})
        for question in (BASIC, TYPED, CHOICE, GAP, GAPS, TrueFalse(statement="golf", is_=True))
    ),
)


def neighbours(deck: Deck = DECK) -> Callable[[], Neighbours]:
    return lambda: Neighbours(deck, Contexts(deck))


def posed(question: Question, way: Way, part: str = "", *, promoted: bool = False, seed: int = 1) -> Posed:
    note = next((note for note in DECK.notes if note.question == question), Note(question=question))
    return asked_as(note, part, way, promoted=promoted, neighbours=neighbours(), seed=seed)


def test_as_written() -> None:
    for _, note, part in DECK.cards():
        assert posed(note.question, "written", part) == as_written(note, part)


@pytest.mark.parametrize(
    ("question", "part", "asked"),
    [
        (BASIC, "", TypedQuestion(q="alpha", a="**Oslo**")),
        (CHOICE, "", TypedQuestion(q="charlie", a="Quito", accept=CHOICE.accept)),
        (GAP, "c1", TypedQuestion(q="delta \\[a city\\] echo", a="Vienna")),
        (TYPED, "", TYPED),
        (GAPS, "c1", GAPS),
        (Cloze(cloze="{{x}}", typed=True), "x#1", Cloze(cloze="{{x}}", typed=True)),
        (Multi(q="?", a=("x",), wrong=(Option("y"),)), "", Multi(q="?", a=("x",), wrong=(Option("y"),))),
    ],
)
def test_in_writing(question: Question, part: str, asked: Question) -> None:
    found = posed(question, "typed", part)
    assert found.question == asked
    assert found.part == (part if asked == question else "")


@pytest.mark.parametrize(
    "answer",
    [
        "one two three four five six seven", "two\nlines", "![p](p.png)", "about $x^2$", "Oslo (Norway)",
        "red / blue", "one; two", "🇫🇷", "?!", "", "{x}",
    ],
)  # fmt: skip
def test_what_nobody_would_type_stays_as_written(answer: str) -> None:
    basic = Basic(q="?", a=answer)
    assert posed(basic, "typed").question == basic
    choice = Choice(q="?", a=answer, wrong=(Option("x"),))
    assert posed(choice, "typed").question == choice


@pytest.mark.parametrize("answer", ["one two three four five six", "and/or", "$5", "C#", "x"])
def test_what_can_be_typed(answer: str) -> None:
    assert posed(Basic(q="?", a=answer), "typed").question == TypedQuestion(q="?", a=answer)


def test_a_reversed_card_is_asked_on_its_side() -> None:
    pair = Basic(q="apple", a="manzana", reverse=True)
    assert posed(pair, "typed", "back").question == TypedQuestion(q="manzana", a="apple")
    typed = TypedQuestion(q="apple", a="manzana", reverse=True, accept_back=(Accept("an apple"),))
    both = Deck(
        path="d", notes=(Note(question=typed), Note(question=Basic(q="dog", a="perro", reverse=True)))
    )
    found = asked_as(both.notes[0], "back", "choice", promoted=False, neighbours=neighbours(both), seed=1)
    assert isinstance(found.question, Choice)
    assert (found.question.q, found.question.a, found.part) == ("manzana", "apple", "")
    assert [option.text for option in found.question.wrong] == ["dog"]


def test_as_a_choice() -> None:
    found = posed(TYPED, "choice")
    assert isinstance(found.question, Choice)
    assert (found.question.q, found.question.a) == ("bravo", "Lima")
    assert {option.text for option in found.question.wrong} == {"**Oslo**", "Quito", "Vienna"}
    assert found == posed(TYPED, "choice")
    gap = posed(GAP, "choice", "c1")
    assert isinstance(gap.question, Choice)
    assert (gap.question.q, gap.question.a) == ("delta \\[a city\\] echo", "Vienna")


@pytest.mark.parametrize(("question", "part"), [(CHOICE, ""), (GAPS, "c1"), (DECK.notes[-1].question, "")])
def test_options_that_were_written_stay(question: Question, part: str) -> None:
    assert posed(question, "choice", part).question == question


def test_a_choice_without_neighbours_stays_as_written() -> None:
    alone = Deck(path="d", notes=(Note(question=BASIC),))
    found = asked_as(alone.notes[0], "", "choice", promoted=False, neighbours=neighbours(alone), seed=1)
    assert found.question == BASIC


def test_a_choice_that_was_passed_twice_is_asked_in_writing() -> None:
    assert posed(BASIC, "promote").kind.name == "choice"
    assert posed(BASIC, "promote", promoted=True).kind.name == "typed"
    assert posed(BASIC, "choice", promoted=True).kind.name == "choice"
    assert posed(CHOICE, "promote").question == CHOICE
    assert posed(CHOICE, "promote", promoted=True).kind.name == "typed"
    assert posed(TYPED, "promote", promoted=True).question == TYPED


def test_borrowed_options_have_their_plain_words() -> None:
    found = posed(TYPED, "choice")
    context = Contexts(DECK).of(DECK.notes[1], "")
    prompt = found.ask(3)
    verdict = found.grade(prompt, Picked("**Oslo**"), context)
    assert (verdict.outcome, verdict.given, verdict.expected, verdict.options) == ("wrong", "Oslo", "Lima", 4)
    assert found.grade(prompt, Picked("Lima"), context).outcome == "correct"
    assert found.grade(prompt, DontKnow(), context).outcome == "unknown"


def test_the_written_card_is_graded_by_its_own_part() -> None:
    typed = posed(BASIC, "typed")
    context = Contexts(DECK).of(DECK.notes[0], "")
    assert typed.grade(typed.ask(1), Typed("oslo"), context).outcome == "correct"
    assert typed.readings(typed.ask(1), Typed("oslo"), context) == ()
    assert typed.scored
    assert not as_written(DECK.notes[0], "").scored


def test_an_exam_asks_what_can_be_scored() -> None:
    def asked(question: Question, part: str = "", deck: Deck = DECK) -> str:
        note = next((note for note in deck.notes if note.question == question), Note(question=question))
        found = asked_scored(note, part, neighbours=neighbours(deck), seed=1)
        return found.kind.name if found else ""

    alone = Deck(path="d")
    assert [asked(question) for question in (BASIC, TYPED, CHOICE)] == ["choice", "typed", "choice"]
    assert asked(GAP, "c1") == "choice"
    assert asked(GAPS, "c1") == ""
    assert asked(BASIC, deck=alone) == "typed"
    assert asked(Basic(q="?", a="a long and winding answer in many words"), deck=alone) == ""


def test_neighbours_are_made_only_when_needed() -> None:
    def never() -> Neighbours:
        raise AssertionError

    note = DECK.notes[2]
    for way in get_args(Way):
        assert asked_as(note, "", way, promoted=False, neighbours=never, seed=1)


@given(decks, st.sampled_from(get_args(Way)), st.booleans(), st.integers())
def test_any_card_can_be_asked_in_any_way(deck: Deck, way: Way, promoted: bool, seed: int) -> None:
    contexts = Contexts(deck)
    near = Neighbours(deck, contexts)
    for _, note, part in deck.cards():
        found = asked_as(note, part, way, promoted=promoted, neighbours=lambda: near, seed=seed)
        context = contexts.of(note, part)
        verdict = found.grade(found.ask(seed), DontKnow(), context)
        assert verdict.fraction == (0 if found.scored else None)
        assert verdict.expected.strip() == note.kind.expected(note.question, part, context).strip()
        exam = asked_scored(note, part, neighbours=lambda: near, seed=seed)
        assert exam is None or exam.scored


def test_a_card_is_promoted_after_two_passes() -> None:
    assert ways.PROMOTED_AFTER == 2
