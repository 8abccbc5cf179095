"""quizapp stats: the numbers of a profile that a window may have open, as JSON and in words."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp import profile
from quizapp.__main__ import main
from quizapp.core.settings import Settings
from quizapp.core.stats_words import as_json
from quizapp.store import log, progress_file, stats, workload
from quizapp.store.connection import CACHE, PROGRESS
from quizapp.store.database import Database
from quizapp.store.shelf import Shelf
from tests.store.made import Clock, answer, event, opened, shelve


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Some answers of two days."""
    clock = Clock()
    monkeypatch.setattr(profile, "clock", lambda rollover_h=4: clock())
    with opened(tmp_path / "data", clock) as db:
        shelve(db, ["a#", "b#", "c#"])
        answer(db, "a#", 3, due_day=0)
        answer(db, "b#", 1)
        clock.next_day(2)
        answer(db, "a#", 4)
        log.append_event(db, event(db, "suspend", "c#"))
    return tmp_path / "data"


def printed(data: Path, capsys: pytest.CaptureFixture[str], *args: str) -> str:
    assert main(["--data", str(data), "stats", *args]) == 0
    return capsys.readouterr().out


def test_the_json_holds_the_same_numbers(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(data, capsys, "--json", "--period", "all"))
    with opened(data, Clock(profile.clock().at_ms)) as db:
        same = stats.statistics(db, Shelf(db), "", "all", settings=Settings())
        costs = workload.loads(db)
    assert found == json.loads(json.dumps(as_json(same, costs)))
    assert [one["retention"] for one in found["workload"]] == [one.retention for one in costs] != []
    assert found["today"] == "2025-11-26"
    assert [(day["day"], day["reviews"]) for day in found["days"]] == [("2025-11-24", 2), ("2025-11-26", 1)]
    assert found["recall"] == {"counted": 1, "recalled": 1, "share": 1.0, "low": 0.2065, "high": 1.0}
    assert found["forecast"][0] == {"date": "2025-11-26", "cards": 1}
    assert found["states"] == {"new": 0, "learning": 1, "young": 1, "mature": 0, "suspended": 1}


REPORT = """\
Statistics of all cards, last year. Today is 2025-11-26.

Today
  1 review in 4 s, 1 card still due, 1 week in a row
  recalled: 1 of 1 (not enough data); in the 30 days before: none

Reviews
  3 reviews in 12 s, 4.0 s each; recalled: 1 of 1 (not enough data)

Retention (90 % desired)
  2025-11  not enough data    1 of 1 recalled

Due
  today       1
  in 7 days   1
  in 30 days  2
  in 90 days  2

Cards
  new        0
  learning   1
  young      1
  mature     0
  suspended  1

Stability
  0 to 1 days    1
  14 to 30 days  1

Decks
  Deck 1  3 cards  3 reviews  12 s  not enough data    1 of 1 recalled

Kinds
  (none)  3 cards  3 reviews  12 s  not enough data    1 of 1 recalled

Statuses
  (none)  3 cards  3 reviews  12 s  not enough data    1 of 1 recalled

Hours
  13:00  3 reviews  not enough data    1 of 1 recalled
"""


def test_the_report_says_it_in_words(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said, cost, costs = printed(data, capsys).partition("\nWhat a desired retention costs")
    assert said == REPORT
    assert cost
    assert costs.count("reviews") == 6


def test_a_query_chooses_the_cards(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(data, capsys, "--json", "--query", "is:learning"))
    assert (found["query"], found["reviews"], found["states"]["learning"]) == ("is:learning", 1, 1)


def test_a_query_with_a_mistake_is_told_and_not_counted(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(data), "stats", "--query", "is:lerning"]) == 2
    told = capsys.readouterr()
    assert not told.out
    assert "Did you mean is:learning?" in told.err


def test_an_open_window_is_read_beside_and_not_disturbed(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(data, Clock(profile.clock().at_ms)) as db:
        with db.transaction():
            answer(db, "b#")
            assert json.loads(printed(data, capsys, "--json"))["reviews"] == 3
        assert json.loads(printed(data, capsys, "--json"))["reviews"] == 4
        answer(db, "b#")
    assert json.loads(printed(data, capsys, "--json"))["reviews"] == 5


def test_nothing_is_changed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def held() -> list[bytes]:
        return [(data / name).read_bytes() for name in (PROGRESS, CACHE)]

    before = held()
    for period in ("month", "year", "all"):
        printed(data, capsys, "--period", period)
    assert held() == before


def test_what_a_crash_left_stays_to_be_seen_by_the_window(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(data, Clock(profile.clock().at_ms)) as db:
        answer(db, "b#")
        crashed = shutil.copytree(data, data.with_name("crashed"))
    assert json.loads(printed(crashed, capsys, "--json"))["reviews"] == 4
    assert progress_file.is_unclean(crashed / PROGRESS)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda db: db.con.execute("PRAGMA user_version = 3"),
        lambda db: db.con.execute("PRAGMA cache.user_version = 3"),
        lambda db: db.con.execute("DELETE FROM meta WHERE key = 'folded'"),
    ],
    ids=["older", "other cache", "stale"],
)
def test_files_that_are_behind_are_left_to_the_window(
    data: Path, spoil: Callable[[Database], object], capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(data) as db:
        spoil(db)
    assert main(["--data", str(data), "stats"]) == 1
    assert "Open quizapp once" in capsys.readouterr().err


def test_without_progress_there_are_no_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path), "stats"]) == 1
    assert "There is no progress" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_what_is_no_progress_file_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / PROGRESS).write_bytes(b"nothing of the kind" * 100)
    assert main(["--data", str(data), "stats"]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_files_of_a_newer_version_are_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with opened(data) as db:
        db.con.execute("PRAGMA user_version = 99")
    assert main(["--data", str(data), "stats"]) == 1
    assert "was made by a newer quizapp" in capsys.readouterr().err
