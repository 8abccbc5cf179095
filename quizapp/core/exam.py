"""What a quiz or an exam is to be, and which questions make it: the same code and decks give the same paper.

A Plan is what the set-up screen edits and a deck may ship under `exams:`. Drawing looks at ids, topics and
the code alone, never at keys of one machine or at chance, so that anybody can be given the same paper.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Annotated, Literal

from msgspec import Meta, Struct

from quizapp.core import chance
from quizapp.core.codewords import WORDS
from quizapp.core.marking import ProfileName

Feedback = Literal["end", "each"]
"""When the verdicts are shown: after handing in, or after each answer."""
Asking = Literal["written", "typed", "choice"]
"""How cards are asked that can be asked in more than one way."""
Topics = Literal["deck", "tag"]
"""What the shares of a paper are reckoned by."""
Why = Literal["rated", "stale", "unmet", "kind"]
"""Why a card is left out: only the learner can rate it, its `valid_until` is over, it was never studied,
its kind is not wanted."""

_CODES = 10_000


class Plan(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything about a quiz but its questions. Each field has a sensible value."""

    title: Annotated[str, Meta(description="Name of the preset")] = ""
    query: Annotated[str, Meta(description="Which cards, in the search language; empty means all")] = ""
    count: Annotated[int, Meta(description="How many questions", ge=1, le=500)] = 30
    topics: Annotated[Topics, Meta(description="What the shares are by: deck or tag")] = "deck"
    shares: Annotated[
        dict[str, int], Meta(description="Topic: how many questions; empty means in proportion")
    ] = {}
    kinds: Annotated[tuple[str, ...], Meta(description="Only these kinds of cards; empty means all")] = ()
    ask: Annotated[Asking, Meta(description="As written, typed, or as a choice where that can be")] = (
        "written"
    )
    feedback: Annotated[Feedback, Meta(description="end: after handing in; each: after each answer")] = "end"
    tries: Annotated[
        int, Meta(description="With feedback after each answer; the first counts", ge=1, le=3)
    ] = 1
    marking: Annotated[ProfileName, Meta(description="plain, formula or certainty")] = "plain"
    minutes: Annotated[int, Meta(description="Time limit; 0 means none", ge=0, le=600)] = 0
    shuffle: Annotated[bool, Meta(description="Mix the order; else as in the decks")] = True
    skip: Annotated[bool, Meta(description="Questions may be skipped and changed until handing in")] = True
    met_only: Annotated[bool, Meta(description="Only cards that were studied before")] = False
    confidence: Annotated[bool, Meta(description="Ask how sure one is before each answer counts")] = True
    pass_percent: Annotated[
        int, Meta(description="From which share of the marks it is passed", ge=0, le=100)
    ] = 60
    code: Annotated[str, Meta(description="The draw, such as kite-8402; empty means a new one each time")] = (
        ""
    )

    @property
    def mode(self) -> Literal["quiz", "exam"]:
        """As its answers are logged."""
        return "exam" if self.feedback == "end" else "quiz"


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
    left_out: Counter[Why] = Counter()
    fit = [one for one in candidates if _fits(plan, one, left_out)]
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
        left_out=dict(left_out),
    )


def topic_of(plan: Plan, candidate: Candidate) -> str:
    """The topic that a card counts for; "" for a card without a tag."""
    if plan.topics == "deck":
        return candidate.deck
    named = [tag for tag in candidate.tags if tag in plan.shares]
    return next(iter((*named, *candidate.tags)), "")


def _fits(plan: Plan, one: Candidate, left_out: Counter[Why]) -> bool:
    """Count why a card is left out, by the first reason."""
    reasons: tuple[tuple[bool, Why], ...] = (
        (bool(plan.kinds) and one.kind not in plan.kinds, "kind"),
        (not one.scored, "rated"),
        (one.stale, "stale"),
        (plan.met_only and not one.met, "unmet"),
    )
    why = next((name for holds, name in reasons if holds), None)
    if why is not None:
        left_out[why] += 1
    return why is None


def _counts(plan: Plan, sizes: Mapping[str, int]) -> dict[str, int]:
    """Questions of each topic: by hand, or in proportion by the largest remainders."""
    if plan.shares:
        return {name: min(plan.shares.get(name, 0), size) for name, size in sizes.items()}
    total = sum(sizes.values())
    wanted = min(plan.count, total)
    if not total:
        return {}
    counts = {name: wanted * size // total for name, size in sizes.items()}
    rest = sorted(sizes, key=lambda name: (-(wanted * sizes[name] % total), name))
    for name in rest[: wanted - sum(counts.values())]:
        counts[name] += 1
    return counts


def _drawn(
    cards: Sequence[Candidate], count: int, code: str, usable: Callable[[Candidate], bool]
) -> list[Candidate]:
    if not count:
        return []
    ranked = sorted(cards, key=lambda one: (chance.draw(code, "draw", one.card_id), one.card_id))
    return list(islice(filter(usable, ranked), count))
