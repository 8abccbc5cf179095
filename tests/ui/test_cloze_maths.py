"""Formulas with holes on screen: a gap is drawn wherever the whole formula is, and nothing breaks a card."""

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.cloze import CLOZE, Cloze
from quizapp.formats.markup import maths
from quizapp.ui.maths import Maths
from quizapp.ui.richtext import Viewers
from tests.formulas import maths_with_holes


@pytest.fixture(scope="module")
def renderer(qapp: object) -> Iterator[Maths]:
    made = Maths()
    yield made
    made.close()


def draws(qtbot: QtBot, renderer: Maths, text: str) -> bool:
    """Is every formula of a text drawn?"""
    for source in maths(text):
        renderer.formula(source, display=False)
        qtbot.waitUntil(lambda source=source: not renderer.pending(source, display=False), timeout=20_000)
    return all(renderer.formula(source, display=False) for source in maths(text))


@given(text=maths_with_holes)
def test_a_gap_is_drawn_where_the_whole_is(qtbot: QtBot, renderer: Maths, text: str) -> None:
    assume("\\\\\\\\" not in text)  # two line ends in a row: drawn or not, by chance
    question = Cloze(cloze=text)
    for part in CLOZE.parts(question):
        prompt = CLOZE.ask(question, part, 0)
        assert draws(qtbot, renderer, prompt.text) or not draws(qtbot, renderer, prompt.shows)
        for shown in (prompt.text, prompt.shows):
            viewer = Viewers(None, renderer)(shown)
            qtbot.addWidget(viewer)
            assert viewer.plain_text().split() == f"a {maths(shown)[0]} b".split()


@pytest.mark.parametrize(
    "text",
    [
        r"Half is $x = {{c1::\frac{1}{2}}}$, $y^{{c1::10}} = \sqrt{{c1::16 :: a power of two}}$",
        r"$$\int_{{c1::0}}^{1} \frac{a}{{{c1::b}}}\,dx = \left\{ {{c1::y}} \right\}$$",
        r"$\begin{matrix} a & {{c1::b}} \\ {{c1::c}} & d \end{matrix}$ {{c1::$x^2$}}",
    ],
)
def test_gaps_of_real_formulas_are_drawn(qtbot: QtBot, renderer: Maths, text: str) -> None:
    prompt = CLOZE.ask(Cloze(cloze=text), "c1", 0)
    assert draws(qtbot, renderer, prompt.text)
    assert draws(qtbot, renderer, prompt.shows)
