"""Formulas that cannot be drawn, by the real process and by one whose failures can be ordered."""

import sys
from pathlib import Path

import pytest

from quizapp.formats import drawing
from quizapp.formats.drawing import undrawable

STUB = """
import json, sys, time
print("{}", flush=True)
for line in sys.stdin:
    source = json.loads(line)["source"]
    if source == "slow":
        time.sleep(60)
    if source == "crash":
        sys.exit(3)
    print(json.dumps({"svg": ""} if source == "good" else {"error": "no"}), flush=True)
"""


@pytest.fixture
def _stubbed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "child.py").write_text(STUB)
    monkeypatch.setattr(drawing, "CHILD", tmp_path / "child.py")
    monkeypatch.setattr(drawing, "_START_S", 1)
    monkeypatch.setattr(drawing, "_FORMULA_S", 0.1)


def test_what_fails_is_told() -> None:
    assert undrawable(["x^2", r"\frac", r"\sqrt{2}", "{"]) == [r"\frac", "{"]


def test_nothing_is_started_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert undrawable([]) == []
    assert undrawable(["x"]) == []


def test_where_nothing_can_draw_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "child.py").write_text("raise SystemExit(1)")
    monkeypatch.setattr(drawing, "CHILD", tmp_path / "child.py")
    assert undrawable(["x", "y"]) == []


@pytest.mark.usefixtures("_stubbed")
def test_a_crash_costs_one_formula() -> None:
    assert undrawable(["good", "crash", "good", "bad", "good"]) == ["crash", "bad"]


@pytest.mark.usefixtures("_stubbed")
def test_one_that_takes_too_long_fails_and_the_next_is_asked() -> None:
    assert undrawable(["good", "slow", "bad"]) == ["slow", "bad"]


@pytest.mark.usefixtures("_stubbed")
def test_there_is_an_end() -> None:
    assert undrawable(["crash"] * 5) == ["crash"] * 3
