"""Review histories as tables of text: what is read, and what is said of what is not."""

import csv
from datetime import UTC, datetime, timedelta, timezone
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.reviews_in import PastReview
from quizapp.formats import review_csv

AT = 1_711_744_352_250
"""2024-03-29T20:32:32.250Z"""


def read(text: str | bytes, offset: int = 0) -> review_csv.ReviewTable:
    data = text if isinstance(text, bytes) else text.encode()
    return review_csv.read(data, utc_offset_min=offset)


def told(text: str | bytes) -> list[tuple[int, str]]:
    return [(problem.where.line, problem.code) for problem in read(text).problems]


def test_what_py_fsrs_writes() -> None:
    table = read(
        "card_id,review_rating,review_time,review_duration\n"
        "1711684180217,1,2024-03-29T20:32:32.250000+00:00,25060\n"
    )
    assert table.rows == (PastReview("1711684180217", 1, AT, 25_060, line=2),)
    assert table.problems == ()


_ISO = st.sampled_from(("utc", "offset", "seconds", "ms"))
_CARDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1).map(str.strip)


@given(
    st.lists(
        st.tuples(
            _CARDS.filter(bool),
            st.integers(1, 4),
            st.integers(200_000_000, 4_000_000_000),
            st.integers(0, 10**6),
            _ISO,
        ),
        max_size=6,
    ),
    st.permutations(["card", "rating", "time", "duration"]),
    st.sampled_from(",;\t"),
    st.sampled_from(("\n", "\r\n")),
    st.booleans(),
)
def test_reads_back_what_was_written(rows, columns, delimiter, end, bom) -> None:
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(columns)
    for card, rating, seconds, duration, form in rows:
        moment = datetime.fromtimestamp(seconds, UTC)
        times = {
            "utc": moment.isoformat().replace("+00:00", "Z"),
            "offset": moment.astimezone(timezone(timedelta(hours=-6, minutes=-30))).isoformat(),
            "seconds": str(seconds),
            "ms": str(seconds * 1000),
        }
        cells = {"card": card, "rating": rating, "time": times[form], "duration": duration}
        writer.writerow([cells[name] for name in columns])
    table = read(("\ufeff" if bom else "").encode() + out.getvalue().encode())
    assert table.problems == ()
    assert [(row.card, row.rating, row.at_ms, row.duration_ms) for row in table.rows] == [
        (card, rating, seconds * 1000, duration) for card, rating, seconds, duration, _ in rows
    ]


@pytest.mark.parametrize(
    ("text", "rating"),
    [("1", 1), ("4.0", 4), ("Again", 1), ("hard", 2), ("Rating.Good", 3), ("EASY", 4)],
)
def test_ratings(text: str, rating: int) -> None:
    assert read(f"card,ease,at\nx,{text},1711744352").rows[0].rating == rating


def test_a_time_without_a_zone_is_local_and_a_day_alone_is_its_noon() -> None:
    local = read("card,rating,time\nx,3,2024-03-29 14:32:32.250\n", -360)
    assert local.rows[0].at_ms == AT
    day = read("card,rating,time\nx,3,2024-03-29\n", -360)
    assert datetime.fromtimestamp(day.rows[0].at_ms / 1000, UTC) == datetime(2024, 3, 29, 18, tzinfo=UTC)


def test_durations_in_seconds_and_none_at_all() -> None:
    assert read("card,rating,time,seconds\nx,3,1711744352,2.5\n").rows[0].duration_ms == 2_500
    assert read("card,rating,time,duration\nx,3,1711744352,\n").rows[0].duration_ms == 0
    assert read("card,rating,time,duration\nx,3,1711744352\n").rows[0].duration_ms == 0


def test_every_line_that_is_left_out_is_named() -> None:
    text = (
        "card;rating;time;duration\n"
        "a;5;1711744352;1\n"
        ";3;1711744352;1\n"
        "\n"
        'two"lines;3;yesterday;1\n'
        '"a question\nin two lines";3;1711744352;x\n'
        "b;3\n"
        "c;3;2024-13-01;1\n"
        "d;3;1969-12-31;1\n"
        "e;3;1711744352;1\n"
    )
    assert told(text) == [
        (2, "reviews_rating"),
        (3, "reviews_no_card"),
        (5, "reviews_time"),
        (6, "reviews_duration"),
        (8, "reviews_short"),
        (9, "reviews_time"),
        (10, "reviews_time"),
    ]
    assert [(row.card, row.line) for row in read(text).rows] == [("a question\nin two lines", 6), ("e", 11)]
    assert read(text).problems[0].message == (
        "The rating “5” is none of 1 to 4, again, hard, good, easy. The line was left out."
    )


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"", ["file_empty"]),
        (b"\n\n", ["file_empty"]),
        (bytes(range(32)) * 9, ["file_binary"]),
        (b"card,rating\nx,3\n", ["reviews_no_column"]),
        (b"x,3,1711744352\n", ["reviews_no_column"] * 3),
        (b"card,rating,time,time\nx,3,1,1\n", ["reviews_two_columns"]),
    ],
)
def test_what_is_no_such_table(data: bytes, codes: list[str]) -> None:
    table = read(data)
    assert table.rows == ()
    assert [problem.code for problem in table.problems] == codes
    assert not review_csv.is_review_table(data)


@given(st.binary(max_size=200), st.binary(max_size=60))
def test_never_fails(data: bytes, cell: bytes) -> None:
    read(data)
    read(b"card,rating,time\nx,3," + cell)
    review_csv.is_review_table(data)


def test_other_encodings() -> None:
    text = "question,rating,time\nGröße,good,1711744352\n"
    for encoding in ("utf-16", "cp1252"):
        assert read(text.encode(encoding)).rows[0].card == "Größe"
    assert review_csv.is_review_table(text.encode())
