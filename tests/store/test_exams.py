"""Attempts in the log: what was done is there after a crash, on another machine, and stays once handed in."""

import random
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.attempt import Attempt, Given, Posed, Step
from quizapp.core.exam import Plan
from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Context, DontKnow, Picked, Typed
from quizapp.core.marking import profile
from quizapp.store import compact, exams, log, papers
from quizapp.store.database import Database
from tests.store.made import event, fresh, hasty
from tests.store.shelves import World

DECKS = Path(__file__).parents[2] / "decks" / "examples"
PLAN = Plan(count=8, marking="certainty", minutes=20)


def paper(db: Database, folder: Path, plan: Plan = PLAN, code: str = "kite-8402") -> tuple[Posed, ...]:
    world = World(db, folder)
    for file in sorted(DECKS.glob("*.yaml")):
        world.save(file.name, file.read_text(encoding="utf-8"))
    world.refresh()
    keys = [key for (key,) in db.con.execute("SELECT card_key FROM cache.shelf")]
    return papers.Papers(db, world.library.shelf).make(plan, papers.candidates(db, keys), code)[1]


def given_to(posed: Posed, text: str, confidence: float | None = None) -> Given:
    answer = DontKnow() if not text else Typed(text)
    verdict = grade(posed.kind, posed.asked, posed.prompt(), DontKnow(), posed.context(Context()))
    return Given(answer=msgspec.to_builtins(answer), verdict=verdict, confidence=confidence, visible_ms=1500)


@pytest.fixture
def questions(tmp_path: Path) -> tuple[Posed, ...]:
    with fresh() as db:
        return paper(db, tmp_path / "decks")


STEPS = st.lists(
    st.tuples(st.sampled_from(["give", "change", "flag", "unflag", "more"]), st.integers(0, 7)), max_size=15
)


@given(steps=STEPS)
def test_every_step_is_there_when_the_attempt_is_read_again(questions: tuple[Posed, ...], steps):
    with fresh() as db:
        attempt = exams.start(db, PLAN, "kite-8402", "Test", questions)
        for what, at in steps:
            attempt = exams.take(db, attempt, step(questions, what, at))
        assert exams.load(db, attempt.session_id) == attempt
        assert exams.unfinished(db) == (attempt.session_id,)
        assert exams.history(db) == ()
        assert list(log.reviews(db)) == []


def step(questions: tuple[Posed, ...], what: str, at: int) -> Step:
    made = {
        "give": lambda: Step(at=at, given=given_to(questions[at], "", 0.7)),
        "change": lambda: Step(at=at, given=given_to(questions[at], "something", 0.97)),
        "flag": lambda: Step(at=at, flagged=True),
        "unflag": lambda: Step(at=at, flagged=False),
        "more": lambda: Step(more_minutes=at + 1),
    }
    return made[what]()


def test_handing_in_logs_each_question_once_and_nothing_changes_after(questions: tuple[Posed, ...]):
    with fresh() as db:
        attempt = exams.start(db, PLAN, "kite-8402", "Test", questions)
        for at in (0, 1, 0):
            attempt = exams.take(db, attempt, step(questions, "change" if at else "give", at))
        attempt = exams.take(db, attempt, Step(handed_in=True))
        reviews = list(log.reviews(db))
        assert [review.card_id for review in reviews] == [posed.card_id for posed in questions]
        assert [review.graded.outcome for review in reviews] == ["unknown"] * 2 + ["blank"] * 6
        assert {review.mode for review in reviews} == {"exam"}
        assert reviews[0].graded.before == reviews[0].graded.answer == {"type": "unknown"}
        assert reviews[1].graded.before is None
        assert exams.take(db, attempt, step(questions, "give", 3)) is attempt
        assert exams.load(db, attempt.session_id) == attempt
        assert exams.unfinished(db) == ()
        (past,) = exams.history(db)
        assert (past.session_id, past.code, past.plan, past.count) == (
            attempt.session_id,
            "kite-8402",
            PLAN,
            8,
        )
        assert db.con.execute("SELECT count(*) FROM memory").fetchone() == (0,)  # the schedule is untouched


def test_the_score_in_the_list_is_that_of_the_attempt(questions: tuple[Posed, ...]):
    rng = random.Random(3)
    with fresh() as db:
        attempt = exams.start(db, PLAN, "x", "Test", questions)
        for at, posed in enumerate(questions):
            right = posed.kind.back(posed.asked, posed.asked_part)
            answer = Picked(right) if posed.kind.picks(posed.asked, posed.asked_part) else Typed(right)
            context = posed.context(Context(plain=posed.note.plain))
            try:
                verdict = grade(posed.kind, posed.asked, posed.prompt(), answer, context)
            except Exception:  # noqa: BLE001 - the kind takes other answers: give none
                verdict = grade(posed.kind, posed.asked, posed.prompt(), DontKnow(), context)
            given_ = Given(answer={}, verdict=verdict, confidence=rng.choice([None, 0.5, 0.97]))
            attempt = exams.take(db, attempt, Step(at=at, given=given_))
        score = attempt.score()
        exams.take(db, attempt, Step(handed_in=True))
        (past,) = exams.history(db)
        assert (past.earned, past.most) == (float(score.earned), float(score.most))
        assert score.most == profile("certainty").most * len(questions)
        assert score.earned > 0


def test_a_deleted_attempt_is_in_no_list_and_compacting_keeps_the_tombstone(questions: tuple[Posed, ...]):
    with fresh() as db:
        attempt = exams.start(db, PLAN, "x", "Test", questions)
        attempt = exams.take(db, attempt, Step(handed_in=True))
        exams.delete(db, attempt.session_id)
        assert exams.history(db) == ()
        assert exams.load(db, attempt.session_id) is None
        compact.compact(db)
        assert list(log.reviews(db)) == []
        assert {event.type for event in log.events(db)} == {"tombstone"}


def test_attempts_travel_with_the_log(questions: tuple[Posed, ...], tmp_path: Path):
    with fresh() as db, hasty(tmp_path / "other", seed=2) as other:
        attempt = exams.start(db, PLAN, "x", "Test", questions)
        attempt = exams.take(db, attempt, step(questions, "give", 2))
        log.append_all(other, [], reversed(list(log.events(db))))
        assert exams.load(other, attempt.session_id) == attempt
        assert exams.unfinished(other) == ()  # it is another machine's to finish
        exams.take(db, attempt, Step(handed_in=True))
        for _ in range(2):
            log.append_all(other, list(log.reviews(db)), list(log.events(db)))
        assert exams.history(other) == exams.history(db)


def test_the_time_that_was_used_is_kept(questions: tuple[Posed, ...]):
    with fresh() as db:
        attempt = exams.start(db, PLAN, "x", "Test", questions)
        assert exams.used_ms(db, attempt.session_id) == 0
        exams.use(db, attempt.session_id, 61_500)
        assert exams.used_ms(db, attempt.session_id) == 61_500
        assert attempt.limit_ms == 20 * 60_000
        assert exams.take(db, attempt, Step(more_minutes=5)).limit_ms == 25 * 60_000


def test_the_same_code_gives_the_same_questions_in_another_library(
    tmp_path: Path, questions: tuple[Posed, ...]
):
    with fresh() as db:
        again = paper(db, tmp_path / "elsewhere")
    assert [(one.card_id, one.seed, one.asked, one.prompt()) for one in again] == [
        (one.card_id, one.seed, one.asked, one.prompt()) for one in questions
    ]


@pytest.mark.parametrize("ask", ["written", "typed", "choice"])
def test_all_questions_of_a_paper_are_graded_ones(tmp_path: Path, ask: str):
    with fresh() as db:
        posed = paper(db, tmp_path / "decks", Plan(count=500, ask=ask))  # type: ignore[arg-type]
    kinds = {one.kind.name for one in posed}
    assert all(one.kind.scored(one.asked, one.asked_part) for one in posed)
    assert "open" not in kinds
    assert len(kinds) >= 11
    attempt = Attempt(session_id="s", title="", plan=PLAN, code="", questions=posed, started_ms=0)
    assert attempt.blank == tuple(range(len(posed)))
    assert sum(map(len, attempt.grouped(lambda one: one.deck).values())) == len(posed)


def test_what_only_a_newer_version_reads_is_left_out(questions: tuple[Posed, ...]):
    with fresh() as db:
        kept = exams.take(db, exams.start(db, PLAN, "kite-8402", "Test", questions), Step(handed_in=True))
        for name, plan, paper_, step_ in (
            ("P", {"marking": "of 2030"}, [], {"handed_in": True}),
            ("Q", {}, [{"card_id": "a"}], {"handed_in": True}),
            ("R", {}, [], {"handed_in": True, "at": "first"}),
        ):
            head = {"title": "T", "code": "c", "count": 1, "plan": plan}
            log.append_event(db, event(db, "exam", name, **head))
            log.append_event(db, event(db, "paper", name, questions=paper_))
            log.append_event(db, event(db, "step", name, **step_))
            assert exams.load(db, name) is None
        assert kept.session_id in [past.session_id for past in exams.history(db)]
        assert "P" not in [past.session_id for past in exams.history(db)]
