"""Missing cards by keyboard: listed, linked by hand, forgotten after a backup, never before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.store import log
from quizapp.ui import theme
from quizapp.ui.navigation import Back, Missing, Renames
from quizapp.ui.screens import card_picker, missing_parts
from quizapp.ui.screens import missing as module
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.worded import WordedText
from tests.store.made import answer
from tests.store.shelves import card
from tests.ui.learning import School
from tests.ui.reader import CTRL, Reader
from tests.ui.renaming import (
    NEW,
    OLD,
    REVIEWS,
    button,
    card_id,
    current,
    fronts,
    place,
    remembered,
    rename,
    told,
    write,
)
from tests.ui.stage import role_and_name

UP, DOWN, TAB = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab
SPACE, ENTER, ESC = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    for one in (module, missing_parts, card_picker):
        monkeypatch.setattr(one, "announce", lambda widget, text: words.append(text))
    return words


def test_each_card_says_what_it_was_and_what_is_known(missing: Reader) -> None:
    assert fronts(missing) == [front for front, _ in OLD]
    front, back, line = told(place(missing).panels[1])
    assert (front, back) == OLD[1]
    assert line.startswith("Cartels · missing since ")
    assert " · 2 reviews, stability " in line
    assert role_and_name(missing.focus) == (QAccessible.Role.CheckBox, f"Choose “{OLD[0][0]}”")


def test_up_and_down_walk_the_cards(missing: Reader, said: list[str]) -> None:
    missing.press(DOWN, DOWN, UP)
    assert current(missing).orphan.wording.front == OLD[1][0]
    missing.press(UP, UP, UP)
    assert current(missing).orphan.wording.front == OLD[0][0]
    missing.press(DOWN, DOWN, DOWN, DOWN, DOWN)
    assert current(missing).orphan.wording.front == OLD[3][0]
    assert said[:2] == [OLD[1][0], OLD[2][0]]


# --- it is this card


def test_a_likely_card_is_offered_first_and_linked_with_enter(missing: Reader, said: list[str]) -> None:
    school = missing.school
    missing.press(DOWN, TAB)
    missing.press(ENTER)
    picker = current(missing).picker
    assert picker is not None
    assert picker.search.hasFocus()
    index = picker.table.model().index(0, 0)
    assert index.data() == NEW[1][0]
    missing.press(ENTER)
    assert fronts(missing) == [OLD[0][0], OLD[2][0], OLD[3][0]]
    assert remembered(school, card_id(school, NEW[1][0])) == REVIEWS[1]
    assert place(missing).bar.words == f"Linked with “{NEW[1][0]}”. Ctrl Z takes it back."
    assert said[-2] == place(missing).bar.words
    assert current(missing).orphan.wording.front == OLD[2][0]
    missing.press(Qt.Key.Key_Z, modifier=CTRL)
    assert fronts(missing) == [front for front, _ in OLD]
    assert remembered(school, card_id(school, NEW[1][0])) == 0
    missing.press(Qt.Key.Key_Z, modifier=CTRL)
    assert len(fronts(missing)) == 4


def test_any_card_is_found_by_its_words(missing: Reader, said: list[str]) -> None:
    school = missing.school
    place(missing).panels[0].open_picker()
    missing.type("budapest")
    QApplication.processEvents()
    assert said[-1] == "1 card found"
    missing.press(DOWN)
    picker = current(missing).picker
    assert picker is not None
    assert missing.focus is picker.table
    assert role_and_name(picker.table)[1] == "Cards to pick from"
    missing.press(ENTER)
    assert remembered(school, "budapest") == REVIEWS[0]
    (told_,) = [event for event in log.events(school.db) if event.type == "alias"]
    assert told_.payload["to"] == "budapest"


def test_nothing_found_is_said_and_enter_links_nothing(missing: Reader) -> None:
    place(missing).panels[0].open_picker()
    missing.type("zzz")
    QApplication.processEvents()
    assert "Nothing found for “zzz”." in told(place(missing).panels[0])
    missing.press(ENTER)
    assert len(fronts(missing)) == 4


def test_esc_leaves_the_field_then_the_screen(missing: Reader) -> None:
    gone: list[object] = []
    place(missing).go.disconnect()
    place(missing).go.connect(gone.append)
    panel = place(missing).panels[2]
    panel.open_picker()
    missing.type("x")
    missing.press(ESC)
    assert panel.picker is not None, "the first clears the words"
    missing.press(ESC)
    assert panel.picker is None
    assert panel.become.hasFocus()
    missing.press(ESC)
    button(missing, "Did you rename these?").setFocus()
    missing.press(ENTER)
    assert gone == [Back(), Renames()]


def test_a_card_whose_note_is_there_is_linked_alone(qtbot: QtBot, school: School) -> None:
    school.world.write("f.yaml", [card("apple", "manzana", id="x", reverse="yes")], title="Fruit")
    school.world.refresh()
    for part in ("forward", "back"):
        answer(school.db, f"x#{part}")
    school.world.write("f.yaml", [card("apple", "manzana", id="x")], title="Fruit")
    school.world.refresh()
    reader = Reader(qtbot, school)
    reader.window.go(Missing())
    QApplication.processEvents()
    (panel,) = place(reader).panels
    assert told(panel)[-1].endswith(" · its note is still there, without this card")
    panel.open_picker()
    reader.type("paris")
    QApplication.processEvents()
    reader.press(ENTER)
    assert place(reader).panels == ()
    assert remembered(school, "paris") == 1
    assert remembered(school, "x#forward") == 1
    reader.close()


# --- the rest


def test_what_returns_is_missing_no_longer(missing: Reader) -> None:
    missing.press(SPACE)
    write(missing.school, *NEW, OLD[0])
    missing.school.services.library_changed(None)
    QApplication.processEvents()
    assert fronts(missing) == [front for front, _ in OLD[1:]]
    assert len(missing.school.events()) == 0


def test_many_are_shown_by_and_by(qtbot: QtBot, school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SHOWN", 2)
    rename(school)
    reader = Reader(qtbot, school)
    reader.window.go(Missing())
    QApplication.processEvents()
    assert len(fronts(reader)) == 2
    button(reader, "Show 2 more").setFocus()
    reader.press(ENTER)
    assert len(fronts(reader)) == 4
    assert current(reader).orphan.wording.front == OLD[2][0]
    reader.close()


def test_none_is_missing(reader: Reader) -> None:
    reader.window.go(Missing())
    QApplication.processEvents()
    assert role_and_name(reader.focus) == (QAccessible.Role.Button, "Back")
    assert "No card is missing" in [
        one.text() for one in place(reader).findChildren(Label) if one.isVisible()
    ]
    reader.press(DOWN, UP, ENTER)
    assert reader.window.shown is reader.window.home


@pytest.mark.parametrize(("width", "percent"), [(1100, 100), (720, 100), (1024, 200)])
def test_it_fits(missing: Reader, qapp: QApplication, width: int, percent: int) -> None:
    missing.press(SPACE)
    place(missing).panels[0].open_picker()
    place(missing).bar.forget.click()
    theme.install(qapp, theme.Theme(text_percent=percent))
    missing.window.resize(width, 700)
    QApplication.processEvents()
    column = place(missing).findChild(Page)
    assert column is not None
    assert place(missing).bar.width() <= column.width()
    for panel in place(missing).panels:
        assert panel.width() <= column.viewport().width()
        assert panel.become.width() >= panel.become.minimumSizeHint().width()
        for text in panel.findChildren(WordedText):
            assert text.height() >= text.heightForWidth(text.width())
    for one in place(missing).bar.findChildren(Button):
        assert not one.isVisible() or one.width() >= one.minimumSizeHint().width()
