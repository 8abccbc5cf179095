"""Keys that the learner chooses: they are in force at once, and to be read where the old ones stood."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.core.setting_values import KeyChoice
from quizapp.ui import bindings
from quizapp.ui.bindings import cap_of, in_force
from quizapp.ui.key_clashes import clashes
from quizapp.ui.key_lists import BY_SCOPE, EDITING, LISTS
from quizapp.ui.navigation import Browse, Preferences
from quizapp.ui.screens.browse import BrowsePlace
from quizapp.ui.screens.exam_setup import QuizPlace
from quizapp.ui.screens.home import HomeScreen
from tests.ui.learning import School
from tests.ui.reader import CTRL, Reader

EVERY = [(one.scope, binding.action) for one in LISTS for binding in one.bindings]
KEYS = st.sampled_from(["", "A", "Ctrl+1", "Ctrl+J", "Alt+J", "F9", "Return", "Tab", "7", "Ctrl+C"])
CHOICES = st.lists(
    st.builds(lambda where, key, typed: KeyChoice(*where, key, typed), st.sampled_from(EVERY), KEYS, KEYS),
    max_size=6,
    unique_by=lambda one: (one.scope, one.action),
)


@pytest.fixture(autouse=True)
def _as_declared() -> Iterator[None]:
    yield
    bindings.current().take(())


@pytest.fixture
def reader(qtbot: QtBot, school: School) -> Iterator[Reader]:
    reader = Reader(qtbot, school)
    yield reader
    reader.close()


def choose(reader: Reader, *choices: KeyChoice) -> None:
    reader.school.services.set("keys", choices, None)


# The keys in force


def test_each_action_has_one_line_in_its_list():
    assert len(set(EVERY)) == len(EVERY)
    assert len(BY_SCOPE) == len(LISTS)
    assert all(scope in BY_SCOPE for one in LISTS for scope in one.beside)


@given(CHOICES)
def test_a_choice_replaces_its_key_and_no_other(choices: list[KeyChoice]):
    chosen = {(one.scope, one.action): (one.key, one.in_text) for one in choices}
    for one in LISTS:
        now = in_force(one.bindings, one.scope, choices)
        assert [binding.action for binding in now] == [binding.action for binding in one.bindings]
        for was, binding in zip(one.bindings, now, strict=True):
            keys = chosen.get((one.scope, was.action), (was.key, was.in_text))
            assert (binding.key, binding.in_text) == keys
            assert (binding.label, binding.also) == (was.label, was.also)


def test_no_screen_binds_a_key_that_is_not_declared():
    """But the keys of Enter and of help in a field, which are its own."""
    folder = Path(bindings.__file__).parent
    users = {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*.py")
        if "QShortcut" in file.read_text("utf-8")
    }
    assert users == {"bindings.py", "kinds/cloze.py", "browse/searchbar.py"}


def test_a_choice_of_what_is_no_more_counts_for_nothing():
    gone = (KeyChoice("study", "fly", "X"), KeyChoice("nowhere", "undo", "X"))
    assert in_force(BY_SCOPE["study"].bindings, "study", gone) == BY_SCOPE["study"].bindings


@pytest.mark.parametrize(
    ("key", "cap"),
    [
        ("Return", "Enter"),
        ("Ctrl++", "Ctrl +"),
        ("Ctrl+-", "Ctrl -"),
        ("+", "+"),
        ("Ctrl+Shift+Z", "Ctrl Shift Z"),
        ("?", "?"),
        ("Up", "↑"),
        ("", ""),
    ],
)
def test_how_a_key_is_written(key: str, cap: str):
    assert cap_of(key) == cap


# Clashes


def test_the_declared_keys_clash_nowhere():
    assert clashes(()) == ()


@given(CHOICES)
def test_each_clash_is_a_key_that_both_have(choices: list[KeyChoice]):
    def keys(scope: str, action: str) -> set[str]:
        now = in_force(BY_SCOPE[scope].bindings, scope, choices)
        one = next(binding for binding in now if binding.action == action)
        return {one.key, one.in_text, one.also}

    chosen = {(one.scope, one.action) for one in choices}
    for clash in clashes(choices):
        assert clash.key in keys(clash.one.scope, clash.one.action)
        if hasattr(clash.other, "scope"):
            assert clash.key in keys(clash.other.scope, clash.other.action)
            places = {(clash.one.scope, clash.one.action), (clash.other.scope, clash.other.action)}
            assert places & chosen
            assert len(places) == 2
        elif clash.other is not EDITING:
            assert clash.key in clash.other.keys


def told(*choices: KeyChoice) -> set[tuple[str, str, str]]:
    return {
        (clash.key, f"{clash.one.scope}.{clash.one.action}", getattr(clash.other, "action", ""))
        for clash in clashes(choices)
    }


def test_a_key_of_the_window_clashes_with_that_of_every_screen():
    assert ("Ctrl+N", "editor.new_card", "go_quiz") in told(KeyChoice("window", "go_quiz", "Ctrl+N"))
    assert ("Ctrl+N", "browse.new_card", "go_quiz") in told(KeyChoice("window", "go_quiz", "Ctrl+N"))


def test_lists_that_are_never_there_together_share_keys():
    assert told(KeyChoice("history", "again", "N"), KeyChoice("history", "fresh", "A")) == set()
    assert told(KeyChoice("rename", "say_same", "J"), KeyChoice("study", "flag", "J", "Alt+F")) == set()


def test_a_key_while_typing_clashes_with_writing():
    assert told(KeyChoice("study", "flag", "F", "Ctrl+C")) == {("Ctrl+C", "study.flag", "")}
    assert told(KeyChoice("window", "go_home", "B")) >= {("B", "window.go_home", "")}
    assert told(KeyChoice("study", "flag", "J", "Alt+F")) == set(), "a letter is free beside the field"


def test_keys_that_cannot_be_changed_are_taken():
    assert ("3", "study.flag", "") in told(KeyChoice("study", "flag", "3", "Alt+F"))
    assert ("Tab", "rename.say_same", "") in told(KeyChoice("rename", "say_same", "Tab"))
    assert ("Ctrl+Space", "browse.undo", "") in told(KeyChoice("browse", "undo", "Ctrl+Space"))


# Screens


def test_a_key_of_the_window_is_another_at_once(reader: Reader):
    choose(reader, KeyChoice("window", "go_browse", "F9"))
    reader.press(Qt.Key.Key_2, modifier=CTRL)
    assert isinstance(reader.window.shown, HomeScreen), "the old key does nothing"
    reader.press(Qt.Key.Key_F9)
    assert isinstance(reader.window.shown, BrowsePlace)
    choose(reader)
    reader.press(Qt.Key.Key_1, modifier=CTRL)
    reader.press(Qt.Key.Key_2, modifier=CTRL)
    assert isinstance(reader.window.shown, BrowsePlace), "as it was declared"


def test_the_rail_says_the_key_in_force(reader: Reader):
    browse = reader.window._rail.items[1]
    assert browse.accessibleDescription() == "Ctrl 2"
    choose(reader, KeyChoice("window", "go_browse", "Alt+B"))
    assert (browse.accessibleDescription(), browse.toolTip()) == ("Alt B", "Alt B")
    choose(reader, KeyChoice("window", "go_browse", ""))
    assert (browse.accessibleDescription(), browse.toolTip()) == ("", "")


def test_study_takes_the_learners_keys(reader: Reader):
    choose(
        reader,
        KeyChoice("study", "dont_know", "X", "Alt+X"),
        KeyChoice("study", "go_on", "C", "Return"),
        KeyChoice("study", "rate_easy", "J"),
    )
    reader.sit_down()
    assert reader.study._bar.dont_know._key == "X"
    reader.press("0")
    assert reader.judged is None
    reader.press("X")
    assert reader.judged is not None
    reader.press("J")
    assert [review.rating for review in reader.school.logged()] == [4]


def test_keys_change_under_a_card_that_is_on_screen(reader: Reader):
    reader.sit_down()
    choose(reader, KeyChoice("study", "dont_know", "X", "Alt+X"))
    assert "X" in reader.study._bar.dont_know._key
    reader.press("X", modifier=Qt.KeyboardModifier.AltModifier)
    assert reader.judged is not None


def test_the_table_takes_the_learners_keys(reader: Reader):
    choose(reader, KeyChoice("table", "flag", "Shift+F"), KeyChoice("table", "suspend", ""))
    reader.window.go(Browse())
    place = reader.window.shown
    assert isinstance(place, BrowsePlace)
    reader.press("f")
    reader.press("s")
    assert not any(row.flagged or row.suspended for row in place.rows)
    reader.press("F", modifier=Qt.KeyboardModifier.ShiftModifier)
    assert all(row.flagged for row in place.rows)


def test_of_two_things_the_screens_own_comes_first(reader: Reader):
    choose(reader, KeyChoice("window", "go_quiz", "Ctrl+F"))
    reader.window.go(Browse())
    place = reader.window.shown
    assert isinstance(place, BrowsePlace)
    for _ in range(3):
        reader.press(Qt.Key.Key_F, modifier=CTRL)
        assert reader.window.shown is place
        assert place.bar.field.hasFocus()
        place.table.setFocus()
    reader.window.go(Preferences())
    choose(reader, KeyChoice("window", "go_quiz", "Ctrl+J"))
    reader.press(Qt.Key.Key_J, modifier=CTRL)
    assert isinstance(reader.window.shown, QuizPlace)
