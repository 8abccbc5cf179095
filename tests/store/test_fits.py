"""Parameters in force: what fits say is folded in any order, moves no due day and can be taken back."""

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core import fits as values
from quizapp.core import fsrs6, schedule
from quizapp.core.fits import FitPayload
from quizapp.core.fsrs6 import STANDARD, Weights
from quizapp.core.reviews import Event, Review
from quizapp.store import due, fits, log, memory
from quizapp.store.database import Database
from tests.store.made import (
    Clock,
    answer,
    drop_folds,
    event,
    fresh,
    key_of,
    memory_of,
    play,
    review,
    shelve,
    tables,
)

OTHER = tuple(0.9 * one + 0.1 * high for one, high in zip(fsrs6.DEFAULT, fsrs6.HIGHEST, strict=True))
THIRD = tuple(0.9 * one + 0.1 * low for one, low in zip(fsrs6.DEFAULT, fsrs6.LOWEST, strict=True))


def fit(db: Database, parameters=OTHER, *, accepted: bool = True, **more) -> Event:
    """A fit that was made now."""
    payload = FitPayload(
        parameters=parameters, n=500, loss_before=0.5, loss_after=0.4, accepted=accepted, **more
    )
    return event(db, "fit", "all", **msgspec.to_builtins(payload))


def say(db: Database, one: Event) -> Event:
    """Log what changes the parameters, and fold the cards by them."""
    log.append_event(db, one)
    memory.rebuild(db)
    return one


def studied(db: Database, clock: Clock, cards: int = 3) -> None:
    for number in range(5 * cards):
        day = db.now().study_day + 3 + number
        last = memory.get(db, key_of(db, f"c{number % cards}#")) if number >= cards else None
        answer(
            db,
            f"c{number % cards}#",
            1 + number % 4 or 3,
            due_day=day,
            prev_review_id=last.last_review_id if last else "",
        )
        clock.next_day(2)


def test_the_default_is_in_force_until_a_fit_is_accepted(db: Database) -> None:
    assert fits.in_force(db) == STANDARD
    say(db, fit(db, accepted=False))
    assert fits.in_force(db) == STANDARD
    first = say(db, fit(db))
    second = say(db, fit(db, THIRD))
    assert fits.in_force(db) == Weights(second.event_id, THIRD)
    say(db, event(db, "void", second.event_id))
    assert fits.in_force(db) == Weights(first.event_id, OTHER)
    assert [one.payload.accepted for one in fits.history(db)] == [False, True]
    assert values.standing(fits.history(db)).fit_id == first.event_id
    back = values.back_to()
    say(db, event(db, "fit", "all", **msgspec.to_builtins(back)))
    assert fits.in_force(db).parameters == fsrs6.DEFAULT
    assert fits.history(db)[-1].payload == back


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"parameters": list(OTHER)},
        {"parameters": list(OTHER), "accepted": True, "n": -1},
        {"parameters": [*OTHER[:-1], 7.0], "accepted": True},
        {"parameters": list(OTHER[:-1]), "accepted": True},
        {"parameters": list(OTHER), "accepted": True, "algorithm": "fsrs-7"},
    ],
)
def test_what_cannot_be_scheduled_by_is_left_out(db: Database, payload) -> None:
    answer(db, "c#")
    before = tables(db, "memory")
    log.append_event(db, event(db, "fit", "all", **payload))
    assert memory.is_current(db)
    assert fits.in_force(db) == STANDARD
    assert fits.history(db) == ()
    assert tables(db, "memory") == before


def test_no_due_day_moves(db: Database, clock: Clock) -> None:
    studied(db, clock)
    cards = [f"c{number}#" for number in range(3)]
    before = [memory_of(db, card) for card in cards]
    one = fit(db)
    log.append_event(db, one)
    assert not memory.is_current(db)
    memory.rebuild(db)
    for card, was in zip(cards, before, strict=True):
        now = memory_of(db, card)
        assert (now.due_day, now.fit_id, was.fit_id) == (was.due_day, one.event_id, "")
        assert now.stability != was.stability
    say(db, event(db, "void", one.event_id))
    assert [memory_of(db, card) for card in cards] == before


def test_the_default_given_as_a_fit_changes_nothing_but_the_name(db: Database, clock: Clock) -> None:
    studied(db, clock)
    before = [memory_of(db, f"c{n}#") for n in range(3)]
    one = say(db, fit(db, fsrs6.DEFAULT))
    after = [memory_of(db, f"c{n}#") for n in range(3)]
    assert after == [msgspec.structs.replace(was, fit_id=one.event_id) for was in before]


def test_recall_is_told_by_the_curve_in_force(db: Database, clock: Clock) -> None:
    studied(db, clock, 1)
    shelve(db, ["c0#"])
    for said in (None, fit(db), fit(db, THIRD)):
        if said is not None:
            say(db, said)
        weights = fits.in_force(db)
        known = memory_of(db, "c0#")
        today = known.last_day + 9
        (recall,) = db.con.execute(f"SELECT {due.RECALL} FROM memory", {"today": today}).fetchone()
        assert recall == pytest.approx(schedule.retrievability(known, today, weights), rel=1e-12)
    assert weights.parameters == THIRD


def test_odd_parameters_never_stop_the_schedule() -> None:
    """Answers of one day make a memory grow without end where nothing holds it back."""
    odd = list(fsrs6.HIGHEST)
    odd[19] = 0.0
    weights = Weights("F", tuple(odd))
    with fresh() as db:
        known = None
        for _ in range(300):
            known = schedule.apply(known, review(db, rating=4), weights)
        assert known.due_day <= known.last_day + schedule.MAX_DAYS


_STEPS = st.lists(
    st.sampled_from(("good", "again", "fit", "third", "refused", "void fit", "void review", "day")),
    max_size=12,
)


def _events(db: Database, clock: Clock, steps: list[str]) -> list[Review | Event]:
    """What a learner did, logged as it went, as the app does it: all folded anew where parameters change."""
    said: list[Event] = []
    reviews: list[Review] = []
    lines: list[Review | Event] = []
    for step in steps:
        if step == "day":
            clock.next_day(3)
            continue
        if step in ("good", "again"):
            line: Review | Event = review(db, f"c{len(reviews) % 2}#", 3 if step == "good" else 1)
            reviews.append(line)
        elif step == "void fit":
            line = event(db, "void", said.pop().event_id if said else "nothing")
        elif step == "void review":
            line = event(db, "void", reviews.pop().review_id if reviews else "nothing")
        else:
            line = fit(db, THIRD if step == "third" else OTHER, accepted=step != "refused")
            said.append(line)
        lines.append(line)
        play(db, [line])
        if not memory.is_current(db):
            memory.rebuild(db)
    return lines


_FOLDED = ("memory", "param_fit", "day_total", "dead")


@given(_STEPS, st.randoms(use_true_random=False))
def test_the_fold_is_the_same_in_any_order_and_from_the_log_alone(steps, chance: random.Random) -> None:
    clock = Clock()
    with fresh(clock) as db, fresh(Clock()) as other:
        lines = _events(db, clock, steps)
        expected = tables(db, *_FOLDED)
        weights = fits.in_force(db)
        voided = {one.target for one in lines if isinstance(one, Event) and one.type == "void"}
        for card in {one.card_id for one in lines if isinstance(one, Review)}:
            own = [one for one in lines if isinstance(one, Review) and one.card_id == card]
            assert memory_of(db, card) == schedule.replay(own, voided, weights=weights)
        drop_folds(db)
        memory.rebuild(db)
        assert tables(db, *_FOLDED) == expected
        chance.shuffle(lines)
        middle = len(lines) // 2
        play(other, lines[:middle])
        rest = lines[middle:] + lines[:1]
        log.append_all(
            other,
            [one for one in rest if isinstance(one, Review)],
            [one for one in rest if isinstance(one, Event)],
        )
        if not memory.is_current(other):
            memory.rebuild(other)
        assert tables(other, *_FOLDED) == expected
