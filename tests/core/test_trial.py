"""Cards tried out: each kind's right answer shows what is right, and nothing of it is kept."""

import pytest

from quizapp.core import trial
from quizapp.core.deck import Deck, Language, Note
from quizapp.core.kinds.base import DontKnow, Filled, Picked, Picks, Revealed, Typed
from quizapp.core.kinds.cloze import Cloze
from tests.ui.desk import QUESTIONS

RIGHT = {
    "basic": Revealed(),
    "cloze": Filled(("The Danube", "Black Sea")),
    "choice": Picked("Danube"),
    "date": Typed("9 November 1989"),
    "list": Filled(("Estonia", "Latvia", "Lithuania")),
    "multi": Picks(("Slovakia", "Austria")),
    "numeric": Typed("2,850 km"),
    "true_false": Picked("false"),
    "verdict": Picked("fact"),
    "typed": Typed("Tren de Aragua"),
    "image": Revealed(),
    "open": Revealed(),
    "order": DontKnow(),
    "match": DontKnow(),
    "categorise": DontKnow(),
}


def deck_of(note: Note) -> Deck:
    return Deck(path="x.yaml", notes=(note,), language=Language("en", "en"))


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_right_answer_is_shown(name: str) -> None:
    note = Note(question=QUESTIONS[name], plain={"**Lithuania**": "Lithuania"})
    asked = trial.asked(note, deck_of(note))
    solved = trial.solved(asked)
    assert solved.answer == RIGHT[name]
    assert solved.verdict.outcome in ("correct", "unscored", "unknown")
    assert solved.verdict.expected


def test_an_answer_is_judged_as_in_study() -> None:
    note = Note(question=QUESTIONS["choice"])
    asked = trial.asked(note, deck_of(note))
    judged = trial.judged(asked, Picked("Rhine"))
    assert judged.verdict.outcome == "wrong"
    assert judged.verdict.feedback == "It *is* in Germany."
    assert not judged.intervals


def test_of_several_readings_the_first_counts() -> None:
    note = Note(question=QUESTIONS["numeric"])
    asked = trial.asked(note, Deck(path="x.yaml", notes=(note,)))
    assert trial.judged(asked, Typed("2,850")).answer == Typed("2850")


@pytest.mark.parametrize(("part", "shown"), [("c2", "c2"), ("", "c1"), ("c9", "c1")])
def test_a_part_that_is_not_there_is_the_first(part: str, shown: str) -> None:
    note = Note(question=Cloze(cloze="{{c1::a}} and {{c2::b}}"))
    assert trial.asked(note, deck_of(note), part).prompt.part == shown
