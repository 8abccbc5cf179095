"""list: several items to name, in any order or in the right one."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Annotated

from msgspec import Meta, field
from msgspec.structs import replace

from quizapp.core.kinds.base import (
    Accept,
    Complaint,
    Context,
    Filled,
    Filling,
    Kind,
    Mark,
    Outcome,
    PartMark,
    Prompt,
    Shape,
    Verdict,
)
from quizapp.core.kinds.forms import Lines
from quizapp.core.kinds.naming import Fits, Pairing, in_any_order, in_order
from quizapp.core.kinds.shortlist import Shortlist
from quizapp.core.kinds.spelling import Spelling, judge
from quizapp.core.kinds.words import Words
from quizapp.core.text import Manner, normalise

_WORDS = Words(
    reasons={
        "list_right": "",
        "list_some": "",
        "list_slip": "“{slip}” was taken for “{meant}”: a slip of the fingers.",
        "list_twice": "“{twice}” names an item that was named before; each counts once.",
    },
    scores={
        "score_named": "{hits} of {needed} named: {fraction}.",
        "score_named_less": (
            "{hits} of {needed} named, {extras} not on the list: ({hits} − {extras})/{needed} = {fraction}."
        ),
        "score_named_floor": (
            "{hits} of {needed} named, {extras} not on the list: "
            "({hits} − {extras})/{needed}, so 0 (never below 0)."
        ),
        "score_in_order": "{hits} of {needed} named in the right order: {fraction}.",
        "score_in_order_less": (
            "{hits} of {needed} named in the right order, {extras} not on the list: "
            "({hits} − {extras})/{needed} = {fraction}."
        ),
        "score_in_order_floor": (
            "{hits} of {needed} named in the right order, {extras} not on the list: "
            "({hits} − {extras})/{needed}, so 0 (never below 0)."
        ),
    },
    headings={
        "partly_named": "Partly right: {hits} of {needed} named",
        "partly_named_extra": "Partly right: {hits} of {needed} named, {extras} wrong",
        "partly_in_order": "Partly right: {hits} of {needed} in order",
        "partly_in_order_extra": "Partly right: {hits} of {needed} in order, {extras} wrong",
        "wrong_named": "Not yet: {hits} of {needed} named",
        "wrong_named_extra": "Not yet: {hits} of {needed} named, {extras} wrong",
        "wrong_in_order": "Not yet: {hits} of {needed} in order",
        "wrong_in_order_extra": "Not yet: {hits} of {needed} in order, {extras} wrong",
    },
    messages={
        "list_empty": ("error", "There is nothing on the list to name."),
        "list_twice": (
            "error",
            "“{text}” stands for two items of the list. A form belongs to one item.",
        ),
        "need_range": (
            "error",
            "need: {need} does not fit a list of {items}. It lies between 1 and {items}.",
        ),
    },
    doubles=frozenset({"list_twice"}),
    titles={
        "list_empty": "An empty list",
        "list_twice": "The same item twice",
        "need_range": "Out of range",
    },
)


class ListQuestion(Spelling, frozen=True, kw_only=True, tag="list"):
    """Items to name in writing. Answered by Filled(texts), one text an entry."""

    q: Annotated[str, Meta(description="The question")]
    items: Annotated[
        tuple[tuple[str, ...], ...],
        Meta(description="The items; further forms of one in a list of its own, the form to show first"),
    ] = field(name="list")
    need: Annotated[int | None, Meta(description="How many are enough; otherwise all are asked for")] = None
    ordered: Annotated[bool, Meta(description="true: the order counts")] = False

    @property
    def needed(self) -> int:
        return len(self.items) if self.need is None else self.need

    @property
    def names(self) -> tuple[str, ...]:
        """The form of each item to show, Markdown."""
        return tuple(forms[0] for forms in self.items)

    @property
    def forms(self) -> tuple[str, ...]:
        """Each right answer by itself, Markdown."""
        return tuple(text for forms in self.items for text in forms if "*" not in text.split())


class ListKind(Kind[ListQuestion, Prompt, Filled]):
    name = "list"
    label = "Name them"
    about = (
        "The learner names the items in writing, compared as in typed. The items named, less the entries "
        "that are not on the list, count as a share of those needed, never less than 0; to name one twice "
        "costs nothing. With `ordered` only those count that stand in the right order."
    )
    unique_key = "list"
    words = (_WORDS,)
    by_reading = frozenset({"list_twice", "reject_right"})
    question = ListQuestion
    prompt = Prompt
    answer = Filled

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return True

    def complaints(self, question: ListQuestion) -> Iterator[Complaint]:
        if not question.items:
            yield "list_empty", "list", {}
        if not all(question.items):
            yield "item_empty", "list", {"key": "list"}
        owners: dict[str, int] = {}
        for number, forms in enumerate(question.items):
            for text in forms:
                if owners.setdefault(_key(question, text), number) != number:
                    yield "list_twice", "list", {"text": text}
        if question.need is not None and question.items and not 1 <= question.need <= len(question.items):
            yield "need_range", "need", {"need": str(question.need), "items": str(len(question.items))}
        for text in question.reject:
            if _key(question, text) in owners:
                yield "reject_right", "reject", {"text": text}

    def ask(self, question: ListQuestion, part: str, seed: int) -> Prompt:
        return Prompt(part=part, text=question.q)

    def grade(self, question: ListQuestion, prompt: Prompt, answer: Filled, context: Context) -> Verdict:
        entries = [text.strip() for text in answer.texts if text.strip()]
        context = _with_items(question, context)
        shortlist = Shortlist(question, question.items, context)
        known = {entry: _fits(question, entry, shortlist.of(entry), context) for entry in entries}
        fits = [known[entry] for entry in entries]
        pairing = (in_order if question.ordered else in_any_order)(fits, len(question.items))
        hits = min(len(pairing.hits), question.needed)
        extras = sum(not fit for fit in fits)
        net = Fraction(hits - extras, question.needed)
        fraction = max(Fraction(0), net)
        whole: Outcome = "almost" if pairing.outright(fits) < question.needed else "correct"
        marks = _entry_marks(question, entries, fits, pairing, context)
        because, args = _reason(marks, fraction)
        ending = "in_order" if question.ordered else "named"
        return Verdict(
            outcome=whole if fraction == 1 else "partial" if fraction else "wrong",
            fraction=fraction,
            because=because,
            heading=f"{ending}_extra" if extras else ending,
            score=f"score_{ending}{_score(extras, net)}",
            args={
                "hits": str(hits),
                "needed": str(question.needed),
                "extras": str(extras),
                "fraction": str(fraction),
                **args,
            },
            parts=(*marks, *_rest(question, pairing, context)),
            given=", ".join(entries),
            expected=self.expected(question, prompt.part, context),
        )

    def solution(self, question: ListQuestion, prompt: Prompt, context: Context) -> tuple[PartMark, ...]:
        return _rest(question, Pairing({}, {}), context)

    def printed(self, question: ListQuestion, prompt: Prompt) -> Lines:
        return Lines(count=question.needed, many=True, numbered=question.ordered)

    def filled(self, question: ListQuestion, prompt: Prompt, filling: Filling) -> Filled:
        return Filled(filling.texts)

    def front(self, question: ListQuestion, part: str) -> str:
        return question.q

    def back(self, question: ListQuestion, part: str) -> str:
        return ", ".join(question.names)

    def answers(self, question: ListQuestion, part: str) -> tuple[str, ...]:
        return question.forms


def _key(question: ListQuestion, text: str) -> str:
    """Equal for texts that would be taken for each other."""
    if question.compare == "exact":
        return text.strip()
    return normalise(text, Manner(case=question.case == "exact")) or text.strip()


def _with_items(question: ListQuestion, context: Context) -> Context:
    """No entry is a slip of an item that is as near to another: all are rivals."""
    known = set(context.others)
    new = [text for text in map(context.plain_of, question.forms) if text not in known]
    return replace(context, others=(*context.others, *new)) if new else context


def _fits(question: ListQuestion, entry: str, plausible: Sequence[int], context: Context) -> Fits:
    """The items that an entry may stand for; a slip only if it stands for none as it is."""
    outright: set[int] = set()
    slips: set[int] = set()
    for number in plausible:
        key, *others = question.items[number]
        outcome = judge(question, key, [Accept(text) for text in others], entry, context).outcome
        if outcome in _SETS:
            (outright if outcome == "correct" else slips).add(number)
    return Fits(frozenset(outright or slips), slip=not outright)


_SETS = ("correct", "almost")


def _entry_marks(
    question: ListQuestion,
    entries: Sequence[str],
    fits: Sequence[Fits],
    pairing: Pairing,
    context: Context,
) -> tuple[PartMark, ...]:
    """One an entry, in the learner's order; a misplaced one expects its place, the others their item."""
    marks = []
    for at, (entry, fit) in enumerate(zip(entries, fits, strict=True)):
        mark: Mark = "twice" if fit else "extra"
        item = min(fit.items, default=-1)
        if at in pairing.hits:
            mark, item = "almost" if fit.slip else "right", pairing.hits[at]
        elif at in pairing.misplaced:
            mark, item = "wrong", pairing.misplaced[at]
        expected = context.plain_of(question.names[item]) if item >= 0 else ""
        if mark == "wrong":
            expected = str(item + 1)
        marks.append(PartMark(key=str(at + 1), mark=mark, given=entry, expected=expected))
    return tuple(marks)


def _rest(question: ListQuestion, pairing: Pairing, context: Context) -> tuple[PartMark, ...]:
    """The items that were not named: missed, or left out where enough were named."""
    found = {*pairing.hits.values(), *pairing.misplaced.values()}
    mark: Mark = "missed" if len(pairing.hits) < question.needed else "left_out"
    return tuple(
        PartMark(key=name, mark=mark, expected=context.plain_of(name))
        for number, name in enumerate(question.names)
        if number not in found
    )


def _reason(marks: Sequence[PartMark], fraction: Fraction) -> tuple[str, dict[str, str]]:
    """What needs a word: a slip that was forgiven, else an item that was named again."""
    for mark, code, args in (("almost", "list_slip", ("slip", "meant")), ("twice", "list_twice", ("twice",))):
        for part in marks:
            if part.mark == mark:
                words = (part.given, part.expected) if mark == "almost" else (part.expected,)
                return code, dict(zip(args, words, strict=True))
    return ("list_right" if fraction == 1 else "list_some"), {}


def _score(extras: int, net: Fraction) -> str:
    if not extras:
        return ""
    return "_floor" if net < 0 else "_less"


LIST = ListKind()
