"""Cards about a picture in a sitting, from the keyboard."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.image import Spot
from quizapp.ui import theme
from quizapp.ui.widgets.label import ElidedLabel
from quizapp.ui.widgets.picture_map import PictureMap
from tests.course import DECKS
from tests.ui.learning import School
from tests.ui.reader import ALT, Reader, said
from tests.ui.samples import settle

RIGHT, ENTER, SPACE = Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Space
DECK = """\
title: A house
language: en
cards:
- id: found
  q: Point at
  image: media/house.svg
  hint: Look up
  alt: A house in the open
  click: true
  regions: [the roof: 30 22 32 25]
- id: written
  q: What is covered?
  image: media/house.svg
  typed: true
  hide: all
  regions: [the door: 44 59 12 25, the tree: 78 36 20 49]
"""


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    """At a place that is to be found."""
    school = School(tmp_path, DECK)
    shutil.copytree(DECKS / "examples" / "media", tmp_path / "decks" / "media")
    reader = Reader(qtbot, school)
    reader.sit_down()
    yield reader
    reader.close()
    school.close()


def maps(reader: Reader) -> list[PictureMap]:
    return [found for found in reader.study.findChildren(PictureMap) if found.isVisible()]


def test_in_a_narrow_window_large_text_has_its_room(at: Reader, qapp: QApplication) -> None:
    theme.install(qapp, theme.Theme(text_percent=200))
    at.study.resize(720, 640)
    QApplication.processEvents()
    assert at.study.minimumSizeHint().width() <= 720
    hint = next(one for one in at.study.findChildren(ElidedLabel) if "arrow keys" in one.text())
    assert hint.text() == "Click, or use arrow keys"
    assert hint.contentsRect().width() >= hint.fontMetrics().horizontalAdvance(hint.text())


def test_a_place_is_found_and_rated_by_keys(at: Reader) -> None:
    assert at.study.column.question_text == "Point at the roof"
    (shown,) = maps(at)
    assert not hasattr(at.study.column.card, "picture"), "one picture is enough"
    assert shown.accessibleName() == "A house in the open"
    at.press(RIGHT, ENTER)
    assert at.judged is not None
    assert isinstance(at.judged.answer, Spot)
    assert at.judged.verdict.outcome == "correct"
    assert "Right" in said(at)
    at.press(SPACE)
    assert at.school.ids() == ["found"]


def test_letters_are_text_where_a_name_is_written_and_all_covers_go_by_a_key(at: Reader) -> None:
    at.press(RIGHT, ENTER, SPACE)
    at.type("0")
    assert at.judged is None
    at.press("0", modifier=ALT)
    assert at.judged is not None
    assert at.judged.verdict.outcome == "unknown"
    (shown,) = maps(at)
    assert [shown.patch(index).state for index in range(2)] == ["missed", "covered"]
    at.press("a")
    assert shown.patch(1).words
    at.press("a")
    assert not shown.patch(1).words


def test_the_picture_takes_the_room_there_is_and_leaves_some_for_the_verdict(at: Reader) -> None:
    heights = []
    for height in (500, 760, 1000, 1400):
        at.window.resize(1100, height)
        settle()
        (shown,) = maps(at)
        heights.append(round(shown.picture_rect().height()))
        page = at.study._page
        if height >= 1000:
            assert page.verticalScrollBar().maximum() == 0
    assert heights[0] == 320
    assert heights == sorted(heights)
    assert heights[-1] == 462, "the column's width sets the bound"
    at.press(RIGHT, ENTER)
    settle()
    assert at.study._page.verticalScrollBar().maximum() == 0
    assert QApplication.focusWidget() is not None
