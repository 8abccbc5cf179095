"""Banners say what is to be mended or decided, fit wherever they stand, and are answered by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.app import dress
from quizapp.core.notices import Notice
from quizapp.core.problems import Problem, Where
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.screens.home_banners import MOST, Banner
from tests.ui.samples import clipped

DEEP = "/home/ana/" + "a-folder-with-a-rather-long-name/" * 6 + "verbs.yaml"
MISSING = Problem(code="folder_missing", where=Where(DEEP), args={"file": DEEP})
QUOTE = Problem(code="quote_needed", where=Where(DEEP, 12, 3), args={"character": ":"})
UNREADABLE = Problem(code="deck_unreadable", where=Where(DEEP), args={"file": DEEP, "reason": "no"})
ALL = (
    Notice(kind="done", did="Done."),
    Notice(kind="offer", path=DEEP),
    Notice(kind="broken", title="Verbs", path=DEEP, problem=QUOTE, more=1),
    Notice(kind="broken", title="Nouns", path=DEEP, problem=UNREADABLE),
    Notice(kind="broken", title="Others", path=DEEP),
    Notice(kind="copy", title="Verbs", path=DEEP, other=DEEP),
    Notice(kind="folder", path=DEEP, problem=MISSING, removable=True),
    Notice(kind="folder", path="/x", problem=MISSING),
)


def shown(home: HomeScreen) -> list[Banner]:
    return [banner for banner in home.findChildren(Banner) if banner.isVisible()]


def test_each_says_what_is_wrong_and_what_can_be_done(home: HomeScreen):
    said = []
    for notice in ALL:
        home.show_notices((notice,))
        (banner,) = shown(home)
        said.append((banner.words[0], [button.text() for button in banner.buttons]))
    assert said == [
        ("Done.", ["Undo", "Close"]),
        (
            "Study “verbs.yaml” where it lies, or copy it into My decks?",
            ["Study it where it lies", "Copy it into My decks", "Not now"],
        ),
        ("“Verbs” has a mistake in line 12.", ["Open"]),
        ("“Nouns” cannot be read.", ["Open"]),
        ("“Others” cannot be read.", ["Open"]),
        ("“Verbs” is there twice.", ["Ignore it", "Study it instead", "Study both apart"]),
        (f"The folder {DEEP} is not there. Progress on its decks is kept.", ["Remove from the library"]),
        (f"The folder {DEEP} is not there. Progress on its decks is kept.", []),
    ]


def test_only_some_at_once_and_the_others_after_them(home: HomeScreen):
    home.show_notices(ALL)
    assert [banner.notice for banner in shown(home)] == [*ALL[:MOST]]
    second = shown(home)[1]
    home.show_notices(ALL[1:])
    assert [banner.notice for banner in shown(home)] == [*ALL[1 : MOST + 1]]
    assert shown(home)[0] is second
    home.show_notices(())
    assert shown(home) == []


def test_tab_comes_to_the_buttons_behind_the_main_job(home: HomeScreen):
    home.show_notices((ALL[5], ALL[6]))
    names = []
    for _ in range(5):
        QApplication.sendEvent(home, _tab())
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName())
    assert names[:4] == ["Ignore it", "Study it instead", "Study both apart", "Remove from the library"]


def _tab():
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)


def test_the_focus_stays_on_the_screen(home: HomeScreen, qtbot: QtBot):
    home.show_notices((ALL[5],))
    answers: list[tuple[Notice, str]] = []
    home.notice_answered.connect(lambda notice, action: answers.append((notice, action)))
    button = shown(home)[0].buttons[1]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert answers == [(ALL[5], "prefer")]
    home.show_notices((ALL[0],))
    assert QApplication.focusWidget() is shown(home)[0].buttons[0]
    home.show_notices(())
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()


@pytest.mark.parametrize(("width", "percent"), [(860, 100), (480, 100), (720, 200)])
def test_nothing_is_cut_off(home: HomeScreen, width: int, percent: int):
    dress("light", percent)
    try:
        home.resize(width, 800)
        for notice in ALL:
            home.show_notices((notice,))
            for _ in range(3):  # a height that follows from the width takes a second round
                QApplication.processEvents()
            assert all(banner.width() <= width for banner in shown(home))
            assert [words for banner in shown(home) for words in clipped(banner)] == []
    finally:
        dress("light", 100)


def test_a_banner_takes_no_focus_from_elsewhere(home: HomeScreen):
    focus = QApplication.focusWidget()
    home.show_notices(ALL[1:3])
    assert QApplication.focusWidget() is focus
    assert focus is not None
    focus.clearFocus()
    home.show_notices(ALL[3:5])
    assert QApplication.focusWidget() is None
