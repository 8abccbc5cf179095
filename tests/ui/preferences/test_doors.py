"""Among the settings stand a button that leads somewhere, and panels that are none."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.settings import GROUPS
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Browse, Preferences
from quizapp.ui.places import PLACES
from quizapp.ui.preferences import listing
from quizapp.ui.preferences.doors import PANELS, Door, doors
from quizapp.ui.preferences.extra import ExtraPanel
from quizapp.ui.preferences.panels import DoorRow
from quizapp.ui.screens import preferences
from quizapp.ui.screens.browse import BrowsePlace
from quizapp.ui.screens.preferences import PreferencesPlace
from quizapp.ui.services import Changes
from quizapp.ui.widgets.label import label
from tests.ui.learning import School
from tests.ui.reader import CTRL, Reader


class Extra(ExtraPanel):
    """A panel of somebody else's."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.content.addWidget(label("body", "Extra"))
        self.arrived = self.told = self.undone = 0

    def arrive(self) -> None:
        self.arrived += 1

    def take_changes(self, changes: Changes) -> None:
        self.told += 1

    def texts(self) -> tuple[str, ...]:
        return ("quetzal",)

    def revert(self) -> bool:
        self.undone += 1
        return self.undone == 1


@pytest.fixture
def reader(qtbot: QtBot, school: School, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """Somebody at the settings, where a door and a panel belong to the exams."""
    door = Door(
        group="Exams", section="Schedule", name="The list", about="Of cards.", button="Open", route=Browse()
    )
    monkeypatch.setattr(preferences, "doors", lambda owner: (door,))
    monkeypatch.setattr(listing, "PANELS", {"Exams": (f"{__name__}:Extra",)})
    reader = Reader(qtbot, school)
    reader.window.go(Preferences(group="Exams"))
    QApplication.processEvents()
    yield reader
    reader.close()


@pytest.fixture
def place(reader: Reader) -> PreferencesPlace:
    place = reader.window.shown
    assert isinstance(place, PreferencesPlace)
    return place


def extra(place: PreferencesPlace) -> Extra:
    (panel,) = place.shelf.extras
    assert isinstance(panel, Extra)
    return panel


def test_a_door_stands_in_the_panel_of_its_section_and_leads_there(
    reader: Reader, place: PreferencesPlace
) -> None:
    assert [panel.heading for panel in place.shelf.panels] == ["Schedule"]
    row = place.shelf.row("The list")
    assert isinstance(row, DoorRow)
    assert row.isVisible()
    row.button.setFocus()
    reader.press(Qt.Key.Key_Return)
    assert isinstance(reader.window.shown, BrowsePlace)


def test_both_are_found_and_counted(reader: Reader, place: PreferencesPlace) -> None:
    place.search.setText("list")
    row = place.shelf.row("The list")
    assert isinstance(row, DoorRow)
    assert (row.name.marked, place.shelf.extras) == (("list",), [])
    place.search.setText("quetzal")
    assert place.shelf.panels == []
    assert extra(place).isVisible()
    counts = {item.shown.key: item.shown.count for item in place.groups.items}
    assert counts == {group: int(group == "Exams") for group in GROUPS}
    place.search.clear()
    place.show_group("Answers")
    assert place.shelf.extras == []


def test_a_panel_is_told_when_it_comes_and_of_changes(reader: Reader, place: PreferencesPlace) -> None:
    panel = extra(place)
    assert (panel.arrived, panel.told) == (1, 0)
    reader.school.services.set("tries", 2, None)
    assert (panel.arrived, panel.told) == (1, 1)
    place.show_group("Study")
    reader.school.services.set("tries", 1, None)
    place.show_group("Exams")
    assert (panel.arrived, panel.told) == (2, 1)


def test_a_panels_own_change_is_undone_first(reader: Reader, place: PreferencesPlace) -> None:
    place.shelf.row("exams_count").control.setFocus()  # type: ignore[union-attr]
    reader.press(Qt.Key.Key_Down)
    for expected in ("wrong", "never"):
        reader.press(Qt.Key.Key_Z, modifier=CTRL)
        assert reader.school.services.settings.exams_count == expected


def test_in_a_decks_scope_neither_is_there(reader: Reader, place: PreferencesPlace) -> None:
    reader.window.go(Preferences(group="Exams", deck_key=reader.school.deck_key))
    assert (place.shelf.panels, place.shelf.extras) == ([], [])
    assert place.hidden.text() == "1 setting holds for all decks alike and is not shown here."


def test_all_that_is_declared_can_be_shown(reader: Reader, school: School) -> None:
    for group, keys in PANELS.items():
        assert group in GROUPS
        for key in keys:
            module, name = key.split(":")
            assert issubclass(getattr(import_module(module), name), ExtraPanel)
    for door in doors(reader.window):
        assert type(door.route) in PLACES
        assert door.group in GROUPS
        assert all((door.section, door.name, door.about, door.button))
