"""The demo plays the included course by keys and pictures each screen, as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.course import EXAMPLES, deck


def demo(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environ = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    return subprocess.run(
        [sys.executable, "-m", "quizapp", "demo", *arguments],
        cwd=cwd,
        env={**environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def screens(folder: Path, scheme: str) -> set[str]:
    return {file.stem.removesuffix(f"-{scheme}") for file in folder.glob(f"*-{scheme}.png")}


def test_a_day_is_pictured_in_the_size_and_colours_asked_for(tmp_path: Path) -> None:
    ended = demo("--out", "made/here", "--days", "1", "--size", "720x760", "--schemes", "dark", cwd=tmp_path)
    assert (ended.returncode, ended.stderr.count("Traceback")) == (0, 0), ended.stderr
    folder = tmp_path / "made" / "here"
    assert {"home-first", "home", "summary"} < screens(folder, "dark")
    assert ended.stdout == f"{len(list(folder.iterdir()))} pictures in made/here\n"
    picture = QImage(str(folder / "home-dark.png"))
    assert (picture.width(), picture.height()) == (720, 760)
    assert picture.pixelColor(700, 740).lightness() < 40
    assert list(tmp_path.iterdir()) == [tmp_path / "made"]


@pytest.mark.slow
def test_all_days_are_pictured_in_both_schemes(tmp_path: Path) -> None:
    ended = demo("--out", ".", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert screens(tmp_path, "light") == screens(tmp_path, "dark")
    assert {"study-choice", "study-choice-wrong", "study-typed-almost"} < screens(tmp_path, "light")
    wanted = {"statistics", "statistics-end", "settings", "settings-search"}
    assert wanted < screens(tmp_path, "light")


@pytest.mark.slow
def test_each_card_of_the_examples_is_pictured_before_and_after_the_check(tmp_path: Path) -> None:
    ended = demo("--examples", "--out", ".", "--schemes", "light", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    names = screens(tmp_path, "light")
    for file in EXAMPLES:
        asked = [note for _, note, _ in deck(file).cards() if not note.suspended]
        for number, _ in enumerate(asked, 1):
            before = f"study-{file.stem}-{number}"
            assert before in names
            assert any(name.startswith(f"{before}-") for name in names), before


def test_the_size_must_be_one(tmp_path: Path) -> None:
    ended = demo("--out", ".", "--size", "large", cwd=tmp_path)
    assert ended.returncode == 2
    assert "--size" in ended.stderr
