"""A learner in tests: decks of their own, a progress file, a clock set by hand, a window and its keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.desk import Asked, Judged
from quizapp.core.kinds.base import Answer, DontKnow, Picked, Revealed, Typed
from quizapp.core.reviews import Memory, Review
from quizapp.core.session import Item, Session
from quizapp.store import log, memory
from quizapp.ui.navigation import Study
from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.services import Changes, Services
from quizapp.ui.sitting import Sitting
from quizapp.ui.sittings import Sittings
from quizapp.ui.widgets.choice_row import ChoiceRow
from quizapp.ui.window import Window
from tests.store.made import Clock, hasty
from tests.store.shelves import World

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier

RIVERS = """\
title: Rivers
language: en
cards:
- id: rome
  q: Which river runs through Rome?
  a: Tiber
  wrong: [Po, Arno]
  hint: [It is short., It begins with T.]
  source: https://example.org/rivers
- id: budapest
  q: Which river runs through Budapest?
  a: Danube
  typed: true
  hint: It is long.
- id: paris
  q: Which river runs through Paris?
  a: Seine
"""
RIGHT: dict[str, Answer] = {"rome": Picked("Tiber"), "budapest": Typed("Danube"), "paris": Revealed()}


class School:
    """The files of one learner, open."""

    def __init__(self, folder: Path, deck: str = RIVERS) -> None:
        self.folder, self.clock = folder, Clock()
        self.traced: list[str] = []
        self.changes: list[Changes] = []
        self._opened = 0
        self.open()
        self.write(deck)

    def open(self) -> None:
        """Open the files, as at the start of the app."""
        self._opened += 1
        self.db = hasty(self.folder / "data", self.clock, seed=self._opened)
        self.world = World(self.db, self.folder / "decks")
        self.services = Services(self.db, self.world.library, trace=self.traced.append)
        self.services.changed.connect(self.changes.append)
        self.sittings = Sittings(self.services)

    def close(self) -> None:
        self.db.close()

    def reopen(self) -> None:
        self.close()
        self.open()

    def write(self, deck: str, name: str = "rivers.yaml") -> int:
        """Save a deck and read it; its key."""
        self.world.save(name, deck)
        self.world.refresh()
        return self.world.deck_key(name)

    @property
    def deck_key(self) -> int:
        return self.world.deck_key("rivers.yaml")

    def key(self, note: str) -> int:
        """The card of a note of the deck of rivers."""
        notes = {item.card_id.split("#")[0]: item for item in self._items()}
        return notes[note].card_key

    def _items(self) -> Iterator[Item]:
        for (card_key,) in self.db.con.execute("SELECT card_key FROM shelf"):
            item = self.services.library.shelf.item(card_key)
            assert item is not None
            yield item

    def remembered(self, note: str) -> Memory | None:
        """What the scheduler knows of a note's card."""
        return memory.get(self.db, self.key(note))

    def logged(self) -> list[Review]:
        """All answers that count, in order."""
        voids = {event.target for event in log.events(self.db) if event.type == "void"}
        return [review for review in log.reviews(self.db) if review.review_id not in voids]

    def ids(self) -> list[str]:
        """The notes of all answers that count, in order."""
        return [review.card_id.split("#")[0] for review in self.logged()]

    def events(self) -> list[str]:
        return [event.type for event in log.events(self.db)]

    def begin(self, **route: object) -> "Seat":
        """Sit down for what a route asks for."""
        session = self.sittings.begin(Study(**route), "Rivers")  # type: ignore[arg-type]
        assert session is not None
        return Seat(self, session)


class Seat:
    """A sitting without a window: what it asked and judged."""

    def __init__(self, school: School, session: Session) -> None:
        self.school = school
        self.sitting = Sitting(school.services, session)
        self.asked: Asked | None = None
        self.judged: Judged | None = None
        self.flags: list[bool] = []
        self.finished = 0
        self.sitting.asked.connect(self._take_asked)
        self.sitting.judged.connect(self._take_judged)
        self.sitting.flagged.connect(self.flags.append)
        self.sitting.finished.connect(self._take_end)
        self.sitting.show()

    def _take_asked(self, asked: Asked) -> None:
        self.asked, self.judged = asked, None

    def _take_judged(self, judged: Judged) -> None:
        self.judged = judged

    def _take_end(self) -> None:
        self.finished += 1
        self.asked = self.judged = None

    @property
    def note(self) -> str:
        """The id of the note that is asked; "" after the last."""
        return self.asked.item.card_id.split("#")[0] if self.asked else ""

    @property
    def place(self) -> tuple[int, int]:
        assert self.asked is not None
        return self.asked.position, self.asked.total

    def answer(self, answer: Answer | None = None) -> Judged:
        """Answer the card, rightly if nothing is said; not rated yet."""
        self.sitting.answer(answer or RIGHT[self.note], 3_000)
        assert self.judged is not None
        return self.judged

    def give(self, answer: Answer | None = None, rating: int = 0) -> None:
        """Answer and take the suggested rating, or another."""
        judged = self.answer(answer)
        self.sitting.rate(rating or int(judged.suggestion.rating))

    def miss(self) -> None:
        if self.note == "paris":
            self.give(rating=1)
        else:
            self.give(DontKnow())


class Reader:
    """Somebody at the keyboard of the window."""

    def __init__(self, qtbot: QtBot, school: School) -> None:
        self.qtbot, self.school = qtbot, school
        self.open()

    def open(self) -> None:
        self.window = Window(self.school.services, self.school.folder / "decks")
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()

    def restart(self) -> None:
        """Close window and files, and open both again."""
        self.close()
        self.school.reopen()
        self.open()

    def sit_down(self, **route: object) -> None:
        """Study the deck of rivers."""
        self.window.go(Study(**(route or {"deck_keys": (self.school.deck_key,)})))  # type: ignore[arg-type]
        QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "the focus was lost"
        assert focus.isVisible(), f"the focus is on {focus}, which is hidden"
        return focus

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key, modifier)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    @property
    def study(self) -> StudyScreen:
        shown = self.window.shown
        assert isinstance(shown, StudyScreen), shown
        return shown

    @property
    def asked(self) -> Asked:
        asked = self.study.asked
        assert asked is not None
        return asked

    @property
    def judged(self) -> Judged | None:
        return self.study.judged

    @property
    def note(self) -> str:
        return self.asked.item.card_id.split("#")[0]

    def pick(self, words: str) -> None:
        """Press the digit of an option."""
        rows = [row for row in self.study.findChildren(ChoiceRow) if row.isVisible()]
        digit = next(at for at, row in enumerate(rows, 1) if row.accessibleName().startswith(words))
        self.press(str(digit))

    def answer(self) -> None:
        """Answer the card on screen rightly, by key; the verdict stays on screen."""
        right = RIGHT[self.note]
        if isinstance(right, Picked):
            self.pick(right.text)
            return
        if isinstance(right, Typed):
            self.type(right.text)
        self.press(Qt.Key.Key_Return)

    def go_to(self, note: str) -> None:
        """Answer cards until this one is asked."""
        while self.note != note:
            self.answer()
            self.press(Qt.Key.Key_Space)


def windows() -> list[QWidget]:
    """Everything that is a window on screen."""
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


@contextmanager
def opened_addresses() -> Iterator[list[str]]:
    """What would go to the browser or the file manager meanwhile."""
    from PySide6.QtCore import QObject, QUrl, Slot
    from PySide6.QtGui import QDesktopServices

    class Catcher(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.caught: list[str] = []

        @Slot(QUrl)
        def take(self, url: QUrl) -> None:
            self.caught.append(url.toString())

    catcher = Catcher()
    schemes = ("https", "http", "file")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, catcher, "take")
    try:
        yield catcher.caught
    finally:
        for scheme in schemes:
            QDesktopServices.unsetUrlHandler(scheme)
