"""The settings screen by keyboard: each change at once, whose it is, and the way back."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.settings import GROUPS
from quizapp.store import scopes
from quizapp.ui import i18n, theme
from quizapp.ui.i18n import marked
from quizapp.ui.navigation import Home, Preferences
from quizapp.ui.preferences.book import ROWS
from quizapp.ui.preferences.controls import NumberControl, ShareControl, SwitchControl
from quizapp.ui.preferences.row import SettingRow
from quizapp.ui.screens.preferences import PreferencesPlace
from tests.ui.learning import School
from tests.ui.reader import CTRL, Reader

LAKES = "title: Lakes\ncards:\n- {id: como, q: Where is Como?, a: Italy, wrong: [Spain, Malta]}\n"


class Guest(Reader):
    """Somebody at the settings."""

    def __init__(self, qtbot: QtBot, school: School) -> None:
        super().__init__(qtbot, school)
        self.arrive()

    def arrive(self, **route: object) -> None:
        self.window.go(Preferences(**route))  # type: ignore[arg-type]
        QApplication.processEvents()

    @property
    def place(self) -> PreferencesPlace:
        place = self.window.shown
        assert isinstance(place, PreferencesPlace)
        return place

    @property
    def rows(self) -> dict[str, SettingRow]:
        """Those on screen, by the key of their setting."""
        return {row.setting.key: row for row in self.place.shelf.setting_rows() if row.isVisible()}

    @property
    def headings(self) -> list[str]:
        return [panel.heading for panel in self.place.shelf.panels]

    def value(self, key: str) -> object:
        return getattr(self.school.services.settings, key)

    def search(self, words: str) -> None:
        self.press(Qt.Key.Key_F, modifier=CTRL)
        QTest.keyClicks(self.focus, words)
        QApplication.processEvents()

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, modifier=CTRL)

    @property
    def undone(self) -> list[str]:
        return [key for key, row in self.rows.items() if row.undone.isVisible()]


@pytest.fixture
def guest(qtbot: QtBot, school: School) -> Iterator[Guest]:
    school.write(LAKES, "lakes.yaml")
    guest = Guest(qtbot, school)
    yield guest
    guest.close()


def own(guest: Guest, key: str, value: object, deck: str = "rivers.yaml") -> int:
    """Give a deck a value of its own; the deck's key."""
    school = guest.school
    deck_key = school.world.deck_key(deck)
    school.services.set(key, value, None, scopes.of_deck(school.db, deck_key)[-1])
    return deck_key


def test_it_opens_on_the_first_group_with_a_row_a_setting(guest: Guest) -> None:
    assert guest.focus.accessibleName() == "Study"
    assert list(guest.rows) == [one.key for one in ROWS if one.about.group == "Study"]
    assert guest.headings == ["Each day", "Order", "Memory", "Hard cards"]


def test_the_groups_are_walked_by_arrows(guest: Guest) -> None:
    for group in GROUPS[1:]:
        guest.press(Qt.Key.Key_Down)
        assert guest.focus.accessibleName() == marked(group)
        shown = [one.key for one in ROWS if one.about.group == group]
        assert list(guest.rows) == shown
    guest.press(Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert guest.focus.accessibleName() == marked(GROUPS[-2])


def test_every_change_is_applied_at_once(guest: Guest) -> None:
    guest.rows["new_per_day"].control.setFocus()
    guest.press(Qt.Key.Key_Up)
    assert guest.value("new_per_day") == 21
    control = guest.rows["backlog_new"].control
    assert isinstance(control, SwitchControl)
    control.setFocus()
    guest.press(Qt.Key.Key_Space)
    assert guest.value("backlog_new") is True
    guest.rows["order"].control.setFocus()
    guest.press(Qt.Key.Key_Down)
    assert guest.value("order") == "hardest"
    guest.rows["desired_retention"].control.setFocus()
    guest.press(Qt.Key.Key_Right)
    assert guest.value("desired_retention") == 0.91
    share = guest.rows["desired_retention"].control
    assert isinstance(share, ShareControl)
    assert (share.number.value(), share.slider.value()) == (91, 91)


def test_changes_are_undone_one_by_one_and_the_row_says_so(guest: Guest) -> None:
    guest.rows["new_per_day"].control.setFocus()
    guest.press(Qt.Key.Key_Up)
    guest.rows["reviews_per_day"].control.setFocus()
    guest.press(Qt.Key.Key_Down)
    guest.window.go(Home())
    guest.arrive(group="Backups")
    guest.undo()
    assert (guest.value("new_per_day"), guest.value("reviews_per_day")) == (21, 200)
    assert guest.undone == ["reviews_per_day"]
    guest.undo()
    assert guest.value("new_per_day") == 20
    assert guest.undone == ["new_per_day"]
    assert guest.rows["new_per_day"].isAncestorOf(guest.focus)
    guest.undo()
    assert guest.undone == ["new_per_day"]
    guest.press(Qt.Key.Key_Up)
    assert guest.undone == []


def test_a_number_that_is_typed_is_undone_as_one(guest: Guest) -> None:
    control = guest.rows["new_per_day"].control
    assert isinstance(control, NumberControl)
    control.setFocus()
    control.number.selectAll()
    guest.type("135")
    assert guest.value("new_per_day") == 135
    guest.press(Qt.Key.Key_Tab)
    control.setFocus()
    guest.press(Qt.Key.Key_Up)
    assert guest.value("new_per_day") == 136
    guest.undo()
    assert guest.value("new_per_day") == 135
    guest.undo()
    assert guest.value("new_per_day") == 20


def test_in_a_decks_scope_its_own_values_stand_out(guest: Guest) -> None:
    deck = own(guest, "new_per_day", 10)
    guest.arrive(deck_key=deck)
    row = guest.rows["new_per_day"]
    assert row.own.isVisible()
    assert row.general.text() == "All decks: 20."
    assert row.reset.words == "Use 20 here too"
    assert not guest.rows["reviews_per_day"].own.isVisible()
    assert guest.place.scope.fact.text() == "1 set here, the rest as for all decks"
    assert "day_start_hour" not in guest.rows
    assert guest.place.hidden.text() == "7 settings hold for all decks alike and are not shown here."
    row.reset.setFocus()
    guest.press(Qt.Key.Key_Return)
    assert not row.own.isVisible()
    assert row.isAncestorOf(guest.focus)
    assert guest.school.services.settings_of(deck).new_per_day == 20
    guest.undo()
    assert guest.school.services.settings_of(deck).new_per_day == 10
    assert guest.undone == ["new_per_day"]
    assert row.own.isVisible()


def test_what_is_set_for_a_deck_is_set_for_it_alone(guest: Guest) -> None:
    rivers, lakes = guest.school.deck_key, guest.school.world.deck_key("lakes.yaml")
    guest.arrive(deck_key=lakes)
    guest.rows["learning_step_min"].control.setFocus()
    guest.press(Qt.Key.Key_Up)
    services = guest.school.services
    assert services.settings.learning_step_min == services.settings_of(rivers).learning_step_min == 10
    assert services.settings_of(lakes).learning_step_min == 11
    guest.arrive()
    guest.undo()
    assert services.settings_of(lakes).learning_step_min == 10
    assert guest.place.book.shown.deck_key == lakes, "the change is undone where it was made"


def test_a_limit_of_a_deck_goes_no_higher_than_the_general_one(guest: Guest) -> None:
    deck = own(guest, "new_per_day", 19)
    guest.arrive(deck_key=deck)
    guest.rows["new_per_day"].control.setFocus()
    guest.press(*[Qt.Key.Key_Up] * 3)
    assert guest.school.services.settings_of(deck).new_per_day == 20


def test_the_scope_of_all_decks_names_those_that_differ(guest: Guest) -> None:
    own(guest, "desired_retention", 0.93)
    own(guest, "desired_retention", 0.85, "lakes.yaml")
    said = guest.rows["desired_retention"].decks
    assert said.isVisible()
    assert said.text() == "2 decks set their own: Lakes 85 %, Rivers 93 %."
    assert not guest.rows["new_per_day"].decks.isVisible()
    assert guest.place.scope.fact.text() == "2 decks have settings of their own"


def test_a_search_goes_through_all_groups(guest: Guest) -> None:
    guest.search("keep")
    found = guest.rows
    assert "backups_daily" in found or "backlog" in found
    guest.place.search.clear()
    guest.search("Daily")
    assert list(guest.rows) == ["backups_daily"]
    assert guest.headings == ["Backups"]
    assert guest.rows["backups_daily"].name.marked == ("Daily",)
    assert guest.place.found.text() == "1 setting matches"
    counts = {item.shown.key: item.shown.count for item in guest.place.groups.items}
    assert counts == {group: int(group == "Backups") for group in GROUPS}
    guest.press(Qt.Key.Key_Down)
    assert guest.rows["backups_daily"].isAncestorOf(guest.focus)
    guest.press(Qt.Key.Key_Escape)
    assert guest.place.search.text() == ""
    assert len(guest.headings) == 4


def test_synonyms_and_names_of_choices_are_searched(guest: Guest) -> None:
    guest.search("dark")
    assert list(guest.rows) == ["theme"]
    guest.place.search.clear()
    guest.search("zoom")
    assert list(guest.rows) == ["text_size"]


def test_a_search_without_hits_says_so(guest: Guest) -> None:
    guest.search("quetzal")
    assert guest.rows == {}
    assert guest.place.hidden.text() == "No setting has these words. Try fewer or shorter ones."


def test_in_a_decks_scope_a_search_says_what_it_leaves_out(guest: Guest) -> None:
    guest.arrive(deck_key=guest.school.deck_key)
    guest.search("dark")
    assert guest.rows == {}
    assert guest.place.hidden.text().endswith("1 setting holds for all decks alike and is not shown here.")


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(
    ("width", "percent", "stretched"),
    [(1100, 100, True), (720, 100, True), (1100, 200, True), (720, 200, False), (480, 150, False)],
)
def test_nothing_is_cut_at_any_width_and_size(
    guest: Guest,
    spoken: Callable[[type[i18n.Pseudo]], None],
    width: int,
    percent: int,
    stretched: bool,
    direction: Qt.LayoutDirection,
) -> None:
    """Also with words half as long again, and a value of the deck's own in each row."""
    if stretched:
        spoken(i18n.Stretched)
    for setting in ROWS:
        if setting.about.per_deck:
            own(guest, setting.key, setting.default)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.install(app, theme.Theme(text_percent=percent))
    guest.window.setLayoutDirection(direction)
    guest.window.resize(width, 700)
    for group in ("Study", "Appearance", "Backups"):
        guest.arrive(deck_key=guest.school.deck_key if group == "Study" else 0, group=group)
        guest.qtbot.waitUntil(lambda: not cut(guest.place, guest.rows.values()))


def cut(place: PreferencesPlace, rows: Iterable[SettingRow]) -> list[str]:
    """The settings of which something has too little room."""
    found = []
    for row in rows:
        left = row.mapTo(place, row.rect().topLeft()).x()
        parts = [row.name, row.about, row.general, row.reset, row.control]
        seen = [part for part in parts if part.isVisible()]
        fits = [row.rect().contains(QRect(part.mapTo(row, QPoint(0, 0)), part.size())) for part in seen]
        tall = [part.height() >= part.heightForWidth(part.width()) for part in (row, *seen)]
        if left < 0 or left + row.width() > place.width() or not all(fits) or not all(tall):
            found.append(row.setting.key)
    return found
