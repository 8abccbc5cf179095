"""Which questions a plan makes a paper of: the same code and decks give the same paper.

Drawing looks at ids, topics and the code alone, never at keys of one machine or at chance, so that anybody
can be given the same paper.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
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
    by_topic: dict[str, list[Candidate]] = defaultdict(list)
    for one in fit:
        by_topic[topic_of(plan, one)].append(one)
    counts = _counts(plan, {name: len(cards) for name, cards in by_topic.items()})
    drawn = {name: _drawn(cards, counts.get(name, 0), code, usable) for name, cards in by_topic.items()}
    chosen = {one.card_id for cards in drawn.values() for one in cards}
    paper = [one for one in fit if one.card_id in chosen]
    if plan.shuffle:
        paper.sort(key=lambda one: chance.draw(code, "order", one.card_id))
    return Draw(
        chosen=tuple(paper),
        topics=tuple(Topic(name, len(cards), len(drawn[name])) for name, cards in by_topic.items()),
        left_out=left_out,
    )


def outline(plan: Plan, candidates: Sequence[Candidate]) -> Outline:
    """What `draw` would come to if every card can be graded: for whoever plans, at each change."""
    fit, left_out = _sorted_out(plan, candidates)
    sizes = Counter(topic_of(plan, one) for one in fit)
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


def _sorted_out(plan: Plan, candidates: Sequence[Candidate]) -> tuple[list[Candidate], dict[Why, int]]:
    """The cards that may be asked, and why the others may not, by the first reason."""
    kinds, met_only = frozenset(plan.kinds), plan.met_only
    fit: list[Candidate] = []
    left_out: Counter[Why] = Counter()
    for one in candidates:
        if kinds and one.kind not in kinds:
            left_out["kind"] += 1
        elif not one.scored:
            left_out["rated"] += 1
        elif one.stale:
            left_out["stale"] += 1
        elif met_only and not one.met:
            left_out["unmet"] += 1
        else:
            fit.append(one)
    return fit, dict(left_out)


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
    ranked = sorted(cards, key=lambda one: (chance.draw(code, "draw", one.card_id), one.card_id))
    return list(islice(filter(usable, ranked), count))
