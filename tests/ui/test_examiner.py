"""Running a quiz without a window: nothing that was answered is lost, and nothing changes once handed in."""

from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.core.exam import Plan
from quizapp.core.kinds.base import Answer, DontKnow, Picked, Typed
from quizapp.core.problems import QuizError
from quizapp.store import exams, log
from quizapp.ui.examiner import Examiner
from tests.full_disk import full_disk
from tests.ui.learning import School

PLAN = Plan(count=2, minutes=1)
RIGHT: dict[str, Answer] = {"rome": Picked("Tiber"), "budapest": Typed("Danube")}


@pytest.fixture
def examiner(school: School) -> Examiner:
    return begun(Examiner(school.services))


def begun(examiner: Examiner, plan: Plan = PLAN) -> Examiner:
    assert examiner.begin(plan, "Rivers", examiner.candidates(plan), "kite-8402")
    return examiner


def test_it_asks_only_what_can_be_graded(examiner: Examiner):
    asked = [posed.card_id for posed in examiner.attempt.questions]
    assert len(asked) == 2
    assert set(asked) <= {"rome", "budapest", "paris"}
    everything = begun(examiner, Plan(count=99))
    assert all(posed.kind.scored(posed.asked, posed.asked_part) for posed in everything.attempt.questions)


def test_an_answer_is_graded_at_once_and_there_after_a_crash(school: School, examiner: Examiner):
    plan = Plan(query="-paris")
    begun(examiner, plan)
    told = []
    examiner.changed.connect(lambda: told.append(1))
    for at, posed in enumerate(examiner.attempt.questions):
        examiner.answer(at, RIGHT[posed.card_id], sure=3, visible_ms=1_000)
    examiner.answer(0, DontKnow(), sure=5, visible_ms=500)
    examiner.flag(1)
    assert len(told) == 4
    before, session_id = examiner.attempt, examiner.attempt.session_id
    school.reopen()
    again = Examiner(school.services)
    assert again.resume(session_id) == before
    last = [again.attempt.last(at) for at in range(2)]
    assert [one and one.verdict.fraction for one in last] == [0, 1]
    assert [one and one.confidence for one in last] == [None, 0.7]
    assert [one and one.visible_ms for one in last] == [1_500, 1_000]
    assert again.attempt.flagged == {1}
    assert again.flag(1) is False


def test_handing_in_counts_the_last_answers_and_closes_the_paper(school: School, examiner: Examiner):
    school.changes.clear()
    assert exams.unfinished(school.db) == (examiner.attempt.session_id,)
    attempt = examiner.hand_in()
    assert attempt.handed_in
    assert [change.progress for change in school.changes] == [True]
    assert [review.graded.outcome for review in log.reviews(school.db)] == ["blank", "blank"]
    examiner.answer(0, DontKnow())
    examiner.flag(0)
    assert examiner.attempt == attempt
    assert attempt.score().earned == Fraction(0)


def test_the_clock_goes_on_where_it_stood(school: School, examiner: Examiner):
    over = []
    session_id = examiner.attempt.session_id
    exams.use(school.db, session_id, 59_000)
    examiner.time_over.connect(lambda: over.append(examiner.left_ms))
    examiner.resume(session_id)
    assert examiner.left_ms == 1_000
    examiner.tick()
    assert over == []
    exams.use(school.db, session_id, 61_000)
    examiner.resume(session_id)
    for _ in range(3):
        examiner.tick()
    assert over == [0]
    examiner.extend(5)
    assert examiner.left_ms == 5 * 60_000 - 1_000
    examiner.tick()
    assert over == [0]


def test_the_clock_runs_only_while_somebody_is_there(school: School, examiner: Examiner):
    assert examiner.used_ms == 0
    examiner.go_on()
    examiner.go_on()
    examiner.pause()
    used = examiner.used_ms
    examiner.pause()
    assert examiner.used_ms == used == exams.used_ms(school.db, examiner.attempt.session_id)
    begun(examiner, Plan(count=1))
    assert (examiner.left_ms, examiner.used_ms) == (None, 0)


def test_a_deck_that_has_gone_since_changes_nothing(school: School, examiner: Examiner):
    plan = Plan(query="-paris")
    begun(examiner, plan)
    Path(school.services.deck(school.deck_key).path).unlink()
    school.world.refresh()
    examiner.resume(examiner.attempt.session_id)
    for at, posed in enumerate(examiner.attempt.questions):
        assert examiner.answer(at, RIGHT[posed.card_id]).verdict.fraction == 1
        assert examiner.asked(at).prompt == posed.prompt()


def test_no_paper_without_questions(school: School):
    examiner = Examiner(school.services)
    plan = Plan(query="nothing-like-this")
    assert examiner.begin(plan, "Rivers", examiner.candidates(plan), "x") is None
    assert examiner.resume("no-such-sitting") is None
    assert exams.unfinished(school.db) == ()


def test_the_estimate_is_the_paper_where_all_can_be_graded(school: School):
    examiner = Examiner(school.services)
    plan = Plan(count=2, query="-paris")
    cards = examiner.candidates(plan)
    drawn = examiner.estimate(plan, cards, "kite-8402")
    begun_ = examiner.begin(plan, "Rivers", cards, "kite-8402")
    assert begun_ is not None
    assert [one.card_id for one in drawn.chosen] == [posed.card_id for posed in begun_.questions]
    assert examiner.new_code() != examiner.new_code()


def test_on_a_full_disk_an_answer_is_refused_and_time_stops_nobody(school: School, examiner: Examiner):
    plan = Plan(query="-paris")
    begun(examiner, plan)
    before = examiner.attempt
    right = RIGHT[before.questions[0].card_id]
    with full_disk():
        with pytest.raises(QuizError, match="Progress cannot be saved"):
            examiner.answer(0, right)
        assert examiner.attempt == before
        examiner.go_on()
        examiner.pause()
    examiner.answer(0, right)
    again = Examiner(school.services)
    assert again.resume(before.session_id) == examiner.attempt
