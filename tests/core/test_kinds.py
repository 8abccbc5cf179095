"""The registry: which kind a card is of, and what holds for the questions of every kind."""

from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.deck import AnyQuestion, Note
from quizapp.core.kinds import KINDS, Kind, find_kind, grade, kind_of
from quizapp.core.kinds.base import (
    Answer,
    Blank,
    Context,
    DontKnow,
    Filled,
    Option,
    Picked,
    Picks,
    Prompt,
    Question,
    Revealed,
    Shape,
    Typed,
)
from quizapp.core.kinds.basic import BASIC, Basic
from quizapp.core.kinds.categorise import Categorise
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.image import Spot
from quizapp.core.kinds.match import Match
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.typed import TYPED, TypedQuestion
from quizapp.core.problems import MESSAGES
from quizapp.core.reasons import HEADINGS, REASONS, SCORES, heading, sentence
from tests.strategies import answers, questions

OPTIONS = tuple(map(Option, "wxyz"))
PAIRS = (("a", "1"), ("b", "2"), ("c", "3"), ("d", "4"))
T: Shape = "text"
L: Shape = "list"


def kind_name(keys: dict[str, Shape], flags: dict[str, str] | None = None, named: str = "") -> str:
    found = find_kind(keys, flags or {}, named)
    return found.name if isinstance(found, Kind) else found[0]


@pytest.mark.parametrize(
    ("keys", "flags", "name"),
    [
        ({"q": T, "a": T}, {}, "basic"),
        ({"front": T, "back": T}, {}, "basic"),
        ({"q": T}, {}, "basic"),
        ({}, {}, "basic"),
        ({"q": T, "a": T, "reverse": T}, {}, "basic"),
        ({"q": T, "a": T, "wrong": L}, {}, "choice"),
        ({"q": T, "a": T, "wrong": T}, {}, "choice"),
        ({"q": T, "wrong": L}, {}, "choice"),
        ({"q": T, "a": "empty", "wrong": L}, {}, "choice"),
        ({"q": T, "a": T, "wrong": L, "accept": L}, {}, "choice"),
        ({"q": T, "a": T, "wrong": L, "typed": T}, {"typed": "true"}, "choice"),
        ({"q": T, "a": L, "wrong": L}, {}, "multi"),
        ({"q": T, "a": L}, {}, "list_without_wrong"),
        ({"q": T, "a": L, "accept": L}, {}, "list_without_wrong"),
        ({"q": T, "a": L, "typed": T}, {"typed": "yes"}, "list_without_wrong"),
        ({"q": T, "a": T, "accept": L}, {}, "typed"),
        ({"q": T, "a": T, "accept": T}, {}, "typed"),
        ({"q": T, "a": T, "typed": T}, {"typed": "true"}, "typed"),
        ({"q": T, "a": T, "typed": T}, {"typed": "ON"}, "typed"),
        ({"q": T, "a": T, "typed": T}, {"typed": "no"}, "basic"),
        ({"q": T, "a": T, "typed": T}, {"typed": "maybe"}, "basic"),
        ({"q": T, "a": T, "typed": L}, {}, "basic"),
        ({"cloze": T}, {}, "cloze"),
        ({"cloze": T, "typed": T}, {"typed": "true"}, "cloze"),
        ({"cloze": T, "a": L}, {}, "cloze"),
        ({"q": T, "list": L}, {}, "list"),
        ({"q": T, "check": L}, {}, "open"),
        ({"q": T, "check": L, "a": T}, {}, "open"),
        ({"q": T, "order": L}, {}, "order"),
        ({"q": T, "order": L, "a": L}, {}, "order"),
        ({"statement": T, "is": T}, {"is": "false"}, "true_false"),
        ({"statement": T, "is": T}, {"is": "Yes"}, "true_false"),
        ({"statement": T, "is": T}, {"is": "off"}, "true_false"),
        ({"statement": T, "is": T}, {"is": "claim"}, "verdict"),
        ({"statement": T, "is": T}, {"is": "not stated"}, "verdict"),
        ({"statement": T}, {}, "verdict"),
        ({"q": T, "match": L}, {}, "match"),
        ({"q": T, "match": "map", "extra": L}, {}, "match"),
        ({"q": T, "categories": "map"}, {}, "categorise"),
        ({"statement": T, "cloze": T}, {}, "kinds_two"),
        ({"match": L, "categories": "map"}, {}, "kinds_two"),
        ({"q": T, "number": T}, {}, "numeric"),
        ({"q": T, "date": T}, {}, "date"),
        ({"q": T, "date": T, "number": T}, {}, "kinds_two"),
        ({"q": T, "image": T, "regions": L}, {}, "image"),
        ({"q": T, "a": T, "image": T}, {}, "basic"),
        ({"q": T, "wall": T}, {}, "basic"),
    ],
)
def test_the_keys_decide(keys: dict[str, Shape], flags: dict[str, str], name: str) -> None:
    assert kind_name(keys, flags) == name


def test_a_list_is_complained_of_where_it_stands() -> None:
    assert find_kind({"q": T, "a": L}, {}) == ("list_without_wrong", "a", {})


def test_two_unique_keys_are_named_in_the_order_written() -> None:
    for first, second in (("statement", "cloze"), ("cloze", "statement")):
        found = find_kind({"q": T, first: T, second: T}, {})
        assert found == ("kinds_two", second, {"first": first, "second": second})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_name_settles_it(kind: Kind) -> None:  # type: ignore[type-arg]
    assert find_kind({"statement": T, "cloze": T, "a": L}, {}, kind.name) is kind


def test_an_unknown_name_lists_the_known() -> None:
    found = find_kind({}, {}, "essay")
    assert not isinstance(found, Kind)
    assert found[:2] == ("kind_unknown", "kind")
    assert found[2]["name"] == "essay"
    assert found[2]["known"] == (
        "basic, categorise, choice, cloze, date, image, list, match, multi, numeric, open, order, "
        "true_false, typed, verdict"
    )


def test_which_answers_are_in_the_words_of_the_learner() -> None:
    answers_of = (Typed, Filled, Picked, Picks, Spot, DontKnow)
    assert [answer for answer in answers_of if answer.own_words] == [Typed, Filled]


@pytest.mark.parametrize(
    ("few", "more"),
    [
        (Choice(q="?", a="a", wrong=OPTIONS[:3]), Choice(q="?", a="a", wrong=OPTIONS)),
        (Multi(q="?", a=("a", "b"), wrong=OPTIONS[:2]), Multi(q="?", a=("a",), wrong=OPTIONS)),
        (Match(q="?", match=PAIRS), Match(q="?", match=PAIRS, extra=("e",))),
        (
            Categorise(q="?", categories={"x": ("a", "b"), "y": ("c", "d")}),
            Categorise(q="?", categories={"x": ("a", "b"), "y": ("c", "d", "e")}),
        ),
    ],
)
def test_five_rows_need_the_room(few: Question, more: Question) -> None:
    assert not kind_of(few).ask(few, "", 0).dense
    assert kind_of(more).ask(more, "", 0).dense


keys = st.dictionaries(
    st.sampled_from(["q", "a", "wrong", "accept", "typed", "cloze", "statement", "is", "kind", "number"]),
    st.sampled_from(["text", "list", "map", "empty"]),
)


@given(keys, st.dictionaries(st.sampled_from(["typed", "is"]), st.text(max_size=5)), st.text(max_size=5))
def test_any_card_has_a_kind_or_a_complaint(
    keys: dict[str, Shape], flags: dict[str, str], named: str
) -> None:
    found = find_kind(keys, flags, named)
    if not isinstance(found, Kind):
        code, _, args = found
        assert MESSAGES[code][1].format_map(args)


# What holds for every kind


@given(questions)
def test_questions_travel_as_json(question: Question) -> None:
    note = Note(question=question)  # type: ignore[arg-type]
    assert msgspec.json.decode(msgspec.json.encode(note), type=Note) == note
    assert msgspec.json.decode(msgspec.json.encode(question), type=AnyQuestion) == question
    assert kind_of(question).question is type(question)


@given(questions)
def test_valid_questions_have_no_errors(question: Question) -> None:
    complaints = list(kind_of(question).complaints(question))
    assert [code for code, _, _ in complaints if MESSAGES[code][0] == "error"] == []
    assert all(MESSAGES[code][1].format_map(args) for code, _, args in complaints)


@given(questions, st.integers())
def test_parts_are_unique_and_each_can_be_asked(question: Question, seed: int) -> None:
    kind = kind_of(question)
    parts = kind.parts(question)
    assert len(set(parts)) == len(parts) > 0
    for part in parts:
        prompt = kind.ask(question, part, seed)
        assert prompt == kind.ask(question, part, seed)
        assert isinstance(prompt, kind.prompt)
        assert prompt.part == part
        assert prompt.text == kind.front(question, part)
        assert kind.scored(question, part) or prompt.shows
        assert kind.back(question, part)
        assert kind.answers(question, part) or kind.name == "multi"
        assert kind.side(part) == ("front" if part == "back" else "back")
        assert {kind.front(question, part), kind.back(question, part)} - {""} <= set(kind.texts(question))


@given(questions, st.integers(), st.data())
def test_any_answer_gets_a_verdict_with_words(question: Question, seed: int, data: st.DataObject) -> None:
    kind = kind_of(question)
    part = data.draw(st.sampled_from(kind.parts(question)))
    answer = data.draw(answers(question))
    prompt = kind.ask(question, part, seed)
    verdict = grade(kind, question, prompt, answer, Context())
    assert verdict == grade(kind, question, prompt, answer, Context())
    if verdict.fraction is None:
        assert not kind.scored(question, part)
    else:
        assert isinstance(verdict.fraction, Fraction)
        assert 0 <= verdict.fraction <= 1
    assert verdict.outcome in ("unscored", "unknown", "blank") or verdict.fraction is not None
    assert sentence(REASONS, verdict.because, verdict.args) is not None
    assert not verdict.score or sentence(SCORES, verdict.score, verdict.args)
    code, args = heading(verdict, data.draw(st.sampled_from(["", "fact", "claim", "forecast"])), "Ann")
    assert sentence(HEADINGS, code, args)
    assert msgspec.json.decode(msgspec.json.encode(answer), type=type(answer)) == answer


@given(questions, st.integers(), st.data())
def test_no_answer_is_never_a_penalty(question: Question, seed: int, data: st.DataObject) -> None:
    kind = kind_of(question)
    part = data.draw(st.sampled_from(kind.parts(question)))
    prompt = kind.ask(question, part, seed)
    nothing = Fraction(0) if kind.scored(question, part) else None
    for answer, outcome, because in ((DontKnow(), "unknown", "unknown"), (Blank(), "blank", "blank")):
        verdict = grade(kind, question, prompt, answer, Context())
        assert (verdict.outcome, verdict.because, verdict.fraction) == (outcome, because, nothing)
        assert all(part.mark in ("missed", "left_out") for part in verdict.parts)
        assert (verdict.given, verdict.options) == ("", 0)


def test_a_scored_card_revealed_first_is_not_known() -> None:
    question = TypedQuestion(q="?", a="**Oslo**")
    context = Context(plain={"**Oslo**": "Oslo"})
    verdict = grade(TYPED, question, TYPED.ask(question, "", 0), Revealed(), context)
    assert (verdict.outcome, verdict.because, verdict.fraction) == ("unknown", "revealed_first", 0)
    assert verdict.expected == "Oslo"


# basic


def test_basic_is_rated_by_the_learner() -> None:
    question = Basic(q="the apple", a="la manzana", reverse=True)
    assert BASIC.parts(question) == ("forward", "back")
    assert BASIC.parts(Basic(q="x", a="y")) == ("",)
    forward = BASIC.ask(question, "forward", 0)
    assert (forward.text, forward.shows) == ("the apple", "la manzana")
    back = BASIC.ask(question, "back", 0)
    assert (back.text, back.shows) == ("la manzana", "the apple")
    verdict = grade(BASIC, question, back, Revealed(), Context(plain={"the apple": "The Apple"}))
    assert (verdict.outcome, verdict.fraction, verdict.because) == ("unscored", None, "self_rated")
    assert verdict.expected == "The Apple"
    assert grade(BASIC, question, back, DontKnow(), Context()).expected == "the apple"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_complaints_by_reading_are_known(kind: Kind[Question, Prompt, Answer]) -> None:
    assert kind.by_reading <= MESSAGES.keys()
