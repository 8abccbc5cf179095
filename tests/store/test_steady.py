"""The machine's clock set back: answers stay in order, no day comes twice, none stands still."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.reviews import Moment
from quizapp.core.settings import Settings
from quizapp.store import due, log, memory
from quizapp.store.database import Database
from quizapp.store.steady import AHEAD, SteadyClock
from tests.store.made import DAY_MS, START_MS, answer, key_of, opened

YEAR_MS = 365 * DAY_MS


class Hand:
    """A clock that is set by hand."""

    def __init__(self, at_ms: int = START_MS) -> None:
        self.at_ms = at_ms

    def __call__(self) -> Moment:
        return Moment(self.at_ms, 60, 4)


@given(st.lists(st.integers(-3 * YEAR_MS, 3 * YEAR_MS), min_size=1, max_size=30))
def test_time_never_goes_back_and_never_stands_still(steps: list[int]) -> None:
    hand = Hand(START_MS + 100 * YEAR_MS)
    clock = SteadyClock(hand)
    last = clock().at_ms
    for step in steps:
        hand.at_ms += step
        now = clock().at_ms
        assert now >= last
        if step >= 0:
            assert now - last == step or now == hand.at_ms
        assert clock.ahead_ms == now - hand.at_ms >= 0
        last = now


def test_a_clock_that_is_right_is_believed() -> None:
    hand = Hand()
    clock = SteadyClock(hand)
    for _ in range(5):
        hand.at_ms += 7_000
        assert clock() == hand()
    assert clock.ahead_ms == 0


def test_a_year_back_while_running_and_over_a_restart(tmp_path) -> None:
    hand = Hand()
    clock = SteadyClock(hand)
    with opened(tmp_path, clock) as db:
        assert clock.begin(db) is None
        answer(db, "a#")
        first = memory.get(db, key_of(db, "a#"))
        done = due.overview(db, db.now(), Settings())
        hand.at_ms -= YEAR_MS
        told = clock.keep(db) or (clock(), clock.keep(db))[1]
        assert told is not None
        assert (told.code, told.args) == ("clock_behind_days", {"days": "365"})
        assert due.overview(db, db.now(), Settings()) == done, "the limits of the day are not new again"
        answer(db, "a#")
        assert memory.get(db, key_of(db, "a#")).last_day == first.last_day
    hand.at_ms += 3 * DAY_MS
    clock = SteadyClock(hand)
    with opened(tmp_path, clock, seed=2) as db:
        assert clock.begin(db) is not None
        assert db.now().at_ms == START_MS + 3 * DAY_MS, "days go on at the pace of the clock"
        answer(db, "a#")
        days = [one.study_day for one in log.history(db, key_of(db, "a#"))]
        assert days == sorted(days)
        assert days[-1] - days[0] == 3
    hand.at_ms = START_MS + 10 * DAY_MS
    clock = SteadyClock(hand)
    with opened(tmp_path, clock, seed=3) as db:
        assert clock.begin(db) is None
        assert db.now() == hand()
        assert db.meta(AHEAD) == "0"


def test_another_machine_with_a_wrong_clock_does_not_move_ours(db: Database) -> None:
    answer(db, "a#", device_id="OTHER", moment=Moment(START_MS + YEAR_MS))
    hand = Hand()
    clock = SteadyClock(hand)
    assert clock.begin(db) is None
    assert clock() == hand()
