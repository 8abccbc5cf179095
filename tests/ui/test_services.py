"""The one door for writes: what goes through it is logged, and told once."""

import pytest

from quizapp.core.kinds.base import Picked
from quizapp.core.reviews import Regrade
from quizapp.store import log
from tests.ui.learning import School

pytestmark = pytest.mark.usefixtures("qapp")


def test_an_option_is_excluded_until_that_is_voided(school: School):
    services, key = school.services, school.key("rome")
    placed = services.place(key)
    assert placed is not None
    card_id = placed[0].card_id
    school.changes.clear()
    event_id = services.exclude(card_id, "Po", school, beside="Tiber")
    assert [(change.progress, change.by) for change in school.changes] == [(True, school)]
    (event,) = log.events(school.db)
    assert (event.type, event.event_id, event.target) == ("exclude", event_id, card_id)
    assert event.payload == {"text": "Po", "with": "Tiber"}
    assert services.excluded(key) == {"Po"}
    services.mark("void", event_id, school)
    assert services.excluded(key) == frozenset()


def test_a_logged_answer_counts_by_the_learners_word(school: School):
    seat = school.begin()
    seat.answer(Picked("Po"))
    seat.sitting.rate(1)
    (review,) = school.logged()
    before = school.remembered("rome")
    assert school.services.passed_as_choice(school.key("rome")) == 0
    said = Regrade(outcome="correct", fraction="1", rating=3)
    event_id = school.services.regrade(review.review_id, said, school)
    (counted,) = log.history(school.db, school.key("rome"))
    assert (counted.rating, counted.graded.outcome) == (3, "correct")
    assert school.remembered("rome") != before
    assert school.services.passed_as_choice(school.key("rome")) == 1
    school.services.mark("void", event_id, school)
    assert school.remembered("rome") == before
    assert school.services.passed_as_choice(school.key("rome")) == 0
