"""Moved due days in the log: one step, the fold of the log, and gone as if they had never been."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.settings import Settings
from quizapp.store import due, due_days, log, memory
from quizapp.store.database import Database
from tests.store.made import DAY_MS, TODAY, Clock, answer, drop_folds, event, fresh, review, shelve, tables

NAMES = [f"a{number}#" for number in range(30)]


def quiet(done: int, total: int) -> None:
    """Progress that nobody waits for."""


def learned(db: Database, clock: Clock, names=NAMES) -> dict[str, int]:
    keys = shelve(db, list(names))
    for at, name in enumerate(names):
        answer(db, name, due_day=TODAY + 1 + at % 9)
    return keys


def days(db: Database) -> dict[str, int]:
    return dict(db.con.execute("SELECT card_id, due_day FROM memory JOIN card USING (card_key)"))


def test_a_backlog_is_spread_and_taken_back_in_one_step(db: Database, clock: Clock) -> None:
    learned(db, clock)
    clock.next_day(20)
    now = db.now()
    assert due_days.waiting(db, now.study_day) == 30
    shift = due_days.spread(db, now, keep=5, days=5)
    assert (shift.before[0], shift.after[0], shift.after[1:6]) == (30, 5, (5, 5, 5, 5, 5))
    assert (len(shift.moves), shift.earlier, shift.last_day) == (25, 0, now.study_day + 5)
    before = tables(db, "memory", "day_total", "card_state")
    stays = due.plan(db, now, Settings(reviews_per_day=5), seed=1).queue
    batch = due_days.apply(db, shift.moves, "spread", quiet)
    assert set(due.plan(db, db.now(), Settings(), seed=1).queue) == set(stays), "the most worth keeping stay"
    kept = due_days.last(db)
    assert (kept.batch_id, kept.what, kept.cards) == (batch, "spread", 25)
    assert due_days.undo(db, batch, quiet) == 25
    assert tables(db, "memory", "day_total", "card_state") == before
    assert due_days.last(db) is None


def test_what_is_put_aside_is_not_moved(db: Database, clock: Clock) -> None:
    learned(db, clock)
    clock.next_day(20)
    log.append_event(db, event(db, "suspend", NAMES[0]))
    log.append_event(db, event(db, "bury", NAMES[1]))
    answer(db, NAMES[2], 1)
    moved = {move.card_id for move in due_days.spread(db, db.now(), keep=0, days=3).moves}
    assert moved == set(NAMES[3:])
    found = due_days.by_settings(db, db.now(), Settings(desired_retention=0.97), quiet)
    assert NAMES[0] not in {move.card_id for move in found.moves}


def test_other_settings_move_the_days_of_the_decks_they_are_for(db: Database, clock: Clock) -> None:
    from quizapp.store import settings

    learned(db, clock)
    shelve(db, ["b1#"], deck=2)
    answer(db, "b1#", due_day=TODAY + 2)
    assert due_days.by_settings(db, db.now(), Settings(balance=False), quiet).moves != ()
    batch = due_days.apply(db, due_days.by_settings(db, db.now(), Settings(), quiet).moves, "settings", quiet)
    assert due_days.by_settings(db, db.now(), Settings(), quiet).moves == ()
    settings.put(db, "desired_retention", 0.75, "deck:02.yaml")
    (move,) = due_days.by_settings(db, db.now(), Settings(), quiet).moves
    assert (move.card_id, move.to_day > move.from_day) == ("b1#", True)
    due_days.undo(db, batch, quiet)
    assert days(db)["a8#"] == TODAY + 9


def test_a_step_that_is_broken_off_leaves_nothing(db: Database, clock: Clock) -> None:
    learned(db, clock)
    clock.next_day(20)
    before = tables(db)
    moves = due_days.spread(db, db.now(), keep=0, days=3).moves

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        due_days.apply(db, moves, "spread", stop)
    assert tables(db) == before


def test_cards_studied_after_the_clock_was_set_back_are_replayed(db: Database, clock: Clock) -> None:
    learned(db, clock, NAMES[:4])
    clock.at_ms -= 30 * DAY_MS
    moves = due_days.by_settings(db, db.now(), Settings(desired_retention=0.75), quiet).moves
    due_days.apply(db, moves, "settings", quiet)
    folded = tables(db)
    drop_folds(db)
    memory.rebuild(db)
    assert tables(db) == folded


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.integers(0, 5), st.integers(1, 4)),
        st.tuples(st.just("spread"), st.integers(0, 3), st.integers(1, 6)),
        st.tuples(st.just("settings"), st.just(0), st.sampled_from([0.75, 0.9, 0.97])),
        st.tuples(st.just("undo"), st.just(0), st.none()),
        st.tuples(st.just("day"), st.integers(0, 12), st.none()),
    ),
    max_size=14,
)


def play(db: Database, clock: Clock, steps: list[tuple]) -> None:
    for what, number, how in steps:
        if what == "answer":
            log.append_review(db, review(db, NAMES[number], how))
        elif what == "spread":
            moves = due_days.spread(db, db.now(), keep=number, days=how).moves
            due_days.apply(db, moves, "spread", quiet)
        elif what == "settings":
            found = due_days.by_settings(db, db.now(), Settings(desired_retention=how), quiet)
            due_days.apply(db, found.moves, "settings", quiet)
        elif what == "undo":
            if kept := due_days.last(db):
                due_days.undo(db, kept.batch_id, quiet)
        else:
            clock.next_day(number)


@given(STEPS, st.randoms(use_true_random=False))
def test_moves_are_a_fold_of_the_log_in_any_order_of_arrival(steps, chance: random.Random) -> None:
    clock = Clock()
    with fresh(clock) as db, fresh(Clock()) as other:
        shelve(db, NAMES[:6])
        for name in NAMES[:6]:
            answer(db, name)
        play(db, clock, steps)
        folded = tables(db)
        assert memory.is_current(db)
        drop_folds(db)
        memory.rebuild(db)
        assert tables(db) == folded
        lines = [*log.reviews(db), *log.events(db)]
        chance.shuffle(lines)
        log.append_all(
            other,
            [line for line in lines if hasattr(line, "review_id")],
            [line for line in lines if hasattr(line, "event_id")],
        )
        assert tables(other) == folded


@given(STEPS, st.integers(0, 3), st.sampled_from([0.75, 0.97]), st.booleans())
def test_a_step_taken_back_is_as_if_it_had_never_been(steps, keep, retention, spreads) -> None:
    clock = Clock()
    with fresh(clock) as db:
        shelve(db, NAMES[:6])
        for name in NAMES[:6]:
            answer(db, name)
        play(db, clock, steps)
        before = tables(db, "memory", "day_total", "card_state")
        shift = (
            due_days.spread(db, db.now(), keep=keep, days=4)
            if spreads
            else due_days.by_settings(db, db.now(), Settings(desired_retention=retention), quiet)
        )
        batch = due_days.apply(db, shift.moves, "spread", quiet)
        log.append_event(db, event(db, "flag", NAMES[0]))
        answer(db, NAMES[1])
        last = log.last_voidable(db, "S")
        log.append_event(db, event(db, "void", last.review_id))
        log.append_event(db, event(db, "unflag", NAMES[0]))
        due_days.undo(db, batch, quiet)
        assert tables(db, "memory", "day_total", "card_state") == before
