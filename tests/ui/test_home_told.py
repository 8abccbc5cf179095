"""Home's lines on cards that left their decks."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from quizapp.ui.navigation import DueDays, Missing, Renames, Route, Study
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.screens.home_told import Told
from tests.ui.samples import OVERVIEW


@pytest.mark.parametrize(
    ("renamed", "missing", "words"),
    [
        (0, 0, []),
        (1, 1, ["1 card may have been renamed"]),
        (2, 3, ["2 cards may have been renamed", "3 cards are in no deck any more"]),
        (0, 1, ["1 card is in no deck any more"]),
    ],
)
def test_only_what_there_is_to_tell(home: HomeScreen, renamed: int, missing: int, words: list[str]) -> None:
    home.show_overview(replace(OVERVIEW, renamed=renamed, missing=missing))
    told = home.findChild(Told)
    assert told is not None
    assert told.isVisible() is bool(words)
    assert [one.words for one in (told.renamed, told.missing) if one.isVisible()] == words


def test_each_leads_on_and_makes_way_for_a_search(home: HomeScreen) -> None:
    gone: list[Route] = []
    home.go.connect(gone.append)
    home.show_overview(replace(OVERVIEW, renamed=1, missing=2))
    told = home.findChild(Told)
    assert told is not None
    for button in (told.renamed, told.missing):
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert gone == [Renames(), Missing()]
    home.findChild(type(home._head)).search.setText("oslo")  # type: ignore[union-attr]
    assert not told.isVisible()
    home.findChild(type(home._head)).search.clear()  # type: ignore[union-attr]
    assert told.isVisible()


@pytest.mark.parametrize(
    ("late", "away", "words"),
    [
        (0, 90, []),
        (1, 3, ["1 more card waits: spread it"]),
        (50, 29, ["50 more cards wait: spread them"]),
        (50, 30, ["Only the 20 most useful today", "50 more cards wait: spread them"]),
    ],
)
def test_a_backlog_is_told_calmly(home: HomeScreen, late: int, away: int, words: list[str]) -> None:
    gone: list[Route] = []
    home.go.connect(gone.append)
    home.show_overview(replace(OVERVIEW, renamed=0, missing=0, late=late, away=away))
    told = home.findChild(Told)
    assert told is not None
    shown = [one for one in told.buttons if one.isVisible()]
    assert [one.words for one in shown] == words
    for button in shown:
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert gone == [Study(most=20), DueDays()][2 - len(words) :]
