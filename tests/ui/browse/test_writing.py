"""What is written into deck files from the table: listed first, only where it is wanted, and taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from quizapp.ui.browse import replacing, writing
from quizapp.ui.browse.replacing import ProposalModel, window
from quizapp.ui.browse.task import WritingTask
from tests.ui.browsing import CTRL, Browser


def text(browser: Browser, name: str = "capitals.yaml") -> str:
    return (browser.school.world.folder / name).read_text()


def task(browser: Browser) -> WritingTask:
    found = browser.place.under.task
    assert isinstance(found, WritingTask)
    return found


def settle(browser: Browser) -> None:
    """As the watcher does: the shelf follows the files."""
    browser.school.world.refresh()
    browser.school.services.library_changed(None)


def planned(browser: Browser) -> WritingTask:
    task(browser).plan_now()
    return task(browser)


def test_tags_are_given_and_taken(browser: Browser) -> None:
    before = text(browser)
    browser.search("capital of Norway or capital of Poland")
    browser.pick(2)
    browser.press("T")
    assert not task(browser).act.isEnabled()
    QTest.keyClicks(browser.focus, "cold, -north")
    asked = planned(browser)
    assert asked.says.text() == "Writes 1 file: capitals.yaml (2 cards)"
    assert asked.act.words == "Tag 2 cards"
    assert text(browser) == before, "nothing is written before it is asked for"
    browser.press(Qt.Key.Key_Return)
    after = text(browser)
    assert browser.notice == "2 cards tagged"
    assert after.count("tags: [europe, cold]") == 2
    assert (
        after.replace("tags: [europe, cold]", "tags: [europe, north]", 1).replace(
            "tags: [europe, cold]", "tags: [europe]"
        )
        == before
    ), "all other bytes stay"
    settle(browser)
    browser.search("tag:cold")
    assert len(browser.questions()) == 2
    browser.press("Z", modifier=CTRL)
    browser.to_table()
    browser.press("Z", modifier=CTRL)
    assert text(browser) == before


def test_cards_move_with_their_progress(browser: Browser) -> None:
    browser.studied(["capital of Norway"])
    browser.search("capital of Norway")
    key = browser.place.model.keys[0]
    browser.to_table()
    browser.press("M")
    asked = planned(browser)
    assert asked.says.text() == "Writes 2 files: rivers.yaml (1 card), capitals.yaml (1 card)"
    asked.act.click()
    assert "Norway" not in text(browser)
    assert "Norway" in text(browser, "rivers.yaml")
    settle(browser)
    assert browser.cells(2) == ["Rivers"]
    assert list(browser.place.model.keys) == [key]
    assert browser.school.services.state(key)[0] is not None


def test_a_card_that_is_there_already_is_not_moved(browser: Browser) -> None:
    browser.search("river capital or river")
    browser.pick(3)
    browser.press("M")
    assert planned(browser).plan.cards == 6, "three leave one file and come to the other"


def test_ids_are_pinned_and_progress_follows(browser: Browser) -> None:
    browser.studied(["capital of Norway"])
    browser.search("capital of Norway or capital of Poland")
    browser.pick(2)
    browser.place.do("pin")
    asked = planned(browser)
    assert asked.act.words == "Pin 2 ids"
    asked.act.click()
    assert text(browser).count("id: ") == 2
    settle(browser)
    (key,) = browser.school.services.search("Norway -is:new").keys
    assert browser.school.services.state(key)[0] is not None
    browser.pick(2)
    browser.place.do("pin")
    assert not planned(browser).act.isEnabled(), "they have ids now"


def test_texts_are_replaced_where_they_are_ticked(browser: Browser) -> None:
    before = text(browser)
    browser.search("capital")
    browser.press("H", modifier=CTRL)
    QTest.keyClicks(browser.focus, "capital")
    browser.press(Qt.Key.Key_Tab)
    QTest.keyClicks(browser.focus, "chief town")
    asked = planned(browser)
    assert asked.act.words == "Replace in 10 cards of 1 file"
    browser.press(Qt.Key.Key_Return)
    listed = browser.focus
    browser.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert browser.focus is listed
    asked.plan_now()
    assert asked.act.words == "Replace in 9 cards of 1 file"
    asked.act.click()
    assert text(browser).count("chief town of") == 9
    assert "capital of Sweden" in text(browser)
    browser.press("Z", modifier=CTRL)
    assert text(browser) == before


def test_it_is_told_that_not_all_changes_are_listed(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "MOST", 3)
    browser.search("capital")
    browser.press("H", modifier=CTRL)
    QTest.keyClicks(browser.focus, "capital")
    asked = planned(browser)
    assert asked.plan.cards == 3
    assert asked.says.text().startswith("Only the first 3 changes are listed")


def test_a_regular_expression_that_is_none_is_told(browser: Browser) -> None:
    browser.search("capital")
    browser.press("H", modifier=CTRL)
    asked = task(browser)
    asked.sort.chosen.emit(1)
    asked.sort.show_choice(1)
    QTest.keyClicks(browser.focus, "(")
    planned(browser)
    assert asked.fault.isVisible()
    assert not asked.act.isEnabled()


def test_a_file_that_was_changed_outside_is_left_alone(browser: Browser) -> None:
    browser.search("capital")
    browser.to_table()
    path: Path = browser.school.world.folder / "capitals.yaml"
    path.write_text("# other\n" + path.read_text())
    browser.press("T")
    QTest.keyClicks(browser.focus, "cold")
    asked = planned(browser)
    assert asked.fault.isVisible()
    assert not asked.act.isEnabled()


def test_one_that_was_changed_after_the_listing_too(browser: Browser) -> None:
    browser.search("capital")
    browser.to_table()
    path: Path = browser.school.world.folder / "capitals.yaml"
    browser.press("T")
    QTest.keyClicks(browser.focus, "cold")
    asked = planned(browser)
    other = "# other\n" + path.read_text()
    path.write_text(other)
    asked.act.click()
    assert path.read_text() == other
    assert asked.fault.isVisible()


def test_the_model_of_changes_keeps_the_rules_of_models(qtmodeltester, browser: Browser) -> None:
    browser.search("capital")
    browser.press("H", modifier=CTRL)
    QTest.keyClicks(browser.focus, "capital")
    model = planned(browser).model
    assert isinstance(model, ProposalModel)
    qtmodeltester.check(model, force_py=True)
    assert model.rowCount() == 10
    assert "→" in model.index(0).data()


def test_long_texts_are_cut_before_the_first_difference() -> None:
    lead = "word " * 20
    one, _ = window(f"{lead}old end", f"{lead}new end")
    assert one.startswith("…")
    assert one.endswith("old end")
    assert len(one) < 40
    assert window("same", "same") == ("same", "same")


def test_a_status_is_given_to_many_and_taken_away(browser: Browser) -> None:
    before = text(browser)
    browser.search("capital of Norway or capital of Poland")
    browser.pick(2)
    browser.place.do("set_key")
    assert not planned(browser).act.isEnabled()
    QTest.keyClicks(browser.focus, "fact")
    assert planned(browser).act.words == "Set it in 2 cards"
    browser.press(Qt.Key.Key_Return)
    assert text(browser).count("status: fact") == 2
    settle(browser)
    browser.place.do("set_key")
    QTest.keyClicks(browser.focus, "-")
    assert planned(browser).act.words == "Take it from 2 cards"
    browser.press(Qt.Key.Key_Return)
    assert text(browser) == before


def test_no_status_is_made_up(browser: Browser) -> None:
    browser.to_table()
    browser.place.do("set_key")
    QTest.keyClicks(browser.focus, "true")
    asked = planned(browser)
    assert "“true” is no status" in asked.fault.text()
    assert not asked.act.isEnabled()


def test_another_key_is_chosen_from_the_list(browser: Browser) -> None:
    browser.search("capital of Norway")
    browser.to_table()
    browser.place.do("set_key")
    key = browser.place.under.task.key  # type: ignore[union-attr]
    key.setFocus()
    browser.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    browser.place.under.task.value.setText("UN")  # type: ignore[union-attr]
    planned(browser).act.click()
    assert "source: UN" in text(browser)


def test_what_was_saved_elsewhere_since_is_not_taken_back(browser: Browser) -> None:
    browser.search("capital of Norway")
    browser.to_table()
    browser.press("T")
    QTest.keyClicks(browser.focus, "cold")
    planned(browser).act.click()
    authoring = browser.place.kit.authoring
    opened = authoring.open(browser.school.world.folder / "rivers.yaml")
    authoring.save_all([(opened, opened.text + "# more\n")], "elsewhere")
    browser.press("Z", modifier=CTRL)
    assert "other changes were saved since" in browser.notice
    assert "cold" in text(browser)
    assert text(browser, "rivers.yaml").endswith("# more\n")


def test_too_many_cards_are_refused_before_a_file_is_read(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST", 2)
    browser.search("capital")
    browser.pick(3)
    browser.press("T")
    QTest.keyClicks(browser.focus, "cold")
    asked = planned(browser)
    assert "more than 2 cards at once" in asked.fault.text()
    assert not asked.act.isEnabled()


def test_tab_goes_from_what_is_asked_to_the_button_that_does_it(browser: Browser) -> None:
    browser.search("capital of Norway")
    browser.to_table()
    browser.press("M")
    asked = planned(browser)
    browser.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert browser.focus is asked.act
    browser.press(Qt.Key.Key_Return)
    assert "Norway" in text(browser, "rivers.yaml")
