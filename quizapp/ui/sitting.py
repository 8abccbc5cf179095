"""One sitting: leads a learner from card to card. It owns no widget; the study screen shows what it says."""

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from quizapp.core import ratings
from quizapp.core import session as sessions
from quizapp.core.desk import Asked, Judged
from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Answer
from quizapp.core.reviews import Graded, Rating, Review
from quizapp.core.schedule import Planned, preview
from quizapp.core.session import Answered, Session
from quizapp.ui.asking import Asking
from quizapp.ui.services import Services

_FRONT_KEPT = 200
"""Letters of a question that the log keeps."""
_REPEAT_MS = 600_000
"""Outside the schedule a missed card comes back after the others, or after this."""


class Sitting(QObject):
    """Signals say what to show; slots take what the learner does."""

    asked = Signal(object)
    """An Asked: a question to show."""
    judged = Signal(object)
    """A Judged: the verdict on the answer."""
    flagged = Signal(bool)
    """The card on screen was flagged, or is no longer."""
    finished = Signal()
    """No card is left."""

    def __init__(self, services: Services, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._asking = Asking(services)
        self._asked: Asked | None = None
        self._judged: Judged | None = None
        self._hints = 0
        self._visible_ms = 0

    @property
    def session(self) -> Session:
        return self._session

    # What the learner does

    def show(self) -> None:
        """Ask the present question (anew)."""
        while (item := self._session.item) is not None:
            asked = self._asking.ask(item, self._session)
            if asked is not None:
                self._asked, self._judged, self._hints = asked, None, 0
                self.asked.emit(asked)
                return
            self._drop([item.card_key])
        self._asked = self._judged = None
        self.finished.emit()

    def refresh(self) -> None:
        """Decks have changed: ask again if the card reads otherwise now and was not answered yet."""
        self._asking.forget()
        if self._asked is not None and self._judged is None and self._asking.changed(self._asked):
            self.show()

    def answer(self, answer: Answer, visible_ms: int) -> None:
        """Grade an answer. Nothing is logged before it is rated."""
        assert self._asked is not None
        self._visible_ms = visible_ms
        self._judge(answer, guess=False)

    def say_guess(self) -> None:
        """The answer was a guess."""
        if self._judged is not None:
            self._judge(self._judged.answer, guess=True)

    def rate(self, rating: int) -> None:
        """Log the answer with this rating and go on to the next card."""
        asked, judged = self._asked, self._judged
        if asked is None or judged is None:
            return
        review = self._review(asked, judged, Rating(rating))
        self._services.record(review, self)
        now_ms = review.moment.at_ms
        planned = judged.intervals.get(Rating(rating))
        answered = answered_of(review, asked.item.card_key, self._again_ms(review, planned))
        self._session = sessions.answer(self._session, answered, now_ms)
        self.show()

    def take_hint(self) -> None:
        """One more hint is on screen."""
        self._hints += 1

    def undo(self) -> None:
        """Before the rating: ask again. After it: take the last rating back and ask that card again."""
        if self._judged is None:
            last = self._services.last_answer(self._session.session_id)
            if last is None or not self._session.answers:
                return
            self._services.take_back(last, self)
            self._session = sessions.back(self._session)
        self.show()

    def flag(self) -> None:
        """Flag the card, or unflag it."""
        if self._asked is not None:
            flagged = not self._asked.flagged
            self._services.mark("flag" if flagged else "unflag", self._asked.item.card_id, self)
            self._asked = replace(self._asked, flagged=flagged)
            self.flagged.emit(flagged)

    def suspend(self) -> None:
        """Put the card aside and go on."""
        if self._asked is not None:
            item = self._asked.item
            self._services.mark("suspend", item.card_id, self)
            self._drop([item.card_key])
            self.show()

    def leave(self) -> None:
        """An answer whose verdict was seen counts, with the rating that was suggested."""
        if self._judged is not None:
            self.rate(int(self._judged.suggestion.rating))

    # How it is done

    def _drop(self, card_keys: list[int]) -> None:
        self._session = sessions.drop(self._session, card_keys, self._services.now().at_ms)

    def _judge(self, answer: Answer, *, guess: bool) -> None:
        asked = self._asked
        assert asked is not None
        verdict = grade(asked.kind, asked.question, asked.prompt, answer, self._asking.context(asked))
        moment = self._services.now()
        suggestion = ratings.suggest(
            verdict,
            asked.memory,
            moment.study_day,
            hints=self._hints,
            guess=guess,
            passing=asked.note.pass_,
        )
        self._judged = Judged(
            answer=answer,
            verdict=verdict,
            suggestion=suggestion,
            intervals=self._intervals(asked),
            now_ms=moment.at_ms,
            guess=guess,
        )
        self.judged.emit(self._judged)

    def _intervals(self, asked: Asked) -> dict[Rating, Planned]:
        if self._session.mode != "study":
            return {}
        services = self._services
        return preview(asked.memory, services.now(), asked.item.card_id, services.settings, services.load())

    def _review(self, asked: Asked, judged: Judged, rating: Rating) -> Review:
        services, verdict, item = self._services, judged.verdict, asked.item
        moment = services.now()
        planned = judged.intervals.get(rating)
        return Review(
            review_id=services.new_id(),
            card_id=item.card_id,
            session_id=self._session.session_id,
            device_id=services.device_id,
            moment=moment,
            study_day=moment.study_day,
            mode=self._session.mode,
            graded=Graded(
                kind=asked.kind.name,
                outcome=verdict.outcome,
                fraction="" if verdict.fraction is None else str(verdict.fraction),
                because=verdict.because,
                answer=msgspec.to_builtins(judged.answer),
                hints=self._hints,
                guess=judged.guess,
                options=verdict.options,
                seed=asked.seed,
                suggested=int(judged.suggestion.rating),
                front=asked.note.front(item.part)[:_FRONT_KEPT],
            ),
            rating=int(rating),
            due_day=planned.due_day if planned else 0,
            prev_review_id=asked.memory.last_review_id if asked.memory else "",
            retention=services.settings.desired_retention,
            step_min=services.settings.learning_step_min,
            visible_ms=self._visible_ms,
        )

    def _again_ms(self, review: Review, planned: Planned | None) -> int:
        if planned is not None:
            return planned.due_ms
        return 0 if _passed(review) else review.moment.at_ms + _REPEAT_MS


def answered_of(review: Review, card_key: int, again_ms: int) -> Answered:
    """A logged review as the session counts it."""
    graded = review.graded
    return Answered(
        card_key=card_key,
        review_id=review.review_id,
        outcome=graded.outcome,
        passed=_passed(review),
        again_ms=again_ms,
        fraction=graded.fraction,
        visible_ms=review.visible_ms,
    )


def _passed(review: Review) -> bool:
    """A graded answer passes by what it earned, a card rated alone by the learner's word."""
    rating = review.rating if review.graded.outcome == "unscored" else review.graded.suggested
    return rating > Rating.AGAIN
