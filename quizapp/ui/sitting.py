"""One sitting: leads a learner from card to card. It owns no widget; the study screen shows what it says."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from quizapp.core import leeches
from quizapp.core import session as sessions
from quizapp.core import turn as turns
from quizapp.core.content import content_of
from quizapp.core.desk import Asked, Judged, TryAgain, Unclear, Word
from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Answer, Picked, Reading, Typed
from quizapp.core.reviews import EventType, Rating, Review
from quizapp.core.schedule import Planned, preview
from quizapp.core.session import Session
from quizapp.core.settings import Settings
from quizapp.core.turn import Turn
from quizapp.store import cards
from quizapp.ui.answered import again_ms, answered_of, in_words
from quizapp.ui.asking import Asking
from quizapp.ui.services import Services


class Sitting(QObject):
    """Signals say what to show; slots take what the learner does."""

    asked = Signal(object)
    """An Asked: a question to show."""
    unclear = Signal(object)
    """An Unclear: what does the answer mean?"""
    sureness_wanted = Signal()
    """How sure is the learner? Then the answer is checked."""
    try_failed = Signal(object)
    """A TryAgain."""
    judged = Signal(object)
    """A Judged: the verdict on the answer; again when it changes."""
    retyped = Signal(bool)
    """Was the answer right when it was typed once more?"""
    flagged = Signal(bool)
    """The card on screen was flagged, or is no longer."""
    leech_marked = Signal(object)
    """The card was answered, and is a leech by that; the Asked, once the next card is asked."""
    finished = Signal()
    """No card is left."""

    def __init__(self, services: Services, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._asking = Asking(services)
        self._asked: Asked | None = None
        self._turn = Turn()
        self._waiting: Answer | None = None
        """Checked as soon as the learner has said how sure they are."""
        self._judged: Judged | None = None
        self._visible_ms = 0
        self._excluded = ""
        self._put_aside: list[tuple[Sequence[str], Session]] = []
        """Since the last rating: events that put cards aside, and the sitting with these."""

    @property
    def session(self) -> Session:
        return self._session

    # What the learner does

    def show(self) -> None:
        """Ask the present question (anew)."""
        self._turn, self._waiting, self._judged, self._excluded = Turn(), None, None, ""
        while (item := self._session.item) is not None:
            asked = self._asking.ask(item, self._session)
            if asked is not None:
                self._asked = asked
                self.asked.emit(asked)
                return
            self._drop([item.card_key])
        self._asked = None
        self.finished.emit()

    def refresh(self) -> None:
        """Decks have changed: ask again if the card reads otherwise now and was not answered yet."""
        self._asking.forget()
        answered = self._judged is not None or self._turn.tries
        if self._asked is not None and not answered and self._asking.changed(self._asked):
            self.show()

    def answer(self, answer: Answer, visible_ms: int) -> None:
        """Check an answer, once it is clear what it means and how sure the learner is.

        Nothing is logged before it is rated.
        """
        asked = self._asked
        if asked is None or self._judged is not None:
            return
        self._visible_ms = visible_ms
        readings = self._readings(asked, answer)
        if len(readings) > 1:
            given, place = readings[0].given or in_words(answer), readings[0].place
            self.unclear.emit(Unclear(given=given, place=place, readings=readings))
        elif self._asks_sureness(asked, answer):
            self._waiting = answer
            self.sureness_wanted.emit()
        else:
            self._check(asked, answer)

    def say_sure(self, sure: int) -> None:
        """Check the answer that waits. sure: which of turn.SURE, counted from 1; 0 says nothing."""
        if self._asked is not None and self._waiting is not None:
            answer, self._waiting = self._waiting, None
            self._turn = replace(self._turn, sure=sure)
            self._check(self._asked, answer)

    def amend(self, answer: Answer) -> None:
        """Another answer in place of the one that was judged: what a learner marks by themselves."""
        if self._asked is not None and self._judged is not None:
            context = self._asking.context(self._asked)
            self._judge(self._asked, turns.amended(self._turn, self._asked, answer, context))

    def say_guess(self) -> None:
        """The answer was a guess."""
        if self._asked is not None and self._judged is not None:
            self._judge(self._asked, replace(self._turn, guess=True))

    def say(self, word: Word) -> None:
        """The learner's word on the answer, if the verdict is open to it; the same again takes it back."""
        if self._asked is not None and self._judged is not None and word in self._judged.words:
            self._judge(self._asked, turns.said(self._turn, word))

    def retype(self, text: str) -> None:
        """The answer once more, after a typo. It is not logged."""
        asked = self._asked
        if asked is not None and self._judged is not None:
            context = self._asking.context(asked)
            verdict = grade(asked.kind, asked.question, asked.prompt, Typed(text), context)
            self.retyped.emit(verdict.outcome == "correct")

    def rate(self, rating: int) -> None:
        """Log the answer with this rating and go on to the next card."""
        asked, judged = self._asked, self._judged
        if asked is None or judged is None:
            return
        review = self._review(asked, judged, Rating(rating), self._exclude(asked, judged))
        if self._session.logged:
            review = self._services.record(review, self)
        self._put_aside.clear()
        now_ms = review.moment.at_ms
        planned = judged.intervals.get(Rating(rating))
        answered = answered_of(review, asked.item.card_key, again_ms(review, planned))
        self._session = sessions.answer(self._session, answered, now_ms)
        if marks := review.graded.marks:
            self._drop(cards.suspended(self._services.db, [asked.item.card_key]))
        self.show()
        if marks:
            self.leech_marked.emit(asked)

    def take_hint(self) -> None:
        """One more hint is on screen."""
        self._turn = replace(self._turn, hints=self._turn.hints + 1)

    def undo(self) -> None:
        """Before the rating: ask again. After it: take the last step back and ask that card again."""
        if self._judged is None and not self._turn.tries:
            if self._put_aside:
                self._services.unmark(self._put_aside[-1][0], self)
                self._session = self._put_aside.pop()[1]
            elif self._session.answers:
                if self._session.logged:
                    self._take_back_last()
                self._session = sessions.back(self._session)
            else:
                return
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
            self._lay_aside("suspend", [self._asked.item.card_id])

    def bury(self, *, siblings: bool) -> None:
        """Put the card aside until tomorrow, alone or with its siblings, and go on."""
        if self._asked is not None:
            item = self._asked.item
            cards_ = cards.with_siblings(self._services.db, item.card_key) if siblings else [item.card_id]
            self._lay_aside("bury", cards_)

    def leave(self) -> None:
        """An answer that was found right or wrong counts, with the rating that is suggested."""
        if self._asked is not None and self._judged is None and self._turn.tries:
            self._judge(self._asked, self._turn)
        if self._judged is not None:
            self.rate(int(self._judged.suggestion.rating))

    # How it is done

    def _lay_aside(self, how: EventType, card_ids: Sequence[str]) -> None:
        before = self._session
        self._put_aside.append((self._services.mark_all(how, card_ids, self), before))
        self._drop([item.card_key for item in before.items if item.card_id in card_ids])
        self.show()

    def _take_back_last(self) -> None:
        last = self._services.last_answer(self._session.session_id)
        if last is not None:
            self._services.take_back(last, self)

    def _settings_of(self, asked: Asked) -> Settings:
        """Of its deck; those for all decks if that has gone meanwhile."""
        try:
            return self._services.settings_of(asked.item.deck_key)
        except KeyError:
            return self._services.settings

    def _drop(self, card_keys: Iterable[int]) -> None:
        self._session = sessions.drop(self._session, card_keys, self._services.now().at_ms)

    def _readings(self, asked: Asked, answer: Answer) -> tuple[Reading, ...]:
        if not turns.is_answer(answer):
            return ()
        return asked.kind.readings(asked.question, asked.prompt, answer, self._asking.context(asked))

    def _asks_sureness(self, asked: Asked, answer: Answer) -> bool:
        """Once a card, before the first answer that can be right or wrong."""
        asks = self._services.settings.confidence and not self._turn.tries
        return asks and turns.is_answer(answer) and asked.scored

    def _check(self, asked: Asked, answer: Answer) -> None:
        turn = turns.tried(self._turn, asked, answer, self._asking.context(asked))
        tries = self._settings_of(asked).tries
        if turns.may_try_again(turn, asked, tries):
            self._turn = turn
            last = turn.tries[-1].verdict
            self.try_failed.emit(TryAgain(verdict=last, tries=len(turn.tries), of=tries))
        else:
            self._judge(asked, turn)

    def _judge(self, asked: Asked, turn: Turn) -> None:
        self._turn = turn
        moment = self._services.now()
        context = self._asking.context(asked)
        judged = turns.judge(turn, asked, context, moment, self._intervals(asked))
        slip = judged.verdict.outcome == "almost" and isinstance(judged.answer, Typed)
        self._judged = replace(
            judged, retype=slip and self._services.settings.retype, leech=self._leech(asked, judged)
        )
        self.judged.emit(self._judged)

    def _leech(self, asked: Asked, judged: Judged) -> int:
        if not (judged.intervals and judged.suggestion.lapse):
            return 0
        return leeches.lapses_if_failed(asked.memory, self._settings_of(asked))

    def _intervals(self, asked: Asked) -> dict[Rating, Planned]:
        if self._session.mode != "study":
            return {}
        services = self._services
        settings, load = self._settings_of(asked), services.load()
        return preview(asked.memory, services.now(), asked.item.card_id, settings, load, asked.weights)

    def _exclude(self, asked: Asked, judged: Judged) -> str:
        """Keep an option that is right too from this card; the id of the event."""
        if not (asked.auto and judged.word == "right" and isinstance(judged.answer, Picked)):
            return ""
        if not self._excluded:  # else the answer could not be logged, and is tried again
            beside, text = asked.kind.back(asked.question, asked.prompt.part), judged.answer.text
            self._excluded = self._services.exclude(asked.item.card_id, text, self, beside=beside)
        return self._excluded

    def _review(self, asked: Asked, judged: Judged, rating: Rating, excluded: str) -> Review:
        services = self._services
        moment = services.now()
        planned = judged.intervals.get(rating)
        settings = self._settings_of(asked)
        return Review(
            review_id=services.new_id(),
            card_id=asked.item.card_id,
            session_id=self._session.session_id,
            device_id=services.device_id,
            moment=moment,
            study_day=moment.study_day,
            mode=self._session.mode,
            graded=replace(turns.graded(self._turn, asked, judged), excluded=excluded),
            rating=int(rating),
            due_day=planned.due_day if planned else 0,
            prev_review_id=asked.memory.last_review_id if asked.memory else "",
            retention=settings.desired_retention,
            step_min=settings.learning_step_min,
            fit_id=asked.weights.fit_id,
            visible_ms=self._visible_ms,
            content_hash=content_of(asked.note, asked.item.part),
        )
