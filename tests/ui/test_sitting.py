"""A sitting without its window: what is asked, judged, logged and summed up."""

import pytest

from quizapp.core.kinds.base import Picked, Revealed, Typed
from quizapp.core.reviews import Rating
from quizapp.store import cards
from quizapp.ui.navigation import Study
from tests.ui.learning import RIVERS, School

pytestmark = pytest.mark.usefixtures("qapp")


def test_cards_come_one_by_one_and_each_answer_is_logged_once(school: School):
    seat = school.begin()
    places = []
    while not seat.finished:
        places.append(seat.place)
        assert len(school.logged()) == len(places) - 1
        seat.answer()
        assert len(school.logged()) == len(places) - 1, "nothing is logged before it is rated"
        seat.sitting.rate(3)
    assert places == [(1, 3), (2, 3), (3, 3)]
    assert school.ids() == ["rome", "budapest", "paris"]
    assert school.traced == ["answer_committed"] * 3
    assert seat.finished == 1


def test_the_log_says_what_was_asked_answered_and_suggested(school: School):
    seat = school.begin()
    judged = seat.answer(Picked("Po"))
    seat.sitting.rate(2)
    (review,) = school.logged()
    graded = review.graded
    assert (graded.kind, graded.outcome, graded.fraction, graded.options) == ("choice", "wrong", "0", 3)
    assert graded.answer == {"type": "picked", "text": "Po"}
    assert (graded.suggested, review.rating) == (1, 2)
    assert graded.front == "Which river runs through Rome?"
    assert (review.visible_ms, review.mode, review.step_min) == (3_000, "study", 10)
    assert review.session_id == seat.sitting.session.session_id
    assert judged.intervals[Rating.AGAIN].due_ms == pytest.approx(judged.now_ms + 600_000, abs=5)


def test_the_logged_day_is_the_one_that_was_promised(school: School):
    seat = school.begin()
    promised = seat.answer().intervals[Rating.EASY]
    seat.sitting.rate(4)
    (review,) = school.logged()
    known = school.remembered("rome")
    assert review.due_day == promised.due_day == known.due_day
    assert promised.interval_days == review.due_day - review.study_day


def test_nothing_is_rated_before_an_answer_and_nothing_twice(school: School):
    seat = school.begin()
    seat.sitting.rate(3)
    seat.sitting.say_guess()
    assert school.logged() == []
    seat.to_the_end()
    for idle in (lambda: seat.sitting.rate(3), seat.sitting.flag, seat.sitting.suspend, seat.sitting.leave):
        idle()
    assert len(school.logged()) == 3
    assert school.events() == []
    assert seat.finished == 1


def test_a_missed_card_returns_after_the_others_until_it_is_passed(school: School):
    seat = school.begin()
    seat.miss()
    order = []
    while not seat.finished:
        order.append(seat.note)
        if len(order) == 3:
            assert seat.place == (3, 3)
            assert seat.asked is not None
            assert seat.asked.seen == 1
        seat.give()
    assert order == ["budapest", "paris", "rome"]


def test_options_stand_otherwise_at_the_second_try(school: School):
    seat = school.begin(cards=(school.key("rome"),))
    seeds = set()
    for _ in range(3):
        assert seat.asked is not None
        seeds.add(seat.asked.seed)
        seat.miss()
    assert len(seeds) == 3


def test_hints_make_it_hard_and_are_counted_for_one_card(school: School):
    seat = school.begin()
    seat.sitting.take_hint()
    seat.sitting.take_hint()
    assert seat.answer().suggestion.rating is Rating.HARD
    seat.sitting.rate(2)
    assert seat.answer().suggestion.rating is Rating.GOOD
    seat.sitting.rate(3)
    assert [review.graded.hints for review in school.logged()] == [2, 0]


def test_a_lucky_guess_is_repeated_and_is_no_lapse(school: School):
    seat = school.begin()
    seat.give()
    seat.to_the_end()
    school.clock.next_day(40)
    seat = school.begin()
    while seat.note != "rome":
        seat.give()
    before = school.remembered("rome")
    seat.answer()
    seat.sitting.say_guess()
    assert seat.judged is not None
    assert seat.judged.guess
    assert seat.judged.suggestion.rating is Rating.AGAIN
    seat.sitting.rate(1)
    *_, review = school.logged()
    assert (review.graded.guess, review.graded.outcome, review.rating) == (True, "correct", 1)
    after = school.remembered("rome")
    assert after.lapses == before.lapses == 0
    assert after.reps == before.reps + 1


def test_the_same_miss_without_a_guess_is_a_lapse(school: School):
    school.begin().to_the_end()
    school.clock.next_day(40)
    seat = school.begin()
    while seat.note != "rome":
        seat.give()
    seat.miss()
    assert school.remembered("rome").lapses == 1


def test_flag_and_unflag(school: School):
    seat = school.begin()
    assert seat.asked is not None
    key = seat.asked.item.card_key
    seat.sitting.flag()
    assert cards.is_flagged(school.db, key)
    seat.answer()
    seat.sitting.flag()
    assert not cards.is_flagged(school.db, key)
    assert seat.flags == [True, False]
    assert school.events() == ["flag", "unflag"]


def test_a_flag_is_still_there_when_the_card_is_asked_again(school: School):
    seat = school.begin()
    seat.sitting.flag()
    seat.sitting.show()
    assert seat.asked is not None
    assert seat.asked.flagged


def test_a_card_put_aside_drops_out_and_the_total_with_it(school: School):
    seat = school.begin()
    seat.sitting.suspend()
    assert (seat.note, seat.place) == ("budapest", (1, 2))
    seat.answer()
    seat.sitting.suspend()  # a seen verdict of a card put aside is not logged
    assert seat.note == "paris"
    seat.sitting.suspend()
    assert seat.finished == 1
    assert school.logged() == []
    assert school.sittings.begin(Study(), "") is None


def test_a_card_put_aside_stays_away_when_the_sitting_is_found_again(school: School):
    school.begin().sitting.suspend()
    school.reopen()
    seat = school.begin()
    assert (seat.note, seat.place) == ("budapest", (1, 2))


def test_a_card_gone_from_its_deck_is_left_out(school: School):
    seat = school.begin()
    school.write(RIVERS.split("- id: paris")[0])
    seat.give()
    seat.give()
    assert seat.finished == 1
    assert seat.sitting.session.total == 2


def test_all_cards_gone(school: School):
    seat = school.begin()
    school.world.remove("rivers.yaml")
    school.world.refresh()
    seat.sitting.refresh()
    assert seat.finished == 1


def test_an_edit_is_seen_before_the_answer_and_not_during_the_verdict(school: School):
    seat = school.begin()
    changed = RIVERS.replace("through Rome?", "by Rome?")
    school.write(changed)
    seat.sitting.refresh()
    assert seat.asked is not None
    assert seat.asked.prompt.text == "Which river runs by Rome?"
    seat.answer()
    judged = seat.judged
    school.write(RIVERS)
    seat.sitting.refresh()
    assert seat.judged is judged


def test_an_edit_elsewhere_does_not_ask_again(school: School):
    seat = school.begin()
    asked = seat.asked
    school.write(RIVERS.replace("through Paris?", "by Paris?"))
    seat.sitting.refresh()
    assert seat.asked is asked


def test_a_new_answer_in_the_deck_is_graded_by(school: School):
    seat = school.begin()
    seat.give()
    school.write(RIVERS.replace("a: Danube", "a: Donau"))
    seat.sitting.refresh()
    assert seat.answer(Typed("Donau")).verdict.outcome == "correct"


def test_another_look_leaves_the_schedule_alone(school: School):
    seat = school.begin()
    seat.miss()
    seat.to_the_end()
    before = school.remembered("rome")
    key = school.key("rome")
    seat = school.begin(cards=(key,), mode="repeat")
    judged = seat.answer(Picked("Po"))
    assert judged.intervals == {}
    seat.sitting.rate(1)
    assert not seat.finished, "a card missed again comes back"
    seat.give()
    assert seat.finished == 1
    assert [review.mode for review in school.logged()[-2:]] == ["repeat", "repeat"]
    assert [review.due_day for review in school.logged()[-2:]] == [0, 0]
    assert school.remembered("rome") == before


def test_a_self_rated_card_passes_by_the_learners_word(school: School):
    key = school.key("paris")
    seat = school.begin(cards=(key,), mode="repeat")
    seat.give(Revealed(), rating=1)
    assert seat.sitting.session.missed() == (key,)
    assert not seat.finished
    seat.give(Revealed(), rating=2)
    assert seat.finished == 1


def test_the_summary_counts_first_tries(school: School):
    seat = school.begin()
    seat.miss()  # rome: unknown
    seat.give(Typed("Danub"))  # budapest: almost
    seat.give(Revealed(), rating=3)  # paris: rated alone
    seat.to_the_end()
    summary = school.sittings.summary(seat.sitting.session)
    counted = (
        summary.right,
        summary.almost,
        summary.partly,
        summary.wrong,
        summary.unknown,
        summary.unscored,
    )
    assert counted == (0, 1, 0, 0, 1, 1)
    assert (summary.cards, summary.seconds, summary.mode) == (3, 12, "study")
    assert [(missed.front, missed.back, missed.outcome) for missed in summary.missed] == [
        ("Which river runs through Rome?", "Tiber", "unknown")
    ]
    assert len(summary.coming) == 7
    assert summary.coming[0].day == summary.today + 1
    assert (summary.weeks_studied, summary.new_left) == (1, 0)


def test_a_missed_card_that_left_its_deck_is_counted_but_not_listed(school: School):
    seat = school.begin()
    seat.miss()
    school.write(
        RIVERS.replace("- id: rome", "- id: rimini").replace("Rome", "Rimini").replace("Tiber", "Ma")
    )
    seat.sitting.refresh()
    summary = school.sittings.summary(seat.sitting.session)
    assert (summary.missed, summary.gone) == ((), 1)


def test_every_change_is_told_once_and_by_whom(school: School):
    seat = school.begin()
    school.changes.clear()
    seat.give()
    seat.sitting.flag()
    seat.sitting.undo()
    assert [(change.progress, change.by) for change in school.changes] == [(True, seat.sitting)] * 3
