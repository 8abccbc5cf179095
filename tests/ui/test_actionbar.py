"""The action bar, its row of keys, and the ratings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui import theme
from quizapp.ui.widgets.actionbar import ActionBar, Hint, HintButton, KeyRow
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.rating import RatingRow
from tests.ui.stage import show

HINTS = (
    Hint("go_on", "Space", "Hard, because you used a hint"),
    Hint("source", "S", "source"),
    Hint("undo", "Ctrl Z", "undo"),
    Hint("keys", "?", "all keys"),
)
RATINGS = (("Again", "10 min"), ("Hard", "2 days"), ("Good", "5 days"), ("Easy", "12 days"))


def test_hints_drop_from_the_end_but_for_the_last(qtbot: QtBot) -> None:
    row = KeyRow()
    row.show_hints(HINTS)
    window = show(qtbot, row)
    assert row.shown() == HINTS
    window.resize(340, 100)
    assert row.shown() == (HINTS[0], HINTS[3])
    window.resize(60, 100)
    assert row.shown() == (HINTS[3],)
    assert row.height() == row.sizeHint().height()


KEEN = (
    Hint("go_on", "Space", "Hard, because part was wrong", brief="Hard"),
    Hint("show_solution", "A", "show the right order", keen=True),
    Hint("undo", "Ctrl Z", "undo"),
    Hint("keys", "?", "all keys"),
)


def test_long_words_give_way_before_a_keen_hint_does(qtbot: QtBot) -> None:
    row = KeyRow()
    row.show_hints(KEEN)
    window = show(qtbot, row)

    def shown(width: int) -> tuple[list[str], list[str]]:
        window.resize(width, 100)
        buttons = [button for button in row.findChildren(HintButton) if button.isVisible()]
        assert all(button.width() >= button.sizeHint().width() for button in buttons)
        assert buttons[0].accessibleName() == KEEN[0].words, "a screen reader has it all"
        return [button.hint.key for button in buttons], [button.words for button in buttons][:1]

    whole = shown(700)
    assert whole == (["Space", "A", "Ctrl Z", "?"], ["Hard, because part was wrong"])
    widths = [button.width() for button in row.findChildren(HintButton)]
    assert shown(sum(widths)) == (["Space", "A", "?"], ["Hard, because part was wrong"])
    assert shown(sum(widths) - widths[2] - 10) == (["Space", "A", "Ctrl Z", "?"], ["Hard"])
    assert shown(700) == whole


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=8), st.integers(40, 900))
def test_hints_never_need_a_second_line(words: list[str], width: int) -> None:
    row = KeyRow()
    hints = [Hint(str(number), "K", word) for number, word in enumerate(words)]
    row.resize(width, 24)
    row.show_hints(hints)
    kept = row.shown()
    assert kept[-1] == hints[-1]
    assert kept[:-1] == tuple(hints[: len(kept) - 1])
    if len(kept) > 1:
        assert row.childrenRect().right() <= width


def test_hints_are_one_tab_stop_with_arrows(qtbot: QtBot) -> None:
    before, after, row = Button("ghost", "Before"), Button("ghost", "After"), KeyRow()
    row.show_hints(HINTS)
    window = show(qtbot, before, row, after)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    with qtbot.waitSignal(row.chosen) as chosen:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == ["source"]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Left)
    with qtbot.waitSignal(row.chosen) as chosen:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert chosen.args == ["go_on"]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is after


def test_same_hints_keep_their_buttons(qtbot: QtBot) -> None:
    row = KeyRow()
    row.show_hints(HINTS)
    show(qtbot, row)
    buttons = row.children()
    row.show_hints(list(HINTS))
    assert row.children() == buttons
    row.show_hints(HINTS[1:])
    assert row.shown() == HINTS[1:]


def test_the_bar_is_100_px_high(qtbot: QtBot) -> None:
    bar, ratings = ActionBar(), RatingRow()
    check = Button("primary", "Check", key="Enter")
    asking = bar.add_row(Button("ghost", "I don’t know", key="0"), main=check)
    bar.add_whole(ratings)
    ratings.show_ratings(RATINGS, 2)
    bar.keys.show_hints(HINTS)
    show(qtbot, bar, width=1100)
    assert bar.height() == 100
    assert asking.isVisible()
    place = check.mapTo(bar, QPoint(0, 0))
    bar.show_row(ratings)
    qtbot.waitUntil(ratings.isVisible)
    assert not asking.isVisible()
    assert bar.height() == 100
    bar.show_row(asking)
    qtbot.waitUntil(asking.isVisible)
    assert check.mapTo(bar, QPoint(0, 0)) == place


def test_ratings_by_keys(qtbot: QtBot) -> None:
    row = RatingRow()
    row.show_ratings(RATINGS, 2)
    window = show(qtbot, row)
    row.focus_suggested()
    assert [button.kind for button in row.buttons] == ["ghost", "primary", "ghost", "ghost"]
    with qtbot.waitSignal(row.chosen) as rated:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert rated.args == [2]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(row.chosen) as rated:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert rated.args == [3]
    assert row.buttons[2].accessibleName() == "Good"
    assert row.buttons[2].accessibleDescription() == "5 days"


def test_ratings_are_equally_wide(qtbot: QtBot) -> None:
    row = RatingRow()
    row.show_ratings(RATINGS, 3)
    show(qtbot, row)
    widths = {button.width() for button in row.buttons}
    assert max(widths) - min(widths) <= 1
    assert {button.y() for button in row.buttons} == {0}


@pytest.mark.parametrize(("percent", "width"), [(150, 768), (200, 768), (100, 420)])
def test_large_ratings_stand_two_by_two(qapp: QApplication, qtbot: QtBot, percent: int, width: int) -> None:
    theme.install(qapp, theme.Theme(text_percent=percent))
    row = RatingRow()
    row.show_ratings(RATINGS, 3)
    show(qtbot, row, width=width)
    assert [(button.x() > 0, button.y() > 0) for button in row.buttons] == [
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    ]
    assert all(button.width() >= button.sizeHint().width() for button in row.buttons)


def test_the_other_direction_mirrors(qtbot: QtBot) -> None:
    row, bar = RatingRow(), ActionBar()
    row.show_ratings(RATINGS, 3)
    bar.add_row(Button("quiet", "Hint", key="H", icon="flag"), main=Label("small", "Press 1–4"))
    bar.keys.show_hints(HINTS)
    window = show(qtbot, row, bar, Chip("Claim", claim=True))
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: row.buttons[0].x() > row.buttons[3].x())
    bar.keys.resize(bar.keys.width() - 1, bar.keys.height())
    hints = bar.keys.children()
    assert window.grab().width() == 768
    assert any(getattr(hint, "x", int)() > 300 for hint in hints)
