"""The preview: the card of the row, as it is studied."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from quizapp.core.kinds.base import Picked
from quizapp.ui import theme
from quizapp.ui.widgets.choice_row import ChoiceRow
from tests.ui.browsing import Browser


def built(browser: Browser) -> None:
    """Wait until the row has come to rest."""
    preview = browser.place.under.preview
    browser.qtbot.waitUntil(lambda: not preview._wait.isActive())


def test_the_card_of_the_row_is_shown_with_its_answer(browser: Browser) -> None:
    browser.search("Which river runs through Budapest")
    browser.to_table()
    built(browser)
    preview = browser.place.under.preview
    assert preview.trial is not None
    assert preview.trial.column.question_text == "Which river runs through Budapest?"
    assert preview.trial.column.panel is not None, "the answer is shown"


def test_nothing_is_said_to_be_the_learners_answer(browser: Browser) -> None:
    browser.search("Which river runs through Rome")
    browser.to_table()
    built(browser)
    trial = browser.place.under.preview.trial
    assert trial is not None
    heard = [row.accessibleName() for row in trial.findChildren(ChoiceRow)]
    assert [name for name in heard if "right answer" in name]
    assert not [name for name in heard if "your answer" in name]


def test_wrong_options_say_how_often_they_were_picked(browser: Browser) -> None:
    seat = browser.school.begin(deck_keys=(browser.school.deck_key,))
    while seat.note != "rome":
        seat.give()
    seat.give(Picked("Po"))
    browser.search("Which river runs through Rome")
    browser.to_table()
    built(browser)
    trial = browser.place.under.preview.trial
    assert trial is not None
    heard = {row.accessibleName() for row in trial.findChildren(ChoiceRow)}
    assert heard == {"Tiber, right answer", "Po, picked once", "Arno, never picked"}


def test_the_focus_on_it_is_seen(browser: Browser) -> None:
    browser.to_table()
    built(browser)
    preview = browser.place.under.preview
    edge = QPoint(preview.width() // 2, 1)
    before = preview.grab().toImage().pixelColor(edge)
    browser.press(Qt.Key.Key_F6)
    assert browser.focus is preview.page
    after = preview.grab().toImage().pixelColor(edge)
    assert before != after == theme.color("acc")


def test_it_follows_the_row(browser: Browser) -> None:
    browser.to_table()
    browser.press(Qt.Key.Key_Down)
    built(browser)
    trial = browser.place.under.preview.trial
    assert trial is not None
    assert trial.column.question_text == browser.questions()[1]
    assert browser.focus is browser.place.table, "the focus stays"


def test_memory_beside_it(browser: Browser) -> None:
    browser.studied(["capital of Norway"])
    browser.search("Norway")
    browser.to_table()
    built(browser)
    memory = browser.place.under.preview.memory
    assert memory.isVisible()
    said = {key: label.text() for key, label in memory._values.items()}
    assert said["difficulty"].endswith(" of 10")
    assert said["forgotten"] == "0 times"
    assert memory.last.accessibleName() == "Last answers: good"


def test_memory_in_a_line_where_it_is_narrow(browser: Browser) -> None:
    browser.studied(["capital of Norway"])
    browser.search("Norway")
    browser.reader.window.resize(620, 760)
    browser.to_table()
    built(browser)
    preview = browser.place.under.preview
    assert not preview.memory.isVisible()
    assert "Stability:" in preview._line.text()


def test_space_closes_and_opens_it(browser: Browser) -> None:
    browser.to_table()
    preview = browser.place.under.preview
    browser.press(Qt.Key.Key_Space)
    assert not preview.isVisible()
    browser.press("1", modifier=Qt.KeyboardModifier.ControlModifier)
    assert not browser.school.services.settings.browse.preview
    browser.go()
    browser.press(Qt.Key.Key_Space)
    assert preview.isVisible()


def test_in_a_low_window_it_is_closed_until_it_is_asked_for(browser: Browser) -> None:
    browser.reader.window.resize(1000, 560)
    QApplication.processEvents()
    preview = browser.place.under.preview
    assert not preview.isVisible()
    browser.to_table()
    browser.press(Qt.Key.Key_Space)
    assert preview.isVisible()
    assert browser.place.table.height() > 80
    browser.press(Qt.Key.Key_Space)
    assert not preview.isVisible()


def test_a_card_that_has_gone_says_so(browser: Browser) -> None:
    browser.studied(["capital of Norway"])
    path = browser.school.world.folder / "capitals.yaml"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(lines[:2] + lines[5:]))
    browser.school.world.touch(path)
    browser.school.world.refresh()
    browser.school.services.library_changed(None)
    browser.search("is:missing")
    browser.to_table()
    built(browser)
    preview = browser.place.under.preview
    assert preview.trial is None
    assert preview._gone.isVisible()
    assert not preview.edit.isVisible()
