"""Which questions a plan makes a paper of: the same code and decks give the same paper.

Drawing looks at ids, topics and the code alone, never at keys of one machine or at chance, so that anybody
can be given the same paper.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop
from itertools import islice
from operator import attrgetter
from typing import Literal

from msgspec import Struct

from quizapp.core import chance
from quizapp.core.codewords import WORDS
from quizapp.core.plan import Plan as Plan

Why = Literal["rated", "stale", "unmet", "kind"]
"""Why a card is left out: only the learner can rate it, its `valid_until` is over, it was never studied,
its kind is not wanted."""

_CODES = 10_000


class Candidate(Struct, frozen=True, kw_only=True):
    """A card that might be asked."""

    card_key: int
    card_id: str
    deck: str
    """Title of its deck."""
    tags: tuple[str, ...] = ()
    kind: str = ""
    scored: bool = True
    """False if it cannot be asked in a way that is graded."""
    stale: bool = False
    met: bool = True


class Topic(Struct, frozen=True):
    """A part of the paper."""

    name: str
    of: int
    """Cards there are."""
    count: int
    """Questions drawn from them."""


class Outline(Struct, frozen=True, kw_only=True):
    """What a plan comes to before anything is drawn."""

    topics: tuple[Topic, ...]
    """In the order of the candidates; those of which none is asked too."""
    left_out: Mapping[Why, int]
    """Why -> how many cards."""

    @property
    def count(self) -> int:
        """Questions in all."""
        return sum(topic.count for topic in self.topics)


class Draw(Struct, frozen=True, kw_only=True):
    """A paper before its questions are made."""

    chosen: tuple[Candidate, ...]
    """In the order they are asked."""
    topics: tuple[Topic, ...]
    """In the order of the candidates; those of which none is asked too."""
    left_out: Mapping[Why, int]
    """Why -> how many cards."""


def new_code(bits: int) -> str:
    """A word and four digits; bits: 32 of chance."""
    return f"{WORDS[bits // _CODES % len(WORDS)]}-{bits % _CODES:04}"


def read_code(text: str) -> str:
    """A code as somebody typed it: whatever they type is one."""
    return " ".join(text.split()).casefold()


def draw(
    plan: Plan,
    candidates: Sequence[Candidate],
    code: str,
    usable: Callable[[Candidate], bool] = lambda candidate: True,
) -> Draw:
    """The paper of a plan. A card with several tags counts for the first that is a topic.

    candidates: in the order of their decks; usable: False for one that, looked at closely, cannot be graded
    after all: another card of its topic takes its place.
    """
    fit, left_out = _sorted_out(plan, candidates)
    names = _topics(plan, fit)
    sizes = Counter(names)
    counts = _counts(plan, sizes)
    by_topic: dict[str, list[Candidate]] = {name: [] for name in sizes}
    for name, one in zip(names, fit, strict=True):
        by_topic[name].append(one)
    drawn = {name: _drawn(cards, counts.get(name, 0), code, usable) for name, cards in by_topic.items()}
    chosen = {one.card_id for cards in drawn.values() for one in cards}
    paper = [one for one in fit if one.card_id in chosen]
    if plan.shuffle:
        paper.sort(key=lambda one: chance.draw(code, "order", one.card_id))
    return Draw(
        chosen=tuple(paper),
        topics=tuple(Topic(name, size, len(drawn[name])) for name, size in sizes.items()),
        left_out=left_out,
    )


def outline(plan: Plan, candidates: Sequence[Candidate]) -> Outline:
    """What `draw` would come to if every card can be graded: for whoever plans, at each change."""
    fit, left_out = _sorted_out(plan, candidates)
    sizes = Counter(_topics(plan, fit))
    counts = _counts(plan, sizes)
    topics = tuple(Topic(name, size, counts.get(name, 0)) for name, size in sizes.items())
    return Outline(topics=topics, left_out=left_out)


def apportioned(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Whole numbers in proportion to the weights that sum to the total, by the largest remainders."""
    of = sum(weights.values())
    if not of:
        return {}
    counts = {name: total * weight // of for name, weight in weights.items()}
    rest = sorted(weights, key=lambda name: (-(total * weights[name] % of), name))
    for name in rest[: total - sum(counts.values())]:
        counts[name] += 1
    return counts


def topic_of(plan: Plan, candidate: Candidate) -> str:
    """The topic that a card counts for; "" for a card without a tag."""
    if plan.topics == "deck":
        return candidate.deck
    named = [tag for tag in candidate.tags if tag in plan.shares]
    return next(iter((*named, *candidate.tags)), "")


def _topics(plan: Plan, cards: Sequence[Candidate]) -> list[str]:
    """The topic of each card."""
    if plan.topics == "deck":
        return [one.deck for one in cards]
    return [topic_of(plan, one) for one in cards]


def _sorted_out(plan: Plan, candidates: Sequence[Candidate]) -> tuple[Sequence[Candidate], dict[Why, int]]:
    """The cards that may be asked, and why the others may not, by the first reason."""
    kinds = frozenset(plan.kinds)
    reasons: tuple[tuple[Why, bool, Callable[[Candidate], bool]], ...] = (
        ("kind", bool(kinds), lambda one: one.kind in kinds),
        ("rated", True, attrgetter("scored")),
        ("stale", True, lambda one: not one.stale),
        ("unmet", plan.met_only, attrgetter("met")),
    )
    left_out: dict[Why, int] = {}
    for why, counts, is_fit in reasons:
        if not counts:
            continue
        before, candidates = len(candidates), list(filter(is_fit, candidates))
        if len(candidates) < before:
            left_out[why] = before - len(candidates)
    return candidates, left_out


def _counts(plan: Plan, sizes: Mapping[str, int]) -> dict[str, int]:
    """Questions of each topic: by hand, or in proportion by the largest remainders."""
    if plan.shares:
        return {name: min(plan.shares.get(name, 0), size) for name, size in sizes.items()}
    return apportioned(min(plan.count, sum(sizes.values())), sizes)


def _drawn(
    cards: Sequence[Candidate], count: int, code: str, usable: Callable[[Candidate], bool]
) -> list[Candidate]:
    if not count:
        return []
    number = chance.drawer(code, "draw")
    ranked = [(number(one.card_id), one.card_id, at) for at, one in enumerate(cards)]
    heapify(ranked)  # few of many are wanted
    in_turn = (cards[heappop(ranked)[2]] for _ in range(len(cards)))
    return list(islice(filter(usable, in_turn), count))
