"""Dates as learners type them: 2025-07-04, 4 July 2025, July 4, 2025, 4.7.2025, 04/07/2025, July 2025, 2025.

Every reading that the language leaves open is returned, never a guess: 03/09/2025 is two days. What is no
date comes with the reason. Years run from 1 to 9999 of the common era, by the Gregorian calendar.
"""

import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

from quizapp.core.alphabets import primary
from quizapp.core.text import bare

Precision = Literal["year", "month", "day"]
LONGEST = 60
"""Letters of an answer that may be a date."""


class Date(NamedTuple):
    """A day, a month (day 0) or a year (month 0 too)."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def precision(self) -> Precision:
        return "day" if self.day else "month" if self.month else "year"

    def to(self, precision: Precision) -> "Date":
        """The same, no more precise than this."""
        return Date(*self[: PRECISIONS.index(precision) + 1])


PRECISIONS: tuple[Precision, ...] = ("year", "month", "day")


class Found(NamedTuple):
    """What a text says as a date."""

    dates: tuple[Date, ...] = ()
    """All readings; more than one where day and month can change places."""
    flaw: str = ""
    """Why there is none: code of a reason."""
    args: Mapping[str, str] = {}


_MONTHS: Mapping[str, str] = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    **dict.fromkeys(("nb", "nn", "no"), "januar februar mars april mai juni juli august september oktober "
                                        "november desember"),
}  # fmt: skip
_SHORT: Mapping[str, str] = {
    "en": "jan feb mar apr may jun jul aug sep/sept oct nov dec",
    "de": "jan/jänner/jaen feb/feber mär/mrz/maerz apr mai jun jul aug sep/sept okt nov dez",
    "es": "ene feb mar abr may jun jul ago sep/sept/set/setiembre oct nov dic",
    "fr": "janv/jan févr/fév mar avr mai juin juil/jul aoû sept/sep oct nov déc",
    "it": "gen feb mar apr mag giu lug ago set/sett ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "jan feb mrt apr mei jun jul aug sep/sept okt nov dec",
    **dict.fromkeys(
        ("sv", "da", "nb", "nn", "no"), "jan feb mar apr maj/mai jun jul aug sep/sept okt nov dec/des"
    ),
    "pl": "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec "
    "lipca/lipiec sierpnia/sierpień września/wrzesień października/październik "
    "listopada/listopad grudnia/grudzień",
    "ru": "января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август "
    "сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь",
    "uk": "січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень "
    "липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень",
}
"""Abbreviations and other names of each month; of some languages, the names that are read."""
_WRITTEN: Mapping[str, tuple[str, str]] = {
    "en": ("{day} {month} {year}", "{month} {year}"),
    "en-us": ("{month} {day}, {year}", "{month} {year}"),
    "de": ("{day}. {month} {year}", "{month} {year}"),
    "es": ("{day} de {month} de {year}", "{month} de {year}"),
    "pt": ("{day} de {month} de {year}", "{month} de {year}"),
    **dict.fromkeys(("fr", "it", "nl", "sv"), ("{day} {month} {year}", "{month} {year}")),
    **dict.fromkeys(("da", "nb", "nn", "no"), ("{day}. {month} {year}", "{month} {year}")),
}
_MONTH_FIRST = frozenset({"en-us", "en-ph", "es-us", "es-pr"})
_DAY_FIRST_TAGS = (
    "ar be bg bn bs ca cs cy da de el es et eu fi fo fr ga gl gu he hi hr hy id is it ka kn lv mk ml mr ms mt"
    " nb nl nn no pa pl pt ro ru sk sl sq sr sv ta te th tr uk ur vi en-gb en-au en-nz en-ie en-in"
)
_DAY_FIRST = frozenset(_DAY_FIRST_TAGS.split())
"""Tags, or their first parts, in which 3/9/2025 is clear; it is not in English as such."""

_IDLE_WORDS = (
    "of the in on year de del le la el der den dem am im il di do em van r roku г года р року"
    " about around circa ca c approximately roughly"
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
_IDLE = frozenset(_IDLE_WORDS.split())
"""Words of a date that say nothing more."""
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_DAY_WORDS = {
    **{word: day for day, word in enumerate(_ORDINALS.split(), 1)},
    **{f"twenty-{word}": day for day, word in enumerate(_ORDINALS.split()[:9], 21)},
    "thirtieth": 30,
    "thirty-first": 31,
}
_DAY_WORD = regex.compile(r"\b(?:twenty[- ]|thirty[- ])?\p{L}+(?:st|nd|rd|th)\b")
_ERA = {"ad": True, "ce": True, "bc": False, "bce": False}
_YEAR_FIRST = regex.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?")
_COMPACT = regex.compile(r"(\d{4})()(\d{2})(\d{2})")
_CHARACTERS = regex.compile(r"(\d{3,4}) ?()[年년](?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?)?")
_DAY_OR_MONTH = regex.compile(r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d+)")
_MONTH_YEAR = regex.compile(r"(\d{1,2})[-/.](\d+)")
_WORDS = regex.compile(r"(\d+)(?:st|nd|rd|th|er|[.ºª])?(?![^\s,./-])|([\p{L}\p{M}]+)\.?|[\s,./-]|(.)")


def read(text: str, language: str = "") -> Found:
    """What a typed text says as a date, or why it says none. Never raises."""
    if len(text) > LONGEST:
        return Found(flaw="date_none")
    if not text.strip():
        return Found(flaw="date_blank")
    text = _plain(text)
    for pattern, reader in (
        (_YEAR_FIRST, _year_first),
        (_COMPACT, _year_first),
        (_CHARACTERS, _year_first),
        (_DAY_OR_MONTH, _numeric),
        (_MONTH_YEAR, _month_year),
    ):
        match = pattern.fullmatch(text)
        if match:
            return reader([part or "" for part in match.groups()], language)
    return _named(_DAY_WORD.sub(_day_in_digits, text), language)


def parse(text: str) -> Date | None:
    """A date of a deck: 2025, 2025-07 or 2025-07-04."""
    if not regex.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", text):
        return None
    return next(iter(_settle([tuple(map(int, text.split("-")))]).dates), None)


def in_deck(date: Date) -> str:
    """As `parse` reads it."""
    parts = (f"{date.year:04}", f"{date.month:02}", f"{date.day:02}")
    return "-".join(parts[: PRECISIONS.index(date.precision) + 1])


def written(date: Date, language: str = "") -> str:
    """A date in the language's words: 4 July 2025, July 4, 2025, 4. Juli 2025; 2025-07-04 in others."""
    spoken = primary(language) or "en"
    forms = _WRITTEN.get(language.casefold()) or _WRITTEN.get(spoken)
    year = str(date.year) if date.year > 99 else f"AD {date.year}" if forms else f"{date.year:04}"
    if not date.month:
        return year
    if not forms:
        return "-".join([f"{date.year:04}", *(f"{part:02}" for part in date[1:] if part)])
    month = _MONTHS[spoken].split()[date.month - 1]
    day = "1er" if spoken == "fr" and date.day == 1 else date.day
    return forms[not date.day].format(day=day, month=month, year=year)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold()
    text = regex.sub(r"[‐‑‒–—−]", "-", text)
    text = regex.sub(r"\p{Nd}", lambda match: str(unicodedata.digit(match[0], "?")), text)
    text = regex.sub(r"\b([abc])\.\s?([cde])\.(?:\s?(e)\.)?", r"\1\2\3", text)
    return " ".join(text.split()).strip(" .,!?;'’‘")


def _day_in_digits(match: "regex.Match[str]") -> str:
    """The fourth as 4; other words that end so stay."""
    day = _DAY_WORDS.get(match[0].replace(" ", "-"))
    return str(day) if day else match[0]


def _year_first(parts: Sequence[str], language: str) -> Found:
    year, _, month, day = parts
    return _settle([tuple(int(part) for part in (year, month, day) if part)])


def _numeric(parts: Sequence[str], language: str) -> Found:
    """Day and month as numbers: the language says which is which, else both are tried."""
    first, mark, second, year = parts
    if len(year) < 3:
        return Found(flaw="date_short_year", args={"year": year})
    numbers = int(first), int(second), int(year)
    day_first, month_first = (numbers[2], numbers[1], numbers[0]), (numbers[2], numbers[0], numbers[1])
    tag = language.casefold()
    if tag in _MONTH_FIRST:
        orders = [[month_first], [day_first]] if mark != "." else [[month_first, day_first]]
    elif mark == "." or tag in _DAY_FIRST or (primary(language) in _DAY_FIRST and tag not in _MONTH_FIRST):
        orders = [[day_first], [month_first]]
    else:
        orders = [[day_first, month_first]]
    settled = [_settle(order) for order in orders]
    return next((found for found in settled if found.dates), settled[0])


def _month_year(parts: Sequence[str], language: str) -> Found:
    month, year = parts
    if len(year) < 3:
        return Found(flaw="date_short_year", args={"year": year})
    return _settle([(int(year), int(month))])


def _named(text: str, language: str) -> Found:
    """A year alone, or a date with the name of its month, in any order."""
    months = _names(primary(language))
    numbers: list[str] = []
    named: list[int] = []
    era: list[bool] = []
    for number, word, other in _WORDS.findall(text):
        if number:
            numbers.append(number)
        elif word in _ERA:
            era.append(_ERA[word])
        elif word and bare(word) in months:
            named.append(months[bare(word)])
        elif other or (word and word not in _IDLE):
            return Found(flaw="date_none")
    if False in era or (text.startswith("-") and numbers):
        return Found(flaw="date_era")
    if len(named) == 1 and not numbers:
        return Found(flaw="date_no_year")
    if len(named) > 1 or not 1 <= len(numbers) <= 1 + len(named):
        return Found(flaw="date_none")
    return _joined(numbers, named, bool(era))


def _joined(numbers: Sequence[str], named: Sequence[int], era: bool) -> Found:
    years = [number for number in numbers if len(number) > 2] or (list(numbers[-1:]) if era else [])
    rest = [number for number in numbers if number not in years]
    if len(years) != 1 or len(rest) + 1 != len(numbers):
        short = len(numbers) == 1 + len(named)
        return Found(flaw="date_short_year" if short else "date_no_year", args={"year": numbers[-1]})
    return _settle([(int(years[0]), *named, *map(int, rest))])


@lru_cache(maxsize=32)
def _names(language: str) -> Mapping[str, int]:
    """Name of a month without marks -> its number: the English ones, and those of the language."""
    tables = [table[key] for key in ("en", language) for table in (_MONTHS, _SHORT) if key in table]
    return {
        bare(name): number
        for table in tables
        for number, names in enumerate(table.split(), 1)
        for name in names.split("/")
    }


def _settle(candidates: Iterable[tuple[int, ...]]) -> Found:
    """Those candidates (year, month, day) that exist; else what is wrong with the first."""
    checked = [(Date(*parts), _flaw(*parts)) for parts in candidates]
    dates = tuple(dict.fromkeys(date for date, flaw in checked if not flaw.flaw))
    return Found(dates) if dates else checked[0][1]


def _flaw(year: int, month: int = 1, day: int = 1) -> Found:
    if not 1 <= year <= 9999:
        return Found(flaw="date_year")
    if not 1 <= month <= 12:
        return Found(flaw="date_no_month", args={"month": str(month)})
    days = monthrange(year, month)[1]
    name = written(Date(year, month), "en")
    return Found() if 1 <= day <= days else Found(flaw="date_no_day", args={"month": name, "days": str(days)})
