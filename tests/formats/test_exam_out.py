import csv
import io
import json
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.analysis import items
from quizapp.formats.exam_out import COLUMNS, items_csv, rows, to_csv, to_json
from tests.core.test_analysis import sitting

SITTINGS = [sitting(1_700_000_000_000, (0, 1, 1)), sitting(1_700_000_100_000, (1, 1, 0))]  # type: ignore[arg-type]


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_one_row_an_answer_with_all_columns():
    found = read(to_csv(SITTINGS))
    assert len(found) == 6
    assert tuple(found[0]) == COLUMNS
    assert [row["number"] for row in found] == ["1", "2", "3"] * 2
    assert [row["share"] for row in found] == ["0.0", "1.0", "1.0", "1.0", "1.0", "0.0"]
    assert {row["started"] for row in found} == {"2023-11-14T22:13:20+00:00", "2023-11-14T22:15:00+00:00"}
    assert to_csv(SITTINGS).count(b"\r\n") == 7


def test_json_says_the_same():
    found = json.loads(to_json(SITTINGS))
    assert [exam["answers"] for exam in found] == [rows(one) for one in SITTINGS]
    assert [(exam["earned"], exam["most"]) for exam in found] == [(2, 3), (2, 3)]


def test_times_carry_the_offset_of_where_the_exam_was_taken():
    from msgspec.structs import replace

    (row, *_) = rows(replace(SITTINGS[0], utc_offset_min=-210))
    assert row["started"] == "2023-11-14T18:43:20-03:30"
    assert datetime.fromisoformat(row["started"]).timestamp() == 1_700_000_000


@given(st.text(min_size=1))
def test_no_cell_is_taken_for_a_formula(title: str):
    from msgspec.structs import replace

    (row, *_) = read(to_csv([replace(SITTINGS[0], title=title.replace("\0", ""))]))
    assert not row["title"].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert row["title"].removeprefix("'") == title.replace("\0", "").removeprefix("'")


def test_the_analysis_as_a_table():
    found = read(items_csv(items(SITTINGS)))
    assert [(row["question"], row["facility"], row["sittings"]) for row in found] == [
        ("one", "0.500", "2"),
        ("three", "0.500", "2"),
        ("two", "1.000", "2"),
    ]
    assert found[0]["options"] == "B: 2 of 2; C: 0 of 2"
    assert found[0]["item_rest"] == ""
