"""quizapp schema: what it prints and writes."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.commands import schema as command
from quizapp.formats.schema import schema


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments))


def test_the_schema_is_printed_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    printed = capsys.readouterr().out
    assert json.loads(printed) == schema()
    assert run("--out", str(tmp_path / "deck.json")) == 0
    assert (tmp_path / "deck.json").read_text(encoding="utf-8") == printed
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--out", str(tmp_path / "nowhere" / "deck.json")) == 2
    assert "deck.json cannot be written: No such file or directory" in capsys.readouterr().err


def test_the_help_says_what_to_write_into_a_deck(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("--help")
    assert "\n  # yaml-language-server: $schema=deck.schema.json\n" in capsys.readouterr().out


def test_it_needs_no_window() -> None:
    script = (
        "import sys; from quizapp.__main__ import main; code = main(['schema']);"
        "sys.exit(code or ('PySide6' in sys.modules and 3) or ('sqlite3' in sys.modules and 4))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
