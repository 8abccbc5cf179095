"""date: give a day, a month or a year."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Annotated, NamedTuple

from msgspec import Meta

from quizapp.core.dates import PRECISIONS, Date, Found, Precision, in_deck, parse, read, written
from quizapp.core.kinds.base import (
    Complaint,
    Context,
    Kind,
    Prompt,
    Question,
    Reading,
    Shape,
    Typed,
    Verdict,
)
from quizapp.core.kinds.date_words import DATE_WORDS
from quizapp.core.kinds.forms import Lines
from quizapp.core.spans import apart, parse_span, shifted


class DateQuestion(Question, frozen=True, kw_only=True, tag="date"):
    """A question whose answer is a date. Answered by Typed(text)."""

    q: Annotated[str, Meta(description="The question")]
    date: Annotated[str, Meta(description="The right date: 2025, 2025-07 or 2025-07-04")]
    within: Annotated[str, Meta(description="How far off counts: 3 days, 2 months or 1 year")] = ""


class DatePrompt(Prompt, frozen=True, kw_only=True):
    """What is asked, and how precisely."""

    precision: Precision = "day"


class DateKind(Kind[DateQuestion, DatePrompt, Typed]):
    name = "date"
    label = "Give the date"
    about = (
        "The learner writes a date, in any of the usual ways. It is right if it equals the card’s date, as "
        "precisely as that is written (a year, a month, a day), or lies `within` so many days, months or "
        "years of it. Where day and month could be swapped (03/09/2025), the learner is asked which is meant."
    )
    unique_key = "date"
    words = (DATE_WORDS,)
    question = DateQuestion
    prompt = DatePrompt
    answer = Typed

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return True

    def complaints(self, question: DateQuestion) -> Iterator[Complaint]:
        right, span = parse(question.date), parse_span(question.within)
        if right is None:
            yield _unreadable(question.date)
        if not question.within:
            return
        if span is None:
            yield "within_unreadable", "within", {"text": question.within}
        elif right and PRECISIONS.index(span.unit) > PRECISIONS.index(right.precision):
            yield "within_finer", "within", {"text": question.within, "date": question.date}

    def ask(self, question: DateQuestion, part: str, seed: int) -> DatePrompt:
        return DatePrompt(part=part, text=question.q, precision=_right(question).precision)

    def readings(
        self, question: DateQuestion, prompt: DatePrompt, answer: Typed, context: Context
    ) -> tuple[Reading, ...]:
        found = _read(question, answer.text, context)
        if len(found.dates) < 2:
            return ()
        texts = [written(reading, context.language) for reading in found.dates]
        return tuple(Reading(Typed(text), text) for text in texts)

    def grade(self, question: DateQuestion, prompt: DatePrompt, answer: Typed, context: Context) -> Verdict:
        found = _read(question, answer.text, context)
        readings = " / ".join(written(reading, context.language) for reading in found.dates)
        args = {**found.args, "typed": answer.text.strip(), "readings": readings}
        finding = _Finding(found.flaw or "date_unsettled", args)
        if len(found.dates) == 1:
            finding = _compare(question, found.dates[0])
        return Verdict(
            outcome="correct" if finding.right else "wrong",
            fraction=Fraction(finding.right),
            because=finding.because,
            args=finding.args,
            score=finding.score,
            given=" ".join(answer.text.split()),
            expected=self.expected(question, prompt.part, context),
        )

    def printed(self, question: DateQuestion, prompt: DatePrompt) -> Lines:
        return Lines(about=_ASKED[prompt.precision])

    def front(self, question: DateQuestion, part: str) -> str:
        return question.q

    def back(self, question: DateQuestion, part: str) -> str:
        return written(_right(question))

    def expected(self, question: DateQuestion, part: str, context: Context) -> str:
        return written(_right(question), context.language)


_ASKED: Mapping[Precision, str] = {"year": "Year", "month": "Month and year", "day": "Day, month and year"}
"""What is to be written on paper, marked for translation."""

_SHORT_YEARS = 100
"""A card about a year before this one takes 79 for the year 79; on all others nobody knows the century."""


class _Finding(NamedTuple):
    """The rule that decides on a date."""

    because: str
    args: dict[str, str]
    right: bool = False
    score: str = ""


def _unreadable(text: str) -> Complaint:
    """What is wrong with a date of the deck; where a learner’s would be read, how a deck says it."""
    found = read(text, "")
    if found.flaw in ("date_no_day", "date_no_month"):
        return "date_not_there", "date", {"text": text}
    if found.dates:
        plain = " or ".join(in_deck(date) for date in found.dates)
        return "date_as_in_deck", "date", {"text": text, "plain": plain}
    return "date_unreadable", "date", {"text": text}


def _right(question: DateQuestion) -> Date:
    date = parse(question.date)
    assert date is not None, question.date
    return date


def _read(question: DateQuestion, text: str, context: Context) -> Found:
    """The readings of an answer that differ as far as the card asks: 03/09/2025 is clear as a year."""
    found = read(text, context.language)
    if found.flaw == "date_short_year" and _right(question).year < _SHORT_YEARS:
        found = read(_year_in_full(text, found.args["year"]), context.language)
    asked = {reading.to(_right(question).precision) for reading in found.dates}
    return found._replace(dates=found.dates[:1]) if len(asked) == 1 else found


def _year_in_full(text: str, year: str) -> str:
    """24 August 79 as 24 August 0079."""
    before, _, behind = text.rpartition(year)
    return f"{before}{year.zfill(4)}{behind}"


def _compare(question: DateQuestion, typed: Date) -> _Finding:
    right = _right(question)
    lacking = PRECISIONS.index(right.precision) - PRECISIONS.index(typed.precision)
    if lacking > 0:
        return _coarse(right, typed, PRECISIONS[-lacking:] if right.day else PRECISIONS[1:2])
    given = typed.to(right.precision)
    if given == right:
        return _Finding(f"date_finer_{right.precision}" if lacking else "date_exact", {}, right=True)
    span = parse_span(question.within)
    lenient = span is not None and span.number > 0
    if not lenient and given == Date(right.year, right.day, right.month):
        return _Finding("date_swapped", {})
    finding = _off(given, right)
    if span is None or not lenient:
        return finding
    args = {**finding.args, "within": question.within}
    return finding._replace(
        args=args,
        right=shifted(right, span, back=True) <= given <= shifted(right, span),
        score="score_within",
    )


def _coarse(right: Date, typed: Date, lacking: Sequence[Precision]) -> _Finding:
    """Less precise than asked: wrong, and if it is so at that, how far off."""
    nearest = right.to(typed.precision)
    return _Finding(f"date_{'_'.join(lacking)}_asked", {}) if typed == nearest else _off(typed, nearest)


def _off(given: Date, right: Date) -> _Finding:
    """How far off, in the words of the table: early_day, late_months_more."""
    distance = apart(given, right)
    number, unit = distance.span
    side = "early" if distance.early else "late"
    code = f"{unit}{'' if number == 1 else 's'}{'_more' if distance.more else ''}"
    return _Finding(f"date_{side}_{code}", {"count": str(number)})


DATE = DateKind()
