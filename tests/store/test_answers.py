"""Leeches in the log, and answers of quizzes that count: undo, replay and merges agree."""

import random
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds.base import Verdict
from quizapp.core.reviews import Graded
from quizapp.core.settings import Settings
from quizapp.store import answers, due, leeches, log, memory, settings
from quizapp.store.browse import Browse
from quizapp.store.counting import Counting
from quizapp.store.database import Database
from tests.store.made import Clock, drop_folds, event, fresh, memory_of, review, shelve, tables

WRONG = Verdict(outcome="wrong", fraction=Fraction(0), because="", expected="")
RIGHT = Verdict(outcome="correct", fraction=Fraction(1), because="", expected="")


def lapse(db: Database, clock: Clock, times: int, card_id: str = "a#") -> list[str]:
    """Pass and forget a card, day after day; the marks of the last answer."""
    logged = answers.append(db, review(db, card_id, 3))
    for _ in range(times):
        clock.next_day(2)
        logged = answers.append(db, review(db, card_id, 1))
        if logged.graded.marks:
            break
        answers.append(db, review(db, card_id, 3))
    return list(logged.graded.marks)


def state(db: Database, card_id: str = "a#") -> tuple[int | None, int]:
    sql = "SELECT suspended, flagged FROM card_state JOIN card USING (card_key) WHERE card_id = ?"
    return db.con.execute(sql, (card_id,)).fetchone() or (None, 0)


def test_the_answer_that_makes_a_leech_flags_it_and_undo_takes_that_back(db: Database, clock: Clock) -> None:
    shelve(db, ["a#"])
    marks = lapse(db, clock, 20)
    assert len(marks) == 1
    assert memory_of(db, "a#").lapses == 8
    assert state(db) == (None, 1)
    last = log.last_voidable(db, "S")
    assert last is not None
    assert list(last.graded.marks) == marks
    log.append_events(db, [event(db, "void", target) for target in (last.review_id, *marks)])
    assert state(db) == (None, 0)
    assert memory_of(db, "a#").lapses == 7


def test_it_is_put_aside_where_that_is_asked_for_by_its_own_decks_rule(db: Database, clock: Clock) -> None:
    keys = shelve(db, ["a#"]) | shelve(db, ["b#"], deck=2)
    settings.put(db, "leech_action", "suspend", "deck:02.yaml")
    settings.put(db, "leech_lapses", 3, "deck:02.yaml")
    assert len(lapse(db, clock, 3, "b#")) == 2
    assert lapse(db, clock, 3, "a#") == []
    assert (state(db, "b#"), state(db, "a#")) == ((1, 1), (None, 0))
    assert memory_of(db, "b#").lapses == 3
    clock.next_day(30)
    assert due.plan(db, db.now(), Settings(), seed=1).queue == (keys["a#"],)


def test_what_became_of_the_leeches_of_a_session_is_told_while_it_stands(db: Database, clock: Clock) -> None:
    shelve(db, ["a#"])
    shelve(db, ["b#"], deck=2)
    settings.put(db, "leech_action", "suspend", "deck:02.yaml")
    assert not leeches.marked(db, "S")
    lapse(db, clock, 20, "a#")
    assert leeches.marked(db, "S") == leeches.Marked(flagged=1)
    marks = lapse(db, clock, 20, "b#")
    assert leeches.marked(db, "S") == leeches.Marked(flagged=1, suspended=1)
    assert not leeches.marked(db, "another")
    log.append_events(db, [event(db, "void", mark) for mark in marks])
    assert leeches.marked(db, "S") == leeches.Marked(flagged=1)


def test_leeches_are_found_by_the_rule_of_each_deck(db: Database, clock: Clock) -> None:
    keys = shelve(db, ["a#"]) | shelve(db, ["b#"], deck=2)
    lapse(db, clock, 4, "a#")
    lapse(db, clock, 4, "b#")
    browse = Browse(db, None)  # type: ignore[arg-type]
    assert list(browse.search("is:leech").keys) == []
    settings.put(db, "leech_lapses", 4, "deck:02.yaml")
    assert list(browse.search("is:leech").keys) == [keys["b#"]]
    clock.next_day(0)
    settings.put(db, "leech_lapses", 3)
    assert set(browse.search("is:leech").keys) == set(keys.values())
    assert leeches.condition(db).count("WHEN") == 1


# Quizzes that count


def quiz(db: Database, card_id: str, verdict: Verdict) -> None:
    graded = Graded(kind="typed", outcome=verdict.outcome)
    Counting(db).log(review(db, card_id, 1, mode="quiz", session_id="Q", graded=graded), verdict)


WISHES = st.sampled_from(["never", "wrong", "all"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("study"), st.integers(0, 2), st.integers(1, 4)),
        st.tuples(st.just("quiz"), st.integers(0, 2), st.booleans()),
        st.tuples(st.just("wish"), st.just(0), WISHES),
        st.tuples(st.just("regrade"), st.just(0), st.integers(1, 4)),
        st.tuples(st.just("undo"), st.just(0), st.sampled_from("SQ")),
        st.tuples(st.just("day"), st.integers(1, 9), st.none()),
    ),
    max_size=25,
)
NAMES = ["a#", "b#", "c#"]


def play(db: Database, clock: Clock, steps: list[tuple]) -> None:
    for what, which, how in steps:
        if what == "study":
            known = memory.get(db, shelved_key(db, NAMES[which]))
            before = known.last_review_id if known else ""
            answers.append(db, review(db, NAMES[which], how, prev_review_id=before))
        elif what == "quiz":
            quiz(db, NAMES[which], RIGHT if how else WRONG)
        elif what == "wish":
            settings.put(db, "exams_count", how)
        elif what == "regrade":
            if last := log.last_voidable(db, "Q"):
                log.append_event(db, event(db, "regrade", last.review_id, outcome="correct", rating=how))
        elif what == "undo":
            if last := log.last_voidable(db, how):
                targets = (last.review_id, *last.graded.marks)
                log.append_events(db, [event(db, "void", target) for target in targets])
        else:
            clock.next_day(which)


def shelved_key(db: Database, card_id: str) -> int:
    (key,) = db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (card_id,)).fetchone()
    return key


@given(STEPS, st.randoms(use_true_random=False))
def test_replay_and_any_order_of_merging_agree_on_what_counts(steps, chance: random.Random) -> None:
    clock = Clock()
    with fresh(clock) as db, fresh(Clock()) as other:
        shelve(db, NAMES)
        play(db, clock, steps)
        folded = tables(db)
        drop_folds(db)
        memory.rebuild(db)
        assert tables(db) == folded
        lines = [*log.reviews(db), *log.events(db)]
        chance.shuffle(lines)
        for line in lines:
            (log.append_review if hasattr(line, "review_id") else log.append_event)(other, line)
        assert tables(other) == folded


def test_a_quiz_that_counts_brings_the_card_back_and_its_undo_is_as_if_it_had_never_been(
    db: Database, clock: Clock
) -> None:
    shelve(db, NAMES)
    answers.append(db, review(db, "a#", 3))
    clock.next_day(3)
    before = memory_of(db, "a#")
    quiz(db, "a#", WRONG)
    assert memory_of(db, "a#") == before
    settings.put(db, "exams_count", "wrong")
    quiz(db, "a#", RIGHT)
    assert memory_of(db, "a#") == before
    quiz(db, "a#", WRONG)
    after = memory_of(db, "a#")
    assert (after.step, after.lapses, after.reps) == (1, 1, 2)
    last = log.last_voidable(db, "Q")
    assert (last.mode, last.counts) == ("quiz", True)
    log.append_event(db, event(db, "void", last.review_id))
    assert memory_of(db, "a#") == before
    quiz(db, "b#", WRONG)
    assert memory_of(db, "b#") is None


def test_a_quiz_that_was_deleted_whole_moved_nothing(db: Database, clock: Clock) -> None:
    shelve(db, NAMES)
    settings.put(db, "exams_count", "all")
    answers.append(db, review(db, "a#", 3))
    before = memory_of(db, "a#")
    clock.next_day(3)
    quiz(db, "a#", RIGHT)
    assert memory_of(db, "a#") != before
    log.append_event(db, event(db, "tombstone", "Q"))
    assert memory_of(db, "a#") == before


@given(STEPS, st.integers(0, 2), st.booleans())
def test_an_answer_taken_back_with_what_came_with_it_is_as_if_it_had_never_been(
    steps, which, quizzed
) -> None:
    clock = Clock()
    with fresh(clock) as db:
        shelve(db, NAMES)
        settings.put(db, "leech_lapses", 3)
        settings.put(db, "leech_action", "suspend")
        play(db, clock, steps)
        before = tables(db, "memory", "day_total", "card_state")
        if quizzed:
            settings.put(db, "exams_count", "all")
            quiz(db, NAMES[which], WRONG)
        else:
            answers.append(db, review(db, NAMES[which], 1))
        last = log.last_voidable(db, "Q" if quizzed else "S")
        targets = (last.review_id, *last.graded.marks)
        log.append_events(db, [event(db, "void", target) for target in targets])
        assert tables(db, "memory", "day_total", "card_state") == before
