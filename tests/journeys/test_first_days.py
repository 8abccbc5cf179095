"""The main job from an empty profile to the next study day, by keyboard alone."""

from collections.abc import Iterator
from itertools import cycle

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.app import App
from quizapp.core import schedule
from quizapp.core.desk import Asked
from quizapp.core.kinds.base import Context, Filled, Picked, Picks
from quizapp.core.kinds.true_false import TRUTHS
from quizapp.core.kinds.verdict import VERDICTS
from quizapp.core.reviews import Memory, Moment, Review
from quizapp.paths import AppPaths
from quizapp.store import due, log, memory
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.screens.summary import SummaryScreen
from quizapp.ui.widgets.choice_row import ChoiceRow
from tests.course import KEYS

MORNING_MS = 1_756_717_200_000  # 1 September 2025, 09:00 UTC
HOUR_MS = 3_600_000
_ALT = Qt.KeyboardModifier.AltModifier


class Learner:
    """Somebody with a keyboard, a clock that runs, and the app, which can be closed and opened again."""

    def __init__(self, qtbot: QtBot, paths: AppPaths) -> None:
        self.qtbot, self.paths = qtbot, paths
        self.now_ms = MORNING_MS
        self._bytes = cycle(range(256))
        self.presses = 0
        self.open()

    def open(self) -> None:
        """Start the app on the same files."""
        self.app = App(self.paths, now=self._now, entropy=self._entropy)
        self.app.show()
        self.window = self.app.window
        self.qtbot.waitUntil(self._ready)

    def _ready(self) -> bool:
        loading = self.app.loading
        return self.window.isActiveWindow() and loading is not None and not loading.busy

    def close(self) -> None:
        self.app.close()
        self.window.deleteLater()

    def _now(self) -> Moment:
        self.now_ms += 1
        return Moment(self.now_ms, 0, 4)

    def _entropy(self, count: int) -> bytes:
        return bytes(next(self._bytes) for _ in range(count))

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "the focus was lost"
        assert focus.isVisible()
        return focus

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.presses += 1
        self.qtbot.keyClick(self.focus, key, modifier)

    @property
    def study(self) -> StudyScreen:
        shown = self.window.shown
        assert isinstance(shown, StudyScreen)
        return shown

    def answer(self, *, right: bool = True) -> str:
        """Answer the card on screen and take the suggested rating; its kind."""
        asked = self.study.asked
        assert asked is not None
        note, part = asked.note, asked.item.part
        scored = note.kind.scored(note.question, part)
        self.now_ms += 5_000
        if not scored:
            self.press(Qt.Key.Key_Return)
        elif right:
            self._answer_rightly(asked)
        else:
            typing = isinstance(self.focus, QLineEdit)
            self.press(Qt.Key.Key_0, _ALT if typing else Qt.KeyboardModifier.NoModifier)
        judged = self.study.judged
        assert judged is not None
        assert judged.verdict.outcome == (("correct" if right else "unknown") if scored else "unscored")
        self.press(Qt.Key.Key_Space)
        return note.kind.name

    def _answer_rightly(self, asked: Asked) -> None:
        context = Context(plain=asked.note.plain)
        given = KEYS[asked.note.kind.name](asked.note.question, asked.item.part, context)
        if isinstance(given, Picked):
            self._pick(given.text)
        elif isinstance(given, Picks):
            for text in given.texts:
                self._pick(text)
            self.press(Qt.Key.Key_Return)
        else:
            texts = given.texts if isinstance(given, Filled) else (given.text,)
            for number, text in enumerate(texts):
                if number:
                    self.press(Qt.Key.Key_Tab)
                self.qtbot.keyClicks(self.focus, text)
            self.press(Qt.Key.Key_Return)

    def _pick(self, text: str) -> None:
        words = (TRUTHS | VERDICTS).get(text, text)
        rows = self.study.findChildren(ChoiceRow)
        digit = next(at for at, row in enumerate(rows, 1) if row.accessibleName().startswith(words))
        self.press(Qt.Key(Qt.Key.Key_0 + digit))

    def card_id(self) -> str:
        """Of the card on screen."""
        asked = self.study.asked
        assert asked is not None
        return asked.item.card_id

    def logged(self) -> list[str]:
        """The cards of all answers that count, in order."""
        voids = {event.target for event in log.events(self.app.db) if event.type == "void"}
        return [review.card_id for review in log.reviews(self.app.db) if review.review_id not in voids]


@pytest.fixture
def learner(qtbot: QtBot, paths: AppPaths) -> Iterator[Learner]:
    learner = Learner(qtbot, paths)
    yield learner
    learner.close()


def replayed(learner: Learner) -> dict[str, Memory]:
    """What the log alone says of each card."""
    voids = {event.target for event in log.events(learner.app.db) if event.type == "void"}
    reviews: dict[str, list[Review]] = {}
    for review in log.reviews(learner.app.db):
        reviews.setdefault(review.card_id, []).append(review)
    found = {card: schedule.replay(of_card, voids) for card, of_card in reviews.items()}
    return {card: memory for card, memory in found.items() if memory is not None}


def test_from_an_empty_profile_to_the_next_day(learner: Learner):
    # Home, and the first question within two key presses.
    assert isinstance(learner.window.shown, HomeScreen)
    learner.press(Qt.Key.Key_Return)
    assert learner.presses <= 2
    assert isinstance(learner.window.shown, StudyScreen)

    # Ten answers of mixed kinds, one of them missed.
    first = learner.card_id()
    kinds = {learner.answer(right=number != 3) for number in range(10)}
    assert len(kinds) >= 3
    ten = learner.logged()
    assert ten[0] == first
    assert len(ten) == 10

    # One undo: the last answer is taken back and its card asked again.
    learner.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert learner.logged() == ten[:9]
    assert learner.card_id() == ten[9]
    learner.answer()

    # Leave, close, open again, resume: the same card at the same place.
    asked = learner.study.asked
    assert asked is not None
    learner.press(Qt.Key.Key_Escape)
    assert isinstance(learner.window.shown, HomeScreen)
    learner.close()
    learner.open()
    learner.press(Qt.Key.Key_Return)
    resumed = learner.study.asked
    assert resumed is not None
    assert (resumed.item.card_id, resumed.position, resumed.total, resumed.prompt) == (
        asked.item.card_id, asked.position, asked.total, asked.prompt,
    )  # fmt: skip

    # An undo still works, over the restart.
    learner.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert learner.logged() == ten[:9]
    learner.answer()

    # To the end, and the summary says how it went.
    for _ in range(60):
        if isinstance(learner.window.shown, SummaryScreen):
            break
        learner.answer()
    assert isinstance(learner.window.shown, SummaryScreen)
    assert len(set(learner.logged())) == asked.total
    learner.press(Qt.Key.Key_Escape)
    assert isinstance(learner.window.shown, HomeScreen)

    # What is remembered is what the log says.
    expected = replayed(learner)
    keys = {card: learner.app.library.shelf.item_of(card) for card in expected}
    assert {
        card: memory.get(learner.app.db, item.card_key) for card, item in keys.items() if item
    } == expected

    # The next study days: the due list is what the log says.
    learner.close()
    for day in range(1, 5):
        learner.now_ms = MORNING_MS + day * 24 * HOUR_MS
        learner.open()
        today = Moment(learner.now_ms, 0, 4).study_day
        plan = due.plan(learner.app.db, learner.app.services.now(), learner.app.services.settings, seed=1)
        planned = {item.card_id for item in due.items(learner.app.db, plan.queue)}
        should = {card for card, known in expected.items() if known.due_day <= today}
        assert planned & expected.keys() == should
        learner.close()
    learner.open()
    assert should, "nothing came due within four days"
    assert learner.app.services.overview().due == len(should)
    learner.press(Qt.Key.Key_Return)
    assert learner.study.asked is not None
