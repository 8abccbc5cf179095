"""Missing cards forgotten for good: on a second word, after a backup, never without one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.core.problems import QuizError
from quizapp.store import backups, memory, restoring
from quizapp.ui.screens import missing as module
from quizapp.ui.screens import missing_parts
from tests.ui.reader import Reader
from tests.ui.renaming import OLD, REVIEWS, button, card_id, fronts, place, remembered, write

UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
SPACE, ENTER, ESC = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(missing_parts, "announce", lambda widget, text: words.append(text))
    return words


def choose(reader: Reader) -> None:
    """The first and the third."""
    reader.press(SPACE, DOWN, DOWN, SPACE)


def test_chosen_ones_are_counted(missing: Reader) -> None:
    bar = place(missing).bar
    assert not bar.isVisible()
    choose(missing)
    assert bar.words == f"2 cards chosen, {REVIEWS[0] + REVIEWS[2]} reviews"
    missing.press(SPACE)
    assert bar.words == f"1 card chosen, {REVIEWS[0]} reviews"
    missing.press(UP, UP, SPACE)
    assert not bar.isVisible()


def test_nothing_is_forgotten_before_a_second_word(missing: Reader, said: list[str]) -> None:
    choose(missing)
    button(missing, "Forget for good …").setFocus()
    missing.press(ENTER)
    bar = place(missing).bar
    assert bar.words == "4 reviews will be gone for good. Only a backup, made before, still has them."
    assert said[-1] == bar.words
    assert missing.focus is bar.keep
    missing.press(ENTER)
    assert not bar.asking
    missing.press(ENTER)
    assert bar.asking
    missing.press(ESC)
    assert not bar.asking
    assert missing.focus is bar.forget
    assert len(fronts(missing)) == 4
    assert missing.school.events() == []


def test_forgotten_after_a_backup_that_still_has_them(missing: Reader, qtbot: QtBot) -> None:
    school = missing.school
    choose(missing)
    button(missing, "Forget for good …").click()
    button(missing, "Back up and forget 2 cards").setFocus()
    missing.press(ENTER)
    bar = place(missing).bar
    assert bar.words == "Making a backup …"
    qtbot.waitUntil(lambda: len(fronts(missing)) == 2)
    assert fronts(missing) == [OLD[1][0], OLD[3][0]]
    (backup,) = backups.listing(school.db.folder)
    assert bar.words == (
        f"2 cards forgotten. The backup {backup.path.name} still has them: restored, it brings them back."
    )
    assert school.events() == ["tombstone", "tombstone"]
    assert missing.focus is place(missing).panels[0].check
    write(school, *OLD)
    assert remembered(school, card_id(school, OLD[0][0])) == 0
    restoring.restore(school.db, backup.path)
    assert memory.get(school.db, 4) is not None


def test_without_a_backup_nothing_is_forgotten(
    missing: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(db: object) -> Path:
        raise QuizError("progress_unsound", folder="/backups")

    monkeypatch.setattr(module, "back_up", fail)
    missing.press(SPACE)
    button(missing, "Forget for good …").click()
    button(missing, "Back up and forget 1 card").click()
    bar = place(missing).bar
    qtbot.waitUntil(lambda: bar.words.startswith("No backup could be made, so nothing was forgotten. "))
    assert "/backups" in bar.words
    assert len(fronts(missing)) == 4
    assert missing.school.events() == []
