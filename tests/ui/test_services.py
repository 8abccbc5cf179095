"""The one door for writes: what goes through it is logged, and told once."""

import sqlite3

import pytest

from quizapp.core.kinds.base import Picked
from quizapp.core.reviews import Regrade
from quizapp.store import log, scopes
from quizapp.store.browse import Sort
from tests.ui.learning import RIVERS, School

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


def ids_of(school: School, query: str) -> list[str]:
    keys = school.services.search(query).keys
    return [row.card_id for row in school.services.card_rows(keys)]


def test_many_cards_are_marked_at_once_and_told_of_once(school: School):
    services = school.services
    seat = school.begin(cards=(school.key("rome"),))
    seat.answer(Picked("Tiber"))
    seat.sitting.rate(3)
    before = school.remembered("rome")
    ids = ids_of(school, "")
    for type_, query, payload in (
        ("suspend", "is:suspended", None),
        ("flag", "is:flagged", None),
        ("bury", "is:buried", None),
        ("reset", "is:new", None),
        ("set_due", "due:7", {"day": services.now().study_day + 7}),
    ):
        had = set(ids_of(school, query))
        school.changes.clear()
        events = services.mark_all(type_, ids, school, payload)
        assert [(change.progress, change.by) for change in school.changes] == [(True, school)]
        assert len(set(events)) == len(ids)
        assert len(ids_of(school, query)) == (len(ids) if type_ != "set_due" else 1)
        services.unmark(events, school)
        assert len(school.changes) == 2
        assert set(ids_of(school, query)) == had
    assert school.remembered("rome") == before


def test_marking_is_all_or_nothing(school: School):
    ids = ids_of(school, "")
    broken = [*ids[:2], b"no text", ids[2]]
    with pytest.raises(sqlite3.IntegrityError):
        school.services.mark_all("flag", broken, school)  # type: ignore[arg-type]
    assert ids_of(school, "is:flagged") == []
    assert school.events() == []


def test_reading_goes_by_what_the_screen_shows(school: School):
    services = school.services
    rows = services.search('deck:rivers "through paris"')
    assert services.card_rows(rows.keys)[0].question == "Which river runs through Paris?"
    assert services.search_counts(["", "is:new", "seine"]) == (3, 3, 1)
    assert [one.text for one in services.without("seine is:flagged")] == ["seine", "is:flagged"]
    by_question = services.search("", Sort("question", descending=True)).keys
    questions = [row.question for row in services.card_rows(by_question)]
    assert questions == sorted(questions, reverse=True)


def test_a_decks_settings_are_those_of_its_scopes(school: School):
    services, key = school.services, school.deck_key
    scope = scopes.of_deck(school.db, key)[-1]
    assert services.settings_of(key) == services.settings
    school.changes.clear()
    services.set("tries", 3, school, scope)
    assert [(change.settings, change.by) for change in school.changes] == [(True, school)]
    assert (services.settings.tries, services.settings_of(key).tries) == (1, 3)
    services.set("tries", None, school, scope)
    assert services.settings_of(key).tries == 1


def test_a_decks_settings_are_looked_up_anew_when_decks_change(school: School):
    services = school.services
    services.set("tries", 2, school, "deck:rivers-of-europe")
    assert services.settings_of(school.deck_key).tries == 1
    school.write("id: rivers-of-europe\n" + RIVERS)
    services.library_changed(school)
    assert services.settings_of(school.deck_key).tries == 2
