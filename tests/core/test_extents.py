"""Dates and numbers as stretches: what cannot stand beside each other as options."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.extents import extents, meet

SAME = [
    ("2025", "July 2025"),
    ("July 2025", "4 July 2025"),
    ("July 4, 2025", "2025-07-04"),
    ("4th of July 2025", "on 4 July 2025"),
    ("July", "2025-07-04"),
    ("Sept. 2001", "2001-09"),
    ("1990s", "1994"),
    ("the 1990's", "in early 1999"),
    ("1994–2001", "March 2000"),
    ("between 1994 and 2001", "1994"),
    ("after 1990", "2025"),
    ("before May 2000", "1776"),
    ("before 2000", "2000"),
    ("c. 1500", "1503"),
    ("03/09/2025", "3 September 2025"),
    ("03/09/2025", "March 9, 2025"),
    ("44 BC", "44 B.C."),
    ("1/2", "½"),
    ("5 km", "5,000 m"),
    ("2 pounds", "£2"),
    ("5", "five"),
    ("twenty-five", "25"),
    ("1,234", "1234"),
    ("1,234", "1.234"),
    ("1 234 567", "1,234,567"),
    ("1.234.567,5", "1234567.5"),
    ("٢٥", "25"),
    ("2.5 million", "2,500,000"),
    ("about 70,000", "69,973"),
    ("over 1,000", "5,000"),
    ("80 or more boats", "more than 90 boats"),
    ("less than 3 %", "2 per cent"),
    ("20,000 to 30,000 troops", "25,000 troops"),
    ("5-6", "6"),
    ("$10 million", "10 million dollars"),
    ("60 minutes", "1 hour"),
    ("3 sessions", "4 evenings"),
    ("45", "50 minutes"),
    ("1 year", "one year"),
    ("-5", "−5"),
    ("2025", "January 2025"),
    ("2025", "31 December 2025"),
    ("January 2025", "31 January 2025"),
    ("1 July to 1 August 2025", "4 July"),
    ("June 2025 to August 2025", "July"),
    ("June to August 2025", "July 2025"),
    ("20 December 2025 to 10 January 2026", "4 January"),
    ("40 small boats", "40"),
    ("0 °C", "273.15 K"),
    ("20 °C", "68 °F"),
]  # fmt: skip
DISTINCT = [
    ("2025", "2024"),
    ("July 2025", "August 2025"),
    ("July", "August 4, 2025"),
    ("July", "2025"),
    ("2025", "January 2026"),
    ("2025", "31 December 2024"),
    ("January 2025", "February 2025"),
    ("1 January 2025", "2 January 2025"),
    ("June 2025 to August 2025", "May"),
    ("June to August 2025", "May 2025"),
    ("June 2025 to August 2025", "September"),
    ("1990s", "2000"),
    ("44 BC", "44"),
    ("4 July", "14 July"),
    ("five", "six"),
    ("5 km", "7 km"),
    ("5 km", "5 miles"),
    ("5 km", "5 kg"),
    ("20 °C", "20 °F"),
    ("3 countries", "4 countries"),
    ("about 70,000", "90,000"),
    ("-5", "5"),
    ("Title 50", "50"),
    ("Oslo", "Bergen"),
    ("12:30", "12"),
    ("31/31/2025", "2025"),
    ("", ""),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_these_may_be_the_same(one: str, other: str) -> None:
    assert meet(extents(one), extents(other))
    assert meet(extents(other), extents(one))


@pytest.mark.parametrize(("one", "other"), DISTINCT)
def test_these_are_different_or_no_amounts(one: str, other: str) -> None:
    assert not meet(extents(one), extents(other))
    assert not meet(extents(other), extents(one))


@pytest.mark.parametrize(
    "text",
    [
        "Title 50",
        "a border problem",
        "MS-13",
        "I",
        "C#",
        "x" * 61,
        "10 Downing Street",
        "7th Fleet",
        "40 very small boats",
    ],
)
def test_texts_are_neither(text: str) -> None:
    assert extents(text) == ()


@pytest.mark.parametrize(
    ("text", "scales"),
    [
        ("2025", ("day", "number")),
        ("2850", ("number",)),
        ("1000", ("day", "number")),
        ("999", ("number",)),
        ("2100", ("day", "number")),
        ("2101", ("number",)),
        ("2850 km", ("number",)),
        ("July 2025", ("day",)),
        ("4 July", ("yearday",)),
        ("three", ("number",)),
        ("1984 pigs", ("number",)),
    ],
)
def test_the_likeliest_reading_comes_first(text: str, scales: tuple[str, ...]) -> None:
    assert tuple(dict.fromkeys(extent.scale for extent in extents(text))) == scales


_pieces = st.sampled_from(
    ("2025", "July", "4", ",", ".", "-", "–", "to", "and", "between", "about", "over", "$", "% km", "million",
     "1,234", "03/09/2025", "BC", "'90s", "th", "of", "²", "٣", "may")
)  # fmt: skip


@given(st.text(max_size=70) | st.lists(_pieces, max_size=8).map(" ".join))
def test_any_text_has_readings_that_meet_themselves(text: str) -> None:
    read = extents(text)
    assert all(extent.low <= extent.high for extent in read)
    assert meet(read, read) == bool(read)


@given(st.lists(_pieces, max_size=5).map(" ".join), st.lists(_pieces, max_size=5).map(" ".join))
def test_meeting_is_mutual(one: str, other: str) -> None:
    assert meet(extents(one), extents(other)) == meet(extents(other), extents(one))
