"""The palette by keyboard, over every sort of screen."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.exam import Plan
from quizapp.core.setting_values import KeyChoice
from quizapp.ui import bindings
from quizapp.ui.destinations import DESTINATIONS, DONE_THERE
from quizapp.ui.examiner import Examiner
from quizapp.ui.key_lists import BY_SCOPE
from quizapp.ui.keys import PLACE_KEYS
from quizapp.ui.navigation import Browse, Edit, OnPaper, Preferences, Quiz, Statistics, TakeExam
from quizapp.ui.palette import Palette
from quizapp.ui.places import PLACES
from quizapp.ui.screens.backups import BackupsPlace
from quizapp.ui.screens.browse import BrowsePlace
from quizapp.ui.screens.editor import EditorPlace
from quizapp.ui.screens.exam import ExamPlace
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.screens.preferences import PreferencesPlace
from tests.ui.learning import School
from tests.ui.reader import CTRL, Reader, windows

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


class Caller(Reader):
    """Somebody who calls the palette."""

    def call(self) -> Palette:
        self.press(Qt.Key.Key_K, modifier=CTRL)
        palettes = [
            one for one in QApplication.topLevelWidgets() if isinstance(one, Palette) and one.isVisible()
        ]
        assert len(palettes) == 1
        palettes[0].activateWindow()
        self.qtbot.waitUntil(palettes[0].isActiveWindow)
        assert QApplication.focusWidget() is palettes[0].field
        return palettes[0]

    def run(self, typed: str) -> None:
        self.call()
        self.type(typed)
        self.press(ENTER)
        self.qtbot.waitUntil(self.window.isActiveWindow)
        QApplication.processEvents()

    def words(self) -> list[str]:
        palette = self.call()
        found = [offer.words for offer in palette.found]
        self.press(ESCAPE)
        self.qtbot.waitUntil(self.window.isActiveWindow)
        return found


@pytest.fixture
def caller(qtbot: QtBot, school: School) -> Iterator[Caller]:
    caller = Caller(qtbot, school)
    yield caller
    caller.close()
    bindings.current().take(())


def test_each_place_has_an_action():
    assert {binding.action for binding in PLACE_KEYS} == {*DESTINATIONS, *DONE_THERE}
    routes = (*DESTINATIONS.values(), *(route for route, _, _ in DONE_THERE.values()))
    assert {type(route) for route in routes} <= set(PLACES)
    for route, scope, action in DONE_THERE.values():
        assert type(route) in PLACES
        assert action in {binding.action for binding in BY_SCOPE[scope].bindings}


def test_each_screen_that_needs_nothing_to_begin_with_is_a_place_of_the_palette():
    in_rail = {Browse, Quiz, Statistics, Preferences}
    alone = {route for route in PLACES if not msgspec.structs.fields(route) or _is_whole(route)}
    assert alone <= {*in_rail, *map(type, DESTINATIONS.values()), OnPaper}


def _is_whole(route: type) -> bool:
    return not any(field.required for field in msgspec.structs.fields(route))


def test_it_lists_actions_decks_searches_and_settings_with_their_keys(caller: Caller):
    palette = caller.call()
    keys = {offer.words: offer.key for offer in palette.found}
    assert keys["All cards"] == "Ctrl 2"
    assert keys["Larger text"] == "Ctrl +"
    assert keys["Exams that were handed in"] == ""
    assert {
        "Study Rivers",
        "Cards of Rivers",
        "Edit Rivers",
        "Cards: Due today",
        "Setting: Text size",
    } <= set(keys)
    assert "Find what the app can do" not in keys, "it is open"
    assert len({offer.name for offer in palette.found}) == len(palette.found)


def test_enter_runs_what_is_found(caller: Caller):
    caller.run("all cards")
    assert isinstance(caller.window.shown, BrowsePlace)
    caller.run("setting text size")
    assert isinstance(caller.window.shown, PreferencesPlace)
    assert caller.window.shown.search.text() == "Text size"
    caller.run("study rivers")
    assert caller.study.asked is not None


def test_arrows_choose(caller: Caller):
    palette = caller.call()
    second = palette.found[1]
    caller.press(Qt.Key.Key_Down)
    assert palette.chosen is second
    caller.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert palette.chosen is palette.found[0]
    for _ in range(40):
        caller.press(Qt.Key.Key_PageDown)
    assert palette.chosen is palette.found[-1]


def test_what_is_chosen_is_heard(caller: Caller):
    palette = caller.call()
    caller.type("quit")
    assert palette.field.accessibleDescription() == f"Quit, Ctrl Q, 1 of {len(palette.found)}"
    caller.type("xqz")
    assert palette.field.accessibleDescription() == "Nothing is called so here."
    assert palette.chosen is None
    caller.press(ENTER)
    assert palette.isVisible(), "there is nothing to run"


def test_escape_gives_the_focus_back(caller: Caller):
    caller.window.go(Browse())
    before = caller.focus
    caller.call()
    caller.type("qu")
    caller.press(ESCAPE)
    if caller.window.isActiveWindow() is False:  # the first Escape clears what was typed
        caller.press(ESCAPE)
    caller.qtbot.waitUntil(caller.window.isActiveWindow)
    assert caller.focus is before


def test_no_key_gets_through_to_the_card(caller: Caller):
    caller.sit_down()
    card, answered = caller.asked, caller.school.logged()
    palette = caller.call()
    caller.type("0123hpf e")
    caller.press(Qt.Key.Key_Space, Qt.Key.Key_Tab)
    palette.reject()
    caller.qtbot.waitUntil(caller.window.isActiveWindow)
    assert caller.asked is card
    assert caller.judged is None
    assert caller.study.column.hints_left == 2
    assert caller.school.logged() == answered


def test_it_opens_from_a_field_that_is_written_in(caller: Caller):
    caller.sit_down()
    caller.go_to("budapest")
    caller.type("Dan")
    caller.call()
    caller.press(ESCAPE)
    caller.qtbot.waitUntil(caller.window.isActiveWindow)
    caller.type("ube")
    caller.press(ENTER)
    assert caller.judged is not None
    assert caller.judged.verdict.given == "Danube"


def test_what_cannot_be_done_now_is_left_out(caller: Caller):
    caller.sit_down()
    before = caller.words()
    assert {"I don’t know", "Hint"} <= set(before)
    assert not {"Rate: Good", "I was guessing", "Source"} & set(before)
    caller.press("0")
    after = caller.words()
    assert {"Rate: Good", "Source"} <= set(after)
    assert not {"I don’t know", "Hint"} & set(after)
    caller.run("rate good")
    assert [review.rating for review in caller.school.logged()] == [3]


def test_the_screens_own_actions_come_first(caller: Caller):
    caller.window.go(Browse())
    words = caller.words()
    assert words.index("New card") < words.index("Home")
    assert "Flag the cards" in words
    assert words.index("Flag the cards") < words.index("Home")
    caller.window.go(Edit(deck_key=caller.school.deck_key))
    assert isinstance(caller.window.shown, EditorPlace)
    words = caller.words()
    assert "Form or YAML" in words
    assert "Flag the cards" not in words


def test_lately_used_come_first_and_stay_so_over_a_restart(caller: Caller):
    caller.run("setting theme")
    caller.run("larger text")
    assert caller.words()[:2] == ["Larger text", "Setting: Theme"]
    caller.restart()
    assert caller.words()[:2] == ["Larger text", "Setting: Theme"]


def test_it_shows_the_keys_in_force(caller: Caller):
    caller.school.services.set("keys", (KeyChoice("places", "go_missing", "Alt+M"),), None)
    palette = caller.call()
    assert [offer.key for offer in palette.found if offer.words == "Missing cards"] == ["Alt M"]


def test_another_key_calls_it(caller: Caller):
    caller.school.services.set("keys", (KeyChoice("window", "show_palette", "F2"),), None)
    caller.press(Qt.Key.Key_F2)
    assert any(isinstance(one, Palette) for one in windows())


def test_a_press_outside_closes_it(caller: Caller):
    caller.call()
    caller.window.activateWindow()
    caller.qtbot.waitUntil(lambda: not any(isinstance(one, Palette) for one in windows()))
    assert isinstance(caller.window.shown, HomeScreen)


def test_a_setting_is_found_by_its_synonyms(caller: Caller):
    palette = caller.call()
    caller.type("colours night")
    assert "Setting: Theme" in [offer.words for offer in palette.found]


def test_back_up_now_from_anywhere(caller: Caller):
    caller.run("back up now")
    place = caller.window.shown
    assert isinstance(place, BackupsPlace)
    caller.qtbot.waitUntil(lambda: place.table.model().rowCount() == 1)


# In a quiz or exam


def taking(caller: Caller, plan: Plan) -> ExamPlace:
    examiner = Examiner(caller.school.services)
    attempt = examiner.begin(plan, "Rivers", examiner.candidates(plan), "kite-8402")
    assert attempt is not None
    caller.window.go(TakeExam(session_id=attempt.session_id))
    place = caller.window.shown
    assert isinstance(place, ExamPlace)
    return place


def test_in_an_exam_its_actions_are_run_and_no_letter_answers(caller: Caller):
    place = taking(caller, Plan(query="-paris", shuffle=False))
    caller.run("flag")
    attempt = place.examiner.attempt
    assert attempt.flagged == {place.desk.here}
    assert len(attempt.blank) == 2, "nothing was answered"
    caller.run("next question")
    assert place.desk.here == 1
    caller.run("hand in")
    assert place.desk.bar.finish.isVisible()
    assert not place.examiner.attempt.handed_in


def test_an_exam_offers_only_what_it_allows(caller: Caller):
    taking(caller, Plan(query="-paris", shuffle=False, skip=False))
    words = caller.words()
    assert {"Save the answer", "I don’t know", "Hand in"} <= set(words)
    assert not {"Next question", "Question before", "5 more minutes"} & set(words)
