"""Quizzes and quick rounds that move the schedule, because the learner asked for it."""

import pytest

from quizapp.core.exam import Plan
from quizapp.core.kinds.base import DontKnow, Picked
from quizapp.store import exams
from quizapp.ui.examiner import Examiner
from quizapp.ui.rounds import Rounds
from tests.store.made import DAY_MS, tables
from tests.ui.learning import School

pytestmark = pytest.mark.usefixtures("qapp")


def handed_in(school: School, wish: str) -> Examiner:
    """Rome and Budapest were learned and come back in a quiz: one wrong, one left blank."""
    seat = school.begin()
    seat.to_the_end()
    school.clock.at_ms += 5 * DAY_MS
    school.services.set("exams_count", wish, None)
    examiner = Examiner(school.services)
    plan = Plan(query="-paris")
    assert examiner.begin(plan, "Rivers", examiner.candidates(plan), "kite-8402")
    for at, posed in enumerate(examiner.attempt.questions):
        if posed.card_id == "rome":
            examiner.answer(at, DontKnow())
    return examiner


@pytest.mark.parametrize("wish", ["wrong", "all"])
def test_what_was_wrong_in_a_quiz_is_learned_again_and_a_blank_is_not(school: School, wish: str) -> None:
    examiner = handed_in(school, wish)
    before = school.remembered("budapest")
    examiner.hand_in()
    rome = school.remembered("rome")
    assert (rome.step, rome.lapses) == (1, 1)
    assert school.remembered("budapest") == before
    assert [row.learning for row in school.services.overview().rows] == [1]


def test_a_quiz_leaves_the_schedule_alone_unless_asked(school: School) -> None:
    examiner = handed_in(school, "never")
    before = tables(school.db, "memory")
    examiner.hand_in()
    assert tables(school.db, "memory") == before


def test_a_quiz_that_is_deleted_takes_its_effect_with_it(school: School) -> None:
    examiner = handed_in(school, "all")
    before = tables(school.db, "memory")
    session_id = examiner.hand_in().session_id
    assert tables(school.db, "memory") != before
    exams.delete(school.db, session_id)
    assert tables(school.db, "memory") == before


def test_a_quick_round_counts_where_that_is_asked(school: School) -> None:
    school.begin().to_the_end()
    school.clock.at_ms += 5 * DAY_MS
    before = school.remembered("rome")
    for wish, counts in (("never", False), ("all", True)):
        school.services.set("exams_count", wish, None)
        rounds = Rounds(school.services)
        rounds.begin("", [school.key("rome")])
        asked = rounds.next_question()
        assert asked is not None
        rounds.judge(asked, Picked("Tiber"), 900)
        assert (school.remembered("rome") != before) is counts
    last = school.logged()[-1]
    assert (last.mode, last.counts) == ("cram", True)
    assert school.remembered("rome").due_day == last.due_day
