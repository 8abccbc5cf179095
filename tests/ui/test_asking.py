"""Cards asked otherwise than they are written: among other cards' answers, or in writing."""

import pytest

from quizapp.core.kinds.base import Picked, Typed
from quizapp.core.reviews import Rating
from tests.ui.learning import School, Seat

pytestmark = pytest.mark.usefixtures("qapp")

CAPITALS = """\
title: Capitals
language: en
cards:
""" + "".join(
    f"- id: {country.lower()}\n  q: What is the capital of {country}?\n  a: '{capital}'\n"
    for country, capital in (
        ("France", "**Paris**"),
        ("Austria", "Vienna"),
        ("Hungary", "Budapest"),
        ("Norway", "Oslo"),
        ("Latvia", "Riga"),
    )
)


@pytest.fixture
def school(school: School) -> School:
    """A learner who wants every card as a choice."""
    school.write(CAPITALS)
    school.services.set("ask_as", "choice", None)
    return school


def begin(school: School) -> Seat:
    return school.begin(cards=(school.key("france"),))


def options(seat: Seat) -> set[str]:
    assert seat.asked is not None
    return {option.text for option in seat.asked.prompt.options}


def test_a_plain_card_as_a_choice(school: School):
    seat = begin(school)
    assert seat.asked is not None
    assert (seat.asked.kind.name, seat.asked.note.kind.name, seat.asked.auto) == ("choice", "basic", True)
    assert "**Paris**" in options(seat)
    assert options(seat) - {"**Paris**"} < {"Vienna", "Budapest", "Oslo", "Riga"}
    judged = seat.answer(Picked("**Paris**"))
    assert judged.suggestion.rating is Rating.GOOD
    assert judged.verdict.given == "Paris"
    seat.sitting.rate(3)
    graded = school.logged()[0].graded
    assert (graded.kind, graded.options, graded.outcome) == ("choice", 4, "correct")


def test_after_two_passes_it_is_to_be_typed(school: School):
    school.services.set("ask_as", "promote", None)
    for kind in ("choice", "choice", "typed"):
        seat = begin(school)
        assert seat.asked is not None
        assert seat.asked.kind.name == kind
        if kind == "choice":
            seat.give(Picked("**Paris**"))
            school.clock.next_day(40)
    assert seat.answer(Typed("Paris")).verdict.outcome == "correct"
    assert seat.answer(Typed("x")).verdict.outcome == "correct", "one verdict a card"


def test_the_deck_has_the_last_word(school: School):
    school.write(CAPITALS.replace("language: en", "language: en\nask: written"))
    seat = begin(school)
    assert seat.asked is not None
    assert (seat.asked.kind.name, seat.asked.auto) == ("basic", False)


def test_an_option_that_is_right_too_is_never_offered_again(school: School):
    seat = begin(school)
    wrong = next(iter(options(seat) - {"**Paris**"}))
    assert seat.answer(Picked(wrong)).words == {"right"}
    seat.sitting.say("right")
    assert seat.judged is not None
    assert (seat.judged.verdict.outcome, seat.judged.suggestion.rating) == ("correct", Rating.GOOD)
    assert school.events() == []
    seat.sitting.rate(3)
    assert school.events() == ["exclude"]
    (review,) = school.logged()
    assert (review.graded.outcome, review.graded.because) == ("correct", "regraded_option")
    assert review.graded.answer == {"type": "picked", "text": wrong}
    school.clock.next_day(40)
    for _ in range(8):
        seat = begin(school)
        assert wrong not in options(seat)


def test_undo_takes_back_what_was_said_of_the_option_too(school: School):
    seat = begin(school)
    wrong = next(iter(options(seat) - {"**Paris**"}))
    seat.answer(Picked(wrong))
    seat.sitting.say("right")
    seat.sitting.rate(3)
    assert school.services.excluded(school.key("france")) == {wrong}
    seat.sitting.undo()
    assert school.services.excluded(school.key("france")) == frozenset()
    assert school.logged() == []


def test_said_and_taken_back_before_the_rating_it_leaves_no_trace(school: School):
    seat = begin(school)
    seat.answer(Picked(next(iter(options(seat) - {"**Paris**"}))))
    seat.sitting.say("right")
    seat.sitting.say("right")
    seat.sitting.rate(1)
    assert school.events() == []
    assert school.logged()[0].graded.outcome == "wrong"


def test_new_cards_in_the_deck_are_new_neighbours(school: School):
    seat = begin(school)
    assert "Bern" not in options(seat)
    few = (
        CAPITALS.split("- id: hungary")[0]
        + "- id: swiss\n  q: What is the capital of Switzerland?\n  a: Bern\n"
    )
    school.write(few)
    seat.sitting.refresh()
    seat.sitting.show()
    assert options(seat) == {"**Paris**", "Vienna", "Bern"}
