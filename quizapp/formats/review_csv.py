"""Review histories as tables of text: card, rating, time and perhaps duration, in any order of columns.

What py-fsrs, spreadsheets and home-made scripts write: a first line with names; commas, semicolons or tabs.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from io import StringIO
from typing import NamedTuple

from msgspec import Struct

from quizapp.core.problems import Problem, Where
from quizapp.core.reviews_in import PastReview
from quizapp.formats.base import Tick, no_tick
from quizapp.formats.encoding import decode

NAMES: Mapping[str, tuple[str, ...]] = {
    "card": ("card", "card_id", "cardid", "cid", "note", "note_id", "nid", "id", "question", "front"),
    "rating": ("rating", "review_rating", "ease", "grade", "button", "score"),
    "time": ("time", "review_time", "reviewed_at", "reviewed", "timestamp", "datetime", "review_date",
             "date", "at", "at_ms", "time_ms"),
    "duration": ("duration", "review_duration", "duration_ms", "taken", "taken_ms", "time_taken",
                 "visible_ms", "duration_s", "seconds"),
}  # fmt: skip
"""What each column may be called; case, spaces and hyphens do not matter."""

_NEEDED = ("card", "rating", "time")
_TICKS = 1000
_WORDS = {"again": 1, "hard": 2, "good": 3, "easy": 4}
_IN_SECONDS = ("duration_s", "seconds")
_RATING = re.compile(r"([1-4])(?:\.0+)?")
_EPOCH = re.compile(r"\d{9,14}(?:\.\d+)?")
_DATE = re.compile(r"\d{4}-?\d\d-?\d\d")
_MS_FROM = 100_000_000_000
"""An epoch below this is in seconds (until the year 5138), from it on in milliseconds (since 1973)."""
_START = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_NOON = timedelta(hours=12)
_LONGEST_CELL = 10_000_000


class ReviewTable(Struct, frozen=True):
    """What a file holds, in its order, and every line that was not taken or not wholly."""

    rows: tuple[PastReview, ...]
    problems: tuple[Problem, ...]


class _Columns(NamedTuple):
    """Where each stands."""

    card: int
    rating: int
    time: int
    duration: int | None
    factor: int
    """Milliseconds in one of the column's durations."""


class _WrongCellError(Exception):
    """A cell that cannot be read."""

    def __init__(self, code: str, text: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.text = text


def read(data: bytes, *, utc_offset_min: int, tick: Tick = no_tick) -> ReviewTable:
    """The rows of a file. utc_offset_min: the zone of times that name none."""
    decoded = decode(data)
    if decoded.looks == "binary":
        return ReviewTable((), (Problem(code="file_binary"),))
    text = decoded.meant
    if not text.strip():
        return ReviewTable((), (Problem(code="file_empty"),))
    lines = _lines(text)
    first = next(lines)
    if isinstance(first, Problem):
        return ReviewTable((), (first,))
    columns, problems = _columns(first[1])
    if columns is None:
        return ReviewTable((), tuple(problems))
    zone = timezone(timedelta(minutes=utc_offset_min))
    rows = []
    for number, line in enumerate(lines, 1):
        if number % _TICKS == 0:
            tick(number, 0)
        if isinstance(line, Problem):
            problems.append(line)
            continue
        row, problem = _row(*line, columns, zone)
        if row is not None:
            rows.append(row)
        if problem is not None:
            problems.append(problem)
    return ReviewTable(tuple(rows), tuple(problems))


def is_review_table(data: bytes) -> bool:
    """Whether the first line names the columns of a review history."""
    head = data[:4_096].splitlines()
    return bool(head) and _columns(_cells(decode(head[0]).meant))[0] is not None


def _lines(text: str) -> Iterator[tuple[int, list[str]] | Problem]:
    """Rows that hold anything, with the number of their first line; at a broken one it ends."""
    head = text.lstrip("\r\n")
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(head), skipinitialspace=True)
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        start = 1
        for cells in reader:
            if any(map(str.strip, cells)):
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        yield Problem(
            code="reviews_broken", where=Where(line=reader.line_num, column=1), args={"reason": str(error)}
        )
    finally:
        csv.field_size_limit(before)


def _delimiter(text: str) -> str:
    """What divides the first line most often."""
    first = re.split(r"[\r\n]", text, maxsplit=1)[0]
    return max(",;\t", key=first.count)


def _cells(line: str) -> list[str]:
    return next(csv.reader([line], delimiter=_delimiter(line), skipinitialspace=True), [])


def _columns(names: Sequence[str]) -> tuple[_Columns | None, list[Problem]]:
    """Where the columns stand; a name that stands earlier among NAMES is preferred."""
    found = [re.sub(r"[\s-]+", "_", name.strip().casefold()) for name in names]
    places: dict[str, int | None] = {}
    problems = []
    for column, known in NAMES.items():
        name = next((name for name in known if name in found), None)
        places[column] = None if name is None else found.index(name)
        if name is None and column in _NEEDED:
            problems.append(_at(1, "reviews_no_column", column=column))
        elif name is not None and found.count(name) > 1:
            problems.append(_at(1, "reviews_two_columns", name=name))
    card, rating, time, duration = places.values()
    if problems or card is None or rating is None or time is None:
        return None, problems
    factor = 1000 if duration is not None and found[duration] in _IN_SECONDS else 1
    return _Columns(card, rating, time, duration, factor), []


def _row(
    line: int, cells: Sequence[str], columns: _Columns, zone: timezone
) -> tuple[PastReview | None, Problem | None]:
    """A row, or why there is none; a duration that cannot be read costs only itself."""
    try:
        card = _cell(cells, columns.card)
        if not card:
            raise _WrongCellError("reviews_no_card")
        rating = _rating(_cell(cells, columns.rating))
        at_ms = _time(_cell(cells, columns.time), zone)
    except _WrongCellError as wrong:
        return None, _at(line, wrong.code, text=wrong.text)
    duration, problem = 0, None
    if columns.duration is not None and columns.duration < len(cells):
        try:
            duration = _duration(cells[columns.duration].strip(), columns.factor)
        except _WrongCellError as wrong:
            problem = _at(line, wrong.code, text=wrong.text)
    return PastReview(card, rating, at_ms, duration, line=line), problem


def _cell(cells: Sequence[str], place: int) -> str:
    if place >= len(cells):
        raise _WrongCellError("reviews_short")
    return cells[place].strip()


def _rating(text: str) -> int:
    """1-4 or a word; py-fsrs prints `Rating.Good`."""
    number = _RATING.fullmatch(text)
    if number:
        return int(number[1])
    word = text.casefold().rpartition(".")[2]
    if word not in _WORDS:
        raise _WrongCellError("reviews_rating", text)
    return _WORDS[word]


def _time(text: str, zone: timezone) -> int:
    """UTC milliseconds of an ISO 8601 time or an epoch; a day alone means its noon."""
    read_as = _epoch if _EPOCH.fullmatch(text) else _iso
    try:
        at_ms = read_as(text, zone)
    except (ValueError, OverflowError):
        at_ms = -1
    if at_ms < 0:
        raise _WrongCellError("reviews_time", text)
    return at_ms


def _epoch(text: str, zone: timezone) -> int:
    number = float(text)
    return round(number if number >= _MS_FROM else 1000 * number)


def _iso(text: str, zone: timezone) -> int:
    moment = datetime.fromisoformat(text)
    if _DATE.fullmatch(text):
        moment += _NOON
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    return (moment - _START) // _MS


def _duration(text: str, factor: int) -> int:
    if not text:
        return 0
    try:
        value = float(text) * factor
        if not 0 <= value < float("inf"):
            raise ValueError
    except ValueError:
        raise _WrongCellError("reviews_duration", text) from None
    return round(value)


def _at(line: int, code: str, **args: str) -> Problem:
    return Problem(code=code, where=Where(line=line, column=1), args=args)
