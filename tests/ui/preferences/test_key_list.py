"""The list of keys in the settings, by keyboard: set, take away, clash, jump, reset, undo, search."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.setting_values import KeyChoice
from quizapp.ui import bindings
from quizapp.ui.key_choices import Slot, declared, key_of, slots, with_key
from quizapp.ui.preferences.key_list import KeyListPanel
from quizapp.ui.preferences.key_row import KeyRow
from quizapp.ui.services import Changes
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.page import Page
from tests.ui.learning import School
from tests.ui.reader import CTRL, NONE, Reader

SLOTS = slots()
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Typist:
    """Somebody at the list."""

    def __init__(self, reader: Reader) -> None:
        self.services = reader.school.services
        self.panel = KeyListPanel(reader.window.kit)
        self.services.changed.connect(self._tell)
        self.page = Page(640)
        self.page.content.addWidget(self.panel)
        self.page.resize(640, 900)
        self.page.show()
        self.page.activateWindow()
        reader.qtbot.waitUntil(self.page.isActiveWindow)
        self.panel.arrive()

    def _tell(self, changes: Changes) -> None:
        self.panel.take_changes(changes)

    def row(self, scope: str, action: str, *, typing: bool = False) -> KeyRow:
        return next(row for row in self.panel.rows if row.slot == Slot(scope, action, typing))

    def stand_on(self, scope: str, action: str, *, typing: bool = False) -> None:
        self.row(scope, action, typing=typing).button.setFocus()

    def press(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)
        QApplication.processEvents()

    def give(self, scope: str, action: str, key: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.stand_on(scope, action)
        self.press(Qt.Key.Key_Return)
        self.press(key, modifier)

    @property
    def choices(self) -> tuple[KeyChoice, ...]:
        return self.services.settings.keys

    def links(self, scope: str, action: str) -> list[str]:
        return [link.words for link in self.row(scope, action).findChildren(Button) if link.isVisible()]

    def follow(self, scope: str, action: str, words: str) -> None:
        links = self.row(scope, action).findChildren(Button)
        next(link for link in links if link.isVisible() and link.words.startswith(words)).setFocus()
        self.press(Qt.Key.Key_Return)

    @property
    def here(self) -> Slot:
        row = next(row for row in self.panel.rows if row.button.hasFocus())
        return row.slot

    @property
    def shown(self) -> set[Slot]:
        return {row.slot for row in self.panel.rows if row.isVisible()}


@pytest.fixture
def at(qtbot: QtBot, school: School) -> Iterator[Typist]:
    reader = Reader(qtbot, school)
    typist = Typist(reader)
    yield typist
    typist.page.close()
    typist.page.deleteLater()
    reader.close()
    bindings.current().take(())


# Values


@given(st.lists(st.tuples(st.sampled_from(SLOTS), st.sampled_from(["", "A", "F9", "Ctrl+J"])), max_size=8))
def test_a_slot_holds_what_was_put_last_and_resets_to_nothing(steps: list[tuple[Slot, str]]):
    choices: tuple[KeyChoice, ...] = ()
    held = {slot: declared(slot) for slot in SLOTS}
    for slot, key in steps:
        choices = with_key(choices, slot, key)
        held[slot] = key
        assert {slot: key_of(slot, choices) for slot in SLOTS} == held
    for slot, _ in steps:
        choices = with_key(choices, slot, declared(slot))
    assert choices == ()


# Keys


def test_the_next_key_press_is_the_key(at: Typist):
    at.give("study", "flag", Qt.Key.Key_F9)
    assert at.choices == (KeyChoice("study", "flag", "F9", "Alt+F"),)
    assert bindings.cap("study", "flag") == "F9"
    assert at.row("study", "flag").button.accessibleName() == "Flag, F9, changed"


def test_keys_of_the_window_and_tab_are_caught_too(at: Typist):
    at.give("study", "flag", Qt.Key.Key_Tab, CTRL)
    assert bindings.binding("study", "flag").key == "Ctrl+Tab"
    at.give("study", "flag", Qt.Key.Key_2, CTRL)
    assert bindings.binding("study", "flag").key == "Ctrl+2"


def test_shift_alone_is_waited_through(at: Typist):
    at.stand_on("study", "flag")
    at.press(Qt.Key.Key_Space)
    at.press(Qt.Key.Key_Shift, SHIFT)
    assert at.row("study", "flag").button.waiting
    assert at.row("study", "flag").button.accessibleName() == "Flag, press a key"
    at.press(Qt.Key.Key_J, SHIFT)
    assert bindings.binding("study", "flag").key == "Shift+J"


def test_escape_leaves_the_key(at: Typist):
    at.give("study", "flag", Qt.Key.Key_Escape)
    assert at.choices == ()
    assert not at.row("study", "flag").button.waiting
    assert at.here == Slot("study", "flag")


@pytest.mark.parametrize("first", [(), (Qt.Key.Key_Return,)])
@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_the_key_away(at: Typist, first: tuple[Qt.Key, ...], key: Qt.Key):
    at.stand_on("study", "flag")
    for one in (*first, key):
        at.press(one)
    assert bindings.binding("study", "flag").key == ""
    assert at.row("study", "flag").button.accessibleName() == "Flag, no key, changed"


def test_to_leave_the_row_is_to_leave_the_key(at: Typist):
    at.stand_on("study", "flag")
    at.press(Qt.Key.Key_Return)
    at.stand_on("study", "edit")
    assert not at.row("study", "flag").button.waiting
    assert at.choices == ()


def test_the_key_while_typing_is_another_one(at: Typist):
    at.stand_on("study", "flag", typing=True)
    at.press(Qt.Key.Key_Return)
    at.press(Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    assert at.choices == (KeyChoice("study", "flag", "F", "Alt+J"),)


def test_arrows_go_through_all_that_is_shown(at: Typist):
    at.stand_on("study", "show_keys")
    for _ in range(3):
        at.press(Qt.Key.Key_Down)
    assert at.here == Slot("summary", "done")
    at.press(Qt.Key.Key_Up)
    at.press(Qt.Key.Key_Up)
    assert at.here == Slot("study", "show_keys", True)


# Clashes


def test_a_clash_is_told_beside_both_and_one_leads_to_the_other(at: Typist):
    at.give("window", "go_quiz", Qt.Key.Key_N, CTRL)
    assert "Also: new card (While writing a deck)" in at.links("window", "go_quiz")
    assert at.links("editor", "new_card") == ["Also: quiz or exam (Everywhere)"]
    assert "means two things" in at.row("editor", "new_card").button.accessibleName()
    at.follow("window", "go_quiz", "Also: new card (While")
    assert at.here == Slot("editor", "new_card")
    at.press(Qt.Key.Key_Delete)
    assert at.links("editor", "new_card") == ["Back to Ctrl N"]


def test_what_clashes_can_be_shown_alone(at: Typist):
    at.give("window", "go_quiz", Qt.Key.Key_N, CTRL)
    at.panel.clashing.setFocus()
    at.press(Qt.Key.Key_Return)
    shown = {(slot.scope, slot.action) for slot in at.shown}
    assert shown == {("window", "go_quiz"), ("editor", "new_card"), ("browse", "new_card")}
    at.panel.clashing.setFocus()
    at.press(Qt.Key.Key_Return)
    assert at.shown == set(SLOTS)


# The way back


def test_one_is_reset_and_undone(at: Typist):
    at.give("study", "flag", Qt.Key.Key_F9)
    at.give("study", "edit", Qt.Key.Key_F10)
    at.follow("study", "flag", "Back to F")
    assert [choice.action for choice in at.choices] == ["edit"]
    at.stand_on("study", "edit")
    at.press(Qt.Key.Key_Z, CTRL)
    assert {choice.action for choice in at.choices} == {"edit", "flag"}
    at.press(Qt.Key.Key_Z, CTRL)
    at.press(Qt.Key.Key_Z, CTRL)
    assert at.choices == ()
    assert not at.panel.undo.isEnabled()


def test_all_are_reset_at_once_and_that_is_undone(at: Typist):
    at.give("study", "flag", Qt.Key.Key_F9)
    at.give("window", "go_home", Qt.Key.Key_F10)
    held = at.choices
    at.panel.reset.click()
    assert at.choices == ()
    at.panel.undo.click()
    assert at.choices == held


# Search


def test_actions_are_found_by_words_place_and_key(at: Typist):
    at.panel.search.setFocus()
    QTest.keyClicks(at.panel.search, "flag stud")
    assert at.shown == {Slot("study", "flag"), Slot("study", "flag", True)}
    at.panel.search.clear()
    QTest.keyClicks(at.panel.search, "ctrl quit")
    assert at.shown == {Slot("window", "quit")}
    at.press(Qt.Key.Key_Down)
    assert at.here == Slot("window", "quit")
    at.panel.search.setText("no such thing")
    assert at.shown == set()
    at.panel.search.setFocus()
    at.press(Qt.Key.Key_Escape)
    assert at.shown == set(SLOTS)
