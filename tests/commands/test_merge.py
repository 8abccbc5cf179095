"""quizapp merge: logs, progress files, backups and synced folders, and what is said of them."""

import json
import shutil
from pathlib import Path

import pytest

from quizapp.__main__ import main
from quizapp.formats import log_files
from quizapp.store import backups, log
from quizapp.store.connection import PROGRESS
from tests.store.machines import all_tables, machine
from tests.store.made import answer, event, files


@pytest.fixture
def homes(tmp_path: Path) -> tuple[Path, Path]:
    """The folders of two machines, each with two answers."""
    for name in ("one", "two"):
        with machine(tmp_path, name) as db:
            answer(db, f"{name}#")
            answer(db, "both#")
    return tmp_path / "one", tmp_path / "two"


def merge(home: Path, *args: object) -> int:
    return main(["--data", str(home), "merge", *map(str, args)])


def merged(capsys, home: Path, *args: object) -> dict:
    capsys.readouterr()
    code = merge(home, *args, "--json")
    return json.loads(capsys.readouterr().out) | {"code": code}


def answers(home: Path) -> int:
    with machine(home.parent, home.name) as db:
        return sum(1 for _ in log.reviews(db))


@pytest.mark.parametrize("suffix", log_files.SUFFIXES)
def test_a_log_is_written_and_taken_in_elsewhere(homes, tmp_path: Path, capsys, suffix: str) -> None:
    one, two = homes
    out = tmp_path / f"log{suffix}"
    assert merge(one, "--export", out) == 0
    found = merged(capsys, two, out)
    assert (found["code"], found["answers"], found["cards"], found["known"]) == (0, 2, 2, 0)
    assert Path(found["backup"]).is_file()
    assert merged(capsys, two, out)["known"] == 2
    assert answers(two) == 4


def test_a_progress_file_is_taken_in_and_only_read(homes, capsys) -> None:
    one, two = homes
    before = (one / PROGRESS).read_bytes()
    found = merged(capsys, two, one / PROGRESS)
    assert (found["code"], found["answers"]) == (0, 2)
    assert (one / PROGRESS).read_bytes() == before


def test_a_backup_brings_back_what_was_lost_but_nothing_purged(homes, capsys, tmp_path: Path) -> None:
    one, _ = homes
    with machine(tmp_path, "one") as db:
        backup = backups.make(db)
        log.append_event(db, event(db, "tombstone", "both#"))
    found = merged(capsys, one, backup)
    assert (found["answers"], found["known"]) == (0, 2)
    shutil.rmtree(one)
    assert merged(capsys, one, tmp_path / "two" / PROGRESS)["answers"] == 2


def test_a_file_in_use_and_one_that_cannot_be_written_are_read(homes, capsys, tmp_path: Path) -> None:
    one, two = homes
    with machine(tmp_path, "two") as db:
        answer(db, "late#")  # in the WAL alone
        assert merged(capsys, one, two / PROGRESS)["answers"] == 3


def test_bad_lines_are_told_with_their_numbers_and_the_others_taken(homes, capsys, tmp_path: Path) -> None:
    one, two = homes
    out = tmp_path / "log.jsonl"
    merge(one, "--export", out)
    lines = out.read_bytes().splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if b'"review"' in line)
    lines[at] = lines[at].replace(b'"rating":3', b'"rating":7')
    out.write_bytes(b"".join(lines))
    assert merge(two, out) == 1
    said = capsys.readouterr()
    assert f"{out}:{at + 1}: error: log_line" in said.err
    assert "warning: log_changed" in said.err
    assert "1 new answer on 1 card" in said.out


def test_a_file_that_cannot_be_read_does_not_keep_the_others_out(homes, capsys, tmp_path: Path) -> None:
    one, two = homes
    damaged = tmp_path / "damaged.sqlite3"
    damaged.write_bytes((one / PROGRESS).read_bytes()[:5000])
    text = tmp_path / "notes.jsonl"
    text.write_text("shopping")
    found = merged(capsys, two, damaged, text, one / PROGRESS)
    assert (found["code"], found["answers"]) == (1, 2)
    assert [row["code"] for row in found["problems"]] == ["log_unusable", "log_foreign"]


def test_machines_meet_in_a_folder(homes, capsys, tmp_path: Path) -> None:
    one, two = homes
    folder = tmp_path / "synced"
    folder.mkdir()
    for home in (one, two, one):
        assert merged(capsys, home, "--sync", folder)["code"] == 0
    with machine(tmp_path, "one") as a, machine(tmp_path, "two") as b:
        assert all_tables(a) == all_tables(b)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "name a file"),
        (("nowhere.jsonl",), "there is no file"),
        (("--sync", "nowhere"), "there is no folder"),
        (("--export", "log.txt"), "has to end in"),
    ],
)
def test_wrong_arguments_change_nothing(homes, capsys, args, words: str) -> None:
    one, _ = homes
    before = files(one)
    assert merge(one, *args) == 2
    assert words in capsys.readouterr().err
    assert files(one) == before


def test_nothing_is_written_over(homes, capsys, tmp_path: Path) -> None:
    out = tmp_path / "log.jsonl"
    out.write_text("mine")
    assert merge(homes[0], "--export", out) == 2
    assert out.read_text() == "mine"


def test_an_export_of_nothing_makes_nothing(tmp_path: Path, capsys) -> None:
    assert merge(tmp_path / "empty", "--export", tmp_path / "log.jsonl") == 1
    assert not (tmp_path / "empty").exists()


def test_the_same_log_is_the_same_file(homes, tmp_path: Path) -> None:
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        assert merge(homes[0], "--export", tmp_path / name) == 0
    assert (tmp_path / "a.jsonl.gz").read_bytes() == (tmp_path / "b.jsonl.gz").read_bytes()


def test_a_window_that_is_open_is_named(homes, capsys, tmp_path: Path) -> None:
    with machine(tmp_path, "one"):
        assert merge(homes[0], tmp_path / "two" / PROGRESS) == 1
    assert "already running" in capsys.readouterr().err


def test_nothing_is_written_of_a_damaged_progress(homes, tmp_path: Path, capsys) -> None:
    one, _ = homes
    (one / PROGRESS).write_bytes(b"SQLite format 3\0" + bytes(4000))
    out = tmp_path / "log.jsonl"
    assert merge(one, "--export", out) == 1
    assert "It is kept as" in capsys.readouterr().err
    assert not out.exists()
