"""quizapp check: what it prints, its exit code, and what it finds between decks and beside them."""

import argparse
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.commands import check
from quizapp.formats import checking

ROOT = Path(__file__).parents[2]
KEYS = ("file", "line", "column", "severity", "code", "title", "message", "card", "cure", "safe", "fix")
PAST = """\
title: Rivers of Europe: an overview
language: Klingon
cards:
- q: What is the longest river?
  a: Volga #1

- q: Which river is it: Danube or Rhine?
  a: Danube

- q: Which flow into the North Sea?
  a: [Rhine, Elbe]
  wrong: [1,235, Danube]
  tipos: off

- cloze: {{The Po}} is in Italy.

- cloze: |
    The Po is in Italy.

- statement: The Rhine rises in Germany.
  is: false
  source: wiki
  is: true

- q: What is shown here?
  a: ![The Ebro](../ebro.png) and ![the Douro](media/douro.png)
"""
OTHER = """\
- id: same
  q: x
  a: y
- id: same
  q: v
  a: w
"""


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    return check.run(parser.parse_args(arguments))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with decks, made the working directory."""
    files = {
        "a/past.yaml": PAST,
        "a/other.yml": OTHER,
        "b/again.yaml": "- {id: same, q: z, a: y}\n",
        "b/media/map.png": "",
        "b/fine.yaml": "- {q: x, a: y, image: media/map.png, alt: A map, "
        "source: A book, at: 1, status: fact}\n",
        "b/.hidden/deck.yaml": "[",
        "b/notes.txt": "[",
        "b/foreign.yaml": "questions:\n- question: x\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "b/latin.yaml").write_bytes("- q: x\n  a: año\n".encode("latin-1"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_output_is_as_it_was(
    folder: Path, capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None]
) -> None:
    assert run(".") == 1
    golden("check.txt", capsys.readouterr().out)


def test_json_has_the_same_problems(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("a", "b")
    lines = capsys.readouterr().out.splitlines()[:-1]
    assert run("a", "b", "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert lines == [
        "{file}:{line}:{column}: {severity}: {code}: {message}".format_map(problem) for problem in found
    ]
    assert {tuple(problem) for problem in found} == {KEYS}
    assert "What is the longest river?" in [problem["card"] for problem in found]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["b/fine.yaml"], 0),
        (["b/fine.yaml", "--strict"], 0),
        (["a/other.yml"], 0),
        (["a/other.yml", "--strict"], 1),
        (["b/foreign.yaml"], 1),
        (["b/fine.yaml", "b/none.yaml"], 2),
        (["no/where"], 2),
        (["b/media"], 2),
        (["b/fine.yaml", "b/media"], 2),
    ],
)
def test_exit_codes(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int
) -> None:
    assert run(*arguments) == code
    assert ("there is no" in capsys.readouterr().err) == (code == 2)


def test_a_formula_that_cannot_be_drawn_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b/fine.yaml").write_text(
        "- q: What is $x^2$?\n  a: $\\frac$\n- q: z\n  a: $\\frac$\n- {q: u, a: '$5'}\n"
    )
    assert run("b/fine.yaml") == 0
    assert capsys.readouterr().out == (
        "b/fine.yaml:1:3: warning: maths_undrawable: "
        "The formula \\frac cannot be drawn. It is shown as text.\n"
        "1 file, 3 cards: 1 warning\n"
    )


def test_a_folder_without_decks_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("b/fine.yaml", "b/media") == 2
    assert capsys.readouterr() == ("", "quizapp check: there is no deck in b/media\n")


def test_a_word_that_decides_the_kind_is_told_those_of_all(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "b/fine.yaml").write_text("- {statement: x, is: maybe}\n- {statement: x, is: tru}\n")
    run("b/fine.yaml")
    first, second, _ = capsys.readouterr().out.splitlines()
    assert {"fact", "not stated", "true", "no"} <= set(first.partition("none of ")[2].rstrip(".").split(", "))
    assert "word_expected" in second


def test_clean_decks_are_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("b/fine.yaml", "b/fine.yaml")
    assert capsys.readouterr().out == "1 file, 1 card: no problems\n"
    assert run("b/fine.yaml", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_file_that_cannot_be_opened(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(folder / "pipe.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "gone.yaml").symlink_to("nowhere.yaml")
    (folder / "pipe.yaml").unlink()
    assert run(".") == 1
    out = capsys.readouterr().out
    assert "gone.yaml:1:1: error: deck_unreadable: " in out
    assert "loop.yaml:1:1: error: deck_unreadable: " in out


def test_pictures_beside_the_deck(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b/out.png").symlink_to(folder / "a/past.yaml")
    images = {
        "media/map.png": "",
        "./media/../media/map.png": "",
        "none.png": "image_missing",
        "media": "image_missing",
        "../a/past.yaml": "image_outside",
        "out.png": "image_outside",
        str(folder / "b/media/map.png"): "image_outside",
        "https://example.org/a.png": "image_outside",
        "x" * 500 + ".png": "image_missing",
    }
    for image, code in images.items():
        cards = (
            f"q: x, a: y, alt: z, image: '{image}'",
            f"q: '![z]({image})', a: y",
            f"q: x, alt: z, image: '{image}', regions: [part: 1 1 5 5]",
        )
        for card in cards:
            (folder / "b/fine.yaml").write_text("- {" + card + "}\n")
            run("b/fine.yaml", "--json")
            assert [problem["code"] for problem in json.loads(capsys.readouterr().out)] == [code] * bool(code)


def test_what_the_terminal_cannot_show_is_escaped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = os.fsdecode(b"b/\xff.yaml")
    Path(odd).write_text("- é\n", encoding="utf-8")
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    assert run(odd) == 1
    terminal.seek(0)
    assert terminal.read().startswith("b/\\udcff.yaml:1:3: error: card_expected: ")


def test_the_decks_of_the_app_are_clean_and_need_no_window() -> None:
    script = (
        "import sys; from quizapp.__main__ import main; code = main(['check', '--strict', 'decks']);"
        "sys.exit(code or ('PySide6' in sys.modules and 3) or ('sqlite3' in sys.modules and 4))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(": no problems\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (problem,) = checking.check(list(checking.deck_files([tmp_path]))).problems
    assert (problem.code, problem.args["reason"]) == ("deck_unreadable", "not a regular file")


BARE = "cards:\n- q: What is the longest river of Europe?\n  a: Volga\n"


def test_strict_asks_more_of_a_course_than_of_examples(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "examples").mkdir()
    for folder in (tmp_path, tmp_path / "examples"):
        (folder / "rivers.yaml").write_text(BARE, "utf-8")
    assert run(str(tmp_path)) == 0
    assert "no problems" in capsys.readouterr().out
    assert run("--strict", str(tmp_path)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[2] for line in lines[:-1]] == ["source_absent", "status_absent"]
    assert run("--strict", str(tmp_path / "examples")) == 0
