"""What statistics make of sums: months without gaps, weeks in a row, groups that are listed."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.stats import GROUPS, Month, Recall
from quizapp.core.stats_sums import CardSums, DaySums, months, named, recall_of, sums_of, weeks_in_a_row

EPOCH = date(1970, 1, 1)


def day_of(year: int, month: int, day: int) -> int:
    return (date(year, month, day) - EPOCH).days


days = st.lists(
    st.builds(
        lambda day, reviews, counted, recalled: DaySums(day, reviews, counted, min(counted, recalled), 7),
        st.integers(19_000, 21_000),
        st.integers(1, 9),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    unique_by=lambda one: one.day,
)


@given(days, st.integers(19_000, 21_500))
def test_all_months_follow_each_other_and_hold_every_answer(found: list[DaySums], today: int) -> None:
    told = months(found, today, None)
    assert all(
        (later.year * 12 + later.month) - (one.year * 12 + one.month) == 1 for one, later in pairwise(told)
    )
    total = Recall(sum(one.recall.counted for one in told), sum(one.recall.recalled for one in told))
    assert total == recall_of(found)
    assert not found or told[0].recall.counted or len(told) == 1 or not total.counted
    now = EPOCH + timedelta(days=today)
    assert (told[-1].year, told[-1].month) >= (now.year, now.month)


def test_the_last_months_begin_in_the_year_before() -> None:
    found = [DaySums(day_of(2025, 12, 31), 3, 2, 1, 0), DaySums(day_of(2026, 1, 1), 5, 4, 4, 0)]
    assert months(found, day_of(2026, 2, 28), 3) == (
        Month(2025, 12, Recall(2, 1)),
        Month(2026, 1, Recall(4, 4)),
        Month(2026, 2, Recall()),
    )


def test_without_an_answer_there_is_this_month_alone() -> None:
    assert months([], day_of(2026, 11, 27), None) == (Month(2026, 11, Recall()),)


def test_a_week_lasts_from_monday_to_sunday() -> None:
    monday = day_of(2026, 11, 23)
    assert weeks_in_a_row([monday - 1, monday - 7], monday) == 1
    assert weeks_in_a_row([monday - 1, monday], monday) == 2
    assert weeks_in_a_row([monday - 8], monday) == 0
    assert weeks_in_a_row([monday - 1, monday - 15], monday + 6) == 1
    assert weeks_in_a_row([], monday) == 0


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.integers(0, 9))))
def test_sums_hold_each_card_once(cards: list[tuple[str, int, int]]) -> None:
    reviews, ms = [one[1] for one in cards], [one[1] * one[2] for one in cards]
    found = sums_of((one[0] for one in cards), CardSums(reviews, reviews, reviews, ms))
    assert found == {
        key: [
            sum(one[0] == key for one in cards),
            *[sum(one[1] for one in cards if one[0] == key)] * 3,
            sum(one[1] * one[2] for one in cards if one[0] == key),
        ]
        for key in {one[0] for one in cards}
    }


def test_of_many_groups_those_with_the_most_reviews_are_listed() -> None:
    told = named((f"tag {number:03}", [1, number, 0, 0, 0]) for number in range(GROUPS + 5))
    assert len(told) == GROUPS
    assert (told[0].name, told[-1].name) == (f"tag {GROUPS + 4}", "tag 005")


def test_a_name_that_comes_twice_is_one_group() -> None:
    one, other = [1, 2, 3, 4, 5], [10, 20, 30, 40, 50]
    (told,) = named([("same", one), ("same", other)])
    assert (told.cards, told.reviews, told.recall, told.visible_ms) == (11, 22, Recall(33, 44), 55)
    assert one == [1, 2, 3, 4, 5]


def test_a_day_that_no_calendar_has_is_no_failure() -> None:
    told = months([DaySums(10**9, 1, 1, 1, 0)], day_of(9999, 12, 1), 2)
    assert told == (Month(9999, 11, Recall()), Month(9999, 12, Recall(1, 1)))
