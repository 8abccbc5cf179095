"""The question of a quiz or an exam that is worked on: answered, flagged, left for another, handed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.attempt import answer_of
from quizapp.core.desk import Judged, TryAgain, Unclear
from quizapp.core.kinds.base import Answer, DontKnow, Verdict
from quizapp.core.ratings import suggest
from quizapp.core.turn import is_answer, may_improve
from quizapp.ui.examiner import Examiner
from quizapp.ui.kit import Kit
from quizapp.ui.screens.exam_parts import ExamBar, ExamHead
from quizapp.ui.screens.exam_words import before, told
from quizapp.ui.screens.study_asides import Asker, ReadingPanel
from quizapp.ui.screens.study_column import QuestionColumn
from quizapp.ui.screens.study_keys import StudyKeys
from quizapp.ui.screens.study_words import words
from quizapp.ui.widgets.paint import announce

MORE_MINUTES = 5


class ExamDesk(StudyKeys):
    """The question of an Examiner's attempt that is worked on."""

    left = Signal()
    handed_in = Signal()
    link_wanted = Signal(str)
    moved = Signal(int)
    """Index of the question on screen."""

    def __init__(self, kit: Kit, examiner: Examiner, parent: QWidget | None = None) -> None:
        head, bar = ExamHead(), ExamBar()
        super().__init__(head, bar, bar.check, ("exam",), parent)
        self.head, self.bar = head, bar
        self._kit, self._examiner = kit, examiner
        self.here = 0
        self._asker: Asker | None = None
        self._unclear: Unclear | None = None
        self._waiting: Answer | None = None
        """Saved as soon as the learner has said how sure they are."""
        self._judged = self._handing_in = False
        self._tries = 0
        self.head.left.connect(self.left)
        self.bar.chosen.connect(self.do)

    @property
    def asks(self) -> bool:
        """True while something is asked between an answer and its being saved."""
        return self._asker is not None

    # What is shown

    def show_question(self, at: int) -> None:
        """Work on a question; the answer to it that was given is told above the field for another.

        Where the verdict was shown at once, the answer is final: the question is shown with its verdict.
        """
        self.here, self._asker, self._waiting = at, None, None
        self._judged = self._handing_in = False
        self._tries = 0
        examiner = self._examiner
        asked = examiner.asked(at)
        column = QuestionColumn(asked, self._kit.maths, rated=False)
        column.submitted.connect(self._submit)
        column.changed.connect(self._edit)
        column.link_clicked.connect(self.link_wanted)
        column.in_use.connect(self._page.follow)
        column.card.history.hide()  # how often it was studied is nothing to think of now
        self._put(column)
        before = self._tell_before()
        self.refresh()
        self._settle_anew()
        given = examiner.attempt.last(at)
        if given is not None and examiner.attempt.is_final(at):
            self._show_verdict(answer_of(examiner.attempt.questions[at], given.answer), given.verdict)
        self._beware()
        self._watch.restart()
        self.moved.emit(at)
        announce(self, f"{words.spoken_question(asked, column.question_text)} {before}".strip())

    def _tell_before(self) -> str:
        """What was answered before, below the field for another answer; "" if nothing, or if it is final."""
        attempt = self._examiner.attempt
        given = None if attempt.is_final(self.here) else attempt.last(self.here)
        text = before(self, given) if given else ""
        self.column.show_aside(told(text) if text else None)
        return text

    def refresh_keys(self) -> None:
        if self._column is not None:
            self.refresh()

    def refresh(self) -> None:
        """Something was answered or flagged."""
        attempt = self._examiner.attempt
        self.head.show_attempt(attempt)
        if self._asker is None and not (self._judged or self._handing_in):
            self.bar.show_asking(
                self.column.answer,
                flagged=self.here in attempt.flagged,
            )

    def _edit(self) -> None:
        """The answer is another now: how sure one is of the one before is no question any more."""
        if self._asker is not None:
            self._asker = self._waiting = None
            self._tell_before()
        self.refresh()

    # What the learner does

    def go_on(self) -> None:
        """Save the answer, or what stands in the place of that button."""
        if self._handing_in:
            self.handed_in.emit()
        elif self._asker is not None:
            self._asker.go_on()
        elif self._judged:
            self._advance()
        else:
            self.column.answer.check()

    def dont_know(self) -> None:
        """Say so: it is neither right nor wrong."""
        if not self._judged:
            self._submit(DontKnow())

    def flag(self) -> None:
        """Mark the question to come back to, or unmark it."""
        with self.telling("done"):
            flagged = self._examiner.flag(self.here)
            announce(self, self.tr("Flagged") if flagged else self.tr("No longer flagged"))

    def next(self) -> None:
        """The question after this one, without an answer if none is given."""
        if self._examiner.attempt.plan.skip:
            self._go(self.here + 1)

    def previous(self) -> None:
        """The question before."""
        if self._examiner.attempt.plan.skip:
            self._go(self.here - 1)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._examiner.attempt.questions):
            self.show_question(at)

    def hand_in(self) -> None:
        """Say what is still open, and ask once."""
        attempt = self._examiner.attempt
        blank, flagged = len(attempt.blank), len(attempt.flagged)
        parts = [self.tr("%n questions are blank.", "", blank)] if blank else []
        parts += [self.tr("%n are flagged.", "", flagged)] if flagged else []
        parts += [self.tr("Nothing can be changed afterwards.")]
        self._handing_in, self._asker = True, None
        self.bar.show_handing_in(" ".join(parts), timed=attempt.limit_ms > 0)
        self.bar.finish.setFocus()
        self._beware()
        announce(self, self.bar.warning.text())

    def extend(self) -> None:
        """Five more minutes, where there is a limit."""
        if not self._examiner.attempt.limit_ms:
            return
        with self.telling("done"):
            self._examiner.extend(MORE_MINUTES)
            announce(self, self.tr("%n more minutes", "", MORE_MINUTES))
            if self._handing_in:
                self.leave()

    def leave(self) -> None:
        """Leave what is asked in between, or the exam, which can be resumed."""
        if self._handing_in or self._asker is not None:
            self._handing_in, self._asker, self._waiting = False, None, None
            if self._judged:
                self._offer_next()
            else:
                self._tell_before()
                self.refresh()
                self.column.answer.focus_answer()
        else:
            self.left.emit()

    def press_digit(self, digit: int) -> None:
        if self._asker is not None:
            self._asker.press_digit(digit)
        elif not (self._judged or self._handing_in):
            self.column.answer.press_digit(digit)

    def can(self, action: str) -> bool:
        """Would it do anything now?"""
        plan, answering = self._examiner.attempt.plan, not (self._judged or self._handing_in)
        return {
            "dont_know": answering,
            "next": plan.skip,
            "previous": plan.skip,
            "extend": self._examiner.attempt.limit_ms > 0,
        }.get(action, True)

    def _timed(self) -> bool:
        return not self._judged

    def _submit(self, answer: Answer) -> None:
        """Take an answer, once it is clear what it means and how sure the learner is."""
        if self._judged:
            return
        self._watch.pause()
        readings = self._examiner.readings(self.here, answer)
        if len(readings) > 1:
            self._unclear = Unclear(given=readings[0].given, place=readings[0].place, readings=readings)
            panel = ReadingPanel(self._unclear)
            panel.row.answered.connect(self._read)
            self.column.show_aside(panel)
            self._page.follow(panel)
            self._ask(panel.row)
        elif self._examiner.attempt.plan.confidence and is_answer(answer) and not self._tries:
            self._waiting = answer
            row = self.bar.show_sureness()
            row.answered.connect(self._say_sure, Qt.ConnectionType.UniqueConnection)
            self._ask(row)
        else:
            self._save(answer, 0)

    def _ask(self, asker: Asker) -> None:
        self._asker = asker
        asker.start()
        self._beware()

    def _read(self, number: int) -> None:
        if self._unclear is not None:
            self._asker = None
            self._submit(self._unclear.readings[number - 1].answer)

    def _say_sure(self, sure: int) -> None:
        answer, self._waiting = self._waiting, None
        if answer is not None:
            self._asker = None
            self._save(answer, sure)

    def _save(self, answer: Answer, sure: int) -> None:
        """The first try counts and is logged; further ones are for learning."""
        plan = self._examiner.attempt.plan
        verdict = self._examiner.judge(self.here, answer) if self._tries else self._logged(answer, sure)
        if verdict is None:
            return
        self._tries += 1
        if plan.feedback == "end":
            announce(self, self.tr("Saved"))
            self._advance()
        elif self._tries < plan.tries and may_improve(answer, verdict, self._tries):
            self.column.show_try(TryAgain(verdict=verdict, tries=self._tries, of=plan.tries))
            self.refresh()
            self._page.follow(self.column.aside, self.column.answer)
            self._beware()
            self._watch.go_on()
        else:
            self._show_verdict(answer, verdict)

    def _logged(self, answer: Answer, sure: int) -> Verdict | None:
        """Log it; None if that cannot be: then it stays, to be tried again."""
        with self.telling("saved"):
            return self._examiner.answer(self.here, answer, sure=sure, visible_ms=self._watch.ms).verdict
        self.refresh()
        self.column.answer.focus_answer()
        self._watch.go_on()
        return None

    def _show_verdict(self, answer: Answer, verdict: Verdict) -> None:
        suggestion = suggest(verdict, None, 0)
        judged = Judged(answer=answer, verdict=verdict, suggestion=suggestion, intervals={}, now_ms=0)
        self._judged = True
        self.column.show_verdict(judged)
        self._page.follow(self.column.panel)
        self._offer_next()

    def _offer_next(self) -> None:
        self.bar.show_judged(last=not self._examiner.attempt.blank)
        self.bar.next.setFocus()
        self._beware()

    def _advance(self) -> None:
        """On to the next blank question, round and round; at the end of all, ask to hand in."""
        attempt = self._examiner.attempt
        blank = attempt.blank
        following = [at for at in blank if at > self.here] or list(blank)
        if following:
            self.show_question(following[0])
        else:
            self.show_question(self.here)
            self.hand_in()
