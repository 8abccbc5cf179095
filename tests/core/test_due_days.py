"""Due days moved on demand: a spread backlog is even, nobody moves without need, loads add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core import due_days, schedule
from quizapp.core.due_days import Standing
from quizapp.core.fsrs6 import DEFAULT
from quizapp.core.settings import Settings
from tests.core.answered import TODAY

LOAD = st.dictionaries(st.integers(TODAY + 1, TODAY + 20), st.integers(0, 30), max_size=20)


def standing(number: int, *, due: int, last: int = TODAY - 50, stability: float = 30.0) -> Standing:
    return Standing(
        card_id=f"c{number}#", deck_key=1, due_day=due, last_day=last, stability=stability, reps=3
    )


def backlog(count: int) -> list[Standing]:
    return [standing(number, due=TODAY - number) for number in range(count)]


@given(st.integers(0, 60), LOAD, st.integers(0, 20), st.integers(1, 15))
def test_a_spread_backlog_loses_nobody_and_is_as_even_as_it_can_be(count, load, keep, days) -> None:
    cards = backlog(count)
    moves = due_days.spread(cards, load, TODAY, keep, days)
    assert [move.card_id for move in moves] == [card.card_id for card in cards[keep:]]
    assert [move.to_day for move in moves] == sorted(move.to_day for move in moves), "the worthiest first"
    assert all(TODAY < move.to_day <= TODAY + days for move in moves)
    after = [load.get(TODAY + 1 + at, 0) for at in range(days)]
    got = [0] * days
    for move in moves:
        got[move.to_day - TODAY - 1] += 1
    totals = [have + more for have, more in zip(after, got, strict=True)]
    for total, more in zip(totals, got, strict=True):
        assert not more or total - 1 <= min(totals), "no day got a card that a freer one could have had"


@given(st.lists(st.tuples(st.integers(-9, 60), st.floats(0.5, 300), st.integers(0, 80)), max_size=40))
def test_the_loads_without_and_with_the_moves_have_all_cards(rows) -> None:
    cards = [
        standing(number, due=TODAY + due, stability=stability, last=TODAY - ago)
        for number, (due, stability, ago) in enumerate(rows)
    ]
    load: dict[int, int] = {}
    for card in cards:
        load[card.due_day] = load.get(card.due_day, 0) + 1
    moves = [
        move for move in due_days.rescheduled(cards, lambda deck: Settings(), load, TODAY) if move is not None
    ]
    shift = due_days.shift(moves, load, TODAY)
    new = {card.card_id: card.due_day for card in cards} | {move.card_id: move.to_day for move in moves}
    for at in range(due_days.AHEAD_DAYS):
        assert shift.after[at] == sum(max(day, TODAY) == TODAY + at for day in new.values())
        assert shift.before[at] == sum(max(card.due_day, TODAY) == TODAY + at for card in cards)
    assert shift.earlier + shift.later == len(moves)


@given(
    st.floats(0.5, 400),
    st.integers(-5, 500),
    st.sampled_from([0.75, 0.9, 0.95]),
    st.tuples(*[st.sampled_from(["normal", "less", "least"])] * 7),
)
def test_a_card_moves_only_out_of_need_and_into_the_range(stability, due, retention, week) -> None:
    card = standing(1, due=TODAY + due, stability=stability)
    settings = Settings(desired_retention=retention, easy_days=week)
    (move,) = due_days.rescheduled([card], lambda deck: settings, {}, TODAY)
    good = schedule.fuzz_range(due_days.interval(stability, retention))
    if due <= 0 and TODAY - card.last_day >= good.start:
        assert move is None, "it waits, and should"
    if due > 0 and card.due_day - card.last_day in good:
        assert move is None or schedule.ease_of(card.due_day, week) != "normal"
    if move is not None:
        assert move.to_day == TODAY or move.to_day - card.last_day in good
        assert move.to_day >= TODAY
        again = standing(1, due=move.to_day, stability=stability)
        assert list(due_days.rescheduled([again], lambda deck: settings, {}, TODAY)) == [None]


@pytest.mark.parametrize("retention", [0.7, 0.85, 0.9, 0.97])
@pytest.mark.parametrize("stability", [0.4, 3.0, 47.3, 900.0, 1e6])
def test_the_interval_is_the_librarys(stability: float, retention: float) -> None:
    assert due_days.interval(stability, retention) == schedule._scheduler(retention, DEFAULT)._next_interval(
        stability=stability
    )


def test_a_higher_desired_retention_moves_cards_earlier_never_later() -> None:
    cards = [standing(number, due=TODAY + 10 + number, last=TODAY + number - 20) for number in range(30)]
    strict = Settings(desired_retention=0.97)
    moves = [move for move in due_days.rescheduled(cards, lambda deck: strict, {}, TODAY) if move]
    assert moves
    assert all(move.to_day < move.from_day for move in moves)
