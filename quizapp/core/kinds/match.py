"""match: put each text on the left to its partner on the right."""

from collections import Counter
from collections.abc import Iterator, Mapping
from math import factorial, perm, prod
from random import Random
from typing import Annotated, Literal

from msgspec import Meta

from quizapp.core.kinds.base import (
    Answer,
    Complaint,
    Context,
    Filling,
    Kind,
    PartMark,
    Prompt,
    Question,
    Shape,
    Verdict,
)
from quizapp.core.kinds.forms import Pairing, partners
from quizapp.core.kinds.pairing import Wanted, in_words, judge_pairs, missed
from quizapp.core.kinds.words import Words

_FREE = 2
"""So few texts on the right may be shown in the order that solves the card: else the other one would give
itself away."""

_MANY = 5
"""So many rows need room."""

_WORDS = Words(
    reasons={"matched": ""},
    scores={
        "score_matched": "{right} of {all} pairs right: {fraction}.",
        "score_matched_exact": "{right} of {all} pairs right. All or nothing: {fraction}.",
    },
    headings={
        "partly_matched": "Partly right: {right} of {all} pairs",
        "wrong_matched": "Not yet: {right} of {all} pairs",
    },
    messages={
        "match_too_few": ("error", "There are not two pairs to match. Add to match:."),
        "match_left_twice": (
            "error",
            "Two rows begin with “{text}”. What is on the left stands once, or its partner is not clear.",
        ),
        "match_extra_fits": (
            "error",
            "The extra “{text}” is the partner of “{left}”. An extra fits nothing.",
        ),
        "match_all_same": ("error", "Only “{text}” is on the right: there is nothing to match. Add extra:."),
    },
    titles={
        "match_too_few": "Too few pairs",
        "match_left_twice": "The same left side twice",
        "match_extra_fits": "An extra that fits",
        "match_all_same": "Nothing to match",
    },
)


class Match(Question, frozen=True, kw_only=True, tag="match"):
    """Pairs to be found again. Answered by Pairs."""

    q: Annotated[str, Meta(description="The question")]
    match: Annotated[
        tuple[tuple[str, str], ...],
        Meta(description="The pairs, each `left: right`; right sides may be equal"),
    ]
    extra: Annotated[tuple[str, ...], Meta(description="Further texts on the right that fit nothing")] = ()
    scoring: Annotated[Literal["", "exact"], Meta(description="exact: all pairs or nothing")] = ""


class MatchPrompt(Prompt, frozen=True, kw_only=True):
    """Two columns to be joined, Markdown."""

    lefts: tuple[str, ...] = ()
    """In the author's order. Texts are unique."""
    rights: tuple[str, ...] = ()
    """In the order shown, equal ones as often as they are needed, the extras among them."""

    @property
    def dense(self) -> bool:
        return len(self.rights) >= _MANY


class Pairs(Answer, frozen=True, tag="pairs"):
    """(left, right) by their texts; a left may be missing."""

    pairs: tuple[tuple[str, str], ...]


class MatchKind(Kind[Match, MatchPrompt, Pairs]):
    name = "match"
    label = "Match"
    about = (
        "The learner joins each text on the left to its partner on the right. The share of right pairs is "
        "earned; texts that read the same are interchangeable. `scoring: exact` gives all or nothing."
    )
    unique_key = "match"
    words = (_WORDS,)
    by_reading = frozenset({"match_left_twice", "match_extra_fits", "match_all_same"})
    question = Match
    prompt = MatchPrompt
    answer = Pairs

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return True

    def complaints(self, question: Match) -> Iterator[Complaint]:
        lefts = Counter(left for left, _ in question.match)
        for text in (text for text, count in lefts.items() if count > 1):
            yield "match_left_twice", "match", {"text": text}
        partners = {right: left for left, right in reversed(question.match)}
        for text in dict.fromkeys(question.extra):
            if text in partners:
                yield "match_extra_fits", "extra", {"text": text, "left": partners[text]}
        if len(question.match) < 2:
            yield "match_too_few", "match", {}
        elif len({*partners, *question.extra}) == 1:
            yield "match_all_same", "match", {"text": question.match[0][1]}

    def ask(self, question: Match, part: str, seed: int) -> MatchPrompt:
        solved = [right for _, right in question.match]
        shown = [*solved, *question.extra]
        chance = Random(seed)
        chance.shuffle(shown)
        while len(shown) > _FREE and shown[: len(solved)] == solved and len(set(shown)) > 1:
            chance.shuffle(shown)
        lefts = tuple(left for left, _ in question.match)
        return MatchPrompt(part=part, text=question.q, lefts=lefts, rights=tuple(shown))

    def grade(self, question: Match, prompt: MatchPrompt, answer: Pairs, context: Context) -> Verdict:
        return judge_pairs(
            _wanted(question),
            answer.pairs,
            context,
            words="matched",
            exact=question.scoring == "exact",
            ways=_ways(prompt),
            expected=self.expected(question, prompt.part, context),
        )

    def solution(self, question: Match, prompt: MatchPrompt, context: Context) -> tuple[PartMark, ...]:
        return missed(_wanted(question), context)

    def printed(self, question: Match, prompt: MatchPrompt) -> Pairing:
        wanted = dict(question.match)
        right = partners([wanted[left] for left in prompt.lefts], prompt.rights)
        return Pairing(lefts=prompt.lefts, rights=prompt.rights, right=right)

    def filled(self, question: Match, prompt: MatchPrompt, filling: Filling) -> Pairs:
        return Pairs(filling.pairs(prompt.lefts, prompt.rights))

    def front(self, question: Match, part: str) -> str:
        return question.q

    def back(self, question: Match, part: str) -> str:
        return in_words(_wanted(question), Context())

    def expected(self, question: Match, part: str, context: Context) -> str:
        return in_words(_wanted(question), context)

    def answers(self, question: Match, part: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(right for _, right in question.match))


def _wanted(question: Match) -> Wanted:
    return {left: (right,) for left, right in question.match}


def _ways(prompt: MatchPrompt) -> int:
    """In how many ways, at least, the lefts can be joined: equal texts on the right make no difference."""
    twins = prod(map(factorial, Counter(prompt.rights).values()))
    return max(1, perm(len(prompt.rights), len(prompt.lefts)) // twins)


MATCH = MatchKind()
