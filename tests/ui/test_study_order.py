"""The order of the study screen, by Tab and for a screen reader."""

import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from quizapp import paths
from quizapp.ui import theme
from tests.ui.reader import ALT, Reader
from tests.ui.samples import settle

TAB, BACKTAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return

DECK = """\
title: Mine
language: en
cards:
- q: Put these planets in order.
  order: [Mercury, Venus, Earth]
  hint: Mercury is first.
  source: https://example.org/planets
- q: Name the Baltic states.
  list: [Estonia, Latvia, Lithuania]
"""


@pytest.fixture
def mine(reader: Reader) -> Reader:
    """At the first card of the deck above."""
    reader.school.write(DECK)
    reader.sit_down()
    return reader


def stops(reader: Reader, key: Qt.Key = TAB) -> list[str]:
    """Names of what has the focus, from here round to here again."""
    start, names = reader.focus, []
    while not names or reader.focus is not start:
        names.append(reader.focus.accessibleName())
        reader.press(key)
        assert len(names) < 20, names
    return names


def spoken(interface: QAccessibleInterface) -> Iterator[str]:
    """Names in the order of a screen reader, from the top down."""
    if interface.state().invisible:  # type: ignore[attr-defined]
        return
    if name := interface.text(QAccessible.Text.Name):
        yield name
    for at in range(interface.childCount()):
        if child := interface.child(at):
            yield from spoken(child)


def in_view(reader: Reader) -> bool:
    """Is all of what has the focus on screen?"""
    view, focus = reader.study._page.viewport(), reader.focus
    top = focus.mapTo(view, focus.rect().topLeft()).y()
    return 0 <= top <= view.height() - focus.height()


def read_out(reader: Reader) -> list[str]:
    return list(spoken(QAccessible.queryAccessibleInterface(reader.study)))


def test_tab_goes_from_the_answer_down_and_up_to_the_way_back(mine: Reader):
    row = mine.focus.accessibleName()
    names = [row, "I don’t know", "Hint", "Check order", "Check order", "Leave, resume later"]
    assert stops(mine) == names
    assert stops(mine, BACKTAB) == [row, *reversed(names[1:])]


def test_tab_goes_from_the_ratings_to_the_source(mine: Reader):
    mine.press("0")
    names = stops(mine)
    assert names[:4] == ["Again", "Hard", "Good", "Easy"]
    assert " of 3" in names[4]
    assert names[5:] == ["https://example.org/planets", names[6], "Leave, resume later"]


def test_tab_goes_through_entries_before_the_field(mine: Reader):
    mine.press("0", Qt.Key.Key_Space)
    for item in ("Estonia", "Latvia"):
        mine.type(item)
        mine.press(ENTER)
    field = mine.focus
    names = stops(mine)
    assert names[1:3] == ["I don’t know", "Check"]
    assert names[-1].startswith("Estonia")
    assert mine.focus is field


def test_a_screen_reader_goes_from_the_question_to_the_answer_to_the_buttons(mine: Reader):
    names = read_out(mine)
    places = [
        next(at for at, name in enumerate(names) if name.startswith(words))
        for words in ("Mine", "Put in order", "Put these planets", "Mercury", "I don’t know", "Check order")
    ]
    assert places == sorted(places)
    assert names[-1] == "all keys"
    mine.press("0")
    names = read_out(mine)
    assert names.index("Put these planets in order.") < names.index("Now you know") < names.index("Good")


def test_what_is_read_of_the_top_line(mine: Reader):
    head = mine.study.head
    words = [
        (interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Description))
        for interface in map(QAccessible.queryAccessibleInterface, (head.back, head._title))
    ]
    assert words == [("Leave, resume later", "Esc"), ("Mine", "")]


def test_the_tool_tip_of_a_title_that_is_cut(mine: Reader):
    title = mine.study.head._title

    def tip() -> str:
        QApplication.sendEvent(
            title, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), title.mapToGlobal(QPoint(5, 5)))
        )
        return QToolTip.text()

    assert tip() == ""
    mine.study.head.show_place("A <b>long</b> name " * 30, 1, 2)
    assert tip().startswith("<qt>A &lt;b&gt;long")
    QToolTip.hideText()


def test_the_focus_goes_straight_from_what_is_done_to_what_comes_next(mine: Reader, qapp: QApplication):
    mine.school.services.set("confidence", True, None)
    passed: list[str] = []

    def hear(old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not mine.study:
            passed.append(new.accessibleName())

    qapp.focusChanged.connect(hear)
    try:
        mine.press("0", Qt.Key.Key_Space)
        for item in ("Estonia", "Latvia", "Lithuania"):
            mine.type(item)
            mine.press(ENTER)
        mine.press(ENTER, ENTER)
    finally:
        qapp.focusChanged.disconnect(hear)
    assert passed == ["Again", "Next entry", "Skip", "Good"]


def test_tab_goes_on_where_the_screen_itself_has_the_focus(mine: Reader):
    mine.study.setFocus()
    mine.press(TAB)
    assert " of 3" in mine.focus.accessibleName()


def test_a_screen_reader_comes_to_the_picture_before_the_field(mine: Reader):
    mine.school.write(
        "title: P\ncards:\n- q: Which?\n  image: none.svg\n  alt: A house.\n  typed: true\n"
        "  regions: [roof: 30 22 32 25]\n"
    )
    mine.sit_down()
    names = read_out(mine)
    assert names.index("Which?") < names.index("A house.") < names.index("Your answer")


def test_what_comes_into_focus_comes_into_view(mine: Reader):
    mine.window.resize(720, 480)
    settle()
    mine.press("0")
    page = mine.study._page

    page.verticalScrollBar().setValue(0)
    mine.press("s")
    assert in_view(mine)
    mine.study._bar.focus_suggested()
    page.verticalScrollBar().setValue(0)
    mine.press(TAB, TAB, TAB, TAB, TAB)
    assert mine.focus.accessibleName() == "https://example.org/planets"
    assert in_view(mine)


def test_arrows_keep_the_option_in_view_and_so_does_larger_text(mine: Reader, qapp: QApplication):
    options = ", ".join(f"{letter} {'goes on ' * 30}" for letter in "BCDEF")
    mine.school.write(f"title: C\ncards:\n- q: Which?\n  a: A\n  wrong: [{options}]\n")
    mine.sit_down()
    mine.window.resize(720, 480)
    settle()
    for _ in range(5):
        mine.press(Qt.Key.Key_Down)
        assert in_view(mine)
    theme.install(qapp, theme.Theme(text_percent=150))
    settle()
    assert in_view(mine)


def test_the_field_below_a_picture_stays_in_view(mine: Reader, qapp: QApplication):
    shutil.copy(paths.find().bundled_decks / "examples" / "media" / "house.svg", mine.school.folder / "decks")
    mine.school.write(
        "title: P\ncards:\n- q: Which?\n  image: house.svg\n  alt: A house.\n  typed: true\n"
        "  regions: [roof: 30 22 32 25]\n"
    )
    mine.sit_down()
    theme.install(qapp, theme.Theme(text_percent=200))
    mine.window.resize(640, 480)
    settle()
    assert in_view(mine)


def test_a_card_to_turn_has_the_focus_on_the_button_that_turns_it(reader: Reader):
    reader.sit_down()
    reader.go_to("paris")
    assert reader.focus is reader.study._bar.check
    assert reader.focus.accessibleName() == "Show the answer"
    reader.press(Qt.Key.Key_Space)
    assert reader.judged is not None
    assert reader.focus.accessibleName() == "Good"


def test_a_letter_beside_a_text_field_puts_no_card_aside(mine: Reader):
    mine.school.write(
        "title: G\nlanguage: en\ncards:\n- cloze: '{{c1::Paris}} is a {{c1::capital}}'\n  typed: true\n"
        "  gaps: {2: {wrong: [river]}}\n"
    )
    mine.sit_down()
    mine.press(TAB)
    assert mine.focus.accessibleName() in ("capital", "river")
    mine.press("p", "f", "0", "?")
    assert mine.school.events() == []
    assert mine.judged is None
    mine.press(Qt.Key.Key_P, modifier=ALT)
    assert mine.school.events() == ["suspend"]
