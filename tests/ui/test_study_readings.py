"""An answer that can be read in several ways is asked back, by keys, mouse and screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from quizapp.core.reviews import Graded
from quizapp.ui.screens.study_asides import ReadingPanel
from tests.ui.reader import ALT, CTRL, Reader, said

ENTER, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


def last(reader: Reader) -> Graded:
    return reader.school.logged()[-1].graded


TREATY = """\
title: Treaties
language: en
cards:
- id: treaty
  q: When was the treaty signed?
  date: 2025-03-09
"""


@pytest.fixture
def unclear(reader: Reader) -> Reader:
    """A date was typed that can be read in two ways."""
    reader.school.write(TREATY)
    reader.sit_down()
    reader.type("03/09/2025")
    reader.press(ENTER)
    return reader


def test_an_unclear_answer_is_asked_back_and_the_reading_is_graded(unclear: Reader):
    assert unclear.judged is None
    assert "How do you mean 03/09/2025?" in said(unclear)
    assert unclear.focus.accessibleName() == "3 September 2025"
    unclear.press("9")
    assert unclear.judged is None
    unclear.press("2")
    assert unclear.judged is not None
    assert unclear.judged.verdict.outcome == "correct"
    assert "How do you mean 03/09/2025?" not in said(unclear)
    unclear.press(SPACE)
    assert last(unclear).answer == {"type": "typed", "text": "9 March 2025"}


@pytest.mark.parametrize("way", ["enter", "mouse"])
def test_the_reading_with_the_focus_or_under_the_mouse(unclear: Reader, way: str):
    panel = unclear.study.column.aside
    assert isinstance(panel, ReadingPanel)
    if way == "enter":
        unclear.press(ENTER)
    else:
        unclear.qtbot.mouseClick(panel.row.buttons[0], Qt.MouseButton.LeftButton)
    assert unclear.judged is not None
    assert unclear.judged.verdict.given == "3 September 2025"


@pytest.mark.parametrize("back", ["escape", "undo"])
def test_back_to_what_was_typed(unclear: Reader, back: str):
    unclear.press(ESCAPE) if back == "escape" else unclear.press("z", modifier=CTRL)
    assert unclear.study.column.aside is None
    assert unclear.focus.text() == "03/09/2025"  # type: ignore[attr-defined]
    unclear.press(Qt.Key.Key_0, modifier=ALT)
    assert unclear.judged is not None


def test_what_was_meant_comes_before_how_sure(unclear: Reader):
    unclear.school.services.set("confidence", True, None)
    unclear.press("2")
    assert unclear.focus.accessibleName() == "Skip"
    assert unclear.study.column.aside is None
    unclear.press("3", SPACE)
    assert (last(unclear).outcome, last(unclear).confidence) == ("correct", 0.7)


def test_a_reading_that_is_wrong_is_a_try(unclear: Reader):
    unclear.school.services.set("tries", 2, None)
    unclear.press("1")
    assert "1 of 2 tries" in said(unclear)
    QApplication.processEvents()
    assert unclear.focus.text() == "03/09/2025"  # type: ignore[attr-defined]


RIVERS = """\
title: Rivers
cards:
- id: rivers
  cloze: "The Danube is {{c1::2.850}} km long, the Rhine {{c1::1.233}} km."
  gaps:
    1: {number: 2850, unit: km}
    2: {number: 1233, unit: km}
"""


def test_the_gap_that_is_unclear_is_named(reader: Reader):
    reader.school.write(RIVERS)
    reader.sit_down()
    reader.type("2850")
    reader.press(ENTER)
    reader.type("1.233")
    reader.press(ENTER)
    assert "How do you mean 1.233 in gap 2?" in said(reader)
    names = [button.accessibleName() for button in reader.study.column.aside.row.buttons]  # type: ignore[union-attr]
    reader.press(str(names.index("1233") + 1))
    assert reader.judged is not None
    assert reader.judged.verdict.outcome == "correct"


def test_the_one_gap_there_is_needs_no_number(reader: Reader):
    reader.school.write(
        RIVERS.replace("{{c1::1.233}}", "1,233").replace("    2: {number: 1233, unit: km}\n", "")
    )
    reader.sit_down()
    reader.type("2.850")
    reader.press(ENTER)
    assert "How do you mean 2.850?" in said(reader)
