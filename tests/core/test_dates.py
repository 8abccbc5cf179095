"""Dates as learners type them: every form, and what is said of those that are none."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.dates import LONGEST, PRECISIONS, Date, parse, read, written
from tests.amounts import date_texts

LANGUAGES = (
    "",
    "en",
    "en-US",
    "en-GB",
    "de",
    "es",
    "es-MX",
    "es-US",
    "fr",
    "it",
    "pt",
    "nl",
    "sv",
    "nb",
    "pl",
    "ru",
    "ja",
    "xx",
)
DAY = Date(2025, 7, 4)

days = st.dates().map(lambda day: Date(day.year, day.month, day.day))
dates = st.tuples(days, st.sampled_from(PRECISIONS)).map(lambda made: made[0].to(made[1]))


@given(dates, st.sampled_from(LANGUAGES))
def test_what_is_written_is_read_again_in_any_language(date: Date, language: str) -> None:
    assert read(written(date, language), language).dates == (date,)
    assert read(written(date, "en").upper(), language).dates == (date,)


@given(dates, st.sampled_from(LANGUAGES))
def test_a_date_of_a_deck_is_clear_everywhere(date: Date, language: str) -> None:
    iso = "-".join([f"{date.year:04}", *(f"{part:02}" for part in date[1:] if part)])
    assert parse(iso) == date
    assert read(iso, language).dates == (date,)


@pytest.mark.parametrize(
    "text",
    [
        "2025-07-04", "2025-7-4", "2025/07/04", "2025.07.04", "4 July 2025", "4 july 2025", "July 4, 2025",
        "July 4 2025",
        "4.7.2025", "04.07.2025", "4. 7. 2025", "4 Jul 2025", "4-Jul-2025", "Jul. 4, 2025", "4th July 2025",
        "4th of July, 2025", "the 4th of July 2025", "July 4th, 2025", "2025 July 4", "Friday, 4 July 2025",
        "on 4 July 2025",
        "Fri 4 July 2025.", " 4  July  2025 ", "４ July ２０２５", "٤ July ٢٠٢٥", "4 July 2025 AD",
        "4 July 2025 C.E.", "20250704", "circa 4 July 2025",
    ],
)  # fmt: skip
def test_a_day(text: str) -> None:
    assert read(text, "en").dates == (DAY,)


@pytest.mark.parametrize(
    "text", ["July 2025", "jul 2025", "Jul. 2025", "7/2025", "07.2025", "2025-07", "2025/7", "7-2025"]
)
def test_a_month(text: str) -> None:
    assert read(text, "en").dates == (Date(2025, 7),)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2025", 2025),
        ("in 2025", 2025),
        ("c. 1450", 1450),
        ("about 1450", 1450),
        ("the year 476", 476),
        ("AD 79", 79),
        ("79 A.D.", 79),
        ("5 CE", 5),
        ("0079", 79),
        ("1 AD", 1),
        ("0001", 1),
        ("9999", 9999),
    ],
)
def test_a_year(text: str, year: int) -> None:
    assert read(text, "en").dates == (Date(year),)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "4 luglio 2025"),
        ("pt-BR", "4 de julho de 2025"),
        ("nl", "4 juli 2025"),
        ("sv", "den 4 juli 2025"),
        ("da", "4. juli 2025"),
        ("no", "4. juli 2025"),
        ("pl", "4 lipca 2025 r."),
        ("ru", "4 июля 2025 года"),
        ("uk", "4 липня 2025"),
        ("ja", "2025年7月4日"),
        ("zh", "2025 年 7 月 4 日"),
        ("ko", "2025년 7월 4일"),
        ("de", "4. Juli 2025"),
        ("de", "4 Jul 2025"),
        ("de-AT", "der 4. Juli 2025"),
        ("es", "4 de julio de 2025"),
        ("es", "4 jul 2025"),
        ("es", "el 4 de julio del 2025"),
        ("fr", "4 juillet 2025"),
        ("fr", "le 4 juil. 2025"),
        ("de", "4 July 2025"),
        ("pl", "4 July 2025"),
    ],
)
def test_months_have_names_in_each_language(language: str, text: str) -> None:
    assert read(text, language).dates == (DAY,)


@pytest.mark.parametrize(
    ("language", "text", "month"),
    [("de", "März 2025", 3), ("de", "maerz 2025", 3), ("de", "Jänner 2025", 1),
     ("es", "setiembre de 2025", 9),
     ("fr", "fevrier 2025", 2), ("fr", "1er août 2025", 8), ("fr", "AOUT 2025", 8), ("es", "Ene. 2025", 1)],
)  # fmt: skip
def test_names_may_lack_their_accents(language: str, text: str, month: int) -> None:
    assert [date[:2] for date in read(text, language).dates] == [(2025, month)]


SEPTEMBER, MARCH = Date(2025, 9, 3), Date(2025, 3, 9)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("", "03/09/2025", [SEPTEMBER, MARCH]),
        ("en", "03/09/2025", [SEPTEMBER, MARCH]),
        ("en", "3-9-2025", [SEPTEMBER, MARCH]),
        ("en", "3.9.2025", [SEPTEMBER]),
        ("en-CA", "3/9/2025", [SEPTEMBER, MARCH]),
        ("ja", "3/9/2025", [SEPTEMBER, MARCH]),
        ("en-US", "3/9/2025", [MARCH]),
        ("en-us", "3.9.2025", [MARCH, SEPTEMBER]),
        ("en-GB", "3/9/2025", [SEPTEMBER]),
        ("de", "3.9.2025", [SEPTEMBER]),
        ("de", "3/9/2025", [SEPTEMBER]),
        ("es-MX", "3/9/2025", [SEPTEMBER]),
        ("es-US", "3/9/2025", [MARCH]),
    ],
)
def test_the_language_says_which_is_the_day(language: str, text: str, expected: list[Date]) -> None:
    assert list(read(text, language).dates) == expected


@given(
    st.integers(1, 31),
    st.integers(1, 31),
    st.integers(100, 9999),
    st.sampled_from(LANGUAGES),
    st.sampled_from("/-."),
)
def test_only_days_that_exist_are_read_and_the_truth_is_among_them(
    first: int, second: int, year: int, language: str, mark: str
) -> None:
    found = read(f"{first}{mark}{second}{mark}{year}", language)
    possible = {date for date in ((year, second, first), (year, first, second)) if exists(*date)}
    assert set(found.dates) <= possible
    assert bool(found.dates) == bool(possible) == (not found.flaw)
    if language == "" and mark == "/":
        assert set(found.dates) == possible


def exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def test_where_only_one_reading_is_a_date_it_is_clear() -> None:
    for text in ("25/12/2025", "12/25/2025"):
        for language in LANGUAGES:
            assert read(text, language).dates == (Date(2025, 12, 25),)
    assert read("3/3/2025", "en").dates == (Date(2025, 3, 3),)


@pytest.mark.parametrize(
    ("text", "flaw", "args"),
    [
        ("", "date_blank", {}),
        (" ", "date_blank", {}),
        ("?", "date_none", {}),
        ("soon", "date_none", {}),
        ("12:30", "date_none", {}),
        ("2025 2026", "date_none", {}),
        ("July August 2025", "date_none", {}),
        ("4 5 July 2025", "date_none", {}),
        ("4 Juli 2025", "date_none", {}),
        ("x" * (LONGEST + 1), "date_none", {}),
        ("4/7/25", "date_short_year", {"year": "25"}),
        ("4 July 25", "date_short_year", {"year": "25"}),
        ("7/25", "date_short_year", {"year": "25"}),
        ("89", "date_short_year", {"year": "89"}),
        ("’89", "date_short_year", {"year": "89"}),
        ("4 July", "date_no_year", {"year": "4"}),
        ("July", "date_no_year", {}),
        ("fourth of July", "date_no_year", {"year": "4"}),
        ("thirty-first of April 1999", "date_no_day", {"month": "April 1999", "days": "30"}),
        ("August the worst 1999", "date_none", {}),
        ("44 BC", "date_era", {}),
        ("15 March 44 B.C.", "date_era", {}),
        ("44 BCE", "date_era", {}),
        ("-44", "date_era", {}),
        ("−2025", "date_era", {}),
        ("0000", "date_year", {}),
        ("10000", "date_year", {}),
        ("4/7/20255", "date_year", {}),
        ("2025-13", "date_no_month", {"month": "13"}),
        ("13/2025", "date_no_month", {"month": "13"}),
        ("2025-00-01", "date_no_month", {"month": "0"}),
        ("31/31/2025", "date_no_month", {"month": "31"}),
        ("30 February 2025", "date_no_day", {"month": "February 2025", "days": "28"}),
        ("30.2.2024", "date_no_day", {"month": "February 2024", "days": "29"}),
        ("2025-06-31", "date_no_day", {"month": "June 2025", "days": "30"}),
        ("0 July 2025", "date_no_day", {"month": "July 2025", "days": "31"}),
    ],
)
def test_what_is_no_date_says_why(text: str, flaw: str, args: dict[str, str]) -> None:
    assert read(text, "en") == ((), flaw, args)


@given(date_texts | st.text(), st.sampled_from(LANGUAGES))
def test_no_text_raises(text: str, language: str) -> None:
    found = read(text, language)
    assert bool(found.dates) != bool(found.flaw)
    assert all(1 <= date.year <= 9999 for date in found.dates)


@pytest.mark.parametrize("text", ["9" * 10_000, "1/" * 5000, "July " * 3000, "1st" * 20])
def test_hostile_texts_are_no_dates(text: str) -> None:
    assert read(text, "en").dates == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("", ["2025", "July 2025", "4 July 2025"]),
        ("en-US", ["2025", "July 2025", "July 4, 2025"]),
        ("de", ["2025", "Juli 2025", "4. Juli 2025"]),
        ("es", ["2025", "julio de 2025", "4 de julio de 2025"]),
        ("fr", ["2025", "juillet 2025", "4 juillet 2025"]),
        ("pt", ["2025", "julho de 2025", "4 de julho de 2025"]),
        ("nb", ["2025", "juli 2025", "4. juli 2025"]),
        ("pl", ["2025", "2025-07", "2025-07-04"]),
    ],
)
def test_dates_in_words(language: str, words: list[str]) -> None:
    assert [written(DAY.to(precision), language) for precision in PRECISIONS] == words


def test_the_first_of_a_month_in_french() -> None:
    assert written(Date(1789, 5, 1), "fr") == "1er mai 1789"


@pytest.mark.parametrize(
    "text", ["", "25", "2025-7", "2025-02-30", "2025-13", "0000", "20250704", "2025-07-04-01", "٢٠٢٥"]
)
def test_no_date_of_a_deck(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("text", ["fourth of July 1776", "July the Fourth, 1776", "the fourth July 1776"])
def test_a_day_may_be_a_word(text: str) -> None:
    assert read(text, "en").dates == (Date(1776, 7, 4),)


@given(st.integers(1, 31))
def test_each_day_has_its_word(day: int) -> None:
    word = DAYS.split()[day - 1]
    assert read(f"the {word} of March 1999", "en").dates == (Date(1999, 3, day),)
    assert read(f"March {word.replace('-', ' ')} 1999", "en").dates == (Date(1999, 3, day),)


DAYS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
