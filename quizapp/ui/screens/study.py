"""The study screen: one question, its answer, the verdict, and the rating that brings on the next card."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.desk import Asked, Judged, TryAgain, Unclear, Word
from quizapp.core.kinds.base import Answer, DontKnow
from quizapp.core.reviews import Rating
from quizapp.ui.kinds.base import AnswerWidget
from quizapp.ui.maths import Maths
from quizapp.ui.screens.study_bar import StudyBar
from quizapp.ui.screens.study_column import QuestionColumn
from quizapp.ui.screens.study_head import StudyHead
from quizapp.ui.screens.study_wishes import StudyWishes, possible
from quizapp.ui.screens.study_words import words
from quizapp.ui.widgets.paint import announce

if TYPE_CHECKING:
    from quizapp.ui.screens.study_asides import Asker


class StudyScreen(StudyWishes):
    """Shows an Asked, then its Judged, and what may be asked in between; speaks by its signals."""

    answered = Signal(object, int)
    """An Answer, and for how many ms the question was in view and in focus."""
    sureness_said = Signal(int)
    """Which of turn.SURE, counted from 1; 0 for none."""
    amended = Signal(object)
    """An Answer in place of the one that was judged."""
    rated = Signal(int)
    """1 to 4."""
    guess_said = Signal()
    word_said = Signal(str)
    """The learner's Word on the verdict."""
    retyped = Signal(str)
    hint_taken = Signal()
    undo_wanted = Signal()
    left = Signal()
    link_wanted = Signal(str)
    """An address of the deck's that the learner chose."""

    def __init__(self, maths: Maths | None = None, parent: QWidget | None = None) -> None:
        """maths: the app's one renderer of formulas."""
        head, bar = StudyHead(), StudyBar()
        super().__init__(head, bar, bar.check, ("study",), parent)
        self.head, self._bar = head, bar
        self._maths = maths
        self.asked: Asked | None = None  # on screen
        self.judged: Judged | None = None
        self._unclear: Unclear | None = None
        self._asker: Asker | None = None
        """What is asked between answer and verdict: digits answer it."""
        self.head.left.connect(self.left)
        self._bar.chosen.connect(self.do)
        self._bar.rated.connect(self._rate)

    @property
    def _answer(self) -> AnswerWidget | None:
        return self._column.answer if self._column is not None else None

    # What is shown

    def show_question(self, asked: Asked) -> None:
        """Ask; whatever was on screen is gone."""
        self.asked, self.judged, self._asker = asked, None, None
        column = QuestionColumn(asked, self._maths)
        column.submitted.connect(self._submit)
        column.changed.connect(self._edit)
        column.amended.connect(self.amended)
        column.retyped.connect(self.retyped)
        column.link_clicked.connect(self.link_wanted)
        column.in_use.connect(self._page.follow)
        self.head.show_place(asked.deck.title, asked.position, asked.total)
        self._put(column)
        self._refresh_bar()
        self._settle_anew()
        self._beware()
        self._watch.restart()
        announce(self, words.spoken_question(asked, column.question_text))

    def show_unclear(self, unclear: Unclear) -> None:
        """Ask which of the readings of the answer is meant."""
        from quizapp.ui.screens.study_asides import ReadingPanel  # rarely needed

        self._unclear = unclear
        panel = ReadingPanel(unclear)
        panel.row.answered.connect(self._read)
        self.column.show_aside(panel)
        self._page.follow(panel)
        self._bar.show_readings(len(unclear.readings))
        self._start(panel.row)

    def show_sureness(self) -> None:
        """Ask how sure the learner is, before the check."""
        self.column.show_aside(None)
        row = self._bar.show_sureness()
        row.answered.connect(self._say_sure, Qt.ConnectionType.UniqueConnection)
        self._start(row)

    def _start(self, asker: "Asker") -> None:
        self._asker = asker
        asker.start()
        self._beware()

    def show_try(self, missed: TryAgain) -> None:
        """The answer was not right, and nothing is shown of the right one: another try."""
        self._asker = None
        self.column.show_try(missed)
        self.take_hint()
        self._refresh_bar()
        self._page.follow(self.column.aside, self._answer)
        self._beware()
        self._watch.go_on()

    def show_verdict(self, judged: Judged) -> None:
        """Show what the answer earned; again after the learner's word on it."""
        first, self._asker = self.judged is None, None
        self.judged = judged
        column = self.column
        marking = not first and column.answer.isAncestorOf(self.focusWidget() or self)
        column.show_verdict(judged)
        if first or not marking:
            self._page.follow(column.panel)
        self._show_ratings(judged)
        self._follow_up(judged, first=first)
        if first and column.answer.wants_focus_after_reveal:
            column.answer.focus_answer()
        elif column.retyping is None and not marking:
            self._bar.focus_suggested()
        if first:
            self._beware()

    def _show_ratings(self, judged: Judged) -> None:
        assert self.asked is not None
        self._bar.show_ratings(self.asked, judged, self.column.answer)

    def _follow_up(self, judged: Judged, *, first: bool) -> None:
        """After a slip of the fingers the answer may be wanted once more."""
        if judged.retype and first:
            self.column.start_retyping(judged.verdict.expected)
            self._page.follow(self.column.retyping)
            self._bar.show_retyping()
        elif self.column.retyping is not None:
            self.column.stop_retyping()

    def show_retyped(self, right: bool) -> None:
        """Was it typed rightly?"""
        if self.column.retyping is None:
            return
        if right:
            announce(self, self.tr("Typed right"))
            self._back()
        else:
            self.column.retyping.refuse()

    def show_flag(self, flagged: bool) -> None:
        """The card was flagged, or is no longer."""
        if self._column is not None:
            self._column.show_history(flagged=flagged)

    def refresh_keys(self) -> None:
        self._refresh_bar() if self.judged is None else self._show_ratings(self.judged)

    def _refresh_bar(self) -> None:
        if self._column is not None and self.judged is None:
            self._bar.show_asking(self._column.answer, hints_left=self._column.hints_left)

    # What the learner does

    def go_on(self) -> None:
        """Check, or take the suggested rating."""
        if self._asker is not None:
            self._asker.go_on()
        elif self.judged is not None:
            self._rate(int(self.judged.suggestion.rating))
        elif self._answer is not None:
            self._answer.check()

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

    def say_right(self) -> None:
        """The answer is right though the deck does not know it; or take that back."""
        self._say("right")

    def say_slip(self) -> None:
        """What was taken for a slip of the fingers was none; or take that back."""
        self._say("wrong")

    def _say(self, word: Word) -> None:
        if self.judged is not None and word in self.judged.words:
            self.word_said.emit(word)

    def show_solution(self) -> None:
        """Show the right answer in place of the learner's, or that again."""
        if self.judged is not None and self.column.answer.solution_hint:
            self.column.answer.toggle_solution()
            self._show_ratings(self.judged)

    def go_to_source(self) -> None:
        """Focus the verdict's source."""
        panel = self._column.panel if self._column is not None else None
        if panel is not None and panel.links:
            self._focus(panel.links[0], Qt.FocusReason.ShortcutFocusReason)

    def undo(self) -> None:
        """Back to the answer, or take the last rating back."""
        if self._asker is not None:
            self._back()
        else:
            self.undo_wanted.emit()

    def _back(self) -> None:
        """Leave what is asked before or after the verdict."""
        if self.judged is not None:
            self.column.stop_retyping()
            self._show_ratings(self.judged)
            self._bar.focus_suggested()
        else:
            self._edit()
            self.column.answer.focus_answer()

    def _edit(self) -> None:
        """The answer is another now, or is to become one: what was asked about it is out of date."""
        if self._asker is not None:
            self._asker = None
            self.column.show_aside(None)
            self._watch.go_on()
        self._refresh_bar()

    def leave(self) -> None:
        """Leave what is asked in between, or the sitting, which can be resumed."""
        if self._asker is not None or (self._column is not None and self._column.retyping is not None):
            self._back()
        else:
            self.left.emit()

    def can(self, action: str) -> bool:
        return self.asked is not None and possible(action, self.asked, self.judged, self.column)

    def _timed(self) -> bool:
        return self.judged is None

    def _submit(self, answer: Answer) -> None:
        if self.judged is None:
            self._watch.pause()
            self.answered.emit(answer, self._watch.ms)

    def _read(self, number: int) -> None:
        if self._unclear is not None:
            self._submit(self._unclear.readings[number - 1].answer)

    def _say_sure(self, sure: int) -> None:
        if self._asker is not None:
            self.sureness_said.emit(sure)

    def _rate(self, rating: int) -> None:
        if self.judged is not None:
            self.rated.emit(rating)

    def press_digit(self, digit: int) -> None:
        """Answer what is asked, or rate."""
        if self._asker is not None:
            self._asker.press_digit(digit)
        elif self.judged is None:
            if self._answer is not None:
                self._answer.press_digit(digit)
        elif digit <= Rating.EASY:
            self._rate(digit)
