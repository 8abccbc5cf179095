"""What was answered, in words, from what the log keeps: for every kind, and when the card has changed."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Note
from quizapp.core.given import GivenWords
from quizapp.core.kinds import grade
from quizapp.core.kinds.answer import type_of
from quizapp.core.kinds.base import DontKnow, Option, Picked, Typed
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.image import Spot
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.reviews import Graded
from tests.strategies import answers, questions

HEADER = Deck(path="deck.yaml", title="Deck")
RIVER = Choice(q="Rome?", a="Tiber", wrong=(Option("Po"), Option("Arno")))


@given(st.data(), st.integers(0, 99))
def test_the_words_are_those_of_the_verdict_that_was_shown(data: st.DataObject, seed: int):
    question = data.draw(questions)
    note = Note(question=question)
    part = data.draw(st.sampled_from(note.parts))
    answer = data.draw(answers(question))
    context = Contexts(HEADER).of(note, part)
    verdict = grade(note.kind, question, note.kind.ask(question, part, seed), answer, context)
    logged = Graded(
        kind=note.kind.name,
        outcome=verdict.outcome,
        because=verdict.because,
        answer=msgspec.to_builtins(answer),
        seed=seed,
    )
    told = GivenWords(note, part, HEADER).of(logged)
    assert (told.words, told.because, told.args) == (verdict.given, verdict.because, verdict.args)


@given(st.data())
def test_without_the_card_its_words_are_told_as_they_stand(data: st.DataObject):
    answer = msgspec.to_builtins(data.draw(answers(data.draw(questions))))
    told = GivenWords(None, "", None).of(Graded(kind="gone", outcome="wrong", because="exact", answer=answer))
    assert told.because == "exact"
    assert told.words == ", ".join(leaves({key: one for key, one in answer.items() if key != "type"}))


def leaves(value: object) -> list[str]:
    """The texts in a JSON value, in order."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] if isinstance(value, str) else [text for one in inner for text in leaves(one)]


def logged(answer: object, kind: str = "choice", because: str = "picked_wrong") -> Graded:
    return Graded(kind=kind, outcome="wrong", because=because, answer=msgspec.to_builtins(answer))


def test_an_answer_to_another_text_is_told_by_its_own_words():
    changed = GivenWords(Note(question=RIVER), "", HEADER)
    assert changed.of(logged(Picked("Po"))).words == "Po"
    assert changed.of(logged(Typed("Danube"), kind="typed")).words == "Danube"
    assert changed.of(logged({"type": "picked", "text": 7})).words == ""


def test_nothing_was_given():
    words = GivenWords(Note(question=RIVER), "", HEADER)
    assert words.of(logged(DontKnow(), because="unknown")).words == ""
    assert words.of(Graded(kind="choice", outcome="correct", because="picked_correct")).words == ""


def test_arguments_of_another_rule_are_not_told():
    words = GivenWords(Note(question=TypedQuestion(q="Rome?", a="Tiber", typed=True)), "", HEADER)
    told = words.of(logged(Typed("Tibber"), kind="typed", because="distance_1"))
    assert (told.because, told.args) == ("distance_1", {})
    assert told.words == "Tibber"


def test_a_part_of_a_picture_may_be_answered_in_writing():
    """As quizzes and the history read it back from the log: its kind's own answer is a place."""
    assert type_of("typed", Spot) is Typed
    assert type_of("spot", Spot) is Spot
