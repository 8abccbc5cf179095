"""What the study screen says: headings, reasons, sources, intervals. Values in, translated words out."""

from PySide6.QtCore import QLocale, QObject

from quizapp.core import reasons
from quizapp.core.deck import Citation, Note
from quizapp.core.desk import Asked, Judged, Word
from quizapp.core.kinds.base import Verdict
from quizapp.core.reviews import Rating
from quizapp.core.schedule import Planned
from quizapp.core.turn import lucky, try_score
from quizapp.ui.bindings import cap
from quizapp.ui.i18n import date_of, marked
from quizapp.ui.widgets.verdict import Fact, stopped

_ATTRIBUTED = ("claim", "forecast")
_MONTH, _YEAR = 30.44, 365.25
_WEB = ("https://", "http://")
HISTORY = "quizapp:history"
"""Target of the link to what was answered before; no deck can have it, its links begin otherwise."""
_LONGEST_NAME = 40
"""Letters of a name that a chip takes."""


class StudyWords(QObject):
    """The sentences of the study screen."""

    def claim_chip(self, note: Note, part: str) -> str:
        """The chip of a card whose content somebody holds, and who; "" for all others.

        Where the name is the answer, or long, it stays out.
        """
        if note.status not in _ATTRIBUTED:
            return ""
        named = bool(note.by) and len(note.by) <= _LONGEST_NAME
        given_away = note.by.casefold() in note.back(part).casefold()
        return self._held(note.status, note.by if named and not given_away else "")

    def _held(self, status: str, by: str) -> str:
        if status == "claim":
            return self.tr("Claim by {name}").format(name=by) if by else self.tr("A claim")
        return self.tr("Forecast by {name}").format(name=by) if by else self.tr("A forecast")

    def seen(self, times: int, *, flagged: bool) -> str:
        """How often the card was answered."""
        named = {0: self.tr("New"), 1: self.tr("Seen once"), 2: self.tr("Seen twice")}
        text = named.get(times) or self.tr("Seen %n times", "", times)
        return self.tr("Flagged · {history}").format(history=text) if flagged else text

    def rating_name(self, rating: Rating) -> str:
        return {
            Rating.AGAIN: self.tr("Again"),
            Rating.HARD: self.tr("Hard"),
            Rating.GOOD: self.tr("Good"),
            Rating.EASY: self.tr("Easy"),
        }[rating]

    def interval(self, planned: Planned | None, now_ms: int) -> str:
        """When the card would come back: "10 min", "3 days", "2.5 months"; "" if nothing is planned."""
        if planned is None:
            return ""
        if planned.due_ms:
            return self.tr("%n min", "", max(1, round((planned.due_ms - now_ms) / 60_000)))
        days = planned.interval_days
        if days < 2 * _MONTH:
            return self.tr("%n days", "", days)
        if days < _YEAR:
            return self.tr("{number} months").format(number=f"{days / _MONTH:.1f}".removesuffix(".0"))
        years = f"{days / _YEAR:.1f}".removesuffix(".0")
        return self.tr("1 year") if years == "1" else self.tr("{number} years").format(number=years)

    def sayings(self, asked: Asked, judged: Judged) -> dict[str, str]:
        """Action of each key by which the learner has their say -> what it does now, "" for nothing."""
        right = self.tr("this option is right too") if asked.auto else self.tr("my answer is right")
        offered = {"say_right": right, "say_slip": self.tr("that was no typo")}
        words: dict[str, Word] = {"say_right": "right", "say_slip": "wrong"}
        taken_back = self.tr("take that back")
        said = {
            action: taken_back if judged.word == word else offered[action]
            for action, word in words.items()
            if word in judged.words
        }
        guess = self.tr("I was guessing") if self.may_be_guess(judged) else ""
        return {"say_guess": guess, "say_right": "", "say_slip": ""} | said

    def may_be_guess(self, judged: Judged) -> bool:
        """True where luck could have picked the right option."""
        return lucky(judged.verdict) and judged.tries == 1 and not (judged.guess or judged.word)

    def suggestion(self, judged: Judged) -> str:
        """What Space does, and why: "Hard, because you used a hint"."""
        name = self.rating_name(judged.suggestion.rating)
        why = reasons.RATING_REASONS.get(judged.suggestion.because, "")
        return self.tr("{rating}, {why}").format(rating=name, why=marked(why)) if why else name

    def heading(self, asked: Asked, judged: Judged) -> str:
        """The result in words."""
        code, args = reasons.heading(judged.verdict, asked.note.status, asked.note.by)
        return marked(reasons.HEADINGS[code], {name: marked(value) for name, value in args.items()})

    def facts(self, asked: Asked, judged: Judged) -> list[Fact]:
        """The labelled rows below the explanation."""
        verdict, note = judged.verdict, asked.note
        rows = self._rule(verdict) + self._score(judged)
        if note.status in _ATTRIBUTED:
            rows.append(self._status(note.status, note.by))
        rows += [self._source(asked, citation) for citation in note.source]
        return rows + self._leech(judged) + self._next(judged)

    def _leech(self, judged: Judged) -> list[Fact]:
        """A card that was forgotten very often: what may help, said calmly."""
        if not judged.leech:
            return []
        after = self.tr("· Forgotten %n times. Other words ({key}) may help more.", "", judged.leech)
        after = after.format(key=cap("study", "edit"))
        return [Fact(label=self.tr("Leech"), text=self.tr("Its history"), target=HISTORY, after=after)]

    def leech_marked(self, asked: Asked) -> str:
        """After the answer that made the card one."""
        front = asked.note.front(asked.item.part)
        return self.tr("Often forgotten, now flagged: {card}").format(card=front)

    def _rule(self, verdict: Verdict) -> list[Fact]:
        rule = reasons.REASONS.get(verdict.because)
        return [Fact(label=self.tr("Rule"), text=marked(rule, verdict.args))] if rule else []

    def _score(self, judged: Judged) -> list[Fact]:
        verdict, sentences = judged.verdict, []
        if score := reasons.SCORES.get(verdict.score):
            sentences.append(marked(score, verdict.args))
        elif verdict.outcome == "partial" and not reasons.REASONS.get(verdict.because):
            sentences.append(self.tr("{share} of a right answer.").format(share=verdict.fraction))
        if judged.tries > 1:
            sentences.append(self._later_try(verdict, judged.tries))
        return [Fact(label=self.tr("Score"), text=" ".join(sentences))] if sentences else []

    def _later_try(self, verdict: Verdict, tries: int) -> str:
        if earned := try_score(verdict, tries):
            text = self.tr("Try {number} earns {share} of a right answer. The first try counts.")
        else:
            text = self.tr("Try {number} earns nothing. The first try counts.")
        return text.format(number=tries, share=earned)

    def _next(self, judged: Judged) -> list[Fact]:
        """The day on which the card comes back by the suggested rating."""
        rating = judged.suggestion.rating
        planned = judged.intervals.get(rating)
        if planned is None:
            return []
        name = self.rating_name(rating)
        if planned.due_ms:
            text = self.tr("{rating} brings it back in {time}.")
            text = text.format(rating=name, time=self.interval(planned, judged.now_ms))
        else:
            day = QLocale().toString(date_of(planned.due_day), QLocale.FormatType.LongFormat)
            text = self.tr("{rating} brings it back on {day}.").format(rating=name, day=day)
        return [Fact(label=self.tr("Next"), text=text)]

    def try_heading(self, verdict: Verdict) -> str:
        """The result of a try that was not right, in words."""
        code, args = reasons.heading(verdict)
        return marked(reasons.HEADINGS[code], {name: marked(value) for name, value in args.items()})

    def try_facts(self, verdict: Verdict) -> list[Fact]:
        """What was wrong with a try, as far as it gives nothing away."""
        return self._rule(verdict) if verdict.because in reasons.BETWEEN_TRIES else []

    def _status(self, status: str, by: str) -> Fact:
        after = "" if by else self.tr(", the deck does not say whose")
        return Fact(label=self.tr("Status"), claim=self._held(status, by), text=after)

    def _source(self, asked: Asked, citation: Citation) -> Fact:
        source = asked.deck.sources.get(citation.name)
        name = (source.title or source.citation or source.url) if source else citation.name
        url = source.url if source else citation.name
        text = ", ".join(part for part in (name, citation.at) if part)
        after = {
            "fact": self.tr("· fact in the source"),
            "background": self.tr("· background, not from the source"),
        }.get(asked.note.status, "")
        return Fact(
            label=self.tr("Source"), text=text, target=url if url.startswith(_WEB) else "", after=after
        )

    def spoken_question(self, asked: Asked, question: str) -> str:
        """For a screen reader, when a card appears."""
        place = self.tr("{number} of {total}").format(number=asked.position, total=asked.total)
        return f"{place}. {marked(asked.kind.label)}. {question}"

    def spoken_answer(self, asked: Asked, judged: Judged) -> str:
        """For a screen reader, behind the heading: the right answer, the author's note on the one picked."""
        verdict = judged.verdict
        named = {"correct": "", "unscored": self.tr("Answer: {answer}")}
        text = named.get(verdict.outcome, self.tr("Right answer: {answer}")) if verdict.expected else ""
        right = stopped(text.format(answer=verdict.expected))
        return " ".join(filter(None, (right, stopped(asked.note.plain_of(verdict.feedback)))))

    def spoken_next(self, judged: Judged, *, marking: bool = False) -> str:
        """For a screen reader, behind the verdict: what Space does, or Enter while something is marked."""
        key = self.taking_key(marking=marking)
        return self.tr("{key}: {rating}.").format(key=key, rating=self.suggestion(judged))

    def taking_key(self, *, marking: bool) -> str:
        """The key that takes the suggested rating. marking: Space is the answer's own."""
        return self.tr("Enter") if marking else self.tr("Space")


words = StudyWords()
