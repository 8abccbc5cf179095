from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.deck import Note
from quizapp.core.facility import FEW, findings, options
from quizapp.core.kinds.base import Option
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.leeches import is_leech
from quizapp.core.reviews import Graded, Memory
from quizapp.core.settings import Settings

CHOICE = Note(question=Choice(q="Which?", a="A", wrong=(Option("B"), Option("C"))))
MULTI = Note(question=Multi(q="Which?", a=("A", "D"), wrong=(Option("B"), Option("C"))))


def picked(text: str, fraction: str = "0", seed: int = 0) -> tuple[str, Graded]:
    answer = {"type": "picked", "text": text}
    return "", Graded(kind="choice", outcome="wrong", fraction=fraction, answer=answer, options=3, seed=seed)


def memory(lapses: int, interval: int) -> Memory:
    return Memory(stability=1, difficulty=5, last_day=100, due_day=100 + interval, lapses=lapses)


@given(st.lists(st.sampled_from(["", "0", "1/3", "1/2", "1"]), max_size=12))
def test_facility_is_the_mean_of_what_was_graded(fractions: list[str]):
    found = findings(3, CHOICE, [picked("B", fraction) for fraction in fractions], (), 0, Settings())
    earned = [Fraction(one) for one in fractions if one]
    assert found.answers == len(earned)
    assert found.facility == (sum(earned, Fraction()) / len(earned) if earned else None)
    assert found.hard == (len(earned) >= FEW and 2 * sum(earned) < len(earned))


@given(st.lists(st.sampled_from("ABC"), max_size=12))
def test_each_pick_is_counted_for_its_option(picks: list[str]):
    found, key = options(CHOICE, [picked(text) for text in picks])
    assert [(one.text, one.picked) for one in key] == [("A", picks.count("A"))]
    assert [(one.text, one.shown, one.picked) for one in found] == [
        (text, len(picks), picks.count(text)) for text in "BC"
    ]


def test_several_picks_at_once():
    answer = {"type": "picks", "texts": ["A", "C"]}
    given = [("", Graded(kind="multi", outcome="partial", fraction="0", answer=answer, options=4))]
    assert [[one.picked for one in side] for side in options(MULTI, given)] == [[0, 1], [1, 0]]


@given(st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=30))
def test_an_option_that_was_not_drawn_was_not_shown(seeds: list[int]):
    note = Note(question=Choice(q="Which?", a="A", wrong=tuple(map(Option, "BCDE")), draw=2))
    found, _ = options(note, [picked("A", "1", seed) for seed in seeds])
    assert sum(one.shown for one in found) == 2 * len(seeds)
    prompts = [note.kind.ask(note.question, "", seed) for seed in seeds]
    for one in found:
        assert one.shown == sum(one.text in {option.text for option in prompt.options} for prompt in prompts)


def test_answers_given_in_another_way_say_nothing_of_the_options():
    given = [("", Graded(kind="typed", outcome="wrong", fraction="0", answer={"type": "typed", "text": "B"}))]
    assert [(one.shown, one.picked) for one in options(CHOICE, given)[0]] == [(0, 0), (0, 0)]
    assert options(Note(question=TypedQuestion(q="?", a="A")), given) == ((), ())


def test_options_that_were_shown_often_and_never_picked_are_told_in_plain_words():
    note = Note(
        question=Choice(q="Which?", a="A", wrong=(Option("**B**"), Option("C"))), plain={"**B**": "B"}
    )
    given = [picked("C", "0")] + [picked("A", "1")] * (FEW - 1)
    assert findings(0, note, given, (), 0, Settings()).unpicked == ("B",)
    assert findings(0, note, given[:-1], (), 0, Settings()).unpicked == ()


@pytest.mark.parametrize(
    ("picks", "misleading"), [("BBBAA", ("B",)), ("BBAAC", ()), ("BBBA", ()), ("CCBBA", ("B", "C"))]
)
def test_an_option_that_beats_the_key_is_told(picks: str, misleading: tuple[str, ...]):
    assert findings(0, CHOICE, [picked(text) for text in picks], (), 0, Settings()).misleading == misleading


def test_of_several_right_options_the_least_found_is_the_measure():
    answer = {"type": "picks", "texts": ["A", "B"]}
    given = [("", Graded(kind="multi", outcome="partial", fraction="0", answer=answer, options=4))] * FEW
    assert findings(0, MULTI, given, (), 0, Settings()).misleading == ("B",)


@pytest.mark.parametrize(
    ("lapses", "interval", "leech"), [(8, 20, True), (8, 21, False), (7, 1, False), (30, 400, False)]
)
def test_a_leech_is_forgotten_often_and_still_young(lapses: int, interval: int, leech: bool):
    assert is_leech(memory(lapses, interval), Settings()) == leech
    found = findings(0, CHOICE, (), [memory(lapses, interval), memory(0, 1)], 0, Settings())
    assert (found.leech, found.lapses) == (leech, lapses)
