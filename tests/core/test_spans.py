"""So many days, months or years, and how far two dates are apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.dates import PRECISIONS, Date, parse
from quizapp.core.spans import Apart, Span, apart, parse_span, shifted
from tests.core.test_dates import days, exists


@pytest.mark.parametrize(
    ("text", "span"),
    [("3 days", Span(3, "day")), ("1 month", Span(1, "month")), ("2years", Span(2, "year")),
     (" 1  Day ", Span(1, "day")),
     ("days", None), ("3", None), ("-3 days", None), ("1.5 years", None), ("3 weeks", None), ("", None)],
)  # fmt: skip
def test_spans_are_read(text: str, span: Span | None) -> None:
    assert parse_span(text) == span


@given(days, st.integers(0, 9999), st.sampled_from(PRECISIONS), st.booleans())
def test_a_shifted_date_exists_and_lies_on_its_side(date: Date, number: int, unit: str, back: bool) -> None:
    moved = shifted(date, Span(number, unit), back=back)  # type: ignore[arg-type]
    assert exists(*moved)
    assert (moved <= date) if back else (moved >= date)
    if number == 0:
        assert moved == date


@pytest.mark.parametrize(
    ("date", "span", "earlier", "later"),
    [
        ((2024, 1, 31), (1, "month"), (2023, 12, 31), (2024, 2, 29)),
        ((2024, 2, 29), (1, "year"), (2023, 2, 28), (2025, 2, 28)),
        ((2025, 1, 1), (1, "day"), (2024, 12, 31), (2025, 1, 2)),
        ((2025, 1), (2, "month"), (2024, 11), (2025, 3)),
        ((2025, 6), (1, "year"), (2024, 6), (2026, 6)),
        ((2025,), (5, "year"), (2020,), (2030,)),
        ((3,), (5, "year"), (1,), (8,)),
        ((9999, 12, 31), (5, "day"), (9999, 12, 26), (9999, 12, 31)),
    ],
)
def test_shifts(
    date: tuple[int, ...], span: tuple[int, str], earlier: tuple[int, ...], later: tuple[int, ...]
) -> None:
    by = Span(*span)  # type: ignore[arg-type]
    assert shifted(Date(*date), by, back=True) == Date(*earlier)
    assert shifted(Date(*date), by) == Date(*later)


@pytest.mark.parametrize(
    ("one", "other", "number", "unit", "more"),
    [
        ("2025-07-04", "2025-07-05", 1, "day", False),
        ("2025-07-04", "2025-08-04", 1, "month", False),
        ("2025-07-04", "2025-10-12", 100, "day", False),
        ("2025-07-04", "2025-10-13", 3, "month", True),
        ("2025-07-04", "2026-07-04", 1, "year", False),
        ("2025-07-04", "2027-07-03", 23, "month", True),
        ("2025-07-04", "2031-07-03", 5, "year", True),
        ("2025-07", "2025-09", 2, "month", False),
        ("2025-07", "2026-07", 1, "year", False),
        ("2025-07", "2027-09", 2, "year", True),
        ("2025", "2027", 2, "year", False),
    ],
)
def test_how_far_apart(one: str, other: str, number: int, unit: str, more: bool) -> None:
    first, second = parse(one), parse(other)
    assert first
    assert second
    span = Span(number, unit)  # type: ignore[arg-type]
    assert apart(first, second) == Apart(span, True, more)
    assert apart(second, first) == Apart(span, False, more)


@pytest.mark.parametrize(
    ("one", "other", "apart_by"),
    [
        ("2023-02-28", "2024-02-29", Apart(Span(1, "year"), True)),
        ("2025-02-28", "2024-02-29", Apart(Span(1, "year"), False)),
        ("2025-03-01", "2024-02-29", Apart(Span(1, "year"), False, more=True)),
        ("2024-02-29", "2023-02-28", Apart(Span(1, "year"), False, more=True)),
        ("2023-10-31", "2024-02-29", Apart(Span(3, "month"), True, more=True)),
        ("2024-06-30", "2024-01-31", Apart(Span(5, "month"), False)),
        ("2024-06-30", "2023-01-31", Apart(Span(17, "month"), False)),
    ],
)
def test_whole_months_are_counted_as_a_tolerance_counts_them(one: str, other: str, apart_by: Apart) -> None:
    first, second = parse(one), parse(other)
    assert first
    assert second
    assert apart(first, second) == apart_by


@given(days, days)
def test_the_distance_is_true(one: Date, other: Date) -> None:
    if one == other:
        return
    found = apart(one, other)
    reached = shifted(other, found.span, back=found.early)
    beyond = shifted(other, found.span._replace(number=found.span.number + 1), back=found.early)
    assert found.early == (one < other)
    assert (reached != one) == found.more
    assert beyond <= one <= reached if found.early else reached <= one <= beyond
