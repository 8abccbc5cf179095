"""Which day within the range of fuzz: the load of the days, and the week's easy ones."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core import schedule
from quizapp.core.reviews import Moment
from quizapp.core.settings import Settings
from tests.core.answered import DAY_MS, GOOD, START, TODAY, review
from tests.core.test_schedule import seen

WEEK = st.lists(st.sampled_from(["normal", "less", "least"]), min_size=7, max_size=7).map(tuple)
LOAD = st.dictionaries(st.integers(TODAY, TODAY + 500), st.integers(0, 50))


def weekday(day: int) -> int:
    """0 is Monday; the study day 0 was a Thursday."""
    return (day + 3) % 7


@given(st.integers(1, 400), LOAD, WEEK, st.integers(1, 20))
def test_the_day_stays_within_the_range_whatever_the_load(days, load, week, reps) -> None:
    assert schedule.fuzzed(days, TODAY, "a#", reps, load, week) in schedule.fuzz_range(days)


@given(st.floats(3, 400), LOAD, WEEK, st.booleans())
def test_a_better_rating_is_never_sooner_by_load_or_easy_days(stability, load, week, balance) -> None:
    moment = Moment(START.at_ms + 30 * DAY_MS)
    settings = Settings(easy_days=week, balance=balance)
    plans = schedule.preview(seen(stability=stability), moment, "x#", settings, load)
    days = [plan.due_day for plan in plans.values()]
    assert days == sorted(days)


def test_an_easy_day_fills_to_half_and_the_easiest_hardly() -> None:
    """Cards with the same interval, one after the other, each on the day that is best then."""
    week = ("normal", "normal", "normal", "normal", "normal", "less", "least")
    load: dict[int, int] = {}
    for number in range(2000):
        day = TODAY + schedule.fuzzed(100, TODAY, f"{number}#", 1, load, week)
        load[day] = load.get(day, 0) + 1
    by_ease = {ease: [] for ease in week}
    for day, count in load.items():
        by_ease[week[weekday(day)]].append(count)
    usual = sum(by_ease["normal"]) / len(by_ease["normal"])
    assert all(abs(count - usual) <= 2 for count in by_ease["normal"])
    assert all(abs(count - usual / 2) <= 2 for count in by_ease["less"])
    assert all(count <= usual / 10 for count in by_ease["least"])


def test_without_balance_the_day_is_drawn_and_easy_days_are_still_left_free() -> None:
    busy = {TODAY + 30 + day: day for day in range(300)}
    moment = Moment(START.at_ms + 30 * DAY_MS)

    def day(**settings) -> int:
        return schedule.plan(seen(), GOOD, moment, "q#", Settings(**settings), busy).due_day

    drawn = day(balance=False)
    assert drawn == schedule.plan(seen(), GOOD, moment, "q#", Settings(), {}).due_day != day()
    week = ["normal"] * 7
    week[weekday(drawn)] = "least"
    assert weekday(day(balance=False, easy_days=tuple(week))) != weekday(drawn)


def test_what_was_chosen_by_load_is_logged_and_replayed_without_it() -> None:
    busy = {TODAY + 30 + day: 5 for day in range(300)}
    moment = Moment(START.at_ms + 30 * DAY_MS)
    planned = schedule.plan(
        seen(), GOOD, moment, "r#", Settings(easy_days=("least",) * 6 + ("normal",)), busy
    )
    logged = review(GOOD, TODAY + 30, due_day=planned.due_day, prev_review_id="R0000")
    assert schedule.apply(seen(), logged).due_day == planned.due_day
