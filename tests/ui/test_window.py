"""The window: where its keys lead, what it asks of others, and what it does when something changes."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.overview import DeckRow
from quizapp.ui import theme
from quizapp.ui.keys import LOOK_KEYS, WINDOW_KEYS
from quizapp.ui.linksheet import LinkSheet
from quizapp.ui.looks import Looks
from quizapp.ui.navigation import Preferences, Study, Summary
from quizapp.ui.problems import ProblemsDialog
from quizapp.ui.rail import Rail
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.screens.preferences import PreferencesPlace
from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.screens.summary import SummaryScreen
from quizapp.ui.services import Changes
from quizapp.ui.sitting import Sitting
from quizapp.ui.widgets.label import Label
from quizapp.ui.window import Window
from tests.ui.learning import RIVERS, School
from tests.ui.reader import CTRL, Reader, opened_addresses, windows
from tests.ui.samples import titles

SHIFT = Qt.KeyboardModifier.ShiftModifier


def rows(reader: Reader) -> list[DeckRow]:
    return list(reader.school.services.overview().rows)


def test_it_opens_on_home_with_the_focus_where_studying_starts(reader: Reader):
    assert isinstance(reader.window.shown, HomeScreen)
    assert reader.window.home is reader.window.shown
    assert reader.focus is reader.window.home._card.primary
    reader.press(Qt.Key.Key_Return)
    assert isinstance(reader.window.shown, StudyScreen)


def test_painted_is_said_once(qtbot: QtBot, school: School):
    window = Window(school.services, decks=school.folder, data=school.folder)
    qtbot.addWidget(window)
    said: list[int] = []
    window.painted.connect(lambda: said.append(1))
    with qtbot.waitSignal(window.painted):
        window.show()
    window.home.update()
    qtbot.wait(30)
    assert said == [1]


# Keys that work everywhere


def test_every_key_of_the_list_has_a_method():
    assert all(callable(getattr(Window, binding.action)) for binding in WINDOW_KEYS)
    assert all(callable(getattr(Looks, binding.action)) for binding in LOOK_KEYS)
    keys = [binding.key for binding in (*WINDOW_KEYS, *LOOK_KEYS)]
    assert len(set(keys)) == len(keys)


def test_home_by_key_leaves_the_sitting(reader: Reader):
    reader.sit_down()
    reader.pick("Po")
    reader.press(Qt.Key.Key_1, modifier=CTRL)
    assert isinstance(reader.window.shown, HomeScreen)
    assert [review.rating for review in reader.school.logged()] == [1]


def test_home_by_the_rail(reader: Reader):
    rail = reader.window.findChild(Rail)
    assert rail is not None
    assert rail.isVisible()
    reader.sit_down()
    assert not rail.isVisible()
    rail.items[0].click()
    assert isinstance(reader.window.shown, HomeScreen)
    assert rail.isVisible()


@pytest.mark.parametrize("studying", [False, True])
def test_text_size_by_key(reader: Reader, studying: bool):
    if studying:
        reader.sit_down()
    sizes = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        reader.press(key, modifier=CTRL)
        sizes.append(reader.school.services.settings.text_size)
    assert sizes == [110, 125, 110, 100]
    assert not studying or reader.note == "rome"


@pytest.mark.parametrize(("key", "end"), [(Qt.Key.Key_Plus, 250), (Qt.Key.Key_Minus, 80)])
def test_text_size_has_ends(reader: Reader, key: Qt.Key, end: int):
    for _ in range(len(theme.TEXT_STEPS) + 1):
        reader.press(key, modifier=CTRL)
    assert reader.school.services.settings.text_size == end


def test_a_text_size_between_the_steps_goes_to_the_next(reader: Reader):
    reader.school.services.set("text_size", 137, None)
    reader.press(Qt.Key.Key_Plus, modifier=CTRL)
    assert reader.school.services.settings.text_size == 150


def test_the_scheme_by_key(reader: Reader):
    theme.install(QApplication.instance(), theme.Theme(scheme="contrast"))  # type: ignore[arg-type]
    reader.press(Qt.Key.Key_L, modifier=CTRL | SHIFT)
    assert reader.school.services.settings.theme == "light"


def test_quit_by_key_counts_the_verdict_on_screen(reader: Reader):
    reader.sit_down()
    reader.answer()
    reader.press(Qt.Key.Key_Z, modifier=CTRL)
    reader.answer()
    reader.qtbot.keyClick(reader.focus, Qt.Key.Key_Q, CTRL)
    assert not reader.window.isVisible()
    assert reader.school.ids() == ["rome"]


def test_the_settings_by_key_and_by_the_rail(reader: Reader):
    rail = reader.window.findChild(Rail)
    assert rail is not None
    reader.press(Qt.Key.Key_5, modifier=CTRL)
    assert isinstance(reader.window.shown, PreferencesPlace)
    assert [item.place.route for item in rail._items if item.isChecked()] == [Preferences()]
    reader.press(Qt.Key.Key_Escape)
    assert isinstance(reader.window.shown, HomeScreen)
    rail.items[-1].click()
    assert isinstance(reader.window.shown, PreferencesPlace)


# Routes


def test_nothing_to_study_leads_home(reader: Reader):
    reader.sit_down(cards=(999,), mode="repeat")
    assert isinstance(reader.window.shown, HomeScreen)
    reader.window.go(Summary(session_id="S"))
    assert isinstance(reader.window.shown, HomeScreen)


def test_one_deck_gives_the_sitting_its_title(reader: Reader):
    for route, title in (
        (Study(deck_keys=(reader.school.deck_key,)), "Rivers"),
        (Study(), "Today’s cards"),
        (Study(cards=(reader.school.key("rome"),)), "Another look"),
    ):
        reader.window.go(route)
        sitting = reader.window._desk._sitting  # type: ignore[union-attr]
        assert sitting is not None
        assert sitting.session.title == title


def test_the_summary_and_back_home(reader: Reader):
    reader.sit_down()
    while isinstance(reader.window.shown, StudyScreen):
        reader.answer()
        reader.press(Qt.Key.Key_Space)
    assert isinstance(reader.window.shown, SummaryScreen)
    assert reader.window.shown.isAncestorOf(reader.focus)
    reader.press(Qt.Key.Key_Escape)
    assert isinstance(reader.window.shown, HomeScreen)
    assert [(row.new, row.learning) for row in rows(reader)] == [(0, 0)]
    assert reader.window.home.isAncestorOf(reader.focus)
    reader.window.go(Summary(session_id=""))
    assert isinstance(reader.window.shown, SummaryScreen)


def test_a_sitting_after_another_in_the_same_window(reader: Reader):
    reader.sit_down()
    screens = reader.window.findChildren(StudyScreen)
    reader.press(Qt.Key.Key_Escape)
    reader.sit_down(cards=(reader.school.key("paris"),), mode="repeat")
    assert reader.note == "paris"
    assert reader.window.findChildren(StudyScreen) == screens
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(reader.window.findChildren(Sitting)) == 1
    reader.answer()
    reader.press(Qt.Key.Key_Space)
    assert reader.school.ids() == ["paris"], "the sitting before hears nothing of it"


# What home asks for


def test_search_by_key_finds_a_card_and_opens_it(reader: Reader):
    reader.press(Qt.Key.Key_F, modifier=CTRL)
    reader.type("budapest")
    reader.press(Qt.Key.Key_Return)
    assert reader.note == "budapest"


def test_empty_words_find_nothing(reader: Reader):
    reader.window.home.search_changed.emit("  ")
    assert reader.window.home._found is None


def test_the_folder_of_the_decks_is_made_and_opened(reader: Reader, school: School):
    folder = school.folder / "new" / "decks"
    reader.window._decks_folder = folder
    with opened_addresses() as opened:
        reader.window.home.open_folder.emit()
    assert folder.is_dir()
    assert opened == [folder.as_uri()]


def test_the_problems_of_a_deck(reader: Reader, school: School):
    school.write(RIVERS + "- q: [unclosed\n")
    reader.window.home.show_problems.emit(school.deck_key)
    (dialog,) = reader.window.findChildren(ProblemsDialog)
    assert dialog.windowTitle() == "1 problem to mend"
    places = [label.text() for label in dialog.findChildren(Label)]
    assert any("rivers.yaml:" in place for place in places)
    reader.qtbot.waitUntil(dialog.isActiveWindow)
    reader.press(Qt.Key.Key_Escape)
    assert windows() == [reader.window]


def test_an_address_of_the_web_is_opened_after_a_question(reader: Reader):
    with opened_addresses() as opened:
        reader.window._ask_to_open("https://example.org/a?b=c")
        (sheet,) = reader.window.findChildren(LinkSheet)
        assert opened == []
        reader.qtbot.waitUntil(sheet.isActiveWindow)
        reader.qtbot.keyClick(sheet.open_button, Qt.Key.Key_Space)
    assert opened == ["https://example.org/a?b=c"]
    assert windows() == [reader.window]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "nonsense", "https:// bad"])
def test_no_other_address_is_ever_opened(reader: Reader, address: str):
    with opened_addresses() as opened:
        sheet = LinkSheet(address, reader.window)
        sheet.open_button.click()
    assert opened == []


# When something changes


def test_home_follows_the_decks(reader: Reader, school: School):
    assert titles(reader.window) == [["Rivers"]]
    school.write("title: Hills\ncards:\n- {q: Which hill?, a: Palatine}\n", "hills.yaml")
    school.services.library_changed(school)
    assert titles(reader.window) == [["Hills", "Rivers"]]


def test_home_is_left_alone_while_it_is_out_of_sight(reader: Reader, school: School):
    reader.sit_down()
    shown = reader.window.home._overview
    school.services.library_changed(school)
    assert reader.window.home._overview is shown
    school.services.changed.emit(Changes(progress=True))
    reader.press(Qt.Key.Key_Escape)
    assert reader.window.home._overview is not shown


def test_the_card_on_screen_follows_its_deck(reader: Reader, school: School):
    reader.sit_down()
    school.write(RIVERS.replace("through Rome?", "by Rome?"))
    school.services.library_changed(school)
    assert reader.asked.prompt.text == "Which river runs by Rome?"
    assert reader.study.isAncestorOf(reader.focus)


def test_a_deck_gone_ends_its_sitting(reader: Reader, school: School):
    reader.sit_down()
    school.world.remove("rivers.yaml")
    school.world.refresh()
    school.services.library_changed(school)
    assert isinstance(reader.window.shown, SummaryScreen)


def test_the_summary_does_not_jump_away_when_decks_change(reader: Reader, school: School):
    reader.sit_down(cards=(school.key("paris"),), mode="repeat")
    reader.answer()
    reader.press(Qt.Key.Key_Space)
    school.services.library_changed(school)
    assert isinstance(reader.window.shown, SummaryScreen)


def test_it_can_be_small(reader: Reader):
    reader.sit_down()
    reader.window.resize(480, 480)
    QApplication.processEvents()
    assert reader.window.width() == 480
    assert reader.study._bar.mapTo(reader.window, QPoint(0, reader.study._bar.height())).y() <= 480
