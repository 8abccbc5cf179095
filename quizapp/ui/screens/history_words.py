"""What the history of a card says: when, what was answered, what came of it. Values in, words out."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QDateTime, QLocale, QObject, QTimeZone

from quizapp.core import reasons
from quizapp.core.card_history import Answered, Happened, Line
from quizapp.core.given import Given, GivenWords
from quizapp.core.reviews import Event, Moment, Rating
from quizapp.ui.i18n import date_of, marked
from quizapp.ui.screens.study_words import words as study_words
from quizapp.ui.stats.figures import TIMES, percent

_SHORT = QLocale.FormatType.ShortFormat
_GIVEN = ("unknown", "blank")


class Told(Struct, frozen=True, kw_only=True):
    """A line in words."""

    sign: str
    """Outcome of an answer, or type of an event."""
    what: str
    about: str
    """When, in which mode, how long it took ..."""
    why: str = ""
    end: str = ""
    """What came of it."""
    struck: bool = False

    @property
    def sentence(self) -> str:
        """All of it, for a screen reader."""
        return ". ".join(filter(None, (self.what, self.end, self.about, self.why)))


class HistoryWords(QObject):
    """The words of the lines. given: those of the card's answers."""

    def __init__(self, given: GivenWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given = given

    def line(self, line: Line) -> Told:
        """A line of the history."""
        return self._answered(line) if isinstance(line, Answered) else self._happened(line)

    def when(self, moment: Moment) -> str:
        """Date and time of day where the learner was."""
        zone = QTimeZone.fromSecondsAheadOfUtc(moment.utc_offset_min * 60)
        at = QDateTime.fromMSecsSinceEpoch(moment.at_ms, zone)
        day = QLocale().toString(at.date(), "d MMM yyyy")
        return self.tr("{day}, {time}").format(day=day, time=QLocale().toString(at.time(), _SHORT))

    # Answers

    def _answered(self, line: Answered) -> Told:
        review, graded = line.review, line.review.graded
        given = self._given.of(line.logged.graded)
        parts = [
            self.when(line.moment),
            self.mode(review.mode),
            self.tr("{percent} sure").format(percent=percent(graded.confidence))
            if graded.confidence is not None
            else "",
            TIMES.spent(review.visible_ms) if review.visible_ms else "",
            self.tr("%n hints", "", graded.hints) if graded.hints else "",
            self.tr("%n tries", "", graded.tries) if graded.tries > 1 else "",
            self.tr("recall was {share}").format(share=percent(line.before)) if line.before else "",
            self._taken_back(line.voided),
        ]
        return Told(
            sign=graded.outcome,
            what=self._what(line, given),
            about=" · ".join(filter(None, parts)),
            why=self._why(line, given),
            end=self._end(line),
            struck=line.voided is not None,
        )

    def _what(self, line: Answered, given: Given) -> str:
        outcome = line.review.graded.outcome
        how = {
            "correct": self.tr("Right"),
            "almost": self.tr("Almost"),
            "partial": self.tr("Partly right"),
            "wrong": self.tr("Wrong"),
            "unknown": self.tr("I don’t know"),
            "blank": self.tr("Left blank"),
            "unscored": self.tr("Rated by yourself"),
        }.get(outcome, outcome)
        if outcome in _GIVEN or not given.words:
            return how
        return self.tr("{verdict}: {answer}").format(verdict=how, answer=given.words)

    def _why(self, line: Answered, given: Given) -> str:
        """The rule that decided, if all its words are known; the learner's own word first."""
        graded = line.review.graded
        if graded.outcome in _GIVEN:
            return ""  # that has been said
        args = given.args if graded.because == given.because else {}
        rule = reasons.REASONS.get(graded.because, "")
        sentence = marked(rule, args) if rule and (args or "{" not in rule) else ""
        said = self.tr("Judged anew by you.") if line.is_regraded and not sentence else ""
        guess = self.tr("You said that it was a guess.") if graded.guess else ""
        return " ".join(filter(None, (sentence, said, guess)))

    def _end(self, line: Answered) -> str:
        name = study_words.rating_name(Rating(line.review.rating))
        if line.after is None:
            return name
        if line.after.step:
            back = self.tr("%n min", "", line.review.step_min)
        else:
            back = self.tr("%n days", "", line.interval_days or 0)
        return self.tr("{rating} · {interval}").format(rating=name, interval=back)

    def mode(self, mode: str) -> str:
        return {
            "study": self.tr("study"),
            "repeat": self.tr("second look"),
            "quiz": self.tr("quiz"),
            "exam": self.tr("exam"),
            "cram": self.tr("for learning"),
        }.get(mode, mode)

    def _taken_back(self, voided: Moment | None) -> str:
        return self.tr("taken back {when}").format(when=self.when(voided)) if voided else ""

    # Events

    def _happened(self, line: Happened) -> Told:
        parts = (self.when(line.moment), self._taken_back(line.voided))
        return Told(
            sign=line.event.type,
            what=self._event(line.event),
            about=" · ".join(filter(None, parts)),
            struck=line.voided is not None,
        )

    def _event(self, event: Event) -> str:
        plain = {
            "suspend": self.tr("Put aside"),
            "unsuspend": self.tr("Brought back"),
            "bury": self.tr("Put aside for the day"),
            "unbury": self.tr("Back on the same day"),
            "flag": self.tr("Flagged"),
            "unflag": self.tr("No longer flagged"),
            "reset": self.tr("Started again as new"),
            "alias": self.tr("Linked with another card"),
            "apart": self.tr("Told apart from another card"),
            "keep": self.tr("Progress kept though the text changed"),
            "tombstone": self.tr("All progress forgotten"),
        }
        made: dict[str, Callable[[Event], str]] = {
            "set_due": self._set_due,
            "exclude": self._exclude,
            "regrade": self._regrade,
            "fit": self._fit,
        }
        return made[event.type](event) if event.type in made else plain.get(event.type, event.type)

    def _set_due(self, event: Event) -> str:
        day = event.payload.get("day")
        if not isinstance(day, int):
            return self.tr("Set due")
        return self.tr("Set due on {day}").format(day=QLocale().toString(date_of(day), "d MMM yyyy"))

    def _exclude(self, event: Event) -> str:
        return self.tr("“{option}” is not offered any more").format(option=event.payload.get("text", ""))

    def _regrade(self, event: Event) -> str:
        rating = event.payload.get("rating")
        name = study_words.rating_name(Rating(rating)) if rating in tuple(Rating) else ""
        return self.tr("An answer judged anew: {rating}").format(rating=name)

    def _fit(self, event: Event) -> str:
        chosen = event.payload.get("chosen")
        return self.tr("Other parameters chosen") if chosen else self.tr("Schedule fitted to you")
