"""What is said of dates: reasons and complaints."""

from collections.abc import Mapping

from quizapp.core.kinds.words import Words

_UNITS = {"day": ("one day", "{count} days"), "month": ("one month", "{count} months")}
_UNITS |= {"year": ("one year", "{count} years")}
_OFF: Mapping[str, tuple[str, str]] = {
    f"{side}_{unit}{'' if one else 's'}{'_more' if more else ''}": (
        f"{'more than ' if more else ''}{words[0] if one else words[1]}",
        side,
    )
    for side in ("early", "late")
    for unit, words in _UNITS.items()
    for one in (True, False)
    for more in (False, True)
}
"""early_day, late_months_more, ...: how far off, in words, and to which side."""

_NO_DATE = {
    "date_none": "“{typed}” is not a date that can be read.",
    "date_short_year": "Which century? Write the year in full; “{year}” is not guessed.",
    "date_no_year": "The year is asked too.",
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
        **{f"date_{code}": f"That is {words} too {side}." for code, (words, side) in _OFF.items()},
        **{
            f"date_{code}_margin": f"That is {words} too {side}; up to {{within}} off counts."
            for code, (words, side) in _OFF.items()
        },
        **{
            f"date_{code}_within": f"That is {words} {side}; up to {{within}} off counts."
            for code, (words, side) in _OFF.items()
        },
    },
    between=tuple(_NO_DATE),
    messages={
        "date_unreadable": (
            "error",
            "date: {text} is not read. Write 2025, 2025-07 or 2025-07-04, with a year from 0001 to 9999.",
        ),
        "within_unreadable": ("error", "within: {text} is not read. Write 3 days, 2 months or 1 year."),
        "within_finer": (
            "error",
            "within: {text} is finer than the date {date}. Add month and day to it, or count in its unit.",
        ),
    },
)
