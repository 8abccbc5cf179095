"""The screen of copies, by keyboard: what is in them, one more, one restored in two presses."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from quizapp.store import backups, log, settings
from quizapp.store.connection import PROGRESS
from quizapp.ui.damage import DamageSheet
from quizapp.ui.models.cards import ASIDE
from quizapp.ui.navigation import Backups, Home, Resume, Study
from quizapp.ui.screens.backups import BackupsPlace
from quizapp.ui.screens.study import StudyScreen
from tests.journeys.learner import Learner

ENTER, ESC, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Down


@pytest.fixture
def student(owner: Learner) -> Learner:
    """Somebody who has answered one card, with the day's copy from before."""
    owner.qtbot.waitUntil(lambda: not owner.app._work.busy)
    owner.window.go(Study())
    owner.answer()
    return owner


def place(learner: Learner) -> BackupsPlace:
    shown = learner.window.shown
    assert isinstance(shown, BackupsPlace)
    return shown


def settled(learner: Learner) -> None:
    learner.qtbot.waitUntil(lambda: not learner.window.kit.work.busy)


def opened(learner: Learner) -> BackupsPlace:
    learner.window.go(Backups())
    settled(learner)
    return place(learner)


def rows(screen: BackupsPlace) -> list[str]:
    model = screen.table.model()
    return [model.index(row, 0).data(ASIDE) for row in range(model.rowCount())]


def answers(learner: Learner) -> int:
    return len(list(log.reviews(learner.app.db)))


def test_the_copies_say_what_is_in_them(student: Learner) -> None:
    screen = opened(student)
    assert rows(screen) == ["no answers yet"]
    assert student.focus is screen.save
    student.press(ENTER)
    settled(student)
    assert screen.told.text().startswith("Copied: ")
    first, second = rows(screen)
    assert first.startswith("1 answer · 1 study day · 1 card · last ")
    assert second == "no answers yet"


def test_restored_in_two_presses_and_taken_back(student: Learner, qtbot: QtBot) -> None:
    screen = opened(student)
    screen.table.setFocus()
    student.press(DOWN)
    student.press(ENTER)
    settled(student)
    assert "1 day and 1 answer newer than this copy would be put aside." in screen.bar.words
    assert answers(student) == 1
    assert student.focus is screen.bar.restore
    student.press(ENTER)
    settled(student)
    assert answers(student) == 0
    assert screen.bar.words.startswith("Restored. What was there is a copy of its own now")
    assert len(rows(screen)) == 2
    assert student.focus is screen.bar.undo
    student.press(ENTER)
    settled(student)
    assert answers(student) == 1
    qtbot.waitUntil(lambda: student._ready())


def test_a_shared_folder_that_brings_answers_back_is_told(student: Learner, tmp_path: Path) -> None:
    student.app.services.set("sync_folder", str(tmp_path), None)
    settled(student)
    screen = opened(student)
    screen.table.setFocus()
    student.press(DOWN)
    student.press(ENTER)
    settled(student)
    assert "The folder shared with your other machines brings them back." in screen.bar.words


def test_the_app_goes_on_after_a_restore(student: Learner, qtbot: QtBot) -> None:
    """With the decks read anew, the sitting of before gone, and a new one to be studied."""
    screen = opened(student)
    screen._on_chosen(screen.table.model().index(0, 0).data(Qt.ItemDataRole.UserRole))
    settled(student)
    screen.bar.restore.click()
    settled(student)
    qtbot.waitUntil(lambda: student._ready())
    student.window.go(Resume())
    assert student.window.shown is student.window.home
    student.window.go(Study())
    assert isinstance(student.window.shown, StudyScreen)
    student.answer()
    assert answers(student) == 1
    student.window.go(Home())


def test_escape_keeps_what_is_there(student: Learner) -> None:
    screen = opened(student)
    screen.table.setFocus()
    student.press(DOWN)
    student.press(ENTER)
    settled(student)
    student.press(ESC)
    assert not screen.bar.isVisible()
    assert student.focus is screen.table
    assert answers(student) == 1
    student.press(ESC)
    assert student.window.shown is not screen


def test_a_damaged_copy_is_listed_and_not_restored(student: Learner) -> None:
    (copy,) = backups.listing(student.app.db.folder)
    copy.path.write_bytes(copy.path.read_bytes()[:5000])
    screen = opened(student)
    assert rows(screen) == ["damaged, or no progress of quizapp"]
    screen.table.setFocus()
    student.press(DOWN)
    student.press(ENTER)
    assert screen.bar.words.endswith("This copy cannot be restored.")
    assert not screen.bar.asking
    assert answers(student) == 1


def test_a_disk_that_is_away_is_told_calmly(student: Learner, tmp_path: Path) -> None:
    settings.put(student.app.db, "backup_folder", str(tmp_path / "usb"))
    screen = opened(student)
    assert "could not be used: it is not there. The copy lies beside your progress." in screen.told.text()
    student.press(ENTER)
    settled(student)
    assert "The copy lies beside your progress." in screen.told.text()
    assert len(rows(screen)) == 2


def test_the_deep_check_and_the_repair(student: Learner) -> None:
    screen = opened(student)
    screen.check.start.setFocus()
    student.press(ENTER)
    settled(student)
    assert screen.check.result.text().startswith("All is well: 1 answer and ")
    assert not screen.check.follow.isVisible()
    student.app.db.con.execute("UPDATE memory SET reps = 9")
    student.press(ENTER)
    settled(student)
    assert screen.check.result.text() == "Not as it should be: 1 thing."
    assert screen.check.lines == (
        "• Rows of memory that differ from what your answers say: 1. Repair derives them anew.",
    )
    screen.check.follow.setFocus()
    student.press(ENTER)
    settled(student)
    assert screen.check.result.text().startswith("Repaired.")
    assert student.app.db.con.execute("SELECT reps FROM memory").fetchall() == [(1,)]


def damaged(student: Learner, button: str) -> Learner:
    """The same, after the file was damaged; this button of the start's message was pressed."""
    student.close()
    path = student.paths.data / PROGRESS
    path.write_bytes(bytes(100) + path.read_bytes()[100:])

    def press() -> None:
        sheet = QApplication.activeModalWidget()
        if isinstance(sheet, DamageSheet) and (focus := sheet.focusWidget()) is not None:
            while focus is not getattr(sheet, button):
                student.qtbot.keyClick(focus, TAB)
                focus = sheet.focusWidget()
            student.qtbot.keyClick(focus, ENTER)
        else:
            QTimer.singleShot(10, press)

    press()
    student.open()
    settled(student)
    return student


def test_a_start_that_finds_damage_leads_to_the_newest_copy(student: Learner) -> None:
    with student.app.db.twin() as twin:
        copy = backups.make(twin)
    damaged(student, "restore")
    assert answers(student) == 0
    screen = place(student)
    assert "1 day and 1 answer that are missing now would come back." in screen.bar.words
    assert student.focus is screen.bar.restore
    student.press(ENTER)
    settled(student)
    assert answers(student) == 1
    assert copy.exists()


def test_what_can_be_read_of_a_damaged_file_is_put_in_place(student: Learner) -> None:
    damaged(student, "copies")
    assert answers(student) == 0
    screen = place(student)
    assert screen.wreck.isVisible()
    screen.wreck.start.setFocus()
    student.press(ENTER)
    settled(student)
    assert screen.wreck.result.text().startswith("1 answer can be read. 1 of them")
    assert answers(student) == 0
    assert student.focus is screen.wreck.follow
    student.press(ENTER)
    settled(student)
    assert answers(student) == 1


def test_what_was_deleted_for_good_leaves_the_file(student: Learner) -> None:
    screen = opened(student)
    screen.compact.start.setFocus()
    student.press(ENTER)
    settled(student)
    assert screen.compact.result.text() == "There is nothing to let go of."
    (only,) = log.reviews(student.app.db)
    student.app.services.mark("tombstone", only.card_id, None)
    screen.compact.start.setFocus()
    student.press(ENTER)
    settled(student)
    assert screen.compact.result.text() == "Would go for good: 1 answer."
    assert answers(student) == 1
    student.press(ENTER)
    settled(student)
    assert screen.compact.result.text().startswith("Done. The copy ")
    assert answers(student) == 0


def test_the_log_is_saved_as_a_file(
    student: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = str(tmp_path / "log.jsonl")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    screen = opened(student)
    screen.export.start.setFocus()
    student.press(ENTER)
    settled(student)
    assert screen.export.result.text().startswith("Saved: ")
    assert Path(name).read_text("utf-8").count("\n") > 1


def press_all(learner: Learner, until: Callable[[], bool]) -> None:
    for _ in range(40):
        if until():
            return
        learner.press(TAB)
    raise AssertionError("never reached by Tab")


def test_all_is_reached_by_tab(student: Learner) -> None:
    screen = opened(student)
    for widget in (screen.table, screen.check.start, screen.export.start, screen.back):
        press_all(student, lambda widget=widget: student.focus is widget)  # type: ignore[misc]
