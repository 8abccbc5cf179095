"""Somebody who writes decks in the real window, by keyboard, in tests."""

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.paths import AppPaths
from quizapp.ui.editor.arrangement import YAML
from quizapp.ui.editor.desk import EditorDesk
from quizapp.ui.navigation import Edit
from quizapp.ui.screens.editor import EditorPlace
from tests.journeys.learner import Learner


class Author:
    """Somebody at the editor, with two decks."""

    def __init__(self, qtbot: QtBot, paths: AppPaths) -> None:
        self.file = paths.decks / "rivers.yaml"
        self.other = paths.decks / "lakes.yaml"
        self.other.write_text("title: Lakes\ncards:\n- q: The deepest?\n  a: Baikal\n")
        self.learner = Learner(qtbot, paths)
        self.qtbot, self.window = qtbot, self.learner.window
        self.open()

    def open(self, **route: object) -> None:
        self.window.go(Edit(**(route or {"path": str(self.file)})))  # type: ignore[arg-type]
        if self.place.desk is not None:
            self.desk.show_mode(YAML)
            self.desk.focus_start()
            self.wait_read()

    @property
    def place(self) -> EditorPlace:
        shown = self.window.shown
        assert isinstance(shown, EditorPlace)
        return shown

    @property
    def desk(self) -> EditorDesk:
        desk = self.place.desk
        assert desk is not None
        return desk

    @property
    def text(self) -> str:
        return self.desk.document.text

    def wait_read(self) -> None:
        self.qtbot.waitUntil(lambda: self.desk.document.is_read)

    def press(self, *keys: str) -> None:
        for key in keys:
            pressed = QKeySequence(key)[0]
            focus = QApplication.focusWidget()
            assert focus is not None, "the focus was lost"
            self.qtbot.keyClick(focus, pressed.key(), pressed.keyboardModifiers())

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)


def questions(path: Path) -> list[str]:
    return [line.split(": ", 1)[1].strip('"') for line in path.read_text().split("\n") if "q: " in line]
