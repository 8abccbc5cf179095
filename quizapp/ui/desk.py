"""The learner's desk: the study screen and the summary, and the sitting between them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.desk import Asked, Word
from quizapp.core.kinds.base import Answer
from quizapp.core.problems import QuizError
from quizapp.core.session import Session
from quizapp.ui.maths import Maths
from quizapp.ui.navigation import CardHistory, Edit, Home, Study
from quizapp.ui.report import words_of
from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.screens.study_words import HISTORY, words
from quizapp.ui.screens.summary import SummaryScreen
from quizapp.ui.services import Services
from quizapp.ui.sitting import Sitting
from quizapp.ui.sittings import Sittings


class Desk(QObject):
    """Joins a sitting to its screens; both screens live as long as the window."""

    go = Signal(object)
    """A Route."""
    shown = Signal(QWidget)
    """This screen wants to be seen now."""
    keys_wanted = Signal()
    link_wanted = Signal(str)

    def __init__(self, services: Services, maths: Maths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._sittings = Sittings(services)
        self._sitting: Sitting | None = None
        self._unsaved = False
        """The last answer could not be written."""
        self._study, self._summary = StudyScreen(maths), SummaryScreen()
        self._connect()
        services.replacing.connect(self._abandon)

    @property
    def screens(self) -> tuple[QWidget, ...]:
        return (self._study, self._summary)

    def _connect(self) -> None:
        study = self._study
        study.answered.connect(self._answer)
        study.rated.connect(self._rate)
        study.sureness_said.connect(self._say_sure)
        study.amended.connect(self._amend)
        study.guess_said.connect(self._say_guess)
        study.word_said.connect(self._say)
        study.retyped.connect(self._retype)
        study.hint_taken.connect(self._take_hint)
        study.undo_wanted.connect(self._undo)
        study.flag_wanted.connect(self._flag)
        study.suspend_wanted.connect(self._suspend)
        study.bury_wanted.connect(self._bury)
        study.edit_wanted.connect(self._edit)
        study.history_wanted.connect(self._show_history)
        study.left.connect(self._leave_for_home)
        study.keys_wanted.connect(self.keys_wanted)
        study.link_wanted.connect(self._follow)
        self._summary.go.connect(self.go)
        self._summary.undo.connect(self._undo)

    def begin(self, route: Study) -> None:
        """Start or resume the sitting of a route."""
        self.leave()
        session = self._sittings.begin(route, self._title(route))
        if session is None:
            self.go.emit(Home())
        else:
            self._seat(session)

    def _seat(self, session: Session) -> None:
        if self._sitting is not None:
            self._sitting.deleteLater()
        sitting = Sitting(self._services, session, self)
        sitting.asked.connect(self._show_question)
        sitting.unclear.connect(self._study.show_unclear)
        sitting.sureness_wanted.connect(self._study.show_sureness)
        sitting.try_failed.connect(self._study.show_try)
        sitting.judged.connect(self._study.show_verdict)
        sitting.retyped.connect(self._study.show_retyped)
        sitting.flagged.connect(self._study.show_flag)
        sitting.leech_marked.connect(self._tell_leech)
        sitting.finished.connect(self.show_summary)
        self._sitting = sitting
        sitting.show()

    def _title(self, route: Study) -> str:
        if route.title:
            return route.title
        if route.cards:
            return self.tr("Another look")
        titles = [file.title for file in self._services.library.files if file.deck_key in route.deck_keys]
        return titles[0] if len(titles) == 1 else self.tr("Today’s cards")

    def leave(self) -> None:
        """Leave the sitting as it is; it can be resumed, also where its last answer could not be saved."""
        self._try_to(self._leave)

    def _leave(self) -> None:
        if self._sitting is not None:
            self._sitting.leave()

    def _try_to(self, write: Callable[[], None]) -> None:
        """Do what writes an answer; one that could not be written stays on screen, and it is told there."""
        try:
            write()
        except QuizError as error:
            self._unsaved = True
            self._study.show_unsaved(words_of(error))
        else:
            self._unsaved = False

    def _abandon(self) -> None:
        """Another progress is put in place: the sitting is of the one that goes."""
        if self._sitting is not None:
            self._sitting.blockSignals(True)
            self.leave()
            self._sitting.deleteLater()
            self._sitting = None

    def resume(self) -> None:
        """Show the sitting again that was left for another screen."""
        if self._sitting is None:
            self.go.emit(Home())
        elif self._sitting.session.finished:
            self.show_summary()
        else:
            self.shown.emit(self._study)
            self._sitting.refresh()
            if focus := self._study.focusWidget():
                focus.setFocus()

    def take_library(self) -> None:
        """Decks have changed: the card on screen may read otherwise now."""
        if self._sitting is not None and self._study.isVisible():
            self._sitting.refresh()
            self._tell_mistake()

    # From the sitting

    def _show_question(self, asked: Asked) -> None:
        self.shown.emit(self._study)  # first: only a widget on screen takes the focus
        self._study.show_question(asked)
        if self._services.settings.play_sound:
            self._study.play_sound()
        self._tell_mistake()
        QTimer.singleShot(0, self, self._tell_painted)

    def _tell_mistake(self) -> None:
        """Say whether the deck of the card on screen can be read."""
        from quizapp.store.notices import mistake

        if (asked := self._study.asked) is not None:
            self._study.head.show_mistake(mistake(self._services.library, asked.item.deck_key))

    def _tell_leech(self, asked: Asked) -> None:
        self._study.head.tell(words.leech_marked(asked))

    def _tell_painted(self) -> None:
        self._services.trace("question_painted")

    def show_summary(self) -> None:
        """The sitting is over."""
        if self._sitting is None:
            return
        self._summary.show_summary(self._sittings.summary(self._sitting.session))
        self.shown.emit(self._summary)
        self._summary.focus_start()

    # From the screens

    def _answer(self, answer: Answer, visible_ms: int) -> None:
        if self._sitting is not None:
            self._sitting.answer(answer, visible_ms)

    def _rate(self, rating: int) -> None:
        if self._sitting is not None:
            self._try_to(partial(self._sitting.rate, rating))

    def _say_guess(self) -> None:
        if self._sitting is not None:
            self._sitting.say_guess()

    def _say_sure(self, sure: int) -> None:
        if self._sitting is not None:
            self._sitting.say_sure(sure)

    def _amend(self, answer: Answer) -> None:
        if self._sitting is not None:
            self._sitting.amend(answer)

    def _say(self, word: Word) -> None:
        if self._sitting is not None:
            self._sitting.say(word)

    def _retype(self, text: str) -> None:
        if self._sitting is not None:
            self._sitting.retype(text)

    def _take_hint(self) -> None:
        if self._sitting is not None:
            self._sitting.take_hint()

    def _undo(self) -> None:
        if self._sitting is not None and self._summary.isVisible():
            self._sitting.undo()  # no card is there to tell it beside
        elif self._sitting is not None:
            with self._study.telling("done"):
                self._sitting.undo()

    def _flag(self) -> None:
        if self._sitting is not None:
            with self._study.telling("done"):
                self._sitting.flag()

    def _suspend(self) -> None:
        if self._sitting is not None:
            with self._study.telling("done"):
                self._sitting.suspend()

    def _bury(self, siblings: bool) -> None:
        if self._sitting is not None:
            with self._study.telling("done"):
                self._sitting.bury(siblings=siblings)

    def _follow(self, target: str) -> None:
        """A link of the deck's, or the app's own to what was answered before."""
        if target == HISTORY:
            self._show_history()
        else:
            self.link_wanted.emit(target)

    def _show_history(self) -> None:
        if self._study.asked is not None:
            self.go.emit(CardHistory(card=self._study.asked.item.card_key))

    def _edit(self) -> None:
        if self._study.asked is not None:
            self.go.emit(Edit(card=self._study.asked.item.card_key))

    def _leave_for_home(self) -> None:
        """Not past an answer that cannot be saved, until that was told."""
        told = self._unsaved
        self.leave()
        if told or not self._unsaved:
            self.go.emit(Home())
