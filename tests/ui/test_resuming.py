"""A sitting that is taken back step by step, left, and found again."""

import pytest

from quizapp.core.kinds.base import DontKnow, Picked
from quizapp.ui.navigation import Study
from tests.store.made import DAY_MS
from tests.ui.learning import School

pytestmark = pytest.mark.usefixtures("qapp")


def test_undo_before_the_rating_asks_again(school: School):
    seat = school.begin()
    seat.answer(Picked("Po"))
    seat.sitting.undo()
    assert seat.judged is None
    assert seat.note == "rome"
    assert school.events() == []
    seat.give()
    assert [review.graded.outcome for review in school.logged()] == ["correct"]


def test_undo_takes_back_one_answer_after_the_other(school: School):
    seat = school.begin()
    seat.give()
    seat.give()
    for note, left in (("budapest", 1), ("rome", 0)):
        seat.sitting.undo()
        assert seat.note == note
        assert len(school.logged()) == left
        assert school.remembered(note) is None
    seat.sitting.undo()
    assert seat.note == "rome"
    assert school.events() == ["void", "void"]
    assert seat.place == (1, 3)


def test_undo_at_the_end_opens_the_sitting_again(school: School):
    seat = school.begin()
    seat.to_the_end()
    seat.sitting.undo()
    assert seat.note == "paris"
    seat.give()
    assert seat.finished == 2
    assert school.ids() == ["rome", "budapest", "paris"]


def test_undo_goes_on_over_a_restart(school: School):
    seat = school.begin()
    seat.give()
    seat.give()
    school.reopen()
    seat = school.begin()
    assert seat.note == "paris"
    seat.sitting.undo()
    seat.sitting.undo()
    assert seat.note == "rome"
    assert school.logged() == []


def test_undo_over_a_restart_knows_that_the_card_had_still_to_come_back(school: School):
    seat = school.begin()
    seat.miss()
    seat.miss()
    seat.give()
    before = (seat.note, seat.place)
    seat.give()
    school.reopen()
    seat = school.begin()
    seat.sitting.undo()
    assert (seat.note, seat.place) == before == ("rome", (2, 3))


def test_undo_does_not_reach_into_the_sitting_before(school: School):
    school.begin().to_the_end()
    school.clock.next_day()
    key = school.key("rome")
    seat = school.begin(cards=(key,))
    seat.sitting.undo()
    assert len(school.logged()) == 3


@pytest.mark.parametrize(("answer", "rating"), [(Picked("Tiber"), 3), (Picked("Po"), 1), (DontKnow(), 1)])
def test_leaving_counts_a_seen_verdict(school: School, answer, rating):
    seat = school.begin()
    seat.answer(answer)
    seat.sitting.leave()
    assert [review.rating for review in school.logged()] == [rating]
    seat.sitting.leave()
    assert len(school.logged()) == 1


def test_leaving_a_question_logs_nothing(school: School):
    seat = school.begin()
    seat.sitting.leave()
    assert school.logged() == []


def test_a_sitting_is_found_again_at_the_same_card_and_place(school: School):
    seat = school.begin()
    seat.miss()
    seat.give()
    before = seat.asked
    school.reopen()
    again = school.begin()
    session, found = seat.sitting.session, again.sitting.session
    assert (found.session_id, found.seed, found.items) == (session.session_id, session.seed, session.items)
    assert [one.review_id for one in found.answers] == [one.review_id for one in session.answers]
    assert found.waiting().keys() == session.waiting().keys() == {school.key("rome")}
    assert again.asked == before


def test_a_missed_card_still_returns_after_a_restart(school: School):
    seat = school.begin()
    seat.miss()
    seat.give()
    school.reopen()
    seat = school.begin()
    seat.give()
    assert seat.note == "rome"
    seat.miss()
    school.reopen()
    seat = school.begin()
    assert seat.note == "rome"
    seat.give()
    assert seat.finished == 1


@pytest.mark.parametrize("days", [0, 1])
def test_it_is_found_on_the_same_study_day_only(school: School, days: int):
    seat = school.begin()
    seat.give()
    school.clock.next_day(days)
    again = school.begin()
    same = again.sitting.session.session_id == seat.sitting.session.session_id
    assert same == (days == 0)
    assert again.place == ((2, 3) if same else (1, 2))


def test_the_study_day_ends_at_four_in_the_morning(school: School):
    school.clock.at_ms -= school.clock.at_ms % DAY_MS
    school.clock.at_ms += 3 * 3_600_000  # 03:00
    seat = school.begin()
    school.clock.at_ms += 30 * 60_000
    assert school.begin().sitting.session.session_id == seat.sitting.session.session_id
    school.clock.at_ms += 60 * 60_000
    assert school.begin().sitting.session.session_id != seat.sitting.session.session_id


def test_other_decks_are_another_sitting(school: School):
    other = school.write("title: Hills\ncards:\n- {q: Which hill?, a: Palatine}\n", "hills.yaml")
    seat = school.begin(deck_keys=(school.deck_key,))
    hills = school.begin(deck_keys=(other,))
    assert hills.sitting.session.session_id != seat.sitting.session.session_id
    assert hills.place == (1, 1)


def test_more_new_cards_are_a_new_sitting(school: School):
    seat = school.begin()
    more = school.begin(more_new=10)
    assert more.sitting.session.session_id != seat.sitting.session.session_id


def test_a_finished_sitting_is_not_resumed(school: School):
    school.begin().to_the_end()
    assert school.sittings.begin(Study(), "") is None
