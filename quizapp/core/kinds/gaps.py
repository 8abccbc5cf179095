"""The gaps of a cloze: in which way each is answered, and what an answer to it earns."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Annotated, Any, Literal, NamedTuple

from msgspec import Meta, Struct

from quizapp.core.kinds.base import Complaint, Context, Option, Verdict
from quizapp.core.kinds.forms import Blank
from quizapp.core.kinds.holes import Hole
from quizapp.core.kinds.picking import Wrong, offer, option_complaints, pick
from quizapp.core.kinds.quantity import (
    Key,
    Quantity,
    Tolerance,
    UnitNames,
    UnitNeeded,
    judge_number,
    number_complaints,
    number_readings,
    parse_key,
    right_number,
)
from quizapp.core.kinds.spelling import credit_complaints, earned, judge, spelling_complaints
from quizapp.core.kinds.spelling_keys import (
    Accents,
    Accepted,
    Accepting,
    Articles,
    Case,
    Compare,
    Reject,
    Typos,
)
from quizapp.core.kinds.typed import TypedQuestion

Way = Literal["typed", "number", "choice"]


class GapSpec(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How one gap is answered: picked, a number, or typed. A list alone is its wrong options."""

    wrong: Wrong = ()
    number: Annotated[str, Meta(description="The right number; not given: the hidden one")] = ""
    tolerance: Tolerance = ()
    unit: UnitNames = ()
    unit_needed: UnitNeeded = False
    accept: Accepted = ()
    reject: Reject = ()
    case: Case = ""
    accents: Accents = ""
    articles: Articles = ""
    typos: Typos = ""
    compare: Compare = ""


_KEYS: Mapping[Way, tuple[str, ...]] = {
    "choice": ("wrong",),
    "number": ("number", "tolerance", "unit", "unit_needed"),
    "typed": Accepting.__struct_fields__,
}
"""Way -> the keys that make a gap so."""


class Gap(Struct, frozen=True, omit_defaults=True):
    """A gap as it is asked now."""

    hint: str = ""
    way: Way = "typed"
    options: tuple[Option, ...] = ()
    """To pick from, in the order shown."""
    unit: str = ""
    """Of a number; empty if none is asked."""
    free: bool = False
    """True: its answer may stand in any other free gap of the card as well."""


class Task(NamedTuple):
    """A gap to be answered, with all that the deck says about it."""

    number: int
    """In the text, from 1."""
    hole: Hole
    spec: GapSpec
    card: Accepting
    """The card: what it says of written answers holds where the gap says nothing."""

    @property
    def way(self) -> Way:
        return next(iter(ways_of(self.spec)), "typed")

    @property
    def key(self) -> str:
        """The right number, as the deck says it."""
        return self.spec.number or self.hole.hidden

    @property
    def quantity(self) -> Quantity:
        spec = self.spec
        return Quantity(tolerance=spec.tolerance, unit=spec.unit, unit_needed=spec.unit_needed)

    def spelled(self, q: str = "") -> TypedQuestion:
        """The gap as a question answered in writing."""
        keys: dict[str, Any] = {
            key: getattr(self.spec, key) or getattr(self.card, key) for key in Accepting.__struct_fields__
        }
        return TypedQuestion(q=q, a=self.hole.markdown, **keys)

    def expected(self, context: Context) -> str:
        """The right answer in plain words."""
        if self.way == "number":
            return right_number(self.quantity, self.key, context.language)
        return context.plain_of(self.hole.markdown)

    def ask(self, seed: int, *, free: bool) -> Gap:
        """What to show; options are shuffled anew for each gap."""
        spec = self.spec
        options = offer([self.hole.markdown], spec.wrong, None, "", seed + self.number) if spec.wrong else ()
        return Gap(self.hole.hint, self.way, options, next(iter(spec.unit), ""), free)

    def printed(self, gap: Gap) -> Blank:
        """The gap on paper; in code and maths it needs a line of its own."""
        options = tuple(option.text for option in gap.options)
        right = options.index(self.hole.markdown) if options else -1
        line = bool(self.hole.place) and not options
        return Blank(options=options, right=right, hint=gap.hint, unit=gap.unit, line=line)

    def judge(self, gap: Gap, text: str, context: Context) -> Verdict:
        """What a text, or the text of an option, earns."""
        return _JUDGES[self.way](self, gap, text, context)

    def earned(self, gap: Gap, text: str, context: Context) -> Fraction:
        """The fraction that `judge` gives: for comparing many texts."""
        if self.way == "typed":
            spelled = self.spelled()
            return earned(spelled, spelled.a, spelled.accept, text, context)
        return self.judge(gap, text, context).fraction or Fraction(0)

    def readings(self, text: str, context: Context) -> tuple[tuple[str, str], ...]:
        """(settled text, how it is read) of each reading of an ambiguous number."""
        return number_readings(self.quantity, self.key, text, context) if self.way == "number" else ()


def ways_of(spec: GapSpec) -> tuple[Way, ...]:
    """The ways that the keys of a gap stand for: one, if they are right."""
    return tuple(way for way, keys in _KEYS.items() if any(getattr(spec, key) for key in keys))


def _typed(task: Task, gap: Gap, text: str, context: Context) -> Verdict:
    spelled = task.spelled()
    return judge(spelled, spelled.a, spelled.accept, text, context)


def _number(task: Task, gap: Gap, text: str, context: Context) -> Verdict:
    return judge_number(task.quantity, task.key, text, context)


def _choice(task: Task, gap: Gap, text: str, context: Context) -> Verdict:
    names = {option.text: context.plain_of(option.text) for option in gap.options}
    plain = context.plain_of(text)
    picked = next((option for option, name in names.items() if name == plain), text)
    return pick(gap.options, task.hole.markdown, picked, names)


_JUDGES: Mapping[Way, Callable[[Task, Gap, str, Context], Verdict]] = {
    "typed": _typed,
    "number": _number,
    "choice": _choice,
}


# What is wrong with a deck


def gap_complaints(task: Task) -> Iterator[Complaint]:
    """What is wrong with what a deck says of a gap."""
    ways = ways_of(task.spec)
    if len(ways) > 1:
        keys = [next(key for key in _KEYS[way] if getattr(task.spec, key)) for way in ways[:2]]
        yield "gap_ways", "gaps", {"gap": str(task.number), "first": keys[0], "second": keys[1]}
        return
    for code, _, args in _COMPLAINTS[task.way](task):
        yield code, "gaps", args


def _about_options(task: Task) -> Iterator[Complaint]:
    yield from option_complaints([task.hole.markdown], task.spec.wrong, None, "")
    yield from credit_complaints("wrong", task.spec.wrong)


def _about_number(task: Task) -> Iterator[Complaint]:
    key, number = parse_key(task.key), {"gap": str(task.number), "text": task.hole.hidden}
    if not task.spec.number and isinstance(key, str):
        yield "gap_no_number", "gaps", number
        return
    yield from number_complaints(task.quantity, task.key)
    hidden = parse_key(task.hole.hidden)
    if isinstance(key, Key) and isinstance(hidden, Key) and not key.low <= hidden.low <= key.high:
        yield "gap_other_number", "gaps", {**number, "number": task.key}


def _about_spelling(task: Task) -> Iterator[Complaint]:
    yield from spelling_complaints(task.spelled(), task.hole.markdown)


_COMPLAINTS: Mapping[Way, Callable[[Task], Iterator[Complaint]]] = {
    "typed": _about_spelling,
    "number": _about_number,
    "choice": _about_options,
}


def order_complaints(any_order: Sequence[int], tasks: Sequence[Task]) -> Iterator[Complaint]:
    """What is wrong with `any_order`. tasks: all gaps of the text."""
    known = {task.number: task for task in tasks}
    for number in dict.fromkeys(any_order):
        if number not in known:
            yield "any_order_unknown", "any_order", {"gap": str(number), "gaps": str(len(tasks))}
    free = [known[number] for number in dict.fromkeys(any_order) if number in known]
    for task in free:
        others = [other for other in free if other.hole.part == task.hole.part and other is not task]
        if not others:
            yield "any_order_alone", "any_order", {"gap": str(task.number)}
        elif task.way == "choice" or any(other.way != task.way for other in others):
            yield "any_order_ways", "any_order", {"gap": str(task.number)}
