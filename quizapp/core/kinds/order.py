"""order: items to put in order."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta

from quizapp.core.kinds.base import (
    Answer,
    Complaint,
    Context,
    Filling,
    Kind,
    Outcome,
    PartMark,
    Prompt,
    Question,
    Shape,
    Verdict,
)
from quizapp.core.kinds.forms import Ranks
from quizapp.core.kinds.order_words import ORDER_WORDS

LEAST = 3
"""Items; two are a coin to toss."""


class Order(Question, frozen=True, kw_only=True, tag="order"):
    """Items that have a right order. Answered by Ordered(texts)."""

    q: Annotated[str, Meta(description="The question, which says what comes first")]
    order: Annotated[
        tuple[tuple[str, ...], ...],
        Meta(description="The items in the right order; those that may change places as a list of their own"),
    ]
    scoring: Annotated[
        Literal["", "exact", "longest"],
        Meta(description="exact: all or nothing; longest: the longest run in order counts"),
    ] = ""

    @property
    def items(self) -> tuple[str, ...]:
        """In a right order."""
        return tuple(text for tied in self.order for text in tied)

    @property
    def ranks(self) -> Mapping[str, int]:
        """Item -> its place in the order; items that may change places share theirs."""
        return {text: rank for rank, tied in enumerate(self.order) for text in tied}


class Ordered(Answer, frozen=True, tag="ordered"):
    """The items by their texts, in the learner's order."""

    texts: tuple[str, ...]


class OrderPrompt(Prompt, frozen=True, kw_only=True):
    """Items to put in order."""

    items: tuple[str, ...] = ()
    """In the order shown, which is never a right one."""

    @property
    def dense(self) -> bool:
        return True


class Tally(NamedTuple):
    """How an order fares."""

    right: int
    """Pairs in order."""
    pairs: int
    """Pairs that have an order; those of items that may change places have none."""
    kept: int
    """Items in the longest run that is in order."""
    items: int

    @property
    def inverted(self) -> int:
        return self.pairs - self.right


def concordance(tally: Tally) -> tuple[Fraction, str]:
    """Kendall's tau, never below 0: an order at random earns little, one neighbour swapped costs little."""
    if not tally.inverted:
        return Fraction(1), "score_pairs_all"
    net = 1 - Fraction(2 * tally.inverted, tally.pairs)
    return max(Fraction(0), net), "score_pairs_floor" if net < 0 else "score_pairs"


def all_or_nothing(tally: Tally) -> tuple[Fraction, str]:
    """1 if every pair is in order."""
    return Fraction(not tally.inverted), "score_order_exact" if tally.inverted else "score_pairs_all"


def longest_run(tally: Tally) -> tuple[Fraction, str]:
    """The share of steps that need no mending: one item far out of place costs no more than one near."""
    share = Fraction(max(0, tally.kept - 1), tally.items - 1)
    return share, "score_run" if tally.inverted else "score_pairs_all"


SCORINGS: Mapping[str, Callable[[Tally], tuple[Fraction, str]]] = {
    "": concordance,
    "exact": all_or_nothing,
    "longest": longest_run,
}


class Line(NamedTuple):
    """An item in the learner's order."""

    text: str
    place: int
    """Where it belongs, from 1; items that may change places keep the learner's order among them."""
    kept: bool
    """True in the longest run; to move all others mends the order."""


def lines(question: Order, texts: Sequence[str]) -> list[Line]:
    """The learner's order with what is right about it."""
    ranks = question.ranks
    known = list(dict.fromkeys(text for text in texts if text in ranks))
    right = sorted(known, key=ranks.__getitem__)
    places = {text: place for place, text in enumerate(right, start=1)}
    at_home = [places[text] == place for place, text in enumerate(known, start=1)]
    kept = _longest([ranks[text] for text in known], at_home)
    return [Line(text, places[text], index in kept) for index, text in enumerate(known)]


def _longest(ranks: Sequence[int], at_home: Sequence[bool]) -> frozenset[int]:
    """Indices of a longest run that never goes back; of several, one that leaves most items at home."""
    worth: list[tuple[int, int]] = []
    before: list[int] = []
    for index, rank in enumerate(ranks):
        best = max((at for at in range(index) if ranks[at] <= rank), key=worth.__getitem__, default=-1)
        length, homes = worth[best] if best >= 0 else (0, 0)
        worth.append((length + 1, homes + at_home[index]))
        before.append(best)
    at = max(range(len(worth)), key=worth.__getitem__, default=-1)
    run = set()
    while at >= 0:
        run.add(at)
        at = before[at]
    return frozenset(run)


class OrderKind(Kind[Order, OrderPrompt, Ordered]):
    name = "order"
    label = "Put in order"
    about = (
        "The learner moves the items into the right order; they are shuffled each time. The pairs in order, "
        "less those the other way round, count as a share of all pairs, never less than 0. "
        "`scoring: exact` gives all or nothing, `scoring: longest` counts the longest run in order."
    )
    unique_key = "order"
    words = (ORDER_WORDS,)
    by_reading = frozenset({"order_twice"})
    question = Order
    prompt = OrderPrompt
    answer = Ordered

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return True

    def complaints(self, question: Order) -> Iterator[Complaint]:
        texts = [" ".join(text.split()) for text in question.items]
        for text in dict.fromkeys(text for text in texts if texts.count(text) > 1):
            yield "order_twice", "order", {"text": text}
        if not all(question.order):
            yield "item_empty", "order", {"key": "order"}
        if len(texts) < LEAST:
            yield "order_short", "order", {"items": str(len(texts)), "least": str(LEAST)}
        elif sum(map(bool, question.order)) < 2:
            yield "order_tied", "order", {}

    def ask(self, question: Order, part: str, seed: int) -> OrderPrompt:
        chance = Random(seed)
        items = list(question.items)
        chance.shuffle(items)
        while not _tally(question, lines(question, items)).inverted:
            chance.shuffle(items)
        return OrderPrompt(part=part, text=question.q, items=tuple(items))

    def grade(self, question: Order, prompt: OrderPrompt, answer: Ordered, context: Context) -> Verdict:
        given = lines(question, answer.texts)
        tally = _tally(question, given)
        fraction, score = SCORINGS[question.scoring](tally)
        outcome: Outcome = "correct" if fraction == 1 else "partial" if fraction else "wrong"
        found = "right" if not tally.inverted else "run" if tally.right else "reversed"
        return Verdict(
            outcome=outcome,
            fraction=fraction,
            because=f"order_{found}",
            heading="reversed" if found == "reversed" else "order",
            score=score,
            args=_args(tally, fraction),
            parts=tuple(_mark(line, context) for line in given),
            given=_SEPARATOR.join(context.plain_of(line.text) for line in given),
            expected=self.expected(question, prompt.part, context),
        )

    def solution(self, question: Order, prompt: OrderPrompt, context: Context) -> tuple[PartMark, ...]:
        """In a right order."""
        return tuple(
            PartMark(key=text, mark="missed", expected=str(place))
            for place, text in enumerate(question.items, start=1)
        )

    def printed(self, question: Order, prompt: OrderPrompt) -> Ranks:
        return Ranks(items=prompt.items, right=tuple(map(prompt.items.index, question.items)))

    def filled(self, question: Order, prompt: OrderPrompt, filling: Filling) -> Ordered:
        return Ordered(tuple(prompt.items[at] for at in filling.at))

    def front(self, question: Order, part: str) -> str:
        return question.q

    def back(self, question: Order, part: str) -> str:
        return _SEPARATOR.join(" / ".join(tied) for tied in question.order)


_SEPARATOR = "; "
"""Items are phrases, which may have commas."""


def _tally(question: Order, given: Sequence[Line]) -> Tally:
    """Items that are not in the answer are in no pair that is in order."""
    ranks, items = question.ranks, question.items
    return Tally(
        right=sum(ranks[one.text] < ranks[other.text] for one, other in combinations(given, 2)),
        pairs=sum(ranks[one] != ranks[other] for one, other in combinations(items, 2)),
        kept=sum(line.kept for line in given),
        items=len(items),
    )


def _mark(line: Line, context: Context) -> PartMark:
    return PartMark(
        key=line.text,
        mark="right" if line.kept else "wrong",
        given=context.plain_of(line.text),
        expected=str(line.place),
    )


def _args(tally: Tally, fraction: Fraction) -> dict[str, str]:
    return {
        "right": str(tally.right),
        "inverted": str(tally.inverted),
        "pairs": str(tally.pairs),
        "kept": str(tally.kept),
        "items": str(tally.items),
        "fraction": str(fraction),
    }


ORDER = OrderKind()
