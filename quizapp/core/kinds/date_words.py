"""What is said of dates: reasons and complaints."""

from collections.abc import Mapping

from quizapp.core.kinds.words import Words

_OFF: Mapping[str, str] = {
    "day": "one day",
    "days": "{count} days",
    "month": "one month",
    "months": "{count} months",
    "months_more": "more than {count} months",
    "year": "one year",
    "year_more": "more than one year",
    "years": "{count} years",
    "years_more": "more than {count} years",
}
"""How far off."""

_NO_DATE = {
    "date_blank": "Nothing was written.",
    "date_none": "“{typed}” is not a date that can be read.",
    "date_short_year": "Which century? Write the year in full; “{year}” is not guessed.",
    "date_no_year": "The year is missing.",
    "date_year": "Years run from 1 to 9999.",
    "date_era": "Years before the common era are not asked here.",
    "date_no_month": "There is no month {month}.",
    "date_no_day": "{month} has {days} days.",
    "date_unsettled": "“{typed}” can be read in several ways: {readings}.",
}
_COARSE = {
    "date_month_asked": "The month is asked too.",
    "date_day_asked": "The day is asked too.",
    "date_month_day_asked": "The month and the day are asked too.",
}

DATE_WORDS = Words(
    reasons={
        "date_exact": "",
        "date_finer_year": "The year is right, and no more is asked.",
        "date_finer_month": "Month and year are right, and no more is asked.",
        "date_swapped": "Day and month have changed places.",
        **_NO_DATE,
        **_COARSE,
        **{
            f"date_{side}_{code}": f"That is {words} too {side}."
            for code, words in _OFF.items()
            for side in ("early", "late")
        },
    },
    scores={"score_within": "Up to {within} off counts."},
    between=tuple(_NO_DATE),
    messages={
        "date_unreadable": (
            "error",
            "date: {text} is not read. Write 2025, 2025-07 or 2025-07-04, with a year from 0001 to 9999.",
        ),
        "date_not_there": ("error", "date: {text} is in no calendar. Look at its month and day."),
        "date_as_in_deck": ("error", "date: {text} is written {plain} in a deck."),
        "within_unreadable": ("error", "within: {text} is not read. Write 3 days, 2 months or 1 year."),
        "within_finer": (
            "error",
            "within: {text} is finer than the date {date}. Add month and day to it, or count in its unit.",
        ),
    },
    rewrites={"date_as_in_deck": "plain"},
    titles={
        "date_unreadable": "No date",
        "date_not_there": "A day that does not exist",
        "date_as_in_deck": "A date in other words",
        "within_unreadable": "No span of time",
        "within_finer": "Finer than the date",
    },
)
