"""Studying on a disk that is full: the answer stays on screen, is not shown as saved, and is tried again."""

import pytest
from PySide6.QtCore import Qt

from quizapp.store import log
from quizapp.ui.navigation import Study
from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.screens.study_asides import UnsavedPanel
from tests.full_disk import full_disk
from tests.journeys.learner import Learner

SPACE, ESC = Qt.Key.Key_Space, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


def answered(owner: Learner) -> StudyScreen:
    """The first card, answered and not yet rated."""
    owner.qtbot.waitUntil(lambda: not owner.window.kit.work.busy)
    owner.window.go(Study())
    owner.player.answer()
    assert owner.study.judged is not None
    return owner.study


def count(owner: Learner) -> int:
    return len(list(log.reviews(owner.app.db)))


def told(screen: StudyScreen) -> str:
    aside = screen.column.aside
    return aside.words if isinstance(aside, UnsavedPanel) else ""


def test_an_answer_that_cannot_be_written_stays_and_is_tried_again(owner: Learner) -> None:
    screen = answered(owner)
    asked, judged = screen.asked, screen.judged
    with full_disk():
        owner.press(SPACE)
        assert (screen.asked, screen.judged) == (asked, judged)
        assert told(screen).startswith("This answer is not saved yet. Progress cannot be saved in ")
        assert "full" in told(screen)
        owner.press(SPACE)
        assert told(screen)
    assert count(owner) == 0
    owner.press(SPACE)
    assert count(owner) == 1
    assert screen.asked != asked
    assert told(screen) == ""


def test_one_is_told_before_one_leaves_without_it(owner: Learner) -> None:
    screen = answered(owner)
    with full_disk():
        owner.press(ESC)
        assert owner.window.shown is screen
        assert told(screen)
        owner.press(ESC)
        assert owner.window.shown is owner.window.home
    assert count(owner) == 0
    owner.window.go(Study())
    assert count(owner) == 1, "it was still there, and is saved as soon as that can be"


def test_what_cannot_be_undone_is_still_there_and_told_beside_the_card(owner: Learner) -> None:
    screen = answered(owner)
    owner.press(SPACE)
    asked = screen.asked
    with full_disk():
        owner.press(Qt.Key.Key_Z, CTRL)
        assert told(screen).startswith("This could not be saved. Progress cannot be saved in ")
    assert screen.asked == asked
    (card_key,) = owner.app.db.con.execute("SELECT card_key FROM review").fetchone()
    assert len(owner.app.services.ratings(card_key)) == 1
    owner.press(Qt.Key.Key_Z, CTRL)
    assert owner.app.services.ratings(card_key) == ()
    assert told(screen) == ""


@pytest.mark.parametrize("wish", ["flag", "suspend", "bury", "bury_siblings"])
def test_a_card_that_cannot_be_put_aside_or_flagged_stays_as_it_is(owner: Learner, wish: str) -> None:
    owner.qtbot.waitUntil(lambda: not owner.window.kit.work.busy)
    owner.window.go(Study())
    screen = owner.study
    asked = screen.asked
    with full_disk():
        screen.do(wish)
        assert told(screen).startswith("This could not be saved.")
    assert screen.asked == asked
    assert not list(log.events(owner.app.db))
    screen.do(wish)
    assert told(screen) == ""
    assert list(log.events(owner.app.db))


def test_an_answer_that_is_not_saved_stays_told_after_a_flag(owner: Learner) -> None:
    screen = answered(owner)
    with full_disk():
        owner.press(SPACE)
    screen.do("flag")
    assert told(screen).startswith("This answer is not saved yet.")
    owner.press(SPACE)
    assert (count(owner), told(screen)) == (1, "")
