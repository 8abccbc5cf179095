"""The log is written, rotated and closed; a crash leaves its report; the trace costs nothing unless asked."""

import json
import logging
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizapp import log


def test_what_is_logged_stands_in_the_file(tmp_path: Path) -> None:
    with log.writing(tmp_path / "log"):
        logging.getLogger("quizapp.store").info("opened %s", "progress")
        logging.getLogger("quizapp.store").debug("too much detail")
    logging.getLogger("quizapp.store").warning("written to nothing")
    text = (tmp_path / "log" / log.LOG_FILE).read_text(encoding="utf-8")
    assert "INFO quizapp.store: opened progress" in text
    assert text.count("\n") == 1


def test_the_level_can_be_lowered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_LOG", "debug")
    with log.writing(tmp_path):
        logging.getLogger("quizapp.store").debug("some detail")
    assert "some detail" in (tmp_path / log.LOG_FILE).read_text(encoding="utf-8")


def test_the_file_is_rotated_and_three_old_ones_are_kept(tmp_path: Path) -> None:
    with log.writing(tmp_path):
        for _ in range(60):
            log.logger.info("x" * 100_000)
    files = sorted(file.name for file in tmp_path.glob(log.LOG_FILE + "*"))
    assert files == [log.LOG_FILE, *(f"{log.LOG_FILE}.{n}" for n in (1, 2, 3))]
    assert all(file.stat().st_size <= 1_000_000 for file in tmp_path.glob(log.LOG_FILE + "*"))


def test_a_lone_surrogate_does_not_break_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log.logger, "propagate", False)  # pytest-xdist cannot send what pytest captures
    with log.writing(tmp_path):
        log.logger.info("a file name: %s", "caf\udce9.yaml")
    assert "caf\\udce9.yaml" in (tmp_path / log.LOG_FILE).read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_costs_only_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    with log.writing(tmp_path / "file" / "log"):
        pass
    assert "Not everything can be logged" in caplog.text


def test_a_crash_leaves_its_report_and_the_next_run_logs_it(tmp_path: Path) -> None:
    crash = (
        "import faulthandler, pathlib, sys\n"
        "from quizapp import log\n"
        "with log.writing(pathlib.Path(sys.argv[1])):\n"
        "    faulthandler._sigabrt()\n"
    )
    ended = subprocess.run([sys.executable, "-c", crash, str(tmp_path)], capture_output=True, check=False)
    assert ended.returncode != 0
    assert "Fatal Python error: Aborted" in (tmp_path / log.CRASH_FILE).read_text(encoding="utf-8")
    with log.writing(tmp_path):
        pass
    assert "Fatal Python error: Aborted" in (tmp_path / log.LOG_FILE).read_text(encoding="utf-8")
    assert (tmp_path / log.CRASH_FILE).read_text(encoding="utf-8") == ""


def test_the_trace_is_written_only_where_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIZAPP_TRACE", raising=False)
    log.trace("home_painted")
    file = tmp_path / "trace.jsonl"
    monkeypatch.setenv("QUIZAPP_TRACE", str(file))
    before = time.monotonic_ns()
    log.trace("home_painted")
    log.trace("question_painted")
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [line["event"] for line in lines] == ["home_painted", "question_painted"]
    assert before <= lines[0]["monotonic_ns"] <= lines[1]["monotonic_ns"] <= time.monotonic_ns()
