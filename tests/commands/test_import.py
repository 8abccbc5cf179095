"""quizapp import: what it says, what it writes, how it ends."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizapp.__main__ import main
from quizapp.store import log
from tests.formats.seeding import seeds
from tests.store.made import memory_of, opened

KEYS = {"read", "imported", "updated", "skipped", "warnings", "decks"}
Run = Callable[..., tuple[int, dict[str, Any]]]
"""(arguments) -> exit code and report."""


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_it(*args: str | Path) -> tuple[int, dict[str, Any]]:
        data, to = str(tmp_path / "data"), str(tmp_path / "decks")
        code = main(["--data", data, "import", *map(str, args), "--to", to, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return run_it


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "tides.csv"
    path.write_text("question,answer\nWhy ebb?,moon\nWhy flood?,moon too\n", "utf-8")
    return path


def package(tmp_path: Path) -> Path:
    path = tmp_path / "old.apkg"
    path.write_bytes(seeds("apkg")[1].source().data)
    return path


def test_all_of_it_is_imported_and_reported(run: Run, table: Path, tmp_path: Path) -> None:
    code, report = run(table)
    assert code == 0
    assert report.keys() >= KEYS
    assert (report["read"], report["imported"], report["updated"], report["skipped"]) == (2, 2, 0, [])
    assert [Path(deck) for deck in report["decks"]] == [tmp_path / "decks" / "tides.yaml"]
    code, report = run(table)
    assert (code, report["imported"], report["unchanged"]) == (0, 0, 2)


def test_what_is_left_out_has_its_place_and_the_reason(run: Run, table: Path) -> None:
    with table.open("a", encoding="utf-8") as out:
        out.write("No answer?,\n")
    code, report = run(table)
    assert (code, report["read"], report["imported"]) == (1, 3, 2)
    (left,) = report["skipped"]
    assert (left["where"], left["reason"]) == ("tides.csv, line 4", "The answer is empty.")


@pytest.mark.parametrize("data", [b"\x7fELF" + bytes(50), b"PK\3\4broken", b"", None], ids=range(4))
def test_a_file_that_cannot_be_read_is_in_the_report(data: bytes | None, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.apkg"
    if data is not None:
        path.write_bytes(data)
    code, report = run(path)
    assert code == 2
    assert report.keys() >= KEYS
    assert [(one["where"], bool(one["reason"])) for one in report["skipped"]] == [("x.apkg", True)]
    assert report["read"] == report["imported"] == 0


def test_one_file_that_cannot_be_read_costs_the_others_nothing(run: Run, table: Path, tmp_path: Path) -> None:
    code, report = run(tmp_path / "none.csv", table)
    assert (code, report["imported"]) == (1, 2)
    assert [one["where"] for one in report["skipped"]] == ["none.csv"]


def test_a_dry_run_says_the_same_and_writes_nothing(run: Run, table: Path, tmp_path: Path) -> None:
    code, report = run(table, "--dry-run")
    assert (code, report["imported"]) == (0, 2)
    assert not (tmp_path / "decks").exists()
    assert not (tmp_path / "data" / "imports").exists()


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("colour=red", "There is no “colour” to be set here; there are: separator, "),
        ("encoding=latin", "“encoding” cannot be “latin”; it can be: utf-8, "),
    ],
)
def test_what_cannot_be_set_is_said(setting: str, said: str, run: Run, table: Path, tmp_path: Path) -> None:
    code, report = run(table, "--set", setting)
    assert code == 2
    assert report["skipped"][0]["reason"].startswith(said)
    assert not (tmp_path / "decks").exists()


def test_a_reading_can_be_set_as_the_dry_run_says_it(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--data", str(tmp_path / "data"), "import", str(table), "--dry-run"]
    assert main(arguments) == 0
    settings = [shlex.split(line)[1] for line in capsys.readouterr().out.splitlines() if "--set" in line]
    assert {setting.partition("=")[0] for setting in settings} >= {"separator", "rows", "column:1"}
    assert main([*arguments, *(word for setting in settings for word in ("--set", setting))]) == 0


def test_cards_of_two_decks_get_ids_of_their_own(run: Run, table: Path, tmp_path: Path) -> None:
    other = table.with_name("other.csv")
    other.write_bytes(table.read_bytes())
    code, report = run(table, other)
    assert (code, report["imported"]) == (0, 4)
    assert "- id: why-ebb-2\n" in (tmp_path / "decks" / "other.yaml").read_text("utf-8")
    code, report = run(table, other)
    assert (code, report["imported"], report["updated"], report["unchanged"]) == (0, 0, 0, 4)


def test_the_last_import_is_taken_back_with_its_answers(run: Run, tmp_path: Path) -> None:
    _, report = run(package(tmp_path), "--progress")
    assert report["reviews"] == 2
    with opened(tmp_path / "data") as db:
        card = next(log.reviews(db)).card_id
        assert memory_of(db, card) is not None
    assert main(["--data", str(tmp_path / "data"), "import", "--undo"]) == 0
    with opened(tmp_path / "data") as db:
        assert memory_of(db, card) is None
    assert not (tmp_path / "decks").exists()
    assert main(["--data", str(tmp_path / "data"), "import", "--undo"]) == 2


def test_progress_is_taken_over_once(run: Run, tmp_path: Path) -> None:
    def counts() -> tuple[int, int]:
        with opened(tmp_path / "data") as db:
            return len(list(log.reviews(db))), len(list(log.events(db)))

    run(package(tmp_path), "--progress")
    first = counts()
    assert first == (2, 2)  # one card is put aside and flagged
    run(package(tmp_path), "--progress")
    assert counts() == first


@pytest.mark.parametrize("args", [[], ["x.csv", "--set", "nothing"]])
def test_arguments_that_name_nothing(args: list[str], tmp_path: Path) -> None:
    assert main(["--data", str(tmp_path), "import", *args]) == 2
