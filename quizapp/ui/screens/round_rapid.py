"""A rapid round: one card after the other for as long as the learner chose; the clock rests at a verdict."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.desk import Asked, Judged
from quizapp.core.kinds.base import Answer, DontKnow
from quizapp.ui.kit import Kit
from quizapp.ui.rounds import Rounds
from quizapp.ui.screens.exam_parts import clock_words
from quizapp.ui.screens.round_parts import Countdown, RapidBar, RoundHead
from quizapp.ui.screens.study_column import QuestionColumn
from quizapp.ui.screens.study_keys import StudyKeys
from quizapp.ui.screens.study_words import words
from quizapp.ui.widgets.paint import announce

_TICK_MS = 500


class RapidDesk(StudyKeys):
    """Nothing goes on by itself: after a verdict by a key, and the last question may be answered in peace."""

    finished = Signal()
    """The time is over, no card is left, or the learner ends it."""
    link_wanted = Signal(str)

    def __init__(self, kit: Kit, rounds: Rounds, parent: QWidget | None = None) -> None:
        head, bar = RoundHead(timed=True), RapidBar()
        super().__init__(head, bar, bar.next, ("round", "rapid"), parent)
        self.head, self.bar = head, bar
        self._kit, self._rounds = kit, rounds
        self._asked: Asked | None = None
        self._judged = self._paused = self._told_over = False
        self.clock = Countdown()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.tick)
        head.title.setText(self.tr("Rapid round"))
        head.left.connect(self.leave)
        bar.chosen.connect(self.do)

    def begin(self, minutes: int) -> None:
        """Ask the first card."""
        self.clock.start(minutes)
        self._tick.start()
        self._show_next()

    def stop(self) -> None:
        """The screen is left."""
        self._tick.stop()
        self.clock.pause()

    # What is shown

    def _show_next(self) -> None:
        asked = self._rounds.next_question()
        if asked is None:
            self._end()
            return
        self._asked, self._judged, self._told_over = asked, False, False
        column = QuestionColumn(asked, self._kit.maths, rated=False)
        column.card.history.hide()
        column.submitted.connect(self._submit)
        column.link_clicked.connect(self.link_wanted)
        column.in_use.connect(self._page.follow)
        self._put(column)
        self.bar.show_asking(column.answer.key_hint, column.answer.key_hints)
        self._count()
        self._settle_anew()
        self._beware()
        self._watch.restart()
        self.clock.go_on()
        self.tick()
        announce(self, words.spoken_question(asked, column.question_text))

    def _count(self) -> None:
        count = self.tr("{right} of %n right", "", self._rounds.asked)
        self.head.count.setText(count.format(right=self._rounds.right))

    def tick(self) -> None:
        """Show the time; say once when it is over."""
        left = self.clock.left_ms
        # Rounded up: 0:00 is shown when there is no time left.
        self.head.time.setText(self.tr("{time} left").format(time=clock_words(left + 999)))
        if not left and not self._told_over:
            self._told_over = True
            if not self._judged:
                announce(self, self.tr("The time is over. This card still counts."))

    # What the learner does

    def go_on(self) -> None:
        """After a verdict: the next card, or the result. After a break: the same card."""
        if self._paused:
            self.pause()
        elif self._judged and self.clock.left_ms:
            self._show_next()
        elif self._judged:
            self._end()

    def dont_know(self) -> None:
        """Say so."""
        self._submit(DontKnow())

    def pause(self) -> None:
        """Stop the clock and cover the card, or go on."""
        if self._judged or self._asked is None:
            return
        self._paused = not self._paused
        self.column.setVisible(not self._paused)
        if self._paused:
            self.clock.pause()
            self._watch.pause()
            self.bar.show_paused()
            self.bar.resume.setFocus()
            announce(self, self.tr("The clock is stopped"))
        else:
            self.bar.show_asking(self.column.answer.key_hint, self.column.answer.key_hints)
            self.column.answer.focus_answer()
            self.clock.go_on()
            self._watch.go_on()
            announce(self, words.spoken_question(self._asked, self.column.question_text))

    def extend(self) -> None:
        """One more minute."""
        self.clock.extend(1)
        self._told_over = False
        self.tick()
        announce(self, self.tr("One more minute"))
        if self._judged:
            self.bar.show_judged(over=False)
            self.bar.next.setFocus()

    def leave(self) -> None:
        """End the round."""
        self._end()

    def press_digit(self, digit: int) -> None:
        if not (self._judged or self._paused):
            self.column.answer.press_digit(digit)

    def _submit(self, answer: Answer) -> None:
        if self._judged or self._paused or self._asked is None:
            return
        self.clock.pause()
        self._watch.pause()
        judged = self._logged(self._asked, answer)
        if judged is None:
            return
        self._judged = True
        self._count()
        self.column.show_verdict(judged)
        self._page.follow(self.column.panel)
        self.bar.show_judged(over=not self.clock.left_ms)
        self.bar.next.setFocus()
        self._beware()

    def _logged(self, asked: Asked, answer: Answer) -> Judged | None:
        """Grade and log it; None if that cannot be: then it stays, to be tried again."""
        with self.telling("saved"):
            return self._rounds.judge(asked, answer, self._watch.ms)
        self.column.answer.focus_answer()
        self.clock.go_on()
        self._watch.go_on()
        return None

    def _end(self) -> None:
        self.stop()
        self._asked = None
        self.finished.emit()

    def _timed(self) -> bool:
        return not (self._judged or self._paused)

    def changeEvent(self, event: QEvent) -> None:
        """Nobody loses time to another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self._asked is not None and self._timed():
            if self.isActiveWindow():
                self.clock.go_on()
            else:
                self.clock.pause()
