"""quizapp backup and quizapp restore, over a profile in a folder."""

import json
from pathlib import Path

import pytest

from quizapp.__main__ import main
from quizapp.store import backups, log
from tests.store.made import PROGRESS, answer, opened


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    with opened(folder) as db:
        for card in ("a#", "b#"):
            answer(db, card)
    return folder


def answers(folder: Path) -> int:
    with opened(folder) as db:
        return len(list(log.reviews(db)))


def test_a_copy_is_made_and_listed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "backup", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["answers"], made["study_days"], made["cards"], made["usable"]) == (2, 1, 2, True)
    assert main(["--data", str(data), "backup", "--list", "--json"]) == 0
    (listed,) = json.loads(capsys.readouterr().out)
    assert listed.items() >= made.items()
    assert main(["--data", str(data), "backup", "--list"]) == 0
    assert "2 answers, 1 study day, 2 cards, the last on 2025-11-" in capsys.readouterr().out


def test_a_copy_into_a_folder(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "stick").mkdir()
    assert main(["--data", str(data), "backup", "--to", str(tmp_path / "stick")]) == 0
    (copy,) = (tmp_path / "stick").iterdir()
    assert str(copy) in capsys.readouterr().out
    assert main(["--data", str(data), "backup", "--to", str(tmp_path / "nowhere")]) == 2
    assert "there is no folder" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


def test_without_progress_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path), "backup"]) == 1
    assert main(["--data", str(tmp_path), "restore", "latest", "--yes"]) == 1
    assert capsys.readouterr().err.count("There is no progress in") == 2
    assert main(["--data", str(tmp_path), "backup", "--list"]) == 0
    assert list(tmp_path.iterdir()) == []


def test_it_is_restored_and_taken_back(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--data", str(data), "backup"])
    with opened(data, seed=2) as db:
        answer(db, "late#")
    capsys.readouterr()
    assert main(["--data", str(data), "restore", "latest"]) == 2
    told = capsys.readouterr().err
    assert "1 day and 1 answer newer than this copy would be put aside." in told
    assert answers(data) == 3
    assert main(["--data", str(data), "restore", "latest", "--yes", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["answers"], said["answers_put_aside"], answers(data)) == (2, 1, 2)
    assert main(["--data", str(data), "restore", said["before"], "--yes"]) == 0
    assert "To take it back: quizapp restore " in capsys.readouterr().out
    assert answers(data) == 3


def test_nothing_is_restored_under_an_open_window(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with opened(data) as db:
        backups.make(db)
        assert main(["--data", str(data), "restore", "latest", "--yes"]) == 1
        assert "is already running" in capsys.readouterr().err
        assert len(list(log.reviews(db))) == 2


def test_a_copy_is_made_beside_an_open_window(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(data) as db:
        answer(db, "c#")
        for command in (["backup"], ["backup", "--to", str(tmp_path)]):
            assert main(["--data", str(data), *command]) == 0
            assert "3 answers" in capsys.readouterr().out
        assert main(["--data", str(data), "backup", "--list"]) == 0
        answer(db, "d#")
    assert answers(data) == 4


def test_what_is_no_copy_is_not_restored(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x").write_text("no database")
    assert main(["--data", str(data), "restore", str(tmp_path / "x"), "--yes"]) == 1
    assert "is no backup that this quizapp can restore" in capsys.readouterr().err
    assert main(["--data", str(data), "restore", str(tmp_path / "y"), "--yes"]) == 2
    assert main(["--data", str(data), "restore", "latest", "--yes"]) == 2
    assert answers(data) == 2


def test_a_damaged_progress_is_restored_from_the_newest(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--data", str(data), "backup"])
    (data / PROGRESS).write_bytes((data / PROGRESS).read_bytes()[:9000])
    assert main(["--data", str(data), "restore", "latest", "--yes"]) == 0
    assert "The progress file was damaged. It is kept as" in capsys.readouterr().err
    assert answers(data) == 2


def test_a_damaged_progress_is_not_hidden_by_a_copy_of_the_empty_new_one(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--data", str(data), "backup"])
    (data / PROGRESS).write_bytes(b"")
    assert main(["--data", str(data), "backup"]) == 1
    assert "The progress file was damaged. It is kept as" in capsys.readouterr().err
    assert main(["--data", str(data), "backup"]) == 0  # by now there is a file to copy, with nothing in it
    assert main(["--data", str(data), "restore", "latest", "--yes"]) == 0
    assert answers(data) == 2
