"""date: give a day, a month or a year."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated

from msgspec import Meta

from quizapp.core.dates import PRECISIONS, Date, Found, Precision, parse, read, written
from quizapp.core.kinds.base import Complaint, Context, Kind, Prompt, Question, Reading, Shape, Typed, Verdict
from quizapp.core.kinds.date_words import DATE_WORDS
from quizapp.core.spans import Apart, apart, parse_span, shifted


class DateQuestion(Question, frozen=True, kw_only=True, tag="date"):
    """A question whose answer is a date. Answered by Typed(text)."""

    q: Annotated[str, Meta(description="The question")]
    date: Annotated[str, Meta(description="The right date: 2025, 2025-07 or 2025-07-04")]
    within: Annotated[str, Meta(description="How far off counts: 3 days, 2 months or 1 year")] = ""


class DatePrompt(Prompt, frozen=True, kw_only=True, omit_defaults=True):
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
    own_words = True
    words = (DATE_WORDS,)
    question = DateQuestion
    prompt = DatePrompt
    answer = Typed

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return True

    def complaints(self, question: DateQuestion) -> Iterator[Complaint]:
        right, span = parse(question.date), parse_span(question.within)
        if right is None:
            yield "date_unreadable", "date", {"text": question.date}
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
        if len(found.dates) != 1:
            code = found.flaw or "date_unsettled"
            readings = " / ".join(written(reading, context.language) for reading in found.dates)
            args = {**found.args, "typed": answer.text.strip(), "readings": readings}
        else:
            code, args = _compare(question, found.dates[0])
        fraction = Fraction(code in _EXACT or code.endswith("_within"))
        return Verdict(
            outcome="correct" if fraction else "wrong",
            fraction=fraction,
            because=code,
            args=args,
            given=" ".join(answer.text.split()),
            expected=self.expected(question, prompt.part, context),
        )

    def front(self, question: DateQuestion, part: str) -> str:
        return question.q

    def back(self, question: DateQuestion, part: str) -> str:
        return written(_right(question))

    def expected(self, question: DateQuestion, part: str, context: Context) -> str:
        return written(_right(question), context.language)


_EXACT = ("date_exact", "date_finer_year", "date_finer_month")


def _right(question: DateQuestion) -> Date:
    date = parse(question.date)
    assert date is not None, question.date
    return date


def _read(question: DateQuestion, text: str, context: Context) -> Found:
    """The readings of an answer that differ as far as the card asks: 03/09/2025 is clear as a year."""
    found = read(text, context.language)
    asked = {reading.to(_right(question).precision) for reading in found.dates}
    return found._replace(dates=found.dates[:1]) if len(asked) == 1 else found


def _compare(question: DateQuestion, typed: Date) -> tuple[str, dict[str, str]]:
    """The rule that decides between two dates, and its arguments."""
    right = _right(question)
    lacking = PRECISIONS.index(right.precision) - PRECISIONS.index(typed.precision)
    nearest = right.to(typed.precision) if lacking > 0 else right
    given = typed.to(nearest.precision)
    if given != nearest:
        return _off(question, given, nearest, strict=lacking > 0)
    if lacking > 0:
        asked = "_".join(PRECISIONS[-lacking:] if right.day else PRECISIONS[1:2])
        return f"date_{asked}_asked", {}
    return "date_exact" if not lacking else f"date_finer_{right.precision}", {}


def _off(question: DateQuestion, given: Date, right: Date, *, strict: bool) -> tuple[str, dict[str, str]]:
    """How far off, and whether that counts; strict: it cannot."""
    span = None if strict else parse_span(question.within)
    distance = apart(given, right)
    args = {"count": str(distance.span.number), "within": question.within}
    code = f"date_{_code(distance)}"
    if span and shifted(right, span, back=True) <= given <= shifted(right, span):
        return f"{code}_within", args
    if given == Date(right.year, right.day, right.month):
        return "date_swapped", args
    return f"{code}_margin" if span else code, args


def _code(distance: Apart) -> str:
    """As the table of words has it: early_day, late_months_more."""
    number, unit = distance.span
    side = "early" if distance.early else "late"
    return f"{side}_{unit}{'' if number == 1 else 's'}{'_more' if distance.more else ''}"


DATE = DateKind()
