"""Quick rounds without sight, without a mouse, and mirrored."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.keys import RAPID_KEYS, ROUND_KEYS
from quizapp.ui.keysheet import KeySheet
from quizapp.ui.widgets.label import Label
from tests.ui.learning import School
from tests.ui.reader import Reader
from tests.ui.rounding import CAPITALS, board_of, deck_of, join, partner, played


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    school = School(tmp_path, deck_of(CAPITALS))
    reader = Reader(qtbot, school)
    yield reader
    reader.close()
    school.close()


def stops(reader: Reader) -> list[str]:
    """What is heard wherever Tab stops, once round."""
    names, seen = [], []
    while reader.focus not in seen:
        seen.append(reader.focus)
        names.append(name_of(reader.focus))
        reader.press(Qt.Key.Key_Tab)
    return names


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def test_pairs_are_heard(reader: Reader, heard: list[str]):
    place = played(reader, "pairs")
    assert heard[-1] == "Capitals. 0 of 6 pairs found"
    board = board_of(place)
    fronts = [row.plain for row in board.lefts]
    right = board.rights[partner(place, 0)].plain
    wrong = next(at for at in range(7) if at != partner(place, 0))
    join(reader, place, 0, wrong)
    assert heard[-1] == f"No pair: {fronts[0]} – {board.rights[wrong].plain}. 0 of 6 pairs found"
    join(reader, place, 0, partner(place, 0))
    assert heard[-1] == f"Right: {fronts[0]} – {right}. 1 of 6 pairs found"
    join(reader, place, 0, partner(place, 0))
    assert heard[-1] == "That pair is found already"
    assert board.lefts[0].accessibleName() == f"{fronts[0]}, with {right}"
    assert board.lefts[1].accessibleName() == f"{fronts[1]}, no partner yet"
    reader.press("0")
    assert heard[-1] == "0 of 6 right at the first try. More pairs"


def test_a_rapid_round_is_heard(reader: Reader, heard: list[str]):
    place = played(reader, "rapid")
    assert heard[-1].startswith("Rapid round. As many cards as you can in the time you choose")
    reader.press(Qt.Key.Key_Return)
    question = place.rapid.column.question_text
    assert heard[-1] == f"1 of 10. Choose one. {question}"
    reader.press("p")
    assert heard[-1] == "The clock is stopped"
    reader.press("p")
    assert heard[-1] == f"1 of 10. Choose one. {question}"
    reader.press("0")
    assert "Right answer: " in heard[-1]
    assert "Again" not in heard[-1]  # nothing is rated here
    reader.press("m")
    assert heard[-1] == "One more minute"
    reader.press(Qt.Key.Key_Escape)
    assert heard[-1] == "0 of 1 right at the first try"


def test_every_stop_has_a_name(reader: Reader):
    place = played(reader, "rapid")
    assert stops(reader)[:2] == ["Begin", "Back"]
    place.start.begin.setFocus()
    reader.press(Qt.Key.Key_Return)
    assert all(stops(reader))
    reader.press("0")
    assert all(stops(reader))
    reader.press(Qt.Key.Key_Escape)
    assert all(stops(reader))
    played(reader, "pairs")
    names = stops(reader)
    assert all(names)
    assert "Show the pairs" in names
    assert "End the round" in names


def test_keys_are_actions(reader: Reader):
    place = played(reader, "pairs")
    assert all(callable(getattr(place.pairs, binding.action)) for binding in ROUND_KEYS)
    assert all(callable(getattr(place.rapid, binding.action)) for binding in RAPID_KEYS)


@pytest.mark.parametrize("key", ["?", Qt.Key.Key_F1])
def test_all_keys_are_listed(reader: Reader, key: str | Qt.Key):
    played(reader, "pairs")
    reader.press(key)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, KeySheet)
    assert "stop the clock, or go on" in [label.text() for label in sheet.findChildren(Label)]
    sheet.close()


def test_mirrored_the_answers_stand_at_the_left(reader: Reader, qapp: QApplication):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        place = played(reader, "pairs")
        board = board_of(place)
        QApplication.processEvents()
        assert board.rights[0].x() < board.lefts[0].x()
        reader.press(Qt.Key.Key_Left)
        assert board.rights[0].hasFocus()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
