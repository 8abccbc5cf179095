"""Who runs a quiz or an exam: makes the paper, takes each answer, watches the time, and takes it all in.

Each step is on the disk before anything is shown of it.
"""

from collections.abc import Sequence
from contextlib import suppress

import msgspec
from PySide6.QtCore import QElapsedTimer, QObject, Signal

from quizapp.core.attempt import Attempt, Given, Posed, Step
from quizapp.core.context import Contexts
from quizapp.core.deck import Deck
from quizapp.core.desk import Asked
from quizapp.core.exam import Candidate, Draw, Plan, draw, new_code
from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Answer, Context, Reading, Verdict
from quizapp.core.papers import asked_of
from quizapp.core.problems import QuizError
from quizapp.core.turn import confidence as stated
from quizapp.core.turn import is_answer
from quizapp.store import exams, papers
from quizapp.ui.services import Changes, Services

KEPT_EVERY_MS = 5_000
"""The time used is kept so often: a crash takes no more than that off the clock."""


class Examiner(QObject):
    """One attempt at a time; in the window's thread alone."""

    changed = Signal()
    """An answer was taken, a question flagged, the time extended, or all was handed in."""
    time_over = Signal()
    """Once, when the limit is reached; what was answered is there, and the time may be extended."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._attempt: Attempt | None = None
        self._contexts: dict[str, Contexts] = {}
        self._clock = QElapsedTimer()
        self._used_ms = self._kept_ms = 0
        self._told_over = False

    # Before

    def candidates(self, plan: Plan) -> tuple[Candidate, ...]:
        """The cards that a plan may choose from."""
        return papers.candidates(self._services.db, self._services.search(plan.query).keys)

    def estimate(self, plan: Plan, candidates: Sequence[Candidate], code: str) -> Draw:
        """The paper as far as it can be told without making its questions."""
        return draw(plan, candidates, code)

    def new_code(self) -> str:
        """A draw of its own."""
        return new_code(int.from_bytes(self._services.db.entropy(4), "big"))

    def begin(self, plan: Plan, title: str, candidates: Sequence[Candidate], code: str) -> Attempt | None:
        """Make the paper and start; None if not one question can be made."""
        return self.begin_with(plan, title, self.paper(plan, candidates, code), code)

    def begin_with(self, plan: Plan, title: str, questions: Sequence[Posed], code: str) -> Attempt | None:
        """Start with a paper that has been made; None if it is empty."""
        if not questions:
            return None
        self._seat(exams.start(self._services.db, plan, code, title, questions), 0)
        return self._attempt

    def paper(self, plan: Plan, candidates: Sequence[Candidate], code: str) -> tuple[Posed, ...]:
        """The questions alone; nothing is begun."""
        made = papers.Papers(self._services.db, self._services.library.shelf)
        return made.make(plan, candidates, code)[1]

    def resume(self, session_id: str) -> Attempt | None:
        """Go on with one that was begun, with the time that was used; None if it is gone."""
        attempt = exams.load(self._services.db, session_id)
        if attempt is not None:
            self._seat(attempt, exams.used_ms(self._services.db, session_id))
        return attempt

    def give_up(self, session_id: str) -> None:
        """Delete an attempt with its answers, for good."""
        exams.delete(self._services.db, session_id)
        self._services.changed.emit(Changes(progress=True, by=self))

    def _seat(self, attempt: Attempt, used_ms: int) -> None:
        self._attempt = attempt
        self._used_ms = self._kept_ms = used_ms
        self._told_over = False
        self._contexts.clear()
        self._clock.invalidate()

    # During

    @property
    def attempt(self) -> Attempt:
        assert self._attempt is not None
        return self._attempt

    @property
    def is_running(self) -> bool:
        """True while an attempt is open."""
        return self._attempt is not None and not self._attempt.handed_in

    def asked(self, at: int) -> Asked:
        """A question to show."""
        return asked_of(self.attempt.questions[at], at + 1, len(self.attempt.questions))

    def readings(self, at: int, answer: Answer) -> tuple[Reading, ...]:
        """How an answer may be read, where that is not clear: the learner picks one before it is taken."""
        posed = self.attempt.questions[at]
        if not is_answer(answer):
            return ()
        return posed.kind.readings(posed.asked, posed.prompt(), answer, self._context(posed))

    def judge(self, at: int, answer: Answer) -> Verdict:
        """What an answer would earn; nothing is logged."""
        posed = self.attempt.questions[at]
        return grade(posed.kind, posed.asked, posed.prompt(), answer, self._context(posed))

    def answer(self, at: int, answer: Answer, *, sure: int = 0, visible_ms: int = 0) -> Given:
        """Grade and log an answer. sure: which of turn.SURE, counted from 1; 0 says nothing."""
        verdict = self.judge(at, answer)
        before = self.attempt.last(at)
        given = Given(
            answer=msgspec.to_builtins(answer),
            verdict=verdict,
            confidence=stated(sure, verdict) if is_answer(answer) else None,
            at_ms=self._services.now().at_ms,
            visible_ms=visible_ms + (before.visible_ms if before else 0),
        )
        self._take(Step(at=at, given=given))
        return given

    def flag(self, at: int) -> bool:
        """Mark a question to come back to, or unmark it; is it marked now?"""
        flagged = at not in self.attempt.flagged
        self._take(Step(at=at, flagged=flagged))
        return flagged

    def extend(self, minutes: int) -> None:
        """More time."""
        self._told_over = False
        self._take(Step(more_minutes=minutes))

    def hand_in(self) -> Attempt:
        """The end: the answers are logged as reviews, and nothing changes any more."""
        self.pause()
        self._take(Step(handed_in=True))
        self._services.changed.emit(Changes(progress=True, by=self))
        return self.attempt

    def _take(self, step: Step) -> None:
        self._attempt = exams.take(self._services.db, self.attempt, step)
        self.keep_time()
        self.changed.emit()

    def _context(self, posed: Posed) -> Context:
        """By the deck as it is now, if it still holds the card; else by the card alone."""
        if posed.path not in self._contexts:
            self._contexts[posed.path] = Contexts(self._deck_of(posed))
        return posed.context(self._contexts[posed.path].of(posed.note, posed.part))

    def _deck_of(self, posed: Posed) -> Deck:
        file = next((one for one in self._services.library.files if one.path == posed.path), None)
        return self._services.deck(file.deck_key) if file else posed.header()

    # Time

    def go_on(self) -> None:
        """The learner is at it: the clock runs."""
        if not self._clock.isValid():
            self._clock.start()

    def pause(self) -> None:
        """The learner has left: the clock stands."""
        if self._clock.isValid():
            self._used_ms += self._clock.elapsed()
            self._clock.invalidate()
            self.keep_time()

    @property
    def used_ms(self) -> int:
        return self._used_ms + (self._clock.elapsed() if self._clock.isValid() else 0)

    @property
    def left_ms(self) -> int | None:
        """Time left, never below 0; None without a limit."""
        limit = self.attempt.limit_ms
        return max(0, limit - self.used_ms) if limit else None

    def tick(self) -> None:
        """To be called every second or so while the clock runs."""
        if self.used_ms - self._kept_ms >= KEPT_EVERY_MS:
            self.keep_time()
        if self.left_ms == 0 and not self._told_over:
            self._told_over = True
            self.time_over.emit()

    def keep_time(self) -> None:
        """Write down how much time was used; where that cannot be, a little later."""
        self._kept_ms = self.used_ms
        with suppress(QuizError):  # an answer that cannot be written is told; time alone stops nobody
            exams.use(self._services.db, self.attempt.session_id, self._kept_ms)
