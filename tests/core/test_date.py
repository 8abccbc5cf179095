"""date: what an answer earns, how an open one is asked back, what a deck may say."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.dates import PRECISIONS, Date, written
from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Context, Reading, Typed, Verdict
from quizapp.core.kinds.date import DATE, DateQuestion
from quizapp.core.reasons import BETWEEN_TRIES, REASONS, SCORES
from quizapp.core.spans import Span, shifted
from tests.amounts import date_questions, date_texts
from tests.core.test_dates import LANGUAGES, days


def judged(date: str, typed: str, language: str = "en", within: str = "") -> Verdict:
    question = DateQuestion(q="When?", date=date, within=within)
    return grade(DATE, question, DATE.ask(question, "", 0), Typed(typed), Context(language=language))


def readings(date: str, typed: str, language: str = "en") -> tuple[Reading, ...]:
    question = DateQuestion(q="When?", date=date)
    return DATE.readings(question, DATE.ask(question, "", 0), Typed(typed), Context(language=language))


@given(date_questions, st.sampled_from(LANGUAGES))
def test_the_key_itself_is_right(question: DateQuestion, language: str) -> None:
    context = Context(language=language)
    for text in (question.date, DATE.expected(question, "", context), DATE.back(question, "")):
        verdict = judged(question.date, text, language, question.within)
        assert (verdict.outcome, verdict.fraction, verdict.because) == ("correct", 1, "date_exact")


@given(date_questions, date_texts | st.text(), st.sampled_from(LANGUAGES))
def test_any_text_gets_a_verdict_with_words(question: DateQuestion, typed: str, language: str) -> None:
    verdict = judged(question.date, typed, language, question.within)
    assert verdict.fraction == Fraction(verdict.outcome == "correct")
    assert REASONS[verdict.because].format_map(verdict.args) is not None
    assert not verdict.score or SCORES[verdict.score].format_map(verdict.args)


@given(date_questions, st.integers(0, 800), st.booleans(), st.sampled_from(PRECISIONS))
def test_only_right_dates_are_right(question: DateQuestion, off: int, back: bool, precision: str) -> None:
    right = DATE.ask(question, "", 0).precision
    asked = Date(*map(int, question.date.split("-")))
    day = Date(asked.year, asked.month or 1, asked.day or 1)
    typed = shifted(day, Span(off, "day"), back=back).to(precision)  # type: ignore[arg-type]
    precise = PRECISIONS.index(typed.precision) >= PRECISIONS.index(right)
    expected = precise and typed.to(right) == asked
    if question.within and precise:
        number, unit = question.within.split()
        span = Span(int(number), unit.removesuffix("s"))  # type: ignore[arg-type]
        expected = shifted(asked, span, back=True) <= typed.to(right) <= shifted(asked, span)
    assert judged(question.date, written(typed), "en", question.within).fraction == expected


@pytest.mark.parametrize(
    ("date", "typed", "outcome", "because"),
    [
        ("2025-07-04", "4 July 2025", "correct", "date_exact"),
        ("2025-07", "4 July 2025", "correct", "date_finer_month"),
        ("2025", "July 2025", "correct", "date_finer_year"),
        ("2025", "03/09/2025", "correct", "date_finer_year"),
        ("2025-07", "2025", "wrong", "date_month_asked"),
        ("2025-07-04", "July 2025", "wrong", "date_day_asked"),
        ("2025-07-04", "2025", "wrong", "date_month_day_asked"),
        ("2025-07-04", "2024", "wrong", "date_early_year"),
        ("2025-07-04", "August 2025", "wrong", "date_late_month"),
        ("2025-07-04", "4 May 2025", "wrong", "date_early_months"),
        ("2025-07-04", "7 April 2025", "wrong", "date_swapped"),
        ("2025-07-04", "4/7/25", "wrong", "date_short_year"),
        ("2025-07-04", "30 February 2025", "wrong", "date_no_day"),
        ("2025-07-04", "44 BC", "wrong", "date_era"),
        ("2025-09-03", "03/09/2025", "wrong", "date_unsettled"),
    ],
)
def test_equal_at_the_precision_of_the_card(date: str, typed: str, outcome: str, because: str) -> None:
    verdict = judged(date, typed)
    assert (verdict.outcome, verdict.because) == (outcome, because)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("2 July 2025", True),
        ("1 July 2025", True),
        ("7 July 2025", True),
        ("30 June 2025", False),
        ("8 July 2025", False),
        ("July 2025", False),
    ],
)
def test_within_some_days(typed: str, right: bool) -> None:
    verdict = judged("2025-07-04", typed, within="3 days")
    assert verdict.fraction == right
    said = SCORES[verdict.score].format_map(verdict.args) if verdict.score else ""
    assert said == ("Up to 3 days off counts." if typed != "July 2025" else "")


def test_the_reason_tells_how_far_off() -> None:
    verdict = judged("2025-07-04", "4 May 2025")
    assert REASONS[verdict.because].format_map(verdict.args) == "That is 2 months too early."
    assert (verdict.given, verdict.expected) == ("4 May 2025", "4 July 2025")
    assert judged("2025-07-04", "4.5.2025", "de").expected == "4. Juli 2025"


@given(days, days)
def test_there_are_words_for_each_distance(right: Date, typed: Date) -> None:
    verdict = judged(*(f"{date.year:04}-{date.month:02}-{date.day:02}" for date in (right, typed)))
    assert REASONS[verdict.because].format_map(verdict.args) is not None


@pytest.mark.parametrize(
    ("date", "typed", "because"),
    [
        ("0079", "79", "date_exact"),
        ("0079", "’79", "date_exact"),
        ("0079-08-24", "24/8/79", "date_exact"),
        ("0079-08-24", "24 August 79", "date_exact"),
        ("0009", "9", "date_exact"),
        ("0009", "7", "date_early_years"),
        ("1979", "79", "date_short_year"),
        ("0179", "79", "date_short_year"),
    ],
)
def test_a_short_year_is_the_year_where_such_a_year_is_asked(date: str, typed: str, because: str) -> None:
    assert judged(date, typed).because == because


def test_what_is_within_a_year_is_not_said_to_be_more() -> None:
    early, late = (
        judged("2024-02-29", typed, "", "1 year") for typed in ("28 February 2023", "1 March 2025")
    )
    assert (early.outcome, REASONS[early.because].format_map(early.args)) == (
        "correct",
        "That is one year too early.",
    )
    assert (late.outcome, REASONS[late.because]) == ("wrong", "That is more than one year too late.")


def test_an_open_date_is_asked_back() -> None:
    found = readings("2025-09-03", "03/09/2025")
    assert [reading.words for reading in found] == ["3 September 2025", "9 March 2025"]
    assert [judged("2025-09-03", reading.answer.text).fraction for reading in found] == [1, 0]  # type: ignore[attr-defined]
    assert len(readings("2025-09", "03/09/2025")) == 2
    assert readings("2025", "03/09/2025") == ()
    assert readings("2025-12-25", "25/12/2025") == ()
    assert readings("2025-09-03", "03/09/2025", "en-GB") == ()
    assert readings("2025-09-03", "soon") == ()


@given(date_questions, days, st.sampled_from(LANGUAGES))
def test_a_settled_reading_is_clear_and_one_of_them_is_meant(
    question: DateQuestion, meant: Date, language: str
) -> None:
    found = readings(question.date, f"{meant.day}/{meant.month}/{meant.year:04}", language)
    for reading in found:
        assert isinstance(reading.answer, Typed)
        assert readings(question.date, reading.answer.text, language) == ()
    if found:
        assert written(meant, language) in [reading.words for reading in found]


@pytest.mark.parametrize(
    ("date", "within", "found"),
    [
        ("2025-07-04", "", []),
        ("2025-07-04", "1 year", []),
        ("2025-07", "2 months", []),
        ("2025", "3 years", []),
        ("soon", "", [("date_unreadable", "date")]),
        ("44 BC", "", [("date_unreadable", "date")]),
        ("4 July 2025", "", [("date_as_in_deck", "date")]),
        ("2025-02-30", "3 days", [("date_not_there", "date")]),
        ("2025-13", "", [("date_not_there", "date")]),
        ("2025", "soon", [("within_unreadable", "within")]),
        ("2025", "2 months", [("within_finer", "within")]),
        ("2025-07", "3 days", [("within_finer", "within")]),
        ("soon", "soon", [("date_unreadable", "date"), ("within_unreadable", "within")]),
    ],
)
def test_what_a_deck_may_say(date: str, within: str, found: list[tuple[str, str]]) -> None:
    complaints = DATE.complaints(DateQuestion(q="When?", date=date, within=within))
    assert [(code, key) for code, key, _ in complaints] == found


@pytest.mark.parametrize(
    ("date", "plain"),
    [
        ("4 July 2025", "2025-07-04"),
        ("15.04.1912", "1912-04-15"),
        ("April 1912", "1912-04"),
        ("2025-7-4", "2025-07-04"),
        ("03/04/0925", "0925-04-03 or 0925-03-04"),
    ],
)
def test_an_author_is_told_how_a_deck_says_it(date: str, plain: str) -> None:
    ((_, _, args),) = DATE.complaints(DateQuestion(q="When?", date=date))
    assert args == {"text": date, "plain": plain}
    for one in plain.split(" or "):
        assert list(DATE.complaints(DateQuestion(q="When?", date=one))) == []


def test_nothing_is_given_away_between_tries() -> None:
    said = {judged("2025-07-04", typed).because for typed in ("soon", "4 July", "4/7/25", "31 June 2025")}
    assert said <= BETWEEN_TRIES
    near = {judged("2025-07-04", typed).because for typed in ("July 2025", "5 July 2025", "7 April 2025")}
    assert not near & BETWEEN_TRIES


def test_within_nothing_is_not_within() -> None:
    for typed in ("4 July 2025", "7 April 2025", "5 July 2025"):
        assert judged("2025-07-04", typed, within="0 days") == judged("2025-07-04", typed)
