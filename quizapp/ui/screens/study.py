"""The study screen: one question, its answer, the verdict, and the rating that brings on the next card."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSpacerItem, QVBoxLayout, QWidget

from quizapp.core.desk import Asked, Judged
from quizapp.core.kinds.base import Answer, DontKnow
from quizapp.core.reviews import Rating
from quizapp.ui.keys import STUDY_KEYS
from quizapp.ui.kinds.base import AnswerWidget
from quizapp.ui.maths import Maths
from quizapp.ui.screens.study_bar import StudyBar
from quizapp.ui.screens.study_column import QuestionColumn
from quizapp.ui.screens.study_head import StudyHead
from quizapp.ui.screens.study_watch import Watch
from quizapp.ui.screens.study_words import words
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, Styled, announce

_COLUMN = 760
_LOWEST, _HIGHEST, _VERDICT_ROOM = 12, 64, 176
_DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)


_ACTIONS = {binding.key: binding.action for binding in STUDY_KEYS}


class StudyScreen(Styled, QWidget):
    """Shows an Asked, then its Judged; speaks by its signals."""

    answered = Signal(object, int)
    """An Answer, and for how many ms the question was in view and in focus."""
    rated = Signal(int)
    """1 to 4."""
    guess_said = Signal()
    hint_taken = Signal()
    undo_wanted = Signal()
    flag_wanted = Signal()
    suspend_wanted = Signal()
    left = Signal()
    keys_wanted = Signal()
    link_wanted = Signal(str)
    """An address of the deck's that the learner chose."""

    def __init__(self, maths: Maths | None = None, parent: QWidget | None = None) -> None:
        """maths: the app's one renderer of formulas."""
        super().__init__(parent)
        self._maths = maths
        self.asked: Asked | None = None  # on screen
        self.judged: Judged | None = None
        self._column: QuestionColumn | None = None
        self._settled = False
        self._watch = Watch()
        self._head, self._bar = StudyHead(), StudyBar()
        self._page = Page(_COLUMN, top=0, bottom=16)
        self._above = QSpacerItem(0, _LOWEST)
        self._page.content.addItem(self._above)
        self._page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._page, 1)
        whole.addWidget(self._bar)
        self._connect()

    @property
    def column(self) -> QuestionColumn:
        """The question on screen."""
        assert self._column is not None
        return self._column

    @property
    def _answer(self) -> AnswerWidget | None:
        return self._column.answer if self._column is not None else None

    def _connect(self) -> None:
        self._actions: dict[str, Callable[[], None]] = {
            binding.action: getattr(self, binding.action) for binding in STUDY_KEYS
        }
        self._head.left.connect(self.leave)
        self._bar.chosen.connect(self.do)
        self._bar.rated.connect(self._rate)
        for key in {binding.in_text for binding in STUDY_KEYS} - {"", "Return"}:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            binding = next(binding for binding in STUDY_KEYS if binding.in_text == key)
            shortcut.activated.connect(self._actions[binding.action])

    # What is shown

    def show_question(self, asked: Asked) -> None:
        """Ask; whatever was on screen is gone."""
        self.asked, self.judged = asked, None
        column = QuestionColumn(asked, self._maths)
        column.submitted.connect(self._submit)
        column.changed.connect(self._refresh_bar)
        column.link_clicked.connect(self.link_wanted)
        column.in_use.connect(self._page.follow)
        self._head.show_place(asked.deck.title, asked.position, asked.total)
        self._page.follow(None)
        self._replace_column(column)
        self._refresh_bar()
        self._settled = False
        self._settle()
        self._page.verticalScrollBar().setValue(0)
        self._page.follow(column.answer if column.answer.takes_text else None)
        self._watch.restart()
        announce(self, words.spoken_question(asked, column.question_text))

    def _replace_column(self, column: QuestionColumn) -> None:
        """The focus goes straight from the old question to the new one."""
        old, self._column = self._column, column
        self._page.content.insertWidget(1, column)
        # Now, not when the event loop comes to it: a widget that is not there yet takes no focus.
        column.show()
        column.answer.focus_answer()
        if old is not None:
            old.blockSignals(True)
            self._page.content.removeWidget(old)
            old.hide()
            old.deleteLater()

    def show_verdict(self, judged: Judged) -> None:
        """Show what the answer earned; again after "I was guessing"."""
        assert self.asked is not None
        assert self._column is not None
        if self.judged is None:
            self._column.show_verdict(judged)
            self._page.follow(self._column.panel)
        self.judged = judged
        self._bar.show_ratings(self.asked, judged)
        self._bar.focus_suggested()

    def show_flag(self, flagged: bool) -> None:
        """The card was flagged, or is no longer."""
        if self._column is not None:
            self._column.show_history(flagged=flagged)

    def _refresh_bar(self) -> None:
        if self._column is not None and self.judged is None:
            self._bar.show_asking(self._column.answer, hints_left=self._column.hints_left)

    def _settle(self) -> None:
        """Set the card's distance from the top, once: nothing that comes later moves it."""
        width = self._page.text_width
        if self._settled or width <= 0 or self._column is None:
            return
        free = self._page.viewport().height() - self._column.height_at(width) - _VERDICT_ROOM
        self._above.changeSize(0, max(_LOWEST, min(free * 3 // 7, _HIGHEST)) - MARGIN)
        self._page.content.invalidate()
        self._settled = True

    # What the learner does

    def do(self, action: str) -> None:
        """One of STUDY_KEYS."""
        self._actions[action]()

    def go_on(self) -> None:
        """Check, or take the suggested rating."""
        if self.judged is not None:
            self._rate(int(self.judged.suggestion.rating))
        elif self._answer is not None and self._answer.can_submit():
            self._answer.submit()

    def dont_know(self) -> None:
        """Give up honestly."""
        if self.judged is None:
            self._submit(DontKnow())

    def take_hint(self) -> None:
        """Show one more hint."""
        if self.judged is None and self._column is not None and self._column.hints_left > 0:
            self._column.show_hint()
            self.hint_taken.emit()
            self._refresh_bar()

    def say_guess(self) -> None:
        """The right option was picked by luck."""
        if self.judged is not None and words.may_be_guess(self.judged):
            self.guess_said.emit()

    def go_to_source(self) -> None:
        """Focus the verdict's source."""
        panel = self._column.panel if self._column is not None else None
        if panel is not None and panel.links:
            panel.links[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def undo(self) -> None:
        """Take the last rating back."""
        self.undo_wanted.emit()

    def flag(self) -> None:
        """Mark the card to look at it later, or unmark it."""
        self.flag_wanted.emit()

    def suspend(self) -> None:
        """Put the card aside until it is taken back."""
        self.suspend_wanted.emit()

    def leave(self) -> None:
        """Leave; the sitting can be resumed."""
        self.left.emit()

    def show_keys(self) -> None:
        """Show every key."""
        self.keys_wanted.emit()

    def _submit(self, answer: Answer) -> None:
        if self.judged is None:
            self._watch.pause()
            self.answered.emit(answer, self._watch.ms)

    def _rate(self, rating: int) -> None:
        if self.judged is not None:
            self.rated.emit(rating)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text().upper()
        if event.isAutoRepeat():
            return
        if key in _DIGITS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._press_digit(key - Qt.Key.Key_0.value)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.go_on()
        elif action := _ACTIONS.get(QKeySequence(event.keyCombination()).toString()) or _ACTIONS.get(text):
            self.do(action)
        else:
            super().keyPressEvent(event)

    def _press_digit(self, digit: int) -> None:
        if self.judged is None:
            if self._answer is not None:
                self._answer.press_digit(digit)
        elif digit <= Rating.EASY:
            self._rate(digit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.judged is None:
            if self.isActiveWindow():
                self._watch.go_on()
            else:
                self._watch.pause()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
