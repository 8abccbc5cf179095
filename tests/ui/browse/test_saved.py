"""Saved searches: in the rail, or in a drop-down beside the field."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from quizapp.core.setting_values import DEFAULT_SEARCHES, SavedSearch
from quizapp.ui.browse.saved import Listed, SavedModel
from quizapp.ui.screens.custom_study import CustomStudyPlace
from tests.ui.browsing import CTRL, SHIFT, Browser


def names(browser: Browser) -> list[str]:
    return [row.search.name for row in browser.place.saved.model.rows]


def test_the_model_keeps_the_rules_of_models(qtmodeltester) -> None:
    model = SavedModel()
    qtmodeltester.check(model, force_py=True)
    rows = [Listed(one, 3) for one in DEFAULT_SEARCHES]
    for some in (rows, rows[:2], [Listed(one.search, 4) for one in rows[:2]], []):
        model.show_rows(some)


def test_they_are_counted_and_searched_for(browser: Browser) -> None:
    model = browser.place.saved.model
    assert [(row.search.name, row.count) for row in model.rows][:2] == [("All cards", 13), ("Due today", 0)]
    listed = browser.place.saved.list
    listed.setFocus()
    at = names(browser).index("Never studied")
    browser.press(*[Qt.Key.Key_Down] * at)
    browser.press(Qt.Key.Key_Return)
    assert browser.place.bar.field.text() == "is:new"
    assert listed.is_shown(at)
    assert browser.focus is browser.place.table
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "All cards, 13 cards"


def test_a_search_is_saved_and_named_in_place(browser: Browser) -> None:
    browser.search("tag:north")
    browser.press("S", modifier=CTRL)
    editor = browser.focus
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "tag:north"
    editor.selectAll()
    QTest.keyClicks(editor, "The north")
    browser.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert names(browser)[-1] == "The north"
    assert browser.school.services.settings.saved_searches[-1] == SavedSearch("The north", "tag:north")


def test_f2_renames_and_delete_removes_with_undo(browser: Browser) -> None:
    listed = browser.place.saved.list
    listed.setFocus()
    browser.press(Qt.Key.Key_F2)
    editor = browser.focus
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Everything")
    browser.press(Qt.Key.Key_Return)
    assert names(browser)[0] == "Everything"
    listed.setFocus()
    listed.setCurrentIndex(browser.place.saved.model.index(1))
    browser.press(Qt.Key.Key_Delete)
    assert "Due today" not in names(browser)
    assert browser.notice == "Search “Due today” removed"
    browser.press("Z", modifier=CTRL)
    assert names(browser)[1] == "Due today"


def test_numbers_follow_what_is_studied(browser: Browser) -> None:
    new = names(browser).index("Never studied")
    before = browser.place.saved.model.rows[new].count
    browser.studied(["capital of Norway"])
    assert browser.place.saved.model.rows[new].count == before - 1


def test_with_a_narrow_rail_they_are_in_a_menu(browser: Browser) -> None:
    browser.reader.window.resize(720, 760)
    QApplication.processEvents()
    assert not browser.place.saved.isVisible()
    picker = browser.place.bar.picker
    assert picker.isVisible()
    assert picker.words == "All cards"
    picker.click()
    browser.choose("Never studied")
    assert browser.place.bar.field.text() == "is:new"
    assert picker.accessibleName() == "Saved searches: Never studied"


def test_what_is_found_is_studied_by_a_key_and_a_button(browser: Browser) -> None:
    browser.search("tag:north")
    browser.press("S", modifier=CTRL | SHIFT)
    shown = browser.reader.window.shown
    assert isinstance(shown, CustomStudyPlace)
    assert shown.query.text() == "tag:north"
    assert shown.start.text() == "Study 5 cards"
    browser.press(Qt.Key.Key_Escape)
    browser.search("")
    browser.place.bar.study.click()
    shown = browser.reader.window.shown
    assert isinstance(shown, CustomStudyPlace)
    assert shown.query.text() == "", "all cards, not the search that was studied last"
