"""The settings where there is no room for the groups at the side, and where nothing can be written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.problems import QuizError
from quizapp.ui.navigation import Preferences
from quizapp.ui.screens.preferences import PreferencesPlace
from quizapp.ui.services import Services
from tests.ui.reader import CTRL, Reader


def at(reader: Reader, width: int, route: Preferences) -> PreferencesPlace:
    reader.window.resize(width, 700)
    reader.window.go(route)
    QApplication.processEvents()
    place = reader.window.shown
    assert isinstance(place, PreferencesPlace)
    return place


def test_the_groups_are_a_drop_down(reader: Reader) -> None:
    place = at(reader, 720, Preferences())
    assert (place.picker.isVisible(), place.groups.isVisible()) == (True, False)
    assert reader.focus is place.picker
    reader.press(Qt.Key.Key_Down)
    assert place.listing.group == "Answers"
    assert place.picker.accessibleName() == "Group of settings: Answers"
    assert [panel.heading for panel in place.shelf.panels] == ["Asking", "Checking"]


def test_while_searching_it_counts_and_leads_out_of_the_search(reader: Reader) -> None:
    place = at(reader, 720, Preferences(search="daily"))
    assert place.picker.accessibleName() == "Group of settings: All groups"
    assert [choice.words for choice in place.picker._choices][:3] == [
        "All groups",
        "Study (0)",
        "Answers (0)",
    ]
    assert "Backups (1)" in [choice.words for choice in place.picker._choices]
    place.picker.setFocus()
    reader.press(Qt.Key.Key_Down)
    assert (place.listing.group, place.search.text()) == ("Study", "")


def test_the_list_is_back_in_a_wide_window(reader: Reader) -> None:
    place = at(reader, 720, Preferences())
    reader.window.resize(1100, 700)
    QApplication.processEvents()
    assert (place.picker.isVisible(), place.groups.isVisible()) == (False, True)


def test_what_cannot_be_written_is_shown_as_it_was(
    qtbot: QtBot, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = at(reader, 1100, Preferences(search="sibling"))
    row = place.shelf.setting_rows()[0]
    row.control.setFocus()
    reader.press(Qt.Key.Key_Space)
    assert reader.school.services.settings.siblings is False

    def fails(*_: object) -> None:
        raise QuizError("progress_unwritable", folder="/", reason="full")

    with monkeypatch.context() as broken:
        broken.setattr(Services, "set", fails)
        for key, modifier in ((Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Z, CTRL)):
            with qtbot.captureExceptions() as raised:
                reader.press(key, modifier=modifier)
            assert [kind for kind, _, _ in raised] == [QuizError]
            assert row.control.switch.isChecked() is False  # type: ignore[attr-defined]
    reader.press(Qt.Key.Key_Z, modifier=CTRL)
    assert reader.school.services.settings.siblings is True
