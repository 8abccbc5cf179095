"""Formulas: drawn in a child process that can be killed, and never worth an exception."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from quizapp.ui import maths
from quizapp.ui.maths import Formula, Maths

WORDS = (
    r"\frac \sqrt \sum \left \right \begin{matrix} \end{matrix} \\ \text{é} \alpha \unknown \color \overline"
)
PIECES = st.sampled_from([*r"xy12+-=^_{}()[]|&'.,~$#% ∑ß日", "\x00", *WORDS.split()])

STUB = """
import json, sys, time
print("{}", flush=True)
for line in sys.stdin:
    source = json.loads(line)["source"]
    if source == "slow":
        time.sleep(60)
    if source == "crash":
        sys.exit(3)
    reply = {"svg": '<svg viewBox="0 -80 100 100"></svg>'} if source == "good" else {"error": "no"}
    print(json.dumps(reply), flush=True)
"""


@pytest.fixture
def renderer(qtbot: QtBot) -> Iterator[Maths]:
    """The real thing."""
    made = Maths()
    yield made
    made.close()


@pytest.fixture
def stubbed(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Maths]:
    """A child whose failures can be ordered."""
    child = tmp_path / "child.py"
    child.write_text(STUB)
    monkeypatch.setattr(maths, "_CHILD", child)
    made = Maths(deadline_ms=300)
    yield made
    made.close()


def drawn(qtbot: QtBot, renderer: Maths, source: str, *, display: bool = False) -> Formula | None:
    """The formula, waited for."""
    renderer.formula(source, display=display)
    qtbot.waitUntil(lambda: not renderer.pending(source, display=display), timeout=20_000)
    return renderer.formula(source, display=display)


def test_a_formula_arrives_with_its_base_line(qtbot: QtBot, renderer: Maths) -> None:
    assert renderer.formula("x_i", display=False) is None
    assert renderer.pending("x_i", display=False)
    with qtbot.waitSignal(renderer.arrived, timeout=20_000):
        pass
    formula = renderer.formula("x_i", display=False)
    assert formula is not None
    assert 0.5 < formula.width < 2
    assert 0.3 < formula.ascent < 1
    assert 0.05 < formula.descent < 0.5
    image = formula.image(30, QColor("#102030"), 2.0)
    assert image is not None
    inks = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert "#102030" in inks
    assert image.deviceIndependentSize().height() == pytest.approx(
        (formula.ascent + formula.descent) * 30, abs=1
    )
    taller = drawn(qtbot, renderer, r"\sum_{i=1}^n x_i", display=True)
    flatter = drawn(qtbot, renderer, r"\sum_{i=1}^n x_i")
    assert taller is not None
    assert flatter is not None
    assert taller.ascent + taller.descent > flatter.ascent + flatter.descent


def test_a_warm_child_is_waited_for_briefly(qtbot: QtBot, renderer: Maths) -> None:
    assert drawn(qtbot, renderer, "a") is not None
    assert renderer.formula("b", display=False, patience_ms=5000) is not None


def test_the_window_never_loads_the_library(qtbot: QtBot, renderer: Maths) -> None:
    assert drawn(qtbot, renderer, r"\frac{1}{2}") is not None
    assert "ziamath" not in sys.modules


@pytest.mark.parametrize("source", ["x" * 501, "{" * 7 + "x" + "}" * 7])
def test_what_could_take_ages_is_not_tried(renderer: Maths, source: str) -> None:
    assert renderer.formula(source, display=False) is None
    assert not renderer.pending(source, display=False)


def test_depth_counts_braces_that_group() -> None:
    assert maths.depth(r"\frac{a}{\sqrt{b}}") == 2
    assert maths.depth(r"\{\{\{x\}\}\}") == 0
    assert maths.depth("}}x{{") == 0


def test_a_slow_formula_fails_and_the_next_is_drawn(qtbot: QtBot, stubbed: Maths) -> None:
    stubbed.formula("slow", display=False)
    stubbed.formula("good", display=False)
    qtbot.waitUntil(lambda: stubbed.formula("good", display=False) is not None, timeout=20_000)
    assert stubbed.formula("slow", display=False) is None
    assert not stubbed.pending("slow", display=False)


@pytest.mark.parametrize("source", ["crash", "error"])
def test_a_failure_is_remembered(qtbot: QtBot, stubbed: Maths, source: str) -> None:
    assert drawn(qtbot, stubbed, source) is None
    assert not stubbed.pending(source, display=False)
    assert drawn(qtbot, stubbed, "good") is not None


def test_a_child_that_cannot_start_fails_everything(
    qtbot: QtBot, stubbed: Maths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert drawn(qtbot, stubbed, "good") is None


def test_a_child_that_dies_at_once_fails_everything(qtbot: QtBot, stubbed: Maths, tmp_path: Path) -> None:
    (tmp_path / "child.py").write_text("raise SystemExit(1)")
    assert drawn(qtbot, stubbed, "good") is None


def test_only_so_many_are_kept(qtbot: QtBot, stubbed: Maths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maths, "_KEPT", 2)
    for source in ("a", "b", "good"):
        drawn(qtbot, stubbed, source)
    assert drawn(qtbot, stubbed, "good") is not None
    assert len(stubbed._drawn) == 2


def test_an_idle_child_is_let_go(qtbot: QtBot, stubbed: Maths) -> None:
    stubbed._idle.setInterval(50)
    assert drawn(qtbot, stubbed, "good") is not None
    qtbot.waitUntil(lambda: stubbed._child is None, timeout=5000)
    assert drawn(qtbot, stubbed, "good") is not None


@pytest.mark.parametrize(
    "svg",
    [
        "",
        "<svg/>",
        '<svg viewBox="0 0 0 0">',
        '<svg viewBox="a b c d">',
        '<svg viewBox="0 5 90 90">',
        '<svg viewBox="0 -9 nan inf">',
        '<svg viewBox="0 -80 999999 100">',
    ],
)
def test_odd_replies_are_no_formula(svg: str) -> None:
    assert Formula.read(svg) is None


def test_a_formula_that_qt_cannot_draw_is_none() -> None:
    formula = Formula.read('<svg viewBox="0 -80 100 100">')
    assert formula is not None
    assert formula.image(15, QColor("black"), 2.0) is None


def check_any(qtbot: QtBot, renderer: Maths, source: str) -> None:
    formula = drawn(qtbot, renderer, source)
    if formula is not None:
        formula.image(15, QColor("black"), 2.0)


@given(source=st.lists(PIECES, max_size=14).map("".join))
def test_any_source_gives_a_formula_or_nothing(qtbot: QtBot, renderer: Maths, source: str) -> None:
    check_any(qtbot, renderer, source)


@pytest.mark.slow
@settings(max_examples=1000)
@given(source=st.lists(PIECES, max_size=30).map("".join))
def test_many_sources_give_a_formula_or_nothing(qtbot: QtBot, renderer: Maths, source: str) -> None:
    check_any(qtbot, renderer, source)
