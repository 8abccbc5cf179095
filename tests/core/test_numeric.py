"""numeric: a card that asks for a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Context, Reading, Typed
from quizapp.core.kinds.numeric import NUMERIC, Numeric
from quizapp.core.kinds.quantity import Tier
from quizapp.core.reasons import BETWEEN_TRIES
from tests.amounts import number_texts, numerics

DANUBE = Numeric(q="How long is the Danube?", number="2850", tolerance=(Tier("2%"),), unit=("km",))


def test_it_asks_and_tells_in_words() -> None:
    assert NUMERIC.ask(DANUBE, "", 0).text == NUMERIC.front(DANUBE, "") == "How long is the Danube?"
    assert NUMERIC.back(DANUBE, "") == "2850 km"
    assert NUMERIC.expected(DANUBE, "", Context(language="en")) == "2,850 km"
    assert NUMERIC.expected(Numeric(q="?", number="1989"), "", Context(language="en")) == "1989"
    assert list(NUMERIC.complaints(DANUBE)) == []


def test_an_open_number_is_asked_back() -> None:
    prompt = NUMERIC.ask(DANUBE, "", 0)
    found = NUMERIC.readings(DANUBE, prompt, Typed("2,850 km"), Context())
    assert found == (Reading(Typed("2850 km"), "2850 km"), Reading(Typed("2.8500 km"), "2.850 km"))
    assert [grade(NUMERIC, DANUBE, prompt, each.answer, Context()).fraction for each in found] == [1, 0]
    assert NUMERIC.readings(DANUBE, prompt, Typed("2,850 km"), Context(language="en")) == ()


@given(numerics(), number_texts | st.text(), st.sampled_from(["", "en", "de", "fr", "hi"]))
def test_readings_are_graded_one_by_one(question: Numeric, typed: str, language: str) -> None:
    context, prompt = Context(language=language), NUMERIC.ask(question, "", 0)
    found = NUMERIC.readings(question, prompt, Typed(typed), context)
    assert len(found) != 1
    for each in found:
        assert NUMERIC.readings(question, prompt, each.answer, context) == ()  # type: ignore[arg-type]
        assert grade(NUMERIC, question, prompt, each.answer, context).because != "number_unclear"


@pytest.mark.parametrize(
    ("typed", "told"),
    [("a lot", True), ("2850 kg", True), ("2700", False), ("285", False), ("-2850", False)],
)
def test_nothing_is_given_away_between_tries(typed: str, told: bool) -> None:
    verdict = grade(NUMERIC, DANUBE, NUMERIC.ask(DANUBE, "", 0), Typed(typed), Context(language="en"))
    assert (verdict.because in BETWEEN_TRIES) is told
