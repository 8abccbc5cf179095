from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.validity import is_over

EPOCH = date(1970, 1, 1)


@given(st.dates(date(1900, 1, 1), date(2300, 1, 1)))
def test_a_date_is_over_on_the_day_after_it(day: date):
    number = (day - EPOCH).days
    assert not is_over(day.isoformat(), number)
    assert is_over(day.isoformat(), number + 1)


@given(st.dates(date(1900, 1, 1), date(2300, 1, 1)))
def test_a_month_and_a_year_are_over_with_their_last_day(day: date):
    tomorrow = day + timedelta(1)
    number = (tomorrow - EPOCH).days
    assert is_over(f"{day:%Y-%m}", number) == (tomorrow.month != day.month)
    assert is_over(f"{day:%Y}", number) == (tomorrow.year != day.year)


@pytest.mark.parametrize("text", ["", "soon", "2025-13", "0000", "9999"])
def test_what_is_no_date_or_has_no_day_after_it_is_never_over(text: str):
    assert not is_over(text, 10**6)
