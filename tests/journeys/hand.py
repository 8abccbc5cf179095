"""Somebody who writes decks by keyboard alone: goes to what has a name, and looks at the files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from quizapp.formats import yaml_deck
from quizapp.store import log, memory
from tests.journeys.learner import Learner
from tests.ui.stage import role_and_name
from tests.ui.test_watching import PATIENCE_MS

_STOPS = 80
"""More than any screen has."""


class Hand:
    """Keys go to whatever has the focus, which must be in sight."""

    def __init__(self, owner: Learner) -> None:
        self.owner, self.decks = owner, owner.paths.decks

    def press(self, *keys: str) -> None:
        for key in keys:
            pressed = QKeySequence(key)[0]
            QTest.keyClick(self._target, pressed.key(), pressed.keyboardModifiers())
            QApplication.processEvents()

    @property
    def _target(self) -> QWidget:
        return QApplication.activePopupWidget() or self.owner.focus

    def type(self, text: str) -> None:
        QTest.keyClicks(self.owner.focus, text)
        QApplication.processEvents()

    @property
    def name(self) -> str:
        """What is heard of what has the focus."""
        return role_and_name(self.owner.focus)[1]

    def to(self, name: str, key: str = "Tab") -> None:
        """Tab until something that is called so has the focus."""
        passed = []
        while not self.name.startswith(name):
            passed.append(self.name)
            assert len(passed) < _STOPS, f"{name} is not among {dict.fromkeys(passed)}"
            self.press(key)

    def wait(self, condition: Callable[[], object]) -> None:
        self.owner.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def choose(self, words: str) -> None:
        """Open the menu of what has the focus, and take an entry of it."""
        focus = self.owner.focus
        self.press("Shift+F10")
        if QApplication.activePopupWidget() is None:  # a window system makes this of the key
            asked = QContextMenuEvent(
                QContextMenuEvent.Reason.Keyboard, QPoint(), focus.mapToGlobal(QPoint())
            )
            QApplication.sendEvent(focus, asked)
        self.take(words)

    def take(self, words: str) -> None:
        """Take an entry of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            self.press("Down")
            active = menu.activeAction()
            if active is not None and active.text().startswith(words):
                self.press("Return")
                return
        raise AssertionError(f"{words} is not among {[action.text() for action in menu.actions()]}")

    # What comes of it

    def text(self, name: str) -> str:
        return (self.decks / name).read_text(encoding="utf-8")

    def questions(self, name: str) -> list[str]:
        """The cards of a file, which has no problem."""
        path = self.decks / name
        loaded = yaml_deck.read(path.read_bytes(), str(path))
        assert loaded.deck is not None
        assert loaded.problems == ()
        return [note.front(next(iter(note.parts), "")) for note in loaded.deck.notes]

    def taken_in(self, path: Path) -> bool:
        """True once the shelf is as a file is."""
        stat = path.stat()
        return any(
            (file.path, file.size, file.mtime_ns) == (str(path), stat.st_size, stat.st_mtime_ns)
            for file in self.owner.app.library.files
        )

    def reps(self, words: str) -> list[int]:
        """How often the cards of a search were answered."""
        keys = self.owner.app.services.search(words).keys
        found = (memory.get(self.owner.app.db, key) for key in keys)
        return [known.reps if known else 0 for known in found]

    def events(self) -> list[str]:
        """The marks in the log that hold, in order."""
        events = [*log.events(self.owner.app.db)]
        voids = {event.target for event in events if event.type == "void"}
        return [event.type for event in events if event.type != "void" and event.event_id not in voids]
