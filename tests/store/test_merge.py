"""Logs in any order: the same tables, the same memory, whatever arrives first or twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core import schedule
from quizapp.core.reviews import Event, Graded, Moment, Override, Review
from quizapp.store import compact, log, memory
from tests.store.made import (
    DAY_MS,
    START_MS,
    TODAY,
    drop_folds,
    event,
    fresh,
    key_of,
    memory_of,
    play,
    tables,
)

CARDS = ("a#", "b#", "c#")
SESSIONS = ("S", "T")
STATES = ("suspend", "unsuspend", "bury", "unbury", "flag", "unflag")
OVERRIDES = ("reset", "set_due", "set_due")
OTHERS = ("alias", "alias", "exclude", "apart", "keep", "regrade", "regrade")
TYPES = (*["void"] * 4, *STATES, *OVERRIDES, *OTHERS)
_REVIEWS = tuple(f"R{number}" for number in range(8))
_TARGETS = {"void": (*_REVIEWS, *(f"E{number}" for number in range(6))), "regrade": _REVIEWS}
_PAYLOADS = {
    "alias": st.fixed_dictionaries({"to": st.sampled_from(CARDS)}),
    "regrade": st.fixed_dictionaries(
        {"outcome": st.sampled_from(("correct", "wrong"))},
        optional={"rating": st.integers(0, 4), "fraction": st.sampled_from(("1", "1/2", "x", ""))},
    ),
    "set_due": st.one_of(
        st.builds(lambda day: {"day": TODAY + day}, st.integers(-3, 30)),
        st.sampled_from(({}, {"day": -1}, {"day": "soon"})),
    ),
}


@st.composite
def histories(draw) -> tuple[list[Review], list[Event]]:
    """What several machines may have logged, in any order of ids and times."""
    reviews = []
    for number in range(draw(st.integers(0, 8))):
        at_ms = START_MS + draw(st.integers(0, 4)) * DAY_MS + draw(st.integers(0, 3))
        moment = Moment(at_ms, draw(st.sampled_from((-600, 0, 120))))
        reviews.append(
            Review(
                review_id=f"R{number}",
                card_id=draw(st.sampled_from(CARDS)),
                session_id=draw(st.sampled_from(SESSIONS)),
                device_id=draw(st.sampled_from(("D", "E"))),
                moment=moment,
                study_day=moment.study_day,
                mode=draw(st.sampled_from(("study", "study", "quiz"))),
                graded=Graded(kind="basic", outcome="unscored", guess=draw(st.booleans())),
                rating=draw(st.integers(1, 4)),
                due_day=draw(st.sampled_from((0, moment.study_day + 3))),
                prev_review_id=draw(st.sampled_from(("", f"R{number - 1}", f"R{number - 2}"))),
                visible_ms=draw(st.integers(0, 60_000)),
            )
        )
    events = []
    for number in range(draw(st.integers(0, 6))):
        type_ = draw(st.sampled_from(TYPES))
        about = draw(st.sampled_from(_TARGETS.get(type_, CARDS)))
        events.append(
            Event(
                event_id=f"E{number}",
                type=type_,
                target=about,
                moment=Moment(START_MS + draw(st.integers(0, 5)) * DAY_MS),
                device_id="D",
                payload=draw(_PAYLOADS.get(type_, st.just({}))),
            )
        )
    return reviews, events


tombstones = st.lists(
    st.builds(
        lambda number, target, day: Event(
            event_id=f"T{number}",
            type="tombstone",
            target=target,
            moment=Moment(START_MS + day * DAY_MS),
            device_id="D",
        ),
        st.integers(0, 3),
        st.sampled_from((*CARDS, *SESSIONS)),
        st.integers(0, 4),
    ),
    max_size=2,
    unique_by=lambda one: one.event_id,
)


def check_any_order(history: tuple[list[Review], list[Event]], tombs: list[Event], chance) -> None:
    lines = [*history[0], *history[1], *tombs]
    shuffled = lines + chance.sample(lines, len(lines) // 2)
    chance.shuffle(shuffled)
    with fresh() as one, fresh() as other, fresh() as merged:
        play(one, lines)
        play(other, shuffled)
        log.append_all(merged, history[0], [*history[1], *tombs])
        for db in (one, other, merged):
            assert memory.is_current(db)
            compact.compact(db)
        found = tables(one)
        assert tables(other) == found
        assert tables(merged) == found
        drop_folds(one)
        if history[0] or history[1] or tombs:
            assert not memory.is_current(one)
        memory.rebuild(one)
        assert tables(one) == found


@given(histories(), tombstones, st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_any_order_and_repetition_gives_the_same_tables(history, tombs, chance) -> None:
    check_any_order(history, tombs, chance)


@pytest.mark.slow
@given(histories(), tombstones, st.randoms(use_true_random=False))
@settings(max_examples=1000)
def test_any_order_and_repetition_gives_the_same_tables_in_full(history, tombs, chance) -> None:
    check_any_order(history, tombs, chance)


@given(histories(), st.sets(st.integers(0, 7), max_size=4))
@settings(max_examples=25)
def test_a_void_makes_it_as_if_the_review_had_never_been(history, numbers: set[int]) -> None:
    reviews, events = history
    voided = {f"R{number}" for number in numbers}
    events = [one for one in events if one.type != "void"]
    with fresh() as one, fresh() as other:
        play(one, [*reviews, *events])
        for at, target in enumerate(sorted(voided)):
            log.append_event(one, event(one, "void", target))
            assert memory.is_current(one), at
        play(other, [*(answer for answer in reviews if answer.review_id not in voided), *events])
        assert tables(one, "memory", "day_total") == tables(other, "memory", "day_total")


@given(histories(), st.sets(st.integers(0, 5), max_size=4))
@settings(max_examples=50)
def test_a_void_makes_it_as_if_the_event_had_never_been(history, numbers: set[int]) -> None:
    reviews, events = history
    events = [one for one in events if one.type != "void"]
    voided = {f"E{number}" for number in numbers}
    with fresh() as one, fresh() as other:
        play(one, [*reviews, *events])
        for target in sorted(voided):
            log.append_event(one, event(one, "void", target))
        assert memory.is_current(one)
        play(other, [*reviews, *(each for each in events if each.event_id not in voided)])
        names = ("memory", "day_total", "card_state", "alias", "regrade")
        assert tables(one, *names) == tables(other, *names)


def overrides(events: list[Event], card_id: str) -> list[Override]:
    """The resets and due days of a card that no void takes back."""
    voided = {one.target for one in events if one.type == "void"}
    found = []
    for one in events:
        if one.target == card_id and one.type in OVERRIDES and one.event_id not in voided:
            day = one.payload.get("day")
            if one.type == "reset" or (isinstance(day, int) and day >= 0):
                found.append(Override(one.moment.at_ms, one.event_id, day))
    return found


@given(histories())
@settings(max_examples=50)
def test_the_memory_is_the_replay_of_the_log(history) -> None:
    reviews, events = history
    events = [one for one in events if one.type not in ("alias", "regrade")]
    with fresh() as db:
        play(db, [*reviews, *events])
        voids = {one.target for one in events if one.type == "void"}
        for card_id in {answer.card_id for answer in reviews}:
            replayed = schedule.replay(log.reviews(db, card_id), voids, overrides(events, card_id))
            assert memory_of(db, card_id) == replayed


@given(histories())
@settings(max_examples=25)
def test_the_memory_is_the_replay_of_what_counts(history) -> None:
    reviews, events = history
    events = [one for one in events if one.type not in OVERRIDES]
    with fresh() as db:
        play(db, [*reviews, *events])
        for card_id in {answer.card_id for answer in reviews}:
            key = key_of(db, card_id)
            assert memory_of(db, card_id) == schedule.replay(log.history(db, key))
