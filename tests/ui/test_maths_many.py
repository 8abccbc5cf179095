"""Many formulas, hostile ones among them, in a window that goes on living."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from quizapp.ui.maths import Maths
from quizapp.ui.richtext import Viewers
from tests.ui.formulas import HOSTILE, SOUND, all_formulas, nested
from tests.ui.stage import show

PATIENCE_MS = 240_000
"""For a machine that does many other things; an end there must be."""


@pytest.fixture
def renderer(qtbot: QtBot) -> Iterator[Maths]:
    made = Maths()
    yield made
    made.close()


class Heart:
    """Beats whenever the window has nothing else to do."""

    def __init__(self) -> None:
        self.beats = 0
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        self.beats += 1


def draw(qtbot: QtBot, renderer: Maths, formulas: Sequence[str]) -> list[str]:
    """Ask for all at once and wait until each is settled; returns those that were drawn."""
    heart = Heart()
    beats = [0]
    renderer.arrived.connect(lambda: beats.append(heart.beats))
    for source in formulas:
        renderer.formula(source, display=False)
    qtbot.waitUntil(
        lambda: not any(renderer.pending(source, display=False) for source in formulas), timeout=PATIENCE_MS
    )
    assert len(beats) > 1
    assert all(later > earlier for earlier, later in pairwise(beats))
    drawn = {source: renderer.formula(source, display=False) for source in formulas}
    for formula in filter(None, drawn.values()):
        formula.image(15, QColor("black"), 2.0)
    return [source for source, formula in drawn.items() if formula]


def test_there_are_enough_of_them() -> None:
    assert len(all_formulas()) >= 200


def test_the_window_lives_on_while_some_are_drawn(qtbot: QtBot, renderer: Maths) -> None:
    drawn = draw(qtbot, renderer, [*SOUND[:8], *HOSTILE[::6], *nested()[::16]])
    assert set(SOUND[:8]) <= set(drawn)


@pytest.mark.slow
def test_the_window_lives_on_while_all_are_drawn(qtbot: QtBot, renderer: Maths) -> None:
    drawn = draw(qtbot, renderer, all_formulas())
    assert set(SOUND) <= set(drawn)


@pytest.mark.slow
def test_a_card_full_of_formulas_is_shown(qtbot: QtBot, renderer: Maths) -> None:
    """The viewer lays itself out anew for each that arrives; what cannot be drawn shows its source."""
    formulas = [source for source in all_formulas() if source.strip() and "$" not in source][:120]
    viewer = Viewers(None, renderer)("\n\n".join(f"Before ${source}$ behind" for source in formulas))
    heart = Heart()
    show(qtbot, viewer, width=700)
    qtbot.waitUntil(
        lambda: not any(renderer.pending(source, display=False) for source in formulas), timeout=PATIENCE_MS
    )
    assert heart.beats
    assert viewer.heightForWidth(700) > 1000
    assert "Before" in viewer.plain_text()
