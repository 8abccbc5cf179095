"""Custom study by keys: which cards, how many, in which order, and what becomes of the answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.custom_study import CustomStudy, drawn
from quizapp.store import custom_study, log
from quizapp.ui.navigation import CustomStudy as Route
from quizapp.ui.navigation import Home
from quizapp.ui.screens.custom_study import CustomStudyPlace
from quizapp.ui.widgets.label import Label
from tests.store.made import tables
from tests.store.shelves import card
from tests.ui.learning import School
from tests.ui.reader import CTRL, Reader
from tests.ui.samples import clipped, settle

ENTER = Qt.Key.Key_Return
DECK = "title: Many\ncards:\n" + "\n".join(card(f"Question {n:02}", f"a{n}") for n in range(12)) + "\n"


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    school = School(tmp_path, DECK)
    reader = Reader(qtbot, school)
    yield reader
    reader.close()
    school.close()


def opened(reader: Reader, query: str | None = None) -> CustomStudyPlace:
    reader.window.go(Route(query=query))
    place = reader.window.shown
    assert isinstance(place, CustomStudyPlace)
    return place


def said(place: CustomStudyPlace) -> str:
    return " | ".join(one.text() for one in place.findChildren(Label) if one.isVisible() and one.text())


def test_a_search_of_ones_own_is_studied_and_remembered(reader: Reader) -> None:
    place = opened(reader)
    assert "12 cards found" in said(place)
    place.query.setFocus()
    reader.press(*"question")
    reader.qtbot.waitUntil(lambda: "12 cards found" in said(place))
    place.count.setFocus()
    place.count.setValue(3)
    place.order.setFocus()
    reader.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    reader.press(ENTER, modifier=CTRL)
    QApplication.processEvents()
    assert reader.asked.total == 3
    kept = reader.school.services.settings.custom_study
    assert kept == CustomStudy(query="question", count=3, order="random", use="aside")
    reader.window.go(Home())
    assert opened(reader).query.text() == "question"


@pytest.mark.parametrize(
    ("downs", "modes", "moved"), [(0, ["cram"], False), (1, ["study"], True), (2, [], False)]
)
def test_what_becomes_of_the_answers(reader: Reader, downs: int, modes: list[str], moved: bool) -> None:
    place = opened(reader, "is:new")
    place.use.setFocus()
    reader.press(*[Qt.Key.Key_Down] * downs)
    before = tables(reader.school.db, "memory")
    place.start.setFocus()
    reader.press(ENTER)
    QApplication.processEvents()
    reader.press(Qt.Key.Key_Return)
    reader.press("3")
    assert [review.mode for review in log.reviews(reader.school.db)] == modes
    assert (tables(reader.school.db, "memory") != before) is moved


def test_a_mistake_in_the_search_is_told_and_nothing_begins(reader: Reader) -> None:
    place = opened(reader)
    place.query.setFocus()
    reader.press(*"is:duu")
    reader.qtbot.waitUntil(lambda: not place.start.isEnabled())
    reader.press(ENTER, modifier=CTRL)
    assert reader.window.shown is place
    place._on_source(1)
    assert "0 cards found" in said(place)
    assert not place.start.isEnabled()


def test_home_leads_here_and_esc_back(reader: Reader) -> None:
    button = next(one for one in reader.window._home._links if one.words == "Custom study")
    button.setFocus()
    reader.press(ENTER)
    assert isinstance(reader.window.shown, CustomStudyPlace)
    reader.press(Qt.Key.Key_Escape)
    assert reader.window.shown is reader.window._home


def test_cards_put_aside_are_left_out_and_chance_repeats(reader: Reader) -> None:
    school = reader.school
    found = school.services.search("question").keys
    item = school.services.library.shelf.item(found[0])
    school.services.mark("suspend", item.card_id, None)
    wanted = CustomStudy(query="question", count=5, order="random")
    one, other = (custom_study.chosen(school.db, found, wanted, seed) for seed in (1, 2))
    assert len(one) == 5
    assert one != other
    assert one == custom_study.chosen(school.db, found, wanted, 1)
    everyone = custom_study.chosen(school.db, found, CustomStudy(count=500, order="deck"), 1)
    assert everyone == tuple(found[1:])
    assert sorted(drawn(found, 7)) == sorted(found)


@pytest.mark.parametrize(("width", "text_size"), [(720, 100), (1024, 200)])
def test_nothing_is_clipped(reader: Reader, width: int, text_size: int) -> None:
    reader.school.services.set("text_size", text_size, None)
    place = opened(reader)
    reader.window.resize(width, 700)
    settle()
    assert list(clipped(place)) == []
    reader.school.services.set("text_size", 100, None)
