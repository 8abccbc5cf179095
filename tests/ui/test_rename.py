"""Did you rename these? By keyboard alone: link, keep apart, take back, after a restart as well."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.store import log, renames
from quizapp.ui import theme
from quizapp.ui.navigation import Back, Missing, Renames
from quizapp.ui.screens import rename as module
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.legend import Legend
from tests.store.made import review
from tests.ui.asking import current, folded, fronts, head, place, remembered
from tests.ui.learning import School
from tests.ui.reader import CTRL, Reader
from tests.ui.renaming import NEW, OLD, REVIEWS, card_id, rename, write
from tests.ui.stage import role_and_name

UP, DOWN, TAB = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    words: list[str] = []
    monkeypatch.setattr(module, "announce", lambda widget, text: words.append(text))
    return words


def test_pairs_by_likeness_the_first_is_current(asking: Reader) -> None:
    assert fronts(asking) == [front for front, _ in OLD]
    assert current(asking) == OLD[0][0]
    kinds = [(panel.same_button.kind, panel.different_button.kind) for panel in place(asking).panels]
    assert kinds == [("primary", "ghost"), *[("ghost", "ghost")] * 3]


def test_y_links_n_keeps_apart_and_the_next_pair_is_current(asking: Reader, said: list[str]) -> None:
    school = asking.school
    asking.press("Y")
    assert remembered(school, NEW[0][0]) == REVIEWS[0]
    assert current(asking) == OLD[1][0]
    asking.press("N")
    assert remembered(school, NEW[1][0]) == 0
    assert current(asking) == OLD[2][0]
    assert folded(asking) == [f"Linked: “{NEW[0][0]}”", f"Different cards: “{OLD[1][0]}”"]
    assert said == ["1 card linked. 3 left.", "Different cards. 2 left."]


def test_ctrl_z_takes_back_one_answer_after_the_other(asking: Reader, said: list[str]) -> None:
    asking.press("Y", "N")
    asking.press(Qt.Key.Key_Z, modifier=CTRL)
    assert current(asking) == OLD[1][0]
    asking.press(Qt.Key.Key_Z, modifier=CTRL)
    assert current(asking) == OLD[0][0]
    assert folded(asking) == []
    assert remembered(asking.school, NEW[0][0]) == 0
    asking.press(Qt.Key.Key_Z, modifier=CTRL)
    assert said[-2:] == ["Taken back. 3 left.", "Taken back. 4 left."]


def test_answers_are_undone_after_a_restart(asking: Reader) -> None:
    asking.press("Y", "N")
    asking.restart()
    asking.window.go(Renames())
    QApplication.processEvents()
    assert len(folded(asking)) == 2
    assert current(asking) == OLD[2][0]
    place(asking).answered[0].undo.setFocus()
    asking.press(Qt.Key.Key_Return)
    assert current(asking) == OLD[0][0]
    assert remembered(asking.school, NEW[0][0]) == 0
    assert len(folded(asking)) == 1


def test_up_and_down_walk_the_pairs_that_are_left(asking: Reader) -> None:
    asking.press(DOWN)
    assert current(asking) == OLD[1][0]
    asking.press("Y", UP, UP)
    assert current(asking) == OLD[0][0]
    asking.press(DOWN)
    assert current(asking) == OLD[2][0]
    asking.press(DOWN, DOWN, DOWN)
    assert current(asking) == OLD[3][0]


def test_tab_makes_the_pair_current_that_it_comes_to(asking: Reader) -> None:
    asking.press(TAB, TAB)
    assert current(asking) == OLD[1][0]
    asking.press(TAB)
    asking.press(Qt.Key.Key_Space)
    assert folded(asking) == [f"Different cards: “{OLD[1][0]}”"]


def test_sure_ones_are_linked_at_once_and_taken_back_one_by_one(asking: Reader, said: list[str]) -> None:
    assert head(asking).words == "Link 3 above 80 %"
    head(asking).setFocus()
    asking.press(Qt.Key.Key_Return)
    assert current(asking) == OLD[3][0]
    assert [remembered(asking.school, front) for front, _ in NEW] == [*REVIEWS[:3], 0]
    assert not head(asking).isVisible()
    assert said == ["3 cards linked. 1 left."]
    asking.press(Qt.Key.Key_Z, modifier=CTRL)
    assert current(asking) == OLD[2][0]
    assert head(asking).words == "Link 1 above 80 %"


def test_all_answered_the_focus_stays_on_the_page(asking: Reader) -> None:
    asking.press("Y", "Y", "N", "N")
    assert place(asking).current is None
    assert asking.focus.isVisible()
    assert len(folded(asking)) == 4
    asking.press("Y", "N", UP, DOWN)
    assert len(folded(asking)) == 4
    assert renames.count(asking.school.db) == 0


def test_esc_goes_back_and_a_button_leads_to_the_missing(asking: Reader) -> None:
    gone: list[object] = []
    place(asking).go.disconnect()
    place(asking).go.connect(gone.append)
    next(one for one in place(asking).findChildren(Button) if one.words == "Missing cards").setFocus()
    asking.press(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert gone == [Missing(), Back()]


def test_what_happens_in_the_decks_is_shown_at_once(asking: Reader) -> None:
    asking.press(DOWN)
    write(asking.school, OLD[0], *NEW[1:])
    asking.school.services.library_changed(None)
    QApplication.processEvents()
    assert fronts(asking) == [front for front, _ in OLD[1:]]
    assert current(asking) == OLD[1][0]


def test_nothing_to_ask(reader: Reader) -> None:
    reader.window.go(Renames())
    QApplication.processEvents()
    assert place(reader).panels == ()
    assert "Nothing to ask" in [one.text() for one in place(reader).findChildren(Label) if one.isVisible()]
    assert role_and_name(reader.focus) == (QAccessible.Role.Button, "Back")
    reader.press(Qt.Key.Key_Return)
    assert reader.window.shown is reader.window.home


def test_what_a_screen_reader_finds(asking: Reader) -> None:
    panel = place(asking).panels[1]
    texts = [role_and_name(one) for one in panel.texts.findChildren(module.QWidget) if one.isVisible()]
    label = QAccessible.Role.StaticText
    assert texts == [
        (label, "Was"),
        (
            label,
            f"Was: {OLD[1][0]} (taken out: does taking out, tend to set off)",
        ),
        (label, "Was: More violence among rivals"),
        (label, "Now"),
        (label, f"Now: {NEW[1][0]} (put in: often follows when, is caught)"),
        (label, "Now: More violence among rivals"),
        (label, texts[-1][1]),
    ]
    assert texts[-1][1].startswith("2 reviews, stability ")
    assert texts[-1][1].endswith(". Cartels")
    same = QAccessible.queryAccessibleInterface(panel.same_button)
    assert same.text(QAccessible.Text.Name) == "Same card"
    assert same.text(QAccessible.Text.Description) == f"Was: {OLD[1][0]} Now: {NEW[1][0]}"


def test_a_new_card_that_was_studied_says_so(qtbot: QtBot, school: School) -> None:
    rename(school)
    log.append_review(school.db, review(school.db, card_id(school, NEW[0][0])))
    reader = Reader(qtbot, school)
    reader.window.go(Renames())
    QApplication.processEvents()
    words = [
        one.text()
        for one in place(reader).panels[0].texts.findChildren(module.QWidget)
        if hasattr(one, "text")
    ]
    assert "The new card has 1 review; both histories count" in words[-1]
    reader.press("Y")
    assert remembered(school, NEW[0][0]) == REVIEWS[0] + 1
    reader.close()


@pytest.mark.parametrize(("width", "percent"), [(1100, 100), (720, 100), (1024, 200)])
def test_it_fits(asking: Reader, qapp: QApplication, width: int, percent: int) -> None:
    asking.press("Y")
    theme.install(qapp, theme.Theme(text_percent=percent))
    asking.window.resize(width, 700)
    QApplication.processEvents()
    page = place(asking)
    column = page.findChild(module.Page)
    assert column is not None
    for row in (*page.panels, *page.answered):
        assert row.width() <= column.viewport().width()
        for button in row.findChildren(Button):
            assert button.width() >= button.minimumSizeHint().width()
            assert row.rect().contains(
                button.geometry().translated(button.parentWidget().mapTo(row, button.rect().topLeft()) * 0)
            )
    legend = page.findChild(Legend)
    assert legend is not None
    assert legend.isVisible() is (width == 1100)


def test_home_leads_here_and_says_no_more_when_all_is_answered(asking: Reader) -> None:
    asking.window.go_home()
    line = next(one for one in asking.window.home.findChildren(Button) if "renamed" in one.words)
    assert line.words == "4 cards may have been renamed"
    line.setFocus()
    asking.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert current(asking) == OLD[0][0]
    asking.press("Y", "Y", "Y", "Y", Qt.Key.Key_Escape)
    assert asking.window.shown is asking.window.home
    assert not line.isVisible()
