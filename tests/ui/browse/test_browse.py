"""Browse by keyboard: search, table, preview, back again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from quizapp.ui.browse.actions import ACTIONS
from quizapp.ui.browse.saved import SavedList
from quizapp.ui.keys import BROWSE_KEYS, TABLE_KEYS
from quizapp.ui.navigation import Back, Browse, Edit, Round, Route, Study
from quizapp.ui.screens.browse import BrowsePlace
from quizapp.ui.screens.study import StudyScreen
from tests.store.shelves import COUNTRIES
from tests.ui.browsing import CTRL, SHIFT, Browser


def routes(browser: Browser) -> list[Route]:
    """Where the screen wants to go from now on, without going there."""
    found: list[Route] = []
    browser.place.go.disconnect()
    browser.place.go.connect(found.append)
    return found


def test_browse_lists_all_cards_and_takes_the_focus(browser: Browser) -> None:
    assert browser.count == "13 cards"
    assert len(browser.questions()) == 13
    assert browser.focus is browser.place.table


def test_it_is_a_key_away(browser: Browser) -> None:
    browser.press("1", modifier=CTRL)
    assert browser.reader.window.shown is browser.reader.window.home
    browser.press("2", modifier=CTRL)
    assert browser.reader.window.shown is browser.place


def test_what_is_typed_is_searched_for(browser: Browser) -> None:
    browser.search("river")
    assert browser.count == "3 of 13 cards"
    assert all("river" in question for question in browser.questions())
    browser.search("tag:north kind:basic")
    assert len(browser.questions()) == 5


def test_letters_are_searched_for_as_they_are_typed(browser: Browser) -> None:
    browser.press("F", modifier=CTRL)
    browser.press("n", "o", "r", "w")
    browser.qtbot.waitUntil(lambda: browser.count == "1 of 13 cards")
    assert browser.questions() == ["What is the capital of Norway?"]


def test_the_arrow_down_leads_from_the_field_to_the_table(browser: Browser) -> None:
    browser.search("river")
    browser.press(Qt.Key.Key_Down)
    assert browser.focus is browser.place.table
    assert browser.place.table.currentIndex().row() == 0


def test_escape_closes_the_list_then_clears_the_field(browser: Browser) -> None:
    browser.press("F", modifier=CTRL)
    browser.press("d", "u")
    assert browser.place.bar.popup.isVisible()
    browser.press(Qt.Key.Key_Escape)
    assert not browser.place.bar.popup.isVisible()
    assert browser.place.bar.field.text() == "du"
    browser.press(Qt.Key.Key_Escape)
    assert browser.place.bar.field.text() == ""
    assert browser.count == "13 cards"


def test_no_hits_name_the_part_that_excludes_most(browser: Browser) -> None:
    browser.search("river tag:north")
    button = browser.place.nothing.without
    assert button.isVisible()
    assert button.words == "Without “river”: 5 cards"
    button.setFocus()
    browser.press(Qt.Key.Key_Return)
    assert browser.place.bar.field.text() == "tag:north"
    assert len(browser.questions()) == 5


def test_without_any_card_there_is_a_way_to_get_some(browser: Browser) -> None:
    for name in ("capitals.yaml", "rivers.yaml"):
        browser.school.world.remove(name)
    browser.school.world.refresh()
    browser.school.services.library_changed(None)
    nothing = browser.place.nothing
    assert nothing.isVisible()
    assert nothing.add.isVisible()
    asked = routes(browser)
    nothing.add.click()
    assert asked == [Edit()]


def test_a_mistake_is_told_and_mended_by_its_button(browser: Browser) -> None:
    browser.search("knid:basic river")
    bar = browser.place.bar
    assert bar.mistake.isVisible()
    assert browser.count == "3 of 13 cards", "the rest of the query runs"
    bar.mistake.click()
    assert bar.field.text() == "kind:basic river"
    assert not bar.mistake.isVisible()


def test_e_and_enter_lead_to_the_editor_at_the_cards_line(browser: Browser) -> None:
    browser.search("Oslo")
    browser.to_table()
    asked = routes(browser)
    browser.press("E")
    browser.press(Qt.Key.Key_Return)
    path = str(browser.school.world.folder / "capitals.yaml")
    assert asked == [Edit(path=path, line=3)] * 2


def test_a_new_card_goes_to_the_deck_of_the_row(browser: Browser) -> None:
    browser.search("Oslo")
    asked = routes(browser)
    browser.press("N", modifier=CTRL)
    assert asked == [Edit(path=str(browser.school.world.folder / "capitals.yaml"), new=True)]


def test_escape_in_the_table_leads_back(browser: Browser) -> None:
    browser.to_table()
    browser.press(Qt.Key.Key_Escape)
    assert browser.reader.window.shown is browser.reader.window.home


def test_f6_goes_through_the_panes_and_back(browser: Browser) -> None:
    browser.to_table()
    passed = []
    for _ in range(4):
        browser.press(Qt.Key.Key_F6)
        passed.append(browser.focus)
    place = browser.place
    assert passed == [place.under.preview.page, place.saved.list, place.bar.field, place.table]
    browser.press(Qt.Key.Key_F6, modifier=SHIFT)
    assert browser.focus is place.bar.field


def test_a_route_names_query_and_card(browser: Browser) -> None:
    key = browser.school.world.key("capital of Poland")
    browser.reader.window.go(Browse(query="capital", card=key))
    QApplication.processEvents()
    assert browser.place.bar.field.text() == "capital"
    row = browser.place.table.currentIndex().row()
    assert browser.questions()[row] == "What is the capital of Poland?"


def test_studying_what_is_selected_leaves_the_schedule_alone_unless_asked(browser: Browser) -> None:
    browser.search("capital")
    browser.pick(2)
    asked = routes(browser)
    browser.place.under.bar.study.click()
    keys = tuple(browser.place.table.picked_keys())
    assert asked == [Study(cards=keys, mode="repeat")]
    browser.press(Qt.Key.Key_F10, modifier=SHIFT)
    browser.choose("Study, and let it count")
    assert asked[1:] == [Study(cards=keys, mode="study")]
    browser.place.do("look")
    assert asked[-1] == Study(cards=keys, look=True, title="Only a look")


def test_several_cards_can_be_played_with(browser: Browser) -> None:
    browser.search("capital")
    browser.pick(2)
    asked = routes(browser)
    keys = tuple(browser.place.table.picked_keys())
    for words in ("Match the pairs", "Rapid round"):
        browser.press(Qt.Key.Key_F10, modifier=SHIFT)
        browser.choose(words)
    assert asked == [Round(kind="pairs", cards=keys), Round(kind="rapid", cards=keys)]


def test_the_place_is_kept_while_things_change(browser: Browser) -> None:
    browser.search("capital")
    browser.to_table()
    browser.press(*[Qt.Key.Key_Down] * 4)
    here = browser.questions()[4]
    browser.school.services.library_changed(None)
    assert browser.questions()[browser.place.table.currentIndex().row()] == here


def test_where_the_current_card_leaves_the_list_the_next_one_is_current(browser: Browser) -> None:
    browser.search("-is:suspended capital")
    browser.to_table()
    browser.press(Qt.Key.Key_Down)
    gone, following = browser.questions()[1:3]
    browser.press("S")
    assert gone not in browser.questions()
    assert browser.questions()[browser.place.table.currentIndex().row()] == following
    assert browser.focus is browser.place.table


def test_saved_searches_stand_in_the_rail_only_here(browser: Browser) -> None:
    assert browser.place.saved.isVisible()
    browser.press("1", modifier=CTRL)
    assert not [one for one in browser.reader.window.findChildren(SavedList) if one.isVisible()]


def test_look_alikes_are_listed_in_groups(browser: Browser) -> None:
    more = ["What is the capital of Norway and of what else?", "What is the capital of Norway?"]
    browser.school.world.write("more.yaml", [f'- q: "{front}"\n  a: "Oslo"' for front in more])
    browser.school.world.refresh()
    browser.school.services.library_changed(None)
    browser.to_table()
    browser.press(Qt.Key.Key_F10, modifier=SHIFT)
    browser.choose("Find look-alikes in all decks")
    browser.qtbot.waitUntil(lambda: "look-alikes" in browser.notice)
    assert browser.notice == "1 group of look-alikes"
    assert browser.questions() == ["What is the capital of Norway?"] * 2
    browser.press("F")
    assert len(browser.questions()) == 2, "they stay listed while something is done to them"
    browser.search("")
    assert len(browser.questions()) == 15


def test_cards_of_all_countries_are_there_once(browser: Browser) -> None:
    browser.search("capital")
    assert len(set(browser.questions())) == len(COUNTRIES)


def test_every_key_has_its_action(browser: Browser) -> None:
    assert all(callable(getattr(BrowsePlace, binding.action)) for binding in BROWSE_KEYS)
    keys = [binding.key for binding in BROWSE_KEYS]
    assert len(set(keys)) == len(keys)
    menu = {"edit", "history", "preview", "study", "count", "look", "pairs", "rapid", "duplicates"}
    assert {binding.action for binding in TABLE_KEYS} <= {*browser.place.commands.names, *menu}
    assert {action.name for action in ACTIONS} <= {binding.action for binding in TABLE_KEYS}


def test_every_action_can_be_done(browser: Browser) -> None:
    assert browser.place.commands.names == tuple(action.name for action in ACTIONS)


def test_on_the_way_back_it_is_as_it_was_left(browser: Browser) -> None:
    browser.reader.window.go(Browse(query="capital"))
    browser.search("river")
    browser.to_table()
    browser.press(Qt.Key.Key_Down)
    browser.place.do("study")
    QApplication.processEvents()
    assert isinstance(browser.reader.window.shown, StudyScreen)
    browser.reader.window.go(Back())
    QApplication.processEvents()
    assert browser.place.bar.field.text() == "river"
    assert browser.place.table.currentIndex().row() == 1
