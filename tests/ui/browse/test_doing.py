"""What is done to cards from the table is in the log, and is taken back by Ctrl+Z."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.ui.models.browse import PLACES
from tests.ui.browsing import CTRL, SHIFT, Browser


def marked(browser: Browser, query: str) -> int:
    """How many cards a query finds."""
    return browser.school.services.search_counts([query])[0]


@pytest.mark.parametrize(
    ("key", "query", "says", "back"),
    [
        ("F", "is:flagged", "2 cards flagged", "2 flags removed"),
        ("S", "is:suspended", "2 cards suspended", "2 cards brought back"),
    ],
)
def test_a_letter_marks_what_is_selected_and_takes_it_back(
    browser: Browser, key: str, query: str, says: str, back: str
) -> None:
    browser.pick(2)
    browser.press(key)
    assert (marked(browser, query), browser.notice) == (2, says)
    browser.press(key)
    assert (marked(browser, query), browser.notice) == (0, back)
    browser.press("Z", modifier=CTRL)
    assert (marked(browser, query), browser.notice) == (2, f"Undone: {back}")
    browser.press("Z", modifier=CTRL)
    assert marked(browser, query) == 0


def test_where_only_some_are_flagged_all_are(browser: Browser) -> None:
    browser.to_table()
    browser.press("F")
    browser.pick(3)
    browser.press("F")
    assert browser.notice == "2 cards flagged"
    assert marked(browser, "is:flagged") == 3


def test_the_words_of_the_bar_say_what_the_key_does(browser: Browser) -> None:
    browser.pick(2)
    bar = browser.place.under.bar
    assert bar.buttons["suspend"].words == "Suspend"
    browser.press("S")
    assert bar.buttons["suspend"].words == "Bring back"


def test_one_can_be_undone_by_the_button_as_well(browser: Browser) -> None:
    browser.to_table()
    browser.press("F")
    head = browser.place.head
    assert head.undo.isVisible()
    head.undo.click()
    assert marked(browser, "is:flagged") == 0
    assert not head.undo.isVisible()


def test_put_off_to_tomorrow_by_the_menu(browser: Browser) -> None:
    browser.pick(2)
    browser.press(Qt.Key.Key_F10, modifier=SHIFT)
    browser.choose("Not today")
    assert marked(browser, "is:buried") == 2


def test_studied_cards_get_another_due_day(browser: Browser) -> None:
    browser.studied(["capital of Norway", "capital of Sweden"])
    browser.search("capital")
    browser.pick(3)
    browser.place.do("set_due")
    task = browser.place.under.task
    assert task is not None
    assert browser.focus is task.field
    assert not task.act.isEnabled()
    QTest.keyClicks(browser.focus, "5")
    assert task.says.text().startswith("They come back on")
    assert task.act.words == "Set 2 cards"
    browser.press(Qt.Key.Key_Return)
    assert browser.notice == "2 cards have another due day"
    assert browser.focus is browser.place.table
    assert browser.cells(PLACES["due"])[:2] == ["in 5 days", "in 5 days"]
    browser.press("Z", modifier=CTRL)
    assert "in 5 days" not in browser.cells(PLACES["due"])


@pytest.mark.parametrize(
    ("text", "sound"), [("0", True), ("2025-12-24", True), ("2020-01-01", False), ("x", False)]
)
def test_a_day_is_a_number_or_a_date(browser: Browser, text: str, sound: bool) -> None:
    browser.studied(["capital of Norway"])
    browser.search("Norway")
    browser.to_table()
    browser.place.do("set_due")
    task = browser.place.under.task
    assert task is not None
    task.field.setText(text)
    assert task.act.isEnabled() is sound


def test_escape_ends_a_task(browser: Browser) -> None:
    browser.to_table()
    browser.place.do("set_due")
    browser.press(Qt.Key.Key_Escape)
    assert browser.place.under.task is None
    assert browser.focus is browser.place.table


def test_start_again_as_new(browser: Browser) -> None:
    browser.studied(["capital of Norway"])
    browser.search("Norway")
    browser.to_table()
    browser.press(Qt.Key.Key_F10, modifier=SHIFT)
    browser.choose("Start again as new")
    assert browser.cells(PLACES["due"]) == ["new"]
    browser.press("Z", modifier=CTRL)
    assert browser.cells(PLACES["due"]) != ["new"]


def test_nothing_to_change_says_so(browser: Browser) -> None:
    browser.search("Norway")
    browser.to_table()
    browser.press(Qt.Key.Key_F10, modifier=SHIFT)
    browser.choose("Start again as new")
    assert browser.notice == "Nothing to change"
    assert not browser.place.head.undo.isVisible()


def test_actions_without_room_are_in_the_menu(browser: Browser) -> None:
    browser.reader.window.resize(560, 760)
    browser.pick(2)
    bar = browser.place.under.bar
    assert bar.folded
    assert bar.more.isVisible()
    bar.more.click()
    entries = [one.text().split("\t")[0] for one in browser.menu().actions()]
    assert {"Tag", "Move", "Flag", "Suspend", "Set due"} <= set(entries)
    browser.menu().close()


def test_the_summary_of_what_is_selected(browser: Browser) -> None:
    browser.studied(["capital of Norway", "capital of Sweden"])
    browser.search("capital")
    browser.pick(3)
    summary = browser.place.under.summary
    assert summary.facts.text().startswith("1 deck, ")
    assert "asked 2 times so far" in summary.facts.text()


def test_a_task_without_room_takes_the_place_of_the_table(browser: Browser) -> None:
    browser.reader.window.resize(900, 480)
    browser.pick(2)
    browser.press("T")
    task = browser.place.under.task
    assert task is not None
    QApplication.processEvents()
    assert not browser.place.table.isVisible()
    assert not browser.place.under.bar.isVisible()
    assert task.height() >= task.height_wanted(task.width())
    browser.press(Qt.Key.Key_Escape)
    assert browser.place.table.isVisible()
    assert browser.place.under.bar.isVisible()
    assert browser.focus is browser.place.table


def test_the_table_comes_back_for_one_card_too(browser: Browser) -> None:
    browser.reader.window.resize(900, 480)
    browser.to_table()
    browser.press("T")
    browser.press(Qt.Key.Key_Escape)
    assert browser.place.table.isVisible()
    assert browser.focus is browser.place.table
